"""Work aside: what it gives, what it raises, and that the end of the program does not wait for it."""

import asyncio
import threading
import time

import pytest

from tui.terminal.aside import aside


async def test_what_the_work_gives_or_raises_comes_back() -> None:
    assert await aside(lambda: 1 + 1) == 2
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


def test_the_end_waits_for_no_disk_that_hangs() -> None:
    let_go = threading.Event()

    async def leave() -> None:
        hanging = asyncio.ensure_future(aside(lambda: let_go.wait(60)))
        await asyncio.sleep(0)
        assert not hanging.done()

    began = time.monotonic()
    asyncio.run(leave())
    let_go.set()
    assert time.monotonic() - began < 30, "far less than the disk takes"
