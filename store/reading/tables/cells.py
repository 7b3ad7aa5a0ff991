"""A table before its cells are understood: header, rows of cells, and the lines that they came from."""

from dataclasses import dataclass

from store.reading.signs.lines import Span
from store.reading.signs.marks import mark_of
from store.records.values import Column


@dataclass(frozen=True, slots=True)
class CellRow:
    """The cells of one row as printed, and the lines they came from."""

    cells: tuple[str, ...]
    source: Span
    category: bool = False
    """Whether it is a heading within the table, over the rows that follow."""
    open_question: bool = False
    """Whether its cells could stand under other columns as well."""


@dataclass(frozen=True, slots=True)
class Table:
    """A task table: its columns and its rows."""

    columns: tuple[Column, ...]
    rows: tuple[CellRow, ...]
    headers: tuple[Span, ...] = ()
    """Source lines of its header, each time that it is printed."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its columns, and how the rows below are written."""

    columns: tuple[Column, ...]
    end: int
    """Place of the line behind the header."""
    style: str
    """`bars`: rows of cells parted by bars; `cells`: one cell a line; `blanks`: a row a line, parted by blanks."""
    closed: bool = True
    """Whether a bar stands behind the last cell of a row."""
    framed: bool = False
    """Whether a bar stands before the first cell of a row."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The words over the columns."""
        return tuple(column.label for column in self.columns)

    def is_category(self, text: str) -> bool:
        """Whether a text alone in its row can be a heading within the table: numbered like a section, and no column is the item's."""
        mark = mark_of(text)
        return (
            mark is not None
            and mark.rank < 3
            and len(text) <= 40
            and all(column.field != "item" for column in self.columns)
        )
