"""A sheet in pages, the same for every format that has to part it itself.

A page ends between rows. A joined cell that goes on is closed there and repeated on the next page with (续); where its part would be
too low for its text, the part is raised or the whole cell moved. Only what is higher than a page is cut, by lines; nothing is dropped.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.paper.layout import CONTINUED, Cell, Row, Sheet, is_banner
from tui.paper.ruler import Line, Ruler

ENDLESS = sys.maxsize
"""The height of a page for what is not to be parted."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell on a page: where it begins, the rows and columns it covers there, the lines it shows there."""

    row: int
    column: int
    rowspan: int
    colspan: int
    lines: tuple[str, ...]
    cell: Cell


@dataclass(frozen=True, slots=True)
class Page:
    """A page: lines over the table, the table, lines under it."""

    above: tuple[Line, ...]
    tops: tuple[int, ...]
    """Where each row begins and the last one ends, counted from the table's top; one number where there is no table."""
    cells: tuple[Placed, ...]
    below: tuple[Line, ...] = ()
    done: int = 0
    """Rows of the sheet that end on this page or before it."""


@dataclass(slots=True)
class _Open:
    """A cell on its way through the pages."""

    column: int
    cell: Cell
    end: int
    """The row after its last."""
    lines: tuple[str, ...]
    """What is still to be shown, or is shown again."""
    again: bool = False
    top: int = 0
    """The row of the page that it begins in."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page begins: the row, the cells that go on there, and whether the row itself was begun on the page before."""

    row: int = 0
    carried: tuple[_Open, ...] = ()
    begun: bool = False


