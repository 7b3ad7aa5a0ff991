"""Acts on the records besides responsibility: new, delete, move, set. Each gives a Change; a rule refuses in words."""

from collections.abc import Sequence
from typing import Any

from store.acts.resolving import leaders_named, names_in, units_named
from store.records.cells import cell_of, leaders_field
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.describing import change_title, field_title, parts
from store.records.fields import field_of
from store.records.kept import Pair
from store.records.keys import new_key, order_between
from store.records.person import Person, RosterEntry
from store.records.ranges import names_in_words, numbered_rows
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES
from store.refused import Refused
from store.words.names import is_collective, name_key


def set_fields(tasks: TaskList, record: Record, **values: Any) -> Change:
    """Give fields of a record new values; a change without edits where they hold them already."""
    edits = tuple(updated(record, **values))
    return Change(change_title(tasks, edits), edits)


def field_value(tasks: TaskList, record: Record, field: str, text: str) -> Any:
    """Return what a text stands for in a field of a record.

    Names stand for mentions in a responsibility cell, each line for a value of its own in a field of several.
    """
    cell = cell_of(field)
    if cell:
        named = units_named if cell.kind == "units" else leaders_named
        return named(tasks, names_in(text))
    if field_of(type(record), field).kind == "lines":
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    empty = getattr(type(record)(record.key), field)
    return text or empty


def field_text(tasks: TaskList, record: Record, field: str) -> str:
    """Return a field as the text that `field_value` takes."""
    declared = field_of(type(record), field)
    value = getattr(record, field)
    if declared.kind in ("mentions", "lines"):
        between = "\n" if declared.kind == "lines" else "、"
        return between.join(parts(tasks, declared, value))
    return value or ""


def new_row(tasks: TaskList, after: str) -> tuple[Change, str]:
    """An empty row under a row, in its item; with the new row's key."""
    above = tasks.task(after)
    siblings = tasks.task_keys_of(above.item)
    row = Task(key=new_key(), item=above.item, order=_place(tasks, siblings, siblings.index(after) + 1))
    return Change(f"新增行:在第 {tasks.row_name(after)} 行之后", (created(row),)), row.key


def new_item(tasks: TaskList, title: str, after: str | None = None) -> tuple[Change, str]:
    """An item with one empty row, under the item of a row, or last; with the new row's key."""
    if not title.strip():
        raise Refused("事项名称不能为空,请输入名称。")
    keys = [item.key for item in tasks.items]
    index = keys.index(tasks.task(after).item) + 1 if after else len(keys)
    orders = [item.order for item in tasks.items]
    item = Item(key=new_key(), title=title.strip(), order=place_among(orders, index), notice=tasks.notice.key)
    row = Task(key=new_key(), item=item.key, order=order_between("", ""))
    return Change(f"新增事项:{item.title}", (created(item), created(row))), row.key


def delete_rows(tasks: TaskList, rows: Sequence[str]) -> Change:
    """Take rows out of the list; an item that loses its last row goes with it."""
    gone = [tasks.task(row) for row in rows]
    edits = [deleted(task) for task in gone]
    for item in dict.fromkeys(task.item for task in gone):
        if set(tasks.task_keys_of(item)) <= set(rows):
            edits.append(deleted(tasks.get(Item, item)))
    return Change(f"删除{numbered_rows(tasks, rows)}", tuple(edits))


def move_row(tasks: TaskList, row: str, step: int) -> Change:
    """Move a row up (-1) or down (+1) within its item; the only row of an item moves with the item."""
    task = tasks.task(row)
    siblings = tasks.task_keys_of(task.item)
    if len(siblings) == 1:
        return move_item(tasks, task.item, step)
    target = siblings.index(row) + step
    if not 0 <= target < len(siblings):
        raise Refused(
            f"第 {tasks.row_name(row)} 行已是本事项的{'第一' if step < 0 else '最后一'}行。要移动整个事项,请把光标放在事项一栏。"
        )
    others = [key for key in siblings if key != row]
    return Change(
        f"第 {tasks.row_name(row)} 行{'上移' if step < 0 else '下移'}",
        tuple(updated(task, order=_place(tasks, others, target))),
    )


def move_item(tasks: TaskList, item_key: str, step: int) -> Change:
    """Move an item with its rows up (-1) or down (+1)."""
    item = tasks.get(Item, item_key)
    index = tasks.items.index(item) + step
    if not 0 <= index < len(tasks.items):
        raise Refused(f"“{item.title}”已是{'第一' if step < 0 else '最后一'}个事项。")
    orders = [other.order for other in tasks.items if other.key != item_key]
    return Change(
        f"{'上移' if step < 0 else '下移'}事项:{item.title}",
        tuple(updated(item, order=place_among(orders, index))),
    )


