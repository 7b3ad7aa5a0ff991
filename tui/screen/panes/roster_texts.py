"""What each line of the roster says: parts that are put into lines when they are drawn. Plain values."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from store.acts.collectives import Collective
from store.portfolio.standing import Grade, Standing
from store.portfolio.standings import standings
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.names import spread
from tui.screen.panes.roster_layout import Fact, RosterText

_GRADE_SIGNS: Mapping[Grade, str] = {
    "settled": "（已定）",
    "certain": "",
    "inferred": "?",
    "open": "（待定）",
    "unknown": "未知",
}
"""Stands behind the leader in charge, or the unit; nothing does where the rows prove it."""
_OPEN: Sequence[Grade] = ("open", "unknown")


def group_text(tasks: TaskList) -> RosterText:
    """Return the name of the leading group."""
    return RosterText(name=tasks.notice.group or "（领导小组名称未定）")


def office_text(tasks: TaskList) -> RosterText:
    """Return where the group's office sits, and its director."""
    director = tasks.person_name(tasks.notice.group_office_director) or "（未定）"
    seat = tasks.unit_name(tasks.notice.group_office_unit) or "（所在单位未定）"
    return RosterText("办公室", beside=seat, facts=((f"主任 {director}", ""),))


def person_text(tasks: TaskList, entry: RosterEntry, role: str) -> RosterText:
    """Return a person's role, name and post; the units in charge and the number of rows."""
    name = tasks.person_name(entry.person)
    shown_name = spread(name) if cell_len(name) == 4 else name
    facts: list[Fact] = []
    for unit, standing in standings(tasks).items():
        if standing.leader == entry.person:
            label = "" if facts else "分管 "
            words = f"{label}{tasks.wording_of(unit)}{_GRADE_SIGNS[standing.grade]}"
            facts.append((words, _part(standing)))
    counts = _counts(tasks, entry.person)
    return RosterText(role, shown_name, entry.post, "dim", counts, tuple(facts), may_be_cut=True)


def unit_text(tasks: TaskList, unit: Unit, role: str) -> RosterText:
    """Return a unit's name and aliases; its head, the leader in charge and the number of rows."""
    aliases = f"（{'、'.join(unit.aliases)}）" if unit.aliases else ""
    facts: list[Fact] = []
    if head := tasks.person_name(unit.head):
        facts.append((f"负责人 {head}{'（主持）' if unit.acting else ''}", "dim"))
    standing = standings(tasks).get(unit.key)
    if unit.valid_until:
        facts.append((f"{unit.valid_until} 撤销", "open"))
    elif standing:
        facts.append((_in_charge(tasks, standing), _part(standing)))
    counts = _counts(tasks, unit.key)
    return RosterText(role, beside=unit.full_name + aliases, counts=counts, facts=tuple(facts))


def collective_text(tasks: TaskList, collective: Collective, role: str) -> RosterText:
    """Return a collective, the number of its rows, and its members."""
    members = list(map(tasks.wording_of, collective.members)) or ["成员未定"]
    members[0] = f"所含 {members[0]}"
    facts = tuple((member, "") for member in members)
    return RosterText(role, beside=collective.wording, counts=f"{len(collective.rows)} 行", facts=facts)


def _in_charge(tasks: TaskList, standing: Standing) -> str:
    leaders = standing.candidates if standing.leader is None else (standing.leader,)
    names = "/".join(map(tasks.person_name, leaders))
    ground = f"（{standing.ground}）" if standing.ground else ""
    return f"分管 {names}{_GRADE_SIGNS[standing.grade]}{ground}"


def _part(standing: Standing) -> str:
    return "open" if standing.grade in _OPEN else "well"


def _counts(tasks: TaskList, key: str) -> str:
    led = len(tasks.rows_naming(key, side="lead"))
    shared = len(tasks.rows_naming(key, side="participant"))
    return " ".join(f"{sign}{count}" for sign, count in (("牵", led), ("责", shared)) if count)
