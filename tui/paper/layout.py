"""What goes on paper, as plain values that any writer can draw: a title over a grid of cells that may join.

A writer knows nothing of tasks; here nothing is known of formats.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

CONTINUED = "（续）"
"""What a joined cell ends with where it goes on from the page before."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its share of the sheet's width, and whether its cells are centred."""

    label: str
    width: int
    centred: bool


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: lines that each begin anew and are wrapped, the rows and columns it covers, how it is set."""

    lines: tuple[str, ...]
    rowspan: int = 1
    colspan: int = 1
    strong: bool = False
    """Set as headings are."""
    centred: bool | None = None
    """None as its column is."""
    kept: bool = False
    """In the first column: whether its row ends on the page that the next one begins on."""


TextStyle = Literal["body", "heading", "subheading"]
"""How running text is set: 仿宋; 一、 in 黑体; （一）in 楷体 (GB/T 9704-2012, 7.3.3)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text: 三号, 28 characters a line (GB/T 9704-2012, 5.2.2); a gap where empty."""

    text: str = ""
    first: int = 2
    """Characters that its first line is indented by: 左空二字."""
    further: int = 0
    """The same of its other lines."""
    right: float | None = None
    """Characters left free at the right of a line that is set there, as a date is; none for others."""
    keep: bool = False
    """Whether it ends on the page that the next one begins on."""
    style: TextStyle = "body"


@dataclass(frozen=True, slots=True)
class ImprintEntry:
    """An element of the 版记, between two of its lines: 抄送, or who printed it and, at the right, when."""

    text: str
    right: str = ""

    @property
    def hanging(self) -> int:
        """How many characters its further lines are indented by: those of 抄送： on its first."""
        label, colon, _ = self.text.partition("：")
        return len(label) + 1 if colon else 0


Row = tuple[SheetCell | None, ...]
"""A cell for each column; None where a joined cell above or at the left covers it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One summary for paper. Several of them make a document, each on pages of its own."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Lines under the table."""
    heads: tuple[Row, ...] = ()
    """Rows of headings where one row of the columns' labels is not enough."""
    annex: str = ""
    """附件2, over the title at the left."""
    title_line: int = 3
    """The line of the type area that the title stands in, where a mark stands in the first."""
    under: tuple[str, ...] = ()
    """Lines between the title and the table."""
    whole: tuple[str, ...] = ()
    """Names that its title is not parted in: those of the list."""
    name: str = ""
    """A short name to tell it from others of the document; the title where there is none."""
    says_empty: bool = False
    """Whether a cell that says nothing may have a mark for it; in a matrix blank is a sign itself."""
    open_rows: tuple[str, ...] = ()
    """The names of its rows in which something is in doubt."""

    text: tuple[Paragraph, ...] = ()
    """Running text under the title, of a sheet that has no rows."""
    imprint: tuple[ImprintEntry, ...] = ()
    """The 版记 after it, at the foot of an even page (GB/T 9704-2012, 7.4)."""
    is_letter: bool = False
    """Whether it says in words of its own who issues it and when; the page adds none of these."""
    room_above: int = 0
    """Lines of the type area that stay free over the title, for a red head."""
    orientation: str = ""
    """Its own, where other sheets of the document have another; empty for the page's."""

    framed: bool = True
    """Whether it is a table; else its rows stand as running text does, without rules and headings."""

    @property
    def heading(self) -> tuple[Row, ...]:
        """The rows that stand on top of each page."""
        if self.heads or not self.framed:
            return self.heads
        labels = [column.label for column in self.columns]
        return (tuple(SheetCell((label,), strong=True, centred=True) for label in labels),)

    @property
    def table_rows(self) -> tuple[Row, ...]:
        """The rows of headings, then those of the table."""
        return (*self.heading, *self.rows)

    def is_centred(self, column: int, cell: SheetCell) -> bool:
        """Return whether a cell that begins in a column is set in its middle."""
        return self.columns[column].centred if cell.centred is None else cell.centred


def with_text(sheet: Sheet, drawn: Callable[[str], str]) -> Sheet:
    """Return a sheet whose texts are drawn otherwise, but for its name: as 甲(乙) is drawn 甲（乙）."""
    columns = [replace(column, label=drawn(column.label)) for column in sheet.columns]

    def of_cell(cell: SheetCell) -> SheetCell:
        return replace(cell, lines=tuple(map(drawn, cell.lines)))

    rows = _with_cells(sheet.rows, of_cell)
    heads = _with_cells(sheet.heads, of_cell)
    worded = replace(sheet, title=drawn(sheet.title), annex=drawn(sheet.annex))
    notes, under = tuple(map(drawn, sheet.notes)), tuple(map(drawn, sheet.under))
    text = []
    for paragraph in sheet.text:
        text.append(replace(paragraph, text=drawn(paragraph.text)))
    imprint = []
    for entry in sheet.imprint:
        imprint.append(ImprintEntry(drawn(entry.text), drawn(entry.right)))
    worded = replace(worded, text=tuple(text), imprint=tuple(imprint))
    worded = replace(worded, notes=notes, under=under)
    return replace(worded, columns=tuple(columns), rows=rows, heads=heads)


def with_empty_cells(sheet: Sheet, mark: str) -> Sheet:
    """Return a sheet with a mark in each cell that says nothing."""

    def of_cell(cell: SheetCell) -> SheetCell:
        is_empty = not any(map(str.strip, cell.lines))
        return replace(cell, lines=(mark,), centred=True) if is_empty else cell

    return replace(sheet, rows=_with_cells(sheet.rows, of_cell))


def _with_cells(rows: Sequence[Row], changed: Callable[[SheetCell], SheetCell]) -> tuple[Row, ...]:
    found: list[Row] = []
    for row in rows:
        cells = [changed(cell) if cell else None for cell in row]
        found.append(tuple(cells))
    return tuple(found)


def banner(text: str, columns: int) -> Row:
    """Return a row of one cell over all columns, that heads the rows under it."""
    heading = SheetCell((text,), colspan=columns, strong=True, centred=False)
    return (heading, *[None] * (columns - 1))


def is_banner(row: Row) -> bool:
    """Return whether a row heads those under it, and so never ends a page."""
    first = row[0]
    return first is not None and first.strong and first.colspan == len(row)


def stays_with_next(row: Row) -> bool:
    """Return whether no page ends after a row: it heads those under it, or is kept with the next."""
    first = row[0]
    return is_banner(row) or (first is not None and first.kept)


def origins(rows: Sequence[Row]) -> Iterator[tuple[int, int, SheetCell]]:
    """Yield the cells of a grid with the row and the column they begin in."""
    for index, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                yield index, column, cell


def row_count(sheets: Sequence[Sheet]) -> int:
    """Return how many rows some sheets have, as progress counts them."""
    return sum(len(sheet.rows) for sheet in sheets)


def document_title(sheets: Sequence[Sheet]) -> str:
    """Return what a file of these sheets is called: the title of the first."""
    return sheets[0].title if sheets else ""


def written_day(day: str) -> str:
    """Return an ISO day as paper has it, without leading zeros (GB/T 9704-2012, 7.3.5.4): 2021年3月31日."""
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts[1:]):
        return day
    year, month, number = parts
    return f"{year}年{int(month)}月{int(number)}日"
