"""The source text beside what was made of it: every line with its number, those that are meant marked."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from tui.screen.dialogs.source_text import SourceText
from tui.screen.widgets.row_lines import UnevenRows
from tui.screen.widgets.row_pane import RowPane, keys_of_pane

_BEFORE = 4
"""Lines shown above the first that is meant, where the pane must move for it."""
_MARGINS = 4
"""Cells beside number and text: the sign, two blanks, the scroll bar."""
_NARROWEST = 20
_KEYS = {
    "up": "scroll_up",
    "down": "scroll_down",
    "pageup": "page_up",
    "pagedown": "page_down",
    "home": "scroll_home",
    "end": "scroll_end",
}


class SourcePane(RowPane, can_focus=True):
    """Shows all of a source; the lines that something came from are marked ›, those not understood !."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"source--meant", "source--unread", "source--other"}
    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    def __init__(self, text: str, unread: Collection[int] = (), *, id: str | None = None) -> None:
        """Take the text, and the numbers of the lines that were not understood."""
        super().__init__(id=id)
        self._source = text
        self._unread = unread
        self._text = SourceText("", _NARROWEST)
        self._meant = range(0)
        self._laid_out_to = 0
        self._digits = len(str(max(1, text.count("\n") + 1)))

    def on_resize(self) -> None:
        """Wrap the lines to the new width, what is meant staying in view."""
        width = max(_NARROWEST, self.content_width - self._digits - _MARGINS)
        if width != self._laid_out_to:
            self._laid_out_to = width
            self._text = SourceText(self._source, width)
            self.rows = UnevenRows(self._text.count, lambda row: len(self._text.wrapped(row)))
            self.lay_out_seen()
        self._show_meant()

    def show(self, source: Sequence[int]) -> None:
        """Mark the lines from the first to the last of some, and bring them into view."""
        self._meant = range(source[0] - 1, source[-1]) if source else range(0)
        self.refresh()
        self._show_meant()

    def _show_meant(self) -> None:
        if not self._meant or not self.rows.count:
            return
        first, last = (min(row, self.rows.count - 1) for row in (self._meant[0], self._meant[-1]))
        top, _ = self.rows.span(first)
        last_top, count = self.rows.span(last)
        self.fit()
        seen = self.scroll_offset.y
        if self.is_seen and not seen <= top <= last_top + count <= seen + self.body_height:
            self.scroll_to(y=max(0, top - _BEFORE), animate=False, force=True)

    def row_pieces(self, row: int, offset: int) -> Sequence[Segment]:
        """Return a line of a source line, its number before the first."""
        meant = row in self._meant
        sign = "›" if meant else "!" if row + 1 in self._unread else " "
        number = str(row + 1) if offset == 0 else ""
        head = f"{sign if offset == 0 else ' '}{number:>{self._digits}}  "
        name = "meant" if meant else "unread" if sign == "!" else "other"
        style = self.get_component_rich_style(f"source--{name}", partial=True)
        return [Segment(head + self._text.wrapped(row)[offset], style)]
