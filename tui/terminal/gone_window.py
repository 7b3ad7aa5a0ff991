"""A window that is gone, or a line that broke: what is drawn for it is dropped, and the program goes on.

Textual's thread that writes ends with the first write that fails. The event loop then waits for ever to hand
it the next frame, and never hears of the signal that tells of the window.
"""

import contextlib
import sys
from typing import TYPE_CHECKING

from tui.terminal.patches import Patch, Replaced, must

if TYPE_CHECKING:
    from textual.drivers._writer_thread import WriterThread


def _drop_what_nobody_takes(replaced: Replaced) -> None:
    from textual.drivers._writer_thread import WriterThread

    replaced.put(WriterThread, "run", _run)
    must({"_queue", "_file"} <= vars(WriterThread(sys.stderr)).keys())


def _run(writer: "WriterThread") -> None:
    """Write until there is nothing more, as Textual's does; drop all from the first write that fails on."""
    is_there = True
    while (text := writer._queue.get()) is not None:
        is_there = is_there and _is_taken(writer, text)
    with contextlib.suppress(OSError):
        writer._file.flush()


def _is_taken(writer: "WriterThread", text: str) -> bool:
    try:
        writer._file.write(text)
        if writer._queue.empty():
            writer._file.flush()
    except OSError:
        return False
    return True


DROPPED = Patch("textual", "8.2.8", "窗口在画面停住时被关掉的，程序可能不退出", _drop_what_nobody_takes)
"""The thread that writes outlives its window."""
