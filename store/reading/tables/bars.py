"""Rows of cells parted by bars or tabs, put together again where they are broken over lines."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import SourceLine, folded, folded_at, span, unpadded
from store.reading.signs.marks import mark_of
from store.reading.tables.cells import CellRow, TableBody, TableHeader, category_row

# 1 | 清理河道 | 市水务局 |, also with the lines that draw a table, and with tabs as a copied sheet has them.
BAR = re.compile(r"[|│┃\t]")
"""What parts two cells on a line."""
# |---|:---:|, the rule under a header.
_RULER = re.compile(r"[|│┃\s:=-]+")
_LOOKAHEAD = 40
"""Lines within which a cell that was left open has to be closed by a bar."""


def rows_of_bars(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return rows that end where their cells are full, not at the end of a line."""
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    start = 0
    while start < len(lines):
        end = _row_end(lines, start, header)
        if end > start:
            _take_row(lines[start:end], header, rows, rest)
        elif header.is_category(lines[start].text) and _begins_row(lines, start + 1, header):
            rows.append(category_row(lines[start]))
        else:
            rest.append(lines[start])
        start = max(end, start + 1)
    return TableBody(rows, rest, header)


def _take_row(
    pieces: Sequence[SourceLine], header: TableHeader, rows: list[CellRow], rest: list[SourceLine]
) -> None:
    """Put the lines of one row among the rows or the rest; a header printed again and a rule go nowhere."""
    cells = _cells("\n".join(piece.text for piece in pieces), header)
    if _is_layout(pieces, cells, header):
        return
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and header.is_category(filled[0]):
        rows.append(CellRow((filled[0],), span(pieces), category=True))
    elif len(filled) > 1 or len(cells) == len(header.columns):
        rows.append(CellRow(cells, span(pieces)))
    else:
        rest += pieces


def _is_layout(pieces: Sequence[SourceLine], cells: Sequence[str], header: TableHeader) -> bool:
    """Tell whether a row is the header printed again on a new page, or a rule."""
    words = [unpadded(folded(cell)) for cell in cells]
    if words == [folded(label) for label in header.labels]:
        return True
    return all(_RULER.fullmatch(piece.text) for piece in pieces)


def _begins_row(lines: Sequence[SourceLine], start: int, header: TableHeader) -> bool:
    return start < len(lines) and _row_end(lines, start, header) > start


def _row_end(lines: Sequence[SourceLine], start: int, header: TableHeader) -> int:
    """Return the index behind the row that starts at an index; the same index where no row starts there."""
    bars = _bars(lines[start], header)
    if not bars and not _goes_on_with_bar(lines, start):
        return start
    end = start + 1
    while bars < _full(header) and end < len(lines) and not header.framed:
        if not _goes_on(lines, end, bars, header):
            break
        bars += _bars(lines[end], header)
        end += 1
    return end


def _full(header: TableHeader) -> int:
    """Return how many bars a whole row has."""
    return len(header.columns) if header.closed else len(header.columns) - 1


def _goes_on(lines: Sequence[SourceLine], index: int, bars: int, header: TableHeader) -> bool:
    """Tell whether a row that has so many of its bars goes on with a line."""
    full = _full(header)
    open_cell = not _ends_with_bar(lines[index - 1])
    following = _bars(lines[index], header)
    if not following:
        closes = open_cell and bars > 0 and _closes(lines, index, full - bars, header)
        return closes or _goes_on_with_bar(lines, index)
    if bars + following > full:
        return False
    if open_cell or _starts_with_bar(lines[index]):
        return True
    return bars + following == full and mark_of(lines[index].text) is None


def _closes(lines: Sequence[SourceLine], start: int, room: int, header: TableHeader) -> bool:
    """Tell whether a cell left open is closed by a bar a few lines on."""
    for line in lines[start : start + _LOOKAHEAD]:
        bars = _bars(line, header)
        if bars:
            return bars <= room
    return False


def _bars(line: SourceLine, header: TableHeader) -> int:
    """Count the bars that close a cell; the one of a frame before the first cell closes none."""
    bars = len(BAR.findall(line.folded))
    return bars - 1 if header.framed and _starts_with_bar(line) else bars


def _starts_with_bar(line: SourceLine) -> bool:
    return bool(BAR.match(line.folded))


def _ends_with_bar(line: SourceLine) -> bool:
    return bool(BAR.fullmatch(line.folded[-1]))


def _goes_on_with_bar(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether the next line begins with a bar: this one then is a cell's text."""
    return bool(BAR.match(folded_at(lines, index + 1)))


def _cells(text: str, header: TableHeader) -> tuple[str, ...]:
    if header.framed and BAR.match(folded(text)):
        text = text[1:]
    cells: list[str] = []
    start = 0
    for bar in BAR.finditer(folded(text)):
        cells.append(text[start : bar.start()].strip())
        start = bar.end()
    cells.append(text[start:].strip())
    is_closed = header.closed or len(cells) > len(header.columns)
    if is_closed and len(cells) > 1 and not cells[-1]:
        cells.pop()
    return tuple(cells)
