"""Reporting periods: how they are named, and when they are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from store.ledger.periods import (
    due_day,
    is_scheduled,
    period_due_next,
    period_named,
    period_with,
    period_worked_on,
    periods_due,
    span_label,
)
from store.records.schedule import PERIODS, PeriodName, Schedule
from store.refused import Refused

EVERY = some.sampled_from(sorted(PERIODS))
DAYS = some.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("words", "name", "first", "last", "label"),
    [
        ("2026-10", "2026-10", "2026-10-01", "2026-10-31", "2026年10月"),
        ("2026-2", "2026-02", "2026-02-01", "2026-02-28", "2026年2月"),
        ("２０２６－１０", "2026-10", "2026-10-01", "2026-10-31", "2026年10月"),
        ("2026q4", "2026Q4", "2026-10-01", "2026-12-31", "2026年第四季度"),
        ("2026年三季度", "2026Q3", "2026-07-01", "2026-09-30", "2026年第三季度"),
        ("2026H1", "2026H1", "2026-01-01", "2026-06-30", "2026年上半年"),
        ("2026年下半年", "2026H2", "2026-07-01", "2026-12-31", "2026年下半年"),
        ("2026", "2026", "2026-01-01", "2026-12-31", "2026年"),
        ("2026-W43", "2026-W43", "2026-10-19", "2026-10-25", "2026年第43周"),
        ("2026-W01", "2026-W01", "2025-12-29", "2026-01-04", "2026年第1周"),
        ("2026-W53", "2026-W53", "2026-12-28", "2027-01-03", "2026年第53周"),
    ],
)
def test_a_period_is_named_and_has_its_days(words: str, name: str, first: str, last: str, label: str) -> None:
    period = period_named(words)
    assert period.name == name
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert period.label == label


@pytest.mark.parametrize("words", ["", "十月", "2026-13", "2026-00", "2026Q5", "2026H3", "2025-W53", "26-10"])
def test_what_names_no_period_is_refused(words: str) -> None:
    with pytest.raises(Refused, match="不是报送期"):
        period_named(words)


@pytest.mark.parametrize(
    ("every", "day", "shift", "period", "due"),
    [
        ("quarter", 15, 1, "2021Q1", "2021-04-15"),
        ("quarter", 15, 1, "2021Q4", "2022-01-15"),
        ("month", 31, 0, "2021-02", "2021-02-28"),
        ("month", 31, 0, "2024-02", "2024-02-29"),
        ("month", 25, 0, "2021-02", "2021-02-25"),
        ("month", 5, 1, "2021-12", "2022-01-05"),
        ("month", 0, 0, "2021-04", "2021-04-30"),
        ("half_year", 10, 1, "2021H1", "2021-07-10"),
        ("year", 20, 1, "2021", "2022-01-20"),
        ("week", 5, 0, "2026-W43", "2026-10-23"),
        ("week", 1, 1, "2026-W43", "2026-10-26"),
        ("week", 0, 0, "2026-W43", "2026-10-25"),
    ],
)
def test_a_period_is_due_on_the_day_that_its_schedule_says(
    every: PeriodName, day: int, shift: int, period: str, due: str
) -> None:
    schedule = Schedule("s", every=every, due_day=day, due_shift=shift)
    assert due_day(schedule, period_named(period)).isoformat() == due


@given(EVERY, DAYS)
def test_every_day_lies_in_one_period_whose_name_leads_back_to_it(every: PeriodName, day: date) -> None:
    period = period_with(every, day)
    assert period.first <= day <= period.last
    assert period_named(period.name) == period
    assert period_named(period.label) == period
    assert period.next.first == period.last + timedelta(days=1)
    assert period.next.before == period


@given(EVERY, DAYS, some.integers(0, 31), some.integers(0, 1))
def test_the_next_period_due_is_the_first_that_is_not_past(
    every: PeriodName, day: date, due: int, shift: int
) -> None:
    schedule = Schedule("s", every=every, due_day=due % 8 if every == "week" else due, due_shift=shift)
    period = period_due_next(schedule, day)
    assert period is not None
    assert due_day(schedule, period) >= day > due_day(schedule, period.before)


def test_a_schedule_asks_from_its_first_period_to_its_last() -> None:
    schedule = Schedule("s", every="month", due_day=25, from_period="2021-03", until_period="2021-05")
    periods = periods_due(schedule, date(2021, 1, 1), date(2021, 12, 31))
    assert [period.name for period in periods] == ["2021-03", "2021-04", "2021-05"]
    assert not is_scheduled(schedule, period_named("2021Q1"))
    assert period_due_next(schedule, date(2021, 5, 26)) is None
    first = period_due_next(schedule, date(2021, 1, 1))
    assert first is not None
    assert first.name == "2021-03"


def test_periods_are_due_from_the_one_in_which_a_row_came() -> None:
    schedule = Schedule("s", every="quarter", due_day=15, due_shift=1)
    periods = periods_due(schedule, date(2021, 5, 20), date(2022, 1, 14))
    assert [period.name for period in periods] == ["2021Q2", "2021Q3"], "Q4 is due on 15 January"


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("2021-02", "2022-02"),
        ("2021Q4", "2022Q4"),
        ("2021H2", "2022H2"),
        ("2021", "2022"),
        ("2026-W53", "2027-W52"),
        ("2021-W01", "2022-W01"),
    ],
)
def test_a_period_a_year_later(name: str, later: str) -> None:
    assert period_named(name).a_year_later.name == later


# 2021 as the State Council's office set it: off from 1 to 7 October, 26 September and 9 October worked.
OFF = tuple(f"2021-10-0{day}" for day in range(1, 8))
WORKED = ("2021-09-26", "2021-10-09")


@pytest.mark.parametrize(
    ("day", "period", "holidays", "workdays", "due"),
    [
        (3, "2021-10", (), (), "2021-10-03"),
        (3, "2021-10", OFF, WORKED, "2021-10-08"),
        (9, "2021-10", OFF, WORKED, "2021-10-09"),
        (9, "2021-10", OFF, (), "2021-10-11"),
        (25, "2021-09", OFF, WORKED, "2021-09-26"),
        (25, "2021-09", OFF, (), "2021-09-27"),
        (31, "2021-07", OFF, WORKED, "2021-08-02"),
        (25, "2021-08", OFF, WORKED, "2021-08-25"),
    ],
)
def test_what_falls_due_on_a_day_off_is_due_on_the_next_working_day(
    day: int, period: str, holidays: tuple[str, ...], workdays: tuple[str, ...], due: str
) -> None:
    schedule = Schedule("s", every="month", due_day=day, holidays=holidays, workdays=workdays)
    assert due_day(schedule, period_named(period)).isoformat() == due


@pytest.mark.parametrize(
    ("schedule", "day", "period"),
    [
        (Schedule("s", every="month", due_day=25), date(2021, 10, 20), "2021-10"),
        (Schedule("s", every="month", due_day=25), date(2021, 10, 28), "2021-10"),
        (Schedule("s", every="month", due_day=5, due_shift=1), date(2021, 11, 2), "2021-10"),
        (Schedule("s", every="month", due_day=5, due_shift=1), date(2021, 11, 6), "2021-11"),
        (Schedule("s", every="month", due_day=25, until_period="2021-09"), date(2021, 10, 20), "2021-09"),
    ],
)
def test_the_period_that_is_worked_on(schedule: Schedule, day: date, period: str) -> None:
    assert period_worked_on(schedule, day).name == period


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2026-04", "2026-04", "2026年4月"),
        ("2026-04", "2026-11", "2026年4月至11月"),
        ("2026Q1", "2026Q3", "2026年第一季度至第三季度"),
        ("2026-11", "2027-01", "2026年11月至2027年1月"),
        ("2026Q4", "2026", "2026年第四季度至2026年"),
    ],
)
def test_periods_from_one_to_another(first: str, last: str, label: str) -> None:
    assert span_label(period_named(first), period_named(last)) == label
