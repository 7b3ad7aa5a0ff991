"""What this user sees of the list, kept for the next time: in a thread, in order, never in the list."""

import asyncio
from dataclasses import replace
from typing import Any

from textual.screen import Screen
from textual.worker import Worker

from store.file.task_file import TaskFile
from store.machine.view_state import ViewState, keep_view


class ViewKeeper:
    """Holds the state of the view; what is set is kept away from the event loop."""

    def __init__(self, screen: Screen[None], file: TaskFile, state: ViewState | None = None) -> None:
        """Take the screen whose workers keep it, the file that is looked at, and what was kept for it."""
        self._screen = screen
        self._file = file
        self.state = state or ViewState()
        self._kept = self.state
        self._keeping = asyncio.Lock()

    def set(self, **changes: Any) -> None:
        """Take other values of some fields of the state, and keep them."""
        self.take(replace(self.state, **changes))

    def take(self, state: ViewState) -> None:
        """Take another state, and keep it."""
        self.state = state
        if not self._keeping.locked():
            self._keep_soon()

    async def kept(self) -> None:
        """Wait until all is kept."""
        await self._keep()

    def _keep_soon(self) -> Worker[None]:
        return self._screen.run_worker(self._keep)

    async def _keep(self) -> None:
        async with self._keeping:
            while self._kept != self.state:
                self._kept = self.state
                await asyncio.to_thread(keep_view, self._file.file_id, self._file.path, self._kept)
