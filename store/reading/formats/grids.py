"""Tables of pages and documents as lines: what a cell joined over several rows says holds for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from store.refused import Refused

MAX_CELLS = 200_000
"""Cells of one table, joined ones counted as often as they print; more are refused."""
MAX_SPAN = 1_000
"""Rows that one cell can cover."""
Joined = dict[str, frozenset[int]]
"""A row as a line of text, to the columns whose cells go on from the row above."""

_MAX_COLUMNS = 100
_PARAGRAPHS = 15
"""Lines that make a cell a whole text."""
_TOO_LARGE = "文件中的表格太大,不像一份清单。请只留下清单的表格,另存后再导入。"


class Words(NamedTuple):
    """A document as a text, and which cells of its tables are joined."""

    text: str
    joined: Mapping[str, frozenset[int]] = {}


class _OpenCell(NamedTuple):
    """A cell that is being read: its first column, and the columns and rows that it covers."""

    column: int
    columns: int
    rows: int
    goes_on: bool
    """Whether it goes on with the cell above it."""

    @property
    def covered(self) -> range:
        """The columns that it covers."""
        return range(self.column, self.column + self.columns)


@dataclass(slots=True)
class Grid:
    """A table while it is being read, cell after cell."""

    joined: Joined = field(default_factory=dict)
    """Filled where the lines are made; the tables of a document may share it."""
    _rows: list[dict[int, str]] = field(default_factory=list)
    _going_on: list[set[int]] = field(default_factory=list)
    """By row the columns whose cells go on from the row above."""
    _covering: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Column to how many more rows a cell from above covers, and its words."""
    _open: _OpenCell | None = None
    """The cell begun last, until it is ended."""
    _words: list[str] = field(default_factory=list)
    _outside: list[str] = field(default_factory=list)
    _cells: int = 0
    _is_layout: bool = False

    def start_row(self) -> None:
        """Begin a row; the cells joined from above take their places in it."""
        self.end_cell()
        covering: dict[int, tuple[int, str]] = {}
        row: dict[int, str] = {}
        for column, (left, words) in self._covering.items():
            if left > 1:
                covering[column] = (left - 1, words)
                row[column] = words
        self._covering = covering
        self._rows.append(row)
        self._going_on.append(set(row))
        self._cells += len(covering)

    def start_cell(self, columns: int = 1, rows: int = 1, goes_on: bool = False) -> None:
        """Begin a cell that covers some columns and rows, or goes on with the one above it."""
        self.end_cell()
        if not self._rows:
            self.start_row()
        row = self._rows[-1]
        column = 0
        while column in row:
            column += 1
        columns = min(max(columns, 1), _MAX_COLUMNS)
        rows = min(max(rows, 1), MAX_SPAN)
        self._cells += columns
        if self._cells > MAX_CELLS or column > MAX_SPAN:
            raise Refused(_TOO_LARGE)
        self._open = _OpenCell(column, columns, rows, goes_on)
        row |= dict.fromkeys(self._open.covered, "")

    def add(self, words: str) -> None:
        """Add words to the cell begun last; words beside all cells stand before the table."""
        self._within().append(words.replace("|", "｜"))

    def add_table(self, lines: Sequence[str]) -> None:
        """Add the lines of a table within a cell: this one then only lays out the page."""
        self._is_layout = True
        self._within().extend(lines)

    def _within(self) -> list[str]:
        return self._words if self._open else self._outside

    def end_cell(self) -> None:
        """End the cell begun last."""
        cell = self._open
        if cell is None:
            return
        row = self._rows[-1]
        words = "\n".join(self._words)
        if cell.goes_on and not words and len(self._rows) > 1:
            words = self._rows[-2].get(cell.column, "")
            self._going_on[-1].update(cell.covered)
        row[cell.column] = words
        if cell.rows > 1:
            for column in cell.covered:
                self._covering[column] = (cell.rows, row[column])
        self._words.clear()
        self._open = None

    def lines(self) -> list[str]:
        """Return a line a row, each cell closed by a bar.

        It is plain text where one cell is all of the first rows or of every row.
        """
        self.end_cell()
        width = self._width()
        if width * len(self._rows) > 2 * MAX_CELLS:
            raise Refused(_TOO_LARGE)
        lines = list(self._outside)
        has_rows = False
        for row, going_on in zip(self._rows, self._going_on, strict=True):
            filled = [cell for cell in row.values() if cell]
            if not filled:
                continue
            alone = len(filled) == 1 and len(row) == width
            if self._is_text(filled, width) or (alone and not has_rows):
                lines += "\n".join(filled).split("\n")
            elif alone:
                lines += map(_closed, filled)
            else:
                has_rows = True
                lines.append(_closed_row(row, width))
                self.joined[lines[-1]] = frozenset(going_on)
        return lines

    def _width(self) -> int:
        """Return the columns of the widest row."""
        last_columns = [max(row, default=-1) for row in self._rows]
        return max(last_columns, default=-1) + 1

    def _is_text(self, filled: Sequence[str], width: int) -> bool:
        """Tell whether a row is no row of a list: the table only lays out a page, or has one column."""
        return self._is_layout or width == 1 or any(map(_is_page, filled))


def _closed_row(row: Mapping[int, str], width: int) -> str:
    """Return a row on one line, each of its cells closed by a bar."""
    cells = [row.get(column, "") for column in range(width)]
    return " ".join(map(_closed, cells)).strip()


def _closed(cell: str) -> str:
    """Return a cell on one line, closed by a bar."""
    return cell.replace("\n", " ") + " |"


def _is_page(cell: str) -> bool:
    """Tell whether a cell holds a whole text: the table around it only lays out the page."""
    return cell.count("\n") >= _PARAGRAPHS
