"""Rows whose rhythm is another than that of the reports: a monthly list with a row for each quarter."""

import pytest

from store.records.schedule import Schedule
from tests.store.ledger.small_list import report, small_list, state

MONTHLY = Schedule("s", name="月报", every="month", due_day=25, from_period="2021-02")
QUARTERLY = Schedule("s", name="季报", every="quarter", due_day=15, due_shift=1)
WEEKLY = Schedule("s", name="周报", every="week", due_day=5)


@pytest.mark.parametrize(
    ("reported", "day", "code", "due"),
    [
        # Reported each month: March's report ends the first quarter.
        (("2021-02",), "2021-03-20", "under_way", "2021-03-31"),
        (("2021-02", "2021-03"), "2021-03-26", "under_way", "2021-06-30"),
        (("2021-02", "2021-03"), "2021-05-10", "under_way", "2021-06-30"),
        (("2021-02",), "2021-03-31", "near", "2021-03-31"),
        (("2021-02",), "2021-04-10", "overdue", "2021-03-31"),
        (("2021-02", "2021-03"), "2021-07-01", "overdue", "2021-06-30"),
    ],
)
def test_a_row_for_each_quarter_in_a_monthly_list(
    reported: tuple[str, ...], day: str, code: str, due: str
) -> None:
    found = state(small_list(MONTHLY, *map(report, reported), deadline="每季度"), day)
    assert (found.code, found.due) == (code, due)


@pytest.mark.parametrize(
    ("day", "code", "due"),
    [
        ("2021-05-10", "under_way", "2021-05-31"),  # April is asked for with the second quarter, by 15 July.
        ("2021-07-16", "overdue", "2021-04-30"),
    ],
)
def test_a_monthly_row_in_a_quarterly_list(day: str, code: str, due: str) -> None:
    quarter = report("2021Q1", first_received_on="2021-04-10", received_on="2021-04-10")
    found = state(small_list(QUARTERLY, quarter, deadline="每月"), day)
    assert (found.code, found.due) == (code, due)


def test_a_monthly_row_in_a_weekly_list() -> None:
    """The week from 29 March to 4 April covers March's end."""
    week = report("2021-W13", first_received_on="2021-04-02", received_on="2021-04-02")
    found = state(small_list(WEEKLY, week, deadline="每月"), "2021-04-10")
    assert found.code == "overdue", "January and February were not reported"


def test_what_is_asked_for_by_name_is_not_covered_by_another_period() -> None:
    other = Schedule("q", name="季报", every="quarter", due_day=15, due_shift=1)
    tasks = small_list(MONTHLY, other, report("2021-02"), report("2021-03"), deadline="每季度")
    found = state(tasks, "2021-04-16")
    assert (found.code, found.due) == ("overdue", "2021-04-15")
