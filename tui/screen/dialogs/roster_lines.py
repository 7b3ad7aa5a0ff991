"""What the cards of the roster say: a unit, a person, the group's office, in lines."""

from collections.abc import Sequence

from store.acts.profile import Profile, TellsFindings, leader_profile, unit_profile
from store.portfolio.standings import GRADES, Standing
from store.records.describing import words
from store.records.fields import field_of, names_for
from store.records.notice import Notice
from store.records.person import RosterEntry
from store.records.record import Record
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tui.screen.dialogs.roster_card import CardLine

_ROW_TEXT = 30


def unit_parts(
    tasks: TaskList, unit: Unit, findings: TellsFindings | None = None
) -> Sequence[Sequence[CardLine]]:
    """A unit's fields and acts, its leader, its rows and what is open."""
    found = unit_profile(tasks, unit.key, findings)
    fields = [_field(tasks, unit, name) for name in names_for(Unit, "card")]
    acts = [
        CardLine("act", "merge", "并入另一单位(机构合并)…"),
        CardLine("act", "split", "分为几个单位(机构拆分)…"),
    ]
    known = [CardLine("text", "", _charge(tasks, one)) for one in found.portfolio]
    if unit.former_names:
        known.append(CardLine("text", "", f"曾用名:{'、'.join(unit.former_names)}"))
    if unit.successors:
        known.append(CardLine("text", "", f"承接单位:{'、'.join(map(tasks.unit_name, unit.successors))}"))
    return [fields, [CardLine("act", "settle", "定分管领导…"), *acts], [*known, *_rows(tasks, found)]]


def person_parts(
    tasks: TaskList, entry: RosterEntry, findings: TellsFindings | None = None
) -> Sequence[Sequence[CardLine]]:
    """A person's fields and acts, the units in his charge, his rows and what is open."""
    found = leader_profile(tasks, entry.person, findings)
    fields = [
        _field(tasks, entry, "post"),
        CardLine("field", "name", f"姓名:{tasks.person_name(entry.person)}"),
        *(_field(tasks, entry, name) for name in names_for(RosterEntry, "card") if name != "post"),
    ]
    acts = [CardLine("act", "replace", "人员接替…"), CardLine("act", "handover", "分工调整(移交单位)…")]
    heads = [unit.full_name for unit in tasks.units if unit.head == entry.person]
    known = [CardLine("text", "", f"负责 {'、'.join(heads)}")] if heads else []
    if tasks.notice.group_office_director == entry.person:
        known.append(CardLine("text", "", "兼任领导小组办公室主任"))
    units = " ".join(f"{tasks.wording_of(one.unit)}({GRADES[one.grade]})" for one in found.portfolio)
    known.append(CardLine("text", "", f"分管单位:{units or '看不出'}"))
    return [fields, acts, [*known, *_rows(tasks, found)]]


def office_parts(tasks: TaskList) -> Sequence[Sequence[CardLine]]:
    """The seat and the director of the group's office."""
    return [[_field(tasks, tasks.notice, name) for name in names_for(Notice, "card")]]


def _field(tasks: TaskList, record: Record, name: str) -> CardLine:
    field = field_of(type(record), name)
    return CardLine("field", name, f"{field.label}:{words(tasks, field, getattr(record, name))}")


def _charge(tasks: TaskList, one: Standing) -> str:
    who = tasks.person_name(one.leader) or "或".join(map(tasks.person_name, one.candidates))
    return f"分管领导:{who}({GRADES[one.grade]})  {one.reason}"


def _rows(tasks: TaskList, found: Profile) -> list[CardLine]:
    lines = []
    for name, rows in (("牵头", found.led), ("责任", found.shared), ("统称可能涉及", found.by_collective)):
        lines.append(CardLine("text", "", f"{name} {len(rows)} 行"))
        lines += [
            CardLine("row", row, f"  {tasks.row_name(row):<5}{_short(tasks.task(row).text)}") for row in rows
        ]
    return [*lines, *(CardLine("text", "", words) for words in found.findings)]


def _short(text: str) -> str:
    return text if len(text) <= _ROW_TEXT else text[:_ROW_TEXT] + "…"
