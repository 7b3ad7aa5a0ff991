"""What counts in the assessment of units (考核): the events up to a day, each with its unit and row.

    late            迟报        a report came behind its day
    missing         未报        a report is past its day and not there
    returned        退回        a report was sent back, as often as it was
    overdue         逾期        a row that the unit leads is late on the day
    behind          落后        the same, behind the plan
    closed          按期销号     a row that it leads was closed in time
    closed_late     逾期销号     the same, late
    deferred_late   逾期申请延期  a deferral was asked for when the row was late already
    reminded        被催办       a reminder went out to it, in writing or by telephone
    unanswered      催办未回     the day of a reminder is past without an answer

A row with several lead units counts for each of them. A unit that was merged since has what it did itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.history.lineage import Lineage
from store.history.taken_back import TakenBack
from store.ledger.facts import facts_of
from store.ledger.follow_ups import follow_ups_of, is_awaited, ran_out
from store.ledger.owed import owed_on
from store.ledger.periods import Period, period_or_none
from store.ledger.reporters import reporting_units
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.records.closing import Adjustment, Closing
from store.records.record import Doc
from store.records.report import Report
from store.records.tasklist import TaskList

ScoreCode = Literal[
    "late",
    "missing",
    "returned",
    "overdue",
    "behind",
    "closed",
    "closed_late",
    "deferred_late",
    "reminded",
    "unanswered",
]

EVENTS: Mapping[ScoreCode, str] = {
    "late": "迟报",
    "missing": "未报",
    "returned": "退回",
    "overdue": "逾期",
    "behind": "落后",
    "closed": "按期销号",
    "closed_late": "逾期销号",
    "deferred_late": "逾期申请延期",
    "reminded": "被催办",
    "unanswered": "催办未回",
}
"""The events in the clerk's words, in the order in which they are listed."""


_SENT_BACK = (Report.TABLE, "returned_on")
"""The table and the field that say when a report was sent back."""


@dataclass(frozen=True, slots=True)
class ScoreEvent:
    """Something that a unit did, or did not do."""

    code: ScoreCode
    unit: str
    """Key."""
    row: str
    """Key; empty where it is about no row of the list."""
    said: str = ""
    """What tells it from others of its kind: 2021年7月，迟 9 天."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The days and the periods whose events count."""

    first: str
    last: str
    period: Period | None

    def has(self, day: str | None) -> bool:
        """Tell whether a day, ISO, lies in it."""
        return day is not None and self.first <= day <= self.last

    def covers(self, period: Period) -> bool:
        """Tell whether a period's reports count."""
        whole = self.period
        if whole is None:
            return True
        return whole.first <= period.first and period.last <= whole.last


def events_on(tasks: TaskList, day: date, period: Period | None = None) -> Iterator[ScoreEvent]:
    """Yield the events of a list up to a day: all of them, or those of a period; in the list's order."""
    first = period.first.isoformat() if period else ""
    last = min(day, period.last) if period else day
    span = _Span(first, last.isoformat(), period)
    yield from _of_reports(tasks, day, span)
    yield from _sent_back(tasks, span)
    for row in tasks.task_keys:
        leads = reporting_units(tasks, tasks.task(row)).units
        yield from _of_row(tasks, row, leads, day, span)
    yield from _of_reminders(tasks, day, span)


def _of_reports(tasks: TaskList, day: date, span: _Span) -> Iterator[ScoreEvent]:
    for owed in owed_on(tasks, day):
        if not span.covers(owed.period):
            continue
        label = owed.period.label
        if owed.word == "late":
            said = f"{label}，迟 {owed.days_late} 天"
            yield ScoreEvent("late", owed.unit, owed.row, said)
        elif owed.word in ("missing", "returned"):
            yield ScoreEvent("missing", owed.unit, owed.row, label)


def _of_row(tasks: TaskList, row: str, leads: Sequence[str], day: date, span: _Span) -> Iterator[ScoreEvent]:
    facts = facts_of(tasks)
    state = states_on(tasks, day).of(row)
    found = list(_of_state(state))
    found += _of_closings(facts.of(Closing, row), span)
    found += _of_deferrals(facts.of(Adjustment, row), span)
    for unit in leads:
        for code, said in found:
            yield ScoreEvent(code, unit, row, said)


_Said = tuple[ScoreCode, str]
"""An event of a row, before it is known of which units, and what tells it from others."""


def _of_state(state: RowState) -> Iterator[_Said]:
    if state.code == "overdue":
        days = -(state.days_left or 0)
        yield "overdue", f"逾期 {days} 天"
    if state.is_behind and state.is_open:
        yield "behind", f"落后 {state.behind}"


def _of_closings(closings: Iterable[Closing], span: _Span) -> Iterator[_Said]:
    for closing in closings:
        is_held = closing.reopened_on is None or closing.reopened_on > span.last
        if not span.has(closing.approved_on) or not is_held:
            continue
        if closing.days_late:
            yield "closed_late", f"{closing.approved_on}，逾期 {closing.days_late} 天"
        else:
            yield "closed", closing.approved_on or ""


def _of_deferrals(adjustments: Iterable[Adjustment], span: _Span) -> Iterator[_Said]:
    for adjustment in adjustments:
        is_late = adjustment.kind == "deferral" and adjustment.days_late > 0
        if is_late and span.has(adjustment.asked_on):
            yield "deferred_late", f"{adjustment.asked_on}，逾期 {adjustment.days_late} 天后提出"


def _of_reminders(tasks: TaskList, day: date, span: _Span) -> Iterator[ScoreEvent]:
    today = day.isoformat()
    for one in follow_ups_of(tasks):
        if not span.has(one.sent_on):
            continue
        row = next(iter(one.tasks), "")
        yield ScoreEvent("reminded", one.unit, row, one.number)
        if is_awaited(one, today) and ran_out(one, today):
            yield ScoreEvent("unanswered", one.unit, row, one.number)


# ---------------------------------------------------------------------- what was sent back


def _sent_back(tasks: TaskList, span: _Span) -> Iterator[ScoreEvent]:
    """Yield each time that a report was sent back: the report itself knows only of the last one, and no more
    once it came again.
    """
    docs = tasks.documents.history().docs
    found = list(_sending_back(docs))
    if not found:
        return
    numbers = {number for number, _ in found}
    quiet = TakenBack(docs, Lineage(docs)).quiet(numbers)
    places = tasks.places
    for number, edit in found:
        report = tasks.find(Report, edit["key"])
        if number in quiet or report is None or report.task not in places:
            continue
        period = period_or_none(report.period)
        if span.has(edit["after"]) and period:
            said = f"{period.label}，{edit['after']} 退回"
            yield ScoreEvent("returned", report.unit, report.task, said)


def _sending_back(docs: Sequence[Doc]) -> Iterator[tuple[int, Doc]]:
    """Yield the edits that send a report back, with the number of their change."""
    for number, doc in enumerate(docs):
        for edit in doc["edits"]:
            place = edit["table"], edit["field"]
            if place == _SENT_BACK and edit["after"] is not None:
                yield number, edit
