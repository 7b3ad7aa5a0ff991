"""Brackets of a point: where they stand, and what they say of owners (X牵头,Y、Z配合)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.reading.names.clauses import UNREAD, Clause, Clauses, free_clauses, without_times
from store.reading.names.labelled import glued, labelled
from store.reading.names.mentions import is_remark, names_bodies
from store.reading.names.owners import Known
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.declarations import without_declaration
from store.reading.signs.lines import folded
from store.reading.signs.measures import deadlines_in
from store.records.cells import units_field
from store.words.names import is_collective

_CLOSING = {
    "(": ")",
    "〔": "〕",
    "[": "]",
    "【": "】",
    "{": "}",
    "「": "」",
    "『": "』",
    "〖": "〗",
    "﹝": "﹞",
    "﹙": "﹚",
}
_LONGEST = 600
"""Signs of a bracket that can hold owners."""
_ENDS = " 。;,\n\uff1b\uff0c"
_STOPS = re.compile(r"([,;。\uff0c\uff1b])")
_AROUND = 20
"""Signs before and behind a bracket that tell where it stands."""
_MOST_DROPPED = 3
"""Clauses at the end of a bracket that say something else (市水务局牵头,列入年度考核)."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket of a point, not one within another: what it holds, and where it begins and ends."""

    inner: str
    start: int
    end: int
    before: str
    """The folded signs right before it."""
    behind: str
    """The folded signs right behind it, without blanks at their beginning."""

    @property
    def ends_clause(self) -> bool:
        """Whether it stands at the end of a sentence or clause, where owners stand."""
        return self.ends_sentence or self.behind[0] in ",、!"

    @property
    def ends_sentence(self) -> bool:
        """Whether it stands at the end of a sentence or line."""
        is_end = not self.behind or self.behind[0] in "。;\n"
        return is_end or self.before.rstrip().endswith(("。", ";", "!"))

    @property
    def is_last(self) -> bool:
        """Whether nothing stands behind it."""
        return not self.behind.strip(_ENDS)

    @property
    def stands_apart(self) -> bool:
        """Whether it is the last line of a point."""
        return self.before.endswith("\n") and not self.behind.strip(" 。;\n")

    def bare_units(self, known: Known) -> Clauses:
        """Return the units and times in it where it holds nothing else."""
        inner, times = without_times(without_declaration(self.inner))
        if re.search("[。:《]", folded(inner)) or is_remark(inner):
            return []
        names = units_in(inner, known.units)
        if not names or not all(map(_is_sure, names)):
            return []
        deadlines = [Clause("deadline", time) for time in times]
        return [Clause(units_field("participant"), inner), *deadlines]

    def names_owners(self, known: Known) -> bool:
        """Tell whether it stands where owners do and names bodies, understood or not."""
        label, colon, _ = folded(self.inner).partition(":")
        is_other = colon and known.words.side_of(label) == "none" and not names_bodies(label)
        return self.ends_sentence and not is_other and names_bodies(self.inner, known.units)


def _is_sure(name: str) -> bool:
    """Tell whether a wording is a body's: two signs (城区) may be a remark, but for 各区."""
    return looks_like_unit(name) and (len(name) > 2 or is_collective(name))


def brackets_in(body: str) -> Iterator[Bracket]:
    """Give the outermost brackets of a text; none goes over the end of a line."""
    closing: list[str] = []
    start = 0
    one_form = folded(body)
    for at, sign in enumerate(one_form):
        if sign in _CLOSING:
            start = start if closing else at
            closing.append(_CLOSING[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing and at - start <= _LONGEST:
                inner = body[start + 1 : at]
                before = one_form[max(0, start - _AROUND) : start]
                behind = one_form[at + 1 : at + 1 + _AROUND].lstrip(" ")
                yield Bracket(inner, start, at + 1, before, behind)
        elif sign == "\n":
            closing.clear()


def clauses_of_bracket(inner: str, known: Known) -> Clauses:
    """Return what a bracket says of owners by labels or verbs, and what it says besides."""
    inner = without_declaration(inner)
    found = labelled(inner, known.words)
    if found is None:
        return _unlabelled(inner, known)
    clauses, left = found
    return [*clauses, *_left(left, known)]


def _unlabelled(text: str, known: Known) -> Clauses:
    """Return the clauses of X牵头,Y配合 or 牵头单位X,配合单位Y, with what stands behind them."""
    clauses = free_clauses(text, known.words) or glued(text, known.words)
    if clauses:
        return clauses
    parts = _STOPS.split(text)
    for kept in range(len(parts) - 2, max(0, len(parts) - 2 - 2 * _MOST_DROPPED), -2):
        rest = "".join(parts[kept:])
        first = "".join(parts[:kept])
        clauses = free_clauses(first, known.words)
        if clauses:
            return [*clauses, *_left(rest, known)]
    return []


def _left(rest: str, known: Known) -> Clauses:
    """Return what a bracket says beside its owners: a remark, or bodies that were not understood."""
    rest = rest.strip(_ENDS)
    if not rest:
        return []
    if names_bodies(rest, known.units):
        return [Clause(UNREAD, rest)]
    return [Clause("deadline" if deadlines_in(rest) else "remark", rest)]
