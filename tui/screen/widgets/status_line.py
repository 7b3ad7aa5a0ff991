"""The line under the panes: the state of the file, and what the last act did.

The panes leave one line for it, and stay where they are: what is longer lies over the foot of them.
"""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

_LINES = 3
"""Lines that a sentence may take; the history (F7) has all of what an act did."""
_SPARE = 12
"""Cells that the breaks of its lines and the sign for more may cost."""
_MORE = "…"


@dataclass(frozen=True, slots=True)
class FileState:
    """What the line says of the file, the part that always stands there."""

    parts: tuple[str, ...] = ()
    """Such as 已保存 14:32, 变更 3, 示例.json."""
    all_saved: bool = True
    unsaved_because: str = ""
    """Why the disk did not take what is unsaved."""


class StatusLine(Static):
    """Says whether all is saved, how many changes there are, which file it is, and what the last act did."""

    def __init__(self) -> None:
        """Say nothing."""
        super().__init__()
        self._state = FileState()
        self._said = ""
        self._warns = False
        self._once_saved = ""
        """What the last change did: said when it is on the disk, as done is said of nothing before."""

    def say(self, text: str, *, warning: bool = False) -> None:
        """Take a sentence for the clerk; `show_state` shows it."""
        self._said, self._warns, self._once_saved = text, warning, ""

    def say_once_saved(self, text: str) -> None:
        """Take a sentence that is shown as soon as all is on the disk."""
        self._said, self._warns, self._once_saved = "", False, text

    def say_more(self, text: str) -> None:
        """Add to what is said, or will be once all is on the disk."""
        if self._once_saved:
            self._once_saved += text
        else:
            self._said += text

    def show_state(self, state: FileState) -> None:
        """Show the state of the file, and what is to be said with it."""
        self._state = state
        if self._once_saved and state.all_saved:
            self._said, self._once_saved = self._once_saved, ""
        self.set_class(self._warns or bool(state.unsaved_because), "-warning")
        self.update(Content(self._text()))

    def _text(self) -> str:
        said = " ".join(filter(None, (self._state.unsaved_because, self._said)))
        parts = " · ".join(self._state.parts)
        text = f"{parts}    {said}" if said else parts
        room = self.screen.size.width * _LINES - _SPARE
        return text if cell_len(text) <= room else set_cell_size(text, room).rstrip() + _MORE
