"""A pane of records, one below the other, each of one line or more: marks cost no layout."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType

from tui.screen.widgets.part_looks import GUTTER, PartLooks
from tui.screen.widgets.row_lines import UnevenRows
from tui.screen.widgets.row_pane import MARK_SIGN, RowPane, keys_of_pane
from tui.screen.widgets.signs import BAR
from tui.screen.widgets.styled_line import StyledLine

LineRecord = TypeVar("LineRecord")

_KEYS = {
    "up": "step(-1)",
    "down": "step(1)",
    "pageup": "page(-1)",
    "pagedown": "page(1)",
    "home": "to_end(-1)",
    "end": "to_end(1)",
    "enter": "activate",
}


_KIND = "line-pane"
_GROUNDS = ("hover", "cursor")
_PARTS = ("sign", "linked", "name", "dim", "faint", "well", "open")
_QUIET = ("dim", "faint")
"""Parts that look the same in a record that is linked."""
_NARROWEST = 16


class RecordLine(NamedTuple):
    """A line of a record: texts with the part that each is, and what stands at the right edge."""

    pieces: tuple[tuple[str, str], ...] = ()
    right: str = ""

    @property
    def width(self) -> int:
        """Cells of all of it."""
        return sum(cell_len(text) for text, _ in self.pieces) + cell_len(self.right)


class LinePane(RowPane, can_focus=True):
    """Posts what the clerk wants done and changes nothing itself."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"{_KIND}--{part}" for part in (*_GROUNDS, *_PARTS)}

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing until records are given."""
        super().__init__(id=id)
        self._keys: Sequence[str] = ()
        self._first_of_key: dict[str, int] = {}
        self._hovered: int | None = None
        self._lines: dict[tuple[int, bool], Sequence[RecordLine]] = {}
        """The lines of the records that were asked for so far, whole or not, made for the width below."""
        self._made_for = 0
        self._whole: int | None = None
        """The record that is shown whole: the one under the cursor of the pane that has the keys."""

    # ------------------------------------------------------------------ what subclasses say

    @abstractmethod
    def record_lines(self, row: int, width: int, *, whole: bool) -> Sequence[RecordLine]:
        """Return the lines of a record in a width; whole, or with texts that do not fit cut."""

    def show_rows(self, keys: Sequence[str]) -> None:
        """Show records, each marked by its key; those that are not seen are laid out when they are."""
        self._keys = keys
        self._first_of_key = {}
        for row, key in enumerate(keys):
            self._first_of_key.setdefault(key, row)
        self._hovered = self._whole = None
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines.clear()
        self._made_for = self._line_width
        rows = UnevenRows(len(self._keys), self._count_lines)
        # As far as before, lest the scroll bar goes and comes again with an act.
        rows.extend(to_line=self.rows.height - 1)
        self.rows = rows
        self.lay_out_seen()
        self.refresh()

    def on_resize(self) -> None:
        """Make the lines for the new width."""
        if self._line_width != self._made_for:
            self._lay_out()

    @property
    def _line_width(self) -> int:
        """Cells that a line has behind its sign."""
        return max(_NARROWEST, self.content_width - GUTTER)

    def _lines_of(self, row: int) -> Sequence[RecordLine]:
        whole = row == self._whole
        if (row, whole) not in self._lines:
            self._lines[row, whole] = self.record_lines(row, self._made_for, whole=whole)
        return self._lines[row, whole]

    def _count_lines(self, row: int) -> int:
        return len(self._lines_of(row))

    def show_record(self, record: LineRecord | None, records: Sequence[LineRecord]) -> None:
        """Keep the cursor on a record, wherever it stands now; on the first of those shown if it is gone."""
        if record not in records:
            self.row = 0
            self.tell_moved_later()
        elif self.row >= len(records) or records[self.row] != record:
            self.row = records.index(record)
        elif not self.has_focus:
            return
        self._show_whole()
        if records:
            self.reveal(self.row)

    def key_of(self, row: int) -> str:
        """Return the key by which a row is marked."""
        return self._keys[row]

    # ------------------------------------------------------------------ drawing

    @cached_property
    def looks(self) -> PartLooks:
        """How the parts of its lines look."""
        return PartLooks(self, _KIND)

    def notify_style_update(self) -> None:
        """Make the looks anew that the theme gives, and the focus."""
        self.looks.forget()
        super().notify_style_update()

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return a line of a record behind its sign, with what stands at its right."""
        of, lines = self.looks.of, self._lines_of(row)
        ground = "cursor" if row == self.row else "hover" if row == self._hovered else ""
        # The pane can be painted in another width before it hears of it.
        said = lines[offset] if offset < len(lines) else RecordLine()
        is_linked = self.is_marked(row)
        line = StyledLine()
        line.add(self._sign_before(row, offset), of("sign", ground))
        for text, part in said.pieces:
            stands_out = is_linked and part not in _QUIET
            line.add(text, of("linked" if stands_out else part, ground))
        line.add(" " * (self._made_for - said.width), of("", ground))
        line.add(said.right, of("linked" if is_linked else "dim", ground))
        line.add(" " * width, of("", ground))
        return line.pieces()

    def _sign_before(self, row: int, offset: int) -> str:
        """Return the sign of a record that is marked or linked, or the bar of the one under the cursor."""
        chosen = self.chosen.sign_of(self.key_of(row)) if offset == 0 else ""
        if chosen:
            return chosen
        if row == self.row and self.has_focus:
            return BAR
        return MARK_SIGN if offset == 0 and self.is_marked(row) else " "

    def _show_whole(self) -> None:
        """Show the record under the cursor whole while the pane has the keys, and no other."""
        whole = self.row if self._keys and self.has_focus else None
        before, self._whole = self._whole, whole
        if before == whole or not isinstance(self.rows, UnevenRows):
            return
        height = self.rows.height
        for row in (before, whole):
            if row is not None and row < self.rows.count:
                self.rows.lay_out_anew(row, 1)
                self.refresh_body(*self.rows.span(row))
        if self.rows.height != height:
            self.fit()
            self.refresh()

    def redraw_cursor(self, before: tuple[int, int]) -> None:
        """Draw the cursor where it is, its record whole."""
        self._show_whole()
        super().redraw_cursor(before)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the record under the cursor whole; what lies over the panes leaves it so."""
        super().watch_has_focus(has_focus)
        focused = self.screen.focused
        if focused is self or isinstance(focused, RowPane):
            self._show_whole()

    # ------------------------------------------------------------------ marks

    def mark(self, keys: frozenset[str]) -> None:
        """Mark the rows of some keys, no others; bring the first into view if another pane has the keys."""
        changed = keys != self._marked
        super().mark(keys)
        marked = [self._first_of_key[key] for key in keys if key in self._first_of_key]
        if changed and marked and not self.has_focus:
            self.reveal_marked(min(marked))

    def reveal_marked(self, row: int) -> None:
        """Bring a marked row into view."""
        self.reveal(row)

    def reveal(self, row: int) -> None:
        """Bring a row into view without moving the cursor."""
        span = self.rows.span(row)
        self.fit()
        self.bring_in(*span)

    def on_show(self) -> None:
        """Bring the cursor into view, which may have moved while another pane had the screen."""
        if self.rows.count:
            self.reveal(self.row)

    # ------------------------------------------------------------------ moving

    def action_step(self, rows: int) -> None:
        """Move the cursor by a row."""
        self.move(rows)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row a click would choose."""
        self._hover(self.row_under(event))

    def on_leave(self) -> None:
        """Show no row as the one under the mouse."""
        self._hover(None)

    def _hover(self, row: int | None) -> None:
        if row == self._hovered:
            return
        before, self._hovered = self._hovered, row
        for changed in (before, row):
            if changed is not None and changed < self.rows.count:
                self.refresh_body(*self.rows.span(changed))
