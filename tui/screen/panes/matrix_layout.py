"""Where each line of the matrix is: wrapped cells, joined cells, row heights. Plain values, no widget.

Rows are laid out in order and only as far as they are asked for, so that a list of any size shows at once.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from time import perf_counter

from rich.cells import cell_len, set_cell_size

from store.records.cells import cell_of, kind_of
from store.records.joining import joined_runs
from store.records.task import Item
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.words.line_breaking import break_offsets

IN_DOUBT = "〔待定〕"
_FIXED_WIDTHS = {"item": 14, "text": 0, "remark": 12, "deadline": 12, "targets": 14}
_NARROWEST_TEXT = 16


@dataclass(frozen=True, slots=True)
class DrawnColumn:
    """A column on the screen: its field, its label, and its width in cells."""

    field: str
    label: str
    width: int


def fit_columns(tasks: TaskList, width: int) -> tuple[DrawnColumn, ...]:
    """The list's columns fitted into a width in cells; what the others leave goes to the task's text."""
    roomy = width >= 96
    widths = []
    for column in tasks.columns:
        kind = kind_of(column.field)
        if kind == "units":
            widths.append(14 if roomy else 10)
        elif kind == "leaders":
            widths.append(max(8, min(cell_len(column.label), 12)))
        else:
            widths.append(_FIXED_WIDTHS.get(column.field, 12) if roomy or column.field != "item" else 12)
    left = max(_NARROWEST_TEXT, width - sum(widths) - len(widths) + 1)
    return tuple(DrawnColumn(c.field, c.label, w or left) for c, w in zip(tasks.columns, widths, strict=True))


def cell_text(tasks: TaskList, row: str, field: str) -> str:
    """What a cell shows: units and leaders one a line, a side in doubt with the word for it."""
    task = tasks.task(row)
    match field:
        case "item":
            item = tasks.find(Item, task.item)
            return item.title if item else ""
        case "text":
            return task.number + task.text
        case "lead_units" | "lead_leaders" | "participant_units" | "participant_leaders":
            mentions: tuple[Mention, ...] = getattr(task, field)
            cell = cell_of(field)
            doubted = cell and cell.kind == "units" and task.doubt(cell.side)
            return "\n".join([mention.wording for mention in mentions] + [IN_DOUBT] * bool(doubted))
        case "targets":
            return "\n".join(task.targets)
        case "deadline" | "remark":
            return getattr(task, field) or ""
        case _:
            return ""


class MatrixLayout:
    """Lines of the matrix body: each row's lines, then a rule; a joined cell runs through the rules between its rows."""

    def __init__(self, tasks: TaskList, rows: Sequence[str], columns: Sequence[DrawnColumn]) -> None:
        """Lay out nothing yet; rows are keys in the list's order."""
        self.rows = list(rows)
        self.columns = tuple(columns)
        self._tasks = tasks
        self._index = {row: index for index, row in enumerate(self.rows)}
        self._runs: list[dict[str, tuple[int, int]]] = []
        self._heights: list[int] = []
        self._tops: list[int] = [0]

    @property
    def height(self) -> int:
        """Lines laid out so far."""
        return self._tops[-1]

    @property
    def complete(self) -> bool:
        """Whether all rows are laid out."""
        return len(self._heights) == len(self.rows)

    def index_of(self, row: str) -> int | None:
        """The place of a row among those shown, or none."""
        return self._index.get(row)

    def extend(self, *, to_line: int = 0, to_row: int = 0, seconds: float = 0.0) -> None:
        """Lay out further rows, up to a line and a row, or for a time."""
        end = perf_counter() + seconds
        while not self.complete and (
            self.height <= to_line or len(self._heights) <= to_row or perf_counter() < end
        ):
            self._lay_row(len(self._heights))

    def relay(self, row: str) -> None:
        """Lay a row's item out anew after an edit; what lies below moves."""
        index = self._index[row]
        if index >= len(self._runs):
            return
        first, count = self._runs[index]["item"]
        laid = len(self._heights)
        later = self._heights[first + count :]
        kept_runs = self._runs[first + count :]
        del self._heights[first:], self._runs[first:], self._tops[first + 1 :]
        while len(self._heights) < min(first + count, laid):
            self._lay_row(len(self._heights))
        for height in later:
            self._heights.append(height)
            self._tops.append(self._tops[-1] + height + 1)
        self._runs += kept_runs

    def _lay_row(self, index: int) -> None:
        if index >= len(self._runs):
            self._join_item(index)
        height = 1
        for column in self.columns:
            first, count = self._runs[index].get(column.field, (index, 1))
            if index < first + count - 1:
                continue
            lines = len(self.lines(first, column))
            height = max(height, lines - (self._tops[index] - self._tops[first]))
        self._heights.append(height)
        self._tops.append(self._tops[-1] + height + 1)

    def _join_item(self, index: int) -> None:
        """Find the runs of joined cells of the item that a row begins."""
        item = self._tasks.task(self.rows[index]).item
        end = index
        while end < len(self.rows) and self._tasks.task(self.rows[end]).item == item:
            end += 1
        joined = joined_runs(self._tasks, self.rows[index:end])
        for row in range(end - index):
            self._runs.append(
                {field: (index + cells[row][0], cells[row][1]) for field, cells in joined.items()}
            )

    def lines(self, index: int, column: DrawnColumn) -> tuple[str, ...]:
        """The lines of a cell, each padded to the column's width."""
        return _wrap(cell_text(self._tasks, self.rows[index], column.field), column.width)

    def run(self, index: int, field: str) -> tuple[int, int]:
        """First row and number of rows of the joined cell that a row's cell belongs to."""
        self.extend(to_row=index)
        return self._runs[index].get(field, (index, 1))

    def span(self, index: int, field: str) -> tuple[int, int]:
        """First line and number of lines of a cell, joined rows and the rules between them included."""
        first, count = self.run(index, field)
        self.extend(to_row=first + count - 1)
        return self._tops[first], self._tops[first + count] - self._tops[first] - 1

    def row_at(self, line: int) -> tuple[int, int]:
        """The row that a line belongs to, and the line within it; its rule comes last."""
        index = min(bisect_right(self._tops, line) - 1, len(self._heights) - 1)
        return index, line - self._tops[index]

    def height_of(self, index: int) -> int:
        """Lines of a row without its rule."""
        return self._heights[index]

    def piece(self, line: int, column: DrawnColumn) -> str | None:
        """What a column shows in a line, padded; none where a rule is to be drawn."""
        index, offset = self.row_at(line)
        first, count = self._runs[index].get(column.field, (index, 1))
        if offset >= self._heights[index] and index == first + count - 1:
            return None
        lines = self.lines(first, column)
        place = line - self._tops[first]
        return lines[place] if place < len(lines) else " " * column.width


@lru_cache(maxsize=65536)
def _wrap(text: str, width: int) -> tuple[str, ...]:
    lines = []
    for paragraph in text.split("\n"):
        bounds = [0, *break_offsets(paragraph, width, cell_len), len(paragraph)]
        lines += [paragraph[start:end].rstrip() for start, end in pairwise(bounds)]
    return tuple(set_cell_size(line, width) for line in lines)
