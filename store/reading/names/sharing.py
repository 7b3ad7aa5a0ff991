"""Who leads and who takes part within one cell of units: 甲局(牵头)、乙局; 牵头:甲局;配合:乙局; 甲局牵头,乙局配合."""

import re
from collections.abc import Iterable

from store.reading.names.clauses import free_clauses
from store.reading.names.units import units_in
from store.reading.signs.lines import folded
from store.records.cells import cell_of
from store.records.values import SideName

_LEAD, _SHARE = r"牵头|主办|主责|负总责", r"配合|协办|协同|协助|参与|参加|责任"
_NOTE = re.compile(rf"\((?:(?P<lead>{_LEAD})|(?:{_SHARE}))(?:单位|部门|处室|负责)?\)$")
_LABEL = re.compile(rf"(?:(?P<lead>{_LEAD})|(?:{_SHARE}))(?:单位|部门|处室|科室|股室)? ?:")

Shares = dict[SideName, tuple[str, ...]]


def shares(cell: str, side: SideName, known: Iterable[str] = ()) -> Shares:
    """The units of a cell by side: the column's own side where the cell does not say otherwise."""
    names = list(known)
    labelled = _labelled(cell, names) or _clauses(cell, names)
    if labelled:
        return labelled
    found: Shares = {}
    for unit in units_in(cell, names):
        note = _NOTE.search(folded(unit))
        own: SideName = side if note is None else "lead" if note["lead"] else "participant"
        found[own] = (*found.get(own, ()), unit[: note.start()] if note else unit)
    return found


def _labelled(cell: str, known: list[str]) -> Shares:
    labels = list(_LABEL.finditer(folded(cell)))
    if not labels or folded(cell)[: labels[0].start()].strip(" ,;。"):
        return {}
    found: Shares = {}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        side: SideName = "lead" if label["lead"] else "participant"
        units = units_in(cell[label.end() : following.start() if following else len(cell)], known)
        found[side] = (*found.get(side, ()), *units)
    return found


def _clauses(cell: str, known: list[str]) -> Shares:
    """X牵头,Y配合: only where the cell says who leads; a bare 负责 adds nothing to the column's own word."""
    clauses = free_clauses(cell) if "牵头" in folded(cell) else []
    found: Shares = {}
    for field, value in clauses:
        named = cell_of(field)
        if named and named.kind == "units":
            found[named.side] = (*found.get(named.side, ()), *units_in(value, known))
    return found
