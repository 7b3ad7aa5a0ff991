"""Sections that go on behind a roster or a table: 三、工作要求 under the rows of 二、指标分解."""

from collections.abc import Sequence

from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import Mark, mark_of

_SENTENCE_END = ("。", ";", ":")
_LINES_OF_SENTENCE = 3
"""Lines from a section's number on, within which its first sentence ends."""


def follows(mark: Mark, heading: Mark | None) -> bool:
    """Tell whether a number goes on from a heading's, or is that of an outer heading: (二) behind (一)."""
    if heading is None:
        return False
    return mark.depth < heading.depth or (mark.depth == heading.depth and mark.value == heading.value + 1)


def first_section(lines: Sequence[SourceLine], heading: Mark | None = None) -> int | None:
    """Return the index of the first line that begins a section with a sentence under it, or none.

    It is numbered 一、, or goes on from the heading given. 二、县直部门 over names or cells is none.
    """
    for index, line in enumerate(lines):
        mark = mark_of(line.text)
        if mark is None or not (mark.rank < 2 or follows(mark, heading)):
            continue
        if any(below.folded.endswith(_SENTENCE_END) for below in lines[index : index + _LINES_OF_SENTENCE]):
            return index
    return None


def last_mark(lines: Sequence[SourceLine]) -> Mark | None:
    """Return the number of the last numbered line, or none."""
    for line in reversed(lines):
        mark = mark_of(line.text)
        if mark:
            return mark
    return None
