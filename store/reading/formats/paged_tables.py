"""The tables of printed pages: words in their cells, and tables that go on over pages put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.reading.formats.grids import Grid, RowsSoFar
from store.reading.formats.placed import UNEVEN, Piece, PrintedLine, Ruling, is_full, joined, printed_lines
from store.reading.formats.ruled import Box, RuledTable

_SAME_PLACE = 3.0
"""How far the columns of a table may shift from page to page."""
_UNEVEN_SENTENCE = 1.6
"""What a line within a sentence may leave free, in its size: a narrow cell is set unevenly."""
_CELL_MARGIN = 5.5
"""What a cell leaves free at either side, in points, where no line shows it."""
# A line of a cell that is the name of a unit, and no part of a longer text: 成果处, 市财政局, 各有关单位.
_UNIT = re.compile(
    r"[\u4e00-\u9fff()（）]{1,12}(?:[处局室科办委部会厅院所司队校社站县区市乡镇府]|中心|集团|小组|单位|部门)"
)
# A line that is the name of a person: 徐涛, 王 强.
_PERSON = re.compile(r"[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,2}")
_REST_OF_A_NAME = "员会"
"""How a line begins that goes on with a committee's name, whose short form the line above is (…委)."""
# What a sentence of a cell has, and a list of names has not.
_SENTENCE = re.compile(r"[,，。“]")
_SHORT = 12
"""Signs of a cell below which it is whole on its page: a list of names is not cut, but begun anew."""
_CLOSING = frozenset(",，。、;；:：”’)）》 ")
"""What may hang out of a cell at the end of its line."""


class _Cell(NamedTuple):
    """A cell of a row: how many columns it covers, its lines, and whether it goes on with the one above."""

    column: int
    columns: int
    lines: list[str]
    goes_on: bool = False


@dataclass(slots=True)
class PrintedTable:
    """A table that may go on over pages."""

    columns: Sequence[float]
    rows: list[list[_Cell]]


def home_of(piece: Piece, tables: Sequence[RuledTable]) -> int | None:
    """Return the index of the table that a piece stands in."""
    for index, table in enumerate(tables):
        if _is_in(piece, table.edges):
            return index
    return None


def _is_in(piece: Piece, edges: Ruling) -> bool:
    """Tell whether a piece stands in a cell: its first sign does, a little above the line it stands on."""
    height = piece.line - piece.size * 0.3
    middle = (piece.right - piece.left) / 2
    within = min(piece.size * 0.3, middle)
    if _CLOSING.issuperset(piece.words):
        within = -piece.size * 0.3
    is_between = edges.left <= piece.left + within <= edges.right
    return is_between and edges.top <= height <= edges.bottom


def read_table(table: RuledTable, pieces: Sequence[Piece]) -> PrintedTable:
    """Return a table with the lines of its cells."""
    rows: list[list[_Cell]] = [[] for _ in range(table.rows)]
    left = list(pieces)
    for box in table.boxes:
        own = [piece for piece in left if _is_in(piece, box.edges)]
        left = [piece for piece in left if not _is_in(piece, box.edges)]
        lines = _cell_lines(own, box)
        rows[box.row].append(_Cell(box.column, box.columns, lines))
        for row in rows[box.row + 1 : box.row + box.rows]:
            row.append(_Cell(box.column, box.columns, [], goes_on=True))
    return PrintedTable(table.columns, list(map(sorted, rows)))


def _cell_lines(pieces: Sequence[Piece], box: Box) -> list[str]:
    """Return the lines of a cell, those put together that its width has broken."""
    lines = printed_lines(pieces)
    if not lines:
        return []
    if all(map(_is_person, lines)):
        return [line.words for line in lines]
    has_sentences = any(_SENTENCE.search(line.words) for line in lines)
    uneven = _UNEVEN_SENTENCE if has_sentences else UNEVEN
    left = min(line.left for line in lines)
    margin = max(left - box.edges.left, _CELL_MARGIN)
    whole: list[str] = []
    above: PrintedLine | None = None
    for line in lines:
        is_new = above is None or (not has_sentences and _begins_a_name(above, line))
        if above and not is_new and is_full(above, line, box.edges.right - margin, uneven):
            whole[-1] = joined(whole[-1], line.words)
        else:
            whole.append(line.words)
        above = line
    return whole


