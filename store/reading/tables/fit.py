"""How well cells stand under the columns of their table: what a cell holds tells where it belongs."""

from collections.abc import Sequence
from functools import lru_cache

from store.reading.names.clauses import free_clauses
from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.columns import OTHER
from store.reading.signs.lines import unpadded
from store.reading.signs.marks import mark_of
from store.reading.signs.measures import is_time
from store.records.cells import cell_kind
from store.records.values import Column
from store.words.names import is_collective


def narrowed(cells: Sequence[str], width: int) -> list[list[str]]:
    """The ways to put too many cells into the columns, one cell taking in its neighbours; the last cell first."""
    more = len(cells) - width + 1
    return [
        [*cells[:place], " ".join(cells[place : place + more]), *cells[place + more :]]
        for place in reversed(range(width))
    ]


def fit(cells: Sequence[str], shift: int, columns: Sequence[Column], people: frozenset[str]) -> int:
    """How well cells stand under the columns from a shift on."""
    covered = 0 if columns[0].field in {"item", "number"} or not shift else -4
    return covered + sum(
        fit_of(cell, column.field, people) for cell, column in zip(cells, columns[shift:], strict=False)
    )


@lru_cache(maxsize=8192)
def fit_of(cell: str, field: str, people: frozenset[str]) -> int:
    """How well a cell's content stands under a field."""
    if field in {"text", "item"}:
        if not cell:
            return -5 if field == "text" else 0
        mark = mark_of(cell)
        outer = mark is not None and mark.rank < 3
        numbered = 0 if mark is None else 2 if outer == (field == "item") else -1
        return numbered + (-3 if are_names(cell, people) or are_units(cell) else 1)
    if not cell or field == OTHER:
        return 0
    if field == "deadline":
        return 2 if is_time(cell) else -3 if are_units(cell) or are_names(cell, people) else 0
    if field == "number":
        return 2 if cell.strip(".、").isdecimal() else -3
    if cell_kind(field) == "units":
        return (
            2
            if are_units(cell) or free_clauses(cell)
            else -3
            if are_names(cell, people)
            else -4
            if "。" in cell
            else 0
        )
    if cell_kind(field) == "leaders":
        return (
            2
            if are_names(cell, people)
            else -4
            if "。" in cell
            else -2
            if are_units(cell) and not is_collective(unpadded(cell))
            else 0
        )
    return 0


def are_units(cell: str) -> bool:
    """Whether a cell names units and nothing else."""
    return len(cell) <= 200 and "。" not in cell and all(looks_like_unit(unit) for unit in units_in(cell))


def names_owners(cell: str) -> bool:
    """Whether a cell says who answers and nothing else."""
    return bool(cell.strip()) and (bool(free_clauses(cell)) or ("、" in cell and are_units(cell)))


def stands_under(cell: str, field: str, people: frozenset[str] = frozenset()) -> bool:
    """Whether a cell can stand under a column of owners or times; an empty one can."""
    if not cell.strip():
        return True
    if cell_kind(field) == "units":
        return are_units(cell) or bool(free_clauses(cell))
    if cell_kind(field) == "leaders":
        return (
            len(cell) <= 60
            and "。" not in cell
            and not (are_units(cell) and not is_collective(unpadded(cell)))
        )
    if field == "deadline":
        return is_time(cell) or (len(cell) <= 30 and not are_units(cell) and not are_names(cell))
    return True
