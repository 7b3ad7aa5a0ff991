"""Lines of the matrix as pieces to draw: the head, and the rows, from the leftmost column that is seen on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.screen.panes.matrix_columns import DrawnColumn
from tui.screen.panes.matrix_layout import MatrixLayout
from tui.screen.widgets.grid_looks import GUTTER
from tui.screen.widgets.grid_pane import GAP


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row looks apart from its cells: its ground, the sign before it, its cell under the cursor."""

    own: Style
    sign: str
    cursor: int = -1
    """The number of the column whose cell in this line is the cursor's."""


class MatrixLines:
    """Draws a layout; where the columns do not fit, the leftmost ones are left out until they are gone to."""

    def __init__(self, layout: MatrixLayout, style: Callable[[str], Style], leftmost: int = 0) -> None:
        """Take the layout, and what gives the look of a part."""
        self._layout = layout
        self._style = style
        self._leftmost = min(leftmost, max(0, len(layout.columns) - 1))
        self._lefts = [layout.name_width + 1]
        for column in layout.columns:
            self._lefts.append(self._lefts[-1] + column.width + 1)

    # ------------------------------------------------------------------ where the columns are

    @property
    def leftmost(self) -> int:
        """The number of the leftmost column that is seen."""
        return self._leftmost

    def left_of(self, column: int) -> int:
        """Return the cell at which a column begins."""
        return GUTTER + self._lefts[column] - self._lefts[self._leftmost] + self._lefts[0]

    def column_at(self, x: int) -> int:
        """Return the column at a cell; the gap behind a column is its own."""
        found = self._leftmost
        while found < len(self._layout.columns) - 1 and x >= self.left_of(found + 1):
            found += 1
        return found

    def bring_in(self, column: int, width: int) -> bool:
        """Leave out as few columns as let one be seen in a width; say whether it is others than before."""
        before, room = self._leftmost, width - GUTTER - self._lefts[0] + 1
        self._leftmost = min(self._leftmost, column) if self._lefts[-1] - self._lefts[0] > room else 0
        while self._leftmost < column and self._lefts[column + 1] - self._lefts[self._leftmost] > room:
            self._leftmost += 1
        return self._leftmost != before

    @property
    def _seen(self) -> Sequence[DrawnColumn]:
        return self._layout.columns[self._leftmost :]

    # ------------------------------------------------------------------ drawing

    def head(self, y: int, width: int) -> Sequence[Segment]:
        """Return the labels of the columns, with a sign where more stand beyond a width; or a rule."""
        style = self._style("head" if y == 0 else "rule")
        more_at_left = _MORE_AT_LEFT if self._leftmost and y == 0 else ""
        pieces = [Segment(more_at_left.ljust(GUTTER + self._lefts[0]), style)] if self._seen else []
        for column in self._seen:
            text = set_cell_size(column.label, column.width) if y == 0 else "─" * column.width
            pieces += [Segment(text, style), Segment(" ", style)]
        if y or not self._seen or self.left_of(len(self._layout.columns)) - 1 <= width:
            return pieces
        return [*Strip(pieces).crop(0, width - 1), Segment(_MORE_AT_RIGHT, style)]

    def row(self, index: int, offset: int, first: int, look: RowLook) -> Sequence[Segment]:
        """Return a line of a row, or of the rule under it, in a view from a first line on."""
        name, sign = self._layout.row_name(index), look.sign
        if not self._layout.is_first_seen(index, offset, first):
            name, sign = " " * len(name), " " * GUTTER
        rule, cursor = self._style("rule"), self._style("cursor")
        pieces = [Segment(sign, look.own), Segment(name, look.own + self._style("name"))]
        pieces.append(Segment(" ", look.own))
        for number, column in enumerate(self._seen, self._leftmost):
            piece = self._layout.piece(index, offset, column, first)
            if piece is None:
                pieces += [Segment("─" * column.width, rule), GAP]
                continue
            style = cursor if number == look.cursor else look.own
            pieces += [Segment(piece, style), Segment(" ", look.own)]
        return pieces


_MORE_AT_LEFT, _MORE_AT_RIGHT = "<", ">"
