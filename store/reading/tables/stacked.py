"""Rows of a table that was flattened to one cell a line, put together again by row numbers, by width, or by who answers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from store.reading.signs.lines import SourceLine, span
from store.reading.signs.marks import mark_of
from store.reading.tables.align import aligned
from store.reading.tables.cells import CellRow, Header
from store.reading.tables.fit import names_owners, stands_under
from store.records.cells import cell_of
from store.records.values import Column

_WITHOUT = "|｜│┃ \t"
_MOST_MORE = 6
"""Lines by which a row can be longer than its columns, where a cell is broken over lines."""
_MOSTLY = 0.8

Read = tuple[list[CellRow], list[SourceLine], Header]


def rows_of_cells(lines: Sequence[SourceLine], header: Header) -> Read:
    """One cell a line: a row starts at each number, else after as many lines as there are columns, else behind who answers."""
    if header.columns[0].field == "number":
        return _by_numbers(lines, header)
    numbers = [place for place, line in enumerate(lines) if _number(line)]
    if len(numbers) > 1 and all(
        _value(lines[one]) < _value(lines[next_one]) for one, next_one in pairwise(numbers)
    ):
        return _by_unlabelled_numbers(lines, header, numbers)
    strides = [
        lines[start : start + len(header.columns)] for start in range(0, len(lines), len(header.columns))
    ]
    rows = [_row(cells) for cells in strides]
    if sum(_fits(row.cells, header.columns) for row in rows) >= _MOSTLY * len(rows):
        return rows, [], header
    return _by_owners(lines, header)


def _by_numbers(lines: Sequence[SourceLine], header: Header) -> Read:
    starts = [place for place, line in enumerate(lines) if _number(line)]
    if not starts:
        return [], list(lines), header
    rows: list[CellRow] = []
    rest: list[SourceLine] = list(lines[: starts[0]])
    category = rest.pop() if rest and header.is_category(rest[-1].text) else None
    if category:
        rows.append(CellRow((category.text,), span([category]), category=True))
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        cells = list(lines[start:end])
        category = cells.pop() if cells and end < len(lines) and header.is_category(cells[-1].text) else None
        used = _used(cells, header, end == len(lines))
        rows.append(
            _aligned(
                cells[:used], header, next((row.cells for row in reversed(rows) if not row.category), ())
            )
        )
        rest += cells[used:]
        if category:
            rows.append(CellRow((category.text,), span([category]), category=True))
    return rows, rest, header


def _used(cells: Sequence[SourceLine], header: Header, is_last: bool) -> int:
    """How many lines a row takes: its columns, or a few more where a cell seems broken over lines."""
    width = len(header.columns)
    if len(cells) <= width or len(cells) > width + _MOST_MORE:
        return width
    fits = _fits(tuple(_cell(line) for line in cells[:width]), header.columns)
    return width if fits or (is_last and len(cells) > width + 2) else len(cells)


def _by_unlabelled_numbers(lines: Sequence[SourceLine], header: Header, numbers: Sequence[int]) -> Read:
    """Rows numbered by a column that has no word over it: it stands before the first column or behind it, where the cells fit."""
    width = len(header.columns)
    ways = [way for behind in (width, width - 1) if (way := _numbered(lines, header, numbers, behind))]
    best = max(ways, key=lambda way: sum(_fits(row.cells, way[2].columns) for row in way[0]), default=None)
    if best is None or sum(_fits(row.cells, best[2].columns) for row in best[0]) < _MOSTLY * len(best[0]):
        return [], list(lines), header
    return best


def _numbered(
    lines: Sequence[SourceLine], header: Header, numbers: Sequence[int], behind: int
) -> Read | None:
    """The rows where that many cells stand behind each number; none where the lines are more or fewer."""
    ahead = len(header.columns) - behind
    columns = list(header.columns)
    columns.insert(ahead, Column("number", ""))
    rows: list[CellRow] = []
    before = list(lines[: numbers[0]])
    for place, following in pairwise([*numbers, len(lines)]):
        own = lines[place : min(place + behind + 1, following)]
        if len(before) > ahead:
            return None
        above = [_cell(line) for line in before] or [""] * ahead
        rows.append(CellRow((*above, *map(_cell, own)), span([*before, *own])))
        before = list(lines[place + behind + 1 : following])
    return rows, before, replace(header, columns=tuple(columns))


def _by_owners(lines: Sequence[SourceLine], header: Header) -> Read:
    """A row ends behind the cells of its owners; what stands before them is its text, and before that a heading within the table."""
    owners = [column.field for column in header.columns if _is_owner(column.field)]
    width = len(header.columns)
    text_at = next((place for place, column in enumerate(header.columns) if column.field == "text"), width)
    if [column.field for column in header.columns[width - len(owners) :]] != owners or text_at >= width - len(
        owners
    ):
        return [], list(lines), header
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    pending: list[SourceLine] = []
    place = 0
    while place < len(lines):
        own = lines[place : place + len(owners)]
        if (
            pending
            and len(own) == len(owners)
            and all(_is_filled(_cell(line), field) for line, field in zip(own, owners, strict=True))
        ):
            item = next((line for line in reversed(pending[:-1]) if mark_of(line.text) is not None), None)
            cells = [""] * width
            cells[text_at] = _cell(pending[-1])
            cells[width - len(owners) :] = map(_cell, own)
            item_at = next((at for at, column in enumerate(header.columns) if column.field == "item"), None)
            if item and item_at is not None:
                cells[item_at] = _cell(item)
            rows.append(CellRow(tuple(cells), span([*pending, *own])))
            rest += [line for line in pending[:-1] if line is not item or item_at is None]
            pending = []
            place += len(owners)
        else:
            pending.append(lines[place])
            place += 1
    return rows, [*rest, *pending], header


def _is_owner(field: str) -> bool:
    return cell_of(field) is not None or field == "deadline"


def _is_filled(cell: str, field: str) -> bool:
    return bool(cell) and stands_under(cell, field)


def _fits(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether every cell can stand in its column: owners under owners, and none under a text."""
    pairs = list(zip(cells, columns, strict=False))
    owners = all(stands_under(cell, column.field) for cell, column in pairs)
    texts = [cell for cell, column in pairs if column.field in {"text", "item", "targets"}]
    return len(cells) <= len(columns) and owners and not any(map(names_owners, texts))


def _row(lines: Sequence[SourceLine]) -> CellRow:
    return CellRow(tuple(map(_cell, lines)), span(lines))


def _aligned(lines: Sequence[SourceLine], header: Header, above: Sequence[str]) -> CellRow:
    cells, open_question = aligned(tuple(map(_cell, lines)), header.columns, above)
    return CellRow(cells, span(lines), open_question=open_question)


def _cell(line: SourceLine) -> str:
    return line.text.strip(_WITHOUT)


def _number(line: SourceLine) -> bool:
    return line.folded.strip("| \t").isdecimal() and len(line.text) <= 6


def _value(line: SourceLine) -> int:
    return int(line.folded.strip("| \t"))
