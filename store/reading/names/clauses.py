"""Clauses that name who answers for a task without a label: X牵头,Y、Z配合; X会同Y负责; and the times between
them.
"""

import re
from typing import NamedTuple

from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import cut, folded
from store.reading.signs.measures import is_time
from store.reading.signs.owner_words import ANSWERS, DUTY, HOW, STANDARD, OwnerWords, words_of_kind
from store.records.cells import cell_kind, leaders_field, units_field
from store.records.values import SideName

UNREAD = "unread"
"""The field of a clause that names bodies and is not understood: asked about on the row."""


class Clause(NamedTuple):
    """The field and the value of a clause, and the word that says which side it is on."""

    field: str
    value: str
    word: str = ""


Clauses = list[Clause]
"""The clauses of a text, in order: ("lead_units", "市水务局", "牵头")."""

_LEADS = rf"(?:负责)?(?:总?牵头|{words_of_kind('lead')})"
_SHARES = words_of_kind("participant", "asked")
_TAIL = rf"(?:{ANSWERS}|协调|抓总|(?:做好)?(?:相关|有关|各项|具体)?工作|做好)*"
_END = r"(?=[,;。、()\n ]|会同|商|$)"
VERB = re.compile(
    # 市水务局为牵头单位, 各区是责任单位.
    rf"(?:{HOW})?(?:[为是](?P<being>(?:{DUTY})+)(?:单位|部门|处室|科室)?{_END}"
    # 省发展改革委牵头负责, 市水务局总牵头.
    rf"|(?P<leads>{_LEADS}){_TAIL}"
    # 省公安厅、省税务局配合; 各地级市人民政府按职责分工负责; 市财政局配合做好相关工作.
    rf"|(?P<shares>(?:{_SHARES})+)(?={_TAIL}{_END}){_TAIL})"
)
"""What a unit does for a task: it leads, shares in it, or answers for it. For folded text."""
# 省发展改革委会同省交通运输厅负责.
_WITH = re.compile(r"会同")
# 市水务局牵头会同市财政局, at the end.
_JOINED = re.compile(r"[,]?(?:会同|商)(?P<names>[^。;]{2,120})$")
# 中国电信, 中国移动省公司; a clause that goes on to say what is done (加强监管的) names nobody.
_NAME = re.compile(
    r"(?!.*(?:的|要|应|将|把|对|与|为|做|建|推|加|开|完|制定|研究|提出|编制|出台|持续|长期|年内|全年|进一步|工作$))[\u3400-\u9fff()]{2,14}"
)
"""What a body's name can look like that does not end as units do."""
# 公安、司法、民政等部门; 公安、卫生健康部门: bodies by what they are for.
_OF_BODIES = re.compile(r"、[^、,;。]{2,10}(?:部门|机关)$")
_BETWEEN = " \n,;。、" + "\uff0c\uff1b\u3000"
# 由市水务局牵头 in a bracket: no text here has it; kept since sentences say it so (prose/sentences.py).
_BY = re.compile(r"^(?:具体|主要|分别)?由")
# What parts clauses, kept when a text is parted, so that it can be put together again.
_STOPS = re.compile("([,;。\uff0c\uff1b])")


def free_clauses(text: str, words: OwnerWords = STANDARD) -> Clauses:
    """Return field and value of each clause of X牵头,Y、Z配合, with the times that it names.

    There are none where a clause names anything but units.
    """
    text, times = without_times(text)
    one_form = folded(text)
    clauses: Clauses = []
    end = 0
    for verb in VERB.finditer(one_form):
        names = text[end : verb.start()].strip(_BETWEEN)
        word = verb["being"] or verb["leads"] or verb["shares"]
        side = words.side_of(word)
        if side != "none":
            clauses += _clauses_of(names, side or "participant", word)
        end = verb.end()
    joined = _JOINED.match(one_form.rstrip(" 。;,\n"), end) if clauses else None
    if joined:
        clauses += _clauses_of(cut(text, joined, "names"), "participant", "")
    rest = "" if joined else text[end:].strip(_BETWEEN)
    if clauses and rest and "牵头" in one_form and _all_units(rest):
        clauses.append(Clause(units_field("participant"), rest))  # 市水务局牵头,市财政局、市审计局
        rest = ""
    if not clauses or rest or not _are_owners(clauses, words):
        return []
    return [*clauses, *(Clause("deadline", time) for time in times)]


def without_times(text: str) -> tuple[str, list[str]]:
    """Return the text without the clauses that only say when, and those."""
    times: list[str] = []
    others: list[str] = []
    for clause in _STOPS.split(text):
        if is_time(clause):
            times.append(clause.strip())
        else:
            others.append(clause)
    return "".join(others), times


def _clauses_of(names: str, side: SideName, word: str) -> Clauses:
    """Return the names before a verb under their field; of X会同Y the first leads and the second takes
    part.
    """
    by = _BY.match(folded(names))
    if by:
        names = names[by.end() :]
    partner = _WITH.search(folded(names))
    if partner is None:
        return [Clause(_field(names, side), names, word)] if names else []
    first = names[: partner.start()]
    second = names[partner.end() :]
    clauses: Clauses = []
    if first:
        clauses.append(Clause(_field(first, "lead"), first))
    if second:
        clauses.append(Clause(_field(second, "participant"), second, word))
    return clauses


def _field(names: str, side: SideName) -> str:
    are_bodies = _OF_BODIES.search(folded(names)) or _all_units(names)
    names_people = not are_bodies and are_names(names)
    return leaders_field(side) if names_people else units_field(side)


def _are_owners(clauses: Clauses, words: OwnerWords) -> bool:
    """Tell whether the values name owners.

    They are units and people, with here and there a body that is not called like a unit (中国电信).
    Before a word of which the side is not known there are only units: 列入年度考核 names nobody.
    """
    names: list[str] = []
    for clause in clauses:
        if words.side_of(clause.word) is None and clause.word and not _all_units(clause.value):
            return False
        if cell_kind(clause.field) == "units":
            names += units_in(clause.value)
    if all(_OF_BODIES.search(folded(clause.value)) for clause in clauses):
        return True
    sure = 0
    for name in names:
        if looks_like_unit(name):
            sure += 1
        elif not _NAME.fullmatch(folded(name)):
            return False
    return 2 * sure >= len(names)


def _all_units(value: str) -> bool:
    units = units_in(value)
    return bool(units) and all(map(looks_like_unit, units))
