"""How the terminal at hand takes Chinese, found by drawing it and asking where the cursor is."""

import os
import re
import select
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from store.machine.windows import Windows, is_windows_terminal, windows

PATIENCE = 0.5
"""Seconds to wait for an answer. A terminal that knows the question answers within one round trip."""
TO_UTF8, TO_ITS_OWN = b"\x1b%G", b"\x1b%@"
"""Have a terminal that can do both take UTF-8, and its own encoding again."""
_WHERE = b"\x1b[6n"
_POSITION = re.compile(rb"\x1b\[(\d+);(\d+)R")


class ProbeAnswer(NamedTuple):
    """What a terminal is like, and what was typed while it was asked."""

    encoding: str | None
    """In which it takes Chinese, or None when it takes none."""
    cells: int | None
    """How many “ takes, or None without an answer."""
    typed: bytes = b""
    is_switched: bool = False
    """Whether it takes UTF-8 only since it was told to."""
    has_wide_frames: bool = False
    """Whether frames and blocks take two cells, whatever “ takes."""


class _Question(NamedTuple):
    encoding: str
    han: str
    """Two characters that take four cells in this encoding alone."""
    before: bytes = b""


def _questions(own: str) -> Iterator[_Question]:
    # Read as GBK its six bytes take five cells or more, as Latin-1 six.
    yield _Question("utf-8", "中中")
    if own != "utf-8":
        # One of the bytes of each is a control character, wherever it is no half of a character.
        yield _Question(own, "丂丂")
    yield _Question("utf-8", "中中", TO_UTF8)


def ask(own: str, patience: float = PATIENCE) -> ProbeAnswer:
    """Ask the terminal for UTF-8, then for its locale's own encoding; one that does not answer is narrow and
    of its own.
    """
    if system := windows():
        return _ask_console(system)
    heard = b""
    for question in _questions(own):
        drawn = [question.before + question.han.encode(question.encoding), "“".encode(question.encoding)]
        columns, typed = _widths(drawn, patience)
        heard += typed
        if not columns:
            return ProbeAnswer(own, None, heard)
        if columns[0] == 4:
            return ProbeAnswer(question.encoding, columns[1], heard, bool(question.before))
    tell(TO_ITS_OWN)
    return ProbeAnswer(None, None, heard)


def _ask_console(system: Windows) -> ProbeAnswer:
    """Ask a console of Windows, which takes any text and measures the letters of its font.

    That of before Windows Terminal draws frames as wide as “ in one font, and not in another.
    """
    frames = [] if is_windows_terminal() else [system.cells_of("│"), system.cells_of("─")]
    return ProbeAnswer("utf-8", system.cells_of("“"), has_wide_frames=2 in frames)


def tell(sequence: bytes) -> None:
    """Send our terminal a sequence, whatever encoding it takes."""
    with suppress(ImportError, OSError), _raw_terminal() as terminal:
        os.write(terminal, sequence)


def _widths(drawn: Sequence[bytes], patience: float) -> tuple[list[int], bytes]:
    """The cells that each takes, none without an answer to all; and what was typed in the meantime.

    A blank behind each keeps a terminal of another encoding from taking the question for half of a character.
    """
    question = b"".join(b"\r" + each + b" " + _WHERE for each in drawn)
    try:
        with _raw_terminal() as terminal:
            os.write(terminal, question + b"\r\x1b[K")
            heard = _hear(terminal, len(drawn), patience)
    except (ImportError, OSError):
        return [], b""
    columns = [int(column) - 2 for _, column in _POSITION.findall(heard)]
    typed = _POSITION.sub(b"", heard)
    return (columns if len(columns) == len(drawn) else []), typed


@contextmanager
def _raw_terminal() -> Iterator[int]:
    """Open our terminal for bytes as they come, without echo, and leave it as it was."""
    import termios

    terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    try:
        before = termios.tcgetattr(terminal)
        raw = termios.tcgetattr(terminal)
        raw[3] &= ~(termios.ICANON | termios.ECHO)
        raw[6][termios.VMIN] = 1
        termios.tcsetattr(terminal, termios.TCSANOW, raw)
        try:
            yield terminal
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    except termios.error as error:
        raise OSError from error
    finally:
        os.close(terminal)


def _hear(terminal: int, answers: int, patience: float) -> bytes:
    """Read until so many answers have come, or it has taken too long."""
    heard = b""
    end = time.monotonic() + patience
    while len(_POSITION.findall(heard)) < answers:
        left = max(end - time.monotonic(), 0)
        if not select.select([terminal], [], [], left)[0]:
            break
        heard += os.read(terminal, 4096)
    return heard
