"""Collectives (相关处室单位, 各处室): wordings that stand for whoever is concerned, their members, and the rows that may concern a unit.

A collective stays as printed. Nobody guesses its members: until they are set it may concern every division and agency.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from store.acts.rows import place_among
from store.acts.units import shown_units
from store.portfolio.standings import standings
from store.records.cells import units_field
from store.records.changes import Change, created, updated
from store.records.derived import derived
from store.records.documents import on
from store.records.keys import new_key
from store.records.notice import Notice
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention
from store.refused import Refused
from store.words.days import today
from store.words.names import is_collective, name_key

_MAY_BE_MEANT = ("division", "affiliated_agency")


@dataclass(frozen=True, slots=True)
class Collective:
    """A collective of the list: its wording, the unit that holds its members once they are set, and its rows."""

    wording: str
    unit: Unit | None
    rows: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Keys of its members; none until they are set."""
        return self.unit.members if self.unit else ()


def collectives(tasks: TaskList) -> Sequence[Collective]:
    """The collectives of the list: those that have members by order, then those that only rows print."""
    return _collectives(tasks)


@derived(on(Task), on(Item), on(Unit), on(Notice))
def _collectives(tasks: TaskList) -> Sequence[Collective]:
    found = [
        Collective(unit.full_name, unit, tasks.rows_naming(unit.key))
        for unit in tasks.units
        if unit.kind == "collective"
    ]
    printed: dict[str, dict[str, None]] = {}
    for row, wordings in tasks.of_rows(_printed).items():
        for wording in wordings:
            printed.setdefault(wording, {})[row] = None
    return [*found, *(Collective(wording, None, tuple(rows)) for wording, rows in printed.items())]


def _printed(task: Task) -> tuple[str, ...]:
    """The wordings of collectives in a row's unit cells that have no record of their own."""
    units = (*task.lead_units, *task.participant_units)
    return tuple(dict.fromkeys(mention.wording for mention in units if mention.is_collective))


def members_of(tasks: TaskList, wording: str) -> tuple[str, ...]:
    """Return the keys of the units that a collective stands for; none until they are set."""
    return next((one.members for one in collectives(tasks) if one.wording == wording), ())


def units_to_mark(tasks: TaskList, members: Sequence[str]) -> list[Unit]:
    """Return the units that may be members of a collective: those that there are today, and its members."""
    day = today()
    return [unit for unit in shown_units(tasks) if unit.key in members or not unit.closed_on(day)]


def set_members(tasks: TaskList, wording: str, members: Sequence[str], basis: str = "") -> Change:
    """Say which units a collective stands for; the rows keep their wording and take its key."""
    wanted = name_key(wording)
    _refuse_members(tasks, wanted, members)
    unit = next(
        (one.unit for one in collectives(tasks) if one.unit and name_key(one.wording) == wanted), None
    )
    names = "、".join(map(tasks.wording_of, members)) or "未定"
    title = f"定下“{wanted}”所含单位:{names}"
    if unit:
        return Change(title, tuple(updated(unit, members=tuple(members))), basis=basis)
    if not is_collective(wanted):
        raise Refused(f"“{wanted}”不是统称,不能定所含单位。")
    order = place_among([unit.order for unit in tasks.units], len(tasks.units))
    unit = Unit(new_key(), order=order, full_name=wanted, kind="collective", members=tuple(members))
    edits = [created(unit)]
    for task in tasks.all_of(Task):
        edits += updated(
            task, **{units_field(side): _keyed(task.side(side).units, wanted, unit.key) for side in SIDES}
        )
    return Change(title, tuple(edits), basis=basis)


def _refuse_members(tasks: TaskList, wording: str, members: Sequence[str]) -> None:
    for key in members:
        member = tasks.find(Unit, key)
        if member is None:
            raise Refused("所选的单位已不在清单中,请重新选定。")
        if member.kind == "collective":
            raise Refused(f"“{member.full_name}”也是统称,不能算作“{wording}”所含的单位。")


def _keyed(mentions: Sequence[Mention], wording: str, key: str) -> tuple[Mention, ...]:
    """A cell whose mentions of a wording have its key."""
    found = (
        Mention(key, one.wording) if one.key is None and name_key(one.wording) == wording else one
        for one in mentions
    )
    return tuple(found)


# ---------------------------------------------------------------------- whom a collective may concern


def rows_that_may_concern(tasks: TaskList, unit_key: str) -> tuple[str, ...]:
    """The rows, in the list's order, that do not name a unit but a collective that it belongs to, or may belong to."""
    unit = tasks.find(Unit, unit_key)
    if unit is None or unit.kind == "collective":
        return ()
    own = set(tasks.rows_naming(unit_key))
    meant = [
        one
        for one in collectives(tasks)
        if unit_key in one.members or (not one.members and unit.kind in _MAY_BE_MEANT)
    ]
    rows = {row for one in meant for row in one.rows} - own
    return tuple(row for row in tasks.task_keys if row in rows) if rows else ()


def rows_that_may_concern_leader(tasks: TaskList, person_key: str) -> tuple[str, ...]:
    """The rows that do not name a leader but leaders at large (相关分管领导), for one who has, or may have, a unit."""
    own = set(tasks.rows_naming(person_key))
    in_charge = any(
        person_key == one.leader or person_key in one.candidates for one in standings(tasks).values()
    )
    if not own and not in_charge:
        return ()
    named = tasks.of_rows(_has_leaders_at_large)
    return tuple(row for row, at_large in named.items() if at_large and row not in own)


def _has_leaders_at_large(task: Task) -> bool:
    return any(mention.is_collective for mention in (*task.lead_leaders, *task.participant_leaders))
