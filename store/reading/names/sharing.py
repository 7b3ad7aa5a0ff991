"""Who leads and who takes part within one cell of units: 甲局(牵头)、乙局; 牵头:甲局;配合:乙局;
甲局牵头,乙局配合.
"""

import re
from collections.abc import Iterable

from store.reading.names.clauses import free_clauses
from store.reading.names.units import units_in
from store.reading.signs.lines import folded
from store.records.cells import cell_of
from store.records.values import SideName

_LEAD, _SHARE = r"牵头|主办|主责|负总责", r"配合|协办|协同|协助|参与|参加|责任"
# 区住建局(牵头)、区财政局(配合单位).
_NOTE = re.compile(rf"\((?:(?P<lead>{_LEAD})|(?:{_SHARE}))(?:单位|部门|处室|负责)?\)$")
# 牵头:区水务局;配合:各街道.
_LABEL = re.compile(rf"(?:(?P<lead>{_LEAD})|(?:{_SHARE}))(?:单位|部门|处室|科室|股室)? ?:")

Shares = dict[SideName, tuple[str, ...]]
"""The units of each side that a cell says something of."""


def shares(cell: str, side: SideName, known: Iterable[str] = ()) -> Shares:
    """Return the units of a cell by side: the column's own side where the cell does not say otherwise."""
    names = list(known)
    said = _labelled(cell, names) or _clauses(cell, names)
    if said:
        return said
    found: Shares = {}
    for unit in units_in(cell, names):
        note = _NOTE.search(folded(unit))
        if note is None:
            _add(found, side, unit)
        else:
            _add(found, _side_of(note), unit[: note.start()])
    return found


def _labelled(cell: str, known: list[str]) -> Shares:
    """Return the units behind labels within a cell; none where something stands before the first."""
    labels = list(_LABEL.finditer(folded(cell)))
    if not labels or folded(cell)[: labels[0].start()].strip(" ,;。"):
        return {}
    found: Shares = {}
    starts = [label.start() for label in labels]
    for label, end in zip(labels, [*starts[1:], len(cell)], strict=True):
        units = units_in(cell[label.end() : end], known)
        _add(found, _side_of(label), *units)
    return found


def _clauses(cell: str, known: list[str]) -> Shares:
    """Return the units of X牵头,Y配合: a bare 负责 adds nothing to the column's own word."""
    found: Shares = {}
    if "牵头" not in folded(cell):
        return found
    for field, value in free_clauses(cell):
        named = cell_of(field)
        if named and named.kind == "units":
            _add(found, named.side, *units_in(value, known))
    return found


def _side_of(found: "re.Match[str]") -> SideName:
    return "lead" if found["lead"] else "participant"


def _add(found: Shares, side: SideName, *units: str) -> None:
    found[side] = (*found.get(side, ()), *units)
