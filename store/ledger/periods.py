"""Reporting periods: 2026-10, 2026Q4, 2026H2, 2026, 2026-W43, their days and the days on which they are due.

A month's period is due on a day of the month in which it ends, or of the month after:

    monthly, day 25        2021-02 is due on 2021-02-25
    monthly, day 31        2021-02 is due on 2021-02-28
    quarterly, 15, after   2021Q1 is due on 2021-04-15, 2021Q4 on 2022-01-15
    monthly, day 3, off until the 7th: 2021-10 is due on 2021-10-08
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from store.records.schedule import PeriodName, Schedule
from store.refused import Refused
from store.words.days_off import days_off

MONTHS: dict[PeriodName, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""How many months a period has; a week has none."""

# 2026-10, 2026Q4, 2026H2, 2026, 2026-W43.
_NAME = re.compile(
    r"(?P<year>20\d\d)(?:-(?P<month>\d{1,2})|Q(?P<quarter>[1-4])|H(?P<half>[12])|-?W(?P<week>\d{1,2}))?"
)
# 2026年10月, 2026年第四季度, 2026年3季度, 2026年上半年, 2026年, 2026年第43周.
_WORDED = re.compile(
    r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年"
    r"|第(?P<week>\d{1,2})周)?"
)
_QUARTERS = "一二三四"
_WEEK = timedelta(weeks=1)
_MONTHS_A_YEAR = 12
_WEEKS_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period."""

    every: PeriodName
    first: date
    last: date

    @property
    def name(self) -> str:
        """As records and the command line have it: 2026-10, 2026Q4, 2026H2, 2026, 2026-W43."""
        year, place = self.first.year, self._place
        match self.every:
            case "week":
                iso = self.first.isocalendar()
                return f"{iso.year}-W{iso.week:02}"
            case "month":
                return f"{year}-{place:02}"
            case "quarter":
                return f"{year}Q{place}"
            case "half_year":
                return f"{year}H{place}"
        return str(year)

    @property
    def label(self) -> str:
        """As the clerk reads it: 2026年10月, 2026年第四季度, 2026年下半年, 2026年, 2026年第43周."""
        year, place = self.first.year, self._place
        match self.every:
            case "week":
                iso = self.first.isocalendar()
                return f"{iso.year}年第{iso.week}周"
            case "month":
                return f"{year}年{place}月"
            case "quarter":
                return f"{year}年第{_QUARTERS[place - 1]}季度"
            case "half_year":
                return f"{year}年{'上下'[place - 1]}半年"
        return f"{year}年"

    @property
    def _place(self) -> int:
        """Which period of its year it is, counted from 1; for a week nothing is meant by it."""
        return (self.first.month - 1) // MONTHS.get(self.every, 1) + 1

    @property
    def next(self) -> "Period":
        """The period after it."""
        return period_with(self.every, self.last + timedelta(days=1))

    @property
    def before(self) -> "Period":
        """The period before it."""
        return period_with(self.every, self.first - timedelta(days=1))

    @property
    def a_year_later(self) -> "Period":
        """The period of the year after in the same place; a 53rd week, which few years have, becomes its
        52nd.
        """
        if self.every == "week":
            iso = self.first.isocalendar()
            return period_with("week", date.fromisocalendar(iso.year + 1, min(iso.week, _WEEKS_A_YEAR), 1))
        return period_with(self.every, date(self.first.year + 1, self.first.month, 1))


@lru_cache(maxsize=4096)
def period_with(every: PeriodName, day: date) -> Period:
    """Return the period of a kind in which a day lies."""
    if every == "week":
        first = day - timedelta(days=day.weekday())
        return Period(every, first, first + timedelta(days=6))
    months = MONTHS[every]
    month = (day.month - 1) // months * months + 1
    last_month = month + months - 1
    last = monthrange(day.year, last_month)[1]
    return Period(every, date(day.year, month, 1), date(day.year, last_month, last))


@lru_cache(maxsize=4096)
def period_or_none(name: str) -> Period | None:
    """Return the period that a name or the clerk's words name; none where they name none."""
    plain = unicodedata.normalize("NFKC", name).strip()
    found = _NAME.fullmatch(plain.upper()) or _WORDED.fullmatch(plain)
    try:
        return _period(found) if found else None
    except ValueError:  # 2026-13, 2026-W54.
        return None


