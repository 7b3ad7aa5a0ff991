"""The 方阵: rows down, units or leaders across, 牵 and 责 where they cross, sums at the foot. Draws only what is seen."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.acts.crossings import SIGNS, CrossingColumn, Crossings
from store.records.tasklist import TaskList
from store.records.values import SIDES
from tui.screen.panes.crossing_layout import FOOT, CrossingLayout, centred, lay_out, row_label, shown_sign

_MARK = "›"
_EMPTY = "."
_GUTTER = 2


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where the cursor is: a row, and the column it crosses; none on the row's own name and text."""

    row: str
    column: CrossingColumn | None


class CrossingPane(ScrollView, can_focus=True):
    """The responsibility matrix; posts what the clerk wants done and changes nothing itself."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "crossing--head",
        "crossing--cursor",
        "crossing--row",
        "crossing--marked",
        "crossing--rule",
    }

    DEFAULT_CSS = """
    CrossingPane { overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    CrossingPane > .crossing--head { text-style: bold; color: $text-primary; }
    CrossingPane > .crossing--rule { color: $foreground 40%; }
    CrossingPane > .crossing--row { background: $surface-lighten-1; }
    CrossingPane > .crossing--marked { color: $text-accent; }
    CrossingPane > .crossing--cursor { background: $primary-background; color: $foreground; text-style: bold; }
    CrossingPane:focus > .crossing--cursor { background: $foreground; color: $background; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1, 0)", show=False),
        Binding("down", "step(1, 0)", show=False),
        Binding("left", "step(0, -1)", show=False),
        Binding("right", "step(0, 1)", show=False),
        Binding("home", "to_column(-1)", show=False),
        Binding("end", "to_column(1000000)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("ctrl+home", "to_row(0)", show=False),
        Binding("ctrl+end", "to_row(-1)", show=False),
        Binding("space", "turn", show=False),
        Binding("enter", "activate", show=False),
        Binding("escape", "leave", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to a crossing."""

        crossing: Crossing | None

    @dataclass
    class Turned(Message):
        """The clerk wants the next sign in a crossing."""

        crossing: Crossing

    @dataclass
    class Activated(Message):
        """The clerk wants to see a crossing in the list, or the card of its row."""

        crossing: Crossing

    class Left(Message):
        """The clerk wants the list back."""

    def __init__(
        self, tasks: TaskList, grid: Crossings, *, id: str | None = None, classes: str | None = None
    ) -> None:
        """A list and its matrix."""
        super().__init__(id=id, classes=classes)
        self._tasks = tasks
        self._grid = grid
        self._index = {row: index for index, row in enumerate(grid.rows)}
        self._marked: frozenset[str] = frozenset()
        self._row = 0
        self._column = 0
        """The column under the cursor; -1 on the row's own name and text."""
        self._first = 0
        """The first column shown."""
        self._laid: CrossingLayout | None = None
        self._laid_to = 0, 0

    # ------------------------------------------------------------------ what is shown

    def show(self, tasks: TaskList, grid: Crossings) -> None:
        """Show another matrix, the cursor staying on its row and column where they are still there."""
        before = self.crossing
        self._tasks, self._grid, self._laid = tasks, grid, None
        self._index = {row: index for index, row in enumerate(grid.rows)}
        if before:
            self._row = self._index.get(before.row, self._row)
            ids = [column.id for column in grid.columns]
            self._column = (
                ids.index(before.column.id)
                if before.column and before.column.id in ids
                else min(self._column, len(ids) - 1)
            )
        self._row = max(0, min(self._row, len(grid.rows) - 1))
        self._move(self._row, self._column)
        self.refresh()

    def show_row(self, row: str, column: str = "") -> None:
        """Bring the cursor to a row, and to the column of a unit or leader."""
        ids = [one.id for one in self._grid.columns]
        if row in self._index:
            self._move(self._index[row], ids.index(column) if column in ids else self._column)

    def mark(self, rows: frozenset[str]) -> None:
        """Mark rows that belong to what is selected in another pane."""
        if rows != self._marked:
            self._marked = rows
            self.refresh()

    def scroll_to_row(self, row: str) -> None:
        """Bring a row into view without moving the cursor."""
        if row in self._index:
            self._bring_in(self._index[row])

    @property
    def crossing(self) -> Crossing | None:
        """The crossing under the cursor; none in a matrix without rows."""
        if not self._grid.rows:
            return None
        column = self._grid.columns[self._column] if 0 <= self._column < len(self._grid.columns) else None
        return Crossing(self._grid.rows[self._row], column)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor's crossing is on the screen: there the input method opens its window."""
        layout = self._layout_now
        left = (
            _GUTTER
            if self._column < 0
            else _GUTTER + layout.left + (self._column - self._first) * (layout.column_width + 1)
        )
        return self.content_region.offset + Offset(
            left, layout.head_lines + 1 + self._row - self.scroll_offset.y
        )

    @property
    def _layout_now(self) -> CrossingLayout:
        size = max(1, (self.scrollable_content_region.width or self.size.width) - _GUTTER), self.size.height
        if self._laid is None or self._laid_to != size:
            self._laid, self._laid_to = lay_out(self._tasks, self._grid, *size), size
            self.virtual_size = Size(
                self.size.width - 1, len(self._grid.rows) + self._laid.head_lines + 1 + FOOT
            )
        return self._laid

    @property
    def _rows_seen(self) -> int:
        return max(1, self.size.height - self._layout_now.head_lines - 1 - FOOT)

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self._move(self._row, self._column)
        self.refresh()

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """The heads stay at the top and the sums at the foot; between them the rows from the scroll offset on."""
        layout, base, width = self._layout_now, self.rich_style, self.size.width
        index = y - layout.head_lines - 1 + self.scroll_offset.y
        if y < layout.head_lines:
            pieces = self._head(y, layout)
        elif y == layout.head_lines or y == self.size.height - FOOT:
            pieces = [Segment(" " * _GUTTER), Segment("─" * self._drawn_width(layout), self._style("rule"))]
        elif y > self.size.height - FOOT:
            pieces = self._sums(y - self.size.height + FOOT - 1, layout)
        elif index < len(self._grid.rows):
            pieces = self._body(index, layout)
        else:
            return Strip.blank(width, base)
        return Strip(pieces).extend_cell_length(width, base).crop(0, width).apply_style(base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"crossing--{name}", partial=True)

    def _seen(self, layout: CrossingLayout) -> range:
        return range(self._first, min(self._first + layout.fitting, len(self._grid.columns)))

    def _drawn_width(self, layout: CrossingLayout) -> int:
        return layout.left + len(self._seen(layout)) * (layout.column_width + 1)

    def _head(self, y: int, layout: CrossingLayout) -> list[Segment]:
        seen, style = self._seen(layout), self._style("head")
        what = "单位" if self._grid.by == "unit" else "领导"
        corner = (
            f"{what} {seen.start + 1}-{seen.stop} / {len(self._grid.columns)}"
            if y == layout.head_lines - 1 and seen
            else ""
        )
        pieces = [Segment(" " * _GUTTER), Segment(set_cell_size(corner, layout.left), style)]
        for number in seen:
            under = style + self._style("row") if number == self._column else style
            pieces += [Segment(layout.heads[number][y], under), Segment(" ")]
        return pieces

    def _body(self, index: int, layout: CrossingLayout) -> list[Segment]:
        row = self._grid.rows[index]
        own = self._style("row") if index == self._row else Style.null()
        text = own + self._style("marked") if row in self._marked else own
        label = self._style("cursor") if index == self._row and self._column < 0 else text
        pieces = [
            Segment((_MARK if row in self._marked else " ").ljust(_GUTTER), text),
            Segment(row_label(self._tasks, row, layout), label),
        ]
        for number in self._seen(layout):
            sign = shown_sign(self._tasks, self._grid, row, self._grid.columns[number])
            style = text if sign else own + self._style("rule")
            if index == self._row and number == self._column:
                style = self._style("cursor")
            cell = centred(sign or _EMPTY, layout.column_width)
            pieces += [Segment(cell, style), Segment(" " * (layout.column_width + 1 - cell_len(cell)), own)]
        return pieces

    def _sums(self, number: int, layout: CrossingLayout) -> list[Segment]:
        side, style = SIDES[number], self._style("head")
        pieces = [
            Segment(" " * _GUTTER),
            Segment(set_cell_size(f"合计 {SIGNS[side]} {self._grid.total(side)}", layout.left), style),
        ]
        for column in self._seen(layout):
            count = self._grid.sums[self._grid.columns[column].id][side]
            pieces += [Segment(centred(str(count), layout.column_width), style), Segment(" ")]
        return pieces

    # ------------------------------------------------------------------ moving

    def action_step(self, rows: int, columns: int) -> None:
        """Move the cursor by crossings."""
        self._move(self._row + rows, self._column + columns)

    def action_to_column(self, column: int) -> None:
        """Move the cursor to the row's text or to the last column."""
        self._move(self._row, column)

    def action_to_row(self, row: int) -> None:
        """Move the cursor to the first or last row."""
        self._move(row % max(1, len(self._grid.rows)), self._column)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a screenful."""
        self._move(self._row + pages * self._rows_seen, self._column)

    def _move(self, row: int, column: int) -> None:
        before, columns = self._row, (self._column, self._first)
        fitting = self._layout_now.fitting
        self._row = max(0, min(row, len(self._grid.rows) - 1))
        self._column = max(-1, min(column, len(self._grid.columns) - 1))
        if self._column >= 0:
            self._first = max(min(self._first, self._column), self._column - fitting + 1)
        self._first = max(0, min(self._first, len(self._grid.columns) - fitting))
        self._bring_in(self._row)
        if columns != (self._column, self._first):
            self.refresh()
        else:
            self._refresh_row(before)
            self._refresh_row(self._row)
        self.post_message(self.Moved(self.crossing))

    def _refresh_row(self, index: int) -> None:
        self.refresh(
            Region(0, self._layout_now.head_lines + 1 + index - self.scroll_offset.y, self.size.width, 1)
        )

    def _bring_in(self, index: int) -> None:
        top = self.scroll_offset.y
        if index < top:
            self.scroll_to(y=index, animate=False, force=True)
        elif index >= top + self._rows_seen:
            self.scroll_to(y=index - self._rows_seen + 1, animate=False, force=True)

    # ------------------------------------------------------------------ what the clerk wants

    def action_turn(self) -> None:
        """Put the next sign into the crossing."""
        if (crossing := self.crossing) and crossing.column:
            self.post_message(self.Turned(crossing))

    def action_activate(self) -> None:
        """Show the crossing in the list, or the row's card."""
        if crossing := self.crossing:
            self.post_message(self.Activated(crossing))

    def action_leave(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """A click brings the cursor to a crossing, a second one puts the next sign into it."""
        layout = self._layout_now
        index = event.y - layout.head_lines - 1 + self.scroll_offset.y
        if not layout.head_lines < event.y < self.size.height - FOOT or index >= len(self._grid.rows):
            return
        place = event.x - _GUTTER - layout.left
        self._move(index, self._first + place // (layout.column_width + 1) if place >= 0 else -1)
        if event.chain == 2:
            self.action_turn()
