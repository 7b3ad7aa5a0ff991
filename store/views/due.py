"""Which rows are past their deadline, or fall due within days."""

from collections.abc import Callable
from datetime import timedelta

from store.records.tasklist import TaskList
from store.views.selection import due_days

DAYS_BEFORE = 7
"""From so many days before its deadline on a row wants attention."""


def rows_due(tasks: TaskList) -> Callable[[str], bool]:
    """Return what tells whether a row wants attention for its deadline; one that names no day never does."""
    day_of = due_days(tasks)
    last = (tasks.clock.day() + timedelta(days=DAYS_BEFORE)).isoformat()
    return lambda row: "" < day_of(tasks.task(row)) <= last
