"""Who answers for a point of running text: (牵头单位:…;责任单位:…), (X牵头,Y、Z配合), labelled lines, bare
brackets.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.reading.names.clauses import Clauses, free_clauses, without_times
from store.reading.names.labelled import labelled
from store.reading.names.people import names_in
from store.reading.names.sharing import shares
from store.reading.names.units import looks_like_unit, units_in
from store.reading.result import TaskFound
from store.reading.signs.labels import LABEL, Declared, without_declaration
from store.reading.signs.lines import folded
from store.reading.signs.owner_words import STANDARD, OwnerWords
from store.records.cells import cell_of, leaders_field, units_field
from store.records.doubts import doubt
from store.records.values import Doubt, SideName
from store.words.names import is_collective

_BRACKETS = {"(": ")", "〔": "〕", "[": "]", "【": "】"}
_LONGEST = 600
"""Signs of a bracket that can hold owners."""
_LONGEST_NAME = 24
"""Signs of a wording that is taken for a unit though it does not end as one."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Both sides as worded, with a deadline and targets where they are labelled."""

    lead_units: tuple[str, ...] = ()
    lead_leaders: tuple[str, ...] = ()
    participant_units: tuple[str, ...] = ()
    participant_leaders: tuple[str, ...] = ()
    deadline: str | None = None
    targets: tuple[str, ...] = ()
    remark: str = ""
    """What other labels say (整改措施:…), under their own words."""
    doubts: tuple[Doubt, ...] = ()
    apart: bool = False
    """Whether they stand in a bracket on a line of their own."""

    def put_on(self, task: TaskFound) -> TaskFound:
        """Return a task with these owners and what stands beside them."""
        return replace(
            task,
            lead_units=self.lead_units,
            lead_leaders=self.lead_leaders,
            participant_units=self.participant_units,
            participant_leaders=self.participant_leaders,
            deadline=self.deadline,
            targets=self.targets,
            remark=self.remark,
            doubts=self.doubts,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What the notice tells beside the point: who is on its roster, and who leads where nobody is said to."""

    people: Collection[str] = ()
    units: Sequence[str] = ()
    declared: Declared = ""
    words: OwnerWords = STANDARD
    """Which side each word for owners stands for."""


def owners_in(body: str, known: Known) -> list[tuple[str, Owners | None]]:
    """Return the parts of a point, each the text without its owners, and the owners if it names any.

    A point is one part, or several where each of its sentences ends in a bracket of its own.
    """
    parts, rest = _parts_with_brackets(body, known)
    if not parts:
        return [_labelled_part(body, known)]
    parts[-1] = _with_rest(*parts[-1], rest, known)
    return [(_put_right(text), owners) for text, owners in parts]


def _parts_with_brackets(body: str, known: Known) -> tuple[list[tuple[str, Owners]], str]:
    """Return the parts of a point that end in owners' brackets, and the text behind the last."""
    parts: list[tuple[str, Owners]] = []
    end = 0
    for start, behind in _bracketed(body):
        clauses = _clauses_in_bracket(body, start, behind)
        if not clauses:
            continue
        owners = _owners(clauses, known, apart=_stands_apart(body, start, behind))
        text = body[end:start]
        if parts and not text.strip(" 。;\n"):
            before, others = parts[-1]
            parts[-1] = (before, _together(others, owners))
        else:
            parts.append((text, owners))
        end = behind
    return parts, body[end:]


def _clauses_in_bracket(body: str, start: int, end: int) -> Clauses:
    """Return what a bracket says of owners: it is labelled, or stands where owners do."""
    inner = body[start + 1 : end - 1]
    if LABEL.search(folded(inner)) or _ends_clause(body, start, end):
        return _clauses(inner)
    return []


def _with_rest(text: str, owners: Owners, rest: str, known: Known) -> tuple[str, Owners]:
    """Return the last part with the text behind its bracket, and the owners that labels there name."""
    first = LABEL.search(folded(rest))
    found = labelled(rest[first.start() :]) if first else None
    if first is None or found is None:
        return _put_right(text + rest), owners
    clauses, left = found
    whole = f"{text}{rest[: first.start()]}{left}"
    return _put_right(whole), _together(owners, _owners(clauses, known))


def _labelled_part(body: str, known: Known) -> tuple[str, Owners | None]:
    """Return a point without brackets of owners: its text, and the owners that labelled lines name."""
    first = LABEL.search(folded(body))
    found = labelled(body[first.start() :]) if first else None
    if first is None or found is None:
        return body, None
    clauses, left = found
    text = f"{body[: first.start()]}\n{left}"
    return text.strip(), _owners(clauses, known)


def bare_owners(body: str, known: Known) -> tuple[str, Owners | None]:
    """Return the text without a bracket at its end that names units and nothing else, and those.

    They take part unless the first leads by the notice's declaration.
    """
    spans = list(_bracketed(body))
    if not spans:
        return body, None
    start, end = spans[-1]
    if folded(body)[end:].strip(" 。;,\n"):
        return body, None
    inner = without_declaration(body[start + 1 : end - 1])
    inner, times = without_times(inner)
    if re.search("[。:《]", folded(inner)) or not _are_sure_units(units_in(inner, known.units)):
        return body, None
    clauses = [(units_field("participant"), inner)]
    clauses += (("deadline", time) for time in times)
    owners = _owners(clauses, known, apart=_stands_apart(body, start, end))
    return _put_right(body[:start] + body[end:]), owners


def _are_sure_units(names: Sequence[str]) -> bool:
    """Tell whether all names are those of units; two signs (城区) may be a remark."""
    if not names or min(map(len, names)) <= 2:
        return False
    return all(map(looks_like_unit, names))


def promoted(
    units: tuple[str, ...], declared: Declared
) -> tuple[tuple[str, ...], tuple[str, ...], list[Doubt]]:
    """Return the units in the lead by the notice's declaration, the others, and the questions that are left.

    A collective that stands first cannot lead and is asked about.
    """
    if declared != "first":
        return units, (), []
    if is_collective(folded(units[0])) and len(units) > 1:
        return (), units, [doubt("lead", "first_is_collective", units[0])]
    return units[:1], units[1:], []


def _clauses(inner: str) -> Clauses:
    inner = without_declaration(inner)
    found = labelled(inner)
    if found is None:
        return free_clauses(inner)
    clauses, left = found
    return [] if left.strip(" 。;,\n") else clauses


def _ends_clause(body: str, start: int, end: int) -> bool:
    """Tell whether a bracket stands at the end of a sentence or clause, where owners stand."""
    behind = folded(body[end:]).lstrip(" ")
    if not behind or behind[0] in "。;,、!\n":
        return True
    return folded(body[:start]).rstrip().endswith(("。", ";", "!"))


def _stands_apart(body: str, start: int, end: int) -> bool:
    """Tell whether a bracket is the last line of a point."""
    behind = folded(body[end:]).strip(" 。;\n")
    return body[:start].endswith("\n") and not behind


def _put_right(text: str) -> str:
    """Return a text without the full stop that stood behind its bracket, where one stands before it."""
    return re.sub(r"(?<=[。!])[。;]$", "", text.strip().lstrip("。;,、")).strip()


def _bracketed(body: str) -> Iterator[tuple[int, int]]:
    """Give where the outermost brackets of a text begin and end; none goes over the end of a line."""
    closing: list[str] = []
    start = 0
    for at, sign in enumerate(folded(body)):
        if sign in _BRACKETS:
            start = start if closing else at
            closing.append(_BRACKETS[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing and at - start <= _LONGEST:
                yield start, at + 1
        elif sign == "\n":
            closing.clear()


def _together(one: Owners, other: Owners) -> Owners:
    """Return the owners of two brackets behind one text; who leads in one does not take part as well."""
    lead = _once(one.lead_units + other.lead_units)
    participants = _once(one.participant_units + other.participant_units)
    sides = Owners(
        lead_units=lead,
        lead_leaders=one.lead_leaders + other.lead_leaders,
        participant_units=tuple(unit for unit in participants if unit not in lead),
        participant_leaders=one.participant_leaders + other.participant_leaders,
    )
    beside = replace(
        sides,
        deadline=_joined(one.deadline, other.deadline) or None,
        targets=one.targets + other.targets,
        remark=_joined(one.remark, other.remark),
    )
    return replace(beside, doubts=one.doubts + other.doubts, apart=one.apart or other.apart)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _joined(*texts: str | None) -> str:
    return ";".join(text for text in texts if text)


def _owners(clauses: Clauses, known: Known, apart: bool = False) -> Owners:
    """Return the owners that some clauses name, with the deadline, targets and remarks among them."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    doubts: list[Doubt] = []
    for field, value in clauses:
        cell = cell_of(field)
        if cell and cell.kind == "leaders":
            said[field] += names_in(value, known.people)
        elif cell:
            doubts += _put_units(said, cell.side, value, known)
        elif value:
            said[field].append(value)
    lead = _once(said[units_field("lead")])
    participants = _once(said[units_field("participant")])
    if known.declared and participants and not lead:
        lead, participants, asked = promoted(participants, known.declared)
        doubts += asked
    sides = Owners(
        lead_units=lead,
        lead_leaders=tuple(said[leaders_field("lead")]),
        participant_units=participants,
        participant_leaders=tuple(said[leaders_field("participant")]),
    )
    beside = replace(
        sides,
        deadline=_joined(*said["deadline"]) or None,
        targets=tuple(said["targets"]),
        remark=_joined(*said["remark"]),
    )
    return replace(beside, doubts=tuple(doubts), apart=apart)


def _put_units(said: defaultdict[str, list[str]], side: SideName, value: str, known: Known) -> list[Doubt]:
    """Put the units and times of a value under their fields; return a question for each that is no unit."""
    value, times = without_times(without_declaration(value))
    said["deadline"] += times
    doubts: list[Doubt] = []
    for named, names in shares(value, side, known.units).items():
        for name in names:
            if looks_like_unit(name) or len(name) <= _LONGEST_NAME:
                said[units_field(named)].append(name)
            else:
                doubts.append(doubt(named, "no_unit", name[:20]))
    return doubts
