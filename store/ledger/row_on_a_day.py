"""One row on a day: its reports that stand, the day that counts, its state and its light."""

from collections.abc import Iterator, Mapping
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
from store.ledger.heirs import heirs_of, last_words, speaking
from store.ledger.lights import LightFacts, Scheme, is_behind, light_of, scheme_of
from store.ledger.owing import RowOwing, owed_since
from store.ledger.periods import Period, due_day, is_scheduled, period_with, periods_due
from store.ledger.plan import Years, plan_of, share_of, years_of
from store.ledger.received import stands_on
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
    """The first day from which rows owe reports."""


def rules_of(tasks: TaskList, day: date) -> Rules:
    """Return what the states of a list stand on, on a day."""
    years, began = years_of(tasks), owed_since(tasks)
    scheme = scheme_of(tasks.all_of(LightRule))
    warn_days = tasks.notice.warn_days or WARN_DAYS
    return Rules(day, day.isoformat(), warn_days, schedules_of(tasks), scheme, years, began)


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
        """The reports of lead units, and of units that live on in them, that stand, the earliest period
        first.
        """
        found = self._facts.reports(self._task.key)
        if not found:
            return found
        leads, today, heirs = self._reporting.units, self._rules.today, heirs_of(self._tasks)
        return [one for one in found if speaking(heirs, one.unit, leads) and stands_on(one, today)]

    @cached_property
    def last_words(self) -> Mapping[str, Report]:
        """The last report of each lead unit (key) that stands."""
        return last_words(heirs_of(self._tasks), self._reporting.units, self._reports)

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
        said = {unit for unit, report in self.last_words.items() if report.word == word}
        return said.issuperset(self._reporting.units)

    def _open(self, due: str | None, days_left: int | None) -> RowState:
        """Return the state of a row that is open, with how far it is and its light."""
        rules, row = self._rules, self._task.key
        code = self._open_code(days_left)
        milestones, measures = self._facts.of(Milestone, row), self._facts.of(Measure, row)
        dated = due if self._said.kind == "dated" else None
        plan = plan_of(rules.years, milestones, self._task.start_on, dated, rules.day)
        share = share_of(measures, self._reports, self.last_words.values())
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
        rules, start = self._rules, self._owing.began
        if not rules.schedules or start is None or not self._reporting.units:
            return False
        yesterday = rules.day - timedelta(days=1)
        found = (next(periods_due(one, start, yesterday), None) for one in rules.schedules)
        return any(found)

    @cached_property
    def _owing(self) -> RowOwing:
        return RowOwing(self._tasks, self._facts, self._rules.began, self._task, self._rules.day)

    # ------------------------------------------------------------------ the day that counts

    def _due(self) -> str | None:
        """Return the day that counts: of recurring work that of the earliest period that is still owed."""
        if self._said.kind != "recurring":
            return self._said.on_day(self._rules.today)
        period = period_of_row(self._tasks, self._said, self._rules.day)
        if period is None:
            return None
        owed = next(filter(self._is_outstanding, self._earlier(period)), period)
        while self._owing.is_reported(owed, self._due_of(owed)):
            owed = owed.next
        return self._due_of(owed).isoformat()

    def _earlier(self, period: Period) -> Iterator[Period]:
        """Yield the periods before one that the row may owe, in order.

        A list that neither asks for reports nor holds one of the row asks for none.
        """
        schedule, start = schedule_of_row(self._tasks, self._said), self._owing.began
        if start is None or (schedule is None and not self._reports):
            return
        earlier = period_with(period.every, start)
        while earlier.last < period.first:
            if self._was_asked(schedule, earlier):
                yield earlier
            earlier = earlier.next

    def _was_asked(self, schedule: Schedule | None, period: Period) -> bool:
        """Tell whether a period was asked for: by the schedule of its rhythm, else by the day due of another
        one's period that covers its end.
        """
        if schedule:
            return is_scheduled(schedule, period)
        others = self._rules.schedules
        return not others or any(self._is_past(one, period) for one in others)

    def _is_past(self, schedule: Schedule, period: Period) -> bool:
        covering = period_with(schedule.every, period.last)
        return is_scheduled(schedule, covering) and due_day(schedule, covering) < self._rules.day

    def _due_of(self, period: Period) -> date:
        return due_of_period(self._tasks, self._said, period)

    def _is_outstanding(self, period: Period) -> bool:
        return self._owing.is_outstanding(period, self._due_of(period))
