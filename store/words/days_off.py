"""The days on which nobody works: weekends, holidays, and not the days worked in their stead (调休上班)."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_SATURDAY = 5
_ONE = timedelta(days=1)


class DaysOff(NamedTuple):
    """The holidays that are known, and the days of weekends that are worked, ISO."""

    holidays: frozenset[str] = frozenset()
    workdays: frozenset[str] = frozenset()

    def has(self, day: date) -> bool:
        """Tell whether a day is off: a holiday, or of a weekend and not worked."""
        iso = day.isoformat()
        return iso in self.holidays or (day.weekday() >= _SATURDAY and iso not in self.workdays)

    def next_workday(self, day: date) -> date:
        """Return a day, or the first working day behind it where it is off."""
        while self.has(day):
            day += _ONE
        return day

    def workdays_after(self, day: date, number: int) -> date:
        """Return the day that many working days after another."""
        for _ in range(number):
            day = self.next_workday(day + _ONE)
        return day


WEEKENDS = DaysOff()
"""Saturdays and Sundays: all that is known without a list of holidays."""


@lru_cache(maxsize=64)
def days_off(holidays: tuple[str, ...], workdays: tuple[str, ...]) -> DaysOff:
    """Return the days off by the days that a list holds, ISO."""
    return DaysOff(frozenset(holidays), frozenset(workdays))
