"""The rows of a table, taken page by page: what fits, what is raised, what is cut, what goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.paper.layout import CONTINUED, Row, SheetCell, stays_with_next
from tui.paper.ruler import Ruler

_LEAST_LINES = 3
"""Lines that a row which is divided has on each side of the page's end."""
_MOST_SIGN = 2
"""Characters of a sign: 牵, 牵责."""
LEAST_LAST = 6
"""Lines that the last page has at least, where the page before can spare them: one of three looks left over.
"""


class Placed(NamedTuple):
    """A cell on a page: where it begins, the rows and columns it covers there, the lines it shows there."""

    row: int
    column: int
    rowspan: int
    colspan: int
    lines: tuple[str, ...]
    cell: SheetCell
    again: bool = False
    """Whether it was shown whole on a page before."""
    is_part: bool = False
    """Whether it shows some lines of its text only."""


@dataclass(slots=True)
class OpenCell:
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
    is_part: bool = False
    """Whether some of its lines stand on pages before."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins: the row, the cells that go on there, and whether an earlier page began the row."""

    row: int = 0
    carried: tuple[OpenCell, ...] = ()
    begun: bool = False


@dataclass(frozen=True, slots=True)
class TablePage:
    """The rows of a table that stand on one page."""

    tops: tuple[int, ...]
    """Where each row begins and the last one ends, counted from the table's top."""
    cells: tuple[Placed, ...]
    after: PageStart
    """Where the next page begins."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """The rows that fit on a page."""

    tops: list[int]
    shown: list[OpenCell]
    """All cells that stand there."""
    live: list[OpenCell]
    """Those that go on."""
    index: int
    """The row after the last that fits; the one that is divided."""
    is_divided: bool = False
    """Whether a row stands there of which the rest goes on on the next page."""


class Table:
    """The rows of one table, taken page by page."""

    def __init__(
        self, rows: Sequence[Row], ruler: Ruler, widths: Sequence[int], full: int, heads: int = 0
    ) -> None:
        """Take the rows, how they are measured, the columns' inner widths, and the height of a whole page.

        So many rows of headings stand over them on each page.
        """
        self.rows, self.ruler, self.widths = rows, ruler, widths
        self.heads = heads
        self.line = ruler.types["text"].line
        self.least = self.line + ruler.gap
        self.full = max(full, self.least)
        """The height of a page that holds nothing else."""

    def page(self, start: PageStart, room: int) -> TablePage:
        """Return one page, from where it begins."""
        room = max(room, self.least)
        taken = self._taken(start, room)
        if taken.index == start.row < len(self.rows):
            taken = self._divided(start, room)
        tops, live = taken.tops, taken.live
        if live and not taken.is_divided:
            bottoms = [tops[cell.top] + self._needed(cell) for cell in live]
            lowest = min(room, max(bottoms))
            tops[-1] = max(tops[-1], lowest)
        cells = self._all_placed(taken.shown, start.row, tops)
        return TablePage(tuple(tops), cells, self._after(taken))

    def _after(self, taken: _Taken) -> PageStart:
        """Return where the next page begins: in the row that was divided, if anything of it is left."""
        index = taken.index
        if taken.is_divided:
            if any(cell.lines for cell in taken.live if cell.end == index + 1):
                return PageStart(index, self._going_on(taken.live, index), begun=True)
            index += 1
        return PageStart(index, self._going_on(taken.live, index))

    def _divided(self, start: PageStart, room: int) -> _Taken:
        """Return a page of one row that is higher: what fits of its lines."""
        live = [replace(cell) for cell in start.carried]
        live += self._opened(start, start.row, 0)
        return _Taken([0, room], live, live, start.row, is_divided=True)

    def _taken(self, start: PageStart, room: int) -> _Taken:
        """Return the rows that fit, the last none that stays with the next, and what fits of a high one."""
        tops, index = [0], start.row
        live = [replace(cell) for cell in start.carried]
        shown = live[:]
        whole = None  # What fits before rows that stay with the next.
        while index < len(self.rows):
            opened = self._opened(start, index, len(tops) - 1)
            now = live + opened
            bottom = self._bottom(index, now, tops, room)
            if bottom is None:
                end = self._parting(index, now, tops, room)
                if end is not None:
                    return _Taken([*tops, end], shown + opened, now, index, is_divided=True)
                if whole and self._stays(index - 1):
                    return whole
                break
            tops.append(bottom)
            shown += opened
            index += 1
            live = [cell for cell in now if cell.end > index]
            if not self._stays(index - 1):
                whole = None
                if self._stays(index):
                    whole = _Taken(tops[:], shown[:], live, index)
        return _Taken(tops, shown, live, index)

    def _parting(self, index: int, cells: Sequence[OpenCell], tops: Sequence[int], room: int) -> int | None:
        """Return the page's end in a row that does not fit and goes on on the next page; None for no row.

        The row is over a third of a page. Some lines of it stand on each side, more where a page has nothing
        else, and what is not as high stands whole above the end.
        """
        left = max(len(cell.lines) - self._fitting(cell, tops, room) for cell in cells)
        if index + 1 == len(self.rows):
            room -= max(0, LEAST_LAST - left) * self.line
        if room - tops[-1] < self.line * _LEAST_LINES + self.ruler.gap:
            return None
        for cell in cells:
            rest = max(1, len(cell.lines)) - self._fitting(cell, tops, room)
            is_high = self._needed(cell) > self.full // 3
            goes_on = cell.end > index + 1
            if rest > 0 and (rest < _LEAST_LINES or goes_on or not is_high):
                return None
        return room

    def _fitting(self, cell: OpenCell, tops: Sequence[int], room: int) -> int:
        """Return how many lines of a cell stand above the page's end."""
        return (room - tops[cell.top] - self.ruler.gap) // self.line

    def _opened(self, start: PageStart, index: int, top: int) -> list[OpenCell]:
        """Return the cells that a row opens on a page; none where an earlier page began it."""
        if start.begun and index == start.row:
            return []
        return self._begun(index, top)

    def _stays(self, index: int) -> bool:
        return index < len(self.rows) and stays_with_next(self.rows[index])

    def _bottom(self, index: int, cells: Sequence[OpenCell], tops: Sequence[int], room: int) -> int | None:
        """Return where a row ends; None where the page, closed after it, would be too high.

        A cell that goes on must have its whole text above the page's end, but for one higher than any page.
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

    def _begun(self, index: int, top: int) -> list[OpenCell]:
        """Return the cells that begin in a row, as they stand before a page shows any of them."""
        opened = []
        for column, cell in enumerate(self.rows[index]):
            if cell:
                lines = self.ruler.cell_lines(cell, self._width(column, cell))
                opened.append(OpenCell(column, cell, index + cell.rowspan, lines, top=top))
        return opened

    def _width(self, column: int, cell: SheetCell) -> int:
        inner = sum(self.widths[column : column + cell.colspan])
        return inner + self.ruler.pad * (cell.colspan - 1)

    def _needed(self, cell: OpenCell) -> int:
        return max(1, len(cell.lines)) * self.line + self.ruler.gap

    def _all_placed(self, cells: Sequence[OpenCell], start: int, tops: Sequence[int]) -> tuple[Placed, ...]:
        return tuple(self._placed(cell, start, tops) for cell in cells)

    def _going_on(self, cells: Sequence[OpenCell], index: int) -> tuple[OpenCell, ...]:
        """Return the cells that go on in a row, as the next page shows them."""
        return tuple(self._next(cell) for cell in cells if cell.end > index)

    def _placed(self, cell: OpenCell, start: int, tops: Sequence[int]) -> Placed:
        """Return a cell as it stands on the page; what does not fit stays in it."""
        stop = min(cell.end - start, len(tops) - 1)
        height = tops[stop] - tops[cell.top]
        count = (height - self.ruler.gap) // self.line
        lines = cell.lines[:count]
        rest = cell.lines[count:]
        is_part = cell.is_part or bool(rest)
        cell.lines = () if cell.again else rest
        rowspan, colspan = stop - cell.top, cell.cell.colspan
        row = cell.top + self.heads
        return Placed(row, cell.column, rowspan, colspan, lines, cell.cell, cell.again, is_part)

    def _next(self, cell: OpenCell) -> OpenCell:
        """Return a cell as it goes on: with the rest of its text, or with all of it again.

        The second where that takes no more than half a page; a sign in a narrow column without (续).
        """
        if cell.lines:
            return OpenCell(cell.column, cell.cell, cell.end, cell.lines, is_part=True)
        width = self._width(cell.column, cell.cell)
        said = cell.cell.lines
        whole_text = "".join(said)
        is_sign = len(whole_text) <= _MOST_SIGN or whole_text.replace(".", "").isdecimal()
        if any(said) and not (is_sign and len(self.ruler.cell_lines(cell.cell, width, (CONTINUED,))) > 1):
            said = (*said, CONTINUED)
        whole = self.ruler.cell_lines(cell.cell, width, said) if any(said) else ()
        if len(whole) * self.line > self.full // 2:
            whole = self.ruler.cell_lines(cell.cell, width, (CONTINUED,))
        return OpenCell(cell.column, cell.cell, cell.end, whole, again=True)


def shown_lines(placed: Placed) -> tuple[str, ...]:
    """Return what a cell says on a page, in lines that its program may wrap: all of it, again, or a part."""
    cell = placed.cell
    if placed.again:
        shown = _bare(placed.lines)
        whole = _bare(cell.lines)
        if shown == whole + CONTINUED:
            return (*cell.lines, CONTINUED)
        return cell.lines if shown == whole else placed.lines
    return _unwrapped(placed.lines, cell.lines) if placed.is_part else cell.lines


def _bare(lines: Sequence[str]) -> str:
    return "".join("".join(lines).split())


def _unwrapped(parts: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """Return the parts that lines were wrapped into, those of one line in one again."""
    found = list(parts[:1])
    for part in parts[1:]:
        for blank in ("", " ", "　"):
            joined = f"{found[-1]}{blank}{part}"
            if any(joined in line for line in lines):
                found[-1] = joined
                break
        else:
            found.append(part)
    return tuple(found)
