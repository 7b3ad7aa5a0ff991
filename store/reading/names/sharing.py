"""Who leads and who takes part within one cell of units: 甲局(牵头)、乙局; 牵头:甲局;配合:乙局;
甲局牵头,乙局配合.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from store.reading.names.clauses import Clause, free_clauses
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import cut, folded, unpadded
from store.reading.signs.owner_words import ANSWERS, DUTY, STANDARD, OwnerWords
from store.records.cells import cell_of
from store.records.values import SideName

_BODY = "单位|部门|处室|科室|股室"
# 区住建局(牵头)、区财政局(配合单位), 区水务局(负责牵头).
_NOTE = re.compile(rf"[(\[〔【](?P<word>(?:{DUTY}){{1,2}}(?:{_BODY})?)[)\]〕】]$")
# 牵头:区水务局;配合:各街道; 指导部门:市水务局.
_LABEL = re.compile(rf"(?:^|(?<=[ ,;。、]))(?P<word>(?:{DUTY}){{1,2}}(?:{_BODY})?) ?:")
# 区水务局负责 adds nothing to the word over its column.
_ANSWERS = re.compile(rf"(?:{ANSWERS}|责任|分工|共同)+")
# 区水务局,区财政局: a clause of its own, not of the verb behind the second.
_CLAUSE = re.compile(r"[,;\uff0c\uff1b]")

Shares = dict[SideName, tuple[str, ...]]
"""The units of each side that a cell says something of."""


class Share(NamedTuple):
    """Units of a cell, the side that they are on, and the word in the cell that says so."""

    side: SideName
    units: tuple[str, ...]
    word: str = ""


def shares(cell: str, side: SideName, known: Iterable[str] = (), words: OwnerWords = STANDARD) -> Shares:
    """Return the units of a cell by side: the column's own side where the cell does not say otherwise."""
    found: Shares = {}
    for share in shared_out(cell, side, known, words):
        before = found.get(share.side, ())
        found[share.side] = before + share.units
    return found


def shared_out(
    cell: str, side: SideName, known: Iterable[str] = (), words: OwnerWords = STANDARD
) -> list[Share]:
    """Return the units of a cell as it shares them out, in order: 甲局牵头,乙局配合."""
    names = list(known)
    labels = list(_LABEL.finditer(folded(cell)))
    end = labels[0].start() if labels else len(cell)
    found = list(_unlabelled(cell[:end], side, names, words))
    ends = [label.start() for label in labels[1:]]
    for label, end in zip(labels, [*ends, len(cell)], strict=False):
        word = unpadded(label["word"])
        units = units_in(cell[label.end() : end], names)
        own = _side_of(word, side, words)
        found.append(Share(own, units, word))
    return found


def _unlabelled(cell: str, side: SideName, known: list[str], words: OwnerWords) -> Iterator[Share]:
    """Give the units of a cell, or a part of one, without labels."""
    clauses = [clause for clause in free_clauses(cell, words) if clause.word]
    if not clauses or all(_ANSWERS.fullmatch(clause.word) for clause in clauses):
        yield from _noted(cell, side, known, words)
        return
    for clause in free_clauses(cell, words):
        yield from _of_clause(clause, side, known, words)


def _of_clause(clause: Clause, side: SideName, known: list[str], words: OwnerWords) -> Iterator[Share]:
    """Give the units of X牵头: in a column of those who lead, of 甲局,乙局配合 the first leads."""
    named = cell_of(clause.field)
    if named is None or named.kind != "units":
        return
    adds_nothing = not clause.word or _ANSWERS.fullmatch(clause.word)
    own = named.side if not adds_nothing or side == "participant" else side
    stops = list(_CLAUSE.finditer(clause.value)) if side != own else []
    if stops and looks_like_unit(unpadded(clause.value[stops[-1].end() :])):
        first = clause.value[: stops[-1].start()]
        second = clause.value[stops[-1].end() :]
        yield Share(side, units_in(first, known))
        yield Share(own, units_in(second, known), clause.word)
        return
    yield Share(own, units_in(clause.value, known), clause.word)


def _noted(cell: str, side: SideName, known: list[str], words: OwnerWords) -> Iterator[Share]:
    """Give the units of a cell, each on the side that a note behind it says."""
    for unit in units_in(cell, known):
        note = _NOTE.search(folded(unit))
        if note:
            name = unit[: note.start()]
            own = _side_of(note["word"], side, words)
            yield Share(own, (name,), cut(unit, note, "word"))
        else:
            yield Share(side, (unit,))


def _side_of(word: str, side: SideName, words: OwnerWords) -> SideName:
    """Return the side of a word in a cell; those that it does not settle take part."""
    if _ANSWERS.fullmatch(unpadded(word)) and side == "participant":
        return side
    said = words.side_of(word)
    return said if said == "lead" else "participant"
