"""A list of lines to move through, each made when it is drawn: ten thousand open as quickly as ten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.words.cleaning import clean_line


class LineList(ScrollView):
    """One line is the cursor; the dialog around it keeps the keys and calls `move`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}
    DEFAULT_CSS = """
    LineList { height: 1fr; overflow-x: hidden; scrollbar-size: 1 1; background: $surface; }
    LineList .line-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
    """

    @dataclass
    class Moved(Message):
        """The cursor came to a line, or there is none."""

        line: int | None

    class Selected(Message):
        """The line under the cursor was clicked on."""

    def __init__(self) -> None:
        """Empty until shown."""
        super().__init__()
        self.can_focus = False
        self.cursor: int | None = None
        self._count = 0
        self._line: Callable[[int], str] = str

    def show(self, count: int, line: Callable[[int], str]) -> None:
        """Show so many lines, the cursor on the first."""
        self._count, self._line = count, line
        self.virtual_size = Size(self.size.width, count)
        self.cursor = 0 if count else None
        self.scroll_to(0, 0, animate=False, force=True)
        self._draw()

    def move(self, step: int) -> None:
        """Move the cursor by so many lines, as far as there are any."""
        if self.cursor is not None:
            self.cursor = max(0, min(self.cursor + step, self._count - 1))
            self._draw()

    def move_pages(self, pages: int) -> None:
        """Move the cursor by so many heights of the list."""
        self.move(pages * max(1, self.size.height - 1))

    def move_to_end(self, end: int) -> None:
        """Move the cursor to the first line (-1) or to the last (1)."""
        self.move(end * self._count)

    def _draw(self) -> None:
        if self.cursor is not None:
            top, height = round(self.scroll_offset.y), max(1, self.size.height)
            if not top <= self.cursor < top + height:
                self.scroll_to(
                    0,
                    self.cursor if self.cursor < top else self.cursor - height + 1,
                    animate=False,
                    force=True,
                )
        self.refresh()
        self.post_message(self.Moved(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click brings the cursor; one on the cursor selects."""
        line = event.y + round(self.scroll_offset.y)
        if line == self.cursor:
            self.post_message(self.Selected())
        elif line < self._count:
            self.cursor = line
            self._draw()

    def render_line(self, y: int) -> Strip:
        """The line at a height, cut to the width."""
        line, width = y + round(self.scroll_offset.y), self.size.width
        if line >= self._count:
            return Strip.blank(width, self.rich_style)
        style = self.rich_style
        if line == self.cursor:
            style += self.get_component_rich_style("line-list--cursor", partial=True)
        return Strip([Segment(set_cell_size(clean_line(self._line(line)), width), style)], width)
