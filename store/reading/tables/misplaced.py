"""Cells that do not hold what their column is for: set aside under the column's label and asked about, never filled in."""

import re

from store.reading.names.people import are_names, is_office, looks_like_name, names_in
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.columns import OTHER
from store.reading.signs.lines import folded, unpadded
from store.reading.tables.fit import are_units, names_owners
from store.records.cells import CELLS, cell_kind
from store.records.doubts import doubt
from store.records.values import Doubt, SideName
from store.words.names import is_collective

Placed = dict[str, list[tuple[str, str]]]
"""Field to the label and the cell of each of its columns."""

_FIELDS: tuple[tuple[str, SideName], ...] = (
    *((cell.field, cell.side) for cell in CELLS),
    ("deadline", "participant"),
)
_DOES = re.compile(
    r"(?:开展|推进|推动|加强|加快|完善|建立|健全|落实|做好|提升|提高|实施|优化|深化|制定|编制|组织|新建|新增|完成|确保|建设|改造|清理|强化)"
)
_LONGEST_NAME = 24
_LONGEST_PERSON = 4


def without_misplaced(placed: Placed) -> tuple[Placed, tuple[Doubt, ...]]:
    """The cells without those that name no unit under units, nobody under leaders, or owners under a deadline; a question for each."""
    kept: Placed = {field: list(cells) for field, cells in placed.items()}
    asked: list[Doubt] = []
    for field, side in _FIELDS:
        is_wrong = _IS_WRONG[cell_kind(field) or field]
        for label, text in [one for one in kept.get(field, ()) if is_wrong(one[1])]:
            kept[field].remove((label, text))
            kept.setdefault(OTHER, []).append((label, text))
            asked.append(doubt(side, "misplaced", label, text[:20]))
    return kept, tuple(asked)


def _is_no_unit(cell: str) -> bool:
    """Whether a cell under units is a sentence, or says what is done and names nobody."""
    names = units_in(cell)
    if not names or any(map(looks_like_unit, names)):
        return False
    return (
        "。" in folded(cell)
        or are_names(cell)
        or bool(_DOES.match(folded(cell)))
        or max(map(len, names)) > _LONGEST_NAME
    )


def _is_nobody(cell: str) -> bool:
    """Whether a cell under leaders names units, or is too long for a name and no office either."""
    names = names_in(cell)
    if (
        not any(sign.isalnum() for sign in cell)
        or any(looks_like_name(name) or is_office(name) for name in names)
        or is_collective(unpadded(folded(cell)))
    ):
        return False
    return are_units(cell) or any(len(name) > _LONGEST_PERSON for name in names)


def _is_no_time(cell: str) -> bool:
    """Whether a cell under a deadline names owners."""
    return bool(cell.strip()) and (names_owners(cell) or are_units(cell))


_IS_WRONG = {"units": _is_no_unit, "leaders": _is_nobody, "deadline": _is_no_time}
