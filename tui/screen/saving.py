"""What was changed goes to the disk in order, in threads, never on the event loop."""

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from store.file.task_file import TaskFile
from store.refused import Refused
from tui.screen.widgets.top_line import Mood

FOLD_AFTER_SECONDS = 2.0
"""Without a key, until the journal is put into the file."""

RETRY_SECONDS = 5.0
"""Between tries to save what the disk did not take."""

BACK_UP_EVERY_SECONDS = 3600.0


class Saver:
    """Saves what a file has taken, folds its journal when no key comes, and backs it up."""

    def __init__(
        self,
        screen: Screen[None],
        file: TaskFile,
        show_state: Callable[[], None],
        warn: Callable[[str], None],
    ) -> None:
        """Take the screen whose timers and workers do it, the file, and how the clerk is told."""
        self.file = file
        self.unsaved_because = ""
        """Why the disk did not take what is unsaved; empty while it is being saved."""
        self._screen = screen
        self._show_state = show_state
        self._warn = warn
        self._saving = asyncio.Lock()
        self._retry: Timer | None = None
        self._fold_timer: Timer | None = None
        self._next_backup = 0.0

    @property
    def is_saving(self) -> bool:
        """Whether what was taken is on its way to the disk, or came there and is not yet shown as saved."""
        return self._saving.locked()

    @property
    def in_words(self) -> str:
        """Whether all is on the disk; 已保存 is said of nothing that is not."""
        file = self.file
        if file.read_only:
            return "只能查看（Ctrl+S 重新读取）"
        if self.unsaved_because:
            return f"未保存 {file.unsaved} 项（Ctrl+S 重试）"
        if file.unsaved:
            return "正在保存…"
        return f"已保存 {file.saved_at.astimezone():%H:%M}" if file.saved_at else "已打开"

    @property
    def mood(self) -> Mood:
        """Whether that is well, on its way, or wants to be known."""
        if self.file.read_only or self.unsaved_because:
            return "due"
        return "well" if self.file.saved_at and not self.file.unsaved else "busy"

    def save_soon(self) -> None:
        """Save what was taken; one save at a time, which takes with it what comes meanwhile."""
        if not self.is_saving:
            self._work(self.save)

    async def save(self) -> None:
        """Save what was taken, until all is saved or the disk refuses; then again after a while."""
        async with self._saving:
            while self.file.unsaved:
                try:
                    await asyncio.to_thread(self.file.save)
                except Refused as refusal:
                    self.unsaved_because = str(refusal)
                    self._retry_later()
                    break
            else:
                self.unsaved_because = ""
        self._show_state()
        if self.file.fold_is_due and not self.file.unsaved:
            self._work(self._fold)

    def _retry_later(self) -> None:
        if self._retry is not None:
            self._retry.stop()
        self._retry = self._screen.set_timer(RETRY_SECONDS, self.save_soon)

    # ------------------------------------------------------------------ folding and backups

    def put_off(self) -> None:
        """Wait with the folding, as a key came."""
        if self._fold_timer is not None:
            self._fold_timer.reset()

    def fold_later(self) -> None:
        """Fold the journal into the file when no key comes any more."""
        if self._fold_timer is not None:
            self._fold_timer.stop()
        self._fold_timer = self._screen.set_timer(FOLD_AFTER_SECONDS, self._fold_soon)

    def _fold_soon(self) -> None:
        self._work(self._fold)

    def _work(self, work: Callable[[], Coroutine[Any, Any, None]]) -> Worker[None]:
        """Begin something away from the keys. A closing app never starts it: no coroutine is made before."""
        return self._screen.run_worker(work)

    async def _fold(self) -> None:
        """Fold, away from the event loop, and back up if it is time; changes may come meanwhile."""
        if self.file.unsaved:  # A save is on its way, or a try to come.
            self.fold_later()
            return
        try:
            await asyncio.to_thread(self.file.fold)
        except Refused as refusal:
            self._warn(str(refusal))
        await self.back_up()

    async def back_up(self) -> None:
        """Keep a dated copy, at most once an hour; one that cannot be kept is said once and stops nothing.

        Where a change waits for the same disk, its saving says what is wrong, and the copy is tried after it.
        """
        if monotonic() < self._next_backup or self.file.unsaved or self.file.read_only:
            return
        self._next_backup = monotonic() + BACK_UP_EVERY_SECONDS
        try:
            await asyncio.to_thread(self.file.back_up)
        except Refused as refusal:
            if self.file.unsaved:
                self._next_backup = 0.0
            else:
                self._warn(str(refusal))
