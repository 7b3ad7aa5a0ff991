"""Work that may take long, in a thread: after half a second its progress lies over the screen.

Esc stops it, until it begins to write; all other keys wait for its end, for what comes then.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.progress import WRITING, Cancelled, Progress
from tui.screen.dialogs.frame import foot_of
from tui.screen.widgets.plane import DialogBox
from tui.screen.widgets.work_bar import WorkBar
from tui.terminal.at_work import Work

_T = TypeVar("_T")

PATIENCE_SECONDS = 0.5
"""What takes no longer is not worth a dialog that comes and goes."""
_LOOK_SECONDS = 0.2
_WORK_SECONDS, _BREATH_SECONDS = 0.04, 0.005
"""After so long at work it lets the screen have so much: else Esc is not heard, as both share one
interpreter.
"""


class LongWork(Generic[_T]):
    """One piece of work, and how far it is."""

    def __init__(self, work: Callable[[Progress], _T]) -> None:
        """Take what is to be done; stopped while it tells its progress, it must leave all as it was."""
        self._work = work
        self._is_stopped = self._is_writing = False
        self._turning = threading.Lock()
        """Held to stop it, or to begin to write: one of them comes first."""
        self._breathed = 0.0
        self.done = (0, 0)
        """How many parts are done, and of how many; 0 where it has not said."""

    async def result(self, app: App[Any], words: str) -> _T:
        """Carry it out, and show in words what is done where it takes long; Cancelled where it is stopped."""
        working = asyncio.ensure_future(asyncio.to_thread(self._work, self._hear))
        done, _ = await asyncio.wait([working], timeout=PATIENCE_SECONDS)
        if not done:
            await self._show(app, words, working)
        return working.result()

    def stop(self) -> bool:
        """Call it off: it ends when it next tells how far it is; return False where it writes already."""
        with self._turning:
            self._is_stopped = not self._is_writing
        return self._is_stopped

    async def _show(self, app: App[Any], words: str, working: "asyncio.Future[_T]") -> None:
        dialog = ProgressDialog(words, self)
        await app.push_screen(dialog)
        try:
            await asyncio.wait([working])
        finally:
            dialog.work.end()
            await dialog.dismiss()

    def _hear(self, done: int, total: int) -> None:
        """Hear of progress, in the thread of the work."""
        with self._turning:
            if self._is_stopped:
                raise Cancelled
            self._is_writing |= done == WRITING
        self.done = (max(done, 0), total)
        if time.monotonic() - self._breathed > _WORK_SECONDS:
            time.sleep(_BREATH_SECONDS)
            self._breathed = time.monotonic()


class ProgressDialog(ModalScreen[None]):
    """Shows how far some work is, until it is taken away."""

    place = "progress"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop")]

    def __init__(self, words: str, shown: LongWork[Any]) -> None:
        """Take what is done, in words, and the work."""
        super().__init__()
        self._words = words
        self._shown = shown
        self.work = Work()
        self.work.begin()

    def compose(self) -> ComposeResult:
        """The bar."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title(self._words)
            box.plane.show_keys(foot_of(self))
            yield WorkBar()

    def on_mount(self) -> None:
        """Look how far it is, now and again."""
        self.call_after_refresh(self._look)
        self.set_interval(_LOOK_SECONDS, self._look)

    def _look(self) -> None:
        self.query_one(WorkBar).show(*self._shown.done)

    def action_stop(self) -> None:
        """Call the work off; the dialog goes when it has ended."""
        said = "正在停止" if self._shown.stop() else "已开始写入，不能停止，请稍候"
        self.query_one(DialogBox).plane.show_title(f"{self._words}：{said}")
