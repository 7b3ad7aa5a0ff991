"""Adjusting the course of rows: 延期, 变更, 中止, 恢复, 取消.

What was asked, why, and who approved it is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from store.acts.course import (
    CourseChange,
    course_title,
    days_between,
    refuse_before,
    refuse_day_ahead,
    rows_that_go_on,
)
from store.ledger.days import deadlines_of_row
from store.ledger.facts import facts_of
from store.progress import Progress, silent, told
from store.records.changes import Change, Edit, created, updated
from store.records.closing import ADJUSTMENT_KINDS, Adjustment, AdjustmentKind, adjustment_key
from store.records.courses import applies_from, course_on, course_set_by
from store.records.tasklist import TaskList
from store.refused import Refused

MOVED_ON = "顺延"
"""What is said for the day due of rows that resume: the old one and the days that they were suspended."""
AS_BEFORE = "不变"
"""What is said for a day due that stays."""


class EarlierDay(Refused):
    """The new day due lies before the present one, and nobody has said that it is meant."""


@dataclass(frozen=True, slots=True)
class AdjustmentGiven:
    """What the clerk says of an adjustment; days are ISO."""

    to_due: str = ""
    """The new day due; of rows that resume also 顺延 or 不变."""
    reason: str = ""
    asked_on: str | None = None
    approved_by: str = ""
    approved_on: str | None = None
    applies_from: str | None = None
    basis: str = ""
    is_earlier_meant: bool = False
    """Whether the clerk has said that an earlier day is meant."""


class _Asked(NamedTuple):
    """An adjustment of some rows, with today and the day it was asked on, both ISO."""

    kind: AdjustmentKind
    given: AdjustmentGiven
    today: str

    @property
    def asked_on(self) -> str:
        return self.given.asked_on or self.given.approved_on or self.today

    @property
    def begins(self) -> str:
        """The day from which it holds."""
        return self.given.applies_from or self.given.approved_on or self.asked_on


def adjust_rows(
    tasks: TaskList,
    kind: AdjustmentKind,
    rows: Sequence[str],
    given: AdjustmentGiven,
    day: date,
    progress: Progress = silent,
) -> CourseChange:
    """Adjust the course of rows; `day` is today.

    A day due that is earlier than the present one raises `EarlierDay` until it is said to be meant.
    """
    asked = _Asked(kind, given, day.isoformat())
    refuse_day_ahead(given.asked_on, asked.today, "提出日期")
    refuse_day_ahead(given.approved_on, asked.today, "批准日期")
    refuse_before(given.approved_on, given.asked_on, "批准日期", "提出日期")
    if kind == "resumption":
        going, said = _stopped(tasks, rows, asked)
    else:
        going, said = rows_that_go_on(tasks, rows, day)
    edits: list[Edit] = []
    late: list[str] = []
    for row in told(going, progress):
        adjustment = _adjustment(tasks, row, asked)
        edits.append(created(adjustment))
        if adjustment.to_due:
            edits += updated(tasks.task(row), due_on=adjustment.to_due, due_kind="")
        if kind == "deferral" and adjustment.days_late:
            named = f"{tasks.row_name(row)} " if len(going) > 1 else ""
            late.append(f"{named}延期在到期之后提出，逾期 {adjustment.days_late} 天照记")
    title = course_title(tasks, going, _act(asked), given.approved_by)
    change = Change(title, tuple(edits), basis=given.basis, effective_on=asked.begins)
    return CourseChange(change, (*late, *said))


def _act(asked: _Asked) -> str:
    """Return the act in words: 延期至 2026-12-31; 自 2026-12-01 起中止."""
    word, to_due = ADJUSTMENT_KINDS[asked.kind], asked.given.to_due
    if asked.kind == "deferral":
        return f"{word}至 {to_due}"
    if asked.kind == "alteration":
        return f"{word}时限为 {to_due}" if to_due else word
    if asked.begins == asked.today:
        return word
    return f"自 {asked.begins} 起{word}"


def _adjustment(tasks: TaskList, row: str, asked: _Asked) -> Adjustment:
    """Return the record of an adjustment of a row; refused where it makes no sense."""
    kind, given = asked.kind, asked.given
    from_due = due_of_course(tasks, row, asked.asked_on)
    to_due = None
    match kind:
        case "deferral" | "alteration":
            to_due = _moved(tasks, row, asked, from_due)
        case "resumption":
            from_due = due_when_stopped(tasks, row, asked.today)
            to_due = _resumed(tasks, row, asked, from_due)
        case "suspension":
            _refuse_suspended(tasks, row, asked)
    late = days_between(from_due, asked.asked_on) if from_due and kind != "resumption" else 0
    return Adjustment(
        _free_key(tasks, row, asked, to_due or ""),
        row,
        kind,
        from_due,
        to_due,
        given.reason,
        asked.asked_on,
        given.approved_by,
        given.approved_on,
        asked.begins,
        max(late, 0),
    )


def _free_key(tasks: TaskList, row: str, asked: _Asked, to_due: str) -> str:
    """Return the key of an adjustment; one that is made twice on a day is another one."""
    key = adjustment_key(row, asked.kind, asked.asked_on, to_due)
    number = 1
    while tasks.find(Adjustment, key):
        number += 1
        key = adjustment_key(row, asked.kind, asked.asked_on, f"{to_due}/{number}")
    return key


# ---------------------------------------------------------------------- days due


def due_of_course(tasks: TaskList, row: str, day: str) -> str | None:
    """Return the one day on which a row is due, seen from a day (ISO); none for a rhythm or no day."""
    return deadlines_of_row(tasks, tasks.task(row)).on_day(day)


def _moved(tasks: TaskList, row: str, asked: _Asked, from_due: str | None) -> str | None:
    """Return the new day due of a deferral or alteration."""
    to_due, name = asked.given.to_due, tasks.row_name(row)
    if asked.kind == "alteration" and not to_due:
        if not asked.given.reason:
            raise Refused("变更请写新时限，或写明变更了什么。")
        return None
    if not to_due:
        raise Refused("延期请写新时限，如 2026-12-31。")
    if asked.kind == "deferral" and from_due is None:
        raise Refused(f"{name} 没有到期日，不能延期；要定一个日子请用变更。")
    if to_due == from_due:
        raise Refused(f"{name} 的时限就是 {to_due}，请核对。")
    _refuse_earlier(to_due, from_due, asked)
    return to_due


def _refuse_earlier(to_due: str, from_due: str | None, asked: _Asked) -> None:
    if from_due and to_due < from_due and not asked.given.is_earlier_meant:
        raise EarlierDay("新时限早于现时限，确定提前？")


# ---------------------------------------------------------------------- stopping and going on


def _refuse_suspended(tasks: TaskList, row: str, asked: _Asked) -> None:
    if course_on(facts_of(tasks).of(Adjustment, row), asked.today) == "suspended":
        raise Refused(f"{tasks.row_name(row)} 已经中止，请核对。")


def stopped_by(tasks: TaskList, row: str, day: str) -> Adjustment | None:
    """Return what suspended or cancelled a row, seen from a day (ISO); none for a row that goes on."""
    adjustments = facts_of(tasks).of(Adjustment, row)
    return course_set_by(adjustments, day) if course_on(adjustments, day) else None


def _stopped(tasks: TaskList, rows: Sequence[str], asked: _Asked) -> tuple[Sequence[str], tuple[str, ...]]:
    """Return the rows that can resume, and what is said of the others."""
    stopped = [row for row in rows if stopped_by(tasks, row, asked.today)]
    if not stopped:
        which = tasks.row_name(rows[0]) if len(rows) == 1 else f"所选的 {len(rows)} 行"
        raise Refused(f"{which} 没有中止或取消，不用恢复。")
    others = len(rows) - len(stopped)
    return stopped, (f"没有中止或取消的 {others} 行本次未改",) if others else ()


def due_when_stopped(tasks: TaskList, row: str, day: str) -> str | None:
    """Return the day on which a row that is stopped on a day was due, ISO; none where it has none."""
    stop = stopped_by(tasks, row, day)
    return due_of_course(tasks, row, applies_from(stop)) if stop else None


def proposed_due(tasks: TaskList, row: str, today: str, begins: str = "") -> str | None:
    """Return the day due to propose for a row that resumes on a day (today where none is said): the old one
    and the days that it was suspended; none where it had none.
    """
    stop = stopped_by(tasks, row, today)
    due = due_when_stopped(tasks, row, today)
    if stop is None or due is None:
        return None
    days = days_between(applies_from(stop), begins or today)
    return (date.fromisoformat(due) + timedelta(days=days)).isoformat()


def _resumed(tasks: TaskList, row: str, asked: _Asked, from_due: str | None) -> str | None:
    """Return the new day due of a row that resumes; none where it stays as it is, or the row has none."""
    wanted = asked.given.to_due
    stop = stopped_by(tasks, row, asked.today)
    if stop:
        refuse_before(asked.begins, applies_from(stop), "恢复日期", "中止日期")
    if from_due is None:
        return wanted if wanted not in ("", MOVED_ON, AS_BEFORE) else None
    proposed = proposed_due(tasks, row, asked.today, asked.begins)
    if not wanted:
        due = f"{tasks.row_name(row)} 恢复要定新时限：原 {from_due}，顺延为 {proposed}"
        raise Refused(f"{due}；请写日期，或写{MOVED_ON}、{AS_BEFORE}。")
    if wanted == AS_BEFORE:
        return None
    to_due = proposed if wanted == MOVED_ON else wanted
    if to_due:
        _refuse_earlier(to_due, from_due, asked)
    return to_due if to_due != from_due else None
