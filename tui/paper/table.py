"""The rows of a table, taken page by page: what fits, what is raised, what is cut, what goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.paper.layout import CONTINUED, Row, SheetCell, is_banner
from tui.paper.ruler import Ruler


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell on a page: where it begins, the rows and columns it covers there, the lines it shows there."""

    row: int
    column: int
    rowspan: int
    colspan: int
    lines: tuple[str, ...]
    cell: SheetCell


@dataclass(slots=True)
class Open:
    """A cell on its way through the pages."""

    column: int
    cell: SheetCell
    end: int
    """The row after its last."""
    lines: tuple[str, ...]
    """What is still to be shown, or is shown again."""
    again: bool = False
    top: int = 0
    """The row of the page that it begins in."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: the row, the cells that go on there, and whether the row itself was begun on the page before."""

    row: int = 0
    carried: tuple[Open, ...] = ()
    begun: bool = False


class Table:
    """The rows of one table, taken page by page."""

    def __init__(self, rows: Sequence[Row], ruler: Ruler, widths: Sequence[int], full: int) -> None:
        """Take the rows, how they are measured, the columns' inner widths, and the height of a page that holds nothing else."""
        self.rows, self.ruler, self.widths = rows, ruler, widths
        self.line = ruler.types["text"].line
        self.least = self.line + ruler.gap
        self.full = max(full, self.least)
        """The height of a page that holds nothing else."""

    def page(self, place: Place, room: int) -> tuple[tuple[int, ...], tuple[Placed, ...], Place]:
        """One page: where its rows begin and end, its cells, and where the next page begins."""
        room = max(room, self.least)
        start = place.row
        tops, shown, live, index = self._taken(place, room)
        cut = index == start < len(self.rows)
        if cut:
            live = shown = [
                *(replace(cell) for cell in place.carried),
                *([] if place.begun else self._begun(start, 0)),
            ]
            index = start + 1
            tops.append(room)
        elif live:
            tops[-1] = max(tops[-1], min(room, max(tops[cell.top] + self._needed(cell) for cell in live)))
        cells = tuple(self._placed(cell, start, tops) for cell in shown)
        if cut and any(cell.lines for cell in live if cell.end == index):
            return tuple(tops), cells, Place(start, tuple(map(self._next, live)), begun=True)
        return tuple(tops), cells, Place(index, tuple(self._next(cell) for cell in live if cell.end > index))

    def _taken(self, place: Place, room: int) -> tuple[list[int], list[Open], list[Open], int]:
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
                whole = (
                    (tops[:], shown[:], live, index)
                    if index < len(self.rows) and is_banner(self.rows[index])
                    else None
                )
        return tops, shown, live, index

    def _bottom(self, index: int, cells: Sequence[Open], tops: Sequence[int], room: int) -> int | None:
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

    def _begun(self, index: int, top: int) -> list[Open]:
        return [
            Open(
                column,
                cell,
                index + cell.rowspan,
                self.ruler.cell_lines(cell, self._width(column, cell)),
                top=top,
            )
            for column, cell in enumerate(self.rows[index])
            if cell
        ]

    def _width(self, column: int, cell: SheetCell) -> int:
        return sum(self.widths[column : column + cell.colspan]) + self.ruler.pad * (cell.colspan - 1)

    def _needed(self, cell: Open) -> int:
        return max(1, len(cell.lines)) * self.line + self.ruler.gap

    def _placed(self, cell: Open, start: int, tops: Sequence[int]) -> Placed:
        """A cell as it stands on the page; what does not fit stays in it."""
        stop = min(cell.end - start, len(tops) - 1)
        count = (tops[stop] - tops[cell.top] - self.ruler.gap) // self.line
        lines, cell.lines = cell.lines[:count], () if cell.again else cell.lines[count:]
        return Placed(cell.top, cell.column, stop - cell.top, cell.cell.colspan, lines, cell.cell)

    def _next(self, cell: Open) -> Open:
        """A cell as it goes on: with the rest of its text, or with all of it again where that takes no more than half a page."""
        if cell.lines:
            return Open(cell.column, cell.cell, cell.end, cell.lines)
        width = self._width(cell.column, cell.cell)
        whole = (
            self.ruler.cell_lines(cell.cell, width, (*cell.cell.lines, CONTINUED))
            if any(cell.cell.lines)
            else ()
        )
        if len(whole) * self.line > self.full // 2:
            whole = self.ruler.cell_lines(cell.cell, width, (CONTINUED,))
        return Open(cell.column, cell.cell, cell.end, whole, again=True)
