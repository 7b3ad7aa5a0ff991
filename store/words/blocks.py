"""A block of cells as spreadsheets give it to the clipboard: a line a row, tabs between the cells.

A cell with a line break, a tab or such a quote in it stands in quotes, its own quotes doubled.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from store.words.cleaning import clean

Block = tuple[tuple[str, ...], ...]
"""Cells line by line; a line may have fewer than another."""

# WPS and Excel quote a cell for what is in it: "甲\n乙", "他说""好""". "三权"改革 is text as it stands.
_QUOTED = re.compile(r'(?:^|[\t\n])"[^"\t\n]*(?:[\t\n]|"")(?:[^"]|"")*"(?=[\t\n]|$)')


def block_of(text: str) -> Block:
    """Return the cells of a pasted text, without what would steer a terminal; none of an empty one."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.removesuffix("\n")
    if not plain:
        return ()
    return tuple(tuple(map(_cell, line)) for line in _lines(plain))


def _lines(text: str) -> Iterable[Sequence[str]]:
    if _QUOTED.search(text):
        try:
            return list(csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True))
        except csv.Error:
            pass
    return [line.split("\t") for line in text.split("\n")]


def _cell(text: str) -> str:
    return clean(text).strip()


def block_text(block: Iterable[Sequence[str]]) -> str:
    """Return the text by which spreadsheets take a block from the clipboard."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, "excel-tab", lineterminator="\n")
    writer.writerows(block)
    return out.getvalue()
