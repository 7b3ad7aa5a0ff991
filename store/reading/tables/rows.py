"""From the cells of a table's rows to tasks: joined cells filled, cells put under their columns, sides and doubts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from store.reading.names.accounting import left_over
from store.reading.names.owners import Known, promoted
from store.reading.names.people import names_in
from store.reading.names.sharing import shares
from store.reading.result import TaskFound
from store.reading.signs.columns import OTHER
from store.reading.signs.labels import Declared
from store.reading.signs.marks import mark_of
from store.reading.signs.measures import deadlines_in, targets_in
from store.reading.tables.cells import CellRow, Table
from store.reading.tables.fit import fit, narrowed
from store.reading.tables.misplaced import Placed, without_misplaced
from store.records.cells import RESPONSIBILITY_FIELDS, leaders_field, units_field
from store.records.doubts import doubt
from store.records.values import SIDES, Column, Doubt, Extra, SideName

CATEGORY = "类别"
"""The label of a heading within the table over rows that have items of their own."""
_EMPTY = re.compile(r"[-—–/\\无]?")


def rows_of(table: Table, known: Known) -> tuple[TaskFound, ...]:
    """The tasks of a table; people and units known from the roster help to tell columns apart."""
    people, units = frozenset(known.people), known.units
    last_owner = max(
        (place for place, column in enumerate(table.columns) if column.field in RESPONSIBILITY_FIELDS),
        default=-1,
    )
    rows: list[TaskFound] = []
    category = ""
    for cells in table.rows:
        if cells.category:
            category = cells.cells[0]
            continue
        placed, covered = _placed(cells.cells, table.columns, people)
        short = len(cells.cells) <= last_owner
        row = _row(placed, covered, short, cells, rows[-1] if rows else None, people, units)
        extras = (Extra(CATEGORY, category),) if category and row.item else ()
        rows.append(replace(row, item=row.item or category, extras=(*extras, *row.extras)))
    return tuple(_promoted(row, known.declared) for row in rows)


def _placed(cells: Sequence[str], columns: Sequence[Column], people: frozenset[str]) -> tuple[Placed, int]:
    """Field to (label, cell), and how many columns at the left are covered by a joined cell from above.

    Covered cells are missing at the left and the row was filled up at the right; what the cells hold says by how much.
    """
    given = list(cells[: len(columns)]) + [""] * (len(columns) - len(cells))
    if len(cells) > len(columns):
        given = max(narrowed(cells, len(columns)), key=lambda given: fit(given, 0, columns, people))
    room = next((count for count, cell in enumerate(reversed(given)) if cell), len(given))
    shifts = range(min(room, len(columns) - 1) + 1)
    shift = max(shifts, key=lambda shift: (fit(given, shift, columns, people), -shift))
    placed: Placed = {}
    for column, cell in zip(columns, [""] * shift + given, strict=False):
        placed.setdefault(column.field, []).append((column.label, cell))
    return placed, shift


def _row(
    placed: Placed,
    covered: int,
    short: bool,
    cells: CellRow,
    above: TaskFound | None,
    people: frozenset[str],
    units: Sequence[str],
) -> TaskFound:
    placed, asked = without_misplaced(placed)

    def cell(field: str) -> str:
        # A line break within a cell stands between two names, but within a sentence.
        within = " " if field in RESPONSIBILITY_FIELDS else ""
        texts = (text.replace("\n", within) for _, text in placed.get(field, ()))
        return " ".join(text for text in texts if text and not _EMPTY.fullmatch(text))

    text = cell("text").replace("\t", " ")
    mark = mark_of(text)
    item = cell("item") or (above.item if above and "item" in placed else "")
    leaders = {leaders_field(side): names_in(cell(leaders_field(side)), people) for side in SIDES}
    sides = leaders | _units(cell, units)
    same_item = above is not None and "item" in placed and not cell("item")
    if above and same_item and not any(sides.values()) and not asked:
        sides = {field: getattr(above, field) for field in RESPONSIBILITY_FIELDS}
    return TaskFound(
        item=item,
        number=cell("number") or (mark.printed if mark else ""),
        text=mark.rest if mark and not cell("number") else text,
        source=cells.source,
        deadline=cell("deadline") or deadlines_in(text),
        targets=(cell("targets"),) if cell("targets") else targets_in(text),
        remark=cell("remark"),
        extras=_extras(placed, sides),
        doubts=(
            *asked,
            *_doubts(
                sides, (short and not covered) or cells.open_question, len(list(filter(None, cells.cells)))
            ),
        ),
        **sides,
    )


def _extras(placed: Placed, sides: dict[str, tuple[str, ...]]) -> tuple[Extra, ...]:
    """The cells of columns that the program does not know, and of owners' cells those that say more than names."""
    found = [(label, text) for label, text in placed.get(OTHER, ()) if text]
    names = "".join(name for names in sides.values() for name in names)
    for field in RESPONSIBILITY_FIELDS:
        found += [(label, text) for label, text in placed.get(field, ()) if left_over(text, names)]
    return tuple(Extra(label, text.replace("\n", "")) for label, text in found)


def _promoted(row: TaskFound, declared: Declared) -> TaskFound:
    """The row with the units in the lead that the notice declares to be, where the row itself has none."""
    if not declared or row.lead_units or not row.participant_units:
        return row
    lead, participants, doubts = promoted(row.participant_units, declared)
    return replace(row, lead_units=lead, participant_units=participants, doubts=(*row.doubts, *doubts))


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
    side: SideName = "participant" if sides[units_field("participant")] else "lead"
    return (doubt(side, "few_cells", count),)
