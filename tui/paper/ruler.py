"""How a format measures: columns and lines for text, thousandths of a point for pdf. Everything is an integer of its own unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from store.words.line_breaking import Measure, break_offsets
from tui.paper.layout import Sheet, SheetCell, SheetColumn

Style = Literal["annex", "title", "under", "text", "strong", "note"]


@dataclass(frozen=True, slots=True)
class Type:
    """The letters of a style: how wide a text is in them, and how high a line."""

    measure: Measure
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside the table, already wrapped; an empty one is a gap."""

    style: Style
    text: str


class Ruler:
    """Wraps what is to be set in a format's letters."""

    def __init__(
        self, types: Mapping[Style, Type], *, width: int, pad: int, gap: int, least: int, even: int = 1
    ) -> None:
        """The letters of each style; the width of a page, what a column takes of it beside its text, what a row takes of the height
        beside its lines, the narrowest column, and the number that widths are multiples of."""
        self.types = types
        self.width, self.pad, self.gap, self.least, self.even = width, pad, gap, least, even
        self.wrapped = lru_cache(65536)(self._wrapped)

    def _wrapped(self, lines: tuple[str, ...], style: Style, width: int) -> tuple[str, ...]:
        measure = self.types[style].measure
        return tuple(part for line in lines for part in _parts(line, width, measure))

    def cell_lines(
        self, cell: SheetCell, width: int, lines: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """The lines of a cell, or others in its letters, as they stand in a width."""
        return self.wrapped(
            cell.lines if lines is None else lines, "strong" if cell.strong else "text", width
        )

    def widths(self, columns: Sequence[SheetColumn]) -> list[int]:
        """The columns' inner widths by their shares; the widest takes what is left over."""
        room, shares = self.width - self.pad * len(columns), sum(column.width for column in columns)
        widths = [
            max(self.least, room * column.width // shares // self.even * self.even) for column in columns
        ]
        widths[widths.index(max(widths))] += max(0, room - sum(widths)) // self.even * self.even
        return widths

    def above(self, sheet: Sheet) -> list[Line]:
        """What stands over the table: 附件 and number, a gap, the title on the third line (GB/T 9704-2012, 7.3.7), a gap."""
        annex = (
            [Line("annex", line) for line in self.wrapped((sheet.annex,), "annex", self.width)]
            if sheet.annex
            else []
        )
        return [
            *annex,
            *([Line("under", "")] if annex else []),
            *(Line("title", line) for line in balanced(sheet.title, self.types["title"].measure, self.width)),
            *(Line("under", line) for line in self.wrapped(sheet.under, "under", self.width)),
            Line("under", ""),
        ]

    def below(self, sheet: Sheet) -> list[Line]:
        """What stands under it."""
        return [Line("note", line) for line in self.wrapped(sheet.notes, "note", self.width)]


def balanced(title: str, measure: Measure, width: int) -> tuple[str, ...]:
    """A title in as few lines as it needs, none much shorter than another (GB/T 9704-2012, 7.3.1: 梯形 or 菱形)."""
    lines = _parts(title, width, measure)
    narrower, step = -(-measure(title) // len(lines)), max(1, measure("国"))
    while len(lines) > 1 and narrower < width:
        found = _parts(title, narrower, measure)
        if len(found) == len(lines):
            return tuple(found)
        narrower += step
    return tuple(lines)


def _parts(line: str, width: int, measure: Measure) -> list[str]:
    ends = [0, *break_offsets(line, width, measure), len(line)]
    return [line[start:end].rstrip() for start, end in pairwise(ends)]
