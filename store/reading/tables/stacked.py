"""Rows of a table flattened to one cell a line, put together by row numbers, by width, or by who answers."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from store.reading.signs.lines import SourceLine, indices_of, span
from store.reading.signs.marks import mark_of
from store.reading.tables.align import aligned
from store.reading.tables.cells import CellRow, TableBody, TableHeader, category_row
from store.reading.tables.fit import names_owners, stands_under
from store.records.cells import cell_of
from store.records.values import Column

_BARS = "|｜│┃ \t"
"""What may be left of a table's lines at the ends of a cell."""
_MOST_MORE = 6
"""Lines by which a row can be longer than its columns, where a cell is broken over lines."""
_LAST_MORE = 2
"""Lines by which the last row can be longer; what goes beyond stands behind the table."""
_MOSTLY = 0.8
"""Share of rows that have to fit for a way to be believed."""
_LONGEST_NUMBER = 6
_LOOKED_AT = 3
"""Rows by which it is seen whether they have the width of a header."""


def rows_of_cells(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return rows whose cells stand one a line.

    A row starts at each number, else after as many lines as there are columns, else behind who answers.
    """
    if header.columns[0].field == "number":
        return _by_numbers(lines, header)
    rows = _rows_by_width(lines, header)
    if all(_is_whole(row, header) for row in rows):
        return TableBody(rows, [], header)
    numbers = indices_of(lines, _is_number)
    if len(numbers) > 1 and _rise([_value(lines[index]) for index in numbers]):
        return _by_unlabelled_numbers(lines, header, numbers)
    if _mostly_fit([row for row in rows if not row.category], header.columns):
        return TableBody(rows, [], header)
    return _by_owners(lines, header)


def begins_with_whole_rows(lines: Sequence[SourceLine], header: TableHeader) -> bool:
    """Tell whether the first lines under a header are rows of its width, each cell under its column."""
    width = len(header.columns)
    rows = _rows_by_width(lines[: _LOOKED_AT * width], header)
    return all(_is_whole(row, header) for row in rows)


def _rows_by_width(lines: Sequence[SourceLine], header: TableHeader) -> list[CellRow]:
    """Return a row for as many lines as there are columns; a heading where a row is due stands alone."""
    rows: list[CellRow] = []
    width = len(header.columns)
    start = 0
    while start < len(lines):
        if header.is_category(lines[start].text) and not _is_row(lines[start : start + width], header):
            rows.append(category_row(lines[start]))
            start += 1
        else:
            rows.append(_row(lines[start : start + width]))
            start += width
    return rows


def _is_whole(row: CellRow, header: TableHeader) -> bool:
    """Tell whether a row has all cells, each under its column, or is a heading."""
    return row.category or (len(row.cells) == len(header.columns) and _fits(row.cells, header.columns))


def _is_row(lines: Sequence[SourceLine], header: TableHeader) -> bool:
    """Tell whether lines are a row whose text is numbered as a heading is: 一、清理河道, 县水利局."""
    is_whole = len(lines) == len(header.columns)
    return is_whole and _fits(tuple(map(_cell, lines)), header.columns)


def _by_numbers(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return the rows that the numbers in their first column begin, and headings before a number."""
    starts = _row_starts(lines, header)
    if not starts:
        return TableBody([], list(lines), header)
    rows: list[CellRow] = []
    rest = list(lines[: starts[0]])
    _take_category(rest, rows, header)
    above: tuple[str, ...] = ()
    for start, end in pairwise([*starts, len(lines)]):
        cells = list(lines[start:end])
        headings: list[CellRow] = []
        is_last = end == len(lines)
        if not is_last:
            _take_category(cells, headings, header)
        used = _used(cells, header, is_last)
        rows.append(_aligned(cells[:used], header, above))
        above = rows[-1].cells
        rest += cells[used:]
        rows += headings
    return TableBody(rows, rest, header)


def _row_starts(lines: Sequence[SourceLine], header: TableHeader) -> list[int]:
    """Return where rows begin that numbers begin; a figure (62 under 2025年完成) begins none."""
    numbers = indices_of(lines, _is_number)
    starts: list[int] = []
    following = numbers[:1]
    while following:
        starts += following
        following = _next_start(lines, numbers, following[0], header)
    return starts


def _next_start(
    lines: Sequence[SourceLine], numbers: Sequence[int], last: int, header: TableHeader
) -> list[int]:
    """Return where the row behind one begins: at the number that counts on, nearest to a row's width away.

    That is not within a row that is whole. Where none counts on, the next number is it.
    """
    width = len(header.columns)
    is_whole = _is_whole(_row(lines[last : last + width]), header)
    begin = bisect_left(numbers, last + (width if is_whole else 1))
    near = numbers[begin : bisect_right(numbers, last + width + _MOST_MORE)]
    counting_on = [index for index in near if _value(lines[index]) == _value(lines[last]) + 1]
    ways = counting_on or numbers[begin : begin + 1]
    return sorted(ways, key=lambda index: abs(index - last - width))[:1]


def _take_category(lines: list[SourceLine], rows: list[CellRow], header: TableHeader) -> None:
    """Put the last of some lines among the rows where it is a heading within the table."""
    if lines and header.is_category(lines[-1].text):
        rows.append(category_row(lines.pop()))


def _used(cells: Sequence[SourceLine], header: TableHeader, is_last: bool) -> int:
    """Return how many lines a row takes: its columns, or a few more where a cell seems broken over lines."""
    width = len(header.columns)
    more = len(cells) - width
    if not 0 < more <= _MOST_MORE or (is_last and more > _LAST_MORE):
        return width
    fits = _fits(tuple(map(_cell, cells[:width])), header.columns)
    return width if fits else len(cells)


def _by_unlabelled_numbers(
    lines: Sequence[SourceLine], header: TableHeader, numbers: Sequence[int]
) -> TableBody:
    """Return rows numbered by a column that has no word over it.

    It stands before the first column or behind it, where the cells fit.
    """
    width = len(header.columns)
    best: TableBody | None = None
    for behind in (width, width - 1):
        way = _numbered(lines, header, numbers, behind)
        if way and (best is None or _fitting_rows(way) > _fitting_rows(best)):
            best = way
    if best and _mostly_fit(best.rows, best.header.columns):
        return best
    return TableBody([], list(lines), header)


def _numbered(
    lines: Sequence[SourceLine], header: TableHeader, numbers: Sequence[int], behind: int
) -> TableBody | None:
    """Return the rows where that many cells stand behind each number; none where there are more lines."""
    ahead = len(header.columns) - behind
    columns = list(header.columns)
    columns.insert(ahead, Column("number", ""))
    rows: list[CellRow] = []
    before = list(lines[: numbers[0]])
    for index, following in pairwise([*numbers, len(lines)]):
        if len(before) > ahead:
            return None
        end = index + behind + 1
        own = lines[index : min(end, following)]
        first = [_cell(line) for line in before] or [""] * ahead
        cells = (*first, *map(_cell, own))
        rows.append(CellRow(cells, span([*before, *own])))
        before = list(lines[end:following])
    return TableBody(rows, before, replace(header, columns=tuple(columns)))


def _by_owners(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return rows that end behind the cells of their owners.

    What stands before them is the row's text, and before that a heading within the table.
    """
    owners = [field for field in header.fields if _is_owner(field)]
    others = header.fields[: len(header.columns) - len(owners)]
    if "text" not in others or header.fields != [*others, *owners]:
        return TableBody([], list(lines), header)
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    pending: list[SourceLine] = []
    index = 0
    while index < len(lines):
        own = lines[index : index + len(owners)]
        if pending and _hold_owners(own, owners):
            row, left = _row_before_owners(pending, own, others)
            rows.append(row)
            rest += left
            pending = []
            index += len(owners)
        else:
            pending.append(lines[index])
            index += 1
    return TableBody(rows, [*rest, *pending], header)


def _row_before_owners(
    pending: Sequence[SourceLine], own: Sequence[SourceLine], others: Sequence[str]
) -> tuple[CellRow, list[SourceLine]]:
    """Return the row of some lines and of its owners' cells, and the lines that it has no column for."""
    *before, text = pending
    cells = [""] * len(others)
    cells[others.index("text")] = _cell(text)
    if "item" in others:
        numbered = [line for line in before if mark_of(line.text)]
        if numbered:
            cells[others.index("item")] = _cell(numbered[-1])
            before = [line for line in before if line is not numbered[-1]]
    cells += map(_cell, own)
    return CellRow(tuple(cells), span([*pending, *own])), before


def _is_owner(field: str) -> bool:
    return cell_of(field) is not None or field == "deadline"


def _hold_owners(lines: Sequence[SourceLine], fields: Sequence[str]) -> bool:
    """Tell whether some lines are the cells of these fields, none of them blank."""
    if len(lines) < len(fields):
        return False
    cells = [_cell(line) for line in lines]
    return all(cells) and all(map(stands_under, cells, fields))


def _fits(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether every cell can stand in its column: owners under owners, and none under a text."""
    if len(cells) > len(columns):
        return False
    for cell, column in zip(cells, columns, strict=False):
        if not stands_under(cell, column.field):
            return False
        if column.field in {"text", "item", "targets"} and names_owners(cell):
            return False
    return True


def _fitting_rows(body: TableBody) -> int:
    return sum(_fits(row.cells, body.header.columns) for row in body.rows)


def _mostly_fit(rows: Sequence[CellRow], columns: Sequence[Column]) -> bool:
    fitting = [row for row in rows if _fits(row.cells, columns)]
    return len(fitting) >= _MOSTLY * len(rows)


def _rise(numbers: Sequence[int]) -> bool:
    return all(one < following for one, following in pairwise(numbers))


def _row(lines: Sequence[SourceLine]) -> CellRow:
    return CellRow(tuple(map(_cell, lines)), span(lines))


def _aligned(lines: Sequence[SourceLine], header: TableHeader, above: Sequence[str]) -> CellRow:
    cells, open_question = aligned(tuple(map(_cell, lines)), header.columns, above)
    return CellRow(cells, span(lines), open_question=open_question)


def _cell(line: SourceLine) -> str:
    return line.text.strip(_BARS)


def _is_number(line: SourceLine) -> bool:
    return line.folded.strip("| \t").isdecimal() and len(line.text) <= _LONGEST_NUMBER


def _value(line: SourceLine) -> int:
    return int(line.folded.strip("| \t"))
