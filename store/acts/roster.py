"""Acts on one line of the roster: post, role, unit, dates, place in rank, leaving; and the group's office."""

from dataclasses import replace
from typing import Any

from store.acts.rows import place_among
from store.records.changes import Change, Edit, updated
from store.records.describing import change_title
from store.records.person import Person, RosterEntry
from store.records.ranges import names_in_words
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused


def set_entry(tasks: TaskList, entry: RosterEntry, *, basis: str = "", **values: Any) -> Change:
    """Give fields of a line new values; one who leaves gives up what he heads, and is refused while rows name him."""
    after = replace(entry, **values)
    if after.unit and tasks.find(Unit, after.unit) is None:
        raise Refused("所选的单位已不在清单中,请重新选定。")
    if after.entered_on and after.left_on and after.left_on < after.entered_on:
        raise Refused(f"离开日期({after.left_on})早于进入日期({after.entered_on}),请核对。")
    edits = updated(entry, **values)
    if edits and after.left_on and not entry.left_on:
        _refuse_named(tasks, entry)
        edits += given_up(tasks, entry.person, None)
    return Change(
        change_title(tasks, tuple(edits)),
        tuple(edits),
        basis=basis,
        effective_on=after.left_on if edits else None,
    )


def _refuse_named(tasks: TaskList, entry: RosterEntry) -> None:
    if any(other.person == entry.person and other.key != entry.key for other in tasks.roster):
        return
    name = tasks.person_name(entry.person)
    rows = [tasks.row_name(row) for row in tasks.rows_naming(entry.person)]
    if rows:
        raise Refused(f"第 {names_in_words(rows)} 行仍由{name}分管。请用“人员接替”,由接替的人接过这些行。")


def given_up(tasks: TaskList, person: str, successor: str | None, acting: bool = False) -> list[Edit]:
    """The units that a person heads and the group's office, given to another or to nobody."""
    edits: list[Edit] = []
    for unit in tasks.units:
        if unit.head == person:
            edits += updated(unit, head=successor, acting=acting)
    if tasks.notice.group_office_director == person:
        edits += updated(tasks.notice, group_office_director=successor)
    return edits


def move_person(tasks: TaskList, entry_key: str, step: int) -> Change:
    """Move a person up (-1) or down (+1) in rank among those who are in the group."""
    keys = [entry.key for entry in tasks.roster]
    entry = tasks.roster[keys.index(entry_key)]
    target = keys.index(entry_key) + step
    name = tasks.person_name(entry.person)
    if not 0 <= target < len(keys):
        raise Refused(f"“{name}”已排在{'最前' if step < 0 else '最后'}。")
    neighbour = keys[target]
    others = [other for other in tasks.entries if other.key != entry_key]
    index = next(number for number, other in enumerate(others) if other.key == neighbour) + (step > 0)
    order = place_among([other.order for other in others], index)
    return Change(f"{name}的排名{'上移' if step < 0 else '下移'}", tuple(updated(entry, order=order)))


def set_group_office(tasks: TaskList, **values: str | None) -> Change:
    """Give the group's office its seat (`group_office_unit`) or its director (`group_office_director`)."""
    notice = tasks.notice
    if not notice.key:
        raise Refused("本清单没有通知,不能定领导小组办公室。")
    for field, key in values.items():
        if key and tasks.find(Unit if field == "group_office_unit" else Person, key) is None:
            raise Refused("所选的单位或人员已不在清单中,请重新选定。")
    edits = tuple(updated(notice, **values))
    return Change(change_title(tasks, edits), edits)
