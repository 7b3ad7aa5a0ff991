"""What one row owes on a day: who reports of it for a period, and whether a unit owes that report.

A report is owed by the units that stand in the row on the period's last day, and not where

    the row came, or its work began, after the period or after its day due
    the row was suspended or cancelled on the day due
    the row was closed before the period, or by the day due with nothing reported
    the unit's 已完成 was received by the day due, for an earlier period
    the row is cancelled, and nothing was reported
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from store.history.past_duties import PastDuties
from store.ledger.days import schedules_of
from store.ledger.facts import Facts
from store.ledger.heirs import heirs_of, last_words
from store.ledger.periods import Period, period_or_none
from store.ledger.plan import years_of
from store.ledger.received import came_by, came_on, was_returned
from store.ledger.reporters import Reporting, reporting_of, reporting_units
from store.records.closing import Adjustment, Closing
from store.records.courses import closing_on, course_on
from store.records.derived import derived
from store.records.report import Report
from store.records.schedule import Reporters
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, SideName


@derived()
def _kept(tasks: TaskList) -> PastDuties:
    """Return the past duties of a list's rows, made once."""
    return PastDuties()


def past_duties(tasks: TaskList) -> PastDuties:
    """Return who stood in the rows of a list on earlier days."""
    past = _kept(tasks)
    past.catch_up(tasks.documents.history())
    return past


def owed_since(tasks: TaskList) -> date | None:
    """Return the day from which the rows of a list owe reports: that of its notice, else the first of its
    years, else of the first period that a schedule asks for; none where nobody knows.
    """
    issued_on, years = tasks.notice.issued_on, years_of(tasks)
    if issued_on:
        return date.fromisoformat(issued_on)
    if years:
        return years.first_day
    asked = [period_or_none(one.from_period) for one in schedules_of(tasks)]
    return min((period.first for period in asked if period), default=None)


def units_that_may_report(tasks: TaskList, row: str, period: Period) -> Sequence[str]:
    """Return the units (keys) that may report of a row for a period: they stood in it at any time of it, the
    lead units first.
    """
    past, task = past_duties(tasks), tasks.task(row)
    first, last = period.first.isoformat(), period.last.isoformat()
    found: list[str] = []
    for side in SIDES:
        found += reporting_of(tasks, past.units_within(task, side, first, last)).units
    return tuple(dict.fromkeys(found))


