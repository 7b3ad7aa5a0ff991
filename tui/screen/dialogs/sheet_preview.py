"""Sheets as they will be on paper, a page at a time, as text in the screen's own cells."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from store.refused import Refused
from tui.paper import PageSetup, Sheet
from tui.paper.text import text_pages
from tui.screen.widgets.plane import TitledScroll

Make = Callable[[], tuple[Sequence[Sheet], PageSetup]]
_NARROWEST = 60
"""Columns under which no sheet is squeezed; a narrower screen scrolls."""


class SheetPreview(TitledScroll):
    """Pages are made in a thread, each when it is come to: the first of many is there at once."""

    @dataclass
    class Missing(Message):
        """There is no such sheet."""

        because: str

    def __init__(self) -> None:
        """Empty until shown."""
        super().__init__(can_focus=False)
        self._pages: Iterator[str] = iter(())
        self._seen: list[str] = []
        self._shown = 0

    def compose(self) -> Iterator[Static]:
        """The text of a page."""
        yield Static()

    def show(self, make: Make) -> None:
        """Show the first page of other sheets."""
        self.run_worker(self._show_first(make), exclusive=True)

    async def _show_first(self, make: Make) -> None:
        columns = max(_NARROWEST, self.size.width - 1)
        try:
            self._pages = await asyncio.to_thread(self._made, make, columns)
        except Refused as refusal:
            self.post_message(self.Missing(str(refusal)))
            return
        self._seen, self._shown = [], 0
        await self._show_page()

    def _made(self, make: Make, columns: int) -> Iterator[str]:
        sheets, setup = make()
        narrow = replace(setup, columns=min(_columns_of(setup), columns))
        return filter(None, text_pages(sheets, narrow, measure=cell_len))

    async def _show_page(self) -> None:
        while len(self._seen) <= self._shown:
            page = await asyncio.to_thread(next, self._pages, None)
            if page is None:
                self._shown = max(0, len(self._seen) - 1)
                return
            self._seen.append(page)
        self.query_one(Static).update(Content(self._seen[self._shown]))
        self.plane.show_title(f"第 {self._shown + 1} 页")
        self.scroll_home(animate=False, immediate=True)

    async def page(self, step: int) -> None:
        """A screenful on; from the page's end to the next page."""
        if 0 <= self.scroll_y + step <= self.max_scroll_y:
            self.scroll_relative(y=step * max(1, self.size.height - 1), animate=False, immediate=True)
        elif self._shown + step >= 0:
            self._shown += step
            await self._show_page()


def _columns_of(setup: PageSetup) -> int:
    """Return the columns of a line: those of text are for a landscape page, a portrait one has fewer."""
    if not setup.is_upright:
        return setup.columns
    _, right, _, left = setup.sides
    _, far_right, _, far_left = setup.margins
    width, length = setup.paper
    return round(setup.columns * (width - right - left) / (length - far_right - far_left))
