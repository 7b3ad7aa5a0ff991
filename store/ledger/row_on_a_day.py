"""One row on a day: its reports that stand, the day that counts, its state and its light."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from store.ledger.days import (
    Deadlines,
    deadlines_of_row,
    due_of_period,
    period_of_row,
    schedule_of_row,
    schedules_of,
)
from store.ledger.facts import Facts
from store.ledger.lights import LightFacts, Scheme, is_behind, light_of, scheme_of
from store.ledger.periods import Period, is_scheduled, period_with, periods_due
from store.ledger.plan import Years, plan_of, share_of, years_of
from store.ledger.reporters import Reporting, reporting_units
from store.ledger.state_words import WARN_DAYS, StateCode
from store.ledger.states import RowState
from store.records.closing import Adjustment, Closing
from store.records.courses import closing_asked_on, closing_on, course_on
from store.records.ledger_rules import LightRule
from store.records.report import Report, ReportWord
from store.records.schedule import Measure, Milestone, Schedule
from store.records.task import Task
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class Rules:
    """What the states of all rows of a list stand on, on a day."""

    day: date
    today: str
    """The same day, ISO."""
    warn_days: int
    schedules: tuple[Schedule, ...]
    scheme: Scheme
    years: Years | None
    began: date | None
    """The first day from which rows owe reports: that of the notice, else of the list's years."""


def rules_of(tasks: TaskList, day: date) -> Rules:
    """Return what the states of a list stand on, on a day."""
    years, issued_on = years_of(tasks), tasks.notice.issued_on
    began = date.fromisoformat(issued_on) if issued_on else years and years.first_day
    scheme = scheme_of(tasks.all_of(LightRule))
    warn_days = tasks.notice.warn_days or WARN_DAYS
    return Rules(day, day.isoformat(), warn_days, schedules_of(tasks), scheme, years, began)


def stands_on(report: Report, day: str) -> bool:
    """Tell whether a report was received by a day and is not sent back on it."""
    received = report.first_received_on or report.received_on
    is_returned = report.returned_on is not None and report.returned_on <= day
    return received is not None and received <= day and not is_returned


class RowOnADay:
    """A row of a list on the day of some rules."""

    def __init__(self, tasks: TaskList, facts: Facts, rules: Rules, task: Task) -> None:
        """Look at a row; nothing is worked out yet."""
        self._tasks, self._facts, self._rules, self._task = tasks, facts, rules, task
        self._said: Deadlines = deadlines_of_row(tasks, task)

    @cached_property
    def _reporting(self) -> Reporting:
        return reporting_units(self._tasks, self._task)

    @cached_property
    def _reports(self) -> list[Report]:
        """The reports of lead units that stand, the earliest period first."""
        found = self._facts.reports(self._task.key)
        if not found:
            return found
        leads, today = self._reporting.units, self._rules.today
        return [one for one in found if one.unit in leads and stands_on(one, today)]

    @cached_property
    def last_words(self) -> Sequence[Report]:
        """The last report of each lead unit that stands."""
        return tuple({report.unit: report for report in self._reports}.values())

    def state(self) -> RowState:
        """Return the state of the row, with what stands beside it."""
        row, today = self._task.key, self._rules.today
        course = course_on(self._facts.of(Adjustment, row), today)
        if course:
            return RowState(course, self._said)
        closings = self._facts.of(Closing, row)
        if closings and closing_on(closings, today):
            return RowState("closed", self._said)
        due = self._due()
        days_left = (date.fromisoformat(due) - self._rules.day).days if due else None
        if self._all_say("completed") or (closings and closing_asked_on(closings, today)):
            return RowState("awaiting_closing", self._said, due, days_left)
        return self._open(due, days_left)

    def _all_say(self, word: ReportWord) -> bool:
        """Tell whether each lead unit, and there is one, says a word last."""
        if not self.last_words or not self._reporting.is_whole:
            return False
        said = {report.unit for report in self.last_words if report.word == word}
        return said.issuperset(self._reporting.units)

    def _open(self, due: str | None, days_left: int | None) -> RowState:
        """Return the state of a row that is open, with how far it is and its light."""
        rules, row = self._rules, self._task.key
        code = self._open_code(days_left)
        milestones, measures = self._facts.of(Milestone, row), self._facts.of(Measure, row)
        dated = due if self._said.kind == "dated" else None
        plan = plan_of(rules.years, milestones, self._task.start_on, dated, rules.day)
        share = share_of(measures, self._reports, self.last_words)
        behind = None if plan is None or share is None else plan - share
        seen = LightFacts(plan, behind, days_left, code == "overdue", code == "near")
        light = light_of(rules.scheme, seen)
        late = behind is not None and is_behind(rules.scheme, seen)
        return RowState(code, self._said, due, days_left, plan, share, behind, light, late)

    def _open_code(self, days_left: int | None) -> StateCode:
        if days_left is not None and days_left < 0:
            return "overdue"
        if days_left is not None and days_left <= self._rules.warn_days:
            return "near"
        if self._said.kind == "continuing":
            return "continuing"
        if self._is_not_started():
            return "not_started"
        return "no_deadline" if days_left is None else "under_way"

    def _is_not_started(self) -> bool:
        if self.last_words:
            return self._all_say("not_started")
        rules = self._rules
        if not rules.schedules or self._began is None or not self._reporting.units:
            return False
        yesterday = rules.day - timedelta(days=1)
        found = (next(periods_due(one, self._began, yesterday), None) for one in rules.schedules)
        return any(found)

    @property
    def _began(self) -> date | None:
        """The day from which the row owes reports: its start, else that of the list."""
        start = self._task.start_on
        return date.fromisoformat(start) if start else self._rules.began

    # ------------------------------------------------------------------ the day that counts

    def _due(self) -> str | None:
        """Return the day that counts: of recurring work that of the earliest period that is still owed."""
        if self._said.kind != "recurring":
            return self._said.on_day(self._rules.today)
        period = period_of_row(self._tasks, self._said, self._rules.day)
        if period is None:
            return None
        owed = self._owed_before(period) or period
        while self._is_reported(owed):
            owed = owed.next
        return due_of_period(self._tasks, self._said, owed).isoformat()

    def _owed_before(self, period: Period) -> Period | None:
        """Return the earliest period before one that some lead unit has not reported.

        A list that neither asks for reports nor holds one of the row owes none.
        """
        schedule = schedule_of_row(self._tasks, self._said)
        is_asked = schedule is not None or bool(self._reports)
        if self._began is None or not is_asked or not self._reporting.units:
            return None
        earlier = period_with(period.every, self._began)
        while earlier.last < period.first:
            is_owed = schedule is None or is_scheduled(schedule, earlier)
            if is_owed and not self._was_suspended(earlier) and not self._is_reported(earlier):
                return earlier
            earlier = earlier.next
        return None

    def _was_suspended(self, period: Period) -> bool:
        """Tell whether the row was suspended on the day on which a period was due."""
        adjustments = self._facts.of(Adjustment, self._task.key)
        if not adjustments:
            return False
        due = due_of_period(self._tasks, self._said, period)
        return bool(course_on(adjustments, due.isoformat()))

    def _is_reported(self, period: Period) -> bool:
        """Tell whether each lead unit, and there is one whose work goes on, has reported a period.

        A unit that says 已完成 last owes no more.
        """
        done = {report.unit for report in self.last_words if report.word == "completed"}
        at_work = set(self._reporting.units) - done
        reported = {report.unit for report in self._reports if report.period == period.name}
        return bool(at_work) and reported >= at_work
