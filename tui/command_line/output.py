"""What the command line writes: Chinese sentences and tables on stdout, complaints on stderr, or one JSON document.

All text passes here, so that no control character of a list or a file name reaches the terminal.
"""

import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len

from store.words.cleaning import clean, clean_line


def prepare() -> None:
    """Make the streams able to take Chinese: the terminal's own encoding where it has it, else UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            try:
                "要点".encode(stream.encoding)
                stream.reconfigure(errors="replace")
            except (UnicodeEncodeError, LookupError):
                stream.reconfigure(encoding="utf-8", errors="replace")


def say(*lines: str) -> None:
    """Write lines to stdout."""
    for line in lines:
        sys.stdout.write(" ".join(clean(line).splitlines()) + "\n")


def complain(sentence: str) -> None:
    """Write a sentence to stderr."""
    sys.stderr.write(f"{clean_line(sentence)}\n")


def say_json(value: Any) -> None:
    """Write the one JSON document, in UTF-8 whatever the terminal has; half a surrogate pair as JSON's own escape."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def aligned(rows: Iterable[Sequence[str]], *, indent: int = 0) -> list[str]:
    """Rows as lines whose columns stand under one another, by cells; the last column is free."""
    cleaned = [[clean_line(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) + 2 for column in zip(*cleaned, strict=True)][:-1]

    def line(row: list[str]) -> str:
        return (
            "".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False))
            + row[-1]
        )

    return [" " * indent + line(row).rstrip() for row in cleaned]
