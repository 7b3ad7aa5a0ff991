"""The 方阵: rows down, units or leaders across, 牵 and 责 where they cross, sums at the foot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size, clamp
from textual.message import Message
from textual.strip import Strip

from store.acts.crossings import ColumnId, CrossingColumn, Crossings
from store.records.tasklist import TaskList
from store.records.values import SIDES
from tui.screen.panes.crossing_layout import (
    FOOT,
    ROW_NAME,
    CrossingLayout,
    column_of,
    lay_out,
    others,
    whole_text_of_row,
    wished_width,
)
from tui.screen.panes.crossing_lines import CrossingLines
from tui.screen.widgets.grid_looks import NOWHERE
from tui.screen.widgets.grid_pane import GridPane
from tui.screen.widgets.part_looks import GUTTER
from tui.screen.widgets.row_lines import EvenRows
from tui.screen.widgets.row_pane import keys_of_pane

_KEYS = {"space": "turn", "escape": "leave"}


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where the cursor is: a row, and the column it crosses; none on the row's own name and text."""

    row: str
    column: CrossingColumn | None


class CrossingPane(GridPane):
    """The responsibility matrix; posts what the clerk wants done and changes nothing itself."""

    FIRST_COLUMN = ROW_NAME

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    @dataclass
    class Turned(Message):
        """The clerk wants the next sign in a crossing."""

        crossing: Crossing

    @dataclass
    class Activated(Message):
        """The clerk wants to see a crossing in the list, to change it as typed, or the card of its row."""

        crossing: Crossing
        typed: str = ""

    class Left(Message):
        """The clerk wants the list back."""

    def __init__(
        self, tasks: TaskList, grid: Crossings, *, id: str | None = None, classes: str | None = None
    ) -> None:
        """Show the matrix of a list."""
        super().__init__(id=id, classes=classes)
        self._first = 0
        """The first column shown."""
        self._laid: CrossingLayout | None = None
        """Made when it is first asked for, and again after the pane's size or the matrix changed."""
        self._laid_to = Size(0, 0)
        self._take(tasks, grid)

    # ------------------------------------------------------------------ what is shown

    def show(self, tasks: TaskList, grid: Crossings) -> None:
        """Show another matrix, the cursor staying on its row and column where they are still there."""
        before = self.crossing
        self._take(tasks, grid)
        if before:
            self.row = self._index.get(before.row, self.row)
            column = column_of(self._grid, before.column.id) if before.column else None
            self.column = self.column if column is None else column
        self._redraw_all()

    def _take(self, tasks: TaskList, grid: Crossings) -> None:
        self._tasks, self._grid, self._laid = tasks, grid, None
        self._index = tasks.remembered(_places, grid.rows)
        self._others = others(tasks, grid.rows)
        self.rows = EvenRows(len(grid.rows))

    def _redraw_all(self) -> None:
        last = max(0, self.rows.count - 1)
        self.row = clamp(self.row, 0, last)
        self.column = clamp(self.column, ROW_NAME, self.column_count - 1)
        self._bring_in_column()
        self.show_cursor()
        self.refresh()

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self._fit_to_size()
        self._redraw_all()

    def show_row(self, row: str, column: ColumnId | None = None) -> None:
        """Bring the cursor to a row, and to the column of a unit or leader."""
        if row in self._index:
            found = column_of(self._grid, column)
            shown_column = self.column if found is None else found
            self.move_to_cell(self._index[row], shown_column)

    def show_crossing(self, row: str, name: str) -> None:
        """Bring the cursor to a row, and to the column that goes by a name."""
        named = (column.id for column in self._grid.columns if column.name == name)
        self.show_row(row, next(named, None))

    def scroll_to_row(self, row: str) -> None:
        """Bring a row into view without moving the cursor."""
        if row in self._index:
            self.bring_in(self._index[row], 1)

    @property
    def crossing(self) -> Crossing | None:
        """The crossing under the cursor; none in a matrix without rows."""
        if not self._grid.rows:
            return None
        column = None
        if 0 <= self.column < self.column_count:
            column = self._grid.columns[self.column]
        return Crossing(self._grid.rows[self.row], column)

    @property
    def whole_text(self) -> str:
        """The row's text, or the name of the column, where the one under the cursor is cut."""
        crossing = self.crossing
        if crossing is None:
            return ""
        if crossing.column:
            name = crossing.column.name
            return name if self._layout_now.is_cut(self.column, name) else ""
        text = whole_text_of_row(self._tasks, crossing.row)
        return text if cell_len(text) > self._layout_now.text_width else ""

    # ------------------------------------------------------------------ layout

    @property
    def _layout_now(self) -> CrossingLayout:
        if self._laid is None:
            self._laid_to = self.size
            width = max(1, self.content_width - GUTTER)
            self._laid = lay_out(self._tasks, self._grid, width, self.size.height)
        return self._laid

    @property
    def wished_width(self) -> int:
        """Cells in which all columns stand beside a text that can be read."""
        return GUTTER + wished_width(self._tasks, self._grid, self.size.height or self.app.size.height)

    def _fit_to_size(self) -> None:
        if self._laid_to != self.size:
            self._laid = None

    @property
    def head_lines(self) -> int:
        """The names over the columns that are seen."""
        return self._layout_now.head_lines(self._columns_seen())

    @property
    def foot_lines(self) -> int:
        """The sums of each side."""
        return FOOT

    @property
    def column_count(self) -> int:
        """As many columns as units or leaders."""
        return len(self._grid.columns)

    def left_of(self, column: int) -> int:
        """Return the cell at which a column begins."""
        layout = self._layout_now
        if column == ROW_NAME:
            return GUTTER + layout.name_width + 1
        return GUTTER + layout.left + layout.cells_between(self._first, column)

    def column_at(self, x: int) -> int:
        """Return the column at a cell."""
        layout = self._layout_now
        beyond_name = x - GUTTER - layout.left
        if beyond_name < 0:
            return ROW_NAME
        column = self._first
        while column + 1 < self.column_count and beyond_name >= layout.cells_between(self._first, column + 1):
            column += 1
        return column

    def key_of(self, row: int) -> str:
        """Return the key of a row."""
        return self._grid.rows[row]

    # ------------------------------------------------------------------ drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw in the size that the pane has now: it can be painted before it hears of it."""
        self._fit_to_size()
        return super().render_lines(crop)

    def _columns_seen(self) -> range:
        return self._layout_now.columns_from(self._first)

    def head_pieces(self, y: int) -> Sequence[Segment]:
        """Return a line of the names over the columns."""
        return self._lines.head(y, self.head_lines, self.column, self.size.width)

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return the line of a row: its name, the beginning of its text, its signs."""
        cursor = self.column if row == self.row else NOWHERE
        look = self.looks.row(row, is_other=self._others[row], cursor=cursor)
        return self._lines.row(self._grid.rows[row], look, width)

    def foot_pieces(self, y: int) -> Sequence[Segment]:
        """Return the sums of a side."""
        return self._lines.sums(SIDES[y], self.size.width)

    @property
    def _lines(self) -> CrossingLines:
        return CrossingLines(self._tasks, self._grid, self._layout_now, self._columns_seen(), self.looks)

    # ------------------------------------------------------------------ moving

    def move_to_cell(self, row: int, column: int) -> None:
        """Bring the cursor to a crossing, and its column into view."""
        before = self.column, self._first
        super().move_to_cell(row, column)
        self._bring_in_column()
        if before != (self.column, self._first):
            self.refresh()

    def _bring_in_column(self) -> None:
        layout = self._layout_now
        column = self._first if self.column == ROW_NAME else self.column
        before, self._first = self._first, layout.first_to_see(column, self._first)
        if before != self._first and self.rows.count:
            self.fit()  # The names over other columns may take more lines.
            self.bring_in(*self.cursor_span())

    # ------------------------------------------------------------------ what the clerk wants

    def action_turn(self) -> None:
        """Put the next sign into the crossing."""
        if (crossing := self.crossing) and crossing.column:
            self.post_message(self.Turned(crossing))

    def action_activate(self) -> None:
        """Show the crossing in the list, or the row's card."""
        if crossing := self.crossing:
            self.post_message(self.Activated(crossing))

    def on_key(self, event: events.Key) -> None:
        """Typing on a crossing begins to change its cell."""
        crossing, typed = self.crossing, event.character
        if crossing and crossing.column and typed and event.is_printable and not typed.isspace():
            event.stop()
            event.prevent_default()
            self.post_message(self.Activated(crossing, typed))

    def take_second_click(self) -> None:
        """Put the next sign into the crossing."""
        self.action_turn()

    def action_leave(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left())


def _places(rows: Sequence[str]) -> Mapping[str, int]:
    return {row: place for place, row in enumerate(rows)}
