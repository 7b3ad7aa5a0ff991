"""Closing rows (销号): asked for, approved, turned down, and taken back (恢复).

A closing without an approver waits (待销号); the same act with one approves it. What is compulsory is the
result, who approved it, and when.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from store.acts.course import (
    CourseChange,
    RowsMeant,
    course_title,
    days_between,
    refuse_before,
    refuse_day_ahead,
    rows_that_go_on,
)
from store.ledger.completion import completion_of
from store.ledger.days import next_due
from store.ledger.facts import facts_of
from store.ledger.row_on_a_day import RowOnADay, rules_of
from store.progress import Progress, silent, told
from store.records.changes import Change, Edit, created, updated
from store.records.closing import Adjustment, Closing, closing_key
from store.records.courses import course_on
from store.records.tasklist import TaskList
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class ClosingGiven:
    """What the clerk says of a closing; days are ISO."""

    result: str = ""
    evidence: tuple[str, ...] = ()
    asked_by: str = ""
    asked_on: str | None = None
    approved_by: str = ""
    approved_on: str | None = None
    basis: str = ""

    @property
    def is_approved(self) -> bool:
        """Whether it says something of an approval; else the closing waits for one."""
        return bool(self.approved_by or self.approved_on)

    def over(self, held: Closing) -> Closing:
        """Return a closing with what is said, and with what it says already where nothing is said."""
        names = ("result", "evidence", "asked_by", "asked_on", "approved_by", "approved_on")
        said: dict[str, Any] = {name: getattr(self, name) for name in names if getattr(self, name)}
        return replace(held, **said)


def close_rows(
    tasks: TaskList, rows: Sequence[str], given: ClosingGiven, day: date, progress: Progress = silent
) -> CourseChange:
    """Close rows, or ask for their closing where nobody has approved it; `day` is today.

    Refused where something compulsory is missing, or a lead unit has not said 已完成 and no basis is given.
    """
    today = day.isoformat()
    refuse_day_ahead(given.approved_on, today, "批准日期")
    refuse_day_ahead(given.asked_on, today, "申请日期")
    meant, said = _rows_to_close(tasks, rows, day)
    edits: list[Edit] = []
    are_several = len(rows) > 1
    for row in told(meant, progress):
        edits += _closed(tasks, row, given, today, names_row=are_several)
    act = "销号" if given.is_approved else "申请销号"
    title = course_title(tasks, meant, act, given.approved_by)
    change = Change(title, tuple(edits), basis=given.basis, effective_on=given.approved_on)
    return CourseChange(change, said)


def _rows_to_close(tasks: TaskList, rows: Sequence[str], day: date) -> RowsMeant:
    """Return the rows that go on, and those whose closing lacks something that can be written yet."""
    lacking = {row for row in rows if _lacks_something(tasks, row)}
    others = [row for row in rows if row not in lacking]
    if not others:
        return RowsMeant(tuple(rows), ())
    going, said = rows_that_go_on(tasks, others, day)
    meant = lacking.union(going)
    return RowsMeant(tuple(filter(meant.__contains__, rows)), said)


def _lacks_something(tasks: TaskList, row: str) -> bool:
    held = holding_closing(tasks, row)
    return held is not None and bool(held.missing)


def _closed(tasks: TaskList, row: str, given: ClosingGiven, today: str, *, names_row: bool) -> list[Edit]:
    """Return the edits that close a row; refused with the row's name where several are closed."""
    where = f"{tasks.row_name(row)}：" if names_row else ""
    if course_on(facts_of(tasks).of(Adjustment, row), today) == "suspended":
        raise Refused(f"{tasks.row_name(row)} 已中止，要销号请先恢复。")
    held = waiting_closing(tasks, row) or holding_closing(tasks, row)
    whole = given.over(held or _next_closing(tasks, row))
    is_approved = bool(whole.approved_by or whole.approved_on)
    if whole.missing and (is_approved or not whole.result):
        missing = "、".join(whole.missing)
        raise Refused(f"{where}销号要写完成情况、批准人和批准日期，缺：{missing}。")
    refuse_before(whole.approved_on, whole.asked_on, "批准日期", "申请日期")
    if is_approved:
        completion = completion_of(tasks, row, today)
        if not completion.said_on and not given.basis:
            raise Refused(where + _not_completed(completion.missing))
        whole = _stamped(tasks, whole, completion.said_on)
    elif not whole.asked_on:
        whole = replace(whole, asked_on=today)
    if held is None:
        return [created(whole)]
    edits: list[Edit] = []
    for one in fields(whole):
        edits += updated(held, **{one.name: getattr(whole, one.name)})
    return edits


