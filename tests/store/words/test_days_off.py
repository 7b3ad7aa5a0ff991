"""The days on which nobody works."""

from datetime import date

import pytest

from store.words.days_off import WEEKENDS, days_off

OCTOBER = days_off(tuple(f"2021-10-0{day}" for day in range(1, 8)), ("2021-10-09",))


@pytest.mark.parametrize(
    ("day", "is_off"),
    [("2021-10-07", True), ("2021-10-08", False), ("2021-10-09", False), ("2021-10-10", True)],
)
def test_weekends_and_holidays_are_off_but_for_days_worked(day: str, is_off: bool) -> None:
    assert OCTOBER.has(date.fromisoformat(day)) is is_off


def test_working_days_are_counted_over_holidays() -> None:
    issued = date(2021, 9, 29)
    assert OCTOBER.workdays_after(issued, 3) == date(2021, 10, 9)
    assert WEEKENDS.workdays_after(issued, 3) == date(2021, 10, 4)
