"""Rows whose cells only blanks part: the words of a line put under the columns by what they hold."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from store.reading.signs.lines import SourceLine, span
from store.reading.tables.align import aligned
from store.reading.tables.cells import (
    LONGEST_CATEGORY,
    CellRow,
    TableBody,
    TableHeader,
    category_row,
    is_total,
)
from store.reading.tables.fit import fit_of, stands_under
from store.records.cells import cell_of
from store.records.values import Column

_WIDE_GAP = re.compile(r"\s{2,}|\t")
"""What parts cells where their words are parted by single blanks: 建设 中心  市民政局."""
_MOST_MORE = 3
"""Lines by which a row goes on where its cells are broken over lines."""
_LONGEST_NUMBER = 5
_MOST_WORDS = 40
_LONGEST_RUN = 12
_LONGEST_OWNERS = 6
"""Words of a line, of one cell of text, and of one of owners or a time."""
_SPLIT = -1
"""A cell of several words where the words of owners mostly stand together."""
_SENTENCE = frozenset(",。;:")


class _Way(NamedTuple):
    """A way to put words under columns: how well they fit, and where the cell of each column begins."""

    score: int
    starts: tuple[int, ...]


def rows_of_blanks(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return the rows under a header whose words only blanks part.

    A row begins with its number; without a column of numbers, or where they are words (1号), each line that
    names owners is one.
    """
    if header.columns[0].field == "number" and _row_starts(lines):
        return _by_numbers(lines, header)
    return _by_lines(lines, header)


def _by_numbers(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    rows: list[CellRow] = []
    starts = _row_starts(lines)
    rest = list(lines[: starts[0]]) if starts else list(lines)
    _take_category(rest, rows, header)
    for start, end in pairwise([*starts, len(lines)]):
        row, used = _row(lines[start:end], header)
        rows.append(row)
        left = list(lines[start + used : end])
        if end < len(lines):
            _take_category(left, rows, header)
        rest += left
    return TableBody(rows, rest, header)


def _row_starts(lines: Sequence[SourceLine]) -> list[int]:
    """Return the indices of the lines that begin rows: by the next number, or one before more words."""
    starts: list[int] = []
    value = 0
    for index, line in enumerate(lines):
        words = line.folded.split()
        number = words[0].strip(".、")
        if not number.isdecimal() or len(number) > _LONGEST_NUMBER:
            continue
        if len(words) > 2 or (len(words) == 2 and int(number) == value + 1):
            starts.append(index)
            value = int(number)
    return starts


def _take_category(lines: list[SourceLine], rows: list[CellRow], header: TableHeader) -> None:
    """Put the last of some lines, right over a row, among the rows where it is a heading within the table."""
    if not lines:
        return
    line = lines[-1]
    is_short = len(line.text) <= LONGEST_CATEGORY and _SENTENCE.isdisjoint(line.folded)
    if header.is_category(line.text) or (is_short and not is_total(line.text.split()[0])):
        rows.append(category_row(lines.pop()))


def _row(lines: Sequence[SourceLine], header: TableHeader) -> tuple[CellRow, int]:
    """Return the row of a line and of those that it goes on in, and how many lines it takes."""
    best = _placed(lines[0].text, header.columns)
    used = 1
    text = lines[0].text
    for index, line in enumerate(lines[1 : _MOST_MORE + 1], 2):
        ways = [_placed(f"{text}{gap}{line.text}", header.columns) for gap in ("", " ")]
        text = f"{text} {line.text}" if ways[1][0] > ways[0][0] else f"{text}{line.text}"
        way = max(ways, key=lambda way: way[0])
        if way[0] > best[0]:
            best, used = way, index
    _, cells, open_question = best
    return CellRow(cells, span(lines[:used]), open_question=open_question), used


def _by_lines(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return the lines whose words stand under all columns of owners and times, and headings over them."""
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    for line in lines:
        _, cells, open_question = _placed(line.text, header.columns)
        if len(line.text.split()) > 1 and _are_owners_right(cells, header.columns):
            rows.append(CellRow(cells, span([line]), open_question=open_question))
        elif len(line.text.split()) == 1 and header.is_category(line.text):
            rows.append(category_row(line))
        else:
            rest.append(line)
    return TableBody(rows, rest, header)


def _are_owners_right(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether owners and times hold what they are for, and the text and one owner something."""
    has_owner = False
    for cell, column in zip(cells, columns, strict=True):
        if _is_owner(column.field):
            has_owner = has_owner or bool(cell)
            if not stands_under(cell, column.field):
                return False
        elif column.field == "text" and not cell:
            return False
    return has_owner


def _is_owner(field: str) -> bool:
    return cell_of(field) is not None or field == "deadline"


def _placed(text: str, columns: Sequence[Column]) -> tuple[int, tuple[str, ...], bool]:
    """Return how well a row's words fit the columns, its cells, and whether owners could stand elsewhere."""
    words = tuple(filter(None, _WIDE_GAP.split(text.strip())))
    if len(words) != len(columns):
        words = tuple(text.split())[:_MOST_WORDS]
    if len(words) < len(columns):
        cells, open_question = aligned(words, columns)
        if len(cells) == len(columns):
            return _score(cells, columns), cells, open_question
    if len(words) == len(columns):
        return _score(words, columns), words, False
    usual = _with_wide_text(words, columns)
    if usual and _are_owners_right(usual, columns):
        return _score(usual, columns), usual, _is_item_in_text(usual, columns)
    way = _best_way(words, tuple(column.field for column in columns))
    bounds = pairwise([*way.starts, len(words)])
    cells = tuple(" ".join(words[start:end]) for start, end in bounds)
    return way.score, cells, _is_item_in_text(cells, columns)


def _with_wide_text(words: Sequence[str], columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the words with those beyond the columns in the cell of the text, where most blanks are."""
    more = len(words) - len(columns)
    fields = [column.field for column in columns]
    if more <= 0 or "text" not in fields:
        return ()
    at = fields.index("text")
    return (*words[:at], " ".join(words[at : at + more + 1]), *words[at + more + 1 :])


def _is_item_in_text(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether the item may be part of the text: it is blank, and the text is several words."""
    said = {column.field: cell for column, cell in zip(columns, cells, strict=True)}
    return said.get("item") == "" and len(said.get("text", "").split()) > 1


def _score(cells: Sequence[str], columns: Sequence[Column]) -> int:
    pairs = zip(cells, columns, strict=True)
    return sum(fit_of(cell, column.field, frozenset()) for cell, column in pairs)


@lru_cache(maxsize=1024)
def _best_way(words: tuple[str, ...], fields: tuple[str, ...]) -> _Way:
    """Return the best way to part words among columns in their order, some of them blank."""
    ways = {0: _Way(0, ())}
    for field in fields:
        following: dict[int, _Way] = {}
        longest = _LONGEST_OWNERS if _is_owner(field) else _LONGEST_RUN
        for start, way in ways.items():
            for end in range(start, min(start + longest, len(words)) + 1):
                score = way.score + _fit_of_run(words[start:end], field)
                if end not in following or score > following[end].score:
                    following[end] = _Way(score, (*way.starts, start))
        ways = following
    furthest = max(ways)
    return ways[furthest]


def _fit_of_run(words: Sequence[str], field: str) -> int:
    is_split = len(words) > 1 and field not in ("text", "item", "targets")
    return fit_of(" ".join(words), field, frozenset()) + (_SPLIT * (len(words) - 1) if is_split else 0)
