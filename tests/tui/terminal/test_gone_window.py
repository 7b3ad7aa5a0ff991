"""Frames for a window that is gone are dropped: nothing waits for them to be taken."""

import os
import threading
from pathlib import Path

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from tui.terminal.gone_window import DROPPED
from tui.terminal.patches import fit

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pty is Unix'")


def test_a_program_whose_window_is_gone_is_not_held_up_by_its_frames() -> None:
    assert fit([DROPPED]) == ()
    window, terminal = os.openpty()
    with os.fdopen(terminal, "w", encoding="utf-8") as file:
        writer = WriterThread(file)
        writer.start()
        writer.write("一帧")
        os.close(window)
        drawing = threading.Thread(target=_draw, args=(writer,), daemon=True)
        drawing.start()
        drawing.join(60)
        assert not drawing.is_alive() and not writer.is_alive()
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), file.fileno())


def _draw(writer: WriterThread) -> None:
    for _ in range(3 * MAX_QUEUED_WRITES):
        writer.write("又一帧")
    writer.stop()
