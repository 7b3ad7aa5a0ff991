"""Acts on the people of the roster: new, delete, name, post, role, days, rank; and the group's office."""

from dataclasses import replace
from typing import Any

from store.acts.field_values import set_fields
from store.acts.moving import direction, moved_to, places_before
from store.acts.rows import refuse_in_use
from store.records.cells import leaders_field
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.describing import change_title, field_title
from store.records.keys import new_key
from store.records.person import Person, RosterEntry
from store.records.ranges import names_in_words
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key


def new_person(tasks: TaskList, name: str, after: str | None = None, *, key: str = "") -> tuple[Change, str]:
    """Return the change that puts a person on the roster, in the role of the entry above, and the entry.

    The person's key may be given where he is mentioned already.
    """
    if not name_key(name):
        raise Refused("姓名不能为空，请输入姓名。")
    keys = [entry.key for entry in tasks.entries]
    above = tasks.find(RosterEntry, after)
    index = keys.index(above.key) + 1 if above else len(keys)
    person = Person(key or new_key(), name_key(name))
    (order,), mended = places_before(tasks.entries, index)
    role = above.role if above else "成员"
    entry = RosterEntry(new_key(), person.key, order, role, notice=tasks.notice.key)
    edits = (*mended, created(person), created(entry))
    change = Change(f"新增人员：{person.name}", edits)
    return change, entry.key


def delete_person(tasks: TaskList, entry_key: str) -> Change:
    """Take a person off the roster; Refused with the rows where rows name them."""
    entry = tasks.get(RosterEntry, entry_key)
    name = tasks.person_name(entry.person)
    refuse_in_use(tasks, entry.person, name)
    edits: list[Edit] = [deleted(entry)]
    others = (other for other in tasks.all_of(RosterEntry) if other.key != entry.key)
    if all(other.person != entry.person for other in others):
        edits.append(deleted(tasks.get(Person, entry.person)))
        edits += given_up(tasks, entry.person, None)
    return Change(f"删除人员：{name}", tuple(edits))


def rename_person(tasks: TaskList, person: Person, name: str) -> Change:
    """Put a name right on the roster and in every row that names the person."""
    key = name_key(name)
    if not key:
        raise Refused("姓名不能为空，请输入姓名。")
    edits = updated(person, name=key)
    for row in tasks.rows_naming_anywhere(person.key) if edits else ():
        task = tasks.task(row)
        for side in SIDES:
            named = task.side(side).leaders
            leaders = tuple(_reworded(leader, person.key, key) for leader in named)
            edits += updated(task, **{leaders_field(side): leaders})
    field = field_title(tasks, person, "name")
    title = f"{field}：{person.name} → {key}"
    return Change(title, tuple(edits))


def set_contact(tasks: TaskList, person: Person, **values: str) -> Change:
    """Write down where a person is reached: his phone, his office."""
    said = {field: clean_line(text).strip() for field, text in values.items()}
    return set_fields(tasks, person, **said)


def _reworded(mention: Mention, key: str, wording: str) -> Mention:
    return Mention(key, wording) if mention.key == key else mention


def set_entry(tasks: TaskList, entry: RosterEntry, *, basis: str = "", **values: Any) -> Change:
    """Give fields of a line new values; who leaves gives up what he heads, and stays while rows name him."""
    after = replace(entry, **values)
    if after.unit and tasks.find(Unit, after.unit) is None:
        raise Refused("所选的单位已不在清单中，请重新选定。")
    if after.entered_on and after.left_on and after.left_on < after.entered_on:
        raise Refused(f"离开日期（{after.left_on}）早于进入日期（{after.entered_on}），请核对。")
    edits = updated(entry, **values)
    if edits and after.left_on and not entry.left_on:
        _refuse_named(tasks, entry)
        edits += given_up(tasks, entry.person, None)
    title = change_title(tasks, tuple(edits))
    day = after.left_on if edits else None
    return Change(title, tuple(edits), basis=basis, effective_on=day)


def _refuse_named(tasks: TaskList, entry: RosterEntry) -> None:
    if any(other.person == entry.person and other.key != entry.key for other in tasks.roster):
        return
    name = tasks.person_name(entry.person)
    rows = list(map(tasks.row_name, tasks.rows_naming(entry.person)))
    if rows:
        raise Refused(f"第 {names_in_words(rows)} 行仍由{name}分管。请用“人员接替”，由接替的人接过这些行。")


def given_up(tasks: TaskList, person: str, successor: str | None, acting: bool = False) -> list[Edit]:
    """Return the edits that give what a person heads (units, the group's office) to another or to nobody."""
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
    entry = tasks.get(RosterEntry, entry_key)
    name = tasks.person_name(entry.person)
    end = "最前" if step < 0 else "最后"
    refusal = f"“{name}”已排在{end}。"
    target = moved_to(keys, entry_key, step, refusal)
    others = [other for other in tasks.entries if other.key != entry_key]
    at_neighbour = [other.key for other in others].index(keys[target])
    behind = 1 if step > 0 else 0
    (order,), edits = places_before(others, at_neighbour + behind)
    edits += updated(entry, order=order)
    title = f"{name}的排名{direction(step)}"
    return Change(title, tuple(edits))


def set_group_office(tasks: TaskList, **values: str | None) -> Change:
    """Give the group's office its seat (`group_office_unit`) or its director (`group_office_director`)."""
    notice = tasks.notice
    if not notice.key:
        raise Refused("本清单没有通知，不能定领导小组办公室。")
    for field, key in values.items():
        if key and tasks.find(Unit if field == "group_office_unit" else Person, key) is None:
            raise Refused("所选的单位或人员已不在清单中，请重新选定。")
    edits = tuple(updated(notice, **values))
    return Change(change_title(tasks, edits), edits)
