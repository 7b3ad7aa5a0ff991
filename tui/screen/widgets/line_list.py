"""A list of lines to move through, each made when it is drawn: ten thousand open as quickly as ten.

It stands below the field of a dialog, which then has the keys, or has them itself.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Region, Size, clamp
from textual.message import Message
from textual.strip import Strip

from tui.screen.widgets.line import Line, Part, Weight, in_lines
from tui.screen.widgets.part_looks import PartLooks
from tui.screen.widgets.row_lines import EvenRows, RowLines, UnevenRows
from tui.screen.widgets.row_pane import RowPane, keys_of_pane
from tui.screen.widgets.signs import BAR

_KIND = "line-list"
"""Before the names of its parts in the style sheet."""
_BESIDE = 2
"""Cells of a line beside its words: the bar before them, the blank or the scroll bar behind them."""
_LINES_DRAWN = 500
"""Lines whose parts are kept, more than are seen at once."""
_WEIGHTS: tuple[Weight, ...] = ("bold", "dim", "faint", "accent", "well", "due")


class LineList(RowPane, can_focus=False):
    """One line is the cursor; the dialog around it keeps the keys and calls `move`.

    It stays as high as the most lines that it ever showed need: it does not jump while one types.
    """

    LINES_KEPT = 1

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"{_KIND}--{part}" for part in ("cursor", *_WEIGHTS)}

    class Selected(Message):
        """The line under the cursor was taken."""

    class Moved(Message):
        """The cursor came to another line, or other lines are shown."""

    def __init__(self, *, wraps: bool = True, id: str | None = None) -> None:
        """Empty until shown; lines are wrapped to the width, or cut where there may be very many."""
        self._looks = PartLooks(self, _KIND)
        super().__init__(id=id)
        self.tell_moved = lambda _: self.post_message(self.Moved())
        self._wraps = wraps
        self._line: Callable[[int], Line] = lambda _: Line()
        self._count = self._width = self._highest = 0
        self._drawn: dict[int, Sequence[Sequence[Part]]] = {}
        """Lines in parts, as far as they were made for the width."""

    def show(self, count: int, line: Callable[[int], Line], cursor: int = 0) -> None:
        """Show so many lines, the cursor on one of them or the nearest that can be chosen."""
        self._count, self._line = count, line
        self._lay_out(self._width)
        self.row = self._choosable(clamp(cursor, 0, max(0, count - 1)), 1)
        self.show_cursor()
        self.refresh()

    def show_lines(self, lines: Sequence[Line], cursor: int = 0) -> None:
        """Show lines that are there already."""
        self.show(len(lines), lines.__getitem__, cursor)

    def say_anew(self, lines: Sequence[Line]) -> None:
        """Show the same lines saying something else; the cursor stays where it is, and nothing is told."""
        self._line = lines.__getitem__
        self._lay_out(self._width)
        self.lay_out_seen()
        self.refresh()

    def forget_height(self) -> None:
        """Be as high as the lines need that are shown next: those shown till now were others."""
        self._highest = 0

    def show_anew(self, row: int) -> None:
        """Draw a line anew that says something else now."""
        self._drawn.pop(row, None)
        if isinstance(self.rows, UnevenRows):
            self.rows.lay_out_anew(row, 1)
            self.fit()
        self.refresh()

    @property
    def cursor(self) -> int | None:
        """The line under the cursor; none where none can be chosen."""
        can_be_chosen = self.rows.count and not self._line(self.row).is_read_only
        return self.row if can_be_chosen else None

    # ------------------------------------------------------------------ layout

    def _lay_out(self, width: int) -> None:
        if width != self._width:
            self._highest = 0
        self._width = width
        self._drawn = {}
        self.rows = self._rows()

    def _rows(self) -> RowLines:
        if not self._wraps:
            return EvenRows(self._count)
        rows = UnevenRows(self._count, lambda row: len(self._parts_of(row)))
        rows.extend(to_line=self.app.size.height)
        return rows

    def _parts_of(self, row: int) -> Sequence[Sequence[Part]]:
        parts = self._drawn.get(row)
        if parts is None:
            if len(self._drawn) > _LINES_DRAWN:
                self._drawn.clear()
            room = max(1, self._width - _BESIDE)
            parts = self._drawn[row] = list(in_lines(self._line(row), room, wraps=self._wraps))
        return parts

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines of the whole list, or those of the most that it showed in this width."""
        if width != self._width:
            self._lay_out(width)
        self._highest = max(self._highest, self.rows.height)
        return self._highest

    def on_resize(self) -> None:
        """Wrap the lines to the new width, the cursor in view."""
        self._take_width()
        self.show_cursor()

    def _take_width(self) -> None:
        if self.size.width != self._width:
            self._lay_out(self.size.width)

    # ------------------------------------------------------------------ drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in the width that there is: a frame may come before the word that it is another."""
        self._take_width()
        return super().render_lines(crop)

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return a line with the bar before it that says that the cursor is here."""
        ground = "cursor" if row == self.cursor and not self.has_class("-quiet") else ""
        pieces = [Segment(BAR if ground else " ", self._looks.of("accent", ground))]
        for words, weight in self._parts_of(row)[offset]:
            pieces.append(Segment(words, self._looks.of("" if weight == "text" else weight, ground)))
        if ground:
            pieces.append(Segment(" " * width, self._looks.of("", ground)))
        return pieces

    def notify_style_update(self) -> None:
        """Look as the theme says now."""
        self._looks.forget()
        super().notify_style_update()

    # ------------------------------------------------------------------ moving

    def cursor_span(self) -> tuple[int, int]:
        """Return the lines to bring into view: those of the cursor, and what is read over them."""
        if self.cursor is None:
            return self.scroll_offset.y, 0
        first = self.row
        while first and self._line(first - 1).is_read_only:
            first -= 1
        top, _ = self.rows.span(first)
        last, count = self.rows.span(self.row)
        return top, last + count - top

    def cursor_lines(self) -> tuple[int, int]:
        """Return the lines of the cursor alone."""
        return self.rows.span(self.row)

    def move_to(self, row: int) -> None:
        """Bring the cursor to a line, past those that are only read; at either end these are scrolled to."""
        if not self.rows.count:
            return
        before = self.row
        row = clamp(row, min(before - 1, 0), max(before + 1, self.rows.count - 1))
        super().move_to(self._choosable(row, -1 if row < before else 1))
        if self.row == before:
            self._scroll_by(row - before)

    def _scroll_by(self, rows: int) -> None:
        """Scroll by about so many rows, to read on where no line can be chosen."""
        last = self.rows.count - 1
        top, _ = self.rows.span(clamp(self.row + rows, 0, last))
        here, _ = self.rows.span(self.row)
        self.fit()
        self.scroll_to(y=self.scroll_offset.y + (top - here or rows), animate=False, force=True)

    def _choosable(self, row: int, step: int) -> int:
        """Return the nearest line that can be chosen, on from a row and else back."""
        last = self.rows.count - 1
        if last < 0:
            return 0
        row = clamp(row, 0, last)
        onward = range(row, last + 1) if step > 0 else range(row, -1, -1)
        back = range(row, -1, -1) if step > 0 else range(row, last + 1)
        for way in (onward, back):
            for found in way:
                if not self._line(found).is_read_only:
                    return found
        return 0

    def take_click(self, row: int, x: int, chain: int) -> None:
        """Bring the cursor to the line that was clicked on; a click on the cursor takes it."""
        if row == self.cursor:
            self.post_message(self.Selected())
        else:
            self.move_to(row)


_KEYS = {
    "up": "move(-1)",
    "down": "move(1)",
    "pageup": "page(-1)",
    "pagedown": "page(1)",
    "home": "to_end(-1)",
    "end": "to_end(1)",
    "enter": "take",
}


class KeyedList(LineList, can_focus=True):
    """A list of lines that has the keys itself, where a dialog has no field."""

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is the dialog's where no line can be taken."""
        return action != "take" or self.cursor is not None

    def action_move(self, step: int) -> None:
        """Move the cursor; once all was seen, from the last line that can be chosen to the first."""
        end = self.max_scroll_y if step > 0 else 0
        beyond = self._choosable(self.row + step, step)
        if beyond == self.row and self.scroll_offset.y == end:
            super().move_to(0 if step > 0 else self.rows.count - 1)
        else:
            self.move(step)

    def action_take(self) -> None:
        """Take the line under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Selected())
