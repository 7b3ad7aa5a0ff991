"""The edge of the page at which the lines of a text were broken.

A text is broken where many of its lines reach the same edge and end there in mid sentence. Which widths its
lines have decides, not one given width: a list of short lines, or paragraphs of one line each, have no edge.
"""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from store.reading.signs.breaks import first_token, is_indented
from store.reading.signs.line_ends import LONGEST_LINE, LineEnd, cells

_NARROWEST = 16
"""Signs of a line from which on its end can be a page's edge; cells of a table are narrower."""
_MOST_WIDER = 0.1
"""Share of lines that may go over the edge: a table's rows beside broken paragraphs."""
_MOSTLY = 0.5
"""Share of the lines at an edge that have to end in mid sentence, for the edge to be believed."""
_FEWEST = 2
"""Lines that have to end at an edge in mid sentence; a lone one has to be surely broken."""
_NEAR = 0.6
"""Share of the edge's width from which on a line comes near it."""
_FEWEST_INDENTED = 3
_NARROW = re.compile(r"[A-Za-z0-9]")


class Measure(NamedTuple):
    """A way to measure lines: the width of a text, and by how much a line may go over its edge."""

    width: Callable[[str], int]
    slack: int
    narrowest: int
    indent: int
    """The usual indent of a paragraph: two signs."""


_MEASURES = (Measure(len, 0, _NARROWEST, 2), Measure(cells, 2, 2 * _NARROWEST, 4))
"""Copies are broken after so many signs, pages after so many cells."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The edge at which lines of a text were broken."""

    at: int
    measure: Measure
    is_indented: bool = False
    """Whether the text draws in the first lines of its paragraphs, blanks and all."""
    indent: int = 0
    """By how much first lines end before the edge, since the blanks before them were left out."""

    @property
    def is_exact(self) -> bool:
        """Whether lines were cut after so many signs: the blanks at their ends are the text's."""
        return self.measure.slack == 0

    def is_reached(self, one: LineEnd, following: LineEnd, *, is_first: bool) -> bool:
        """Tell whether a line is full: what the next one begins with had no room on it.

        Digits and letters are of no sure width.
        """
        width = self.measure.width(one.raw) + self.measure.width(first_token(following.line.text))
        if is_first:
            width += self.indent
        if one.behind != "ends" and _NARROW.search(one.raw):
            width += self.measure.slack
        return width > self.at

    def is_near(self, text: str) -> bool:
        """Tell whether a line comes near the edge."""
        return self.measure.width(text) >= _NEAR * self.at


NO_EDGE = Edge(sys.maxsize, _MEASURES[0])
"""Of lines that only the end of a page breaks."""


class _Ends:
    """How many lines would end at each edge that there can be, and how."""

    def __init__(self) -> None:
        size = LONGEST_LINE + 2
        self.wider = [0] * size
        """Lines that go over it."""
        self.full = [0] * size
        """Lines that are full, none behind them that begins something new."""
        self.open = [0] * size
        self.exact = [0] * size
        """Lines in mid sentence, and those of them that do not go over the edge at all."""
        self.sure = [0] * size

    def are_broken(self, at: int) -> bool:
        """Tell whether lines at an edge end there because of it."""
        if self.open[at] < _MOSTLY * self.full[at] or self.wider[at] > self.open[at]:
            return False
        return self.open[at] >= _FEWEST or (self.sure[at] == 1 and not self.wider[at])


def edge_of(read: Sequence[LineEnd], usual: Edge = NO_EDGE) -> Edge:
    """Return the edge at which these lines were broken: the usual one, where no other explains more."""
    best = usual
    most = 0 if usual is NO_EDGE else _ends_by(read, usual.measure, usual.indent).open[usual.at]
    for measure in _MEASURES:
        for indent in (0, measure.indent):
            at, count = _edge_by(read, measure, indent)
            if count > most:
                best, most = Edge(at, measure, _draws_in(read, at, measure), indent), count
    return best


def _edge_by(read: Sequence[LineEnd], measure: Measure, indent: int) -> tuple[int, int]:
    """Return the edge that most lines in mid sentence reach, and how many those are; 0 where none holds.

    First lines of paragraphs are taken to be drawn in by `indent`, the blanks left out.
    """
    ends = _ends_by(read, measure, indent)
    best = (0, 0, 0)
    for at in range(measure.narrowest, LONGEST_LINE):
        if ends.wider[at] <= _MOST_WIDER * len(read) and ends.are_broken(at):
            best = max(best, (ends.open[at], ends.exact[at], -at))
    return -best[2], best[0]


def _ends_by(read: Sequence[LineEnd], measure: Measure, indent: int) -> _Ends:
    """Count how the lines would end at each edge."""
    ends = _Ends()
    size = LONGEST_LINE + 1
    for one, following in pairwise(read):
        width = measure.width(one.raw) + (indent if one.is_first else 0)
        start = max(width - measure.slack, 0)
        if start:
            ends.wider[min(start, size) - 1] += 1
        if following.apart or width > LONGEST_LINE:
            continue
        for at in range(start, min(width + measure.width(first_token(following.line.text)), size)):
            ends.full[at] += one.behind != "new"
            ends.open[at] += one.is_open
            ends.exact[at] += one.is_open and width <= at
            ends.sure[at] += one.is_surely_open(following)
    from_widest = accumulate(reversed(ends.wider))
    ends.wider = list(from_widest)[::-1]
    return ends


def _draws_in(read: Sequence[LineEnd], at: int, measure: Measure) -> bool:
    """Tell whether the paragraphs behind lines that end before the edge are drawn in."""
    behind: list[LineEnd] = []
    for one, following in pairwise(read):
        if one.behind == "ends" and measure.width(one.raw) < _NEAR * at:
            behind.append(following)
    drawn = sum(is_indented(one.raw) for one in behind)
    return drawn >= _FEWEST_INDENTED and drawn > _MOSTLY * len(behind)
