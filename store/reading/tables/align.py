"""Cells put under the columns of their table where blank ones have left no trace: by what each cell holds."""

from collections.abc import Sequence
from itertools import combinations

from store.reading.tables.fit import fit_of
from store.records.cells import cell_of
from store.records.values import Column

_MOST_BLANK = 4
_MOST_COLUMNS = 14


def aligned(
    cells: Sequence[str], columns: Sequence[Column], above: Sequence[str] = ()
) -> tuple[tuple[str, ...], bool]:
    """The cells with the blanks where they fit best, and whether another place for the owners fits as well.

    Sentences stand where the row above has them. Of equal ways the one with its blanks furthest right is taken: what is
    left out is mostly the last cell.
    """
    missing = len(columns) - len(cells)
    if not 0 < missing <= _MOST_BLANK or len(columns) > _MOST_COLUMNS:
        return tuple(cells), False
    ways = sorted(
        (
            (_score(cells, columns, blanks, above), blanks)
            for blanks in combinations(range(len(columns)), missing)
        ),
        key=lambda way: (way[0], way[1]),
        reverse=True,
    )
    best, blanks = ways[0]
    rivals = [_placed(cells, columns, other) for score, other in ways[1:] if score == best]
    chosen = _placed(cells, columns, blanks)
    open_question = any(_owners(rival, columns) != _owners(chosen, columns) for rival in rivals)
    return chosen, open_question


def _score(
    cells: Sequence[str], columns: Sequence[Column], blanks: tuple[int, ...], above: Sequence[str]
) -> int:
    placed = _placed(cells, columns, blanks)
    alike = sum(
        bool(cell and other) and cell.endswith("。") == other.endswith("。")
        for cell, other in zip(placed, above, strict=False)
    )
    return alike + sum(
        fit_of(cell, column.field, frozenset()) for cell, column in zip(placed, columns, strict=True)
    )


def _placed(cells: Sequence[str], columns: Sequence[Column], blanks: tuple[int, ...]) -> tuple[str, ...]:
    given = iter(cells)
    return tuple("" if place in blanks else next(given) for place in range(len(columns)))


def _owners(cells: Sequence[str], columns: Sequence[Column]) -> list[str]:
    return [cell for cell, column in zip(cells, columns, strict=True) if cell_of(column.field)]
