"""`defer`, `alter`, `suspend`, `resume` and `cancel`: the course of rows is adjusted."""

from collections.abc import Mapping
from dataclasses import replace

from store.acts.adjusting import AS_BEFORE, MOVED_ON, AdjustmentGiven, EarlierDay, adjust_rows
from store.acts.due_set import day_set
from store.records.closing import AdjustmentKind
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag
from tui.command_line.committing import PREVIEW
from tui.command_line.course_options import APPROVAL, BASIS, ROWS, day_of, rows_of, say_course_change
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_KINDS: Mapping[str, AdjustmentKind] = {
    "defer": "deferral",
    "alter": "alteration",
    "suspend": "suspension",
    "resume": "resumption",
    "cancel": "cancellation",
}
_WHAT = {
    "defer": "延期：时限改到以后的一天，原时限留在记录里；到期之后才提出的，逾期照记。",
    "alter": "变更：记下任务变更了什么、为什么；写了新时限的，时限随之改动。",
    "suspend": "中止：暂停办理，中止期间不逾期、不用报送。",
    "resume": "恢复：已中止、已取消的恢复办理，并定新的时限。",
    "cancel": "取消：不再办理；责任、时限和进展从此不能改动，可以恢复。",
}
_TO = {
    "defer": Argument("--to", "日期", "新时限，如 2026-12-31", required=True),
    "alter": Argument("--to", "日期", "新时限；不写为时限不变", default=""),
    "resume": Argument(
        "--to", "日期", f"新时限；{MOVED_ON} 为原时限加中止的天数，{AS_BEFORE} 为照原时限", default=""
    ),
}
_EARLIER = flag("--earlier", "新时限早于现时限，确定提前")
_REST = (
    Argument("--reason", "原因", "为什么", default=""),
    Argument("--asked-on", "日期", "提出日期，不写为今天", default=""),
    *APPROVAL,
    Argument("--applies-from", "日期", "从哪天起算，不写为批准日期", default=""),
    BASIS,
)


def parser(name: str) -> Parser:
    """Return what may stand after one of the commands."""
    to = (_TO[name], _EARLIER) if name in _TO else ()
    return Parser(name, _WHAT[name], (ROWS, *to, *_REST, *PREVIEW, *FILE))


def run(options: Options) -> None:
    """Adjust the course of the rows."""
    today = options.clock.day()
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        rows = rows_of(tasks, options.rows)
        kind = _KINDS[options.command]
        try:
            done = adjust_rows(tasks, kind, rows, _given(tasks, options), today)
        except EarlierDay as earlier:
            raise Refused(f"{earlier}确定请加 --earlier。") from earlier
        say_course_change(options, file, done)


def _given(tasks: TaskList, options: Options) -> AdjustmentGiven:
    today = options.clock.day()
    given = AdjustmentGiven(
        reason=clean_line(options.reason),
        asked_on=day_of(options.asked_on, today),
        approved_by=clean_line(options.approved_by),
        approved_on=day_of(options.approved_on, today),
        applies_from=day_of(options.applies_from, today),
        basis=clean_line(options.basis),
    )
    if options.command not in _TO:
        return given
    to_due = _day_due(tasks, clean_line(options.to))
    return replace(given, to_due=to_due, is_earlier_meant=options.earlier)


def _day_due(tasks: TaskList, words: str) -> str:
    """Return the new day due as the act takes it."""
    return words if words in ("", MOVED_ON, AS_BEFORE) else day_set(tasks, words)
