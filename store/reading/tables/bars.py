"""Rows of cells parted by bars or tabs, put together again where they are broken over lines."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import SourceLine, folded, folded_at, span, unpadded
from store.reading.signs.marks import mark_of
from store.reading.tables.cells import (
    LONGEST_CATEGORY,
    CellRow,
    TableBody,
    TableHeader,
    category_row,
    is_total,
)

# 1 | 清理河道 | 市水务局 |, also with the lines that draw a table, and with tabs as a copied sheet has them.
BAR = re.compile(r"[|│┃\t]")
"""What parts two cells on a line."""
# |---|:---:|, the rule under a header.
_RULER = re.compile(r"[|│┃\s:=-]+")
# "财务处⏎人事处", a cell of a sheet that holds a line end or a quote ("" within it).
_QUOTED = re.compile(r'"((?:[^"]|"")*)"[^\S\t\n]*(?=[|│┃\t]|\Z)')
# A quoted cell that the line does not close.
_OPEN_QUOTE = re.compile(r'"(?:[^"]|"")*\Z')
_NO_SENTENCE = frozenset(",。;:")
"""Signs that no heading within a table holds."""
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
        elif _is_heading(lines, start, header) and _begins_row(lines, start + 1, header):
            rows.append(category_row(lines[start]))
        else:
            rest.append(lines[start])
        start = max(end, start + 1)
    return TableBody(rows, rest, header)


def _is_heading(lines: Sequence[SourceLine], index: int, header: TableHeader) -> bool:
    """Tell whether a line without a bar is a heading within the table: numbered like a section, or short and
    over a row with its number.
    """
    line = lines[index]
    if header.is_category(line.text):
        return True
    has_number = header.columns[0].field == "number" and index + 1 < len(lines)
    if not has_number or len(line.text) > LONGEST_CATEGORY or not _NO_SENTENCE.isdisjoint(line.folded):
        return False
    return _first_cell(lines[index + 1]).isdecimal()


def _take_row(
    pieces: Sequence[SourceLine], header: TableHeader, rows: list[CellRow], rest: list[SourceLine]
) -> None:
    """Put the lines of one row among the rows or the rest; a header printed again and a rule go nowhere."""
    cells = pieces[0].cells or _cells("\n".join(piece.text for piece in pieces), header)
    if _is_layout(pieces, cells, header):
        return
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and (header.is_category(filled[0]) or _is_across(cells, pieces[0], header)):
        rows.append(CellRow((unpadded(filled[0]),), span(pieces), category=True))
    elif len(filled) > 1 or len(cells) == len(header.columns):
        rows.append(CellRow(cells, span(pieces)))
    else:
        rest += pieces


def _is_across(cells: Sequence[str], line: SourceLine, header: TableHeader) -> bool:
    """Tell whether the only filled cell of a row goes across the table: a heading within it.

    It does in a document, and where it stands first in the row and the column's own words are short
    (重点工程 | | | | over 序号 | 任务 | 责任单位 | 时限).
    """
    if line.cells:
        return len(cells) == 1 and len(cells[0]) <= LONGEST_CATEGORY
    if len(cells) != len(header.columns) or not 0 < len(cells[0]) <= LONGEST_CATEGORY:
        return False
    return header.columns[0].field == "number" and not cells[0].isdecimal()


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
    if lines[start].cells:
        return start + 1
    end = _quotes_end(lines, start)
    bars = _bars_within(lines[start:end], header)
    if not bars and not _goes_on_with_bar(lines, start):
        return start
    while bars < _full(header) and end < len(lines) and not header.framed:
        if _is_next_row(lines[start], lines[end], header) or not _goes_on(lines, end, bars, header):
            break
        start_of_more, end = end, _quotes_end(lines, end)
        bars += _bars_within(lines[start_of_more:end], header)
    return end


def _bars_within(lines: Sequence[SourceLine], header: TableHeader) -> int:
    """Count the bars that close a cell in lines of one row, of which a quoted cell may take in several."""
    return _bars(lines[0], header) if len(lines) == 1 else len(_at_bars(_text_of(lines))) - 1


def _quotes_end(lines: Sequence[SourceLine], start: int) -> int:
    """Return the index behind a line and those that a quoted cell of it takes in.

    A sheet's cell of two lines is copied so: 1 ⇥ 推进改革。 ⇥ "财务处⏎人事处" ⇥ 6月底前.
    """
    text = lines[start].text
    if '"' not in text:
        return start + 1
    for end in range(start + 1, min(start + _LOOKAHEAD, len(lines)) + 1):
        if not _OPEN_QUOTE.match(_at_bars(text)[-1]):
            return end
        text = _text_of(lines[start : end + 1])
    return start + 1


def _text_of(lines: Sequence[SourceLine]) -> str:
    return "\n".join(line.text for line in lines)


def _is_next_row(first: SourceLine, line: SourceLine, header: TableHeader) -> bool:
    """Tell whether a line begins the next row: by the next number, or as the sum of all.

    Blank cells at the end of the row before it have left no tabs.
    """
    cell = _first_cell(line)
    if is_total(cell):
        return True
    before = _first_cell(first)
    has_numbers = header.columns[0].field == "number" and cell.isdecimal() and before.isdecimal()
    return has_numbers and int(cell) == int(before) + 1


def _first_cell(line: SourceLine) -> str:
    return BAR.split(line.folded.lstrip("|│┃"), maxsplit=1)[0].strip()


def _full(header: TableHeader) -> int:
    """Return how many bars a whole row has."""
    return len(header.columns) if header.closed else len(header.columns) - 1


def _goes_on(lines: Sequence[SourceLine], index: int, bars: int, header: TableHeader) -> bool:
    """Tell whether a row that has so many of its bars goes on with a line."""
    if lines[index].cells:
        return False
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
    is_row = index + 1 < len(lines) and bool(lines[index + 1].cells)
    return not is_row and bool(BAR.match(folded_at(lines, index + 1)))


def _cells(text: str, header: TableHeader) -> tuple[str, ...]:
    if header.framed and BAR.match(folded(text)):
        text = text[1:]
    cells = _at_bars(text)
    is_closed = header.closed or len(cells) > len(header.columns)
    if is_closed and len(cells) > 1 and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _at_bars(text: str) -> list[str]:
    """Return a text cut at its bars; within a quoted cell nothing is cut."""
    cells: list[str] = []
    one_form = folded(text)
    start = 0
    while True:
        quoted = _QUOTED.match(text, start)
        if quoted:
            cells.append(quoted[1].replace('""', '"').strip())
            bar = BAR.match(one_form, quoted.end())
        else:
            bar = BAR.search(one_form, start)
            cells.append(text[start : bar.start() if bar else len(text)].strip())
        if bar is None:
            return cells
        start = bar.end()


def cells_at_bars(text: str) -> tuple[str, ...]:
    """Return the cells of a line with bars or tabs, whatever frame it has."""
    words = text.strip().strip("│┃") if "\t" in text else text.strip().removeprefix("|").removesuffix("|")
    return tuple(_at_bars(words))
