"""A pane of rows with a cursor: draws only the lines that are seen, and after a key those that changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size, clamp
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.screen.widgets.chosen import ChosenRows
from tui.screen.widgets.layout_ahead import LayoutAhead
from tui.screen.widgets.light import Light
from tui.screen.widgets.painter import Painter
from tui.screen.widgets.plane import PLANE_CLASSES, Plane
from tui.screen.widgets.row_lines import EvenRows, RowLines
from tui.screen.widgets.window import Window

MARK_SIGN = "›"
"""Stands before what belongs to what is selected in another pane."""


def keys_of_pane(actions: Mapping[str, str]) -> list[BindingType]:
    """Return the bindings of keys that every pane has, and that no line of keys shows."""
    return [Binding(key, action, show=False) for key, action in actions.items()]


class RowPane(ScrollView):
    """Keeps the cursor, the marks and the scrolling; what is in a line its subclasses say."""

    COMPONENT_CLASSES: ClassVar[set[str]] = PLANE_CLASSES

    LINES_KEPT: ClassVar[int] = 0
    """Lines of a page that are seen again on the next."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Show nothing until rows are given."""
        self._painter = Painter(self)
        self._ahead = LayoutAhead(self)
        super().__init__(id=id, classes=classes)
        self.plane = Plane(self, lambda: self.has_focus)
        self.chosen = ChosenRows()
        self.light = Light(self.refresh_rows, self.set_timer)
        self.rows: RowLines = EvenRows(0)
        self.row = 0
        """The row under the cursor, where there are rows."""
        self.tell_moved: Callable[[RowPane], object] = bool
        """Called, to be drawn in one frame, when the cursor came to another place, or there is none."""
        self._marked: frozenset[str] = frozenset()

    # ------------------------------------------------------------------ what subclasses say

    @property
    def head_lines(self) -> int:
        """Lines at the top that stay."""
        return 0

    @property
    def foot_lines(self) -> int:
        """Lines at the foot that stay."""
        return 0

    def head_pieces(self, y: int) -> Sequence[Segment]:
        """Return what a line of the head shows."""
        return ()

    def foot_pieces(self, y: int) -> Sequence[Segment]:
        """Return what a line of the foot shows, counted from the first of them."""
        return ()

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return what a line of a row shows in a pane of so many cells."""
        return ()

    @property
    def whole_text(self) -> str:
        """The text under the cursor where the pane shows a part of it; empty where it is seen whole."""
        return ""

    def key_of(self, row: int) -> str:
        """Return the key by which a row is marked; empty where it never is."""
        return ""

    def take_click(self, row: int, x: int, chain: int) -> None:
        """Bring the cursor to the row that was clicked on, `chain` times in quick succession."""
        self.move_to(row)

    def cursor_span(self) -> tuple[int, int]:
        """Return the first line and the number of lines of what the cursor is on."""
        return self.rows.span(self.row)

    def cursor_lines(self) -> tuple[int, int]:
        """Return the first line and the number of all lines that look otherwise for the cursor."""
        return self.cursor_span()

    # ------------------------------------------------------------------ where things are

    @property
    def is_seen(self) -> bool:
        """It has a size: where there is little room one pane is shown, the others stay as they were left."""
        return bool(self.size.height)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the row under the cursor begins on the screen: the terminal's own cursor stands there."""
        if not self.rows.count:
            return self.content_region.offset
        top, _ = self.cursor_span()
        y = max(0, top - self.scroll_offset.y) + self.head_lines
        return self.content_region.offset + Offset(0, y)

    @property
    def content_width(self) -> int:
        """Cells beside the scroll bar; those of the pane where it was not laid out yet."""
        return self.scrollable_content_region.width or self.size.width

    @property
    def body_height(self) -> int:
        """Lines for rows."""
        return max(1, self.size.height - self.head_lines - self.foot_lines)

    @property
    def window(self) -> Window:
        """The lines of the rows that are seen."""
        return Window(self.rows, self.scroll_offset.y, self.body_height)

    def on_click(self, event: events.Click) -> None:
        """Take a click on a row."""
        row, offset = self.row_under(event), event.get_content_offset(self)
        if row is not None and offset is not None:
            self.take_click(row, offset.x, event.chain)

    def row_under(self, event: events.MouseEvent) -> int | None:
        """Return the row under the mouse."""
        offset = event.get_content_offset(self)
        found = self.window.at(offset.y - self.head_lines) if offset else None
        return found[0] if found else None

    # ------------------------------------------------------------------ layout

    def fit(self) -> None:
        """Take the height that the rows have so far; lay out those that are not seen when no key waits."""
        lines = self.head_lines + self.rows.height + self.foot_lines
        self.virtual_size = Size(max(0, self.size.width - 1), lines)
        self._ahead.go_on()

    def lay_out_seen(self) -> None:
        """Lay out the rows down to the foot of the pane."""
        self.rows.extend(to_line=self.scroll_offset.y + self.size.height)
        self.fit()

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        return self._painter.line(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the title over all that is in the pane."""
        frame = self.styles.gutter
        lines = super().render_lines(crop) if frame.width or frame.bottom else self._painter.lines(crop)
        return self.plane.drawn(lines, crop)

    def notify_style_update(self) -> None:
        """Look as the theme says now."""
        self._painter.forget_look()
        super().notify_style_update()

    def refresh_body(self, top: int, count: int) -> None:
        """Draw some lines of the rows anew, as far as they are seen."""
        lines = self.window.part_seen(top, count)
        if lines:
            self.refresh(Region(0, self.head_lines + lines.start, self.content_width, len(lines)))

    # ------------------------------------------------------------------ marks

    def is_marked(self, row: int) -> bool:
        """Return whether a row belongs to what is selected in another pane."""
        return self.key_of(row) in self._marked

    def mark(self, keys: frozenset[str]) -> None:
        """Mark the rows of some keys and no others; only rows that are seen and changed are drawn anew."""
        changed = keys ^ self._marked
        self._marked = keys
        self.refresh_rows(changed)

    def refresh_rows(self, keys: frozenset[str]) -> None:
        """Draw the rows of some keys anew, as far as they are seen."""
        if not keys:
            return
        for row in self.window.seen:
            if self.key_of(row) in keys:
                self.refresh_body(*self.rows.span(row))

    # ------------------------------------------------------------------ moving

    def move(self, step: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        self.move_to(self.row + step)

    def move_pages(self, pages: int) -> None:
        """Move the cursor by about so many heights of the pane."""
        page = self.body_height - self.LINES_KEPT
        if self.rows.count and not self.scrolled_within(pages, page):
            self.move_to(self.window.row_pages_away(self.row, pages, self.LINES_KEPT))

    def move_to_end(self, end: int) -> None:
        """Move the cursor to the first row (-1) or to the last (1)."""
        last = self.rows.count - 1
        self.move_to(0 if end < 0 else last)
        if end > 0 and self.rows.count:
            self.scrolled_within(end, self.cursor_lines()[1])

    def scrolled_within(self, step: int, part: int) -> bool:
        """Scroll by a part within what the cursor is on, where the pane is too low for it.

        Say whether there was more of it to see.
        """
        first = self.window.further_within(*self.cursor_lines(), step, max(1, part))
        if first is not None:
            self.scroll_to(y=first, animate=False, force=True)
        return first is not None

    def move_to(self, row: int) -> None:
        """Bring the cursor to a row, or to the nearest that there is."""
        if not self.rows.count:
            return
        before = self.cursor_lines()
        self.row = clamp(row, 0, self.rows.count - 1)
        self.redraw_cursor(before)

    def redraw_cursor(self, before: tuple[int, int]) -> None:
        """Draw the cursor where it is, and the lines without it where it was; bring it into view."""
        self.refresh_body(*before)
        self.refresh_body(*self.cursor_lines())
        self.bring_cursor_in()
        self.tell_moved(self)

    def bring_cursor_in(self) -> None:
        """Bring the cursor into view."""
        span = self.cursor_span() if self.rows.count else (0, 0)
        self.fit()
        self.bring_in(*span)

    def show_cursor(self) -> None:
        """Bring the cursor into view after the rows were shown anew, and say where it is."""
        self.bring_cursor_in()
        self.tell_moved_later()

    def tell_moved_later(self) -> None:
        """Say where the cursor is once all panes show what the pane shows."""
        self.call_later(lambda: self.tell_moved(self))

    def bring_in(self, top: int, count: int) -> None:
        """Scroll as little as shows some lines, the first of them where they are more than the pane has."""
        if not self.is_seen:
            return
        first = self.window.first_to_show(top, count)
        if first != self.scroll_offset.y:
            self.scroll_to(y=first, animate=False, force=True)

    action_page = move_pages
    action_to_end = move_to_end
