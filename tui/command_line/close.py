"""`close` and `reopen`: rows are closed (销号), or their closing asked for; and opened again."""

from store.acts.closing import ClosingGiven, close_rows, reopen_rows
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, names
from tui.command_line.committing import PREVIEW
from tui.command_line.course_options import APPROVAL, BASIS, ROWS, day_of, rows_of, say_course_change
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_CLOSING = (
    Argument("--result", "完成情况", "办成了什么", default=""),
    Argument("--evidence", "材料,..", "佐证材料，几份用逗号隔开", take=names),
    Argument("--asked-by", "申请人", "谁申请销号，如 平台处", default=""),
    Argument("--asked-on", "日期", "申请日期；没有批准人的，不写为今天", default=""),
    *APPROVAL,
)
_REOPENING = (
    Argument("--reason", "原因", "为什么恢复或退回", required=True),
    Argument("--on", "日期", "恢复日期，不写为今天", default=""),
)
_WHAT = {
    "close": "销号：写明完成情况、批准人和批准日期；没有批准人的为待销号，再写一次批准人即销号。",
    "reopen": "已销号的恢复办理；待批准的销号申请退回。",
}


def parser(name: str) -> Parser:
    """Return what may stand after `close` or `reopen`."""
    own = (*_CLOSING, BASIS) if name == "close" else _REOPENING
    return Parser(name, _WHAT[name], (ROWS, *own, *PREVIEW, *FILE))


def run(options: Options) -> None:
    """Close the rows, or open them again."""
    today = options.clock.day()
    with opened(options, read_only=options.dry_run) as file:
        rows = rows_of(file.tasks, options.rows)
        if options.command == "reopen":
            reason, on = clean_line(options.reason), day_of(options.on, today)
            done = reopen_rows(file.tasks, rows, reason, today, on)
        else:
            done = close_rows(file.tasks, rows, _given(options), today)
        say_course_change(options, file, done)


def _given(options: Options) -> ClosingGiven:
    today = options.clock.day()
    return ClosingGiven(
        clean_line(options.result),
        tuple(options.evidence or ()),
        clean_line(options.asked_by),
        day_of(options.asked_on, today),
        clean_line(options.approved_by),
        day_of(options.approved_on, today),
        clean_line(options.basis),
    )
