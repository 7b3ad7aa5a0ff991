"""What the dialog 销号、调整 is asked for some rows, and the change that comes of what is typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from store.acts.adjusting import (
    AS_BEFORE,
    MOVED_ON,
    AdjustmentGiven,
    adjust_rows,
    due_of_course,
    due_when_stopped,
    proposed_due,
    stopped_by,
)
from store.acts.closing import (
    ClosingGiven,
    close_rows,
    holding_closing,
    reopen_rows,
    waiting_closing,
)
from store.acts.course import CourseChange, days_between
from store.acts.due_set import day_set
from store.acts.resolving import names_in
from store.ledger.completion import completion_of
from store.ledger.state_keeping import states_on
from store.progress import Progress, silent
from store.records.closing import ADJUSTMENT_KINDS, AdjustmentKind, Closing
from store.records.ended_rows import ended_by
from store.records.ranges import names_in_words, numbered_rows
from store.records.tasklist import TaskList
from store.words.days import day_named
from tui.screen.dialogs.course_form import CourseAsked, CourseOption, CourseTyped

_OF_GOING: tuple[AdjustmentKind, ...] = ("deferral", "alteration", "suspension")
_OF_KIND: Mapping[AdjustmentKind, str] = {
    "deferral": "时限改到以后的一天，原时限留在记录里。",
    "alteration": "记下任务变更了什么；写了新时限的，时限随之改动。",
    "suspension": "暂停办理，中止期间不逾期、不用报送。",
    "cancellation": "不再办理，责任、时限和进展不再改动，可以恢复。",
    "resumption": f"恢复办理；新时限可写日期，或写{MOVED_ON}、{AS_BEFORE}。",
}
"""What each adjustment does."""


def course_asked(tasks: TaskList, rows: Sequence[str]) -> CourseAsked:
    """Return what is asked for some rows: the acts that can be done to one of them at least."""
    title = f"{numbered_rows(tasks, rows)}销号、调整"
    if len(rows) > 1:
        title += f"（所选 {len(rows)} 行）"

    options = _options(tasks, rows)
    return CourseAsked(title, _stands(tasks, rows), options, partial(course_change, tasks, rows))


def _stands(tasks: TaskList, rows: Sequence[str]) -> str:
    """Return how a row stands today; nothing for several."""
    if len(rows) > 1:
        return ""
    states = states_on(tasks, tasks.clock.day())
    state = states.of(rows[0])
    if state.due is None:
        return state.words
    return f"{state.words} 时限 {state.due}"


def _options(tasks: TaskList, rows: Sequence[str]) -> list[CourseOption]:
    """Return the acts, those that the rows are likely meant for first."""
    today = tasks.today
    stopped = [row for row in rows if stopped_by(tasks, row, today)]
    closed = [row for row in rows if holding_closing(tasks, row)]
    unended = [row for row in rows if not ended_by(tasks, row, today)]
    going = [row for row in unended if not stopped_by(tasks, row, today)]
    options: list[CourseOption] = []
    if going:
        options += _of_going(tasks, going)
    if stopped:
        options.append(_resumption(tasks, stopped))
    if unended:
        options.append(_adjustment(tasks, unended, "cancellation"))
    if closed:
        options.append(CourseOption("reopen", "恢复销号的行" if stopped else "恢复", "已销号的恢复办理。"))
    if any(_lacks_something(tasks, row) for row in closed):
        options.append(_closing(tasks, closed))
    return options


def _of_going(tasks: TaskList, rows: Sequence[str]) -> Iterator[CourseOption]:
    yield _closing(tasks, rows)
    if any(waiting_closing(tasks, row) for row in rows):
        yield CourseOption("turn_down", "退回申请", "待批准的销号申请退回，照旧办理。")
    for kind in _OF_GOING:
        yield _adjustment(tasks, rows, kind)


def _lacks_something(tasks: TaskList, row: str) -> bool:
    held = holding_closing(tasks, row)
    return held is not None and bool(held.missing)


def _closing(tasks: TaskList, rows: Sequence[str]) -> CourseOption:
    """Return closing, with what a closing of one row says already, and who has not said that it is done."""
    missing: dict[str, None] = {}
    for row in rows:
        completion = completion_of(tasks, row, tasks.today)
        missing |= dict.fromkeys(completion.missing)
    said = ""
    if missing:
        who = names_in_words(list(missing))
        said = f"{who}还没有报“已完成”，要销号请写明依据。"
    if len(rows) > 1:
        return CourseOption("close", "销号", said)
    (row,) = rows
    held = waiting_closing(tasks, row) or holding_closing(tasks, row)
    values = _held(held) if held else {}
    return CourseOption("close", "销号", said, values)


def _held(closing: Closing) -> dict[str, str]:
    """Return what a closing says already, by the fields of the form."""
    values = {"evidence": "、".join(closing.evidence)}
    for name in ("result", "asked_by", "asked_on", "approved_by", "approved_on"):
        values[name] = getattr(closing, name) or ""
    return values


def _adjustment(tasks: TaskList, rows: Sequence[str], kind: AdjustmentKind) -> CourseOption:
    says = _OF_KIND[kind]
    if len(rows) == 1:
        due = due_of_course(tasks, rows[0], tasks.today)
        says += f"现时限 {due}。" if due else ""
    return CourseOption(kind, ADJUSTMENT_KINDS[kind], says)


def _resumption(tasks: TaskList, rows: Sequence[str]) -> CourseOption:
    """Return resuming, with the day due to propose: of several rows each its own."""
    label, says = ADJUSTMENT_KINDS["resumption"], _OF_KIND["resumption"]
    if len(rows) > 1:
        return CourseOption("resumption", label, says, {"to_due": MOVED_ON})
    was = due_when_stopped(tasks, rows[0], tasks.today)
    proposed = proposed_due(tasks, rows[0], tasks.today)
    if was is None or proposed is None:
        return CourseOption("resumption", label, says)
    days = days_between(was, proposed)
    says += f"原时限 {was}，停了 {days} 天。"
    return CourseOption("resumption", label, says, {"to_due": proposed})


# ---------------------------------------------------------------------- what comes of it


def course_change(
    tasks: TaskList, rows: Sequence[str], typed: CourseTyped, progress: Progress = silent
) -> CourseChange:
    """Return the change that does what was typed; refused where it makes no sense."""
    today = tasks.clock.day()
    match typed.act:
        case "close":
            given = _closing_given(typed, today)
            return close_rows(tasks, rows, given, today, progress)
        case "turn_down":
            waiting = [row for row in rows if waiting_closing(tasks, row)]
            return _opened(tasks, waiting, typed, today, progress)
        case "reopen":
            closed = [row for row in rows if holding_closing(tasks, row)]
            return _opened(tasks, closed, typed, today, progress)
    adjustment = _adjustment_given(tasks, typed, today)
    return adjust_rows(tasks, typed.act, rows, adjustment, today, progress)


def _opened(
    tasks: TaskList, rows: Sequence[str], typed: CourseTyped, today: date, progress: Progress
) -> CourseChange:
    on = _day(typed, "on", today)
    return reopen_rows(tasks, rows, typed.values["reason"], today, on, progress)


def _closing_given(typed: CourseTyped, today: date) -> ClosingGiven:
    values = typed.values
    given = ClosingGiven(values["result"], basis=values["basis"])
    given = replace(given, asked_by=values["asked_by"], approved_by=values["approved_by"])
    asked_on = _day(typed, "asked_on", today)
    approved_on = _day(typed, "approved_on", today)
    evidence = tuple(names_in(values["evidence"]))
    return replace(given, evidence=evidence, asked_on=asked_on, approved_on=approved_on)


def _adjustment_given(tasks: TaskList, typed: CourseTyped, today: date) -> AdjustmentGiven:
    values = typed.values
    to_due = values.get("to_due", "")
    if to_due not in ("", MOVED_ON, AS_BEFORE):
        to_due = day_set(tasks, to_due)
    given = AdjustmentGiven(to_due, values["reason"], basis=values["basis"])
    asked_on = _day(typed, "asked_on", today)
    approved_on = _day(typed, "approved_on", today)
    given = replace(given, asked_on=asked_on, approved_on=approved_on)
    applies_from = _day(typed, "applies_from", today)
    given = replace(given, approved_by=values["approved_by"], applies_from=applies_from)
    return replace(given, is_earlier_meant=typed.is_earlier_meant)


def _day(typed: CourseTyped, name: str, today: date) -> str | None:
    return day_named(typed.values.get(name, ""), today)
