"""The matrix: the task list as the annex draws it, one cell the cursor. Draws only the lines that are seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size, Spacing
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.records.cells import Cell, cell_of
from store.records.tasklist import TaskList
from tui.screen.panes.matrix_layout import MatrixLayout, fit_columns

_HEAD = 2
"""Lines of the fixed head: the labels and a rule."""
_GUTTER = 2
"""Cells at the left where marked rows carry their sign."""
_MARK = "›"
_SLICE_SECONDS = 0.004


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell by its row and field, with all the rows that it is joined over."""

    row: str
    field: str
    rows: tuple[str, ...]

    @property
    def responsibility(self) -> Cell | None:
        """The responsibility cell that it is; none for one of text."""
        return cell_of(self.field)

    @property
    def is_responsibility(self) -> bool:
        """Whether it is one of the four responsibility cells."""
        return self.responsibility is not None


class Matrix(ScrollView, can_focus=True):
    """The list as printed, drawn line by line; posts what the clerk wants done and changes nothing itself."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "matrix--head",
        "matrix--cursor",
        "matrix--row",
        "matrix--marked",
        "matrix--rule",
    }

    DEFAULT_CSS = """
    Matrix { overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    Matrix > .matrix--head { text-style: bold; color: $text-primary; }
    Matrix > .matrix--rule { color: $foreground 40%; }
    Matrix > .matrix--row { background: $surface-lighten-1; }
    Matrix > .matrix--marked { color: $text-accent; }
    Matrix > .matrix--cursor { background: $primary-background; color: $foreground; text-style: bold; }
    Matrix:focus > .matrix--cursor { background: $foreground; color: $background; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1, 0)", show=False),
        Binding("down", "step(1, 0)", show=False),
        Binding("left", "step(0, -1)", show=False),
        Binding("right", "step(0, 1)", show=False),
        Binding("home", "to_column(0)", show=False),
        Binding("end", "to_column(-1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("ctrl+home", "to_row(0)", show=False),
        Binding("ctrl+end", "to_row(-1)", show=False),
        Binding("enter", "activate", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to a cell."""

        cell: MatrixCell | None

    @dataclass
    class Activated(Message):
        """The clerk wants to change or open a cell; typed is what was typed on it."""

        cell: MatrixCell
        typed: str = ""

    def __init__(self, tasks: TaskList, *, id: str | None = None) -> None:
        """Show nothing until rows are given."""
        super().__init__(id=id)
        self._tasks = tasks
        self._rows: Sequence[str] = ()
        self._marked: frozenset[str] = frozenset()
        self._row = 0
        self._column = 2
        self._layout_of_rows = MatrixLayout(tasks, (), ())
        self._further_due = False
        """Whether the next slice of the layout waits for its turn: one at a time, however often the cursor moves."""

    # ------------------------------------------------------------------ what is shown

    def show(self, tasks: TaskList, rows: Sequence[str]) -> None:
        """Show these rows of a list, the cursor staying on its row where it is still there."""
        before = self.cell
        self._tasks = tasks
        self._rows = rows
        self._lay_out()
        if before and (index := self._layout_of_rows.index_of(before.row)) is not None:
            self._row = index
        self._row = max(0, min(self._row, len(rows) - 1))
        self._column = (
            min(self._column, len(self._layout_of_rows.columns) - 1)
            if self._layout_of_rows.columns
            else self._column
        )
        self._show_cursor()

    def redraw(self, rows: Sequence[str]) -> None:
        """Draw rows anew whose cells changed."""
        for row in dict.fromkeys(
            self._tasks.task(row).item for row in rows if self._layout_of_rows.index_of(row) is not None
        ):
            first = next(
                key for key in self._tasks.task_keys_of(row) if self._layout_of_rows.index_of(key) is not None
            )
            self._layout_of_rows.relay(first)
        self._resize_content()
        self._show_cursor()
        self.refresh()

    def mark(self, rows: frozenset[str]) -> None:
        """Mark rows that belong to what is selected in another pane."""
        if rows != self._marked:
            self._marked = rows
            self.refresh()

    def show_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it."""
        index = self._layout_of_rows.index_of(row)
        if index is None:
            return
        fields = [column.field for column in self._layout_of_rows.columns]
        self._move(index, fields.index(field) if field in fields else self._column)

    def follow(self, row: str) -> None:
        """Take the cursor to a row's text without drawing, while another view of the rows is shown."""
        index = self._layout_of_rows.index_of(row)
        fields = [column.field for column in self._layout_of_rows.columns]
        if index is not None and "text" in fields:
            self._row, self._column = index, fields.index("text")

    def scroll_to_row(self, row: str) -> None:
        """Bring a row into view without moving the cursor."""
        index = self._layout_of_rows.index_of(row)
        if index is not None and self._layout_of_rows.columns:
            self._scroll_to_lines(*self._layout_of_rows.span(index, "text"))

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor."""
        layout = self._layout_of_rows
        if not layout.rows or not layout.columns:
            return None
        field = layout.columns[self._column].field
        first, count = layout.run(self._row, field)
        return MatrixCell(layout.rows[self._row], field, tuple(layout.rows[first : first + count]))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor's cell begins on the screen: there the input method opens its window."""
        layout = self._layout_of_rows
        if not layout.rows or not layout.columns:
            return self.content_region.offset
        top, _ = layout.span(self._row, layout.columns[self._column].field)
        left = _GUTTER + sum(column.width + 1 for column in layout.columns[: self._column])
        return self.content_region.offset + Offset(left, max(_HEAD, top - self.scroll_offset.y + _HEAD))

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        columns = fit_columns(self._tasks, width - _GUTTER) if width > _GUTTER else ()
        self._layout_of_rows = MatrixLayout(self._tasks, self._rows, columns)
        if columns:
            self._layout_of_rows.extend(to_line=self.scroll_offset.y + self.size.height)
        self._resize_content()
        self.refresh()

    def _resize_content(self) -> None:
        layout = self._layout_of_rows
        self.virtual_size = Size(self.size.width - 1, layout.height + _HEAD)
        if layout.columns and not layout.complete and not self._further_due:
            self._further_due = True
            self.set_timer(_SLICE_SECONDS, self._lay_out_further)

    def _lay_out_further(self) -> None:
        self._further_due = False
        self._layout_of_rows.extend(seconds=_SLICE_SECONDS)
        self._resize_content()

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self._lay_out()
        self._show_cursor()

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """The labels and a rule stay at the top; under them the lines from the scroll offset on."""
        layout = self._layout_of_rows
        width = self.size.width
        base = self.rich_style
        if not layout.columns:
            return Strip.blank(width, base)
        line = y - _HEAD + self.scroll_offset.y
        if y < _HEAD:
            pieces = self._head_pieces(y)
        elif line < layout.height:
            pieces = self._body_pieces(line)
        else:
            return Strip.blank(width, base)
        return Strip(pieces).extend_cell_length(width, base).crop(0, width).apply_style(base)

    def _head_pieces(self, y: int) -> list[Segment]:
        style = self.get_component_rich_style("matrix--head" if y == 0 else "matrix--rule", partial=True)
        pieces = [Segment(" " * _GUTTER, style)]
        for column in self._layout_of_rows.columns:
            pieces += [
                Segment(set_cell_size(column.label, column.width) if y == 0 else "─" * column.width, style),
                Segment(" ", style),
            ]
        return pieces

    def _body_pieces(self, line: int) -> list[Segment]:
        layout = self._layout_of_rows
        index, offset = layout.row_at(line)
        marked = layout.rows[index] in self._marked and offset < layout.height_of(index)
        text_style = self.get_component_rich_style("matrix--marked", partial=True) if marked else Style.null()
        if index == self._row and offset < layout.height_of(index):
            text_style += self.get_component_rich_style("matrix--row", partial=True)
        rule_style = self.get_component_rich_style("matrix--rule", partial=True)
        pieces = [Segment((_MARK if marked and offset == 0 else " ").ljust(_GUTTER), text_style)]
        for number, column in enumerate(layout.columns):
            piece = layout.piece(line, column)
            if piece is None:
                pieces += [Segment("─" * column.width, rule_style), Segment(" ")]
                continue
            style = self._cursor_style if self._under_cursor(line, number) else text_style
            pieces += [Segment(piece, style), Segment(" ", text_style)]
        return pieces

    @property
    def _cursor_style(self) -> Style:
        return self.get_component_rich_style("matrix--cursor", partial=True)

    def _under_cursor(self, line: int, column: int) -> bool:
        if column != self._column:
            return False
        top, count = self._layout_of_rows.span(self._row, self._layout_of_rows.columns[column].field)
        return top <= line < top + count

    # ------------------------------------------------------------------ moving

    def action_step(self, rows: int, columns: int) -> None:
        """Move the cursor by cells; a joined cell is left in one step."""
        layout = self._layout_of_rows
        if not layout.rows or not layout.columns:
            return
        row = self._row
        if rows:
            first, count = layout.run(row, layout.columns[self._column].field)
            row = first + count if rows > 0 else first - 1
        if 0 <= row < len(layout.rows):
            self._move(row, max(0, min(self._column + columns, len(layout.columns) - 1)))

    def action_to_column(self, column: int) -> None:
        """Move the cursor to the first or last column."""
        if self._layout_of_rows.columns:
            self._move(self._row, column % len(self._layout_of_rows.columns))

    async def action_to_row(self, row: int) -> None:
        """Move the cursor to the first or last row."""
        if self._layout_of_rows.rows:
            self._move(row % len(self._layout_of_rows.rows), self._column)

    def action_page(self, pages: int) -> None:
        """Move the cursor by about a screenful."""
        layout = self._layout_of_rows
        if not layout.rows or not layout.columns:
            return
        top, _ = layout.span(self._row, "text")
        line = max(0, top + pages * max(1, self.size.height - _HEAD - 1))
        layout.extend(to_line=line)
        row, _ = layout.row_at(min(line, layout.height - 1))
        row = row if row != self._row else row + pages
        self._move(max(0, min(row, len(layout.rows) - 1)), self._column)

    def action_activate(self) -> None:
        """Open or change the cell under the cursor."""
        if cell := self.cell:
            self.post_message(self.Activated(cell))

    def on_key(self, event: events.Key) -> None:
        """Typing on a responsibility cell begins to change it."""
        cell = self.cell
        if (
            cell
            and cell.is_responsibility
            and event.is_printable
            and event.character
            and not event.character.isspace()
        ):
            event.stop()
            event.prevent_default()
            self.post_message(self.Activated(cell, event.character))

    def on_click(self, event: events.Click) -> None:
        """A click brings the cursor to a cell, a second one opens it."""
        line = event.y - _HEAD + self.scroll_offset.y
        layout = self._layout_of_rows
        if event.y < _HEAD or not 0 <= line < layout.height:
            return
        x, column = event.x - _GUTTER, 0
        while column < len(layout.columns) - 1 and x > layout.columns[column].width:
            x -= layout.columns[column].width + 1
            column += 1
        self._move(layout.row_at(line)[0], column)
        if event.chain == 2:
            self.action_activate()

    def _move(self, row: int, column: int) -> None:
        before = self._lines_of_cursor()
        self._row, self._column = row, column
        self._resize_content()
        self._refresh_lines(before)
        self._refresh_lines(self._lines_of_cursor())
        self._show_cursor()

    def _lines_of_cursor(self) -> tuple[int, int]:
        layout = self._layout_of_rows
        if not layout.rows or not layout.columns or self._row >= len(layout.rows):
            return 0, 0
        top, count = layout.span(self._row, layout.columns[self._column].field)
        own_top, own_count = layout.span(self._row, "text")
        first, last = min(top, own_top), max(top + count, own_top + own_count)
        return first, last - first

    def _refresh_lines(self, lines: tuple[int, int]) -> None:
        first, count = lines
        y = first - self.scroll_offset.y + _HEAD
        self.refresh(
            Region(
                0, max(_HEAD, y), self.size.width, max(0, min(y + count, self.size.height) - max(_HEAD, y))
            )
        )

    def _show_cursor(self) -> None:
        layout = self._layout_of_rows
        if layout.rows and layout.columns:
            self._scroll_to_lines(*layout.span(self._row, layout.columns[self._column].field))
        self.post_message(self.Moved(self.cell))

    def _scroll_to_lines(self, top: int, count: int) -> None:
        shown = min(count, max(1, self.size.height - _HEAD))
        self.scroll_to_region(
            Region(0, top, 1, shown + _HEAD), spacing=Spacing(0, 0, 0, 0), animate=False, force=True
        )
