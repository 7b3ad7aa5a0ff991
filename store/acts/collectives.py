"""Collectives (相关处室单位, 各处室): wordings that stand for whoever is concerned.

A collective stays as printed. Nobody guesses its members: until they are set it may concern every division
and agency. Here are its members, and the rows that may concern a unit or leader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from store.acts.units import shown_units
from store.portfolio.standings import standings
from store.records.cells import units_field
from store.records.changes import Change, Edit, created, updated
from store.records.derived import derived
from store.records.documents import on
from store.records.keys import new_key, order_among
from store.records.notice import Notice
from store.records.person import RosterEntry
from store.records.several_lists import units_of_list
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention
from store.refused import Refused
from store.words.names import is_collective, name_key

_MAY_BE_MEANT = ("division", "affiliated_agency")


@dataclass(frozen=True, slots=True)
class Collective:
    """A collective of the list: its wording, the unit that holds its members once set, and its rows."""

    wording: str
    unit: Unit | None
    rows: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Return the keys of its members; none until they are set."""
        return self.unit.members if self.unit else ()


def collectives(tasks: TaskList) -> Sequence[Collective]:
    """Return the collectives of the list: those with members by order, then those that only rows print."""
    return _collectives(tasks)


@derived(on(Task), on(Item), on(Unit), on(Notice), on(RosterEntry))
def _collectives(tasks: TaskList) -> Sequence[Collective]:
    found: list[Collective] = []
    for unit in units_of_list(tasks):
        if unit.kind == "collective":
            rows = tasks.rows_naming(unit.key)
            found.append(Collective(unit.full_name, unit, rows))
    rows_by_wording: dict[str, dict[str, None]] = {}
    for row, wordings in tasks.of_rows(_printed).items():
        for wording in wordings:
            rows_by_wording.setdefault(wording, {})[row] = None
    for wording, printed in rows_by_wording.items():
        found.append(Collective(wording, None, tuple(printed)))
    return found


def _printed(task: Task) -> tuple[str, ...]:
    """Return the wordings of collectives in a row's unit cells that have no record of their own."""
    units = (*task.lead_units, *task.participant_units)
    wordings = [unit.wording for unit in units if unit.is_collective]
    return tuple(dict.fromkeys(wordings))


def members_of(tasks: TaskList, wording: str) -> tuple[str, ...]:
    """Return the keys of the units that a collective stands for; none until they are set."""
    for collective in collectives(tasks):
        if collective.wording == wording:
            return collective.members
    return ()


def units_to_mark(tasks: TaskList, members: Sequence[str]) -> list[Unit]:
    """Return the units that may be members of a collective: those that there are today, and its members."""
    found: list[Unit] = []
    for unit in shown_units(tasks):
        if unit.key in members or not unit.closed_on(tasks.today):
            found.append(unit)
    return found


def set_members(tasks: TaskList, wording: str, members: Sequence[str], basis: str = "") -> Change:
    """Say which units a collective stands for; the rows keep their wording and take its key."""
    wanted = name_key(wording)
    _refuse_members(tasks, wanted, members)
    names = "、".join(map(tasks.wording_of, members)) or "未定"
    title = f"定下“{wanted}”所含单位：{names}"
    unit = _unit_of(tasks, wanted)
    if unit:
        changed = updated(unit, members=tuple(members))
        return Change(title, tuple(changed), basis=basis)
    if not is_collective(wanted):
        raise Refused(f"“{wanted}”不是统称，不能定所含单位。")
    orders = [unit.order for unit in tasks.units]
    order = order_among(orders, len(orders))
    unit = Unit(new_key(), order, wanted, kind="collective", members=tuple(members))
    edits = [created(unit)]
    for task in tasks.all_of(Task):
        edits += _keyed(task, wanted, unit.key)
    return Change(title, tuple(edits), basis=basis)


def _unit_of(tasks: TaskList, wording: str) -> Unit | None:
    """Return the unit that holds the members of a collective; none until they are set."""
    for collective in collectives(tasks):
        if collective.unit and name_key(collective.wording) == wording:
            return collective.unit
    return None


def _refuse_members(tasks: TaskList, wording: str, members: Sequence[str]) -> None:
    for key in members:
        member = tasks.find(Unit, key)
        if member is None:
            raise Refused("所选的单位已不在清单中，请重新选定。")
        if member.kind == "collective":
            raise Refused(f"“{member.full_name}”也是统称，不能算作“{wording}”所含的单位。")


def _keyed(task: Task, wording: str, key: str) -> list[Edit]:
    """Return the edits that give the mentions of a wording in a row's unit cells a key."""
    values: dict[str, object] = {}
    for side in SIDES:
        units: list[Mention] = []
        for unit in task.side(side).units:
            is_meant = unit.key is None and name_key(unit.wording) == wording
            units.append(Mention(key, unit.wording) if is_meant else unit)
        values[units_field(side)] = tuple(units)
    return updated(task, **values)


# ---------------------------------------------------------------------- whom a collective may concern


def rows_that_may_concern(tasks: TaskList, unit_key: str) -> tuple[str, ...]:
    """Return the rows that do not name a unit but a collective that it belongs to, or may belong to."""
    unit = tasks.find(Unit, unit_key)
    if unit is None or unit.kind == "collective":
        return ()
    rows: set[str] = set()
    for collective in collectives(tasks):
        if _may_have(collective, unit):
            rows.update(collective.rows)
    rows.difference_update(tasks.rows_naming(unit_key))
    if not rows:
        return ()
    return tuple(filter(rows.__contains__, tasks.task_keys))


def _may_have(collective: Collective, unit: Unit) -> bool:
    """Say whether a unit is a member of a collective, or may be one while nobody has set them."""
    if collective.members:
        return unit.key in collective.members
    return unit.kind in _MAY_BE_MEANT


def rows_that_may_concern_leader(tasks: TaskList, person_key: str) -> tuple[str, ...]:
    """Return the rows that do not name a leader but leaders at large (相关分管领导), where he may be
    meant.
    """
    own = set(tasks.rows_naming(person_key))
    if not own and not _may_have_a_unit(tasks, person_key):
        return ()
    named = tasks.of_rows(_has_leaders_at_large)
    rows = [row for row, at_large in named.items() if at_large]
    return tuple(row for row in rows if row not in own)


def _may_have_a_unit(tasks: TaskList, person: str) -> bool:
    found = standings(tasks).values()
    return any(person in (standing.leader, *standing.candidates) for standing in found)


def _has_leaders_at_large(task: Task) -> bool:
    leaders = (*task.lead_leaders, *task.participant_leaders)
    return any(leader.is_collective for leader in leaders)
