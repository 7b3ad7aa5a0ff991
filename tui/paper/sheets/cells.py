"""What a row of the list puts into cells, the same on every sheet."""

from collections.abc import Iterable, Sequence

from store.records.cells import CELLS, cell_of
from store.records.describing import column_parts
from store.records.fields import field_of
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Column
from store.words.cleaning import clean, clean_line
from store.words.names import name_key, spread
from tui.paper.layout import Row, SheetCell, SheetColumn

_WIDTHS = {"number": 6, "item": 14, "text": 34, "remark": 12, "lead_units": 14, "participant_units": 14}
_OTHER_WIDTH = 12
_TEXT_WIDTH = 24
_CENTRED = ("line", "lines", "mentions")
"""The kinds of fields that stand in the middle of their column: what is short; texts begin at the left."""

_CELLS_OF_LEADERS = [cell for cell in CELLS if cell.kind == "leaders"]


def line_cell(words: str, rowspan: int = 1) -> SheetCell:
    """Return a cell of one clean line; one that says nothing for no words."""
    line = clean_line(words)
    return SheetCell((line,) if line else (), rowspan)


def line_cells(*texts: str) -> Row:
    """Return cells of a line each."""
    return tuple(map(line_cell, texts))


def of_list(tasks: TaskList) -> str:
    """Return the line under a sheet's title that says of which list it is."""
    title = list_title(tasks)
    return f"（{title}）"


def list_title(tasks: TaskList) -> str:
    """Return what the list is called."""
    return clean_line(tasks.notice.list_title or tasks.notice.title) or "重点任务清单"


def annex(tasks: TaskList, title: str) -> str:
    """Return which annex of the notice a sheet of this title is: 附件2, or 附件 of one; nothing for none."""
    annexes = [name_key(name) for name in tasks.notice.annexes]
    wanted = name_key(title)
    if wanted not in annexes:
        return ""
    number = annexes.index(wanted) + 1
    return f"附件{number}" if len(annexes) > 1 else "附件"


def sheet_columns(columns: Iterable[Column]) -> tuple[SheetColumn, ...]:
    """Return columns as the paper has them."""
    return tuple(_sheet_column(column) for column in columns)


def _sheet_column(column: Column) -> SheetColumn:
    kind = field_of(Task, column.field).kind
    centred = kind in _CENTRED
    width = _WIDTHS.get(column.field, _TEXT_WIDTH if kind == "text" else _OTHER_WIDTH)
    return SheetColumn(clean_line(column.label), width, centred)


def field_lines(tasks: TaskList, task: Task, field: str, *, spread_names: bool = False) -> tuple[str, ...]:
    """Return the lines of one field of a row; names of leaders as wide as its sheet has them."""
    said = column_parts(tasks, task, field)
    cell = cell_of(field)
    if cell:
        names = [clean_line(name) for name in said]
        is_spread = spread_names and cell.kind == "leaders"
        return tuple(map(spread, names) if is_spread else names)
    if field_of(Task, field).kind in ("line", "text"):
        return tuple(line for text in said for line in clean(text).splitlines())
    return tuple(map(clean, said))


def spreads_names(tasks: TaskList, keys: Iterable[str]) -> bool:
    """Return whether a sheet of some rows sets names of two characters as wide as its names of three."""
    for task in map(tasks.task, keys):
        for cell in _CELLS_OF_LEADERS:
            if any(len(clean_line(name)) == 3 for name in column_parts(tasks, task, cell.field)):
                return True
    return False


def even(people: Sequence[str]) -> list[str]:
    """Return names, beside one of three characters, those of two set as wide (胡　军), as rosters print
    them.
    """
    wide = any(len(name) == 3 for name in people)
    return [spread(name) for name in people] if wide else list(people)
