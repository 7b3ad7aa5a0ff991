"""A pane of rows and columns, one cell the cursor: moving, clicking and the looks that all grids share."""

from abc import abstractmethod
from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Offset, Region, clamp

from tui.screen.widgets.grid_looks import GROUNDS, KIND, PARTS, GridLooks
from tui.screen.widgets.row_pane import RowPane, keys_of_pane

_KEYS = {
    "up": "step(-1, 0)",
    "down": "step(1, 0)",
    "left": "step(0, -1)",
    "right": "step(0, 1)",
    "shift+tab": "step(0, -1)",
    "tab": "step(0, 1)",
    "home": "to_column(-1)",
    "end": "to_column(1)",
    "pageup": "page(-1)",
    "pagedown": "page(1)",
    "ctrl+home": "to_end(-1)",
    "ctrl+end": "to_end(1)",
    "enter": "activate",
}


class GridPane(RowPane, can_focus=True):
    """Posts what the clerk wants done and changes nothing itself."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"{KIND}--{part}" for part in (*GROUNDS, *PARTS)}

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    FIRST_COLUMN: ClassVar[int] = 0
    """The leftmost column that the cursor can be in."""

    column = 0
    """The column under the cursor, where there are columns."""

    # ------------------------------------------------------------------ what subclasses say

    @property
    @abstractmethod
    def column_count(self) -> int:
        """How many columns there are."""

    @abstractmethod
    def left_of(self, column: int) -> int:
        """Return the cell, counted from the left of the pane, at which a column begins."""

    @abstractmethod
    def column_at(self, x: int) -> int:
        """Return the column at a cell, counted from the left of the pane."""

    @abstractmethod
    def action_activate(self) -> None:
        """Open or change the cell under the cursor."""

    def take_second_click(self) -> None:
        """Open or change the cell that was clicked on twice."""
        self.action_activate()

    def row_beside(self, step: int) -> int:
        """Return the row that a step up or down leads to."""
        return self.row + step

    # ------------------------------------------------------------------ drawing

    @cached_property
    def looks(self) -> GridLooks:
        """How its parts look."""
        return GridLooks(self)

    def notify_style_update(self) -> None:
        """Make the looks anew that the theme gives, and the focus."""
        self.looks.forget()
        super().notify_style_update()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor's cell begins on the screen: there the input method opens its window."""
        x = self.left_of(self.column) if self.rows.count else 0
        return super().cursor_screen_offset + Offset(x, 0)

    @property
    def cursor_screen_region(self) -> Region:
        """Where the first line of the cursor's cell stands on the screen: a text is written there."""
        x, y = self.cursor_screen_offset
        width = self.left_of(self.column + 1) - self.left_of(self.column) - 1
        return Region(x, y, max(1, width), 1)

    # ------------------------------------------------------------------ moving

    def action_step(self, rows: int, columns: int) -> None:
        """Move the cursor by cells; up and down, first see to the end what is taller than the pane."""
        seen = not rows or not self.rows.count or not self.scrolled_within(rows, self.body_height // 2)
        if seen:
            self.step(rows, columns)

    def step(self, rows: int, columns: int) -> None:
        """Move the cursor by cells."""
        row = self.row_beside(rows) if rows else self.row
        self.move_to_cell(row, self.column + columns)

    def action_to_column(self, end: int) -> None:
        """Move the cursor to the first column (-1) or to the last (1)."""
        column = self.FIRST_COLUMN if end < 0 else self.column_count - 1
        self.move_to_cell(self.row, column)

    def move_to_cell(self, row: int, column: int) -> None:
        """Bring the cursor to a cell, or to the nearest that there is."""
        if not self.rows.count:
            return
        before = self.cursor_lines()
        self.column = clamp(column, self.FIRST_COLUMN, self.column_count - 1)
        self.row = clamp(row, 0, self.rows.count - 1)
        self.redraw_cursor(before)

    def take_click(self, row: int, x: int, chain: int) -> None:
        """Bring the cursor to the cell that was clicked on; open or change it at the second click."""
        self.move_to_cell(row, self.column_at(x))
        if chain == 2:
            self.take_second_click()
