"""`today`: what is to be seen to on a day, what is late first."""

from collections.abc import Iterator, Sequence
from datetime import date

from store.checks.checker import checked
from store.ledger.today import TODAY_GROUPS, TodayLine
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.views.today import today_lines, today_view
from store.words.days import day_in
from store.words.moments import month_and_day
from tui.command_line.arguments import JSON
from tui.command_line.check import check_settings
from tui.command_line.due import ON
from tui.command_line.lists import FILE, opened
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (ON, JSON, *FILE)


def parser(name: str) -> Parser:
    """Return what may stand after `today`."""
    what = "今日要办：逾期、三日内到期、应报未报、待销号、催办未回、预定分工、不一致和核对错误；不改动清单。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show what is to be seen to."""
    today = options.clock.day()
    day = day_in(options.on, today) if options.on else today
    with opened(options, read_only=True) as file:
        lines = today_lines(file.tasks, checked(file.tasks, check_settings()), day)
        if options.json:
            say_json(today_view(file.tasks, lines, day))
        else:
            say(*_in_words(file.tasks, lines, day))


def _in_words(tasks: TaskList, lines: Sequence[TodayLine], day: date) -> Iterator[str]:
    """Yield the groups, each under its head."""
    if not lines:
        yield f"{month_and_day(day, day)}没有要办的事。"
    for group, words in TODAY_GROUPS.items():
        own = [_columns(tasks, line) for line in lines if line.group == group]
        if own:
            yield f"{words} {len(own)}"
            yield from aligned(own, indent=2)


def _columns(tasks: TaskList, line: TodayLine) -> tuple[str, ...]:
    who = "、".join(line.units), "、".join(line.leaders)
    return (rows_in_words(tasks, line.rows), line.text, *who, line.said, line.figures)