def pages(sheet: Sheet, ruler: Ruler, widths: Sequence[int], height: int, frame: int = 0) -> Iterator[Page]:
    """The pages of a sheet; `frame` is what a table takes beside its rows."""
    above, below = ruler.above(sheet), ruler.below(sheet)
    heading, rows = sheet.heading, sheet.rows
    head_tops, head_cells = placed(heading, ruler, widths)
    if head_tops[-1] > height // 3:
        heading, rows, head_tops, head_cells = (), (*heading, *rows), (0,), ()
    table = _Table(rows, ruler, widths, height - head_tops[-1] - frame)
    most = min(height // 2, table.full - table.least)
    while _height(above, ruler) > most and len(above) > 1:
        count = max(1, _fitting(above, ruler, most))
        yield Page(tuple(above[:count]), (0,), ())
        above = above[count:]
    place = _Place()
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


def placed(rows: Sequence[Row], ruler: Ruler, widths: Sequence[int]) -> tuple[tuple[int, ...], tuple[Placed, ...]]:
    """Rows in one piece: where each begins and the last one ends, and their cells."""
    tops, cells, _ = _Table(rows, ruler, widths, ENDLESS).page(_Place(), ENDLESS)
    return tops, cells


def _moved(cell: Placed, rows: int) -> Placed:
    return Placed(cell.row + rows, cell.column, cell.rowspan, cell.colspan, cell.lines, cell.cell) if rows else cell


def _height(lines: Sequence[Line], ruler: Ruler) -> int:
    return sum(ruler.types[line.style].line for line in lines)


def _fitting(lines: Sequence[Line], ruler: Ruler, room: int) -> int:
    """How many lines the room takes."""
    count = 0
    while count < len(lines) and (room := room - ruler.types[lines[count].style].line) >= 0:
        count += 1
    return count


class _Table:
    """The rows of one table, taken page by page."""

    def __init__(self, rows: Sequence[Row], ruler: Ruler, widths: Sequence[int], full: int) -> None:
        self.rows, self.ruler, self.widths = rows, ruler, widths
        self.line = ruler.types["text"].line
        self.least = self.line + ruler.gap
        self.full = max(full, self.least)
        """The height of a page that holds nothing else."""

    def page(self, place: _Place, room: int) -> tuple[tuple[int, ...], tuple[Placed, ...], _Place]:
        """One page: where its rows begin and end, its cells, and where the next page begins."""
        room = max(room, self.least)
        start = place.row
        tops, shown, live, index = self._taken(place, room)
        cut = index == start < len(self.rows)
        if cut:
            live = shown = [*(replace(cell) for cell in place.carried), *([] if place.begun else self._begun(start, 0))]
            index = start + 1
            tops.append(room)
        elif live:
            tops[-1] = max(tops[-1], min(room, max(tops[cell.top] + self._needed(cell) for cell in live)))
        cells = tuple(self._placed(cell, start, tops) for cell in shown)
        if cut and any(cell.lines for cell in live if cell.end == index):
            return tuple(tops), cells, _Place(start, tuple(map(self._next, live)), begun=True)
        return tuple(tops), cells, _Place(index, tuple(self._next(cell) for cell in live if cell.end > index))

    def _taken(self, place: _Place, room: int) -> tuple[list[int], list[_Open], list[_Open], int]:
        """The rows that fit, not ending with one that heads others: places, all cells, those that go on, and the next row."""
        tops, live, index = [0], [replace(cell) for cell in place.carried], place.row
        shown = live[:]
        whole = None
        while index < len(self.rows):
            opened = [] if place.begun and index == place.row else self._begun(index, len(tops) - 1)
            now = live + opened
            bottom = self._bottom(index, now, tops, room)
            if bottom is None:
                return whole if whole and is_banner(self.rows[index - 1]) else (tops, shown, live, index)
            tops.append(bottom)
            shown += opened
            index += 1
            live = [cell for cell in now if cell.end > index]
            if not is_banner(self.rows[index - 1]):
                whole = (tops[:], shown[:], live, index) if index < len(self.rows) and is_banner(self.rows[index]) else None
        return tops, shown, live, index

    def _bottom(self, index: int, cells: Sequence[_Open], tops: Sequence[int], room: int) -> int | None:
        """Where a row ends; none where the page, closed after it, would be too high.

        A cell that goes on must have its whole text above the page's end, but for one that no page could hold.
        """
        bottom = tops[-1] + self.least
        closed = 0
        for cell in cells:
            needed = self._needed(cell)
            if cell.end == index + 1:
                bottom = max(bottom, tops[cell.top] + needed)
            elif needed <= (self.full if cell.top else room):
                closed = max(closed, tops[cell.top] + needed)
        return bottom if max(bottom, closed) <= room else None

    def _begun(self, index: int, top: int) -> list[_Open]:
        return [
            _Open(column, cell, index + cell.rowspan, self.ruler.cell_lines(cell, self._width(column, cell)), top=top)
            for column, cell in enumerate(self.rows[index])
            if cell
        ]

    def _width(self, column: int, cell: Cell) -> int:
        return sum(self.widths[column : column + cell.colspan]) + self.ruler.pad * (cell.colspan - 1)

    def _needed(self, cell: _Open) -> int:
        return max(1, len(cell.lines)) * self.line + self.ruler.gap

    def _placed(self, cell: _Open, start: int, tops: Sequence[int]) -> Placed:
        """A cell as it stands on the page; what does not fit stays in it."""
        stop = min(cell.end - start, len(tops) - 1)
        count = (tops[stop] - tops[cell.top] - self.ruler.gap) // self.line
        lines, cell.lines = cell.lines[:count], () if cell.again else cell.lines[count:]
        return Placed(cell.top, cell.column, stop - cell.top, cell.cell.colspan, lines, cell.cell)

    def _next(self, cell: _Open) -> _Open:
        """A cell as it goes on: with the rest of its text, or with all of it again where that takes no more than half a page."""
        if cell.lines:
            return _Open(cell.column, cell.cell, cell.end, cell.lines)
        width = self._width(cell.column, cell.cell)
        whole = self.ruler.cell_lines(cell.cell, width, (*cell.cell.lines, CONTINUED)) if any(cell.cell.lines) else ()
        if len(whole) * self.line > self.full // 2:
            whole = self.ruler.cell_lines(cell.cell, width, (CONTINUED,))
        return _Open(cell.column, cell.cell, cell.end, whole, again=True)
