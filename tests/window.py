"""The program without a terminal, used like `tests.pty.Terminal`: the real app in a thread, keys as a
terminal sends them.
"""

import asyncio
import re
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from textual._context import visible_screen_stack
from textual._xterm_parser import XTermParser
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Paste, Resize
from textual.geometry import Size

from store.machine.settings import load_settings
from tests.headless import spared
from tests.keys import ESC_ALONE, each_key
from tests.mishap import trace
from tests.pty import PATIENCE
from tui.screen.app import YaodianApp, app_for

_T = TypeVar("_T")
_LONE_ESC = re.compile(r"\x1b(?=[\x00-\x1a\x7f]|\Z)")
"""Esc before a control character or at the end: a terminal's driver tells it by the time after it."""


class Window:
    """The program on a screen that no terminal shows; leaving the `with` ends it."""

    def __init__(self, path: Path | None, size: tuple[int, int] = (120, 40)) -> None:
        """Start it on a list, on a notice or on nothing, as `yaodian PATH` does."""
        self._last = ""
        self._parser = XTermParser()
        self._loop = asyncio.new_event_loop()
        self._app: YaodianApp | None = None
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(path, size), daemon=True)
        self._thread.start()
        assert self._begun.wait(PATIENCE), "the app does not start"

    def _run(self, path: Path | None, size: tuple[int, int]) -> None:
        asyncio.set_event_loop(self._loop)
        settings = load_settings()
        app = self._app = app_for(path, settings, " ".join(settings.notices))
        try:
            with spared():
                self._loop.run_until_complete(app.run_async(headless=True, size=size, auto_pilot=self._begin))
        finally:
            self._begun.set()
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    async def _begin(self, _: object) -> None:
        self._begun.set()

    def __enter__(self) -> "Window":
        """The window itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program."""
        self.close()

    @property
    def app(self) -> YaodianApp:
        """The app that runs."""
        assert self._app is not None
        return self._app

    @property
    def runs(self) -> bool:
        """Whether the program is still there."""
        return self._thread.is_alive() and not self.app._exit

    # ------------------------------------------------------------------ keys and the window

    def write(self, text: str) -> None:
        """Send all in one write, as type-ahead, a script or an input method does."""
        self._call(self._send(_LONE_ESC.sub(ESC_ALONE, text)))

    def type(self, text: str) -> None:
        """Send key by key, each when all that the last one began is done."""
        for key in each_key(text):
            self.write(key)
            self.settle()

    async def _send(self, text: str) -> None:
        driver = self.app._driver
        assert driver is not None
        for event in self._parser.feed(text):
            if isinstance(event, (Key, Paste)):
                event.set_sender(self.app)
                driver.send_message(event)

    def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller, as a person pulls at it."""
        self._call(self._resize(Size(columns, lines)))

    async def _resize(self, size: Size) -> None:
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = (size.width, size.height)
        self.app.post_message(Resize(size, size))

    # ------------------------------------------------------------------ what is to be seen

    @property
    def text(self) -> str:
        """The whole screen."""
        if self.runs:
            self._last = self._call(self._shown())
        return self._last

    @property
    def lines(self) -> list[str]:
        """The rows of the screen without the blanks at their ends."""
        return self.text.split("\n")

    async def _shown(self) -> str:
        if self.app._exit or not self.app.screen_stack:
            return self._last
        with self.app._context():
            # Drawn without it, a dialog would keep for ever that nothing lies beneath it.
            visible_screen_stack.set(self.app._background_screens)
            strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    # ------------------------------------------------------------------ waiting

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the pattern is on the screen."""
        self._wait(lambda text: _has(text, pattern), f"never saw {pattern!r}", timeout)

    def wait_gone(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the pattern is not on the screen."""
        self._wait(lambda text: not _has(text, pattern), f"still there: {pattern!r}", timeout)

    def settle(self) -> None:
        """Wait until no key waits, nothing is at work, and what was done is drawn."""
        if self.runs:
            self._call(self.app.rest())

    def exit_code(self, timeout: float = PATIENCE) -> int:
        """Wait for the program to end by itself."""
        self._thread.join(timeout)
        assert not self._thread.is_alive(), f"still running\n{self.text}"
        return self.app.return_code or 0

    def close(self) -> None:
        """End the program; the list is let go as when its window is shut."""
        if self._thread.is_alive():
            self._call(self._end())
            self._thread.join(PATIENCE)

    async def _end(self) -> None:
        await self.app.action_quit()
        await asyncio.sleep(0)
        self.app.exit()

    def _wait(self, done: Callable[[str], bool], complaint: str, timeout: float) -> None:
        if not self.runs:
            assert done(self._last), f"{complaint}; the program ended\n{self._last}\n{trace()}"
            return
        shown = self._call(self._until(done, timeout))
        assert shown is None, f"{complaint} in {timeout} s\n{shown}\n{trace()}"

    async def _until(self, done: Callable[[str], bool], timeout: float) -> str | None:
        """Wait until what is shown is as wanted; after too long, give what is shown instead."""
        end = self._loop.time() + timeout
        while True:
            self._last = await self._shown()
            if done(self._last):
                return None
            if self.app._exit or self._loop.time() > end:
                return self._last
            await asyncio.sleep(0.02)

    def _call(self, work: Coroutine[object, object, _T]) -> _T:
        """Do something in the app's own loop; its result."""
        done: Future[_T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        while not wait((done,), 1).done:
            assert self._thread.is_alive(), f"the program ended\n{self._last}\n{trace()}"
        return done.result()


def _has(text: str, pattern: str) -> bool:
    return re.search(pattern, text, re.MULTILINE) is not None
