"""Tables whose rows say where each cell ends, row for row, as Word writes them: brought into columns."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from store.reading.formats.grids import MAX_CELLS, Grid, RowsSoFar
from store.reading.formats.packages import TOO_LARGE
from store.reading.formats.placed import clusters
from store.refused import Refused

_APART = 40
"""How far edges may lie apart that are the same one, in twentieths of a point."""
_DEEPEST = 20
"""Tables within one another that are followed."""


class Edges(NamedTuple):
    """Where a cell of a row begins and ends, and whether it goes on with the one before it or above it."""

    left: int
    right: int
    goes_on_across: bool = False
    goes_on_down: bool = False


class _Cell(NamedTuple):
    lines: list[str]
    edges: Edges | None


@dataclass(slots=True)
class _Table:
    """A table while it is being read."""

    rows: list[list[_Cell]] = field(default_factory=list)
    is_layout: bool = False
    """Whether a table stands in one of its cells."""
    cells: list[list[str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(self.words)
        self.words = []

    def end_row(self, edges: Sequence[Edges]) -> None:
        if self.words:
            self.end_cell()
        row: list[_Cell] = []
        for index, lines in enumerate(self.cells):
            known = edges[index] if index < len(edges) else None
            row.append(_Cell(lines, known))
        self.rows.append(row)
        self.cells = []


class Flow:
    """A document's lines and tables, paragraph after paragraph, a table within a cell being one deeper."""

    def __init__(self, most: int) -> None:
        """Take at most some signs."""
        self.lines: list[str] = []
        self.rows: RowsSoFar = {}
        self._open: list[_Table] = []
        self._left = most
        self._cells = 0

    def add(self, words: str, depth: int) -> None:
        """Add a paragraph that stands in a table so deep, or beside all tables."""
        self._go_to(depth)
        lines = [line for line in words.split("\n") if line.strip()]
        self._left -= len(words)
        if self._left < 0:
            raise Refused(TOO_LARGE)
        if self._open:
            self._open[-1].words += lines
        else:
            self.lines += lines

    def end_cell(self, depth: int) -> None:
        """End the cell that is open so deep."""
        self._go_to(max(depth, 1))
        self._open[-1].end_cell()
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise Refused(TOO_LARGE)

    def end_row(self, depth: int, edges: Sequence[Edges]) -> None:
        """End the row that is open so deep; its edges are known only now."""
        self._go_to(max(depth, 1))
        self._open[-1].end_row(edges)

    def end(self) -> None:
        """End what is open."""
        self._go_to(0)

    def _go_to(self, depth: int) -> None:
        depth = min(depth, _DEEPEST)
        while len(self._open) > depth:
            table = self._open.pop()
            lines = _lines(table, self.rows)
            if self._open:
                self._open[-1].words += lines
                self._open[-1].is_layout = bool(lines)
            else:
                self.lines += lines
        while len(self._open) < depth:
            self._open.append(_Table())


def _lines(table: _Table, printed: RowsSoFar) -> list[str]:
    """Return a line a row of a table."""
    if table.words or table.cells:
        table.end_row([])
    columns = clusters(_places(table), _APART)
    grid = Grid(printed)
    for row in table.rows:
        grid.start_row()
        covered = 0
        for lines, edges in _whole(row):
            if edges is None:
                grid.start_cell()
                _add(grid, lines, table.is_layout)
                continue
            first = _column(columns, edges.left)
            end = _column(columns, edges.right)
            if first > covered:
                grid.start_cell(first - covered)
            width = end - max(first, covered)
            grid.start_cell(max(width, 1), goes_on=edges.goes_on_down)
            _add(grid, lines, table.is_layout)
            covered = max(end, covered + 1)
    return grid.lines()


def _places(table: _Table) -> Iterator[int]:
    """Give where the cells of a table begin and end."""
    for row in table.rows:
        for cell in row:
            if cell.edges:
                yield cell.edges.left
                yield cell.edges.right


def _add(grid: Grid, lines: Sequence[str], is_layout: bool) -> None:
    if is_layout:
        grid.add_table(lines)
        return
    for line in lines:
        grid.add(line)


def _whole(row: Sequence[_Cell]) -> list[_Cell]:
    """Return the cells of a row, each with those joined to it from the right."""
    whole: list[_Cell] = []
    for lines, edges in row:
        before = whole[-1].edges if whole else None
        if edges and edges.goes_on_across and before:
            both = [*whole[-1].lines, *lines]
            whole[-1] = _Cell(both, before._replace(right=edges.right))
        else:
            whole.append(_Cell(lines, edges))
    return whole


def _column(columns: Sequence[float], place: int) -> int:
    """Return which edge of the columns a place lies on."""
    return bisect_left(columns, place - _APART)
