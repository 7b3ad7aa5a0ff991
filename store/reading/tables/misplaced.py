"""Cells that do not hold what their column is for: set aside under its label and asked about."""

import re
from collections.abc import Callable

from store.reading.names.leaders import leaders_in
from store.reading.names.people import are_names, is_office, looks_like_name
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.columns import OTHER
from store.reading.signs.lines import folded, unpadded
from store.reading.tables.cells import CellsByField
from store.reading.tables.fit import are_units, names_owners
from store.records.cells import CELLS
from store.records.doubts import doubt
from store.records.values import Doubt, SideName
from store.words.names import is_collective

# 推进改革, 新建1处: what is done, under units. No text here has one; kept for rows whose cells have slipped.
_DOES = re.compile(
    r"(?:开展|推进|推动|加强|加快|完善|建立|健全|落实|做好|提升|提高|实施|优化|深化|制定|编制|组织|新建|新增|完成|确保|建设|改造|清理|强化)"
)
_LONGEST_NAME = 24
_LONGEST_PERSON = 4


def without_misplaced(cells: CellsByField) -> tuple[CellsByField, tuple[Doubt, ...]]:
    """Return the cells without those that are wrong under their column, and a question for each.

    Wrong are cells that name no unit under units, nobody under leaders, or owners under a deadline.
    """
    kept: CellsByField = {field: list(own) for field, own in cells.items()}
    asked: list[Doubt] = []
    for field, side, is_wrong in _JUDGED:
        for cell in cells.get(field, ()):
            if is_wrong(cell.text):
                kept[field].remove(cell)
                kept.setdefault(OTHER, []).append(cell)
                asked.append(doubt(side, "misplaced", cell.label, cell.text[:20]))
    return kept, tuple(asked)


def _is_no_unit(cell: str) -> bool:
    """Tell whether a cell under units is a sentence, or says what is done and names nobody."""
    names = units_in(cell)
    if not names or any(map(looks_like_unit, names)):
        return False
    one_form = folded(cell)
    if "。" in one_form or _DOES.match(one_form) or are_names(cell):
        return True
    return max(map(len, names)) > _LONGEST_NAME


def _is_nobody(cell: str) -> bool:
    """Tell whether a cell under leaders names units, or is too long for a name and no office either."""
    names = leaders_in(cell)
    if not any(sign.isalnum() for sign in cell) or is_collective(unpadded(folded(cell))):
        return False
    if any(looks_like_name(name) or is_office(name) for name in names):
        return False
    longest = max(map(len, names), default=0)
    return longest > _LONGEST_PERSON or are_units(cell)


def _is_no_time(cell: str) -> bool:
    """Tell whether a cell under a deadline names owners."""
    return bool(cell.strip()) and (names_owners(cell) or are_units(cell))


_JUDGED: tuple[tuple[str, SideName, Callable[[str], bool]], ...] = (
    *((cell.field, cell.side, _is_no_unit if cell.kind == "units" else _is_nobody) for cell in CELLS),
    ("deadline", "participant", _is_no_time),
)
"""Fields whose cells are looked at, the side that a wrong one is asked about on, and what is wrong there."""
