"""From the cells of a table's rows to tasks: joined cells filled, cells put under their columns, sides and doubts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from store.model import RESPONSIBILITY_FIELDS, SIDES, Column, Doubt, SideName, units_field
from store.names import is_collective
from store.reading.cells import CellRow, Table
from store.reading.columns import OTHER
from store.reading.labels import Declared
from store.reading.lines import unpadded
from store.reading.marks import mark_of
from store.reading.measures import deadlines_in, targets_in
from store.reading.owners import Known
from store.reading.people import are_names, names_in
from store.reading.result import Row
from store.reading.sharing import shares
from store.reading.units import looks_like_unit, units_in

_EMPTY = re.compile(r"[-—–/\\无]?")


def rows_of(table: Table, known: Known) -> tuple[Row, ...]:
    """The tasks of a table; people and units known from the roster help to tell columns apart."""
    people, units = frozenset(known.people), known.units
    rows: list[Row] = []
    category = ""
    for cells in table.rows:
        if cells.category:
            category = cells.cells[0]
            continue
        placed, covered = _placed(cells.cells, table.columns, people)
        short = len(cells.cells) < len(table.columns)
        row = _row(placed, covered, short, cells, rows[-1] if rows else None, people, units)
        rows.append(replace(row, item=row.item or category))
    return tuple(_promoted(row, known.declared) for row in rows)


def _placed(cells: Sequence[str], columns: Sequence[Column], people: frozenset[str]) -> tuple[dict[str, list[tuple[str, str]]], int]:
    """Field to (label, cell), and how many columns at the left are covered by a joined cell from above.

    Covered cells are missing at the left and the row was filled up at the right; what the cells hold says by how much.
    """
    given = list(cells[: len(columns)]) + [""] * (len(columns) - len(cells))
    if len(cells) > len(columns):
        given = max(_narrowed(cells, len(columns)), key=lambda given: _fit(given, 0, columns, people))
    room = next((count for count, cell in enumerate(reversed(given)) if cell), len(given))
    shifts = range(min(room, len(columns) - 1) + 1)
    shift = max(shifts, key=lambda shift: (_fit(given, shift, columns, people), -shift))
    placed: dict[str, list[tuple[str, str]]] = {}
    for column, cell in zip(columns, [""] * shift + given, strict=False):
        placed.setdefault(column.field, []).append((column.label, cell))
    return placed, shift


def _narrowed(cells: Sequence[str], width: int) -> list[list[str]]:
    """The ways to put too many cells into the columns, one cell taking in its neighbours; the last cell first."""
    more = len(cells) - width + 1
    return [[*cells[:place], " ".join(cells[place : place + more]), *cells[place + more :]] for place in reversed(range(width))]


def _fit(cells: Sequence[str], shift: int, columns: Sequence[Column], people: frozenset[str]) -> int:
    covered = 0 if columns[0].field in {"item", "number"} or not shift else -4
    return covered + sum(_fit_of(cell, column.field, people) for cell, column in zip(cells, columns[shift:], strict=False))


@lru_cache(maxsize=8192)
def _fit_of(cell: str, field: str, people: frozenset[str]) -> int:
    """How well a cell's content stands under a field."""
    if field in {"text", "item"}:
        if not cell:
            return -5 if field == "text" else 0
        mark = mark_of(cell)
        outer = mark is not None and mark.rank < 3
        numbered = 0 if mark is None else 2 if outer == (field == "item") else -1
        return numbered + (-3 if are_names(cell, people) or _are_units(cell) else 1)
    if not cell or field == OTHER:
        return 0
    if field == "number":
        return 2 if cell.strip(".、").isdecimal() else -3
    if field.endswith("_units"):
        return 2 if _are_units(cell) else -3 if are_names(cell, people) else -4 if "。" in cell else 0
    if field.endswith("_leaders"):
        return 2 if are_names(cell, people) else -4 if "。" in cell else -2 if _are_units(cell) and not is_collective(unpadded(cell)) else 0
    return 0


def _are_units(cell: str) -> bool:
    return len(cell) <= 200 and "。" not in cell and all(looks_like_unit(unit) for unit in units_in(cell))


def _row(
    placed: dict[str, list[tuple[str, str]]],
    covered: int,
    short: bool,
    cells: CellRow,
    above: Row | None,
    people: frozenset[str],
    units: Sequence[str],
) -> Row:
    def cell(field: str) -> str:
        return " ".join(text for _, text in placed.get(field, ()) if text and not _EMPTY.fullmatch(text))

    text = cell("text").replace("\t", " ")
    mark = mark_of(text)
    item = cell("item") or (above.item if above and "item" in placed else "")
    sides = {field: names_in(cell(field), people) for field in RESPONSIBILITY_FIELDS if field.endswith("_leaders")} | _units(cell, units)
    same_item = above is not None and "item" in placed and not cell("item")
    if above and same_item and not any(sides.values()):
        sides = {"lead_units": above.lead_units, "lead_leaders": above.lead_leaders, "participant_units": above.participant_units}
        sides["participant_leaders"] = above.participant_leaders
    remark = ";".join([cell("remark"), *(f"{label}:{text}" for label, text in placed.get(OTHER, ()) if text)]).strip(";")
    return Row(
        item=item,
        number=cell("number") or (mark.printed if mark else ""),
        text=mark.rest if mark else text,
        source=cells.source,
        deadline=cell("deadline") or deadlines_in(text),
        targets=(cell("targets"),) if cell("targets") else targets_in(text),
        remark=remark,
        doubts=_doubts(sides, short and not covered, len(cells.cells)),
        **sides,
    )


def _promoted(row: Row, declared: Declared) -> Row:
    """The row with the units in the lead that the notice declares to be, where the row itself has none."""
    if not declared or row.lead_units or not row.participant_units:
        return row
    count = 1 if declared == "first" else len(row.participant_units)
    return replace(row, lead_units=row.participant_units[:count], participant_units=row.participant_units[count:])


def _units(cell: Callable[[str], str], known: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The units of both sides; a cell may say that some of its units are on the other side."""
    found: dict[str, tuple[str, ...]] = {units_field(side): () for side in SIDES}
    for column in SIDES:
        for side, units in shares(cell(units_field(column)), column, known).items():
            found[units_field(side)] = tuple(dict.fromkeys((*found[units_field(side)], *units)))
    return found


def _doubts(sides: dict[str, tuple[str, ...]], short: bool, count: int) -> tuple[Doubt, ...]:
    """A row with too few cells leaves open which columns its last ones stand in."""
    if not short or not any(sides.values()):
        return ()
    side: SideName = "participant" if sides["participant_units"] else "lead"
    return (Doubt(side, f"原表此行只有 {count} 格,所在栏不明,请对照原文确认"),)
