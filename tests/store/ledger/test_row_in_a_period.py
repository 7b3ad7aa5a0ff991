"""A row in one period: who has a place in it, which report is the last, which period is looked at."""

from datetime import date

import pytest

from store.ledger.owed import owed_on
from store.ledger.periods import period_named
from store.ledger.row_in_a_period import (
    last_reports,
    period_looked_at,
    report_before,
    units_in_period,
)
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import PLATFORM, RESULTS, ROW, report, small_list

JUNE = period_named("2021-06")
MONTHLY = Schedule("monthly", "notice", "月报", "month", 25)


def units(tasks: TaskList, day: str = "2021-06-20") -> list[tuple[str, bool, bool]]:
    """The units of the row in June: each with whether it reported, and whether its report is to come."""
    owed = owed_on(tasks, date.fromisoformat(day))
    found = units_in_period(tasks, owed, ROW, JUNE)
    return [(one.unit, one.report is not None, one.is_lacking) for one in found]


def test_without_a_schedule_the_lead_units_stand_there() -> None:
    assert units(small_list(lead_units=(PLATFORM, RESULTS))) == [
        ("platform", False, True),
        ("results", False, True),
    ]


def test_who_owes_comes_first_then_who_reported_without_owing() -> None:
    tasks = small_list(MONTHLY, report("2021-06", unit=RESULTS), participant_units=(RESULTS,))
    assert units(tasks) == [("platform", False, True), ("results", True, False)]


def test_a_report_that_was_sent_back_is_to_come() -> None:
    tasks = small_list(MONTHLY, report("2021-06", returned_on="2021-06-26"))
    assert units(tasks, "2021-06-27") == [("platform", True, True)]


def test_the_report_before_is_of_the_same_unit_and_never_of_a_later_period() -> None:
    reports = [report(f"2021-{month}") for month in ("07", "03", "05")]
    tasks = small_list(*reports, report("2021-05", unit=RESULTS, done="别的单位"))
    found = report_before(tasks, ROW, "platform", JUNE)
    assert found and (found.period, found.done) == ("2021-05", "")
    assert report_before(tasks, ROW, "platform", period_named("2021-03")) is None


def test_the_last_reports_are_those_of_leads_then_partners_then_of_who_left() -> None:
    tasks = small_list(
        report("2021-05"), report("2021-06"), participant_units=(RESULTS,), lead_units=(PLATFORM,)
    )
    found = [(unit, last.period if last else None) for unit, last in last_reports(tasks, ROW)]
    assert found == [("platform", "2021-06"), ("results", None)]
    left = small_list(report("2021-05"), lead_units=(RESULTS,))
    assert [unit for unit, _ in last_reports(left, ROW)] == ["results", "platform"]


@pytest.mark.parametrize(
    ("schedule", "day", "period"),
    [
        (None, "2021-06-20", "2021-06"),
        (MONTHLY, "2021-06-20", "2021-06"),
        (MONTHLY, "2021-06-28", "2021-06"),  # July has not begun, though its day is the next.
        (Schedule("q", "notice", "季报", "quarter", 15, 1), "2021-04-10", "2021Q1"),
        (Schedule("q", "notice", "季报", "quarter", 15, 1), "2021-04-20", "2021Q2"),
        (Schedule("m", "notice", "月报", "month", 25, until_period="2021-03"), "2021-06-20", "2021-03"),
    ],
)
def test_the_period_that_is_worked_on(schedule: Schedule | None, day: str, period: str) -> None:
    tasks = small_list(*([schedule] if schedule else []))
    assert period_looked_at(tasks, date.fromisoformat(day)).name == period
