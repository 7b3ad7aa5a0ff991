"""Deciding (定夺): of a field that desks gave different values, one is taken, or another one is given.

A decision is a change like any other. It writes every field of the conflict, those that stay as they are too,
and names them in `decides`: whoever decides has seen all sides, so that his value stands alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from store.acts.assigning import SideAnswer, asked_in_words, asked_of, assign
from store.acts.field_values import field_value
from store.acts.resolving import names_in, units_named
from store.records.cells import CELL_OF, Cell
from store.records.changes import Address, Change, Edit, History
from store.records.conflicts import NAMED, Conflict, SideOfConflict
from store.records.describing import conflict_named
from store.records.groups import REFERENCES, keys_named
from store.records.parts import PARTED, field_of_part, parts_of, whole_of
from store.records.record import encoded
from store.records.tables import RECORDS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused

LETTERS = "甲乙丙丁戊己庚辛壬癸"
"""What the sides of a conflict are called, in their order."""


def letter(number: int) -> str:
    """Return what a side is called by its number, from 0: 甲; 第 11 方 beyond the ten letters."""
    return LETTERS[number] if number < len(LETTERS) else f"第 {number + 1} 方"


def take_sides(tasks: TaskList, chosen: Sequence[tuple[Conflict, SideOfConflict]]) -> Change:
    """Return the one change that takes a side of each of some conflicts."""
    edits: list[Edit] = []
    decides: list[Address] = []
    for conflict, side in chosen:
        edits += _edits_taking(tasks, conflict, side)
        decides += _addresses(conflict)
    gone = {(conflict.table, conflict.key) for conflict, side in chosen if _takes_out(conflict, side)}
    _refuse_named(tasks, [conflict for conflict, _ in chosen], gone)
    named = conflict_named(tasks, chosen[0][0])
    title = f"定夺：{named}" if len(chosen) == 1 else f"定夺：{named}等 {len(chosen)} 处"
    return Change(title, tuple(edits), decides=tuple(decides))


def give_value(tasks: TaskList, conflict: Conflict, text: str) -> Change:
    """Return the change that gives a field in conflict what none of the sides wanted."""
    field = main_field(conflict)
    record = tasks.record(conflict.table, conflict.key)
    if conflict.is_of_record or record is None or field != conflict.fields[0]:
        raise Refused(f"{conflict_named(tasks, conflict)}只能取一方，请用 --take。")
    cell = CELL_OF.get(field) if isinstance(record, Task) else None
    if cell:
        edits = _assigned(tasks, conflict, cell, text)
    else:
        value = encoded(field_value(tasks, record, field, text))
        edits = [
            Edit(conflict.table, conflict.key, field, tasks.value(conflict.table, conflict.key, field), value)
        ]
    return decision(tasks, conflict, edits)


def decision(tasks: TaskList, conflict: Conflict, edits: Sequence[Edit]) -> Change:
    """Return the change that decides a conflict by edits of its record, and what is made beside them."""
    title = f"定夺：{conflict_named(tasks, conflict)}"
    return Change(title, tuple(_with_all(tasks, conflict, edits)), decides=tuple(_addresses(conflict)))


def sides_of(
    tasks: TaskList, history: History, conflicts: Sequence[Conflict], who: str
) -> list[tuple[Conflict, SideOfConflict]]:
    """Return the side of each of some conflicts that `who` means; those without one are left out."""
    found = []
    places = places_of(history, conflicts)
    for conflict in conflicts:
        side = side_of(tasks, history, conflict, who, places)
        if side is not None:
            found.append((conflict, side))
    return found


def main_field(conflict: Conflict) -> str:
    """Return the field that a conflict is known by: of a side its units."""
    return field_of_part(conflict.fields[0])


def _addresses(conflict: Conflict) -> list[Address]:
    return [Address(conflict.table, conflict.key, field) for field in conflict.fields]


def _assigned(tasks: TaskList, conflict: Conflict, cell: Cell, text: str) -> list[Edit]:
    """Return the edits that give a side other units, with the leaders that they have."""
    answer = SideAnswer(units=units_named(tasks, names_in(text)))
    done = assign(tasks, (conflict.key,), {cell.side: answer})[cell.side]
    asked = asked_of([done])
    if asked:
        raise Refused(
            f"{asked_in_words(tasks, (conflict.key,), asked)}请先用 --take 取一方，再用 yaodian assign 修改。"
        )
    return list(done.edits)


def _with_all(tasks: TaskList, conflict: Conflict, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits with one of each field of a conflict: what stays as it is is decided too."""
    written = {edit.field for edit in edits if (edit.table, edit.key) == (conflict.table, conflict.key)}
    whole = dict.fromkeys(map(field_of_part, conflict.fields))
    left = [field for field in whole if field not in written]
    held = [(field, tasks.value(conflict.table, conflict.key, field)) for field in left]
    return [*edits, *(Edit(conflict.table, conflict.key, field, value, value) for field, value in held)]


