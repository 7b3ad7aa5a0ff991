"""Lines that say nothing but who answers for a point and till when: 责任单位:甲局 完成时限:6月底前."""

import re
from collections.abc import Iterable

from store.reading.names.clauses import Clause, Clauses, free_clauses
from store.reading.names.labelled import glued, labelled
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import folded
from store.reading.signs.owner_words import STANDARD, OwnerWords
from store.records.cells import cell_of, units_field
from store.records.doubts import doubt
from store.records.values import Doubt, SideName
from store.words.names import shortened

_LONGEST = 240
"""Signs of such a line."""
_LONGEST_QUOTED = 40
"""Signs of the lines that a question quotes."""
_ENDS = " 。;,"
# 【责任单位:甲局】【责任领导:王明】, (牵头单位:甲局;配合单位:乙局), each bracket whole.
_BRACKETS = re.compile(r"(?:[(【〔\[][^()【】〔〕\[\]]+[)】〕\]][,;]? ?)+")
_BRACKET = re.compile(r"[()【】〔〕\[\]]")
_DASHES = "-—–―─ "


def fields_named(text: str, words: OwnerWords = STANDARD) -> frozenset[str]:
    """Return the fields that a line names owners or times for; none where it says anything else."""
    clauses = owner_clauses(text, words)
    return frozenset(map(_kind, clauses)) if any(cell_of(clause.field) for clause in clauses) else frozenset()


def owners_between(lines: str) -> Doubt:
    """Ask whether the lines of owners between two points speak of the first or of the second."""
    side: SideName = "lead" if units_field("lead") in fields_named(lines) else "participant"
    return doubt(side, "owners_between", shortened(lines, _LONGEST_QUOTED))


def owner_clauses(text: str, words: OwnerWords = STANDARD) -> Clauses:
    """Return what a line says of owners and times; nothing where it says anything else."""
    one_form = folded(text).strip(_ENDS).lstrip(_DASHES)
    if len(one_form) > _LONGEST or "。" in one_form:
        return []
    if _BRACKETS.fullmatch(one_form):
        one_form = _BRACKET.sub(" ", one_form).strip()
    found = labelled(one_form, words)
    if found is None:
        clauses = free_clauses(one_form, words) or glued(one_form, words)
        return clauses if _are_sure(clauses) else []
    clauses, left = found
    is_all = not left and all(cell_of(clause.field) or clause.field == "deadline" for clause in clauses)
    return clauses if is_all else []


def _kind(clause: Clause) -> str:
    """Return the field of a clause, leaders of either side being one."""
    cell = cell_of(clause.field)
    return "leaders" if cell and cell.kind == "leaders" else clause.field


def _are_sure(clauses: Iterable[Clause]) -> bool:
    """Tell whether clauses without a label name units by their looks."""
    for clause in clauses:
        cell = cell_of(clause.field)
        if cell and cell.kind == "units" and not all(map(looks_like_unit, units_in(clause.value))):
            return False
    return True
