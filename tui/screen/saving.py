"""The part of the screen that writes: what was changed goes to the disk in order, in threads, never on the event loop."""

import asyncio
from time import monotonic

from textual import events
from textual.screen import Screen
from textual.timer import Timer

from store.file.task_file import TaskFile
from store.refused import Refused

FOLD_AFTER_SECONDS = 2.0
"""Without a key, until the journal is put into the file."""

RETRY_SECONDS = 5.0
"""Between tries to save what the disk did not take."""

BACK_UP_AFTER_SECONDS = 1.0
"""From the first frame to the backup that opening makes: the clerk's first keys go before it."""

BACK_UP_EVERY_SECONDS = 3600.0


class SavingScreen(Screen[None]):
    """Holds the file, saves what was taken, folds when no key comes, and backs up."""

    def __init__(self, file: TaskFile) -> None:
        """The open file of the list."""
        super().__init__()
        self.file = file
        self.unsaved_because = ""
        """Why the disk did not take what is unsaved; empty while it is being saved."""
        self._saving = asyncio.Lock()
        self._retry: Timer | None = None
        self._fold_timer: Timer | None = None
        self._next_backup = 0.0

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the clerk something."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Show whether all is saved."""
        raise NotImplementedError

    def save_soon(self) -> None:
        """Save what was taken; one save at a time, which takes with it what comes meanwhile."""
        if not self._saving.locked():
            self.run_worker(self.save())

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
        self.show_state()
        if self.file.fold_is_due and not self.file.unsaved:
            self.run_worker(self._fold())

    def _retry_later(self) -> None:
        if self._retry is not None:
            self._retry.stop()
        self._retry = self.set_timer(RETRY_SECONDS, self.save_soon)

    # ------------------------------------------------------------------ folding and backups, when no key comes

    def on_key(self, event: events.Key) -> None:
        """A key puts the folding off."""
        if self._fold_timer is not None:
            self._fold_timer.reset()

    def fold_later(self) -> None:
        """Fold the journal into the file when no key comes any more."""
        if self._fold_timer is not None:
            self._fold_timer.stop()
        self._fold_timer = self.set_timer(FOLD_AFTER_SECONDS, lambda: self.run_worker(self._fold()))

    async def _fold(self) -> None:
        """Fold, away from the event loop, and back up if it is time; changes may come meanwhile."""
        if not self.file.unsaved:  # Else a try to save is still to come, and a fold after it.
            try:
                await asyncio.to_thread(self.file.fold)
            except Refused as refusal:
                self.say(str(refusal), warning=True)
            await self.back_up()
        elif self.unsaved_because:
            self.fold_later()

    async def back_up(self) -> None:
        """Keep a dated copy, at most once an hour; one that cannot be kept is said once and stops nothing."""
        if monotonic() < self._next_backup or self.file.unsaved or self.file.read_only:
            return
        self._next_backup = monotonic() + BACK_UP_EVERY_SECONDS
        try:
            await asyncio.to_thread(self.file.back_up)
        except Refused as refusal:
            self.say(str(refusal), warning=True)
