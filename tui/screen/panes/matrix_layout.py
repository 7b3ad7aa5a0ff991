"""Where each line of the matrix is: wrapped cells, joined cells, row heights. Plain values, no widget.

Rows are laid out in order and only as far as they are asked for, so that a list of any size shows at once.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from store.machine.view_state import RowHeight
from store.records.joining import joined_runs
from store.records.tasklist import TaskList
from store.words.line_breaking import parted
from tui.screen.panes.matrix_columns import DrawnColumn, cell_text
from tui.screen.widgets.row_lines import UnevenRows

RowRun = tuple[int, int]
"""The first row of a joined cell, and over how many rows it is joined."""


_MOST_LINES: Mapping[RowHeight, int] = {"two": 2, "one": 1}
"""Lines of a row, where its text is not shown whole."""
_MORE = "…"


class MatrixLayout:
    """Lines of the matrix body: each row's, then a rule; a joined cell runs through the rules of its rows."""

    def __init__(
        self,
        tasks: TaskList,
        rows: Sequence[str],
        columns: Sequence[DrawnColumn],
        height: RowHeight = "whole",
    ) -> None:
        """Lay out nothing yet; rows are keys in the list's order, `height` is how much of each is shown."""
        self.rows = list(rows)
        self.columns = tuple(columns)
        self.name_width = tasks.row_names.longest
        """Cells for the names of the rows, left of the columns."""
        self._most = _MOST_LINES.get(height)
        self.lines = UnevenRows(len(self.rows), self._lines_of_row, gap=0 if height == "one" else 1)
        self._tasks = tasks
        self._index = {row: index for index, row in enumerate(self.rows)}
        self._runs: list[Mapping[str, RowRun]] = []

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
        needed = max(1, len(self.lines_of_cell(first, column)) - lines_above)
        return min(needed, self._most) if self._most else needed

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
        if self._most:
            text = " ".join(text.split("\n"))
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

    def _room(self, first_row: int, count: int) -> int:
        """Return the lines of a joined cell, as far as its rows are laid out."""
        top = self.lines.top(first_row)
        last_top, last_lines = self.lines.span(min(first_row + count, self.lines.laid_out) - 1)
        return last_top + last_lines - top

    def piece(self, index: int, offset: int, column: DrawnColumn, first: int) -> str | None:
        """Return what a column shows in a line of a row, padded; None where a rule is to be drawn.

        A cell that began above the first line of the view stands at the top of it, as far as it has room.
        """
        first_row, count = self._run_laid_out(index, column.field)
        top, lines_of_row = self.lines.span(index)
        if offset >= lines_of_row and index == first_row + count - 1:
            return None
        lines = self.lines_of_cell(first_row, column)
        cell_top = self.lines.top(first_row)
        line = top + offset - cell_top
        if first > cell_top or self._most:
            room = self._room(first_row, count)
            if len(lines) > room:
                lines = (*lines[: room - 1], _with_more(lines[room - 1], column.width))
            line -= max(0, min(first - cell_top, room - len(lines)))
        return lines[line] if 0 <= line < len(lines) else " " * column.width


def _with_more(line: str, width: int) -> str:
    """Return a line that says at its end that more follows."""
    return set_cell_size(set_cell_size(line.rstrip(), width - cell_len(_MORE)).rstrip() + _MORE, width)


@lru_cache(maxsize=65536)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += parted(paragraph, width, cell_len)
    return tuple(set_cell_size(line.rstrip(), width) for line in lines)
