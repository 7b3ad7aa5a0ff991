"""The table of contents in front of a text: its headings stand again behind it, and are read there."""

import re
from collections.abc import Sequence

from store.reading.signs.headings import plain
from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import mark_of

_HEADING = re.compile(r"目 *录 *:?")
# 1 总则……3, 一、总体要求\t1, 二、主要任务 - 12 -.
_PAGE = re.compile(r"(?:[ \t.…·•_-]*[.…·•\t_-]|  +)[ ]*\d{0,3}[ -]*$")
_FEWEST = 3
"""Headings that make a table of contents."""


def parted_from_contents(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """Return the lines of a text without those of its table of contents, and those."""
    start = _start(lines)
    if start is None:
        return list(lines), []
    first = start + 1 if _HEADING.fullmatch(lines[start].folded) else start
    last_of = {_key(line): index for index, line in enumerate(lines)}
    end = first
    while end < len(lines) and last_of[_key(lines[end])] > end:
        end += 1
    if end - first < _FEWEST:
        return list(lines), []
    return [*lines[:start], *lines[end:]], list(lines[start:end])


def _start(lines: Sequence[SourceLine]) -> int | None:
    """Return the line over the contents, or the first heading where none stands over them."""
    first_mark: int | None = None
    for index, line in enumerate(lines):
        if _HEADING.fullmatch(line.folded):
            return index
        if first_mark is None and mark_of(line.text):
            first_mark = index
    return first_mark


def _key(line: SourceLine) -> str:
    """Return what two printings of a heading share: no page, no text run on behind it."""
    heading, _, _ = line.folded.partition("。")
    return plain(_PAGE.sub("", heading))
