"""Work that may never come back, such as reading a stick that is gone: in a thread that nothing waits for."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

_T = TypeVar("_T")


async def aside(work: Callable[[], _T]) -> _T:
    """Return what a function returns, or raise what it raises.

    Its thread is a daemon of its own: neither other work nor the program's end waits for a disk that hangs.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_T] = loop.create_future()

    def settle(give: Callable[[], None]) -> None:
        if not done.done():
            give()

    def run() -> None:
        try:
            result = work()
        except Exception as raised:
            give: Callable[[], None] = partial(done.set_exception, raised)
        else:
            give = partial(done.set_result, result)
        with suppress(RuntimeError):  # The program has ended meanwhile.
            loop.call_soon_threadsafe(settle, give)

    threading.Thread(target=run, daemon=True).start()
    return await done
