"""A task table flattened to lines: its header found, its rows put together again from their pieces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.model import Column
from store.reading.columns import columns_of, field_of
from store.reading.lines import Line, Span, folded, span, unpadded
from store.reading.marks import mark_of

_BAR = re.compile(r"[|│┃\t]")
_RULER = re.compile(r"[|│┃\s:=-]+")
_LOOKAHEAD = 40
"""Lines within which a cell that was left open has to be closed by a bar."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """The cells of one row as printed, and the lines they came from."""

    cells: tuple[str, ...]
    source: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A task table: its columns and its rows."""

    columns: tuple[Column, ...]
    rows: tuple[CellRow, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    columns: tuple[Column, ...]
    end: int
    """Place of the line behind the header."""
    style: str
    """`bars`: rows of cells parted by bars; `cells`: one cell a line."""
    closed: bool = True
    """Whether a bar stands behind the last cell of a row."""
    framed: bool = False
    """Whether a bar stands before the first cell of a row."""


def find_table(lines: Sequence[Line]) -> int | None:
    """Place of the first line of a task table's header, or none."""
    return next((place for place in range(len(lines)) if _header_at(lines, place)), None)


def read_table(lines: Sequence[Line], start: int) -> tuple[Table, list[Line]]:
    """The table whose header starts at a place, and the lines behind it that are no part of it."""
    header = _header_at(lines, start)
    if header is None:
        return Table((), ()), list(lines[start:])
    body = lines[header.end :]
    rows, rest = _rows_of_bars(body, header) if header.style == "bars" else _rows_of_cells(body, header)
    return Table(header.columns, tuple(rows)), rest


def _header_at(lines: Sequence[Line], start: int) -> _Header | None:
    text = folded(lines[start].text)
    if len(text) > 300:
        return None
    if len(_BAR.findall(text.strip("|"))) >= 1:
        labels = [label.strip() for label in _BAR.split(text.strip("| \t"))]
        columns = columns_of(labels)
        return _Header(columns, start + 1, "bars", text.endswith("|"), text.startswith("|")) if columns else None
    labels, place = [], start
    while place < len(lines) and place - start < 20 and (label := lines[place].folded.strip("| \t")) and field_of(label):
        labels.append(label)
        place += 1
    columns = columns_of(labels) if len(labels) >= 3 else None
    return _Header(columns, place, "cells") if columns else None


def _rows_of_bars(lines: Sequence[Line], header: _Header) -> tuple[list[CellRow], list[Line]]:
    """Rows end where their cells are full, not at the end of a line."""
    rows: list[CellRow] = []
    rest: list[Line] = []
    labels = [folded(column.label) for column in header.columns]
    place = 0
    while place < len(lines):
        end = _row_end(lines, place, header)
        if end == place:
            rest.append(lines[place])
            end += 1
        else:
            pieces = lines[place:end]
            cells = _cells("".join(piece.text for piece in pieces), header)
            if [unpadded(folded(cell)) for cell in cells] == labels:
                pass  # the header printed again on a new page
            elif sum(map(bool, cells)) > 1 or len(cells) == len(header.columns):
                rows.append(CellRow(cells, span(pieces)))
            elif not all(_RULER.fullmatch(piece.text) for piece in pieces):
                rest += pieces
        place = end
    return rows, rest


def _row_end(lines: Sequence[Line], start: int, header: _Header) -> int:
    """The place behind the row that starts at a place; the same place where no row starts there."""
    full = len(header.columns) if header.closed else len(header.columns) - 1
    bars = _bars(lines[start], header)
    if not bars and not _goes_on_with_bar(lines, start):
        return start
    open_cell = not _ends_with_bar(lines[start])
    place = start + 1
    while bars < full and place < len(lines) and not header.framed:
        following = _bars(lines[place], header)
        if _starts_with_bar(lines[place]):
            goes_on = bars + following <= full
        elif not following:
            goes_on = _goes_on_with_bar(lines, place) or (open_cell and bars > 0 and _closes(lines, place, full - bars, header))
        else:
            goes_on = bars + following <= full and (open_cell or (bars + following == full and mark_of(lines[place].text) is None))
        if not goes_on:
            break
        bars += following
        open_cell = not _ends_with_bar(lines[place])
        place += 1
    return place


def _closes(lines: Sequence[Line], place: int, room: int, header: _Header) -> bool:
    """Whether a cell left open is closed by a bar a few lines on."""
    for line in lines[place : place + _LOOKAHEAD]:
        bars = _bars(line, header)
        if bars:
            return bars <= room
    return False


def _bars(line: Line, header: _Header) -> int:
    return len(_BAR.findall(line.folded)) - (1 if header.framed and _starts_with_bar(line) else 0)


def _starts_with_bar(line: Line) -> bool:
    return bool(_BAR.match(line.folded))


def _ends_with_bar(line: Line) -> bool:
    return bool(_BAR.fullmatch(line.folded[-1]))


def _goes_on_with_bar(lines: Sequence[Line], place: int) -> bool:
    """Whether the next line begins with a bar: this one then is a cell's text."""
    return place + 1 < len(lines) and _starts_with_bar(lines[place + 1])


def _cells(text: str, header: _Header) -> tuple[str, ...]:
    places = [found.start() for found in _BAR.finditer(folded(text))]
    if header.framed and places and places[0] == 0:
        places = places[1:]
        text = " " + text[1:]
    edges = [-1, *places, len(text)]
    cells = [text[before + 1 : after].strip() for before, after in pairwise(edges)]
    if len(cells) > 1 and not cells[-1] and (header.closed or len(cells) > len(header.columns)):
        cells.pop()
    return tuple(cells)


def _rows_of_cells(lines: Sequence[Line], header: _Header) -> tuple[list[CellRow], list[Line]]:
    """One cell a line: a row starts at each number of the number column, else after as many lines as there are columns."""
    width = len(header.columns)
    numbered = header.columns[0].field == "number"
    starts = (
        [place for place, line in enumerate(lines) if line.folded.strip("| \t").isdecimal()]
        if numbered
        else list(range(0, len(lines), width))
    )
    rows: list[CellRow] = []
    rest = list(lines[: starts[0]] if starts else lines)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        pieces = lines[start:end][:width]
        rows.append(CellRow(tuple(piece.text.strip("|｜│┃ \t") for piece in pieces), span(pieces)))
        rest += lines[start:end][width:]
    return rows, rest
