"""Which cells of a row have a conflict that nobody has decided: they are drawn with a sign and by themselves.

A side of a row is decided whole; where two desks gave it to one unit with different leaders, the cell of the
leaders has the sign and that of the units has none.
"""

from collections.abc import Iterable, Iterator

from store.records.cells import cell_of, units_field
from store.records.conflicts import Conflict
from store.records.fields import extra_field
from store.records.parts import field_of_part, part_of
from store.records.tables import KINDS_OF_ROWS
from store.records.task import Item, Task
from store.records.tasklist import TaskList

_ITEM = "item"
_SPEAK_OF_ROWS = frozenset(kind.TABLE for kind in KINDS_OF_ROWS)
_OF_A_SIDE = ("doubts", "only_here")
"""Fields of a row that are no column; their parts go by the name of a side."""
_OF_NO_COLUMN = {"": "text", "number": "text", "order": "text", "due_on": "deadline", "due_kind": "deadline"}
"""The column that a field without one stands in: a row that one desk took out has the sign at its text."""


def conflicts_at(tasks: TaskList, row: str, field: str) -> list[Conflict]:
    """Return the conflicts that a cell of the list has: of the row, or of its item."""
    found = _of_row(tasks, row)
    return [conflict for conflict in found if field in _columns(conflict)]


def is_undecided(tasks: TaskList, row: str) -> bool:
    """Tell whether something of a row, or of its item, is in conflict."""
    return any(True for _ in _of_row(tasks, row))


def cell_of_conflict(tasks: TaskList, conflict: Conflict) -> tuple[str, str] | None:
    """Return the row and the column in which a conflict stands; none where it is not of the rows.

    One of a record that speaks of a row, a closing or a report, is gone to at the row's deadline.
    """
    if conflict.table in _SPEAK_OF_ROWS:
        row = tasks.value(conflict.table, conflict.key, "task")
        return (row, "deadline") if isinstance(row, str) and row in tasks.places else None
    (first, *_) = _columns(conflict) or ("",)
    if conflict.table == Task.TABLE and conflict.key in tasks.task_keys:
        return conflict.key, first
    rows = tasks.task_keys_of(conflict.key) if conflict.table == Item.TABLE else ()
    return (rows[0], _ITEM) if rows else None


def in_lists_order(tasks: TaskList, conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Return conflicts in the order of the rows in which they stand, then those that stand in none."""

    def place(conflict: Conflict) -> int:
        cell = cell_of_conflict(tasks, conflict)
        return tasks.places.get(cell[0], last) if cell else last

    last = len(tasks.places)
    return sorted(conflicts, key=place)


def _of_row(tasks: TaskList, row: str) -> Iterator[Conflict]:
    undecided = tasks.documents.undecided
    if undecided:
        yield from undecided.of(Task.TABLE, row)
        yield from undecided.of(Item.TABLE, tasks.task(row).item)


def _columns(conflict: Conflict) -> tuple[str, ...]:
    """Return the columns in which the sides of a conflict differ."""
    if conflict.table == Item.TABLE:
        return (_ITEM,)
    if conflict.table != Task.TABLE:
        return ()
    differing = [field for field in conflict.fields if _differs(conflict, field)]
    columns = dict.fromkeys(_column(field) for field in differing or conflict.fields[:1])
    cells = [field for field in columns if cell_of(field)]
    return tuple(cells or columns)


def _differs(conflict: Conflict, field: str) -> bool:
    first, *others = (side.values.get(field) for side in conflict.sides)
    return any(other != first for other in others)


def _column(name: str) -> str:
    """Return the column in which a field or part of a row stands."""
    field, part = field_of_part(name), part_of(name)
    if field == "extras":
        return extra_field(part)
    if field == "joins":
        return part
    if field in _OF_A_SIDE:
        return units_field("lead" if part == "lead" else "participant")
    return _OF_NO_COLUMN.get(field, field)
