"""Rows of cells parted by bars or tabs, put together again where they are broken over lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from store.reading.signs.lines import SourceLine, folded, span, unpadded
from store.reading.signs.marks import mark_of
from store.reading.tables.cells import CellRow, Header

BAR = re.compile(r"[|│┃\t]")
"""What parts two cells on a line."""
_RULER = re.compile(r"[|│┃\s:=-]+")
_LOOKAHEAD = 40
"""Lines within which a cell that was left open has to be closed by a bar."""


def rows_of_bars(
    lines: Sequence[SourceLine], header: Header
) -> tuple[list[CellRow], list[SourceLine], Header]:
    """Rows end where their cells are full, not at the end of a line."""
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    labels = [folded(column.label) for column in header.columns]
    place = 0
    while place < len(lines):
        end = _row_end(lines, place, header)
        if end == place and header.is_category(lines[place].text) and _begins_row(lines, place + 1, header):
            rows.append(CellRow((lines[place].text,), span(lines[place : place + 1]), category=True))
            end += 1
        elif end == place:
            rest.append(lines[place])
            end += 1
        else:
            pieces = lines[place:end]
            cells = _cells("\n".join(piece.text for piece in pieces), header)
            if [unpadded(folded(cell)) for cell in cells] == labels or all(
                _RULER.fullmatch(piece.text) for piece in pieces
            ):
                pass  # the header printed again on a new page, or a rule
            elif sum(map(bool, cells)) == 1 and header.is_category("".join(cells)):
                rows.append(CellRow(("".join(cells),), span(pieces), category=True))
            elif sum(map(bool, cells)) > 1 or len(cells) == len(header.columns):
                rows.append(CellRow(cells, span(pieces)))
            else:
                rest += pieces
        place = end
    return rows, rest, header


def _begins_row(lines: Sequence[SourceLine], place: int, header: Header) -> bool:
    return place < len(lines) and _row_end(lines, place, header) > place


def _row_end(lines: Sequence[SourceLine], start: int, header: Header) -> int:
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
            goes_on = _goes_on_with_bar(lines, place) or (
                open_cell and bars > 0 and _closes(lines, place, full - bars, header)
            )
        else:
            goes_on = bars + following <= full and (
                open_cell or (bars + following == full and mark_of(lines[place].text) is None)
            )
        if not goes_on:
            break
        bars += following
        open_cell = not _ends_with_bar(lines[place])
        place += 1
    return place


def _closes(lines: Sequence[SourceLine], place: int, room: int, header: Header) -> bool:
    """Whether a cell left open is closed by a bar a few lines on."""
    for line in lines[place : place + _LOOKAHEAD]:
        bars = _bars(line, header)
        if bars:
            return bars <= room
    return False


def _bars(line: SourceLine, header: Header) -> int:
    return len(BAR.findall(line.folded)) - (1 if header.framed and _starts_with_bar(line) else 0)


def _starts_with_bar(line: SourceLine) -> bool:
    return bool(BAR.match(line.folded))


def _ends_with_bar(line: SourceLine) -> bool:
    return bool(BAR.fullmatch(line.folded[-1]))


def _goes_on_with_bar(lines: Sequence[SourceLine], place: int) -> bool:
    """Whether the next line begins with a bar: this one then is a cell's text."""
    return place + 1 < len(lines) and _starts_with_bar(lines[place + 1])


def _cells(text: str, header: Header) -> tuple[str, ...]:
    places = [found.start() for found in BAR.finditer(folded(text))]
    if header.framed and places and places[0] == 0:
        places = places[1:]
        text = " " + text[1:]
    edges = [-1, *places, len(text)]
    cells = [text[before + 1 : after].strip() for before, after in pairwise(edges)]
    if len(cells) > 1 and not cells[-1] and (header.closed or len(cells) > len(header.columns)):
        cells.pop()
    return tuple(cells)
