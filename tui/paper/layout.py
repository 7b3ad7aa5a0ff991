"""What goes on paper, as plain values: a title over a grid of cells with row and column spans, that any writer can draw.

A writer knows nothing of tasks; here nothing is known of formats.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

CONTINUED = "(续)"
"""What a joined cell ends with where it goes on from the page before."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its share of the sheet's width, and whether its cells are centred."""

    label: str
    width: int
    centred: bool


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: lines that each begin anew and are to be wrapped, the rows and columns it covers, and how it is set."""

    lines: tuple[str, ...]
    rowspan: int = 1
    colspan: int = 1
    strong: bool = False
    """Set as headings are."""
    centred: bool | None = None
    """None as its column is."""


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
    under: tuple[str, ...] = ()
    """Lines between the title and the table."""
    name: str = ""
    """A short name to tell it from others of the document; the title where there is none."""

    @property
    def heading(self) -> tuple[Row, ...]:
        """The rows that stand on top of each page."""
        return self.heads or (
            tuple(SheetCell((column.label,), strong=True, centred=True) for column in self.columns),
        )


def banner(text: str, columns: int) -> Row:
    """A row of one cell over all columns, that heads the rows under it."""
    return (SheetCell((text,), colspan=columns, strong=True, centred=False), *[None] * (columns - 1))


def is_banner(row: Row) -> bool:
    """Whether a row heads those under it, and so never ends a page."""
    first = row[0]
    return first is not None and first.strong and first.colspan == len(row)


def origins(rows: Sequence[Row]) -> Iterator[tuple[int, int, SheetCell]]:
    """The cells of a grid with the row and the column they begin in."""
    return (
        (place, column, cell) for place, row in enumerate(rows) for column, cell in enumerate(row) if cell
    )


def document_title(sheets: Sequence[Sheet]) -> str:
    """Return what a file of these sheets is called: the title of the first."""
    return sheets[0].title if sheets else ""


class Cancelled(Exception):
    """The clerk has called a print off; raised by a progress callback."""


Progress = Callable[[int, int], None]
"""Told between pages how many rows are done, and of how many; may raise Cancelled."""


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""
