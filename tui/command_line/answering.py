"""`answer`: what a unit answered to a reminder, noted under its number."""

from store.acts.reminding import answered, follow_up_numbered
from store.words.cleaning import clean, clean_line
from store.words.days import past_day_named
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("number", "文号", "催办的文号，如 催办〔2026〕3号"),
    Argument("--text", "回复", "办理情况", default=""),
    Argument("--on", "日期", "回复日期；不写为今天", default=""),
    Argument("--signed", "姓名", "在回执上签字的单位负责人", "signed_by", default=""),
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `answer`."""
    return Parser(name, "登记单位对一份催办的回复；再登记一次即改写。", _ARGUMENTS)


def run(options: Options) -> None:
    """Note the answer."""
    with opened(options, read_only=options.dry_run) as file:
        slip = follow_up_numbered(file.tasks, clean_line(options.number))
        today = options.clock.day()
        day = past_day_named(options.on, today) if options.on.strip() else today
        by = clean_line(options.signed_by).strip()
        text = clean(options.text).strip()
        change_rows(options, file, answered(file.tasks, slip, text, day.isoformat(), by))