def _edits_taking(tasks: TaskList, conflict: Conflict, side: SideOfConflict) -> Iterable[Edit]:
    """Return the edits that give each field of a conflict what a side wanted."""
    if conflict.is_of_record:
        return [_edit_of_record(tasks, conflict, side)]
    parted = PARTED.get(conflict.table, ())
    edits = []
    for field in dict.fromkeys(map(field_of_part, conflict.fields)):
        before = tasks.value(conflict.table, conflict.key, field)
        after = side.values.get(field, _default(conflict.table, field))
        if field in parted:
            wanted = {name: side.values.get(name) for name in conflict.fields if field_of_part(name) == field}
            after = whole_of(field, {**parts_of(field, before), **wanted}, before)
        edits.append(Edit(conflict.table, conflict.key, field, before, after))
    return edits


def _edit_of_record(tasks: TaskList, conflict: Conflict, side: SideOfConflict) -> Edit:
    """Return the edit that takes a record out, or keeps it: it is edited, and says what it said."""
    doc = tasks.documents.tables[conflict.table][conflict.key]
    if _takes_out(conflict, side):
        return Edit(conflict.table, conflict.key, "", doc, None)
    field = next(name for name in doc if name != "key")
    return Edit(conflict.table, conflict.key, field, doc[field], doc[field])


def _takes_out(conflict: Conflict, side: SideOfConflict) -> bool:
    """Tell whether a side wants that the record is no more."""
    return conflict.is_of_record and side.values.get("") is None


def _refuse_named(tasks: TaskList, conflicts: Sequence[Conflict], gone: Set[tuple[str, str]]) -> None:
    """Refuse to take out a record that another one names which stays."""
    for conflict in conflicts:
        address = conflict.table, conflict.key
        if address in gone and not _naming(tasks, *address) <= gone:
            named = conflict_named(tasks, conflict)
            raise Refused(f"{named}仍在使用，不能去掉；请先把用到它的各处改掉，或取保留的一方。")


def _naming(tasks: TaskList, table: str, key: str) -> set[tuple[str, str]]:
    """Return the records that name one: the rows of an item, those that a unit leads."""
    found: set[tuple[str, str]] = set()
    for reference in REFERENCES:
        if reference.named != table:
            continue
        for naming, doc in tasks.documents.tables[reference.table].items():
            if key in keys_named(doc.get(reference.field)):
                found.add((reference.table, naming))
    return found


def _default(table: str, field: str) -> Any:
    return RECORDS[table].empty_doc().get(field)


# ---------------------------------------------------------------------- whose side it is


Places = Mapping[str, int]
"""The place in a history of some of its changes, by id."""


def places_of(history: History, conflicts: Iterable[Conflict]) -> Places:
    """Return the places of the changes that gave the sides of some conflicts."""
    wanted: set[str] = set()
    for conflict in conflicts:
        for side in conflict.sides:
            wanted.update(side.changes)
    if not wanted:
        return {}
    ids = (doc["id"] for doc in history.docs)
    return {id_: place for place, id_ in enumerate(ids) if id_ in wanted}


def authors(history: History, side: SideOfConflict, places: Places) -> list[Change]:
    """Return the changes that wanted a side, the latest last."""
    return [history[places[change]] for change in side.changes if change in places]


def side_of(
    tasks: TaskList, history: History, conflict: Conflict, who: str, places: Places
) -> SideOfConflict | None:
    """Return the side that `who` means: 甲, a person or a machine; none where no side or several are his."""
    found = []
    for number, side in enumerate(conflict.sides):
        if who == letter(number) or _is_of(who, authors(history, side, places)):
            found.append(side)
    if not found:
        found = [side for side in conflict.sides if side.values.get("") == NAMED]
        if not found or not _is_of(who, _touching(history, _naming(tasks, conflict.table, conflict.key))):
            return None
    return found[0] if len(found) == 1 else None


def _is_of(who: str, changes: Iterable[Change]) -> bool:
    """Tell whether somebody, or a machine, made one of some changes."""
    return any(who in (change.by, change.machine, f"{change.by} {change.machine}") for change in changes)


def _touching(history: History, records: Set[tuple[str, str]]) -> Iterator[Change]:
    """Yield the changes that edited one of some records; none where it was there from the beginning."""
    for number in range(1, len(history)):
        edits = history.docs[number]["edits"]
        if any((edit["table"], edit["key"]) in records for edit in edits):
            yield history[number]
