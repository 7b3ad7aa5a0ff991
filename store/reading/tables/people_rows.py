"""Tables of people found among lines: a header with 姓名 and its rows, or rows that begin with a role."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.reading.names.entries import people_of
from store.reading.names.people import is_office, looks_like_name
from store.reading.names.units import looks_like_unit
from store.reading.names.unnamed import unnamed_of
from store.reading.prose.roles import is_group_name, is_role, role_of
from store.reading.signs.lines import SourceLine, folded, unpadded
from store.reading.signs.marks import without_mark
from store.reading.tables.bars import BAR, cells_at_bars
from store.reading.tables.people_columns import FURTHER, NAME, NUMBER, field_of_people, people_fields

# 阿卜杜拉热合曼: under 姓名 no surname has to be known.
_NAME_CELL = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff·•‧・]{2,14}")
_FEWEST_STACKED = 3
"""Words one a line that can be a header."""
_MOST_LABELS = 20
_LONGEST_CELL = 40
"""Signs of a cell that stands alone on its line, or of a row parted by blanks."""
_LONGEST_ROW = 120
_NO_CELL = frozenset("。;:!")


class PeopleRow(NamedTuple):
    """A row's cells, blank ones where the table shows them, and its lines."""

    cells: tuple[str, ...]
    lines: tuple[SourceLine, ...]


class PeopleRows(NamedTuple):
    """A table of people: the fields of its columns (none without a header), its rows, the index behind it."""

    fields: Sequence[str]
    header: Sequence[SourceLine]
    rows: Sequence[PeopleRow]
    end: int


def people_rows_at(lines: Sequence[SourceLine], start: int) -> PeopleRows | None:
    """Return the table of people that begins with a line, or none."""
    for finder in (_in_cells, _headless, _by_blanks, _stacked):
        found = finder(lines, start)
        if found and found.rows:
            return found
    return None


def is_name_cell(cell: str) -> bool:
    """Tell whether a cell under 姓名 can be a name: no unit and no office."""
    name = unpadded(cell)
    return bool(_NAME_CELL.fullmatch(name)) and not is_office(name) and not looks_like_unit(name)


def named_in_cell(cell: str) -> list[tuple[str, str]]:
    """Return the people of a cell under 姓名, each with a post where the cell has one."""
    people = people_of(cell)
    if people:
        return [(person.name, person.post) for person in people]
    return [(unpadded(cell), "")] if is_name_cell(cell) else []


def cells_of(line: SourceLine) -> tuple[str, ...]:
    """Return the cells of a row of a document's table, or of a line with bars or tabs."""
    if line.cells:
        return tuple(" ".join(cell.split("\n")) for cell in line.cells)
    return cells_at_bars(line.text) if BAR.search(line.folded) else ()


def _in_cells(lines: Sequence[SourceLine], start: int) -> PeopleRows | None:
    """Return the table whose header stands in cells (序号 | 姓名 | 职务)."""
    fields = people_fields(cells_of(lines[start]))
    if not fields:
        return None
    rows, end = _rows_in_cells(lines, start + 1, fields)
    return PeopleRows(fields, lines[start : start + 1], rows, end)


def _headless(lines: Sequence[SourceLine], start: int) -> PeopleRows | None:
    """Return the table without a header whose rows begin with a role: 组长 | 盛继亮 | 市水务局局长."""
    cells = [cell for cell in cells_of(lines[start]) if cell]
    role = role_of(cells[0]) if cells else None
    if role is None or role.behind or not role.may_begin_roster or not any(map(people_of, cells[1:])):
        return None
    rows, end = _rows_in_cells(lines, start, ())
    return PeopleRows((), (), rows, end)


def _rows_in_cells(
    lines: Sequence[SourceLine], start: int, fields: Sequence[str]
) -> tuple[list[PeopleRow], int]:
    """Return the rows from a line on, with the headings of groups among them, and the index behind them."""
    rows: list[PeopleRow] = []
    end = start
    while end < len(lines):
        cells = cells_of(lines[end])
        is_other = bool(lines[end].cells) and rows and lines[end].table != rows[0].lines[0].table
        if is_other or (rows and people_fields(cells) and people_fields(cells) != fields):
            break
        if not cells and (_heads_rows(lines, end) or (rows and unnamed_of(lines[end].text))):
            cells = (lines[end].text,)
        if not cells:
            break
        rows.append(PeopleRow(cells, (lines[end],)))
        end += 1
    return rows, end


