"""How far a row should be, and how far it is, in per cent as printed."""

from datetime import date
from decimal import Decimal

import pytest

from store.ledger.figures import number_in, per_cent
from store.ledger.plan import (
    Years,
    measures_asked,
    plan_by_days,
    plan_by_months,
    plan_of,
    share_of,
    share_of_measure,
    value_of,
    years_of,
)
from store.records.report import Report
from store.records.schedule import Measure, Milestone, Schedule, Sense
from store.records.values import MeasuredValue
from tests.store.ledger.small_list import report, small_list

A_YEAR = Years(2021, 2021, "month")


@pytest.mark.parametrize(
    ("day", "plan"),
    [
        # Xuancheng's bulletins of 2020 and 2021: below 25 %, 50 %, 91.7 % (11 of 12) is behind.
        ("2021-03-31", "25.0"),
        ("2021-06-30", "50.0"),
        ("2021-11-30", "91.7"),
        ("2021-06-29", "41.7"),
        ("2021-01-30", "0.0"),
        ("2020-12-31", "0.0"),
        ("2021-12-31", "100.0"),
        ("2022-05-31", "100.0"),
    ],
)
def test_the_plan_is_that_of_the_last_period_that_has_ended(day: str, plan: str) -> None:
    assert str(plan_by_months(A_YEAR, date.fromisoformat(day))) == plan


@pytest.mark.parametrize(("day", "plan"), [("2021-05-20", "25.0"), ("2021-06-30", "50.0")])
def test_a_quarterly_list_moves_on_by_quarters(day: str, plan: str) -> None:
    assert str(plan_by_months(Years(2021, 2021, "quarter"), date.fromisoformat(day))) == plan


def test_a_list_of_three_years_counts_their_months() -> None:
    tasks = small_list(Schedule("s", every="half_year"), title="2021—2023年行动方案")
    years = years_of(tasks)
    assert years == Years(2021, 2023, "half_year")
    assert str(plan_by_months(Years(2021, 2023, "half_year"), date(2022, 6, 30))) == "50.0"


@pytest.mark.parametrize(
    ("day", "plan"),
    [
        ("2021-03-31", "0.0"),
        ("2021-04-01", "3.3"),
        ("2021-04-15", "50.0"),
        ("2021-04-30", "100.0"),
        ("2021-05-01", "100.0"),
    ],
)
def test_a_row_with_a_start_and_a_day_moves_on_by_days(day: str, plan: str) -> None:
    assert str(plan_by_days(date(2021, 4, 1), date(2021, 4, 30), date.fromisoformat(day))) == plan


def test_a_start_behind_the_end_is_no_division_by_nothing() -> None:
    assert plan_by_days(date(2021, 5, 2), date(2021, 5, 1), date(2021, 5, 1)) == 100
    assert plan_by_days(date(2021, 5, 2), date(2021, 5, 1), date(2021, 4, 30)) == 0


def test_milestones_go_before_days() -> None:
    milestones = [Milestone(f"{day}", "row", due_on=f"2021-0{day}-30") for day in (4, 6, 9)]
    open_one = Milestone("open", "row")
    assert plan_of(A_YEAR, [*milestones, open_one], None, "2021-12-31", date(2021, 6, 30)) == Decimal("66.7")
    assert plan_of(A_YEAR, [open_one], None, None, date(2021, 6, 30)) == 50


def test_without_a_year_there_is_no_plan_but_by_days() -> None:
    assert plan_of(None, [], None, "2021-12-31", date(2021, 6, 30)) is None
    assert plan_of(None, [], "2021-07-01", "2021-07-02", date(2021, 7, 1)) == 50


@pytest.mark.parametrize(
    ("sense", "target", "value", "share"),
    [
        ("at_least", "40", "18", "45.0"),
        ("at_least", "40", "50", "125.0"),
        ("exactly", "3", "2", "66.7"),
        ("at_most", "10", "10", "100.0"),
        ("at_most", "10", "12.5", "80.0"),
        ("at_least", "1,200", "600", "50.0"),
        ("at_least", "0", "5", None),
        ("at_least", "", "5", None),
        ("at_least", "若干", "5", None),
        ("at_most", "0", "0", None),
    ],
)
def test_the_share_of_a_measure(sense: Sense, target: str, value: str, share: str | None) -> None:
    measure = Measure("m", "row", target=target, sense=sense)
    found = share_of_measure(measure, Decimal(value))
    assert (found and str(found)) == share
    assert measures_asked([measure]) == ([] if share else [measure])


def values(*said: tuple[str, str]) -> tuple[MeasuredValue, ...]:
    return tuple(MeasuredValue(measure, value) for measure, value in said)


def test_the_lowest_measure_counts_and_never_an_average() -> None:
    measures = [Measure("a", "row", target="10"), Measure("b", "row", target="4"), Measure("c", "row")]
    reports = [report("2021-06", values=values(("a", "9"), ("b", "1"), ("c", "7")), share="80")]
    assert share_of(measures, reports, reports) == Decimal("25.0")


def test_the_last_value_of_a_measure_counts() -> None:
    measure = Measure("a", "row", target="10")
    reports = [
        report("2021-04", values=values(("a", "2"))),
        report("2021-05", values=values(("a", "3"))),
        report("2021-06"),
    ]
    assert value_of(measure, reports) == 3
    assert value_of(measure, [report("2021-06", values=values(("a", "三家")))]) is None


def test_of_two_units_in_a_period_the_lower_counts() -> None:
    measure = Measure("a", "row", target="10")
    both = [
        Report("1", "row", "u", "2021-06", values=values(("a", "5"))),
        Report("2", "row", "v", "2021-06", values=values(("a", "4"))),
    ]
    assert value_of(measure, both) == 4


def test_without_a_measure_the_lowest_share_that_is_said_counts() -> None:
    said = [report("2021-06", share="45"), report("2021-05", share="40.04"), report("2021-04")]
    assert share_of([], said, said) == Decimal("40.0")
    assert share_of([], [], [report("2021-06")]) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("40", "40"),
        ("1，200", "1200"),
        ("４５．５", "45.5"),
        ("-3", "-3"),
        ("", None),
        ("NaN", None),
        ("1e9", None),
        ("4 0", None),
        ("9" * 40, None),
    ],
)
def test_a_number_is_read_in_either_width(words: str, number: str | None) -> None:
    assert number_in(words) == (number and Decimal(number))


def test_shares_are_rounded_half_up() -> None:
    assert [str(per_cent(part, 8000)) for part in (4, 12, 20)] == ["0.1", "0.2", "0.3"]
