"""The source text beside what was made of it: every line with its number and what it was taken for.

It shows what each part was taken for, or (全文对照) of each line whether it was read.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from store.importing.source_account import STATE_WORDS, LineState, SourceAccount
from tui.screen.dialogs.source_lines import STATE_SIGNS, STATE_WEIGHTS, tagged, untagged
from tui.screen.dialogs.source_text import SourceText
from tui.screen.widgets.line import Part, Weight, padded
from tui.screen.widgets.part_looks import PartLooks
from tui.screen.widgets.row_lines import UnevenRows
from tui.screen.widgets.row_pane import MARK_SIGN, RowPane, keys_of_pane

_KIND = "source"
"""Before the names of its parts in the style sheet."""
_BEFORE = 4
"""Lines shown above the first that is meant, where the pane must move for it."""
_WORD = 4
"""Cells of what a line was taken for."""
_MARGINS = 6
"""Cells beside number, word and text: two signs, three blanks, the scroll bar."""
_NARROWEST = 20
_KEYS = {
    "up": "scroll_up",
    "down": "scroll_down",
    "pageup": "page_up",
    "pagedown": "page_down",
    "home": "scroll_home",
    "end": "scroll_end",
}
_WEIGHTS: tuple[Weight, ...] = ("bold", "dim", "faint", "accent", "well", "due")
_STATES: tuple[LineState, ...] = ("read", "asked", "unread")


class SourcePane(RowPane, can_focus=True):
    """Shows all of a source; the lines that something came from are marked ›, those not understood !."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"{_KIND}--{part}" for part in ("meant", *_WEIGHTS)}
    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing until told."""
        self._looks = PartLooks(self, _KIND)
        super().__init__(id=id)
        self._lines: Sequence[str] = ()
        self._account: SourceAccount | None = None
        self.is_against = False
        """Whether it says of each line if it was read (全文对照)."""
        self._text = SourceText((), _NARROWEST)
        self._meant = range(0)
        self._digits = 1

    def show_source(self, text: str, account: SourceAccount) -> None:
        """Show a source, and what was made of it now."""
        self._lines, self._account = text.split("\n"), account
        self._digits = len(str(max(1, len(self._lines))))
        self._lay_out()

    def turn(self) -> None:
        """Show the other of the two things that it can say of each line."""
        self.is_against = not self.is_against
        self._lay_out()
        self._show_meant()

    def _lay_out(self) -> None:
        """Lay out anew what is seen, the first line that is seen staying in its place."""
        account = self._account
        if account is None:
            return
        lines, is_against = self._lines, self.is_against

        def parts_of(line: int) -> Sequence[Part]:
            if is_against:
                return untagged(lines[line], account.state(line + 1))
            return tagged(lines[line], account, line + 1)

        first = self.window.seen.start
        width = max(_NARROWEST, self.content_width - self._digits - _WORD - _MARGINS)
        self._text = SourceText(lines, width, parts_of)
        self.rows = UnevenRows(self._text.count, lambda row: len(self._text.wrapped(row)))
        self.lay_out_seen()
        if first:
            top, _ = self.rows.span(first)
            self.fit()
            self.scroll_to(y=top, animate=False, force=True)
        self._say()
        self.refresh()

    def _say(self) -> None:
        if self._account:
            counts = self._account.counts
            said = [f"{STATE_WORDS[state]} {counts[state]}" for state in _STATES]
            title = "全文对照" if self.is_against else "原文"
            self.plane.show_title(title, f"{' '.join(said)} 行")

    def on_resize(self) -> None:
        """Wrap the lines to the new width, what is meant staying in view."""
        self._lay_out()
        self._show_meant()

    def show(self, source: Sequence[int]) -> None:
        """Mark the lines from the first to the last of some, and bring them into view."""
        self._meant = range(source[0] - 1, source[-1]) if source else range(0)
        self.refresh()
        self._show_meant()

    def action_scroll_end(self) -> None:
        """To the end, however far the lines are laid out."""
        self.rows.extend(to_row=self.rows.count)
        self.fit()
        super().action_scroll_end()

    @property
    def line(self) -> int:
        """The line to go on from: the first that is marked while it is seen, else that above what is seen."""
        seen = self.window.seen
        if self._meant and self._meant[0] in seen:
            return self._meant[0] + 1
        return seen.start

    def _show_meant(self) -> None:
        if not self._meant or not self.rows.count:
            return
        end = self.rows.count - 1
        first, last = min(self._meant[0], end), min(self._meant[-1], end)
        top, _ = self.rows.span(first)
        last_top, count = self.rows.span(last)
        self.fit()
        seen = self.scroll_offset.y
        if self.is_seen and not seen <= top <= last_top + count <= seen + self.body_height:
            self.scroll_to(y=max(0, top - _BEFORE), animate=False, force=True)

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return a line of a source line, its number and what it was taken for before the first."""
        ground = "meant" if row in self._meant else ""
        pieces: list[Segment] = []
        for words, weight in (*self._head(row, offset), *self._text.wrapped(row)[offset]):
            part = "" if weight == "text" else weight
            pieces.append(Segment(words, self._looks.of(part, ground)))
        if ground:
            pieces.append(Segment(" " * width, self._looks.of("", ground)))
        return pieces

    def _head(self, row: int, offset: int) -> Sequence[Part]:
        blank = " " * (self._digits + _WORD + 5)
        if offset or self._account is None:
            return (Part(blank),)
        state = self._account.state(row + 1)
        word = self._account.taken_for(row + 1)
        if state and (self.is_against or not word):
            word = STATE_WORDS[state]
        mark = MARK_SIGN if row in self._meant else " "
        number = Part(f"{row + 1:>{self._digits}} ", "faint")
        return (Part(mark, "accent"), number, *self._word(word, state))

    def _word(self, word: str, state: LineState | None) -> Sequence[Part]:
        """Return the word for a line behind the sign of its state; what was read is quiet beside parts."""
        word = f" {padded(word[:2], _WORD)} "
        if state is None or (state == "read" and not self.is_against):
            return (Part(f" {word}", "dim"),)
        weight = STATE_WEIGHTS[state]
        return (Part(STATE_SIGNS[state], weight), Part(word, weight))

    def notify_style_update(self) -> None:
        """Look as the theme says now."""
        self._looks.forget()
        super().notify_style_update()
