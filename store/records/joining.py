"""Joined cells: which rows draw, print and change as one in a column.

Two neighbouring rows of one item do where they carry the same join id and say the same; the rows of an item
share the item's cell. An edit of one row parts it, and the same content joins it again: no act mends ids.
Cells that merely say the same never join, and none joins that is in conflict.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from store.records.cells import RESPONSIBILITY_FIELDS, cell_of
from store.records.fields import extra_label
from store.records.task import Task
from store.records.tasklist import TaskList

_ITEM = "item"
_USUAL = (_ITEM, *RESPONSIBILITY_FIELDS)
"""The columns that lists join mostly."""

Run = tuple[int, int]
"""Index of the first row of a joined cell, and how many rows it covers."""


def content(task: Task, field: str) -> object:
    """Return what a row says in a column."""
    if label := extra_label(field):
        return task.extra(label)
    cell = cell_of(field)
    return task.mentions(cell) if cell else getattr(task, field, None)


def is_joined(above: Task, below: Task, field: str) -> bool:
    """Tell whether two rows that stand one under the other share their cell in a column."""
    if above.item != below.item:
        return False
    if field == _ITEM:
        return True
    join = above.joins.get(field)
    return bool(join) and below.joins.get(field) == join and content(above, field) == content(below, field)


def _are_one(tasks: TaskList, above: str, below: str, field: str) -> bool:
    """Tell whether two rows share a cell of the list: one that nobody has decided stands by itself."""
    if field != _ITEM and any(_is_undecided(tasks, row, field) for row in (above, below)):
        return False
    return is_joined(tasks.task(above), tasks.task(below), field)


def _is_undecided(tasks: TaskList, row: str, field: str) -> bool:
    """Tell whether it is open what a cell and what belongs to it say, or whether the row is there."""
    label = extra_label(field)
    names = f"extras.{label}" if label else field, f"joins.{field}", ""
    conflicts = tasks.documents.undecided.of(Task.TABLE, row)
    return any(not {*names}.isdisjoint(conflict.fields) for conflict in conflicts)


def joined_rows(tasks: TaskList, row: str, field: str) -> tuple[str, ...]:
    """Return the rows of the list that share a row's cell in a column, this one among them, top down."""
    rows = tasks.task_keys_of(tasks.task(row).item)
    if field == _ITEM:
        return rows
    first = last = rows.index(row)
    while first > 0 and _are_one(tasks, rows[first - 1], rows[first], field):
        first -= 1
    while last + 1 < len(rows) and _are_one(tasks, rows[last], rows[last + 1], field):
        last += 1
    return rows[first : last + 1]


def joined_runs(tasks: TaskList, rows: Sequence[str]) -> dict[str, list[Run]]:
    """Return for each column that joins the run that each of these rows stands in.

    `rows` may be some of the list, in another order: those join that stand beside one another here and in
    one joined cell of the list. A column that is not named has no joined cell.
    """
    joined: dict[str, list[Run]] = {field: [] for field in _columns(tasks, rows)}
    first = 0
    for item, group in groupby(rows, key=lambda row: tasks.task(row).item):
        shown = list(group)
        for field, cells in joined.items():
            for start, length in _runs(tasks, item, shown, field):
                cells += [(first + start, length)] * length
        first += len(shown)
    return joined


def _columns(tasks: TaskList, rows: Iterable[str]) -> dict[str, None]:
    columns = dict.fromkeys(_USUAL)
    for row in rows:
        columns |= dict.fromkeys(tasks.task(row).joins)
    return columns


def _runs(tasks: TaskList, item: str, shown: Sequence[str], field: str) -> list[Run]:
    """Return the cells of a column over some rows of an item; a cell that stands alone has length 1."""
    if field == _ITEM:
        return [(0, len(shown))]
    cells = _cells_of_list(tasks, item, field) if _may_join(tasks, shown, field) else {}
    found: list[Run] = [(0, 1)]
    for index, (above, below) in enumerate(pairwise(shown), 1):
        start, length = found[-1]
        if cells and cells[above] == cells[below]:
            found[-1] = (start, length + 1)
        else:
            found.append((index, 1))
    return found


def _may_join(tasks: TaskList, rows: Iterable[str], field: str) -> bool:
    return any(field in tasks.task(row).joins for row in rows)


def _cells_of_list(tasks: TaskList, item: str, field: str) -> Mapping[str, int]:
    """Return for each row of an item the number of its cell in a column, counted from the top."""
    rows = tasks.task_keys_of(item)
    number = 0
    cells = dict.fromkeys(rows[:1], number)
    for above, below in pairwise(rows):
        number += not _are_one(tasks, above, below, field)
        cells[below] = number
    return cells