def is_up_to(name: str, period: Period) -> bool:
    """Tell whether a period, by its name, ends with another or before it."""
    named = period_or_none(name)
    return named is not None and named.last <= period.last


def period_named(words: str) -> Period:
    """Return the period that words name: 2026-10 or 2026年10月; refused where they name none."""
    found = period_or_none(words)
    if found is None:
        raise Refused(f"“{words.strip()}”不是报送期，请写作 2026-10、2026Q4、2026H2、2026 或 2026-W43。")
    return found


def _period(found: "re.Match[str]") -> Period:
    year = int(found["year"])
    if found["month"]:
        return period_with("month", date(year, int(found["month"]), 1))
    if found["quarter"]:
        sign = found["quarter"]
        place = int(sign) if sign.isdecimal() else _QUARTERS.index(sign) + 1
        return period_with("quarter", date(year, 3 * place, 1))
    if found["half"]:
        return period_with("half_year", date(year, 1 if found["half"] in "1上" else 7, 1))
    if found["week"]:
        return period_with("week", date.fromisocalendar(year, int(found["week"]), 1))
    return period_with("year", date(year, 1, 1))


def span_label(first: Period, last: Period) -> str:
    """Return periods from one to another as the clerk reads them: 2026年4月至11月."""
    if first == last:
        return first.label
    year = f"{first.first.year}年"
    end = last.label.removeprefix(year) or last.label
    return f"{first.label}至{end}"


def due_day(schedule: Schedule, period: Period) -> date:
    """Return the day by which a period's reports are due: no day off, where the schedule knows these."""
    day = _named_day(schedule, period)
    off = days_off(schedule.holidays, schedule.workdays)
    return off.next_workday(day) if schedule.holidays else day


def _named_day(schedule: Schedule, period: Period) -> date:
    if period.every == "week":
        end = period.last + schedule.due_shift * _WEEK
        return end - timedelta(days=7 - schedule.due_day) if schedule.due_day else end
    months = period.last.year * _MONTHS_A_YEAR + period.last.month - 1 + schedule.due_shift
    year, month = divmod(months, _MONTHS_A_YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(schedule.due_day or last, last))


def is_scheduled(schedule: Schedule, period: Period) -> bool:
    """Tell whether a schedule asks for a period: of its kind, not before its first, not after its last."""
    if period.every != schedule.every:
        return False
    first, last = period_or_none(schedule.from_period), period_or_none(schedule.until_period)
    is_before = first is not None and period.last < first.first
    is_after = last is not None and period.first > last.last
    return not is_before and not is_after


def periods_due(schedule: Schedule, start: date, until: date) -> Iterator[Period]:
    """Yield the periods of a schedule that end on a day or after it and are due by another, in order."""
    first = period_or_none(schedule.from_period)
    begin = max(start, first.first) if first else start
    period = period_with(schedule.every, begin)
    while due_day(schedule, period) <= until:
        if is_scheduled(schedule, period):
            yield period
        elif period.first > begin:
            return
        period = period.next


def period_due_next(schedule: Schedule, day: date) -> Period | None:
    """Return the first period of a schedule that is due on a day or after it; none after its last."""
    period = period_with(schedule.every, day)
    while due_day(schedule, period.before) >= day:
        period = period.before
    while due_day(schedule, period) < day:
        period = period.next
    first = period_or_none(schedule.from_period)
    if first and period.last < first.first:
        period = period_with(schedule.every, first.first)
    return period if is_scheduled(schedule, period) else None


def period_worked_on(schedule: Schedule, day: date) -> Period:
    """Return the period of a schedule that is reported on a day: the one due next, but none that has not
    begun; after its last the last.
    """
    running = period_with(schedule.every, day)
    following = period_due_next(schedule, day)
    if following is None:
        return period_or_none(schedule.until_period) or running
    return following if following.first < running.first else running
