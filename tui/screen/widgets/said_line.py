"""The line over the foot: what the last act did and how to take it back, or the whole text of a cell.

It is one line, and always there. What is longer and stands nowhere else lies over the foot of the panes,
which stay where they are, until the cursor moves: a refusal, or what is to be known of an act beside what it
did. What it did stands whole in the history (F7).
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Size

from store.words.cleaning import clean_line
from store.words.line_breaking import parted
from tui.screen.widgets.key_words import KeyWords, cells_of, cut, pieces
from tui.screen.widgets.one_line import OneLine

_LINES = 3
"""Lines that a sentence may take."""
_PADDING = 1


class SaidLine(OneLine):
    """Says a sentence, until another is said; a cell that is looked at takes its place meanwhile."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"said-line--key", "said-line--dim"}

    def __init__(self) -> None:
        """Say nothing."""
        super().__init__()
        self._said = ""
        self._back: KeyWords | None = None
        self._looked_at = ""
        self._is_whole = False
        """The sentence takes the lines that it needs."""

    def say(
        self, text: str, *, warns: bool = False, whole: bool = False, back: KeyWords | None = None
    ) -> None:
        """Say a sentence, whole if it stands nowhere else; `back` is the key that takes its act back."""
        self._said, self._back = clean_line(text), back
        self._looked_at = ""
        self._is_whole = whole
        self.set_class(warns, "-warning")
        self._draw()

    def look_at(self, text: str) -> None:
        """Show the text of a cell that is cut in its pane, empty for none; a sentence takes one line now."""
        text = clean_line(text)
        if text != self._looked_at or self._is_whole:
            self._looked_at, self._is_whole = text, False
            self._draw()

    def _draw(self) -> None:
        height = len(self._lines())
        self.refresh(layout=height != self.size.height)

    # ------------------------------------------------------------------ drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the sentence needs."""
        return len(self._lines())

    def pieces(self, y: int, width: int) -> Sequence[Segment]:
        """Return a line; the last is over the foot, those before it over the panes."""
        lines = self._lines()
        line = lines[y] if y < len(lines) else ""
        drawn = [Segment(" " * _PADDING), Segment(line)]
        return drawn + (self._way_back(width - _PADDING - cell_len(line)) if y == len(lines) - 1 else [])

    def _lines(self) -> Sequence[str]:
        """Return what is shown, in lines that fit."""
        width = max(1, self.screen.size.width - 2 * _PADDING)
        if self._back and not self._looked_at:
            width -= cells_of(self._back)
        text = self._looked_at or self._said
        if self._is_whole and cell_len(text) > width:
            lines = parted(text, width, cell_len)
            rest = "".join(lines[_LINES - 1 :])
            return [*lines[: _LINES - 1], cut(rest, width)] if rest else lines
        return [cut(text, width)]

    def _way_back(self, room: int) -> list[Segment]:
        """Return the key that takes the act back, at the right end."""
        if self._back is None or self._looked_at:
            return []
        key = self.get_component_rich_style("said-line--key", partial=True)
        dim = self.get_component_rich_style("said-line--dim", partial=True)
        drawn = pieces([self._back], key, dim)
        return [Segment(set_cell_size("", room - cells_of(self._back))), *drawn]
