"""Whether a list uses the ledger."""

import pytest

from store.ledger.in_use import is_in_use
from store.records.record import Record
from store.records.schedule import Measure, Schedule
from tests.store.ledger.small_list import ROW, closing, put, report, small_list


def test_a_list_without_any_of_it_does_not_use_it() -> None:
    assert not is_in_use(small_list())


@pytest.mark.parametrize(
    "said", [{"deadline": "6月底前"}, {"due_on": "2021-06-30"}, {"due_kind": "continuing"}]
)
def test_a_row_that_is_due_uses_it(said: dict[str, str]) -> None:
    assert is_in_use(small_list(**said))


@pytest.mark.parametrize(
    "fact", [Schedule("s", "notice"), report("2021-06"), closing(), Measure("m", ROW, text="家数")]
)
def test_a_schedule_or_a_fact_of_a_row_uses_it(fact: Record) -> None:
    assert is_in_use(small_list(fact))


def test_a_fact_of_a_row_that_is_gone_does_not() -> None:
    tasks = small_list(Measure("m", "gone", text="家数"))
    assert not is_in_use(tasks)
    put(tasks, report("2021-06"))
    assert is_in_use(tasks)


def test_it_is_known_at_once_when_the_first_deadline_is_written() -> None:
    tasks = small_list()
    assert not is_in_use(tasks)
    put(tasks, tasks.task(ROW), deadline="长期坚持")
    assert is_in_use(tasks)
