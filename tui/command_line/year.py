"""`year`: which year the list is for, where its title and its date of issue do not tell."""

from store.acts.list_year import set_year, told_in_words
from store.reading.signs.deadline_given import list_years, years_told
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.command_line.arguments import word
from tui.command_line.committing import PREVIEW, show_or_change
from tui.command_line.lists import FILE
from tui.command_line.moments import BASIS
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("year", "年份", "四位的年份，如 2026；不写则看现在的", optional=True),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `year`."""
    return Parser(name, "看或定清单的年份：名称和成文日期看不出的，时限、报送期照此算。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show the year, or set it."""
    show_or_change(options, options.year is not None, _show, _change)


def _change(tasks: TaskList, options: Options) -> Change:
    return set_year(tasks, clean_line(options.year))


def _show(tasks: TaskList, options: Options) -> None:
    notice = tasks.notice
    told = years_told(notice)
    if options.json:
        first, last = list_years(notice) or (None, None)
        say_json({"first": first, "last": last, "is_told": bool(told)})
    elif told:
        say(f"{told_in_words(told)}。")
    elif notice.year:
        say(f"清单是 {notice.year} 年的，由人写明。")
    else:
        say("清单没有写明是哪一年的。写明如 yaodian year 2026。")
