"""Acts on a unit: new, delete, names, kind, head, days, place. Each gives a Change or is refused."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from store.acts.moving import direction, end_of, moved_to, places_before
from store.acts.rows import refuse_in_use
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.describing import change_title
from store.records.kept import Pair
from store.records.keys import new_key, order_among
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.whois import post_of
from store.refused import Refused
from store.words.names import acts_as_head, is_collective, name_key


def new_unit(tasks: TaskList, full_name: str, *, key: str = "") -> tuple[Change, str]:
    """Return the change that adds a unit behind the others, of the kind that its name tells, and its key.

    The key may be given where the unit is mentioned already.
    """
    from store.reading.names.units import kind_of

    name = name_key(full_name)
    if not name:
        raise Refused("单位名称不能为空，请输入全称。")
    if is_collective(full_name):
        raise Refused(f"“{full_name.strip()}”是统称，不是一个单位，在责任栏中可直接选用。")
    if any(name_key(unit.full_name) == name for unit in tasks.units):
        raise Refused(f"已有单位“{full_name.strip()}”，不必重复新增。")
    orders = [unit.order for unit in tasks.units]
    last = order_among(orders, len(orders))
    unit = Unit(key or new_key(), last, name, kind=kind_of(name))
    change = Change(f"新增单位：{name}", (created(unit),))
    return change, unit.key


def delete_unit(tasks: TaskList, unit_key: str) -> Change:
    """Take a unit out; Refused with the rows or people where it is in use."""
    unit = tasks.get(Unit, unit_key)
    refuse_in_use(tasks, unit_key, unit.full_name)
    entries = [entry for entry in tasks.all_of(RosterEntry) if entry.unit == unit_key]
    if entries:
        names = [tasks.person_name(entry.person) for entry in entries]
        people = "、".join(names)
        raise Refused(f"“{unit.full_name}”不能删除：名册中 {people} 在此单位任职。请先改其职务。")
    pairs = [pair for pair in tasks.all_of(Pair) if pair.unit == unit_key]
    edits = [deleted(unit), *_out_of_collectives(tasks, unit_key)]
    edits += map(deleted, pairs)
    if tasks.notice.group_office_unit == unit_key:
        edits += updated(tasks.notice, group_office_unit=None)
    return Change(f"删除单位：{unit.full_name}", tuple(edits))


def _out_of_collectives(tasks: TaskList, unit_key: str) -> list[Edit]:
    """Return the edits that take a unit out of the members of collectives and the successors of others."""
    edits: list[Edit] = []
    for other in tasks.units:
        members = tuple(key for key in other.members if key != unit_key)
        successors = tuple(key for key in other.successors if key != unit_key)
        edits += updated(other, members=members, successors=successors)
    return edits


def set_unit(tasks: TaskList, unit: Unit, *, basis: str = "", **values: Any) -> Change:
    """Give fields of a unit new values; its full name is changed by a rename, which takes the rows along."""
    if "aliases" in values:
        values["aliases"] = _aliases(tasks, unit, values["aliases"])
    after = replace(unit, **values)
    if after.head is None:
        values["acting"] = False
    elif tasks.find(Person, after.head) is None:
        raise Refused("负责人要从名册中选，名册中没有此人，请先新增。")
    if after.valid_from and after.valid_until and after.valid_until <= after.valid_from:
        raise Refused(f"撤销日期（{after.valid_until}）要晚于设立日期（{after.valid_from}），请核对。")
    if unit.kind != after.kind and "collective" in (unit.kind, after.kind):
        raise Refused("统称和单位不能互改，请另外新增。")
    edits = tuple(updated(unit, **values))
    return Change(change_title(tasks, edits), edits, basis=basis)


def set_head(tasks: TaskList, unit: Unit, person: str | None) -> Change:
    """Give a unit its head, or none; his post says whether he is acting head."""
    acting = person is not None and acts_as_head(post_of(tasks, person))
    return set_unit(tasks, unit, head=person, acting=acting)


def _aliases(tasks: TaskList, unit: Unit, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return aliases without padding, each once; Refused where another unit goes by one."""
    names = filter(None, map(name_key, aliases))
    found = tuple(dict.fromkeys(names))
    for alias in found:
        if alias == name_key(unit.full_name):
            raise Refused(f"“{alias}”就是它的全称，不必再作简称。")
        refuse_taken(tasks, alias, unit.key)
    return found


def refuse_taken(tasks: TaskList, name: str, *but: str) -> None:
    """Refuse a name that another unit goes by; of one that is no more only the full name is taken."""
    wanted = name_key(name)
    for other in tasks.units:
        if other.key in but:
            continue
        if wanted == name_key(other.full_name):
            raise Refused(f"已有单位“{other.full_name}”，名称不能重复。")
        if wanted in map(name_key, other.aliases) and not other.closed_on(tasks.today):
            raise Refused(f"“{wanted}”已是{other.full_name}的简称，一个简称只能指一个单位。")


def move_unit(tasks: TaskList, unit_key: str, step: int) -> Change:
    """Move a unit up (-1) or down (+1) in the units' order."""
    keys = [unit.key for unit in tasks.units]
    unit = tasks.get(Unit, unit_key)
    refusal = f"“{unit.full_name}”已是{end_of(step)}个单位。"
    target = moved_to(keys, unit_key, step, refusal)
    others = [other for other in tasks.units if other.key != unit_key]
    (order,), edits = places_before(others, target)
    edits += updated(unit, order=order)
    title = f"单位{direction(step)}：{unit.full_name}"
    return Change(title, tuple(edits))


def unit_to_be(tasks: TaskList, name: str, olds: Sequence[Unit], alias: str = "") -> Unit:
    """Return a unit that is to take over from others, after the first and of its kind.

    Refused for a name that is taken; it may have an alias of those that it takes over from.
    """
    full_name = name_key(name)
    if not full_name:
        raise Refused("单位名称不能为空，请输入全称。")
    if is_collective(full_name):
        raise Refused(f"“{full_name}”是统称，不能作为承接的单位。")
    refuse_taken(tasks, full_name)
    aliases = tuple(filter(None, [name_key(alias)]))
    for name in aliases:
        refuse_taken(tasks, name, *(old.key for old in olds))
    return Unit(new_key(), "", full_name, aliases, olds[0].kind)


def created_behind(tasks: TaskList, old: str, news: Sequence[Unit]) -> list[Edit]:
    """Return the edits that make units with places right behind one that there is."""
    keys = [unit.key for unit in tasks.units]
    places, edits = places_before(tasks.units, keys.index(old) + 1, len(news))
    for new, place in zip(news, places, strict=True):
        edits.append(created(replace(new, order=place)))
    return edits


def shown_units(tasks: TaskList) -> tuple[Unit, ...]:
    """Return the units by order, collectives apart."""
    return tuple(unit for unit in tasks.units if unit.kind != "collective")


def open_units(tasks: TaskList, day: str) -> list[Unit]:
    """Return the units that there are on a day, by order, collectives apart."""
    return [unit for unit in shown_units(tasks) if not unit.closed_on(day)]
