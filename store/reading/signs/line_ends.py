"""The lines of a source with what their ends say: where a sentence goes on, and where a page ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.reading.signs.breaks import Break, break_between
from store.reading.signs.lines import SourceLine

LONGEST_LINE = 140
"""Cells of the widest page; a longer line is a paragraph."""
_LONG_ENOUGH = 44
"""Cells of a lone broken line whose bracket is not open."""
_ALL_APART = 0.9
"""Share of lines with a blank one before them from which on blank lines part nothing."""


@dataclass(slots=True)
class LineEnd:
    """A source line with what stands around it in the source."""

    line: SourceLine
    raw: str
    """The text with the blanks at its ends."""
    apart: bool
    """Whether a blank line parts it from the one before, or one of them is a row of a document's table."""
    over_page: bool
    """Whether the page ended before it: its number or its head stands there."""
    is_first: bool = True
    """Whether the line before seems to end a paragraph."""
    behind: Break = "ends"
    """What the line's end and the next line's start say, looked at alone."""

    @property
    def is_open(self) -> bool:
        """Whether its sentence seems to go on in the next line."""
        return self.behind in {"open", "goes on"}

    def is_surely_open(self, following: "LineEnd") -> bool:
        """Tell whether its sentence goes on in the next line, even if no other line does so."""
        if self.behind == "goes on":
            is_long = cells(self.line.text) >= _LONG_ENOUGH
            return is_long and following.line.folded.endswith("。")
        return self.behind == "open"


def cells(text: str) -> int:
    """Return the width of a text in half-width cells: a Chinese sign takes two."""
    return (len(text.encode("utf-8", "replace")) + len(text)) // 2


def with_ends(lines: Sequence[SourceLine], raw: Sequence[str], aside: frozenset[int]) -> list[LineEnd]:
    """Return the lines with what stands around them among the raw ones; `aside` are those of the page."""
    ends_blank = sum(raw[line.number - 1][-1:].isspace() for line in lines)
    if 2 * ends_blank > len(lines):
        raw = [text.rstrip() for text in raw]
    last = 0
    above: tuple[str, ...] = ()
    read: list[LineEnd] = []
    for line in lines:
        since = range(last + 1, line.number + 1)
        over_page = not aside.isdisjoint(since)
        has_gap = len(since) > 1 and not over_page
        is_row = bool(line.cells) or bool(above)
        text = raw[line.number - 1]
        read.append(LineEnd(line, text, is_row or has_gap, over_page))
        last, above = line.number, line.cells
    has_rows = any(line.cells for line in lines)
    if not has_rows and sum(one.apart for one in read) > _ALL_APART * len(read):
        _take_close(read)
    _look_at_ends(read)
    return read


def _take_close(read: Sequence[LineEnd]) -> None:
    """Take lines that all have a blank one between them as lines without."""
    for one in read:
        one.apart = False


def _look_at_ends(read: Sequence[LineEnd]) -> None:
    for one, following in pairwise(read):
        if not following.apart and len(one.line.text) <= LONGEST_LINE:
            one.behind = break_between(one.line.folded, following.line.folded)
            following.is_first = one.behind in {"ends", "new"}
