"""How the terminal at hand takes Chinese, found by drawing it and asking where the cursor is."""

import os
import re
import select
import time
from typing import NamedTuple

PATIENCE = 0.5
"""Seconds to wait for an answer. A terminal that knows the question answers within one round trip."""
_POSITION = re.compile(rb"\x1b\[(\d+);(\d+)R")


class ProbeAnswer(NamedTuple):
    """What a terminal is like, and what was typed while it was asked."""

    encoding: str | None
    """utf-8, gbk, or None when it takes neither."""
    wide: bool
    """Whether “ takes two cells."""
    typed: bytes


def ask(own: str, patience: float = PATIENCE) -> ProbeAnswer:
    """Ask the terminal; one that does not answer is narrow and of our own encoding, utf-8 or gbk."""
    # In UTF-8 the two bytes of 模 are one narrow letter, so the answer tells the two encodings apart.
    questions = [("utf-8", b"", "中"), ("utf-8", b"\x1b%G", "中")]
    typed = b""
    for encoding, switch, han in [("gbk", b"", "模"), *questions] if own == "gbk" else questions:
        found, more = _widths([switch + han.encode(encoding), "“".encode(encoding)], patience)
        typed += more
        if found is None:
            return ProbeAnswer(own, False, typed)
        if found[0] == 2:
            return ProbeAnswer(encoding, found[1] == 2, typed)
    return ProbeAnswer(None, False, typed)


def _widths(characters: list[bytes], patience: float) -> tuple[list[int] | None, bytes]:
    """The cells that each takes, or None without an answer; and what was typed in the meantime.

    A blank behind each keeps a terminal of another encoding from taking the question for half of a character.
    """
    try:
        import termios

        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        return None, b""
    try:
        before = termios.tcgetattr(terminal)
        raw = termios.tcgetattr(terminal)
        raw[3] &= ~(termios.ICANON | termios.ECHO)
        raw[6][termios.VMIN] = 1
        termios.tcsetattr(terminal, termios.TCSANOW, raw)
        try:
            os.write(
                terminal, b"".join(b"\r" + character + b" \x1b[6n" for character in characters) + b"\r\x1b[K"
            )
            heard = _hear(terminal, len(characters), patience)
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    except (OSError, termios.error):
        return None, b""
    finally:
        os.close(terminal)
    columns = [int(column) for _, column in _POSITION.findall(heard)]
    return [column - 2 for column in columns] if len(columns) == len(characters) else None, _POSITION.sub(
        b"", heard
    )


def _hear(terminal: int, answers: int, patience: float) -> bytes:
    heard = b""
    end = time.monotonic() + patience
    while (
        len(_POSITION.findall(heard)) < answers
        and select.select([terminal], [], [], max(end - time.monotonic(), 0))[0]
    ):
        heard += os.read(terminal, 4096)
    return heard
