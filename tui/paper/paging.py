"""A sheet in pages, the same for every format that has to part it itself.

A page ends between rows. A joined cell that goes on is closed there and repeated on the next page with (续); where its part would be
too low for its text, the part is raised or the whole cell moved. Only what is higher than a page is cut, by lines; nothing is dropped.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.paper.layout import Row, Sheet
from tui.paper.ruler import PaperLine, Ruler
from tui.paper.table import Place, Placed, Table

ENDLESS = sys.maxsize
"""The height of a page for what is not to be parted."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: lines over the table, the table, lines under it."""

    above: tuple[PaperLine, ...]
    tops: tuple[int, ...]
    """Where each row begins and the last one ends, counted from the table's top; one number where there is no table."""
    cells: tuple[Placed, ...]
    below: tuple[PaperLine, ...] = ()
    done: int = 0
    """Rows of the sheet that end on this page or before it."""


def pages(sheet: Sheet, ruler: Ruler, widths: Sequence[int], height: int, frame: int = 0) -> Iterator[Page]:
    """The pages of a sheet; `frame` is what a table takes beside its rows."""
    above, below = ruler.above(sheet), ruler.below(sheet)
    heading, rows = sheet.heading, sheet.rows
    head_tops, head_cells = placed(heading, ruler, widths)
    if head_tops[-1] > height // 3:
        heading, rows, head_tops, head_cells = (), (*heading, *rows), (0,), ()
    table = Table(rows, ruler, widths, height - head_tops[-1] - frame)
    most = min(height // 2, table.full - table.least)
    while _height(above, ruler) > most and len(above) > 1:
        count = max(1, _fitting(above, ruler, most))
        yield Page(tuple(above[:count]), (0,), ())
        above = above[count:]
    place = Place()
    while place.row < len(rows) or above:
        room, under = table.full - _height(above, ruler), _height(below, ruler)
        tops, cells, after = table.page(place, room)
        if place.row < after.row == len(rows) and tops[-1] + under > room and under < height // 2:
            # The last row goes with what stands under the table, rather than leave it alone on a page.
            fewer = table.page(place, room - under)
            if place.row < fewer[2].row < len(rows):
                tops, cells, after = fewer
        place = after
        tops = (*head_tops, *(head_tops[-1] + top for top in tops[1:]))
        cells = (*head_cells, *(_moved(cell, len(heading)) for cell in cells))
        used = _height(above, ruler) + tops[-1] + frame
        count = _fitting(below, ruler, height - used) if place.row == len(rows) else 0
        yield Page(tuple(above), tops, cells, tuple(below[:count]), min(place.row, len(sheet.rows)))
        above, below = [], below[count:]
    while below:
        count = max(1, _fitting(below, ruler, height))
        yield Page((), (0,), (), tuple(below[:count]), len(sheet.rows))
        below = below[count:]


def placed(
    rows: Sequence[Row], ruler: Ruler, widths: Sequence[int]
) -> tuple[tuple[int, ...], tuple[Placed, ...]]:
    """Rows in one piece: where each begins and the last one ends, and their cells."""
    tops, cells, _ = Table(rows, ruler, widths, ENDLESS).page(Place(), ENDLESS)
    return tops, cells


def _moved(cell: Placed, rows: int) -> Placed:
    return (
        Placed(cell.row + rows, cell.column, cell.rowspan, cell.colspan, cell.lines, cell.cell)
        if rows
        else cell
    )


def _height(lines: Sequence[PaperLine], ruler: Ruler) -> int:
    return sum(ruler.types[line.style].line for line in lines)


def _fitting(lines: Sequence[PaperLine], ruler: Ruler, room: int) -> int:
    """How many lines the room takes."""
    count = 0
    while count < len(lines) and (room := room - ruler.types[lines[count].style].line) >= 0:
        count += 1
    return count
