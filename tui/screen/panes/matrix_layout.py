"""Where each line of the matrix is: wrapped cells, joined cells, row heights. Plain values, no widget.

Rows are laid out in order and only as far as they are asked for, so that a list of any size shows at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from store.records.cells import cell_kind, cell_of
from store.records.describing import column_parts
from store.records.fields import field_of
from store.records.joining import joined_runs
from store.records.task import Task
from store.records.tasklist import TaskList
from store.words.line_breaking import parted
from tui.screen.widgets.row_lines import UnevenRows

RowRun = tuple[int, int]
"""The first row of a joined cell, and over how many rows it is joined."""

IN_DOUBT = "〔待定〕"
_FIXED_WIDTHS = {"item": 14, "text": 0, "remark": 12, "deadline": 12, "targets": 14}
_TEXT_WIDTH, _OTHER_WIDTH = 20, 12
_NARROWEST_TEXT = 16


@dataclass(frozen=True, slots=True)
class DrawnColumn:
    """A column on the screen: its field, its label, and its width in cells."""

    field: str
    label: str
    width: int


def fit_columns(tasks: TaskList, width: int) -> tuple[DrawnColumn, ...]:
    """Return the list's columns fitted into a width in cells; the task's text takes what the others leave."""
    roomy = width >= 96
    widths = []
    for column in tasks.columns:
        kind = cell_kind(column.field)
        if kind == "units":
            widths.append(14 if roomy else 10)
        elif kind == "leaders":
            widths.append(max(8, min(cell_len(column.label), 12)))
        else:
            widths.append(_width_of_text(column.field, roomy=roomy))
    gaps = len(widths) - 1
    left = max(_NARROWEST_TEXT, width - sum(widths) - gaps)
    drawn: list[DrawnColumn] = []
    for column, own_width in zip(tasks.columns, widths, strict=True):
        drawn.append(DrawnColumn(column.field, column.label, own_width or left))
    return tuple(drawn)


def _width_of_text(field: str, *, roomy: bool) -> int:
    """Return the width of a column of text; 0 for the one that takes what the others leave."""
    if field == "item" and not roomy:
        return _OTHER_WIDTH
    is_text = field_of(Task, field).kind == "text"
    return _FIXED_WIDTHS.get(field, _TEXT_WIDTH if roomy and is_text else _OTHER_WIDTH)


def cell_text(tasks: TaskList, row: str, field: str) -> str:
    """Return what a cell shows: units and leaders one a line, a side in doubt with the word for it."""
    task = tasks.task(row)
    cell = cell_of(field)
    doubted = cell and cell.kind == "units" and task.doubt(cell.side)
    parts = list(column_parts(tasks, task, field))
    if doubted:
        parts.append(IN_DOUBT)
    return "\n".join(parts)


class MatrixLayout:
    """Lines of the matrix body: each row's, then a rule; a joined cell runs through the rules of its rows."""

    def __init__(self, tasks: TaskList, rows: Sequence[str], columns: Sequence[DrawnColumn]) -> None:
        """Lay out nothing yet; rows are keys in the list's order."""
        self.rows = list(rows)
        self.columns = tuple(columns)
        self.lines = UnevenRows(len(self.rows), self._lines_of_row, gap=1)
        self._tasks = tasks
        self._index = {row: index for index, row in enumerate(self.rows)}
        self._runs: list[Mapping[str, RowRun]] = []

    def index_of(self, row: str) -> int | None:
        """Return the place of a row among those shown."""
        return self._index.get(row)

    def lay_out_anew(self, row: str) -> None:
        """Lay out a row's item anew after an edit; what lies below moves."""
        index = self._index[row]
        if index >= len(self._runs):
            return
        first, count = self._run_laid_out(index, "item")
        self._runs[first : first + count] = self._runs_of_item(first)
        self.lines.lay_out_anew(first, count)

    def _lines_of_row(self, index: int) -> int:
        if index >= len(self._runs):
            self._runs += self._runs_of_item(index)
        return max((self._lines_needed(index, column) for column in self.columns), default=1)

    def _lines_needed(self, index: int, column: DrawnColumn) -> int:
        """Return how many lines a row must have for a cell; the last row of a joined one has what is left."""
        first, count = self._run_laid_out(index, column.field)
        if index < first + count - 1:
            return 1
        lines_above = self.lines.top(index) - self.lines.top(first)
        return max(1, len(self.lines_of_cell(first, column)) - lines_above)

    def _runs_of_item(self, index: int) -> list[Mapping[str, RowRun]]:
        """Return the runs of joined cells, row by row, of the item that a row begins."""
        item = self._tasks.task(self.rows[index]).item
        end = index
        while end < len(self.rows) and self._tasks.task(self.rows[end]).item == item:
            end += 1
        joined = joined_runs(self._tasks, self.rows[index:end])
        runs: list[Mapping[str, RowRun]] = []
        for row in range(end - index):
            of_row: dict[str, RowRun] = {}
            for field, cells in joined.items():
                first, count = cells[row]
                of_row[field] = index + first, count
            runs.append(of_row)
        return runs

    def _run_laid_out(self, index: int, field: str) -> RowRun:
        return self._runs[index].get(field, (index, 1))

    def lines_of_cell(self, index: int, column: DrawnColumn) -> tuple[str, ...]:
        """Return the lines of a cell, each padded to the column's width."""
        text = cell_text(self._tasks, self.rows[index], column.field)
        return _wrapped(text, column.width)

    def run(self, index: int, field: str) -> RowRun:
        """Return the first row and the number of rows of the joined cell that a row's cell belongs to."""
        self.lines.extend(to_row=index)
        return self._run_laid_out(index, field)

    def span(self, index: int, field: str) -> tuple[int, int]:
        """Return the first line and the number of lines of a cell, the rules between joined rows included."""
        first, count = self.run(index, field)
        top, _ = self.lines.span(first)
        last_top, last_lines = self.lines.span(first + count - 1)
        return top, last_top + last_lines - top

    def piece(self, index: int, offset: int, column: DrawnColumn) -> str | None:
        """Return what a column shows in a line of a row, padded; None where a rule is to be drawn."""
        first, count = self._run_laid_out(index, column.field)
        top, lines_of_row = self.lines.span(index)
        if offset >= lines_of_row and index == first + count - 1:
            return None
        lines = self.lines_of_cell(first, column)
        line_of_cell = top + offset - self.lines.top(first)
        return lines[line_of_cell] if line_of_cell < len(lines) else " " * column.width


@lru_cache(maxsize=65536)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += parted(paragraph, width, cell_len)
    return tuple(set_cell_size(line.rstrip(), width) for line in lines)
