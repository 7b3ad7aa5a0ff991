"""Joined cells, derived: equal neighbouring cells of one item draw and print as one. Nothing stores a join.

The item column joins over all rows of its item, each responsibility column on its own; empty cells never
join.
"""

from collections.abc import Sequence
from itertools import groupby

from store.records.cells import RESPONSIBILITY_FIELDS, cell_of
from store.records.task import Item
from store.records.tasklist import TaskList

JOINED_FIELDS = ("item", *RESPONSIBILITY_FIELDS)
"""The columns whose cells join."""

Run = tuple[int, int]
"""Index of the first row of a joined cell, and how many rows it covers."""


def runs(tasks: TaskList, item_rows: Sequence[str], field: str) -> list[Run]:
    """Return the cells of a column over the rows of an item, top down; a lone or empty cell has length 1."""
    found: list[Run] = []
    before: object = None
    for index, row in enumerate(item_rows):
        value = _value(tasks, row, field)
        if value and value == before:
            start, length = found[-1]
            found[-1] = (start, length + 1)
        else:
            found.append((index, 1))
        before = value
    return found


def joined_runs(tasks: TaskList, rows: Sequence[str]) -> dict[str, list[Run]]:
    """Return for each column that joins the run that each of these rows stands in.

    Neighbours are those in `rows`.
    """
    joined: dict[str, list[Run]] = {field: [] for field in JOINED_FIELDS}
    first = 0
    for _, group in groupby(rows, key=lambda row: tasks.task(row).item):
        item_rows = list(group)
        for field, cells in joined.items():
            for start, length in runs(tasks, item_rows, field):
                cells += [(first + start, length)] * length
        first += len(item_rows)
    return joined


def _value(tasks: TaskList, row: str, field: str) -> object:
    """Return what a cell holds, to be compared with its neighbours'."""
    task = tasks.task(row)
    if field == "item":
        item = tasks.find(Item, task.item)
        return item.title if item else ""
    cell = cell_of(field)
    return task.mentions(cell) if cell else None
