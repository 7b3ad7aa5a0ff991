"""What the cards of the roster say: a unit, a person, the group's office, in lines."""

from collections.abc import Sequence

from store.acts.profile import Profile, TellsFindings, leader_profile, unit_profile
from store.portfolio.standing import GRADES, Standing
from store.records.describing import words
from store.records.fields import field_of, names_for
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tui.screen.dialogs.roster_card import CardLine

_UNIT_ACTS = [
    CardLine("act", "settle", "定分管领导…"),
    CardLine("act", "merge", "并入另一单位（机构合并）…"),
    CardLine("act", "split", "分为几个单位（机构拆分）…"),
]

_PERSON_ACTS = [
    CardLine("act", "replace", "人员接替…"),
    CardLine("act", "handover", "分工调整（移交单位）…"),
]


def unit_parts(
    tasks: TaskList, unit: Unit, findings: TellsFindings | None = None
) -> Sequence[Sequence[CardLine]]:
    """Return a unit's fields and acts, its leader, its rows and what is open."""
    found = unit_profile(tasks, unit.key, findings)
    fields = [_field(tasks, unit, name) for name in names_for(Unit, "card")]
    known = [_text(_charge(tasks, standing), "分管领导") for standing in found.portfolio]
    if unit.former_names:
        known.append(_text("、".join(unit.former_names), "曾用名"))
    if unit.successors:
        successors = map(tasks.unit_name, unit.successors)
        known.append(_text("、".join(successors), "承接单位"))
    return [fields, _UNIT_ACTS, known, *_rows(tasks, found)]


def person_parts(
    tasks: TaskList, entry: RosterEntry, findings: TellsFindings | None = None
) -> Sequence[Sequence[CardLine]]:
    """Return a person's fields and acts, the units in his charge, his rows and what is open."""
    found = leader_profile(tasks, entry.person, findings)
    name = tasks.person_name(entry.person)
    fields = [_field(tasks, entry, "post")]
    fields.append(CardLine("field", "name", name, "姓名"))
    others = [field for field in names_for(RosterEntry, "card") if field != "post"]
    fields += [_field(tasks, entry, field) for field in others]
    fields += _contact(tasks, entry.person)
    known = [*_offices(tasks, entry.person), _text(_in_charge_of(tasks, found), "分管单位")]
    return [fields, _PERSON_ACTS, known, *_rows(tasks, found)]


def _contact(tasks: TaskList, key: str) -> list[CardLine]:
    """Where a person is reached."""
    person = tasks.find(Person, key) or Person(key)
    return [_field(tasks, person, name) for name in names_for(Person, "card")]


def _offices(tasks: TaskList, person: str) -> list[CardLine]:
    """The units that a person heads, and the group's office where he is its director."""
    said = []
    heads = [unit.full_name for unit in tasks.units if unit.head == person]
    if heads:
        said.append(_text("、".join(heads), "负责"))
    if tasks.notice.group_office_director == person:
        said.append(_text("领导小组办公室主任", "兼任"))
    return said


def _in_charge_of(tasks: TaskList, found: Profile) -> str:
    """The units in a leader's charge, with how sure each is: 成果处(确定) 高新处(待定)."""
    units = []
    for standing in found.portfolio:
        wording = tasks.wording_of(standing.unit)
        units.append(f"{wording}（{GRADES[standing.grade]}）")
    return " ".join(units) or "看不出"


def office_parts(tasks: TaskList) -> Sequence[Sequence[CardLine]]:
    """Return the seat and the director of the group's office."""
    return [[_field(tasks, tasks.notice, name) for name in names_for(Notice, "card")]]


def _field(tasks: TaskList, record: Record, name: str) -> CardLine:
    field = field_of(type(record), name)
    value = words(tasks, field, getattr(record, name))
    return CardLine("field", name, value, field.label)


def _charge(tasks: TaskList, one: Standing) -> str:
    candidates = map(tasks.person_name, one.candidates)
    who = tasks.person_name(one.leader) or "或".join(candidates)
    grade = GRADES[one.grade]
    ground = f"依据：{one.ground}" if one.ground else ""
    return f"{who}（{grade}）  {one.reason}{ground}"


def _rows(tasks: TaskList, found: Profile) -> list[list[CardLine]]:
    """What is open about a unit or person, then the rows that name it, by side."""
    groups = {"牵头": found.led, "责任": found.shared, "统称可能涉及": found.by_collective}
    parts = [[_text(finding) for finding in found.findings]]
    for name, rows in groups.items():
        head = CardLine("head", "", name, right=f"{len(rows)} 行")
        if rows:
            parts.append([head, *(_row(tasks, row) for row in rows)])
    return parts


def _row(tasks: TaskList, row: str) -> CardLine:
    return CardLine("row", row, tasks.task(row).text, tasks.row_name(row))


def _text(words: str, label: str = "") -> CardLine:
    return CardLine("text", "", words, label)