def _next_closing(tasks: TaskList, row: str) -> Closing:
    numbers = [closing.number for closing in facts_of(tasks).of(Closing, row)]
    number = max(numbers, default=0) + 1
    return Closing(closing_key(row, number), row, number)


def waiting_closing(tasks: TaskList, row: str) -> Closing | None:
    """Return the closing of a row that waits for approval."""
    for closing in facts_of(tasks).of(Closing, row):
        if closing.is_waiting:
            return closing
    return None


def holding_closing(tasks: TaskList, row: str) -> Closing | None:
    """Return the closing of a row that was approved and not taken back."""
    for closing in facts_of(tasks).of(Closing, row):
        if closing.holds:
            return closing
    return None


def _not_completed(missing: Sequence[str]) -> str:
    said = f"{'、'.join(missing)}还没有报“已完成”" if missing else "没有牵头单位报“已完成”"
    return f"{said}，不能销号；确要销号请写明依据。"


def _stamped(tasks: TaskList, closing: Closing, said_on: str | None) -> Closing:
    """Return a closing with the day due and how late the row was: by the day on which it was done.

    It was done when its lead units said so or its closing was asked for: a row that waits is never late.
    """
    days = [one for one in (closing.approved_on, closing.asked_on, said_on) if one]
    done_on = date.fromisoformat(min(days))
    task = tasks.task(closing.task)
    rules = rules_of(tasks, done_on)
    state = RowOnADay(tasks, facts_of(tasks), rules, task).state()
    due = state.due or next_due(tasks, task, done_on)
    late = days_between(due, done_on.isoformat()) if due else 0
    return replace(closing, due_on=due, days_late=max(late, 0))


def reopen_rows(
    tasks: TaskList,
    rows: Sequence[str],
    reason: str,
    day: date,
    on: str | None = None,
    progress: Progress = silent,
) -> CourseChange:
    """Open closed rows again from a day (ISO), today where none is said; a closing that waits is turned down.

    Rows of several that are neither closed nor wait stay as they are.
    """
    today = day.isoformat()
    if not reason:
        raise Refused("请写明恢复或退回的原因。")
    refuse_day_ahead(on, today, "恢复日期")
    edits: list[Edit] = []
    opened, others = list[str](), list[str]()
    for row in told(rows, progress):
        closing = holding_closing(tasks, row) or waiting_closing(tasks, row)
        if closing is None:
            others.append(row)
            continue
        refuse_before(on, closing.approved_on or closing.asked_on, "恢复日期", "销号日期")
        opened.append(row)
        edits += updated(closing, reopened_on=on or today, reopen_reason=reason)
    if not opened:
        raise Refused(_nothing_to_open(tasks, rows))
    are_closed = any(holding_closing(tasks, row) for row in opened)
    title = course_title(tasks, opened, "恢复" if are_closed else "退回销号申请")
    said = (f"没有销号的 {len(others)} 行本次未改",) if others else ()
    return CourseChange(Change(title, tuple(edits), effective_on=on or today), said)


def _nothing_to_open(tasks: TaskList, rows: Sequence[str]) -> str:
    if len(rows) > 1:
        return f"所选的 {len(rows)} 行都没有销号，不用恢复。"
    name = tasks.row_name(rows[0])
    if course_on(facts_of(tasks).of(Adjustment, rows[0]), tasks.today):
        return f"{name} 已中止或取消，不是销号；要恢复办理请定新时限。"
    if completion_of(tasks, rows[0], tasks.today).said_on:
        return f"{name} 是各牵头单位报了“已完成”，没有人申请销号；要退回请退回进展。"
    return f"{name} 没有销号，不用恢复。"
