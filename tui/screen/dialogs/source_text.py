"""A source text as it stands in a width: every line of it, tables in columns. Plain values, no widget."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, zip_longest

from rich.cells import cell_len, set_cell_size

from store.words.cleaning import clean_line
from store.words.line_breaking import parted

_BETWEEN = " | "
_NARROWEST = 4
"""Cells of a column of a table at the least; where there is no room for that, its lines run on."""


class SourceText:
    """The lines of a source as they stand in a width; what tabs part stands in columns under each other."""

    def __init__(self, text: str, width: int) -> None:
        """Look for the tables; lines are wrapped when they are asked for."""
        self._lines = text.splitlines()
        self._width = width
        self._columns: dict[int, Sequence[int]] = {}
        for is_table, members in groupby(range(len(self._lines)), key=lambda line: "\t" in self._lines[line]):
            if is_table:
                lines = list(members)
                self._columns |= dict.fromkeys(lines, self._column_widths(lines))

    @property
    def count(self) -> int:
        """How many lines the source has."""
        return len(self._lines)

    def _column_widths(self, lines: Sequence[int]) -> Sequence[int]:
        """Return the widths of a table's columns: as wide as their cells, the widest giving way to fit."""
        rows = [map(cell_len, self._lines[line].split("\t")) for line in lines]
        wanted = [max(sizes) for sizes in zip_longest(*rows, fillvalue=0)]
        room = self._width - len(_BETWEEN) * (len(wanted) - 1)
        most = max(wanted)
        while most > _NARROWEST and sum(min(size, most) for size in wanted) > room:
            most -= 1
        return [min(size, most) for size in wanted]

    def wrapped(self, line: int) -> Sequence[str]:
        """Return a line of the source in as many lines as it takes."""
        text = self._lines[line]
        widths = self._columns.get(line, ())
        if not widths:
            return _wrapped(text, self._width)
        if sum(widths) + len(_BETWEEN) * (len(widths) - 1) > self._width:
            return _wrapped(_BETWEEN.join(text.split("\t")), self._width)
        cells = zip_longest(text.split("\t"), widths, fillvalue="")
        columns = [_wrapped(str(cell), int(width or 0)) for cell, width in cells]
        shown: list[str] = []
        for parts in zip_longest(*columns, fillvalue=""):
            padded = map(set_cell_size, parts, widths)
            shown.append(_BETWEEN.join(padded).rstrip(" "))
        return shown


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: int) -> Sequence[str]:
    lines = parted(clean_line(text), max(1, width), cell_len)
    return [line.rstrip() for line in lines] or [""]
