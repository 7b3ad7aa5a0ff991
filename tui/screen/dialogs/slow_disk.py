"""What a dialog asks of a disk that may be slow or gone: keys wait for it a moment, and no longer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.dom import DOMNode

from tui.terminal.aside import aside
from tui.terminal.at_work import Work

_T = TypeVar("_T")

PATIENCE_SECONDS = 0.5
"""A folder that takes longer to read holds no key back."""


class SlowDisk:
    """Carries out a dialog's acts that look at the disk."""

    def __init__(self, node: DOMNode, work: Work, say: Callable[[str], None]) -> None:
        """Take the dialog, the work of it that keys wait for, and how it says something to the clerk."""
        self._node = node
        self._work = work
        self._say = say

    def start(self, act: Awaitable[object]) -> None:
        """Carry out an act that the next key waits for."""
        self._work.begin()
        self._node.run_worker(self._carried_out(act))

    async def _carried_out(self, act: Awaitable[object]) -> None:
        try:
            await act
        finally:
            self._work.end()

    async def patiently(self, look: Callable[[], _T]) -> _T:
        """Return what the disk says; where it is slow that is said, and keys go on."""
        looking = asyncio.ensure_future(aside(look))
        done, _ = await asyncio.wait([looking], timeout=PATIENCE_SECONDS)
        if done:
            return looking.result()
        self._say("正在读取，这个盘或文件夹较慢；可以先换别处，Esc 返回。")
        self._work.end()
        try:
            return await looking
        finally:
            self._work.begin()
