"""The matrix: the task list as the annex draws it, one cell the cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import clamp
from textual.message import Message

from store.machine.view_state import RowHeight
from store.records.cells import Cell, cell_of
from store.records.joining import joined_rows
from store.records.tasklist import TaskList
from tui.screen.panes.matrix_body import MatrixBody
from tui.screen.panes.matrix_cells import ListCells, MatrixCells
from tui.screen.panes.matrix_columns import DrawnColumn, rows_to_measure
from tui.screen.panes.matrix_layout import MatrixLayout
from tui.screen.widgets.chosen import MARKING_KEYS
from tui.screen.widgets.grid_looks import NOWHERE
from tui.screen.widgets.grid_pane import GridPane
from tui.screen.widgets.row_lines import EvenRows
from tui.screen.widgets.row_pane import keys_of_pane


class MatrixCell(NamedTuple):
    """A cell by its row and field, with all the rows of the list that it is joined over, shown or not."""

    row: str
    field: str
    rows: tuple[str, ...]

    @property
    def responsibility(self) -> Cell | None:
        """The responsibility cell that it is; none for one of text."""
        return cell_of(self.field)

    @property
    def is_responsibility(self) -> bool:
        """It is one of the four cells of a row that say who answers for it."""
        return self.responsibility is not None


class Matrix(GridPane):
    """The list as printed, drawn line by line; posts what the clerk wants done and changes nothing itself."""

    LINES_KEPT = 1

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(MARKING_KEYS)

    @dataclass
    class Activated(Message):
        """The clerk wants to change or open a cell; typed is what was typed on it."""

        cell: MatrixCell
        typed: str = ""

    def __init__(self, tasks: TaskList, cells: MatrixCells | None = None, *, id: str | None = None) -> None:
        """Show nothing until rows are given; the cells are the list's own where no others are given."""
        super().__init__(id=id)
        self._cells = cells or ListCells(tasks)
        self._field = self._cells.begins_in
        """The field that the cursor was in when the columns were last fitted: it stays there."""
        self._body = MatrixBody(tasks, self._cells, self.looks)

    # ------------------------------------------------------------------ what is shown

    def show(self, tasks: TaskList, rows: Sequence[str]) -> None:
        """Show these rows of a list, the cursor staying on its row where it is still there."""
        before, top_line = self.key_of(self.row) if self.rows.count else "", self._top_line
        self._body.take(tasks, rows)
        self._lay_out()
        index = self._layout_of_rows.index_of(before)
        if index is not None:
            self.row = index
        self.row = clamp(self.row, 0, max(0, len(rows) - 1))
        self._keep_still(top_line)

    def take_height(self, height: RowHeight) -> None:
        """Show all of each row's text, two lines of it, or one."""
        if height != self._body.height:
            self._body.height = height
            self._lay_out()
            self.show_cursor()

    def lay_out_anew(self) -> None:
        """Lay all rows out anew, what is at the top staying there."""
        top_line = self._top_line
        self._lay_out()
        self._keep_still(top_line)

    def look_again(self) -> None:
        """Ask anew what the cells say, of rows whose lines stay where they are."""
        self._layout_of_rows.look_again()
        self.refresh()
        self.tell_moved_later()

    def redraw(self, rows: Sequence[str]) -> None:
        """Draw rows anew whose cells changed; all of them where a column must be wider for it."""
        top_line = self._top_line
        self._body.measure(rows_to_measure(rows))
        if self._fitted() != self._columns:
            self.lay_out_anew()
            return
        self._body.lay_out_anew(rows)
        self._keep_still(top_line)
        self.refresh()

    @property
    def _top_line(self) -> tuple[str, int] | None:
        """The row at the top of the view by its key, and the line of it that is there."""
        found = self.window.at(0) if self.is_seen else None
        return (self.key_of(found[0]), found[1]) if found else None

    def _keep_still(self, top_line: tuple[str, int] | None) -> None:
        """Leave at the top what was there, wherever its lines are now; show the cursor if it has the keys."""
        index = self._layout_of_rows.index_of(top_line[0]) if top_line else None
        if top_line and index is not None and self.rows.count:
            top, count = self.rows.span(index)
            self.lay_out_seen()
            self.scroll_to(y=top + min(top_line[1], count), animate=False, force=True)
        if self.screen.focused is self:
            self.show_cursor()
        else:
            self.fit()
            self.tell_moved_later()

    def show_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it."""
        index = self._layout_of_rows.index_of(row)
        if index is None:
            return
        if not self.rows.count:
            self.row = index  # Nothing is drawn while another pane has the screen.
            return
        column = self._layout_of_rows.column_of(field)
        self.move_to_cell(index, self.column if column is None else column)

    def follow(self, row: str) -> None:
        """Take the cursor to a row's text without drawing, while another view of the rows is shown."""
        index = self._layout_of_rows.index_of(row)
        column = self._layout_of_rows.column_of("text")
        if index is not None and column is not None:
            self.row, self.column = index, column

    def scroll_to_row(self, row: str) -> None:
        """Bring a row into view without moving the cursor."""
        index = self._layout_of_rows.index_of(row)
        if index is not None and self.rows.count:
            span = self._layout_of_rows.span(index, "text")
            self.fit()
            self.bring_in(*span)

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor."""
        layout = self._layout_of_rows
        if not self.rows.count:
            return None
        row, field = layout.rows[self.row], layout.columns[self.column].field
        return MatrixCell(row, field, joined_rows(self._body.tasks, row, field))

    @property
    def fields(self) -> Sequence[str]:
        """The fields of the columns that are shown, from the left."""
        return [column.field for column in self._columns]

    @property
    def whole_text(self) -> str:
        """What the cell under the cursor says, where its lines do not show all of it."""
        if not self.rows.count:
            return ""
        return self._body.whole_text(self.row, self._columns[self.column])

    @property
    def _columns(self) -> tuple[DrawnColumn, ...]:
        return self._body.columns

    @property
    def _layout_of_rows(self) -> MatrixLayout:
        return self._body.layout

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        columns = self._fitted()
        if self._columns:
            self._field = self._columns[self.column].field
        self._body.lay_out(columns)
        self.rows = self._layout_of_rows.lines if columns else EvenRows(0)
        if columns:
            column = self._layout_of_rows.column_of(self._field)
            self.column = min(self.column, len(columns) - 1) if column is None else column
        self.lay_out_seen()
        self.refresh()

    def _fitted(self) -> tuple[DrawnColumn, ...]:
        """Return the columns as they fit into the pane; as they stood while another view is shown."""
        return self._body.fitted(self.content_width) if self.is_seen else self._columns

    def on_resize(self) -> None:
        """Fit the columns to the new width; where they are as wide as before, the rows stay laid out."""
        if self._fitted() != self._columns:
            self._lay_out()
        self.lay_out_seen()
        self.show_cursor()

    @property
    def head_lines(self) -> int:
        """The labels."""
        return 1

    @property
    def column_count(self) -> int:
        """As many columns as the list shows."""
        return len(self._columns)

    def left_of(self, column: int) -> int:
        """Return the cell at which a column begins."""
        return self._body.lines.left_of(column)

    def column_at(self, x: int) -> int:
        """Return the column at a cell; the gap behind a column is its own."""
        return self._body.lines.column_at(x)

    def key_of(self, row: int) -> str:
        """Return the key of a row."""
        return self._layout_of_rows.rows[row]

    def cursor_span(self) -> tuple[int, int]:
        """Return the lines of the cell under the cursor."""
        if not self.rows.count:
            return 0, 0
        return self._layout_of_rows.span(self.row, self._columns[self.column].field)

    def cursor_lines(self) -> tuple[int, int]:
        """Return the lines of the cell under the cursor and of its row, which has a ground of its own."""
        if not self.rows.count:
            return 0, 0
        top, count = self.cursor_span()
        own_top, own_count = self.rows.span(self.row)
        first = min(top, own_top)
        return first, max(top + count, own_top + own_count) - first

    # ------------------------------------------------------------------ drawing

    def head_pieces(self, y: int) -> Sequence[Segment]:
        """Return the labels of the columns."""
        return self._body.lines.head(self.content_width)

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return a line of a row."""
        cursor = self.column if row in self.rows_at_cursor() else NOWHERE
        look = self.looks.row(row, is_other=self._layout_of_rows.is_other(row), cursor=cursor)
        return self._body.lines.row(row, offset, self.scroll_offset.y, look, width)

    # ------------------------------------------------------------------ moving

    def bring_cursor_in(self) -> None:
        """Bring the cursor into view, its column too where they do not all fit."""
        if self.is_seen and self._columns and self._body.lines.bring_in(self.column, self.content_width):
            self.refresh()
        super().bring_cursor_in()

    def row_beside(self, step: int) -> int:
        """Return the row that a step leads to: a joined cell is left in one, the list never."""
        if not self.rows.count:
            return self.row
        joined = self.rows_at_cursor()
        row = joined.stop if step > 0 else joined.start - 1
        return row if 0 <= row < self.rows.count else self.row

    def rows_at_cursor(self) -> range:
        """Return the rows that the cell under the cursor is joined over."""
        if not self.rows.count:
            return range(0)
        first, count = self._layout_of_rows.run(self.row, self._columns[self.column].field)
        return range(first, first + count)

    def action_activate(self) -> None:
        """Open or change the cell under the cursor."""
        if cell := self.cell:
            self.post_message(self.Activated(cell))

    def on_key(self, event: events.Key) -> None:
        """Typing on a cell begins to change it."""
        cell = self.cell
        if not cell or not event.character or event.character in self._cells.passes_on:
            return
        if event.is_printable and not event.character.isspace():
            event.stop()
            event.prevent_default()
            self.post_message(self.Activated(cell, event.character))
