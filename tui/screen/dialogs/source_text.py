"""A source text as it stands in a width: every line of it, tables in columns. Plain values, no widget."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest

from rich.cells import cell_len

from tui.screen.widgets.line import Part, cells_of, wrapped

PartsOf = Callable[[int], Sequence[Part]]
"""From the index of a line to its text in parts."""

_BETWEEN = " | "
_NARROWEST = 4
"""Cells of a column of a table at the least; where there is no room for that, its lines run on."""
_MEASURED, _MEASURED_WHOLE = 500, 50
"""Rows of a table by which its columns are as wide as they are, and of these the ones with their signs."""
_KEPT = 500
"""Lines that are kept wrapped, more than are seen at once."""


class SourceText:
    """The lines of a source as they stand in a width; what tabs part stands in columns under each other."""

    def __init__(self, lines: Sequence[str], width: int, parts_of: PartsOf | None = None) -> None:
        """Look for the tables; a line is put in parts and wrapped when it is asked for."""
        self._lines = lines
        self._width = width
        self._parts_of = parts_of or self._plain
        self._columns: dict[int, Sequence[int]] = {}
        self._wrapped: dict[int, Sequence[Sequence[Part]]] = {}
        for is_table, members in groupby(range(len(lines)), key=lambda line: "\t" in lines[line]):
            if is_table:
                rows = list(members)
                self._columns |= dict.fromkeys(rows, self._column_widths(rows))

    @property
    def count(self) -> int:
        """How many lines the source has."""
        return len(self._lines)

    def _plain(self, line: int) -> Sequence[Part]:
        return (Part(self._lines[line]),)

    def _column_widths(self, lines: Sequence[int]) -> Sequence[int]:
        """Return the widths of a table's columns: as wide as their cells, the widest giving way to fit."""
        sizes = [list(map(cell_len, self._lines[line].split("\t"))) for line in lines[:_MEASURED]]
        for line in lines[:_MEASURED_WHOLE]:
            sizes.append(list(map(cells_of, _cells(self._parts_of(line)))))
        wanted = [max(column) for column in zip_longest(*sizes, fillvalue=0)]
        room = self._width - len(_BETWEEN) * (len(wanted) - 1)
        most = max(wanted)
        while most > _NARROWEST and sum(min(size, most) for size in wanted) > room:
            most -= 1
        return [min(size, most) for size in wanted]

    def wrapped(self, line: int) -> Sequence[Sequence[Part]]:
        """Return a line of the source in as many lines as it takes."""
        shown = self._wrapped.get(line)
        if shown is None:
            if len(self._wrapped) > _KEPT:
                self._wrapped.clear()
            shown = self._wrapped[line] = list(self._in_lines(line)) or [()]
        return shown

    def _in_lines(self, line: int) -> Iterator[Sequence[Part]]:
        parts, widths = self._parts_of(line), self._columns.get(line, ())
        if not widths:
            return wrapped(parts, self._width, self._width)
        if sum(widths) + len(_BETWEEN) * (len(widths) - 1) > self._width:
            run_on = [Part(part.words.replace("\t", _BETWEEN), part.weight) for part in parts]
            return wrapped(run_on, self._width, self._width)
        return _in_columns(_cells(parts), widths)


def _in_columns(cells: Sequence[Sequence[Part]], widths: Sequence[int]) -> Iterator[Sequence[Part]]:
    """Yield the lines of a row whose cells stand beside each other."""
    columns = [list(wrapped(cell, max(1, width), width)) for cell, width in zip(cells, widths, strict=False)]
    for pieces in zip_longest(*columns, fillvalue=()):
        shown: list[Part] = []
        for place, (piece, width) in enumerate(zip(pieces, widths, strict=False)):
            shown += [Part(_BETWEEN, "faint")] * bool(place)
            shown += piece
            if place < len(pieces) - 1:
                shown.append(Part(" " * (width - cells_of(piece))))
        yield shown


def _cells(parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts of each cell of a line that tabs part."""
    cells: list[list[Part]] = [[]]
    for part in parts:
        first, *others = part.words.split("\t")
        cells[-1].append(Part(first, part.weight))
        cells += ([Part(words, part.weight)] for words in others)
    return cells
