"""Rows chosen by their state: counted by gravity, and only where a list uses days or the ledger."""

from datetime import date

import pytest

from store.records.changes import Edit, created
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from store.views.selection import Selection, counts_of_states, rows_in_states, uses_states, words_of
from tests.sample import sample_list
from tests.store.ledger.small_list import PLATFORM, closing, report, small_list

DAY = date(2021, 7, 1)


@pytest.fixture
def tasks() -> TaskList:
    """The sample, where row 1 is overdue and row 2 near."""
    tasks = sample_list()
    first, second, *_ = tasks.task_keys
    tasks.apply([Edit("tasks", first, "deadline", None, "6月底前")])
    tasks.apply([Edit("tasks", second, "due_on", None, "2021-07-02")])
    return tasks


def test_states_are_counted_the_gravest_first(tasks: TaskList) -> None:
    counts = counts_of_states(tasks, DAY)
    assert list(counts.items()) == [("overdue", 1), ("near", 1), ("no_deadline", 7)]
    assert sum(counts.values()) == len(tasks.task_keys)


def test_rows_of_several_states_are_let_through_together(tasks: TaskList) -> None:
    first, second, *_ = tasks.task_keys
    assert rows_in_states(tasks, ["overdue", "near"], DAY) == {first, second}


def test_a_row_behind_is_counted_beside_its_state() -> None:
    tasks = small_list(report("2021-06", share="9"), lead_units=(PLATFORM,), deadline="每年")
    assert counts_of_states(tasks, DAY) == {"behind": 1, "under_way": 1}
    assert len(rows_in_states(tasks, ["behind"], DAY)) == 1


def test_a_list_that_uses_neither_days_nor_the_ledger_has_no_states_to_choose() -> None:
    assert not uses_states(sample_list())
    for used in (
        small_list(closing(asked_on="2021-06-01")),
        small_list(deadline="6月底前"),
        small_list(due_on="2021-06-30"),
        small_list(Schedule("s", every="month")),
    ):
        assert uses_states(used)
    assert not uses_states(small_list())


def test_a_selection_of_states_is_spelled_and_said_in_words(tasks: TaskList) -> None:
    selection = Selection(states=("overdue", "behind"))
    assert Selection.of_spelled(selection.spelled()) == selection
    assert words_of(tasks, selection) == ["逾期", "落后"]
    tasks.apply([created(Schedule("s"))])
    assert Selection.of_spelled(["states=nothing_known"]).states == ("nothing_known",)
