"""A window too small for anything to be read in it says what size is needed, and nothing else."""

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.control import Control
from rich.segment import Segment
from textual.app import ReturnType
from textual.events import Event, InputEvent, Key
from textual.geometry import Size
from textual.screen import Screen

from store.words.line_breaking import parted
from tui.terminal.type_ahead import TypeAhead

LEAST = Size(24, 8)
"""Below it not one row of a list, or one line of a dialog, stands on the screen."""
NEEDED = "40x12"
"""The columns and lines in which everything can be done."""
_SAID = (f"窗口太小，请拉大到 {NEEDED} 以上。", f"请拉大到{NEEDED}", NEEDED)
"""The same in ever less room."""


def is_too_small(size: Size) -> bool:
    """Whether a window has no room for the program; one that has no size yet is not looked at."""
    return bool(size) and (size.width < LEAST.width or size.height < LEAST.height)


class SizeNeeded:
    """What is drawn in the place of the screen."""

    def __init__(self, size: Size) -> None:
        """Take the size of the window."""
        self._size = size

    def lines(self) -> list[str]:
        """Return the longest sentence that the window has room for, in its lines; else what there is room
        for.
        """
        width, height = self._size
        lines: list[str] = []
        for said in _SAID:
            lines = parted(said, width, cell_len)
            if len(lines) <= height and all(cell_len(line.rstrip()) <= width for line in lines):
                break
        return lines[:height]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Control | Segment]:
        """Clear the screen and draw the lines."""
        yield Control.clear()
        for y, line in enumerate(self.lines()):
            yield Control.move_to(0, y)
            yield Segment(line.rstrip())


class NeedsRoom(TypeAhead[ReturnType]):
    """An app that says over all its screens what size it needs; unseen, nothing can be done but leave."""

    async def on_event(self, event: Event) -> None:
        """Drop what is typed and clicked in a window too small to see what it does."""
        if not isinstance(event, InputEvent) or not is_too_small(self.size) or _leaves(event):
            await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Draw what Textual draws, or the size: a screen pushed for it would part dialogs from their acts."""
        if renderable is not None and is_too_small(self.size):
            renderable = SizeNeeded(self.size)
        super()._display(screen, renderable)


def _leaves(event: InputEvent) -> bool:
    return isinstance(event, Key) and event.key == "ctrl+q"
