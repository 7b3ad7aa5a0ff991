"""The line under the panes: the state of the file, and what the last act did.

The panes leave one line for it, and stay where they are: what is longer lies over the foot of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from store.words.line_breaking import parted

_LINES = 3
"""Lines that a sentence may take; the history (F7) has all of what an act did."""
_SPARE = 12
"""Cells that the breaks of its lines and the sign for more may cost."""
_MORE = "…"
_PADDING = 1
_BESIDE = 2 * _PADDING + 6
"""Cells beside the text: the padding, the bar and frame at the right, and those that signs give way by."""


def without_signs_across(line: str, edges: Iterable[int]) -> str:
    """Return a line with a blank before each sign of two cells that would lie across one of some places.

    Textual paints what lies over several widgets in pieces, and drops a sign that is in two of them.
    """
    return reduce(_without_sign_across, edges, line)


def _without_sign_across(line: str, edge: int) -> str:
    for index in range(edge):
        before = cell_len(line[:index])
        if before == edge - 1 and cell_len(line[index : index + 1]) > 1:
            return f"{line[:index]} {line[index:]}"
    return line


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
        self.edges: Callable[[], Iterable[int]] = tuple
        """Returns the cells at which something beneath it begins or ends: panes, frames, scroll bars."""
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
        self.update(Content("\n".join(self._lines())))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.update(Content("\n".join(self._lines())))

    def _lines(self) -> Sequence[str]:
        """Return the lines; those over the panes have no sign across an edge of these, where it would go."""
        *over_panes, last = parted(self._text(), self.screen.size.width - _BESIDE, cell_len)
        edges = sorted(edge - _PADDING for edge in self.edges())
        return [*(without_signs_across(line.rstrip(), edges) for line in over_panes), last]

    def _text(self) -> str:
        said = " ".join(filter(None, (self._state.unsaved_because, self._said)))
        parts = " · ".join(self._state.parts)
        text = f"{parts}    {said}" if said else parts
        room = self.screen.size.width * _LINES - _SPARE
        return text if cell_len(text) <= room else set_cell_size(text, room).rstrip() + _MORE
