"""One widget alone on a screen: real keys and clicks, what a person sees of it, and what it says to the
screen.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.color import Color
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from tui.screen import looks
from tui.screen.looks.themed_app import ThemedApp
from tui.screen.widgets.row_pane import RowPane
from tui.terminal import painting
from tui.terminal.patches import fit

fit([painting.CHANGED])


class Stage(ThemedApp[None]):
    """Holds the widget, and nothing else that could have the keys."""

    CSS_PATH: ClassVar = [Path(looks.__file__).with_name("panes.tcss")]
    CSS = "Screen > * { width: 1fr; height: 1fr; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget
        self.said: list[Message] = []
        """What the clerk asked for, by a key or a click."""
        self.moves = 0
        """How often the cursor came to another place."""
        if isinstance(widget, RowPane):
            widget.tell_moved = self._count_move
        self.pilot: Pilot[None]

    def compose(self) -> ComposeResult:
        yield self._widget

    def _count_move(self, _: RowPane) -> None:
        self.moves += 1

    def on_matrix_activated(self, event: Message) -> None:
        self.said.append(event)

    def on_crossing_pane_activated(self, event: Message) -> None:
        self.said.append(event)

    def on_crossing_pane_turned(self, event: Message) -> None:
        self.said.append(event)

    def on_crossing_pane_left(self, event: Message) -> None:
        self.said.append(event)

    def on_work_points_pane_activated(self, event: Message) -> None:
        self.said.append(event)

    def on_roster_pane_activated(self, event: Message) -> None:
        self.said.append(event)

    def on_line_list_selected(self, event: Message) -> None:
        self.said.append(event)

    # ------------------------------------------------------------------ hands and eyes

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they do is drawn."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def click(self, x: int, y: int, times: int = 1) -> None:
        """Click on a cell of the screen."""
        await self.pilot.click(offset=(x, y), times=times)
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def between(self, left: int, right: int) -> list[str]:
        """What stands in each line from a cell of the screen to another."""
        return [strip.crop(left, right).text.strip() for strip in self.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """All that stands on the screen."""
        return "\n".join(self.lines)

    def line_of(self, words: str) -> int:
        """The first line in which words stand."""
        return next(number for number, line in enumerate(self.lines) if words in line)

    def where(self, words: str) -> tuple[int, int]:
        """The cell of the screen at which words stand first."""
        line = self.line_of(words)
        before, _, _ = self.lines[line].partition(words)
        return cell_len(before), line

    def styles_of(self, words: str) -> tuple[object, bool]:
        """The colour of words on the screen, and whether they are bold."""
        for strip in self.screen._compositor.render_strips():
            for segment in strip:
                if words in segment.text and segment.style:
                    return segment.style.color, bool(segment.style.bold)
        raise AssertionError(f"{words} is not on\n{self.text}")

    def lit(self) -> str:
        """What stands under the cursor: in a grid on the accent, in a pane of lines bold on the row."""
        return self._on_ground("accent") or self._on_ground("row")

    def _on_ground(self, token: str) -> str:
        """What stands bold on a ground of the theme."""
        ground = Color.parse(self.theme_variables[token]).rich_color
        found: list[str] = []
        for strip in self.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                if style and style.bold and style.bgcolor == ground:
                    found.append(segment.text.strip(" ▌"))
        return "".join(found)


@asynccontextmanager
async def staged(widget: Widget, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Stage]:
    """The widget on a screen of a size, with the keys."""
    stage = Stage(widget)
    async with stage.run_test(size=size) as pilot:
        stage.pilot = pilot
        widget.focus()
        await pilot.pause()
        yield stage
