"""A table before its cells are understood: header, rows of cells, and the lines that they came from."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from store.reading.signs.lines import SourceLine, Span, folded, span, unpadded
from store.reading.signs.marks import mark_of
from store.records.values import Column

LONGEST_CATEGORY = 40
"""Signs of a heading within a table."""

# 合计 | | 30家 |, 小  计, 总计(万元): the last row of a table or of a part of it.
_TOTAL = re.compile(r"(?:合|小|总|共|累)计(?:[(:].*)?|[合总]计\d+.{0,3}")

TableStyle = Literal["bars", "cells", "blanks"]
"""How rows are written: cells parted by bars; one cell a line; a row a line, its cells parted by blanks."""


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
class TaskTable:
    """A task table: its columns and its rows."""

    columns: tuple[Column, ...]
    rows: tuple[CellRow, ...]
    headers: tuple[Span, ...] = ()
    """Source lines of its header, each time that it is printed."""


@dataclass(frozen=True, slots=True)
class TableHeader:
    """The header of a table: its columns, and how the rows below are written."""

    columns: tuple[Column, ...]
    end: int
    """Index of the line behind the header."""
    style: TableStyle
    closed: bool = True
    """Whether a bar stands behind the last cell of a row."""
    framed: bool = False
    """Whether a bar stands before the first cell of a row."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The words over the columns."""
        return tuple(column.label for column in self.columns)

    @property
    def fields(self) -> list[str]:
        """The field of each column."""
        return [column.field for column in self.columns]

    def is_category(self, text: str) -> bool:
        """Tell whether a text alone in its row can be a heading within the table (一、2020年底前完成的事项).

        It is numbered like a section, and no column is the item's.
        """
        mark = mark_of(text)
        if mark is None or mark.rank >= 3 or len(text) > LONGEST_CATEGORY:
            return False
        return "item" not in self.fields


class TableBody(NamedTuple):
    """What a reader of rows makes of the lines under a header: rows, the lines left over, and the header."""

    rows: list[CellRow]
    rest: list[SourceLine]
    header: TableHeader


class LabelledCell(NamedTuple):
    """A cell of a row and the label of its column."""

    label: str
    text: str


CellsByField = dict[str, list[LabelledCell]]
"""Field to the cell in each of its columns."""


def category_row(line: SourceLine) -> CellRow:
    """Return the row of a heading within the table."""
    return CellRow((line.text,), span([line]), category=True)


def is_total(cell: str) -> bool:
    """Tell whether a cell says that its row sums up the others (合 计)."""
    return bool(_TOTAL.fullmatch(unpadded(folded(cell))))
