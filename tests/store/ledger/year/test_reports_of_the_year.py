"""What was owed and reported in the made year, against what was worked out by hand."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from store.ledger.owed import OUTSTANDING, Owed, owed_on
from store.ledger.periods import period_named
from store.records.tasklist import TaskList
from tests.store.ledger.year.expected_reports import DUE_TODAY, LATE, MISSING, MONTHS, YEAR, Count
from tests.store.ledger.year.facts import MONTH_ENDS, OTHER_DAYS, row_key
from tests.store.ledger.year.running import Year

LAST = "2021-12-31"


def _at(year: Year, day: str) -> tuple[TaskList, Iterable[Owed]]:
    tasks = year.on[day].tasks
    return tasks, owed_on(tasks, date.fromisoformat(day))


def _counts(tasks: TaskList, owed: Iterable[Owed]) -> dict[str, Count]:
    found: dict[str, Counter[str]] = {}
    for one in owed:
        word = "missing" if one.word in OUTSTANDING else one.word
        found.setdefault(tasks.wording_of(one.unit), Counter()).update((word, "owed"))
    return {unit: Count(**counter) for unit, counter in found.items()}


def _named(tasks: TaskList, owed: Owed) -> tuple[str, str, str]:
    return tasks.row_name(owed.row), tasks.wording_of(owed.unit), owed.period.name


@pytest.mark.parametrize("day", MONTH_ENDS[1:])
def test_what_each_unit_owed_of_a_month_on_its_last_day(year: Year, day: str) -> None:
    tasks, _ = _at(year, day)
    period = period_named(day[:7])
    owed = owed_on(tasks, date.fromisoformat(day)).of_period(period)
    assert _counts(tasks, owed) == MONTHS[day[:7]]


def test_what_each_unit_owed_of_the_year(year: Year) -> None:
    tasks, owed = _at(year, LAST)
    assert _counts(tasks, owed) == YEAR


def test_how_late_what_came_late_was(year: Year) -> None:
    tasks, owed = _at(year, LAST)
    late = {_named(tasks, one): one.days_late for one in owed if one.word == "late"}
    assert late == LATE


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_what_is_missing_at_the_end_of_a_month(year: Year, day: str) -> None:
    tasks, owed = _at(year, day)
    found = [_named(tasks, one) for one in owed if one.word in OUTSTANDING]
    assert found == MISSING[day]


@pytest.mark.parametrize("day", OTHER_DAYS)
def test_what_is_due_on_the_day(year: Year, day: str) -> None:
    tasks, owed = _at(year, day)
    found = [_named(tasks, one) for one in owed if one.word == "awaited" and one.due_on == day]
    assert found == DUE_TODAY.get(day, [])


def test_what_was_sent_back_is_missing_until_it_comes_again(year: Year) -> None:
    (march,) = _returned(year, "2021-03-31")
    assert (march.word, march.days_late) == ("returned", 6)
    (april,) = _returned(year, "2021-04-30")
    assert april.word == "in_time", "it first came before the 25th"


def _returned(year: Year, day: str) -> list[Owed]:
    tasks, _ = _at(year, day)
    owed = owed_on(tasks, date.fromisoformat(day)).of(row_key("2.1"))
    return [one for one in owed if one.period.name == "2021-03"]


def test_a_collective_that_nobody_has_settled_owes_nothing_and_is_listed(year: Year) -> None:
    tasks, _ = _at(year, LAST)
    owed = owed_on(tasks, date.fromisoformat(LAST))
    assert owed.of(row_key("2.3")) == ()
    assert list(owed.unclear(row_key("2.3"))) == ["相关处室"]
