"""Lines of the matrix as pieces to draw: the head, and the rows, from the leftmost column that is seen on."""

from collections.abc import Sequence

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from tui.screen.panes.matrix_columns import DrawnColumn
from tui.screen.panes.matrix_layout import MatrixLayout
from tui.screen.widgets.grid_looks import GridLooks, RowLook
from tui.screen.widgets.part_looks import GUTTER

_MORE_AT_LEFT, _MORE_AT_RIGHT = "<", ">"
_PART_OF_COLUMN = {"item": "item", "deadline": "name"}
"""The look of columns that is not that of plain text."""


class MatrixLines:
    """Draws a layout; where the columns do not fit, the leftmost ones are left out until they are gone to."""

    def __init__(self, layout: MatrixLayout, looks: GridLooks, leftmost: int = 0) -> None:
        """Take the layout, and what gives the look of a part."""
        self._layout = layout
        self._looks = looks
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

    def head(self, width: int) -> Sequence[Segment]:
        """Return the labels of the columns, with a sign where more stand beyond a width."""
        style = self._looks.of("head")
        line = (
            _MORE_AT_LEFT.ljust(GUTTER + self._lefts[0])
            if self._leftmost
            else " " * (GUTTER + self._lefts[0])
        )
        for column in self._seen:
            line += set_cell_size(column.label, column.width) + " "
        padded = Strip([Segment(line, style)]).adjust_cell_length(width, style)
        if self._seen and self.left_of(len(self._layout.columns)) - 1 > width:
            return [*padded.crop(0, width - 1), Segment(_MORE_AT_RIGHT, style)]
        return list(padded)

    def row(self, index: int, offset: int, first: int, look: RowLook, width: int) -> Sequence[Segment]:
        """Return a line of a row in a view from a first line on."""
        layout, of, ground = self._layout, self._looks.of, look.ground
        plain, is_first = of("", ground), layout.is_first_seen(index, offset, first)
        line = self._looks.row_begun(look, layout.row_name(index), is_first=is_first)
        for number, column in enumerate(self._seen, self._leftmost):
            cell = layout.cell_line(index, offset, column, first)
            if number == look.cursor:
                line.add(cell.text if cell.part != "faint" else " " * column.width, of("cursor"))
            else:
                part = cell.part or _PART_OF_COLUMN.get(column.field, "")
                line.add(cell.text, of(part, ground))
            line.add(" ", plain)
        line.add(" " * width, plain)
        return line.pieces()