def _is_person(line: PrintedLine) -> bool:
    """Tell whether a line of a cell is the name of a person, and of no unit."""
    is_unit = _UNIT.fullmatch(line.words)
    return bool(_PERSON.fullmatch(line.words)) and not is_unit


def _begins_a_name(above: PrintedLine, line: PrintedLine) -> bool:
    """Tell whether a line of a list of units begins one: the one above is a whole name."""
    goes_on = line.words.startswith(_REST_OF_A_NAME)
    return bool(_UNIT.fullmatch(above.words)) and not goes_on


def same_columns(before: Sequence[float], after: Sequence[float]) -> bool:
    """Tell whether the columns of two tables stand at the same places."""
    if len(before) != len(after):
        return False
    pairs = zip(before, after, strict=True)
    return all(abs(one - other) < _SAME_PLACE for one, other in pairs)


def go_on(table: PrintedTable, next_page: PrintedTable) -> None:
    """Put the rows of the next page behind those of a table.

    The head printed again falls away, and a row cut in two is one again.
    """
    rows = next_page.rows
    repeated = 0
    for row, other in zip(table.rows, rows, strict=False):
        if _words(row) != _words(other):
            break
        repeated += 1
    rows = rows[repeated:]
    if rows and table.rows:
        last = table.rows[-1]
        first = rows[0]
        if _is_cut(last, first):
            for cell, more in zip(last, first, strict=True):
                cell.lines[:] = _mended(cell.lines, more.lines)
            rows = rows[1:]
        elif not first[0].lines:
            rows[0] = [_below(cell, table) for cell in first]
    table.rows += rows


def _words(row: Sequence[_Cell]) -> list[list[str]]:
    return [cell.lines for cell in row]


def _below(cell: _Cell, table: PrintedTable) -> _Cell:
    """Return a cell at the head of a page: a blank one goes on where its column has joined cells."""
    joins = cell.column == 0
    for row in table.rows:
        joins = joins or any(other.goes_on for other in row if other.column == cell.column)
    return cell._replace(goes_on=joins and not cell.lines)


def _is_cut(row: Sequence[_Cell], rest: Sequence[_Cell]) -> bool:
    """Tell whether a page's first row is the rest of the last one before: its longest text has not ended."""
    if list(map(_place, row)) != list(map(_place, rest)) or rest[0].lines:
        return False
    more = [index for index, cell in enumerate(rest) if cell.lines]
    if not more or not all(row[index].lines for index in more):
        return False
    texts = ["".join(cell.lines) for cell in row]
    longest = texts.index(max(texts, key=len))
    if any(texts[index].endswith(("。", ";", "；")) for index in more):
        return False
    others = [index for index in more if index != longest]
    if any(len(texts[index]) < _SHORT for index in others):
        return False
    return longest in more


def _place(cell: _Cell) -> int:
    return cell.column


def _mended(lines: Sequence[str], rest: Sequence[str]) -> list[str]:
    if not lines or not rest:
        return [*lines, *rest]
    mended = joined(lines[-1], rest[0])
    return [*lines[:-1], mended, *rest[1:]]


def grid_of(table: PrintedTable, known: RowsSoFar) -> Grid:
    """Return a table as cells in rows."""
    grid = Grid(known)
    for row in table.rows:
        grid.start_row()
        for cell in row:
            grid.start_cell(cell.columns, goes_on=cell.goes_on)
            for line in cell.lines:
                grid.add(line)
    return grid
