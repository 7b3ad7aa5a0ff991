"""How far a row should be on a day (序时进度), and how far it is, both in per cent as printed.

The plan of a row on a day D:

    with milestones             those due by D, of all
    with a day due              days from its start to D, of all days to its end
    else, of a list for a year  months of the periods that have ended by D, of all: June's end 50.0

The share is the lowest of the row's measures, each by its last reported value, else the share that the lead
units report, the lowest of theirs. Nothing reported is no share; a target that is no number, or 0, is asked
about and gives none.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from store.ledger.days import schedules_of
from store.ledger.figures import HUNDRED, number_in, per_cent
from store.ledger.periods import MONTHS, Period, period_with
from store.reading.signs.deadline_given import list_years
from store.records.derived import derived
from store.records.documents import on
from store.records.notice import Notice
from store.records.report import Report
from store.records.schedule import Measure, Milestone, PeriodName, Schedule
from store.records.tasklist import TaskList

_ZERO = Decimal("0.0")
_ALL = Decimal("100.0")
_MONTHS_A_YEAR = 12


class Years(NamedTuple):
    """The first and the last year of a list, and the periods by which its months are counted."""

    first: int
    last: int
    every: PeriodName

    @property
    def first_day(self) -> date:
        """The first day of the list's years."""
        return date(self.first, 1, 1)

    def last_period(self, every: PeriodName) -> Period:
        """Return the last period of a kind in the list's years; of weeks that in which the 28th of December
        lies (ISO 8601).
        """
        return period_with(every, date(self.last, 12, 28))


@derived(on(Notice), on(Schedule))
def years_of(tasks: TaskList) -> Years | None:
    """Return the years that the list is for; none where they are not known."""
    years = list_years(tasks.notice)
    if years is None:
        return None
    reported = [one.every for one in schedules_of(tasks) if one.every in MONTHS]
    every: PeriodName = min(reported, key=MONTHS.__getitem__, default="month")
    return Years(*years, every)


def plan_by_months(years: Years, day: date) -> Decimal:
    """Return the months that have passed with the last period that ended by a day, in per cent of all."""
    period = period_with(years.every, day)
    if period.last > day:
        period = period.before
    passed = (period.last.year - years.first) * _MONTHS_A_YEAR + period.last.month
    months = (years.last - years.first + 1) * _MONTHS_A_YEAR
    return per_cent(min(max(passed, 0), months), months)


def plan_by_days(start: date, due: date, day: date) -> Decimal:
    """Return the days from a start to a day, both counted, in per cent of those to the day due."""
    if day >= due:
        return _ALL
    if day < start:
        return _ZERO
    days = due - start + timedelta(days=1)
    passed = day - start + timedelta(days=1)
    return per_cent(passed.days, days.days)


def plan_by_milestones(milestones: Sequence[Milestone], day: date) -> Decimal | None:
    """Return the milestones due by a day in per cent of all that have a day; none where there are none."""
    days = [one.due_on for one in milestones if one.due_on]
    past = [due for due in days if due <= day.isoformat()]
    return per_cent(len(past), len(days)) if days else None


def plan_of(
    years: Years | None, milestones: Sequence[Milestone], start_on: str | None, due: str | None, day: date
) -> Decimal | None:
    """Return how far a row should be on a day; none where the list's year is not known and nothing else is
    said.
    """
    by_milestones = plan_by_milestones(milestones, day)
    if by_milestones is not None:
        return by_milestones
    start = date.fromisoformat(start_on) if start_on else years and years.first_day
    if start and due:
        return plan_by_days(start, date.fromisoformat(due), day)
    return plan_by_months(years, day) if years else None


# ---------------------------------------------------------------------- how far it is


def share_of_measure(measure: Measure, value: Decimal) -> Decimal | None:
    """Return how much of a target is reached, in per cent; none where the target is 0 or no number.

    A limit (至多) that is kept is reached whole; one that is passed, by as much as it is passed.
    """
    target = number_in(measure.target)
    if not target or target < 0:
        return None
    if measure.sense != "at_most":
        return per_cent(value, target)
    return _ALL if value <= target else per_cent(target, value)


def value_of(measure: Measure, reports: Sequence[Report]) -> Decimal | None:
    """Return the last value that reports, in the order of their periods, give of a measure.

    Where several units give one for the same period the lowest counts, of a limit the highest.
    """
    period, found = "", list[Decimal]()
    for report in reversed(reports):
        if period and report.period != period:
            break
        for said in report.values:
            number = number_in(said.value)
            if said.measure == measure.key and number is not None:
                period = report.period
                found.append(number)
    if not found:
        return None
    return max(found) if measure.sense == "at_most" else min(found)


def measures_asked(measures: Iterable[Measure]) -> list[Measure]:
    """Return the measures whose target is to be asked for: it is 0 or no number."""
    return [one for one in measures if not number_in(one.target)]


def share_of(
    measures: Sequence[Measure], reports: Sequence[Report], last_words: Iterable[Report]
) -> Decimal | None:
    """Return how far a row is: the lowest of its measures, else of what its lead units say last."""
    shares: list[Decimal] = []
    for measure in measures:
        value = value_of(measure, reports)
        share = None if value is None else share_of_measure(measure, value)
        if share is not None:
            shares.append(share)
    if not shares:
        said = [number_in(report.share) for report in last_words]
        shares = [per_cent(one, HUNDRED) for one in said if one is not None]
    return min(shares, default=None)
