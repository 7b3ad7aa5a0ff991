"""The screen without a terminal: the real app on a real file, keys as a terminal sends them, and what a
person sees.
"""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from textual._context import visible_screen_stack
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.screen import Screen

from store.file.task_file import TaskFile
from store.machine.clock import SYSTEM_CLOCK, Clock
from store.records.changes import Change, updated
from store.records.task import Task
from store.records.values import Mention
from tests.headless import spared
from tests.keys import ESC_ALONE
from tests.mishap import trace
from tui.screen.app import YaodianApp
from tui.screen.looks.themed_app import ThemedApp
from tui.screen.looks.themes import Depth
from tui.screen.looks.tokens import DEFAULT
from tui.screen.main_screen import MainScreen
from tui.screen.widgets.plane import DialogBox
from tui.terminal.app import TerminalApp

ESC = ESC_ALONE
"""In one burst, a letter after the plain byte would be Alt and the letter."""

_T = TypeVar("_T")

WIDE, NARROW = (120, 40), (80, 24)
_LIMIT_SECONDS = 90.0
"""Generous: a wait ends by what stands on the screen."""


_AppT = TypeVar("_AppT", bound=TerminalApp[None])


class Hands(Generic[_AppT]):
    """Hands and eyes: they type as one does, in bursts or paced, and read the screen."""

    def __init__(self, app: _AppT) -> None:
        self.app = app

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

    async def stop(
        self, keys: str, doing: str, may_go_on: threading.Event, came: threading.Event | None = None
    ) -> None:
        """Send keys that begin long work, which waits to go on, and stop it by Esc while it is shown.

        Where it waits later than at its beginning, it is stopped when it has come there.
        """
        typing = asyncio.ensure_future(self.type(keys))
        await self.wait_for(doing)
        if came:
            await self.until(came.is_set)
        stopping = asyncio.ensure_future(self.type(ESC))
        await self.wait_for(f"{doing}：正在停止")
        may_go_on.set()
        await asyncio.gather(typing, stopping)
        await self.wait_for("已停止，一切照旧。")

    async def rest(self) -> None:
        """Wait until no key waits, nothing is at work, and what was done is drawn."""
        await asyncio.sleep(0)
        await self.app.rest()
        self._must_stand()

    def _must_stand(self) -> None:
        """Fail where an error that nobody foresaw ended the program, and say which."""
        if self.app.return_code:
            raise AssertionError(f"the program ended\n{trace()}") from self.app._exception

    # ------------------------------------------------------------------ eyes

    @property
    def text(self) -> str:
        """All that stands on the screen, dialogs over the panes."""
        visible_screen_stack.set(self.app._background_screens)
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def sees(self, pattern: str) -> bool:
        """Whether a pattern stands on the screen."""
        return re.search(pattern, self.text) is not None

    async def wait_for(self, pattern: str) -> None:
        """Wait until a pattern stands on the screen."""
        await self._wait(pattern, True)

    async def wait_for_words(self, words: str) -> None:
        """Wait until some words stand on the screen, wherever its lines break them."""
        await self.wait_until(lambda: words in "".join(self.text.split()), f"{words!r} is not")

    async def wait_gone(self, pattern: str) -> None:
        """Wait until a pattern stands on the screen no more."""
        await self._wait(pattern, False)

    async def _wait(self, pattern: str, wanted: bool) -> None:
        said = f"{pattern!r} {'is not' if wanted else 'stays'}"
        await self.wait_until(lambda: self.sees(pattern) is wanted, said)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds that is not on the screen."""
        await self.wait_until(holds, "it never came to be")

    async def wait_until(self, holds: Callable[[], object], said: str = "never at rest") -> None:
        """Wait until something holds."""
        clock = asyncio.get_running_loop()
        end = clock.time() + _LIMIT_SECONDS
        while not holds():
            self._must_stand()
            if clock.time() > end:
                raise AssertionError(f"{said} on\n{self.text}")
            await asyncio.sleep(0.01)

    @property
    def title(self) -> str:
        """The title of the dialog that is open; empty where none is."""
        boxes = self.app.screen.query(".dialog")
        for box in boxes:
            if isinstance(box, DialogBox):
                return f"{box.plane.title} {box.plane.counts}".rstrip()
        return ""


class Clerk(Hands[YaodianApp]):
    """The clerk at the program, with a list open."""

    def __init__(self, app: YaodianApp, file: TaskFile) -> None:
        super().__init__(app)
        self.file = file

    async def rest(self) -> None:
        """Wait until all is done, drawn and saved."""
        await super().rest()
        await self.wait_until(self._is_saved)
        await self.app.rest()

    def _is_saved(self) -> bool:
        screens = [screen for screen in self.app.screen_stack if isinstance(screen, MainScreen)]
        savers = [screen.desk.saver for screen in screens]
        return not any(one.is_saving or (one.file.unsaved and not one.unsaved_because) for one in savers)

    # ------------------------------------------------------------------ what is on the disk

    async def saved(self, changes: int) -> TaskFile:
        """The file as another program reads it, once so many changes are on the disk, the import included."""
        await self.wait_for(rf"变更 {changes}\b.*已保存 [\d:]+")
        return TaskFile.open(self.file.path, read_only=True)

    def titles(self) -> list[str]:
        """The titles of all changes on the disk."""
        return [change.title for change in TaskFile.open(self.file.path, read_only=True).history]


@asynccontextmanager
async def running(app: TerminalApp[None], size: tuple[int, int]) -> AsyncIterator[None]:
    """An app that runs without a terminal."""
    with spared():
        async with app.run_test(size=size):
            yield


@asynccontextmanager
async def at_work(app: YaodianApp, file: TaskFile, size: tuple[int, int]) -> AsyncIterator[Clerk]:
    """An app on a list, its first screen drawn; the list is closed at the end."""
    try:
        async with running(app, size):
            desk = Clerk(app, file)
            await desk.wait_for(" 任务|F4 恢复")
            await desk.rest()
            yield desk
    finally:
        file.close()


@asynccontextmanager
async def opened(
    path: Path,
    *,
    size: tuple[int, int] = WIDE,
    asks_basis: bool = False,
    read_only: bool = False,
    theme: str = DEFAULT,
    depth: Depth = "truecolor",
    today: str = "",
) -> AsyncIterator[Clerk]:
    """The program on a list, its first screen drawn; the list is closed at the end.

    On a day that is given 今日 may open by itself.
    """
    clock = Clock(lambda: datetime.fromisoformat(f"{today}T09:00:00")) if today else SYSTEM_CLOCK
    file = TaskFile.open(path, read_only=read_only, clock=clock)
    app = YaodianApp(file, theme=theme, depth=depth)
    app.asks_basis = asks_basis
    app.opens_today = bool(today)
    async with at_work(app, file, size) as desk:
        yield desk


def row(file: TaskFile, name: str) -> Task:
    """The row of a name."""
    (key,) = file.tasks.rows_named(name)
    return file.tasks.task(key)


def write(path: Path, name: str, **values: object) -> None:
    """Give a row of a list on the disk texts, as one change of an earlier session."""
    with TaskFile.open(path) as file:
        edits = updated(row(file, name), **values)
        file.commit(Change(f"改{name}", tuple(edits)))


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


# ---------------------------------------------------------------------- a dialog alone


class DialogApp(ThemedApp[None], Generic[_T]):
    """One dialog in the program's looks, over nothing."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dialog: Screen[_T]) -> None:
        super().__init__()
        self._dialog = dialog
        self.answer: _T | None = None
        self.is_left = False

    def on_mount(self) -> None:
        self.push_screen(self._dialog, self._answered)

    def _answered(self, answer: _T | None) -> None:
        self.answer, self.is_left = answer, True


class Asked(Hands[DialogApp[_T]], Generic[_T]):
    """Hands and eyes at one dialog."""

    @property
    def answer(self) -> _T | None:
        """What the dialog gave back."""
        assert self.app.is_left, self.text
        return self.app.answer

    @property
    def is_open(self) -> bool:
        """Whether the dialog is still there."""
        return not self.app.is_left


@asynccontextmanager
async def asked(dialog: Screen[_T], *, size: tuple[int, int] = NARROW) -> AsyncIterator[Asked[_T]]:
    """A dialog, alone on the screen."""
    app = DialogApp(dialog)
    async with running(app, size):
        hands = Asked(app)
        await hands.rest()
        yield hands
