"""Where each line of the matrix is: wrapped cells, joined cells, row heights. Plain values, no widget.

Rows are laid out in order and only as far as they are asked for, so that a list of any size shows at once.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import set_cell_size

from store.machine.view_state import RowHeight
from store.records.joining import joined_runs
from store.records.tasklist import TaskList
from tui.screen.panes.cell_content import CellContent, CellLines, lines_of
from tui.screen.panes.matrix_cells import MatrixCells
from tui.screen.panes.matrix_columns import DrawnColumn
from tui.screen.widgets.row_lines import UnevenRows
from tui.screen.widgets.signs import GOES_ON

RowRun = tuple[int, int]
"""The first row of a joined cell, and over how many rows it is joined."""

_CONTENTS_KEPT = 4096


class CellLine(NamedTuple):
    """A line of a cell, as wide as its column; `part` is the look of it, where it is not the column's."""

    text: str
    part: str = ""


class MatrixLayout:
    """Lines of the matrix body: those of each row; a joined cell uses the lines of all its rows."""

    def __init__(
        self,
        tasks: TaskList,
        rows: Sequence[str],
        columns: Sequence[DrawnColumn],
        cells: MatrixCells,
        height: RowHeight = "whole",
    ) -> None:
        """Lay out nothing yet; rows are keys in the list's order, `height` is how much of each is shown."""
        self._cells = cells
        self.rows = list(rows)
        self.columns = tuple(columns)
        self.name_width = tasks.row_names.longest
        """Cells for the names of the rows, left of the columns."""
        self._most = cells.most_lines(height)
        self.lines = UnevenRows(len(self.rows), self._lines_of_row)
        self._tasks = tasks
        self._index = {row: index for index, row in enumerate(self.rows)}
        self._runs: list[Mapping[str, RowRun]] = []
        self._others: list[bool] = []
        """For each row laid out whether its item is a second one: every other has another ground."""
        self._contents: dict[tuple[int, str], CellContent] = {}

    def is_other(self, index: int) -> bool:
        """Say whether a row has the other of the two grounds by which items are told apart."""
        return self._others[index]

    def is_first_seen(self, index: int, offset: int, first: int) -> bool:
        """Tell whether a line of a row is the first that is seen of it in a view from a first line on."""
        top, count = self.lines.span(index)
        return offset == max(0, min(first - top, count - 1))

    def row_name(self, index: int) -> str:
        """Return what stands before the columns of a row, padded."""
        return self._tasks.row_names.of(self.rows[index]).ljust(self.name_width)

    def index_of(self, row: str) -> int | None:
        """Return the place of a row among those shown."""
        return self._index.get(row)

    def column_of(self, field: str) -> int | None:
        """Return the place of a field's column; None where it is not shown."""
        fields = [column.field for column in self.columns]
        return fields.index(field) if field in fields else None

    def lay_out_anew(self, row: str) -> None:
        """Lay out a row's item anew after an edit; what lies below moves."""
        index = self._index[row]
        if index >= len(self._runs):
            return
        first, count = self._run_laid_out(index, "item")
        self._contents.clear()
        self._runs[first : first + count] = self._runs_of_item(first)
        self.lines.lay_out_anew(first, count)

    def _lines_of_row(self, index: int) -> int:
        if index >= len(self._runs):
            runs = self._runs_of_item(index)
            self._runs += runs
            self._others += [not (self._others and self._others[-1])] * len(runs)
        lines = self._cells.lines_of_row(self.rows[index], self._most)
        return lines or max((self._lines_needed(index, column) for column in self.columns), default=1)

    def _lines_needed(self, index: int, column: DrawnColumn) -> int:
        """Return how many lines a row must have for a cell; the last row of a joined one has what is left."""
        first, count = self._run_laid_out(index, column.field)
        if index < first + count - 1:
            return 1
        lines_above = self.lines.top(index) - self.lines.top(first)
        lines = lines_of(self.content(first, column.field), column.width).lines
        needed = max(1, len(lines) - lines_above)
        return min(needed, self._most) if self._most else needed

    def _runs_of_item(self, index: int) -> list[Mapping[str, RowRun]]:
        """Return the runs of joined cells, row by row, of the item that a row begins; of lone cells none."""
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
                if count > 1:
                    of_row[field] = index + first, count
            runs.append(of_row)
        return runs

    def _run_laid_out(self, index: int, field: str) -> RowRun:
        return self._runs[index].get(field, (index, 1))

    def content(self, index: int, field: str) -> CellContent:
        """Return what a row's cell says; kept until the row is laid out anew."""
        found = self._contents.get((index, field))
        if found is None:
            if len(self._contents) > _CONTENTS_KEPT:
                self._contents.clear()
            found = self._contents[index, field] = self._cells.content(self.rows[index], field)
        return found

    def look_again(self) -> None:
        """Ask anew what cells say; the lines stay where they are."""
        self._contents.clear()

    def is_cut(self, index: int, column: DrawnColumn) -> bool:
        """Say whether a row's cell has not the lines that all of it needs."""
        return self._cell_lines(index, column).is_cut

    def _cell_lines(self, index: int, column: DrawnColumn) -> CellLines:
        first_row, count = self._run_laid_out(index, column.field)
        content = self.content(first_row, column.field)
        return lines_of(content, column.width, self._room(first_row, count) if self._most else None)

    def run(self, index: int, field: str) -> RowRun:
        """Return the first row and the number of rows of the joined cell that a row's cell belongs to."""
        self.lines.extend(to_row=index)
        return self._run_laid_out(index, field)

    def span(self, index: int, field: str) -> tuple[int, int]:
        """Return the first line and the number of lines of a cell."""
        first, count = self.run(index, field)
        top, _ = self.lines.span(first)
        last_top, last_lines = self.lines.span(first + count - 1)
        return top, last_top + last_lines - top

    def _room(self, first_row: int, count: int) -> int:
        """Return the lines of a joined cell, as far as its rows are laid out."""
        top = self.lines.top(first_row)
        last_top, last_lines = self.lines.span(min(first_row + count, self.lines.laid_out) - 1)
        return last_top + last_lines - top

    def _part_of_line(self, row: int, column: DrawnColumn, cell: CellLines, line: int) -> str:
        """Return the look of a line of a cell where it is not the column's: of what is open, of marks."""
        content = self.content(row, column.field)
        has_marks = bool(content.marks) and not content.open
        if line >= cell.open_from or (has_marks and self._most):
            return content.part_of_marks if has_marks else "open"
        return ""

    def cell_line(self, index: int, offset: int, column: DrawnColumn, first: int) -> CellLine:
        """Return what a column shows in a line of a row.

        A cell that began above the first line of the view stands at the top of it, as far as it has room.
        """
        first_row, count = self._run_laid_out(index, column.field)
        cell = self._cell_lines(index, column)
        cell_top = self.lines.top(first_row)
        line = self.lines.top(index) + offset - cell_top
        if first > cell_top:
            spare = self._room(first_row, count) - len(cell.lines)
            line -= max(0, min(first - cell_top, spare))
        if 0 <= line < len(cell.lines):
            return CellLine(cell.lines[line], self._part_of_line(first_row, column, cell, line))
        if index > first_row and column.field != "item":
            return CellLine(set_cell_size(GOES_ON, column.width), "faint")
        return CellLine(" " * column.width)
