"""The editor over a cell of the list: a text is written where it will stand.

It is mounted once with the screen and only shown, so that the first letter needs no new screen.
"""

import asyncio
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.geometry import Region

from tui.screen.dialogs.text_entry import TextAsked, TextEntry
from tui.screen.widgets.plane import DialogBox

_NARROWEST = 48
"""Cells in which title, keys and what is said of a text have room."""
_FRAME = 2
"""Cells that frame and padding take at each side."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text that the clerk wrote, and by how many rows and columns the cursor goes on."""

    text: str
    rows: int
    columns: int


class CellEditor(DialogBox):
    """The overlay over the cell: title, old text, field, what is said, keys."""

    DEFAULT_CSS = """
    CellEditor {
        layer: overlay; position: absolute; constrain: inside inside; height: auto; display: none;
        background: $pane; border-top: blank; border-bottom: blank; padding: 0 1;
    }
    """

    def __init__(self) -> None:
        """Stand hidden until opened."""
        super().__init__()
        self.display = False
        self._answer: asyncio.Future[Written | None] | None = None

    def compose(self) -> ComposeResult:
        """The field and what belongs to it."""
        yield TextEntry()

    def ask(self, asked: TextAsked, cell: Region) -> asyncio.Future[Written | None]:
        """Ask for a text over a cell of the screen."""
        self._close()
        self._answer = asyncio.get_running_loop().create_future()
        self.styles.width = max(cell.width + 2 * _FRAME, _NARROWEST)
        self.styles.max_width = self.screen.size.width
        self.styles.max_height = self.screen.size.height
        self.styles.offset = max(0, cell.x - _FRAME), max(0, cell.y - 1)
        self.display = True
        entry = self.query_one(TextEntry)
        entry.begin(asked)
        self.plane.show_title(asked.title)
        self.plane.show_keys(entry.keys)
        return self._answer

    @property
    def is_changed(self) -> bool:
        """Whether a text was written that would be lost."""
        return self.display and self.query_one(TextEntry).is_changed

    def leave(self) -> None:
        """Leave; a changed text is asked about."""
        self.query_one(TextEntry).leave()

    def on_text_entry_kept(self, event: TextEntry.Kept) -> None:
        """Give the text back."""
        event.stop()
        self._close(Written(event.text, event.rows, event.columns))

    def on_text_entry_left(self, event: TextEntry.Left) -> None:
        """Give nothing back."""
        event.stop()
        self._close()

    def on_descendant_blur(self) -> None:
        """Keep the keys while a text is open: a click beside it loses nothing."""
        self.call_later(self._keep_keys)

    def _keep_keys(self) -> None:
        if self.display and self.app.screen is self.screen:
            self.query_one(TextEntry).field.focus()

    def _close(self, written: Written | None = None) -> None:
        """Hide, and give back what was written."""
        self.display = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(written)
