"""Acts on one unit: its names, kind, head, dates and place in the order. Each gives a Change; a rule refuses in words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from store.acts.rows import place_among
from store.records.changes import Change, updated
from store.records.describing import change_title
from store.records.keys import new_key
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.whois import acts_as_head, post_of
from store.refused import Refused
from store.words.names import is_collective, name_key


def set_unit(tasks: TaskList, unit: Unit, *, basis: str = "", **values: Any) -> Change:
    """Give fields of a unit new values; its full name is changed by a rename, which takes the rows along."""
    if "aliases" in values:
        values["aliases"] = _aliases(tasks, unit, values["aliases"])
    after = replace(unit, **values)
    if after.head is None:
        values["acting"] = False
    elif tasks.find(Person, after.head) is None:
        raise Refused("负责人要从名册中选,名册中没有此人,请先新增。")
    if after.valid_from and after.valid_until and after.valid_until <= after.valid_from:
        raise Refused(f"撤销日期({after.valid_until})要晚于设立日期({after.valid_from}),请核对。")
    if unit.kind != after.kind and "collective" in (unit.kind, after.kind):
        raise Refused("统称和单位不能互改,请另外新增。")
    edits = tuple(updated(unit, **values))
    return Change(change_title(tasks, edits), edits, basis=basis)


def set_head(tasks: TaskList, unit: Unit, person: str | None) -> Change:
    """Give a unit its head, or none; his post says whether he is acting head."""
    acting = person is not None and acts_as_head(post_of(tasks, person))
    return set_unit(tasks, unit, head=person, acting=acting)


def _aliases(tasks: TaskList, unit: Unit, aliases: Iterable[str]) -> tuple[str, ...]:
    """Aliases without padding, each once; Refused where another unit goes by one."""
    found = tuple(dict.fromkeys(filter(None, map(name_key, aliases))))
    for alias in found:
        if alias == name_key(unit.full_name):
            raise Refused(f"“{alias}”就是它的全称,不必再作简称。")
        refuse_taken(tasks, alias, unit.key)
    return found


def refuse_taken(tasks: TaskList, name: str, *but: str) -> None:
    """Refuse a name that a unit other than some goes by; the names of units that are no more are free, but for full names."""
    wanted = name_key(name)
    for other in tasks.units:
        if other.key in but:
            continue
        if wanted == name_key(other.full_name):
            raise Refused(f"已有单位“{other.full_name}”,名称不能重复。")
        if wanted in map(name_key, other.aliases) and not other.closed_on(tasks.today):
            raise Refused(f"“{wanted}”已是{other.full_name}的简称,一个简称只能指一个单位。")


def move_unit(tasks: TaskList, unit_key: str, step: int) -> Change:
    """Move a unit up (-1) or down (+1) in the units' order."""
    keys = [unit.key for unit in tasks.units]
    unit = tasks.units[keys.index(unit_key)]
    target = keys.index(unit_key) + step
    if not 0 <= target < len(keys):
        raise Refused(f"“{unit.full_name}”已是{'第一' if step < 0 else '最后一'}个单位。")
    orders = [other.order for other in tasks.units if other.key != unit_key]
    words = "上移" if step < 0 else "下移"
    return Change(f"单位{words}:{unit.full_name}", tuple(updated(unit, order=place_among(orders, target))))


def unit_to_be(tasks: TaskList, name: str, olds: Sequence[Unit], alias: str = "") -> Unit:
    """A unit that is to take over from others, placed after the first, of its kind; Refused for a name that is taken.

    It may have an alias of those that it takes over from.
    """
    full_name = name_key(name)
    if not full_name:
        raise Refused("单位名称不能为空,请输入全称。")
    if is_collective(full_name):
        raise Refused(f"“{full_name}”是统称,不能作为承接的单位。")
    refuse_taken(tasks, full_name)
    if alias := name_key(alias):
        refuse_taken(tasks, alias, *(old.key for old in olds))
    units = tasks.units
    index = next(number for number, unit in enumerate(units) if unit.key == olds[0].key) + 1
    order = place_among([unit.order for unit in units], index)
    return Unit(
        new_key(), order=order, full_name=full_name, kind=olds[0].kind, aliases=(alias,) if alias else ()
    )


def shown_units(tasks: TaskList) -> tuple[Unit, ...]:
    """The units by order, collectives apart."""
    return tuple(unit for unit in tasks.units if unit.kind != "collective")


def open_units(tasks: TaskList, day: str) -> list[Unit]:
    """Return the units that there are on a day, by order, collectives apart."""
    return [unit for unit in shown_units(tasks) if not unit.closed_on(day)]
