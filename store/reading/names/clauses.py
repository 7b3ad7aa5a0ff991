"""Clauses that name who answers for a task without a label: X牵头,Y、Z配合; X会同Y负责; and the times between
them.
"""

import re

from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import folded
from store.reading.signs.measures import is_time
from store.records.cells import cell_kind, leaders_field, units_field
from store.records.values import SideName

Clauses = list[tuple[str, str]]
"""Field and value of each clause, in order: ("lead_units", "市水务局")."""

# 按职责分工, 依各自职能, 分别, 共同 before a verb.
_HOW = r"(?:(?:按照?|根据|依据|依)?(?:各自|有关|其)?职(?:责|能)(?:分工)?)?(?:分别|共同|具体|积极|协同|统筹|组织)?"
_LEADS = rf"{_HOW}(?:负责)?(?:总?牵头|主办)(?:负责|组织|落实|抓总|实施|推进|办理|协调)*"
_SHARES = rf"{_HOW}(?:配合|参与|参加|协助|协同|协办)(?:落实|实施|负责|推进|做好)?"
_ANSWERS = rf"{_HOW}(?:负责|落实|实施|办理|推进|承办|主管)(?:组织)?(?:落实|实施|推进)?"
_END = r"(?=[,;。、()\n ]|$)"
# 省发展改革委牵头负责; 省公安厅、省税务局配合; 各地级市人民政府按职责分工负责.
VERB = re.compile(rf"(?P<leads>{_LEADS})|(?P<shares>{_SHARES}){_END}|(?P<answers>{_ANSWERS}){_END}")
"""What a unit does for a task: it leads, shares in it, or answers for it. For folded text."""
# 省发展改革委会同省交通运输厅负责.
_WITH = re.compile(r"会同")
# 中国电信, 中国移动省公司; a clause that goes on to say what is done (加强监管的) names nobody.
_NAME = re.compile(r"(?!.*(?:的|要|应|将|把|对|与|为|做|建|推|加|开|完|进一步|工作$))[\u3400-\u9fff()]{2,14}")
"""What a body's name can look like that does not end as units do."""
_BETWEEN = " \n,;。、" + "\uff0c\uff1b\u3000"
# 由市水务局牵头 in a bracket: no text here has it; kept since sentences say it so (prose/sentences.py).
_BY = re.compile(r"^(?:具体|主要|分别)?由")
# What parts clauses, kept when a text is parted, so that it can be put together again.
_STOPS = re.compile("([,;。\uff0c\uff1b])")


def free_clauses(text: str) -> Clauses:
    """Return field and value of each clause of X牵头,Y、Z配合, with the times that it names.

    There are none where a clause names anything but units.
    """
    text, times = without_times(text)
    one_form = folded(text)
    clauses: Clauses = []
    end = 0
    for verb in VERB.finditer(one_form):
        names = text[end : verb.start()].strip(_BETWEEN)
        clauses += _clauses_of(names, "lead" if verb["leads"] else "participant")
        end = verb.end()
    says_more = one_form[end:].strip(" 。;,\n")
    if not clauses or says_more or not _are_owners(clauses):
        return []
    return [*clauses, *(("deadline", time) for time in times)]


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


def _clauses_of(names: str, side: SideName) -> Clauses:
    """Return the names before a verb under their field; of X会同Y the first leads and the second takes
    part.
    """
    by = _BY.match(folded(names))
    if by:
        names = names[by.end() :]
    partner = _WITH.search(folded(names))
    if partner is None:
        return [(_field(names, side), names)] if names else []
    first = names[: partner.start()]
    second = names[partner.end() :]
    clauses: Clauses = []
    if first:
        clauses.append((_field(first, "lead"), first))
    if second:
        clauses.append((_field(second, "participant"), second))
    return clauses


def _field(names: str, side: SideName) -> str:
    names_people = are_names(names) and not _all_units(names)
    return leaders_field(side) if names_people else units_field(side)


def _are_owners(clauses: Clauses) -> bool:
    """Tell whether the values name owners.

    They are units and people, with here and there a body that is not called like a unit (中国电信).
    """
    names: list[str] = []
    for field, value in clauses:
        if cell_kind(field) == "units":
            names += units_in(value)
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
