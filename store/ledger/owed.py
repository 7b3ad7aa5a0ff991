"""What is owed: of each row, unit and period up to a day whether its report is in time, late, missing, sent
back or awaited. What a list was asked for (应报) is the sum of these words.

    按时         it first came by the day due, which was stamped then
    迟报         it first came later
    未报         the day due is past and nothing came
    未报（退回）   it was sent back, has not come again, and the day due is past
    待报         the day due is not past

owing.py says which units owe a report at all. Where two schedules ask for one period, the first made counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.ledger.days import schedules_of
from store.ledger.facts import facts_of
from store.ledger.owing import RowOwing, owed_since
from store.ledger.periods import Period, due_day, is_scheduled, period_with
from store.ledger.received import came_on, was_returned
from store.progress import Progress, silent, told
from store.records.derived import derived
from store.records.documents import on
from store.records.notice import Notice
from store.records.report import Report
from store.records.schedule import Reporters, Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit

OwedWord = Literal["in_time", "late", "missing", "returned", "awaited"]

OWED_WORDS: Mapping[OwedWord, str] = {
    "in_time": "按时",
    "late": "迟报",
    "missing": "未报",
    "returned": "未报（退回）",
    "awaited": "待报",
}
"""The words in the clerk's spelling."""

OUTSTANDING: frozenset[OwedWord] = frozenset(("missing", "returned"))
"""The words of reports that are past their day and not there."""

_READ_BY_ALL = (on(Notice), on(Unit), on(Schedule))
"""What may change what any row owes."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that a unit owes, or owed, of a row for a period."""

    row: str
    unit: str
    """Key."""
    period: Period
    due_on: str
    """ISO: as stamped at its receipt, else by the schedule."""
    word: OwedWord
    report: Report | None = None
    """What came, sent back or not."""
    days_late: int = 0
    """Days behind the day due: of what came late when it came, of what is missing until now."""


class OwedReports:
    """What the rows of a list owe on one day, each worked out when it is asked for."""

    def __init__(self, tasks: TaskList) -> None:
        """Know no row yet."""
        self._tasks = tasks
        self._version = -1
        self._day = date.min
        self._facts = facts_of(tasks)
        self._rows: dict[str, tuple[Owed, ...]] = {}
        self._calendars: dict[tuple[str, date], list[tuple[Period, date]]] = {}
        """By schedule and first day the periods that it asks for up to the day, and when they are due."""

    def bring_in_line(self, day: date) -> None:
        """Forget the rows that edits touched since the last time; all of them on another day."""
        documents = self._tasks.documents
        if documents.version == self._version and self._day == day:
            return
        self._facts.bring_in_line()
        if self._day != day or documents.changed_since(self._version, _READ_BY_ALL):
            self._day, self._schedules, self._began = day, schedules_of(self._tasks), owed_since(self._tasks)
            self._rows.clear()
            self._calendars.clear()
        touched = [*documents.touched_since(self._version, Task)]
        touched += self._facts.rows_touched_since(self._version)
        for row in touched:
            self._rows.pop(row, None)
        self._version = documents.version

    def of(self, row: str) -> Sequence[Owed]:
        """Return what a row owes of all periods up to the day, the earliest first."""
        found = self._rows.get(row)
        if found is None:
            found = self._rows[row] = tuple(self._of_row(row))
        return found

    def of_period(self, period: Period, progress: Progress = silent) -> Iterator[Owed]:
        """Yield what all rows owe of one period, in the list's order."""
        for row in told(self._tasks.task_keys, progress):
            for owed in self.of(row):
                if owed.period == period:
                    yield owed

    def __iter__(self) -> Iterator[Owed]:
        """Yield what all rows owe, in the list's order."""
        for row in self._tasks.task_keys:
            yield from self.of(row)

    def outstanding(self) -> Iterator[Owed]:
        """Yield what is past its day and not there, of rows that are open, in the list's order."""
        for row in self._tasks.task_keys:
            yield from self.outstanding_of(row)

    def outstanding_of(self, row: str) -> Sequence[Owed]:
        """Return what of a row is past its day and not there; nothing where the row is not open."""
        found = [owed for owed in self.of(row) if owed.word in OUTSTANDING]
        return () if found and self._owing(row).has_ended else found

    def unclear(self, row: str) -> Sequence[str]:
        """Return what stands in a row, should report, and is no known unit (统称未明): 相关处室."""
        if not self._schedules:
            return ()
        return self._owing(row).unclear(self._who)

    @property
    def _who(self) -> Reporters:
        """Who reports by any schedule."""
        asked = {schedule.who for schedule in self._schedules}
        return "all" if "all" in asked else "lead"

    # ------------------------------------------------------------------ one row

    def _owing(self, row: str) -> RowOwing:
        return RowOwing(self._tasks, self._facts, self._began, self._tasks.task(row), self._day)

    def _of_row(self, row: str) -> list[Owed]:
        if not self._schedules:
            return []
        owing = self._owing(row)
        if owing.began is None:
            return []
        found: dict[tuple[str, Period], Owed] = {}
        for schedule in self._schedules:
            for period, due in self._calendar(schedule, owing.began):
                for unit in owing.units(period, schedule.who):
                    if (unit, period) not in found and owing.owes(unit, period, due):
                        found[unit, period] = self._owed(row, unit, period, due, owing.report(unit, period))
        several = len(self._schedules) > 1
        return sorted(found.values(), key=_by_period) if several else list(found.values())

    def _calendar(self, schedule: Schedule, first: date) -> list[tuple[Period, date]]:
        """Return the periods of a schedule that end on a day or after it and have begun by today."""
        name = schedule.key, first
        found = self._calendars.get(name)
        if found is None:
            found = self._calendars[name] = []
            period = period_with(schedule.every, first)
            while period.first <= self._day:
                if is_scheduled(schedule, period):
                    found.append((period, due_day(schedule, period)))
                period = period.next
        return found

    def _owed(self, row: str, unit: str, period: Period, due: date, report: Report | None) -> Owed:
        due_on = report.due_on if report and report.due_on else due.isoformat()
        today = self._day.isoformat()
        came = came_on(report) if report else None
        if report is None or came is None or was_returned(report, today):
            word: OwedWord = "awaited"
            if today > due_on:
                word = "returned" if report else "missing"
            return Owed(row, unit, period, due_on, word, report, _days_after(due_on, today))
        late = _days_after(due_on, came)
        return Owed(row, unit, period, due_on, "late" if late else "in_time", report, late)


def _days_after(due: str, day: str) -> int:
    """Return by how many days a day is behind the day due, 0 for in time."""
    if day <= due:
        return 0
    return (date.fromisoformat(day) - date.fromisoformat(due)).days


def _by_period(owed: Owed) -> tuple[date, str]:
    return owed.period.last, owed.due_on


@derived()
def _kept(tasks: TaskList) -> OwedReports:
    """Return what the rows of a list owe, made once."""
    return OwedReports(tasks)


def owed_on(tasks: TaskList, day: date) -> OwedReports:
    """Return what the rows of a list owe on a day."""
    owed = _kept(tasks)
    owed.bring_in_line(day)
    return owed
