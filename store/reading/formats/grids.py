"""Tables of pages and documents as lines: what a cell joined over several rows says holds for each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from store.reading.grid_rows import NO_ROWS, GridRow, GridRows
from store.refused import Refused
from store.words.cleaning import clean_source

MAX_CELLS = 200_000
"""Cells of one table, joined ones counted as often as they print; more are refused."""
MAX_SPAN = 1_000
"""Rows that one cell can cover."""
RowsSoFar = dict[str, list[GridRow]]
"""The rows of a document's tables while it is being read."""

_MAX_COLUMNS = 100
_FEWEST_LABELS = 3
_LONGEST_LABEL = 20
"""Words and signs of each that make a header; under one, a cell may be as long as it likes."""
_PARAGRAPHS = 15
"""Lines that make a cell a whole text."""
_FIRST_ROWS = 3
"""The header of a table in one row or two, and the row under it."""
# 二、推进高效办成一件事（续）, 成果处 (续表), （接上页): a cell that goes on from the page before.
_CONTINUED = re.compile(r"[(（]\s?(?:续|续表|续上页|续上表|接上页|接上表)\s?[)）]$")
_TOO_LARGE = "文件中的表格太大，不像一份清单。请只留下清单的表格，另存后再导入。"


class Words(NamedTuple):
    """A document as a text, and the rows of its tables as cells."""

    text: str
    rows: GridRows = NO_ROWS
    hidden_sheets: tuple[str, ...] = ()
    """Names of a workbook's sheets that are hidden and were not read."""
    hidden_rows: tuple[str, ...] = ()
    """Names of the sheets of which hidden rows were read as well."""


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

    printed: RowsSoFar = field(default_factory=dict)
    """Filled where the lines are made; the tables of a document share it."""
    last_row: dict[int, str] = field(default_factory=dict)
    """The last row of the table before, by columns; filled and shared likewise."""
    _rows: list[dict[int, str]] = field(default_factory=list)
    _going_on: list[set[int]] = field(default_factory=list)
    """By row the columns whose cells go on from the row above."""
    _widest: list[int] = field(default_factory=list)
    """By row the columns that its widest cell covers."""
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
        self._widest.append(1)
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
        self._widest[-1] = max(self._widest[-1], columns)

    def add(self, words: str) -> None:
        """Add words to the cell begun last; words beside all cells stand before the table."""
        self._within().append(clean_source(words).replace("\t", " ").strip())

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
        words = self._without_page_end(cell.column, "\n".join(self._words))
        if cell.goes_on and not words and len(self._rows) > 1:
            words = self._rows[-2].get(cell.column, "")
            self._going_on[-1].update(cell.covered)
        row[cell.column] = words
        if cell.rows > 1:
            for column in cell.covered:
                self._covering[column] = (cell.rows, row[column])
        self._words.clear()
        self._open = None

    def _without_page_end(self, column: int, words: str) -> str:
        """Return what a cell says; one that a page's end cut says on the next page what it said before.

        成果处 / 成果处（续）. What differs from the cell above stays as it is.
        """
        mark = _CONTINUED.search(words)
        if mark is None:
            return words
        said = words[: mark.start()]
        rows = [self.last_row, *self._rows[-_FIRST_ROWS - 1 : -1]]
        above = [row[column] for row in rows if row.get(column)]
        for before in above:
            if "".join(before.split()) == "".join(said.split()):
                return before
        is_alone = not said and len(self._rows) <= _FIRST_ROWS
        if is_alone and len(self.last_row) == len(self._rows[0]):
            return self.last_row.get(column) or words
        return words

    def lines(self) -> list[str]:
        """Return a line a row, each cell closed by a bar.

        It is plain text where one cell is all of the first rows or of every row.
        """
        self.end_cell()
        if self._rows:
            self.last_row.clear()
            self.last_row.update(self._rows[-1])
        width = self._width()
        if width * len(self._rows) > 2 * MAX_CELLS:
            raise Refused(_TOO_LARGE)
        lines = list(self._outside)
        has_rows = False
        table = len(self.printed) + 1
        for row, going_on, widest in zip(self._rows, self._going_on, self._widest, strict=True):
            filled = [cell for cell in row.values() if cell]
            if not filled:
                continue
            alone = len(filled) == 1 and len(row) == width
            if self._is_text(filled, width) or (alone and not has_rows):
                lines += "\n".join(filled).split("\n")
            else:
                has_rows = has_rows or not alone
                cells = tuple(row.get(column, "") for column in range(width))
                is_across = alone and widest > 1 and widest >= width - 1
                lines.append(_printed(filled if alone else cells))
                given = tuple(filled) if is_across else cells
                self.printed.setdefault(lines[-1], []).append(GridRow(given, frozenset(going_on), table))
        return lines

    def _width(self) -> int:
        """Return the columns of the widest row."""
        last_columns = [max(row, default=-1) for row in self._rows]
        return max(last_columns, default=-1) + 1

    def _is_text(self, filled: Sequence[str], width: int) -> bool:
        """Tell whether a row is no row of a list: the table only lays out a page, or has one column."""
        if self._is_layout or width == 1:
            return True
        return any(map(_is_page, filled)) and not self._has_header()

    def _has_header(self) -> bool:
        """Tell whether the first row of several cells can be a list's header: three short words or more."""
        for row in self._rows:
            filled = [cell for cell in row.values() if cell]
            if len(filled) > 1:
                return len(filled) >= _FEWEST_LABELS and max(map(len, filled)) <= _LONGEST_LABEL
        return False


def _printed(cells: Sequence[str]) -> str:
    """Return a row on one line, each of its cells closed by a bar; a bar within a cell is a wide one."""
    closed = [cell.replace("|", "｜").replace("\n", " ") + " |" for cell in cells]
    return " ".join(closed).strip()


def _is_page(cell: str) -> bool:
    """Tell whether a cell holds a whole text: the table around it only lays out the page."""
    return cell.count("\n") >= _PARAGRAPHS
