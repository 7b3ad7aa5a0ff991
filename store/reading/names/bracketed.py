"""Brackets of a point: where they stand, and what they say of owners (X牵头,Y、Z配合)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.reading.names.clauses import Clause, Clauses, free_clauses, without_times
from store.reading.names.labelled import glued, labelled
from store.reading.names.owners import UNREAD, Known
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.labels import without_declaration
from store.reading.signs.lines import folded
from store.records.cells import units_field

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
# (不含10亩), (共3项), (以下简称市水务局), (见附件2), (试行), (含高新区): remarks, whatever they name.
_REMARK = re.compile(
    r"(?:不?含|不?包括|共|约|其中|以下|下同|下称|简称|统称|即|见|详见|参见|原|试行|暂行|注|附|依据|根据|例如|如|截至|除|按照?《|《)"
)
# 市水务局抓好, 请市财政局和各区办理: a body within a phrase.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:局|委员会|管委会|[市县区州省改编健资革教信商]委|办公室|[府委]办|部门|厅|政府|公司|集团|中心"
    r"|街道|[^到全本内]部|[^好出到去]处(?![理于置分罚])|[\u4e00-\u9fff]科(?![技学研普创])|[法学]院|协会|工会|妇联|团委)"
)


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
        if re.search("[。:《]", folded(inner)) or _REMARK.match(folded(inner)):
            return []
        names = units_in(inner, known.units)
        if not names or min(map(len, names)) <= 2 or not all(map(looks_like_unit, names)):
            return []
        deadlines = [Clause("deadline", time) for time in times]
        return [Clause(units_field("participant"), inner), *deadlines]

    def names_owners(self, known: Known) -> bool:
        """Tell whether it stands where owners do and names bodies, understood or not."""
        return self.ends_sentence and names_bodies(self.inner, known.units)


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
    field = UNREAD if names_bodies(rest, known.units) else "remark"
    return [Clause(field, rest)]


def names_bodies(text: str, known: Sequence[str] = ()) -> bool:
    """Tell whether a text names bodies, or looks as if it did, and is no remark (不含…, 以下简称…)."""
    one_form = folded(text)
    if _REMARK.match(one_form):
        return False
    names_known = any(unit in one_form for unit in known)
    return names_known or bool(_BODY.search(one_form))
