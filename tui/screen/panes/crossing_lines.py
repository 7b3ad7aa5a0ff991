"""Lines of the 方阵 as pieces to draw: the names over its columns, its rows, the sums at its foot."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from store.acts.crossings import SIGNS, Crossings
from store.records.tasklist import TaskList
from store.records.values import SideName
from tui.screen.panes.crossing_layout import (
    EMPTY_SIGN,
    ROW_NAME,
    CrossingLayout,
    centred,
    columns_said,
    look_of,
    name_of_row,
    shown_sign,
    text_of_row,
)
from tui.screen.widgets.grid_looks import GridLooks, RowLook
from tui.screen.widgets.part_looks import GUTTER
from tui.screen.widgets.styled_line import StyledLine


class CrossingLines:
    """Draws a layout, from the leftmost column that is seen on."""

    def __init__(
        self, tasks: TaskList, grid: Crossings, layout: CrossingLayout, seen: range, looks: GridLooks
    ) -> None:
        """Take the matrix and its layout, the columns that are seen, and what gives the look of a part."""
        self._tasks = tasks
        self._grid = grid
        self._layout = layout
        self._seen = seen
        self._looks = looks

    def head(self, y: int, lines: int, cursor: int, width: int) -> Sequence[Segment]:
        """Return a line of the names over the columns, of so many; that of the cursor's stands out."""
        head, under_cursor = self._looks.of("head"), self._looks.of("linked", "head")
        line = self._begun(columns_said(self._grid, self._seen) if y == lines - 1 and self._seen else "")
        for number in self._seen:
            style = under_cursor if number == cursor else head
            line.add(self._layout.head_line(number, y, lines) + " ", style)
        line.add(" " * width, head)
        return line.pieces()

    def row(self, row: str, look: RowLook, width: int) -> Sequence[Segment]:
        """Return the line of a row: its name, the beginning of its text, its signs."""
        layout, of, ground = self._layout, self._looks.of, look.ground
        plain, cursor = of("", ground), of("cursor")
        line = self._looks.row_begun(look, name_of_row(self._tasks, row, layout))
        text = text_of_row(self._tasks, row, layout)
        line.add(text, cursor if look.cursor == ROW_NAME else plain)
        line.add(" ", plain)
        for number in self._seen:
            column = self._grid.columns[number]
            sign = shown_sign(self._tasks, self._grid, row, column)
            crossing = centred(sign or EMPTY_SIGN, layout.width(number))
            line.add(crossing, cursor if number == look.cursor else of(look_of(sign), ground))
            line.add(" " * (layout.width(number) + 1 - cell_len(crossing)), plain)
        line.add(" " * width, plain)
        return line.pieces()

    def sums(self, side: SideName, width: int) -> Sequence[Segment]:
        """Return the sums of a side."""
        head = self._looks.of("head")
        line = self._begun(f"合计 {SIGNS[side]} {self._grid.total(side)}")
        for number in self._seen:
            count = str(self._grid.sums[self._grid.columns[number].id][side])
            line.add(centred(count, self._layout.width(number)) + " ", head)
        line.add(" " * width, head)
        return line.pieces()

    def _begun(self, words: str) -> StyledLine:
        """Return what stands at the left of the names and of the sums."""
        line = StyledLine()
        line.add(" " * GUTTER + set_cell_size(words, self._layout.left), self._looks.of("head"))
        return line
