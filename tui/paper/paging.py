"""A sheet in pages, the same for every format that has to part it itself.

A page ends between rows. A joined cell that goes on is closed there and repeated on the next page with (续);
where its part would be too low for its text, the part is raised or the whole cell moved. Only what is higher
than a page is cut, by lines; nothing is dropped.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.paper.layout import Row, Sheet
from tui.paper.ruler import PaperLine, Ruler
from tui.paper.table import LEAST_LAST, PageStart, Placed, Table, TablePage

ENDLESS = sys.maxsize
"""The height of a page for what is not to be parted."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: lines over the table, the table, lines under it."""

    above: tuple[PaperLine, ...]
    tops: tuple[int, ...]
    """Where each row begins and the last one ends, from the table's top; one number without a table."""
    cells: tuple[Placed, ...]
    below: tuple[PaperLine, ...] = ()
    done: int = 0
    """Rows of the sheet that end on this page or before it."""
    heads: int = 0
    """Rows of headings that stand on it as on every page."""
    goes_on: bool = False
    """Whether a cell or a row goes on from the page before."""


def pages(sheet: Sheet, ruler: Ruler, widths: Sequence[int], height: int, frame: int = 0) -> Iterator[Page]:
    """Yield the pages of a sheet; `frame` is what a table takes beside its rows."""
    if sheet.text:
        yield from _text_pages(sheet, ruler, height)
        return
    heading, rows = sheet.heading, sheet.rows
    head = placed(heading, ruler, widths)
    if head.tops[-1] > height // 3:  # Headings as high as that stand once, as rows do.
        heading, rows = (), sheet.table_rows
        head = TablePage((0,), (), PageStart())
    room_under_head = height - head.tops[-1] - frame
    table = Table(rows, ruler, widths, room_under_head, len(heading))
    above = ruler.above(sheet)
    below = ruler.below(sheet)
    most = min(height // 2, table.full - table.least)
    while _height(above, ruler) > most and len(above) > 1:
        count = max(1, _fitting(above, ruler, most))
        yield Page(tuple(above[:count]), (0,), ())
        above = above[count:]
    start = PageStart()
    while start.row < len(rows) or above:
        room = table.full - _height(above, ruler)
        part = _part(table, start, room, _height(below, ruler), height)
        goes_on = bool(start.carried)
        start = part.after
        tops, cells = _under(head, part)
        count = 0
        if start.row == len(rows):
            used = _height(above, ruler) + tops[-1] + frame
            count = _fitting(below, ruler, height - used)
        done = min(start.row, len(sheet.rows))
        yield Page(tuple(above), tops, cells, tuple(below[:count]), done, len(heading), goes_on)
        above, below = [], below[count:]
    while below:
        count = max(1, _fitting(below, ruler, height))
        yield Page((), (0,), (), tuple(below[:count]), len(sheet.rows))
        below = below[count:]


def _text_pages(sheet: Sheet, ruler: Ruler, height: int) -> Iterator[Page]:
    """Yield the pages of running text, none ending where its last line goes with the next."""
    lines = ruler.above(sheet) + ruler.running(sheet)
    lines += ruler.below(sheet)
    while lines:
        count = fitting = max(1, _fitting(lines, ruler, height))
        while count > 1 and count < len(lines) and lines[count - 1].keep:
            count -= 1
        count = fitting if count == 1 else count
        shown = tuple(lines[:count])
        yield Page(shown, (0,), ())
        lines = lines[count:]


def _part(table: Table, start: PageStart, room: int, under: int, height: int) -> TablePage:
    """Return the rows of a page; the last one goes with what stands under the table, where that can be.

    It would leave what stands there alone on a page of its own.
    """
    part = table.page(start, room)
    is_last = start.row < part.after.row == len(table.rows)
    if is_last and part.tops[-1] + under > room and under < height // 2:
        fewer = table.page(start, room - under)
        if start.row < fewer.after.row < len(table.rows):
            part = fewer
    return _sparing(table, start, part)


def _sparing(table: Table, start: PageStart, part: TablePage) -> TablePage:
    """Return the rows of a page without those that the last page needs more, lest it be a stub."""
    least, room = LEAST_LAST * table.line, part.tops[-1]
    if not 0 < len(table.rows) - part.after.row < LEAST_LAST or room < 2 * least:
        return part
    fewer = part
    while start.row < fewer.after.row:
        last = table.page(fewer.after, table.full)
        lacking = least - last.tops[-1]
        if last.after.row < len(table.rows):
            break
        if lacking <= 0:
            return fewer
        # With one more row of a joined cell that goes on and is higher, that page may be hardly higher.
        room -= max(lacking, table.line)
        fewer = table.page(start, room)
    return part


def _under(head: TablePage, part: TablePage) -> tuple[tuple[int, ...], tuple[Placed, ...]]:
    """Return the rows of a page under those of the headings."""
    top = head.tops[-1]
    tops = [top + below for below in part.tops[1:]]
    return (*head.tops, *tops), (*head.cells, *part.cells)


def placed(rows: Sequence[Row], ruler: Ruler, widths: Sequence[int]) -> TablePage:
    """Return rows in one piece, on a page without end."""
    return Table(rows, ruler, widths, ENDLESS).page(PageStart(), ENDLESS)


def _height(lines: Sequence[PaperLine], ruler: Ruler) -> int:
    return sum(ruler.types[line.style].line for line in lines)


def _fitting(lines: Sequence[PaperLine], ruler: Ruler, room: int) -> int:
    """Return how many lines the room takes."""
    for count, line in enumerate(lines):
        room -= ruler.types[line.style].line
        if room < 0:
            return count
    return len(lines)
