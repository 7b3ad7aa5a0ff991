"""What is to be seen to on a day (今日), in groups: what is late first.

    逾期            the row's state is that
    三日内到期       0 <= due - D <= 3, and the row is open
    今天应报         a report is due on D and was not received
    未报            a report was due before D and was not received, or was sent back
    待销号          the row waits for its closing
    催办到期未回      the day by which a reminder was to be answered is past, and no answer came

The other groups are no facts of the ledger: store/views/today.py joins them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from store.ledger.facts import facts_of
from store.ledger.follow_ups import follow_ups_of, ran_out
from store.ledger.measured import furthest_behind, measured_on
from store.ledger.owed import Owed, owed_on
from store.ledger.received import stands_on
from store.ledger.reporters import reporting_units
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.records.changes import RecordAddress
from store.records.closing import Closing
from store.records.courses import closing_asked_on
from store.records.follow_up import FollowUp
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.words.moments import month_and_day

TodayGroup = Literal[
    "overdue",
    "soon",
    "due_today",
    "missing",
    "awaiting_closing",
    "unanswered",
    "plans",
    "conflicts",
    "errors",
]

TODAY_GROUPS: Mapping[TodayGroup, str] = {
    "overdue": "逾期",
    "soon": "三日内到期",
    "due_today": "今天应报",
    "missing": "未报",
    "awaiting_closing": "待销号",
    "unanswered": "催办到期未回",
    "plans": "预定分工今天生效",
    "conflicts": "未合并的不一致",
    "errors": "核对错误",
}
"""The groups in the clerk's words, in their order."""

SOON_DAYS = 3
"""Days before its day on which a row is due soon."""


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One thing to see to."""

    group: TodayGroup
    row: str = ""
    """Key of the row that it is about; empty where it is about none."""
    text: str = ""
    """The row's text, the period that is not reported, the reminder's number."""
    units: tuple[str, ...] = ()
    """Who is to see to it, as the row words them."""
    leaders: tuple[str, ...] = ()
    day: str | None = None
    """The day that it is measured by, ISO."""
    said: str = ""
    """9月30日 逾期 27 天."""
    figures: str = ""
    """How far it is: 18/40家 45.0%."""
    record: RecordAddress | None = None
    """What to go to where it is about no row."""
    field: str = ""

    @property
    def name(self) -> str:
        """What names the line, whatever it says."""
        where = self.row or ".".join(self.record or ())
        return ":".join((self.group, where, *self.units, self.text))


def ledger_lines(tasks: TaskList, day: date) -> list[TodayLine]:
    """Return what of the ledger is to be seen to on a day, by groups; in each the earliest day first."""
    return in_groups(tasks, _found(tasks, day))


def has_ledger_lines(tasks: TaskList, day: date) -> bool:
    """Tell whether the ledger of a list has anything to be seen to on a day."""
    return next(_found(tasks, day), None) is not None


def _found(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    yield from _of_states(tasks, day)
    yield from _of_reports(tasks, day)
    yield from _unanswered(tasks, day)


def in_groups(tasks: TaskList, lines: Iterable[TodayLine]) -> list[TodayLine]:
    """Return lines by their groups, in each by their days and then in the list's order."""
    groups, places = list(TODAY_GROUPS), tasks.places

    def order(line: TodayLine) -> tuple[int, str, int]:
        return groups.index(line.group), line.day or "", places.get(line.row, len(places))

    return sorted(lines, key=order)


# ---------------------------------------------------------------------- states


def _of_states(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    for row, state in states_on(tasks, day):
        left = state.days_left
        if state.code == "overdue":
            yield _of_row(tasks, row, "overdue", day, state, f"逾期 {-(left or 0)} 天")
        elif state.code == "awaiting_closing":
            yield _awaiting(tasks, row, day, state)
        elif left is not None and 0 <= left <= SOON_DAYS:
            yield _of_row(tasks, row, "soon", day, state, f"剩 {left} 天" if left else "今天到期")


def _of_row(tasks: TaskList, row: str, group: TodayGroup, day: date, state: RowState, said: str) -> TodayLine:
    """Return a row with the day that it is due on, and how far it is."""
    task = tasks.task(row)
    due = month_and_day(date.fromisoformat(state.due), day) if state.due else ""
    lowest = furthest_behind(measured_on(tasks, task, day))
    share = "" if state.share is None else f"{state.share}%"
    figures = f"{lowest.words} {share}" if lowest else share
    return TodayLine(
        group,
        row,
        task.text,
        _wordings(task.lead_units),
        _wordings(task.lead_leaders),
        state.due,
        f"{due} {said}".lstrip(),
        figures,
    )


def _awaiting(tasks: TaskList, row: str, day: date, state: RowState) -> TodayLine:
    """Return a row that waits for its closing, with who said on which day that it is done."""
    task = tasks.task(row)
    asked = closing_asked_on(facts_of(tasks).of(Closing, row), day.isoformat())
    leads, today = reporting_units(tasks, task).units, day.isoformat()
    since, said = "", "报“已完成”，待批准"
    for report in facts_of(tasks).reports(row):
        if report.unit in leads and report.word == "completed" and stands_on(report, today):
            since = max(since, report.received_on or "")
    if asked:
        since, said = asked.asked_on or "", "申请销号，待批准"
    on = month_and_day(date.fromisoformat(since), day) if since else ""
    line = _of_row(tasks, row, "awaiting_closing", day, state, "")
    return replace(line, day=since or None, said=f"{on} {said}".lstrip())


def _wordings(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.wording for mention in mentions)


# ---------------------------------------------------------------------- reports


def _of_reports(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    """Yield the reports that are due today, and those that are past their day, of rows that are open."""
    states, today = states_on(tasks, day), day.isoformat()
    reports = owed_on(tasks, day)
    for owed in reports:
        if owed.word == "awaited" and owed.due_on == today and states.of(owed.row).is_open:
            yield _of_report(tasks, "due_today", owed, "今天应报")
    for owed in reports.outstanding():
        due = month_and_day(date.fromisoformat(owed.due_on), day)
        returned = "已退回，" if owed.word == "returned" else ""
        yield _of_report(tasks, "missing", owed, f"{returned}应报 {due}，迟 {owed.days_late} 天")


def _of_report(tasks: TaskList, group: TodayGroup, owed: Owed, said: str) -> TodayLine:
    unit = tasks.wording_of(owed.unit)
    return TodayLine(group, owed.row, f"{owed.period.label}进展", (unit,), (), owed.due_on, said)


# ---------------------------------------------------------------------- reminders


def _unanswered(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    today, places = day.isoformat(), tasks.places
    for one in follow_ups_of(tasks):
        if one.answer_by and ran_out(one, today):
            by = date.fromisoformat(one.answer_by)
            said = f"{month_and_day(by, day)} 应回复，过 {(day - by).days} 天"
            row = next((row for row in one.tasks if row in places), "")
            unit, record = tasks.wording_of(one.unit), (FollowUp.TABLE, one.key)
            yield TodayLine("unanswered", row, one.number, (unit,), (), one.answer_by, said, record=record)
