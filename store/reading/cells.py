"""A table before its cells are understood: header, rows of cells, and the lines that they came from."""

from dataclasses import dataclass

from store.model import Column
from store.reading.lines import Span


@dataclass(frozen=True, slots=True)
class CellRow:
    """The cells of one row as printed, and the lines they came from."""

    cells: tuple[str, ...]
    source: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A task table: its columns and its rows."""

    columns: tuple[Column, ...]
    rows: tuple[CellRow, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its columns, and how the rows below are written."""

    columns: tuple[Column, ...]
    end: int
    """Place of the line behind the header."""
    style: str
    """`bars`: rows of cells parted by bars; `cells`: one cell a line."""
    closed: bool = True
    """Whether a bar stands behind the last cell of a row."""
    framed: bool = False
    """Whether a bar stands before the first cell of a row."""
