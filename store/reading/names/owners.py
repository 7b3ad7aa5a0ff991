"""Owners: both sides of a row as worded, made of clauses, with what is to be asked about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from store.reading.names.clauses import UNREAD, Clauses, without_times
from store.reading.names.labelled import without_people
from store.reading.names.people import names_in
from store.reading.names.sharing import shared_out
from store.reading.names.units import is_in_sentence, looks_like_unit
from store.reading.result import TaskFound
from store.reading.signs.declarations import MARKS, Declared, without_declaration
from store.reading.signs.labels import holds
from store.reading.signs.lines import folded
from store.reading.signs.owner_words import STANDARD, OwnerWords
from store.records.cells import cell_of, leaders_field, units_field
from store.records.doubts import doubt
from store.records.values import Doubt, SideName
from store.words.names import is_collective

_LONGEST_NAME = 24
"""Signs of a wording that is taken for a unit though it does not end as one."""
_LONGEST_QUOTED = 300
"""Signs of a wording that a question quotes."""


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
    words: tuple[str, ...] = ()
    """The words that put the names on a side (牵头单位, 配合)."""

    @property
    def names_units(self) -> bool:
        """Whether a unit stands on either side."""
        return bool(self.lead_units or self.participant_units)

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
            owner_words=self.words,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What the notice tells beside the point: who is on its roster, and who leads where nobody is said to."""

    people: Collection[str] = ()
    units: Sequence[str] = ()
    declared: Declared = ""
    words: OwnerWords = STANDARD
    """Which side each word for owners stands for."""


def promoted(
    units: tuple[str, ...], declared: Declared
) -> tuple[tuple[str, ...], tuple[str, ...], list[Doubt]]:
    """Return the units in the lead by the notice's declaration, the others, and the questions that are left.

    A collective that stands first cannot lead and is asked about.
    """
    if declared and declared in MARKS:
        return _beside_mark(units, declared)
    if declared != "first":
        return units, (), []
    if is_collective(folded(units[0])) and len(units) > 1:
        return (), units, [doubt("lead", "first_is_collective", units[0])]
    return units[:1], units[1:], []


def _beside_mark(units: tuple[str, ...], mark: str) -> tuple[tuple[str, ...], tuple[str, ...], list[Doubt]]:
    """Return the units beside the sign of who leads (市水务局★), and the others, all without it."""
    lead = tuple(unit.strip(MARKS) for unit in units if mark in unit)
    others = tuple(unit.strip(MARKS) for unit in units if mark not in unit)
    return lead, others, []


def together(one: Owners, other: Owners) -> Owners:
    """Return the owners of two brackets behind one text; who leads in one does not take part as well."""
    lead = _once(one.lead_units + other.lead_units)
    participants = _once(one.participant_units + other.participant_units)
    sides = Owners(
        lead_units=lead,
        lead_leaders=one.lead_leaders + other.lead_leaders,
        participant_units=tuple(unit for unit in participants if unit not in lead),
        participant_leaders=one.participant_leaders + other.participant_leaders,
    )
    deadline = _joined(one.deadline, other.deadline) or None
    remark = _joined(one.remark, other.remark)
    beside = replace(sides, deadline=deadline, targets=one.targets + other.targets, remark=remark)
    words = _once(one.words + other.words)
    apart = one.apart or other.apart
    return replace(beside, doubts=one.doubts + other.doubts, apart=apart, words=words)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _joined(*texts: str | None) -> str:
    return ";".join(text for text in texts if text)


@dataclass(slots=True)
class _Said:
    """What clauses say, by field, as it is gathered."""

    values: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    doubts: list[Doubt] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def owners_of(clauses: Clauses, known: Known, apart: bool = False) -> Owners:
    """Return the owners that some clauses name, with the deadline, targets and remarks among them."""
    said = _Said()
    for clause in clauses:
        cell = cell_of(clause.field)
        if cell and cell.kind == "leaders":
            said.values[clause.field] += names_in(clause.value, known.people)
        elif cell:
            _put_units(said, cell.side, clause.value, clause.word, known)
        elif clause.field == UNREAD:
            quoted = clause.value[:_LONGEST_QUOTED]
            said.doubts.append(doubt("participant", "unread_owners", quoted))
        elif clause.value:
            said.values[clause.field].append(clause.value)
    values = said.values
    lead = _once(values[units_field("lead")])
    participants = _once(values[units_field("participant")])
    if known.declared and participants and not lead:
        lead, participants, asked = promoted(participants, known.declared)
        said.doubts += asked
    sides = Owners(
        lead_units=lead,
        lead_leaders=_once(values[leaders_field("lead")]),
        participant_units=tuple(unit for unit in participants if unit not in lead),
        participant_leaders=_once(values[leaders_field("participant")]),
    )
    deadline = _joined(*values["deadline"]) or None
    remark = _joined(*values["remark"])
    beside = replace(sides, deadline=deadline, targets=tuple(values["targets"]), remark=remark)
    words = _once(said.words)
    return replace(beside, doubts=tuple(said.doubts), apart=apart, words=words)


def _put_units(said: _Said, side: SideName, value: str, word: str, known: Known) -> None:
    """Put the units, people and times of a value under their fields, with a question for what is no unit."""
    value, times = without_times(without_declaration(value))
    said.values["deadline"] += times
    if holds(word) == "both":
        value, people = without_people(value, known.people)
        said.values[leaders_field(side)] += people
    for share in shared_out(value, side, known.units, known.words):
        for name in share.units:
            if looks_like_unit(name) or (len(name) <= _LONGEST_NAME and not is_in_sentence(name)):
                said.values[units_field(share.side)].append(name)
            else:
                quoted = name[:_LONGEST_QUOTED]
                said.doubts.append(doubt(share.side, "no_unit", quoted))
        for told in filter(None, (word, share.word)):
            _ask(said, told, known)


def _ask(said: _Said, word: str, known: Known) -> None:
    """Keep a word for owners, and ask about one whose side is not known."""
    said.words.append(word)
    asked = doubt("participant", "side_unknown", word)
    if known.words.side_of(word) is None and asked not in said.doubts:
        said.doubts.append(asked)