def _heads_rows(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether a line without cells heads the rows below it: a role, or a group within."""
    if index + 1 >= len(lines) or lines[index + 1].table != lines[index - 1].table:
        return False
    below = cells_of(lines[index + 1])
    words = (*below, *(cells_of(lines[index + 2]) if index + 2 < len(lines) else ()))
    if not below or NAME in map(field_of_people, words):
        return False
    return is_role(lines[index].text) or is_group_name(without_mark(lines[index].text))


def _by_blanks(lines: Sequence[SourceLine], start: int) -> PeopleRows | None:
    """Return the table whose cells only blanks part: 序号 姓名 职务 单位 over 1 高山 局长 市水务局."""
    fields = people_fields(_labels_of(lines[start].folded.split()))
    if not fields or FURTHER in fields:
        return None
    rows: list[PeopleRow] = []
    end = start + 1
    while end < len(lines) and (_is_row_of_blanks(lines[end], fields) or _is_heading(lines, end, fields)):
        cells = tuple(lines[end].text.split())
        rows.append(PeopleRow(cells, (lines[end],)))
        end += 1
    return PeopleRows(fields, lines[start : start + 1], rows, end)


def _labels_of(words: Sequence[str]) -> list[str]:
    """Return the words over columns, padded ones as one: 姓 名 职 务 are 姓名, 职务."""
    labels: list[str] = []
    for index, word in enumerate(words):
        is_rest = labels and len(word) == len(labels[-1]) == 1 and len(words[index - 1]) == 1
        if is_rest:
            labels[-1] += word
        else:
            labels.append(word)
    return labels


def _is_row_of_blanks(line: SourceLine, fields: Sequence[str]) -> bool:
    """Tell whether a line of words names somebody: a word or two of them are a name, or one stands where
    names do.
    """
    words = line.text.split()
    if len(words) < 2 or len(line.text) > _LONGEST_ROW or not _NO_CELL.isdisjoint(line.folded):
        return False
    if len(words) == len(fields) and is_name_cell(words[fields.index(NAME)]):
        return True
    padded = ["".join(words[index : index + 2]) for index in range(len(words) - 1) if len(words[index]) == 1]
    return any(map(looks_like_name, [*words, *padded]))


def _is_heading(lines: Sequence[SourceLine], index: int, fields: Sequence[str]) -> bool:
    is_last = index + 1 >= len(lines) or not _is_row_of_blanks(lines[index + 1], fields)
    return not is_last and (is_role(lines[index].text) or is_group_name(without_mark(lines[index].text)))


def _stacked(lines: Sequence[SourceLine], start: int) -> PeopleRows | None:
    """Return the table with one cell a line: 序号, 姓名, 职务, then 1, 高山, 局长."""
    fields: list[str] = []
    for line in lines[start : start + _MOST_LABELS]:
        kind = FURTHER if cells_of(line) else field_of_people(line.text)
        if kind == FURTHER:
            break
        fields.append(kind)
    if len(fields) < _FEWEST_STACKED or NAME not in fields:
        return None
    body = start + len(fields)
    cut = _cut_at_numbers if fields[0] == NUMBER else _cut_by_width
    rows, end = cut(lines, body, len(fields), fields.index(NAME))
    return PeopleRows(fields, lines[start:body], rows, end)


def _cut_at_numbers(
    lines: Sequence[SourceLine], start: int, width: int, _: int
) -> tuple[list[PeopleRow], int]:
    """Return the rows that rising numbers begin, none longer than the header."""
    rows: list[PeopleRow] = []
    while start < len(lines) and _number(lines[start]) == len(rows) + 1:
        end = start + 1
        while (
            end < min(start + width, len(lines))
            and _is_cell(lines[end])
            and _number(lines[end]) != len(rows) + 2
        ):
            end += 1
        rows.append(_row(lines[start:end]))
        start = end
    return rows, start


def _cut_by_width(
    lines: Sequence[SourceLine], start: int, width: int, name: int
) -> tuple[list[PeopleRow], int]:
    """Return the rows of as many lines as the header has, as long as a name stands where names do."""
    rows: list[PeopleRow] = []
    while start + width <= len(lines) and is_name_cell(lines[start + name].text):
        if not all(map(_is_cell, lines[start : start + width])):
            break
        rows.append(_row(lines[start : start + width]))
        start += width
    return rows, start


def _row(lines: Sequence[SourceLine]) -> PeopleRow:
    return PeopleRow(tuple(line.text for line in lines), tuple(lines))


def _is_cell(line: SourceLine) -> bool:
    return len(line.text) <= _LONGEST_CELL and _NO_CELL.isdisjoint(line.folded)


def _number(line: SourceLine) -> int:
    text = folded(line.text)
    return int(text) if text.isdecimal() and len(text) < 5 else 0
