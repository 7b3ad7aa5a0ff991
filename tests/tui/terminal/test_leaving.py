"""A screen goes while a thread works for it: the answer comes too late, and nothing comes of it."""

import asyncio

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.terminal.app import TerminalApp


class Words(Static):
    """Says that it goes: then the thread answers."""

    def __init__(self, gone: asyncio.Event) -> None:
        super().__init__()
        self._gone = gone

    def on_unmount(self) -> None:
        self._gone.set()


class Dialog(ModalScreen[None]):
    """Shows an answer that comes when its widgets have begun to go."""

    def __init__(self) -> None:
        super().__init__()
        self._gone = asyncio.Event()
        self.answers = 0

    def compose(self) -> ComposeResult:
        yield Words(self._gone)

    def on_mount(self) -> None:
        self.run_worker(self._answer())

    async def _answer(self) -> None:
        await self._gone.wait()
        self.answers += 1
        self.query_one(Words).update("回答")


async def test_what_works_for_a_screen_is_called_off_before_its_widgets_go() -> None:
    dialog = Dialog()
    async with TerminalApp[None]().run_test() as pilot:
        await pilot.app.push_screen(dialog)
        await pilot.pause()
        await dialog.dismiss()
        await pilot.pause()
    assert dialog.answers == 0
