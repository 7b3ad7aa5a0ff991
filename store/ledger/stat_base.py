"""On what statistics stand: the day, the period whose reports are counted, and the sentence that says so."""

from dataclasses import dataclass
from datetime import date, timedelta

from store.ledger.days import schedules_of
from store.ledger.periods import Period, due_day, period_or_none, period_with
from store.ledger.plan import years_of
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class StatBase:
    """The day on which rows are looked at, and the period whose reports are counted."""

    day: date
    period: Period

    def covers(self, period: Period) -> bool:
        """Tell whether a period's reports are counted: of a year those of its months."""
        return self.period.first <= period.first and period.last <= self.period.last


def stat_base(
    tasks: TaskList, today: date, period: Period | None = None, day: date | None = None
) -> StatBase:
    """Return the base of statistics of a period, or on a day.

    A period is looked at from the end of the month in which its reports can be late, never from a day that is
    still to come: October that was due on the 25th on 31 October, a first quarter that was due on 15 April on
    30 April. On a day the last period counts that was due before it, else the one at hand.
    """
    if period is None:
        seen = day or today
        return StatBase(seen, _period_at(tasks, seen))
    seen = day or min(today, _seen_from(tasks, period))
    return StatBase(seen, period)


def _seen_from(tasks: TaskList, period: Period) -> date:
    """Return the day from which a period that is over is looked at."""
    last = period.last
    for schedule in schedules_of(tasks):
        if schedule.every == period.every:
            late = due_day(schedule, period) + timedelta(days=1)
            every = "week" if period.every == "week" else "month"
            last = max(last, period_with(every, late).last)
    return last


def _period_at(tasks: TaskList, day: date) -> Period:
    """Return the last period that was due before a day, of the first schedule; else the one at hand."""
    for schedule in schedules_of(tasks):
        period = period_with(schedule.every, day)
        while due_day(schedule, period) >= day:
            period = period.before
        first = period_or_none(schedule.from_period)
        last = period_or_none(schedule.until_period)
        if last and period.first > last.last:
            return period_with(schedule.every, last.last)
        if first and period.last < first.first:
            return period_with(schedule.every, first.first)
        return period
    return period_with("month", day)


_MOST_PERIODS = 12


def periods_to_look_at(tasks: TaskList, today: date) -> list[Period]:
    """Return the periods that statistics are asked for: the last that was due, those before it, the year.

    None before the list's own years or its schedule's first.
    """
    period = stat_base(tasks, today).period
    year = period_with("year", period.first)
    earliest = _first_day(tasks)
    found = [period]
    while len(found) < _MOST_PERIODS and period.before.last >= earliest:
        period = period.before
        found.append(period)
    return found if year in found else [*found, year]


def _first_day(tasks: TaskList) -> date:
    """Return the first day of a list's years, or of the last of its schedules to begin."""
    years = years_of(tasks)
    first = years.first_day if years else date.min
    for schedule in schedules_of(tasks):
        period = period_or_none(schedule.from_period)
        if period:
            first = max(first, period.first)
    return first
