"""What goes on paper, as plain values: a title over a grid of cells that any writer can draw.

A writer knows nothing of tasks; here nothing is known of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.cleaning import clean
from store.joining import JOINED_FIELDS, joined_runs
from store.model import RESPONSIBILITY_FIELDS, Item, Mention, Task
from store.tasklist import TaskList

_WIDTHS = {"item": 14, "text": 34, "lead_units": 14, "participant_units": 14}
_OTHER_WIDTH = 12
_LEFT = ("item", "text", "remark")
_CONTINUED = "(续)"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its share of the sheet's width, and whether its cells are centred."""

    label: str
    width: int
    centred: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: lines that each begin anew and are to be wrapped, and the number of rows it covers."""

    lines: tuple[str, ...]
    rowspan: int = 1


Row = tuple[Cell | None, ...]
"""A cell for each column; None where a joined cell above covers it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One summary for paper."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Lines under the table."""


def task_list_sheet(tasks: TaskList, rows: Sequence[str] | None = None) -> Sheet:
    """The task list as the annex stands: its title, its columns, its joined cells; of some rows, or of all."""
    keys = tuple(rows) if rows is not None else tasks.task_keys
    joined = joined_runs(tasks, keys)
    fields = [column.field for column in tasks.columns]

    def cell(index: int, field: str) -> Cell | None:
        first, length = joined[field][index] if field in JOINED_FIELDS else (index, 1)
        return Cell(_lines(tasks, tasks.task(keys[index]), field), length) if first == index else None

    return Sheet(
        title=clean(tasks.notice.list_title or tasks.notice.title) or "重点任务清单",
        columns=tuple(
            SheetColumn(clean(column.label), _WIDTHS.get(column.field, _OTHER_WIDTH), column.field not in _LEFT) for column in tasks.columns
        ),
        rows=tuple(tuple(cell(index, field) for field in fields) for index in range(len(keys))),
    )


def cut(rows: Sequence[Row], start: int, stop: int) -> list[Row]:
    """Some of the rows as a grid of their own; a joined cell cut at its head is repeated there with (续)."""
    part: list[Row] = []
    for index in range(start, stop):
        cells = list(rows[index])
        for column, cell in enumerate(cells):
            if cell is None and index == start:
                first = next(above for above in range(start, -1, -1) if rows[above][column])
                whole = rows[first][column] or Cell(())
                cell = Cell((*whole.lines, _CONTINUED), whole.rowspan - (start - first))
            cells[column] = cell and replace(cell, rowspan=min(cell.rowspan, stop - index))
        part.append(tuple(cells))
    return part


def _lines(tasks: TaskList, task: Task, field: str) -> tuple[str, ...]:
    if field == "item":
        item = tasks.find(Item, task.item)
        return (clean(item.title),) if item else ()
    if field == "text":
        return tuple(clean(task.number + task.text).splitlines())
    value = getattr(task, field, None)
    if field in RESPONSIBILITY_FIELDS:
        return _names(value or (), padded=field.endswith("_leaders"))
    return tuple(map(clean, value)) if isinstance(value, tuple) else tuple(clean(value or "").splitlines())


def _names(mentions: Sequence[Mention], *, padded: bool) -> tuple[str, ...]:
    """Names one under another; beside a name of three characters one of two is set as wide (胡　军), as rosters print it."""
    names = [clean(mention.wording) for mention in mentions]
    wide = padded and any(len(name) == 3 for name in names)
    return tuple(f"{name[0]}\u3000{name[1]}" if wide and len(name) == 2 else name for name in names)
