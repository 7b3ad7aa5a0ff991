"""Cells put under the columns of their table where blank ones have left no trace: by what each cell holds."""

from collections.abc import Sequence
from itertools import combinations

from store.reading.tables.fit import fit_of
from store.records.cells import cell_of
from store.records.values import Column

_MOST_BLANK = 4
_MOST_COLUMNS = 14
"""With more blanks or columns there are too many ways to try."""


def aligned(
    cells: Sequence[str], columns: Sequence[Column], above: Sequence[str] = ()
) -> tuple[tuple[str, ...], bool]:
    """Return the cells with the blanks where they fit best, and whether owners could stand elsewhere as well.

    Sentences stand where the row above has them. Of equal ways the one with its blanks furthest
    right is taken: what is left out is mostly the last cell.
    """
    missing = len(columns) - len(cells)
    if not 0 < missing <= _MOST_BLANK or len(columns) > _MOST_COLUMNS:
        return tuple(cells), False
    best: list[tuple[str, ...]] = []
    best_score = 0
    for blanks in combinations(range(len(columns)), missing):
        way = _with_blanks(cells, blanks, len(columns))
        score = _fit(way, columns) + _alike(way, above, columns)
        if not best or score > best_score:
            best, best_score = [], score
        if score == best_score:
            best.append(way)
    chosen = best[-1]
    owners = [_owners(way, columns) for way in best]
    return chosen, any(other != owners[-1] for other in owners)


def _fit(cells: Sequence[str], columns: Sequence[Column]) -> int:
    pairs = zip(cells, columns, strict=True)
    return sum(fit_of(cell, column.field, frozenset()) for cell, column in pairs)


def _alike(cells: Sequence[str], above: Sequence[str], columns: Sequence[Column]) -> int:
    """Count the cells that are a sentence as the one above is, or neither is; owners' cells never are one.

    A cell counts 1, less than any fit: notice 13 of the tests, whose 应用场景 would stand under 业务主题
    without it.
    """
    alike = 0
    for cell, other, column in zip(cells, above, columns, strict=False):
        if cell and other and not cell_of(column.field) and cell.endswith("。") == other.endswith("。"):
            alike += 1
    return alike


def _with_blanks(cells: Sequence[str], blanks: tuple[int, ...], width: int) -> tuple[str, ...]:
    """Return a row of that width with blank cells at some indices."""
    given = iter(cells)
    return tuple("" if index in blanks else next(given) for index in range(width))


def _owners(cells: Sequence[str], columns: Sequence[Column]) -> list[str]:
    return [cell for cell, column in zip(cells, columns, strict=True) if cell_of(column.field)]
