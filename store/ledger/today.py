"""What is to be seen to on a day (今日), in groups: what is late first.

    逾期            the row's state is that
    三日内到期       0 <= due - D <= 3, and the row is open
    今天应报         reports of a unit are due on D and were not received
    未报            reports of a unit were due before D and were not received, or were sent back
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
from store.ledger.periods import span_label
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
    """Key of the row that it is about, of several that to go to; empty where it is about none."""
    text: str = ""
    """The row's text, the periods that are not reported, the reminder's number."""
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
    period: str = ""
    """Name of the period whose report it is about, of several the last."""
    unit: str = ""
    """Key of the unit whose reports it is about."""
    of_reports: tuple[str, ...] = ()
    """Keys of the rows whose reports it is about, in the list's order."""

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows that it is about."""
        return self.of_reports or ((self.row,) if self.row else ())

    @property
    def name(self) -> str:
        """What names the line, whatever it says."""
        if self.unit:
            return f"{self.group}:{self.unit}"
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
        if state.code == "awaiting_closing":
            yield _awaiting(tasks, row, day)
        elif left is not None and left < 0:
            yield _of_row(tasks, "overdue", row, state, day)
        elif left is not None and left <= SOON_DAYS:
            yield _of_row(tasks, "soon", row, state, day)


def _of_row(tasks: TaskList, group: TodayGroup, row: str, state: RowState, day: date) -> TodayLine:
    """Return a row that has a day with that day, how long until it or since, and how far the row is."""
    left = state.days_left or 0
    said = f"逾期 {-left} 天" if left < 0 else f"剩 {left} 天"
    said = said if left else "今天到期"
    lowest = furthest_behind(measured_on(tasks, tasks.task(row), day))
    share = "" if state.share is None else f"{state.share}%"
    figures = f"{lowest.words} {share}" if lowest else share
    line = _begun(tasks, group, row)
    return replace(line, day=state.due, said=_said(state.due, day, said), figures=figures)


def _begun(tasks: TaskList, group: TodayGroup, row: str) -> TodayLine:
    """Return a row with those who lead it."""
    task = tasks.task(row)
    units, leaders = _wordings(task.lead_units), _wordings(task.lead_leaders)
    return TodayLine(group, row, task.text, units, leaders)


def _awaiting(tasks: TaskList, row: str, day: date) -> TodayLine:
    """Return a row that waits for its closing, with who said on which day that it is done."""
    facts, today = facts_of(tasks), day.isoformat()
    asked = closing_asked_on(facts.of(Closing, row), today)
    since, said = _completed_on(tasks, row, today), "报“已完成”，待批准"
    if asked:
        since, said = asked.asked_on, "申请销号，待批准"
    return replace(_begun(tasks, "awaiting_closing", row), day=since, said=_said(since, day, said))


def _completed_on(tasks: TaskList, row: str, today: str) -> str | None:
    """Return the day on which the last lead unit said that a row is done."""
    leads = reporting_units(tasks, tasks.task(row)).units
    days = []
    for report in facts_of(tasks).reports(row):
        is_standing = report.unit in leads and stands_on(report, today)
        if is_standing and report.word == "completed" and report.received_on:
            days.append(report.received_on)
    return max(days, default=None)


def _said(iso: str | None, day: date, words: str) -> str:
    """Return words behind the day that they are about."""
    return f"{_in_words(iso, day)} {words}" if iso else words


def _in_words(iso: str, day: date) -> str:
    return month_and_day(date.fromisoformat(iso), day)


def _wordings(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.wording for mention in mentions)


# ---------------------------------------------------------------------- reports


def _of_reports(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    """Yield of each unit the reports that are due today, and those that are past their day, of rows that are
    open.
    """
    states, reports = states_on(tasks, day), owed_on(tasks, day)
    today = day.isoformat()
    due = [owed for owed in reports if owed.word == "awaited" and owed.due_on == today]
    for found in _by_unit(owed for owed in due if states.of(owed.row).is_open):
        yield _of_unit(tasks, "due_today", found, "今天应报")
    for found in _by_unit(reports.outstanding()):
        yield _of_unit(tasks, "missing", found, _missing_said(found, day))


def _by_unit(found: Iterable[Owed]) -> Iterable[Sequence[Owed]]:
    """Return reports unit by unit, those of each in the list's order."""
    of_units: dict[str, list[Owed]] = {}
    for owed in found:
        of_units.setdefault(owed.unit, []).append(owed)
    return of_units.values()


def _of_unit(tasks: TaskList, group: TodayGroup, found: Sequence[Owed], said: str) -> TodayLine:
    """Return reports that a unit owes, with the last period of them to go to, at its first row."""
    first, last = min(found, key=_ends_on), max(found, key=_ends_on)
    text = f"{span_label(first.period, last.period)}进展"
    if len(found) > 1:
        text += f" {len(found)} 份"
    units = (tasks.wording_of(first.unit),)
    line = TodayLine(group, last.row, text, units, day=min(owed.due_on for owed in found), said=said)
    rows = tuple(dict.fromkeys(owed.row for owed in found))
    return replace(line, period=last.period.name, unit=first.unit, of_reports=rows)


def _ends_on(owed: Owed) -> date:
    return owed.period.last


def _missing_said(found: Sequence[Owed], day: date) -> str:
    """Return since when reports are missing, and how many of them were sent back."""
    first = min(found, key=_due_on)
    returned = [owed for owed in found if owed.word == "returned"]
    count = f" {len(returned)} 份" if len(found) > 1 else ""
    said = f"已退回{count}，" if returned else ""
    earliest = "最早的" if len({owed.due_on for owed in found}) > 1 else ""
    return f"{said}{earliest}应报 {_in_words(first.due_on, day)}，迟 {first.days_late} 天"


def _due_on(owed: Owed) -> str:
    return owed.due_on


# ---------------------------------------------------------------------- reminders


def _unanswered(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    today, places = day.isoformat(), tasks.places
    for one in follow_ups_of(tasks):
        if one.answer_by and ran_out(one, today):
            rows = [row for row in one.tasks if row in places]
            days = (day - date.fromisoformat(one.answer_by)).days
            said = _said(one.answer_by, day, f"应回复，过 {days} 天")
            units = (tasks.wording_of(one.unit),)
            line = TodayLine("unanswered", rows[0] if rows else "", one.number, units)
            line = replace(line, day=one.answer_by, said=said)
            yield replace(line, record=(FollowUp.TABLE, one.key))
