"""Tables that a page draws with lines: which cells the lines part, and which are joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple

from store.reading.formats.placed import Ruling, clusters

APART = 2.5
"""How far lines may miss each other that meet, in points."""
_MOST_RULINGS = 4_000
"""A page with more lines is a drawing."""


class Box(NamedTuple):
    """A cell: its first row and column, how many it covers, and its edges on the page."""

    row: int
    column: int
    rows: int
    columns: int
    edges: Ruling


class RuledTable(NamedTuple):
    """A table of a page: its outer edges, where its columns begin and end, how many rows, and its cells."""

    edges: Ruling
    columns: Sequence[float]
    rows: int
    boxes: Sequence[Box]


@dataclass(slots=True)
class _Net:
    """Lines that meet one another."""

    along: list[Ruling] = field(default_factory=list)
    down: list[Ruling] = field(default_factory=list)


def ruled_tables(rulings: Sequence[Ruling]) -> list[RuledTable]:
    """Return the tables that lines draw, from the top down; lone lines and frames are none."""
    if len(rulings) > _MOST_RULINGS:
        return []
    tables = map(_table, _nets(rulings))
    found = [table for table in tables if len(table.columns) > 2]
    return sorted(found, key=lambda table: table.edges.top)


def _nets(rulings: Sequence[Ruling]) -> Iterator[_Net]:
    """Give the lines of each table together: those that meet, at any remove."""
    along = sorted(filter(_is_along, rulings), key=lambda line: line.top)
    down = [line for line in rulings if not _is_along(line)]
    left = set(range(len(down)))
    rest = dict(enumerate(along))
    while left:
        net = _Net()
        open_ends = [left.pop()]
        while open_ends:
            line = down[open_ends.pop()]
            net.down.append(line)
            for index in [index for index, other in rest.items() if _meet(other, line)]:
                other = rest.pop(index)
                net.along.append(other)
                met = [one for one in left if _meet(other, down[one])]
                left.difference_update(met)
                open_ends += met
        yield net


def _is_along(line: Ruling) -> bool:
    return line.right - line.left > line.bottom - line.top


def _meet(along: Ruling, down: Ruling) -> bool:
    """Tell whether a line along and one down touch."""
    across = along.left - APART <= down.left <= along.right + APART
    return across and down.top - APART <= along.top <= down.bottom + APART


def _table(net: _Net) -> RuledTable:
    """Return the cells that the lines of a net part."""
    edges = Ruling.around([*net.along, *net.down])
    lefts = [line.left for line in net.down]
    tops = [line.top for line in net.along]
    columns = clusters([edges.left, edges.right, *lefts], APART)
    heights = clusters([edges.top, edges.bottom, *tops], APART)
    boxes = list(_Parted(columns, heights, net).boxes())
    return RuledTable(edges, columns, len(heights) - 1, boxes)


class _Parted:
    """Which neighbouring cells of a net's rows and columns a line parts."""

    def __init__(self, columns: Sequence[float], heights: Sequence[float], net: _Net) -> None:
        self._columns = columns
        self._heights = heights
        rows = list(pairwise(heights))
        widths = list(pairwise(columns))
        self._beside: set[tuple[int, int]] = set()
        """Row and column of cells with a line at their left."""
        for line in net.down:
            column = _nearest(columns, line.left)
            covered = _within(rows, line.top, line.bottom)
            self._beside.update((row, column) for row in covered)
        self._above: set[tuple[int, int]] = set()
        """Row and column of cells with a line above."""
        for line in net.along:
            row = _nearest(heights, line.top)
            covered = _within(widths, line.left, line.right)
            self._above.update((row, column) for column in covered)

    def boxes(self) -> Iterator[Box]:
        """Give the cells, row after row; what no line parts is one."""
        taken: set[tuple[int, int]] = set()
        for row in range(len(self._heights) - 1):
            for column in range(len(self._columns) - 1):
                if (row, column) in taken:
                    continue
                box = self._box(row, column)
                rows = range(row, row + box.rows)
                taken.update(product(rows, range(column, column + box.columns)))
                yield box

    def _box(self, row: int, column: int) -> Box:
        """Return the cell that begins at a row and column."""
        right = column + 1
        while right < len(self._columns) - 1 and (row, right) not in self._beside:
            right += 1
        covered = range(column, right)
        below = row + 1
        while below < len(self._heights) - 1 and self._is_open(below, covered):
            below += 1
        left, top = self._columns[column], self._heights[row]
        edges = Ruling(left, top, self._columns[right], self._heights[below])
        return Box(row, column, below - row, right - column, edges)

    def _is_open(self, row: int, covered: range) -> bool:
        """Tell whether no line stands above some cells of a row, nor one down between them."""
        if any((row, column) in self._above for column in covered):
            return False
        between = {(row, column) for column in covered[1:]}
        return between.isdisjoint(self._beside)


def _nearest(places: Sequence[float], place: float) -> int:
    """Return the index of the place that a line lies on."""
    apart = [abs(other - place) for other in places]
    return apart.index(min(apart))


def _within(parts: Iterable[tuple[float, float]], start: float, end: float) -> Iterator[int]:
    """Give the indices of the parts whose middle lies between two places."""
    for index, (first, last) in enumerate(parts):
        if start - APART <= (first + last) / 2 <= end + APART:
            yield index
