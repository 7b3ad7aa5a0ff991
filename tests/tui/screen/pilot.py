"""A desk for headless tests: the program on a list in a temporary folder, real keys, and what a person sees.

    async def test_f1_lists_the_keys(sample: Path) -> None:
        async with opened(sample) as desk:
            await desk.press("f1")
            assert "帮助" in desk.text

Keys go the way that they go in a terminal, through the type-ahead: `press` hands them over in one burst and waits until
the program is at rest. Text is typed by `write`.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.geometry import Region
from textual.pilot import Pilot

from store.file.opened import open_list
from store.file.task_file import TaskFile
from store.records.changes import Change
from tests.sample import sample_change
from tui.screen.app import YaodianApp
from tui.screen.main_screen import MainScreen

PATIENCE_SECONDS = 30.0
"""However busy the machine is; what is waited for mostly comes within a hundredth of it."""

_CHARACTERS = {" ": "space", "\n": "enter"}


class Desk:
    """A program that runs headless, and its list."""

    def __init__(self, app: YaodianApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # ------------------------------------------------------------------ keys

    async def press(self, *keys: str) -> None:
        """Press keys (`f10`, `enter`, `ctrl+z`) or single characters, all at once; wait until all is done."""
        for key in keys:
            name = _CHARACTERS.get(key, key)
            character = key if len(key) == 1 else {"space": " ", "enter": "\r", "tab": "\t"}.get(key)
            event = Key(name, character)
            event.set_sender(self.app)
            self.app.post_message(event)
        await self.rest()

    async def write(self, *texts: str) -> None:
        """Type texts, a character a key, all at once; `\\n` is Enter."""
        await self.press(*"".join(texts))

    async def command(self, label: str) -> None:
        """Carry out a command by the menu, as its label is typed there."""
        await self.press("f10", *label, "enter")

    async def rest(self) -> None:
        """Wait until all keys were handed on, no act is at work, all is saved and drawn."""
        await asyncio.sleep(0)
        await self.app.rest()
        await self.until(self._is_saved)
        await self.app.rest()

    def _is_saved(self) -> bool:
        screens = [screen for screen in self.app.screen_stack if isinstance(screen, MainScreen)]
        return all(not screen.file.unsaved or screen.unsaved_because for screen in screens)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; fail with the screen where it never does."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE_SECONDS
        while not holds():
            assert loop.time() < end, f"never came:\n{self.text}"
            await asyncio.sleep(0.002)

    async def until_shown(self, text: str) -> None:
        """Wait until the screen shows a text."""
        await self.until(lambda: text in self.text)

    # ------------------------------------------------------------------ what a person sees

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, dialogs included, without the blanks at their ends."""
        update = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in update]

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return "\n".join(self.lines)

    @property
    def title(self) -> str:
        """The title of the dialog that is open; empty where none is."""
        boxes = self.app.screen.query(".dialog")
        return str(boxes.first().border_title) if boxes else ""

    @property
    def status(self) -> str:
        """The line that says whether all is saved and what the last act did."""
        region: Region = self.main.query_one("StatusLine").region
        return "".join(self.lines[region.y : region.bottom])

    @property
    def main(self) -> MainScreen:
        """The screen of the list; the earlier list where one is looked at."""
        return next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, MainScreen))

    # ------------------------------------------------------------------ what is on the disk

    @property
    def history(self) -> list[Change]:
        """The changes on the disk."""
        return list(self.saved.history)

    @property
    def titles(self) -> list[str]:
        """The titles of the changes on the disk."""
        return [change.title for change in self.saved.history]

    @property
    def saved(self) -> TaskFile:
        """The list as another program reads it from the disk."""
        return TaskFile.open(self.main.file.path, read_only=True)

    def cell(self, row: str, field: str) -> str:
        """The wordings of a responsibility cell on the disk, such as `cell("3.1", "lead_units")`."""
        tasks = self.saved.tasks
        (key,) = tasks.rows_named(row)
        return " ".join(mention.wording for mention in getattr(tasks.task(key), field))


def new_sample(folder: Path) -> Path:
    """Make the sample list in a folder."""
    path = folder / "示例.json"
    TaskFile.create(path, sample_change()).close()
    return path


@asynccontextmanager
async def opened(
    path: Path,
    size: tuple[int, int] = (120, 40),
    *,
    asks_basis: bool = False,
    keys: dict[str, str] | None = None,
) -> AsyncIterator[Desk]:
    """The program on a list, at rest."""
    file = open_list(path)
    app = YaodianApp(file)
    app.asks_basis = asks_basis
    if keys:
        app.set_keymap(keys)
    try:
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.until(lambda: isinstance(app.screen, MainScreen) and app.screen.picker.is_attached)
            await desk.rest()
            yield desk
    finally:
        file.close()
