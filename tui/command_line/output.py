"""What the command line writes: Chinese sentences, tables or one JSON document; complaints on stderr.

All text passes here, so that no control character of a list or a file name reaches the terminal.
"""

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.cells import cell_len

from store.refused import Refused, fault_sentence
from store.words.cleaning import DROPPED, clean, clean_line


def prepare() -> None:
    """Make the streams able to take Chinese: the terminal's own encoding where it has it, else UTF-8."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # It was closed before the program began.
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            try:
                "要点".encode(stream.encoding)
                stream.reconfigure(errors="replace")
            except (UnicodeEncodeError, LookupError):
                stream.reconfigure(encoding="utf-8", errors="replace")


_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in DROPPED if ord(sign) >= 0x20}
"""What JSON writes raw and a terminal would follow; what stands below 0x20 JSON escapes itself."""


class NoOutput(Refused):
    """Nothing more can be written to stdout: the disk behind it is full, or it was closed."""


def say(*lines: str) -> None:
    """Write lines to stdout; NoOutput."""
    for line in lines:
        one_line = " ".join(clean(line).splitlines())
        _write(f"{one_line}\n")


def flush() -> None:
    """Return once all that was said is out; NoOutput."""
    with _no_output_told():
        sys.stdout.flush()


def _write(text: str) -> None:
    with _no_output_told():
        sys.stdout.write(text)


@contextlib.contextmanager
def _no_output_told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        say_nothing_more()
        raise NoOutput(fault_sentence("结果没有写出", error)) from error


def say_nothing_more() -> None:
    """Let what is still to be written go nowhere; the interpreter must not complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def complain(sentence: str) -> None:
    """Write a sentence to stderr."""
    sys.stderr.write(f"{clean_line(sentence)}\n")


def say_json(value: Any) -> None:
    """Write the one JSON document, in UTF-8 whatever the terminal has.

    Half a surrogate pair, and what would steer a terminal, becomes JSON's own escape: \\u009b.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    document = json.dumps(value, ensure_ascii=False, indent=2).translate(_ESCAPED)
    _write(f"{document}\n")


def aligned(rows: Iterable[Sequence[str]], *, indent: int = 0) -> list[str]:
    """Return rows as lines whose columns stand under one another, by cells; the last column is free."""
    cleaned = [list(map(clean_line, row)) for row in rows]
    columns = list(zip(*cleaned, strict=True))[:-1]
    widths = [max(map(cell_len, column)) + 2 for column in columns]
    lines = []
    for *row, last in cleaned:
        line = " " * indent
        for cell, width in zip(row, widths, strict=True):
            line += cell + " " * (width - cell_len(cell))
        lines.append((line + last).rstrip())
    return lines
