"""The screen without a terminal: the real app on a real file, keys as a terminal sends them, and what a person sees."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.pilot import Pilot

from store.file.task_file import TaskFile
from store.records.task import Task
from store.records.values import Mention
from tests.keys import ESC_ALONE
from tui.screen.app import YaodianApp
from tui.screen.main_screen import MainScreen

ESC = ESC_ALONE
"""In one burst, a letter after the plain byte would be Alt and the letter."""

WIDE, NARROW = (120, 40), (80, 24)
_LIMIT_SECONDS = 30.0
"""Generous: a wait ends by what stands on the screen."""


class Desk:
    """Hands and eyes at the program: types as one does, in bursts or paced, and reads the screen."""

    def __init__(self, app: YaodianApp, pilot: Pilot[None], file: TaskFile) -> None:
        self.app = app
        self.file = file
        self._pilot = pilot

    # ------------------------------------------------------------------ keys

    async def type(self, keys: str, *, paced: bool = False) -> None:
        """Send keys, as one burst or one by one, and wait until what they do is done."""
        for event in XTermParser().feed(keys):
            if isinstance(event, (Key, Paste)):
                event.set_sender(self.app)
                assert self.app._driver is not None
                self.app._driver.send_message(event)
                if paced:
                    await self.rest()
        await self.rest()

    async def rest(self) -> None:
        """Wait until no key waits, nothing is at work, and what was done is drawn."""
        await asyncio.sleep(0)
        await self.app.rest()
        await self._wait_until(self._is_saved)
        await self.app.rest()

    def _is_saved(self) -> bool:
        screens = [screen for screen in self.app.screen_stack if isinstance(screen, MainScreen)]
        return all(not screen.desk.file.unsaved or screen.desk.saver.unsaved_because for screen in screens)

    # ------------------------------------------------------------------ eyes

    @property
    def text(self) -> str:
        """All that stands on the screen, dialogs over the panes."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def sees(self, pattern: str) -> bool:
        """Whether a pattern stands on the screen."""
        return re.search(pattern, self.text) is not None

    async def wait_for(self, pattern: str) -> None:
        """Wait until a pattern stands on the screen."""
        await self._wait(pattern, True)

    async def wait_gone(self, pattern: str) -> None:
        """Wait until a pattern stands on the screen no more."""
        await self._wait(pattern, False)

    async def _wait(self, pattern: str, wanted: bool) -> None:
        said = f"{pattern!r} {'is not' if wanted else 'stays'}"
        await self._wait_until(lambda: self.sees(pattern) is wanted, said)

    async def _wait_until(self, holds: Callable[[], bool], said: str = "never at rest") -> None:
        clock = asyncio.get_running_loop()
        end = clock.time() + _LIMIT_SECONDS
        while not holds():
            if clock.time() > end:
                raise AssertionError(f"{said} on\n{self.text}")
            await asyncio.sleep(0.01)

    @property
    def title(self) -> str:
        """The title of the dialog that is open; empty where none is."""
        boxes = self.app.screen.query(".dialog")
        return str(boxes.first().border_title) if boxes else ""

    # ------------------------------------------------------------------ what is on the disk

    async def saved(self, changes: int) -> TaskFile:
        """The file as another program reads it, once so many changes are on the disk, the import included."""
        await self.wait_for(rf"已保存 [\d:]+ · 变更 {changes}\b")
        return TaskFile.open(self.file.path, read_only=True)

    def titles(self) -> list[str]:
        """The titles of all changes on the disk."""
        return [change.title for change in TaskFile.open(self.file.path, read_only=True).history]


@asynccontextmanager
async def opened(
    path: Path, *, size: tuple[int, int] = WIDE, asks_basis: bool = False, read_only: bool = False
) -> AsyncIterator[Desk]:
    """The program on a list, its first screen drawn; the list is closed at the end."""
    file = TaskFile.open(path, read_only=read_only)
    app = YaodianApp(file)
    app.asks_basis = asks_basis
    try:
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot, file)
            await desk.wait_for(" 任务")
            await desk.rest()
            yield desk
    finally:
        file.close()


def row(file: TaskFile, name: str) -> Task:
    """The row of a name."""
    (key,) = file.tasks.rows_named(name)
    return file.tasks.task(key)


def words(mentions: tuple[Mention, ...]) -> str:
    """Units or leaders as a row prints them."""
    return " ".join(mention.wording for mention in mentions)


def lead(file: TaskFile, name: str) -> tuple[str, str]:
    """Lead units and their leaders of a row, in words."""
    task = row(file, name)
    return words(task.lead_units), words(task.lead_leaders)


def participant(file: TaskFile, name: str) -> tuple[str, str]:
    """Participants of a row and their leaders, in words."""
    task = row(file, name)
    return words(task.participant_units), words(task.participant_leaders)