class RowOwing:
    """What a row owes on a day."""

    def __init__(self, tasks: TaskList, facts: Facts, began: date | None, task: Task, day: date) -> None:
        """Look at a row of a list that stands since a day; nothing is worked out yet."""
        self._tasks, self._facts, self._list_began, self._task = tasks, facts, began, task
        self._today = day.isoformat()
        self._adjustments = facts.of(Adjustment, task.key)
        self._closings = facts.of(Closing, task.key)

    @cached_property
    def _past(self) -> PastDuties:
        return past_duties(self._tasks)

    @cached_property
    def began(self) -> date | None:
        """The day in whose period the row owes its first report: its start, else that of the list, or that
        on which the row came if it came later; none where nobody knows.
        """
        start, came = self._task.start_on, self._past.came(self._task.key)
        first = date.fromisoformat(start) if start else self._list_began
        days = [one for one in (first, date.fromisoformat(came) if came else None) if one]
        return max(days, default=None)

    @property
    def has_ended(self) -> bool:
        """Whether the row is closed, cancelled or suspended, and nothing can be asked of it."""
        is_stopped = bool(course_on(self._adjustments, self._today))
        return is_stopped or closing_on(self._closings, self._today) is not None

    # ------------------------------------------------------------------ who reports

    def reporting(self, side: SideName, period: Period) -> Reporting:
        """Return who reports of a side for a period."""
        task = self._task
        if not self._past.moved(task.key):
            return self._now[side]
        mentions = self._past.units_on(task, side, period.last.isoformat())
        return reporting_of(self._tasks, mentions)

    @cached_property
    def _now(self) -> dict[SideName, Reporting]:
        return {side: reporting_units(self._tasks, self._task, side) for side in SIDES}

    def units(self, period: Period, who: Reporters = "lead") -> Sequence[str]:
        """Return the units (keys) that report for a period, each once."""
        leads = self.reporting("lead", period).units
        if who == "lead":
            return leads
        partners = self.reporting("participant", period).units
        return tuple(dict.fromkeys((*leads, *partners)))

    def unclear(self, who: Reporters = "lead") -> Sequence[str]:
        """Return the wordings in the row that should report and are no known unit (统称未明): 相关处室."""
        if self.has_ended:
            return ()
        leads = self._now["lead"].unclear
        others = self._now["participant"].unclear if who == "all" else ()
        return tuple(dict.fromkeys((*leads, *others)))

    # ------------------------------------------------------------------ what is owed

    @cached_property
    def _reports(self) -> Sequence[Report]:
        """The reports that had come, the earliest period first."""
        found = self._facts.reports(self._task.key)
        return [one for one in found if came_by(one, self._today)]

    @cached_property
    def _by_period(self) -> Mapping[str, Sequence[Report]]:
        found: dict[str, list[Report]] = {}
        for report in self._reports:
            found.setdefault(report.period, []).append(report)
        return found

    @cached_property
    def _some_are_done(self) -> bool:
        """Whether any unit ever said 已完成."""
        return any(report.word == "completed" for report in self._reports)

    def report(self, unit: str, period: Period) -> Report | None:
        """Return what a unit reported for a period, sent back or not; where it took over from another in the
        middle of it, what that one had reported.
        """
        of_period = self._by_period.get(period.name, ())
        for report in of_period:
            if report.unit == unit:
                return report
        heirs = heirs_of(self._tasks) if of_period else {}
        for report in of_period:
            if unit in heirs.get(report.unit, ()) and not self._led(unit, period.first):
                return report
        return None

    def _led(self, unit: str, day: date) -> bool:
        """Tell whether a unit led the row on a day."""
        mentions = self._past.units_on(self._task, "lead", day.isoformat())
        return unit in reporting_of(self._tasks, mentions).units

    def has_reported(self, unit: str, period: Period) -> bool:
        """Tell whether a unit's report for a period stands; where no schedule asks for such periods, one that
        covers its end: of a first quarter that of March.
        """
        report = self.report(unit, period)
        rhythms = [schedule.every for schedule in schedules_of(self._tasks)]
        if report is None and period.every not in rhythms:
            report = self._covering(unit, period.last)
        return report is not None and not was_returned(report, self._today)

    def _covering(self, unit: str, day: date) -> Report | None:
        """Return a report of a unit for a period in which a day lies."""
        for report in self._reports:
            period = period_or_none(report.period)
            if period and report.unit == unit and period.first <= day <= period.last:
                return report
        return None

    def owes(self, unit: str, period: Period, due: date) -> bool:
        """Tell whether a unit that reports for a period owes, or owed, a report of the row due on a day."""
        if self.began is None or period.last < self.began or due < self.began:
            return False
        seen = min(due.isoformat(), self._today)
        if self._adjustments and self._is_off(unit, period, seen):
            return False
        closing = closing_on(self._closings, seen) if self._closings else None
        if closing and closing.approved_on:
            is_before = closing.approved_on < period.first.isoformat()
            if is_before or not self.report(unit, period):
                return False
        return not self._is_done(unit, period, seen)

    def _is_off(self, unit: str, period: Period, seen: str) -> bool:
        """Tell whether the row was suspended or cancelled, or is cancelled now with nothing reported."""
        if course_on(self._adjustments, seen):
            return True
        is_cancelled = course_on(self._adjustments, self._today) == "cancelled"
        return is_cancelled and not self.report(unit, period)

    def _is_done(self, unit: str, period: Period, seen: str) -> bool:
        """Tell whether the unit's last word on earlier periods, received by a day, was 已完成."""
        if not self._some_are_done:
            return False
        earlier: list[Report] = []
        for report in self._reports:
            of_period = period_or_none(report.period)
            is_earlier = of_period is not None and of_period.last < period.last
            if is_earlier and (came_on(report) or "") <= seen and not was_returned(report, self._today):
                earlier.append(report)
        heirs = heirs_of(self._tasks)
        last = last_words(heirs, (unit,), earlier).get(unit)
        return last is not None and last.word == "completed"

    def is_outstanding(self, period: Period, due: date) -> bool:
        """Tell whether some lead unit owes a period, due on a day, and has not reported it."""
        at_work = self._at_work(period, due)
        return not all(self.has_reported(unit, period) for unit in at_work)

    def is_reported(self, period: Period, due: date) -> bool:
        """Tell whether each lead unit that owes a period, and there is one, has reported it."""
        at_work = self._at_work(period, due)
        if not at_work:
            return False
        return all(self.has_reported(unit, period) for unit in at_work)

    def _at_work(self, period: Period, due: date) -> Sequence[str]:
        units = self.units(period)
        return [unit for unit in units if self.owes(unit, period, due)]
