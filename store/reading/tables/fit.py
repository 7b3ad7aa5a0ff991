"""How well cells stand under the columns of their table: what a cell holds tells where it belongs.

The weights are few and small: what a column is for counts 2, what it is not for costs 3, so that
one wrong cell outweighs one right one. Where a text is named, another weight reads it wrong; the
others no text here needs.
"""

from collections.abc import Sequence
from functools import lru_cache

from store.reading.names.clauses import free_clauses
from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import unpadded
from store.reading.signs.marks import mark_of
from store.reading.signs.measures import is_time
from store.records.cells import cell_kind
from store.records.values import Column
from store.words.names import is_collective

_RIGHT = 2
"""A cell holds what its column is for: 11月底前 under 完成时限 (notice 03 of the tests: “县自然资源局
11月底前” is two).
"""
_WRONG = -3
"""A cell holds what another column is for: names under units, units under a text or a deadline."""
_SENTENCE = -4
"""A sentence stands under owners: worse than any other mistake, since no owner's cell ever holds one."""
_UNITS_UNDER_LEADERS = -2
"""Units under leaders: bad, yet 县水务局 in short may stand for its head."""
_WORDS = 1
"""Words that are no owners, under a text or an item."""
_NO_TEXT = -5
"""A row without a text: the sample in lines of 38 signs, whose shifted rows would have none."""
_NUMBER_FITS = 2
"""A section's number (二、) under items, a point's (4.) under texts: the sample in lines of 38 signs."""
_NUMBER_MISFITS = -1
"""The other way round; small, since lists number items as 1. too."""
_COVERED_TEXT = -4
"""A joined cell covers a column that is neither the item's nor the number's: they seldom do."""

_LONGEST_UNITS = 200
_LONGEST_LEADERS = 60
_LONGEST_TIME = 30
"""Signs of a cell of units, of leaders, and of a deadline that is worded in no known way."""


def narrowed(cells: Sequence[str], width: int) -> list[list[str]]:
    """Return the ways to put too many cells into the columns, one cell with its neighbours as lines."""
    more = len(cells) - width + 1
    ways: list[list[str]] = []
    for index in reversed(range(width)):
        behind = index + more
        wide = "\n".join(cells[index:behind])
        ways.append([*cells[:index], wide, *cells[behind:]])
    return ways


def fit(cells: Sequence[str], shift: int, columns: Sequence[Column], people: frozenset[str]) -> int:
    """Return how well cells stand under the columns from a shift on."""
    may_be_covered = columns[0].field in {"item", "number"} or not shift
    score = 0 if may_be_covered else _COVERED_TEXT
    for cell, column in zip(cells, columns[shift:], strict=False):
        score += fit_of(cell, column.field, people)
    return score


@lru_cache(maxsize=8192)
def fit_of(cell: str, field: str, people: frozenset[str]) -> int:
    """Return how well a cell's content stands under a field."""
    if field in {"text", "item"}:
        return _fit_of_wording(cell, field, people)
    judge = _FIT_OF.get(cell_kind(field) or field)
    return judge(cell, people) if cell and judge else 0


def _fit_of_wording(cell: str, field: str, people: frozenset[str]) -> int:
    """Return how well a cell stands under what is to be done, or under its item."""
    if not cell:
        return _NO_TEXT if field == "text" else 0
    score = _WRONG if are_names(cell, people) or are_units(cell) else _WORDS
    mark = mark_of(cell)
    if mark:
        numbers_item = mark.rank < 3
        score += _NUMBER_FITS if numbers_item == (field == "item") else _NUMBER_MISFITS
    return score


def _fit_of_time(cell: str, people: frozenset[str]) -> int:
    if is_time(cell):
        return _RIGHT
    return _WRONG if are_units(cell) or are_names(cell, people) else 0


def _fit_of_number(cell: str, _: frozenset[str]) -> int:
    return _RIGHT if cell.strip(".、").isdecimal() else _WRONG


def _fit_of_units(cell: str, people: frozenset[str]) -> int:
    if are_units(cell) or free_clauses(cell):
        return _RIGHT
    if are_names(cell, people):
        return _WRONG
    return _SENTENCE if "。" in cell else 0


def _fit_of_leaders(cell: str, people: frozenset[str]) -> int:
    if are_names(cell, people):
        return _RIGHT
    if "。" in cell:
        return _SENTENCE
    return _UNITS_UNDER_LEADERS if _are_single_units(cell) else 0


_FIT_OF = {
    "deadline": _fit_of_time,
    "number": _fit_of_number,
    "units": _fit_of_units,
    "leaders": _fit_of_leaders,
}


def are_units(cell: str) -> bool:
    """Tell whether a cell names units and nothing else."""
    if len(cell) > _LONGEST_UNITS or "。" in cell:
        return False
    return all(map(looks_like_unit, units_in(cell)))


def _are_single_units(cell: str) -> bool:
    """Tell whether a cell names units and is no collective, which may stand for leaders (相关单位)."""
    return are_units(cell) and not is_collective(unpadded(cell))


def names_owners(cell: str) -> bool:
    """Tell whether a cell says who answers and nothing else."""
    if not cell.strip():
        return False
    return bool(free_clauses(cell)) or ("、" in cell and are_units(cell))


def stands_under(cell: str, field: str) -> bool:
    """Tell whether a cell can stand under a column of owners or times; an empty one can."""
    if not cell.strip():
        return True
    match cell_kind(field) or field:
        case "units":
            return are_units(cell) or bool(free_clauses(cell))
        case "leaders":
            return len(cell) <= _LONGEST_LEADERS and "。" not in cell and not _are_single_units(cell)
        case "deadline":
            return is_time(cell) or _may_be_time(cell)
    return True


def _may_be_time(cell: str) -> bool:
    return len(cell) <= _LONGEST_TIME and not are_units(cell) and not are_names(cell)
