"""Rows past their deadline, or about to be."""

from datetime import datetime

import pytest

from store.machine.clock import Clock
from store.records.changes import Edit
from store.records.tasklist import TaskList
from store.views.due import rows_due
from tests.sample import sample_change


@pytest.mark.parametrize(
    ("deadline", "is_due"),
    [
        ("6月底前", True),
        ("7月7日前", True),
        ("7月9日前", False),
        ("年底", False),
        ("长期坚持", False),
        (None, False),
    ],
)
def test_a_row_is_due_from_a_week_before_its_day_on(deadline: str | None, is_due: bool) -> None:
    tasks = TaskList(clock=Clock(lambda: datetime(2021, 7, 1, 9)))
    tasks.apply(sample_change().edits)
    row = tasks.task_keys[0]
    tasks.apply([Edit("tasks", row, "deadline", None, deadline)])
    assert rows_due(tasks)(row) is is_due