def new_person(tasks: TaskList, name: str, after: str | None = None) -> tuple[Change, str]:
    """A person on the roster, in the role of the entry above; with the new entry's key."""
    if not name_key(name):
        raise Refused("姓名不能为空,请输入姓名。")
    keys = [entry.key for entry in tasks.entries]
    above = tasks.find(RosterEntry, after)
    index = keys.index(above.key) + 1 if above else len(keys)
    person = Person(key=new_key(), name=name_key(name))
    orders = [entry.order for entry in tasks.entries]
    place, role = place_among(orders, index), above.role if above else "成员"
    entry = RosterEntry(key=new_key(), person=person.key, order=place, role=role, notice=tasks.notice.key)
    return Change(f"新增人员:{person.name}", (created(person), created(entry))), entry.key


def delete_person(tasks: TaskList, entry_key: str) -> Change:
    """Take a person off the roster; Refused with the rows where rows name them."""
    entry = tasks.get(RosterEntry, entry_key)
    name = tasks.person_name(entry.person)
    _refuse_in_use(tasks, entry.person, name)
    edits: list[Edit] = [deleted(entry)]
    entries = tasks.all_of(RosterEntry)
    if not any(other.person == entry.person and other.key != entry.key for other in entries):
        edits.append(deleted(tasks.get(Person, entry.person)))
        edits += [
            edit
            for unit in tasks.units
            if unit.head == entry.person
            for edit in updated(unit, head=None, acting=False)
        ]
        if tasks.notice.group_office_director == entry.person:
            edits += updated(tasks.notice, group_office_director=None)
    return Change(f"删除人员:{name}", tuple(edits))


def new_unit(tasks: TaskList, full_name: str) -> tuple[Change, str]:
    """A unit at the end of the units, of the kind that its name tells; with its key."""
    from store.reading.names.units import kind_of

    if not name_key(full_name):
        raise Refused("单位名称不能为空,请输入全称。")
    if is_collective(full_name):
        raise Refused(f"“{full_name.strip()}”是统称,不是一个单位,在责任栏中可直接选用。")
    if any(name_key(unit.full_name) == name_key(full_name) for unit in tasks.units):
        raise Refused(f"已有单位“{full_name.strip()}”,不必重复新增。")
    units = tasks.units
    order = place_among([unit.order for unit in units], len(units))
    unit = Unit(key=new_key(), full_name=name_key(full_name), order=order, kind=kind_of(name_key(full_name)))
    return Change(f"新增单位:{unit.full_name}", (created(unit),)), unit.key


def delete_unit(tasks: TaskList, unit_key: str) -> Change:
    """Take a unit out; Refused with the rows or people where it is in use."""
    unit = tasks.get(Unit, unit_key)
    _refuse_in_use(tasks, unit_key, unit.full_name)
    people = [
        tasks.person_name(entry.person) for entry in tasks.all_of(RosterEntry) if entry.unit == unit_key
    ]
    if people:
        raise Refused(f"“{unit.full_name}”不能删除:名册中 {'、'.join(people)} 在此单位任职。请先改其职务。")
    edits = [deleted(unit), *_out_of_collectives(tasks, unit_key)]
    edits += [deleted(pair) for pair in tasks.all_of(Pair) if pair.unit == unit_key]
    if tasks.notice.group_office_unit == unit_key:
        edits += updated(tasks.notice, group_office_unit=None)
    return Change(f"删除单位:{unit.full_name}", tuple(edits))


def _out_of_collectives(tasks: TaskList, unit_key: str) -> list[Edit]:
    """The edits that take a unit out of the members of collectives, and out of the successors of others."""
    edits: list[Edit] = []
    for other in tasks.units:
        for field in ("members", "successors"):
            edits += updated(other, **{field: tuple(key for key in getattr(other, field) if key != unit_key)})
    return edits


def rename_person(tasks: TaskList, person: Person, name: str) -> Change:
    """Put a name right on the roster and in every row that names the person."""
    key = name_key(name)
    if not key:
        raise Refused("姓名不能为空,请输入姓名。")
    edits = updated(person, name=key)
    for row in tasks.rows_naming_anywhere(person.key) if edits else ():
        task = tasks.task(row)
        edits += updated(
            task,
            **{
                field: _reworded(getattr(task, field), person.key, key) for field in map(leaders_field, SIDES)
            },
        )
    return Change(f"{field_title(tasks, person, 'name')}:{person.name} → {key}", tuple(edits))


def _reworded(mentions: Sequence[Any], key: str, wording: str) -> tuple[Any, ...]:
    return tuple(type(mention)(key, wording) if mention.key == key else mention for mention in mentions)


def _refuse_in_use(tasks: TaskList, key: str, name: str) -> None:
    rows = [tasks.row_name(row) for row in tasks.rows_naming_anywhere(key)]
    if rows:
        raise Refused(f"“{name}”不能删除:第 {names_in_words(rows)} 行正在使用。请先改这些行。")


def _place(tasks: TaskList, siblings: Sequence[str], index: int) -> str:
    return place_among([tasks.task(key).order for key in siblings], index)


def place_among(orders: Sequence[str], index: int) -> str:
    """The place before the record that stands at an index now."""
    return order_between(orders[index - 1] if index > 0 else "", orders[index] if index < len(orders) else "")
