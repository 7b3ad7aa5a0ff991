"""Clauses that name who answers for a task without a label: X牵头,Y、Z配合; X会同Y负责; and the times between them."""

import re

from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import folded
from store.reading.signs.measures import is_time
from store.records.cells import cell_kind, leaders_field, units_field
from store.records.values import SideName

Values = list[tuple[str, str]]
"""Field and value of each clause, in order."""

_HOW = r"(?:(?:按照?|根据|依据|依)?(?:各自|有关|其)?职(?:责|能)(?:分工)?)?(?:分别|共同|具体|积极|协同|统筹|组织)?"
_LEADS = rf"{_HOW}(?:负责)?(?:总?牵头|主办)(?:负责|组织|落实|抓总|实施|推进|办理|协调)*"
_SHARES = rf"{_HOW}(?:配合|参与|参加|协助|协同|协办)(?:落实|实施|负责|推进|做好)?"
_ANSWERS = rf"{_HOW}(?:负责|落实|实施|办理|推进|承办|主管)(?:组织)?(?:落实|实施|推进)?"
_END = r"(?=[,;。、()\n ]|$)"
VERB = re.compile(rf"(?P<leads>{_LEADS})|(?P<shares>{_SHARES}){_END}|(?P<answers>{_ANSWERS}){_END}")
"""What a unit does for a task: it leads, shares in it, or answers for it. For folded text."""
_WITH = re.compile(r"会同")
_NAME = re.compile(r"(?!.*(?:的|要|应|将|把|对|与|为|做|建|推|加|开|完|进一步|工作$))[\u3400-\u9fff()]{2,14}")
"""What a body's name can look like that does not end as units do."""
_BETWEEN = " \n,;。、" + "\uff0c\uff1b\u3000"
_BY = re.compile(r"^(?:具体|主要|分别)?由")


def free_clauses(text: str) -> Values:
    """Field and value of each clause of X牵头,Y、Z配合, with the times that it names; none where a clause names anything but units."""
    text, times = without_times(text)
    one_form = folded(text)
    values: Values = []
    end = 0
    for verb in VERB.finditer(one_form):
        names = text[end : verb.start()].strip(_BETWEEN)
        by = _BY.match(folded(names))
        names = names[by.end() :] if by else names
        partner = _WITH.search(folded(names))
        side: SideName = "lead" if verb["leads"] else "participant"
        if partner:
            values += [(_field(value, whose), value) for whose, value in _pair(names, partner) if value]
        elif names:
            values.append((_field(names, side), names))
        end = verb.end()
    if not values or one_form[end:].strip(" 。;,\n") or not _are_owners(values):
        return []
    return [*values, *(("deadline", time) for time in times)]


def without_times(text: str) -> tuple[str, list[str]]:
    """The text without the clauses that only say when, and those."""
    clauses = re.split("([,;。\uff0c\uff1b])", text)
    times = [clause.strip() for clause in clauses if is_time(clause)]
    return "".join(clause for clause in clauses if not is_time(clause)) if times else text, times


def _pair(names: str, partner: "re.Match[str]") -> tuple[tuple[SideName, str], tuple[SideName, str]]:
    """The two sides of X会同Y."""
    return ("lead", names[: partner.start()]), ("participant", names[partner.end() :])


def _field(names: str, side: SideName) -> str:
    return leaders_field(side) if are_names(names) and not _all_units(names) else units_field(side)


def _are_owners(values: Values) -> bool:
    """Whether the values name owners: units and people, with here and there a body that is not called like a unit (中国电信)."""
    names = [unit for field, value in values if cell_kind(field) == "units" for unit in units_in(value)]
    sure = sum(map(looks_like_unit, names))
    return all(looks_like_unit(name) or _NAME.fullmatch(folded(name)) for name in names) and 2 * sure >= len(
        names
    )


def _all_units(value: str) -> bool:
    units = units_in(value)
    return bool(units) and all(map(looks_like_unit, units))
