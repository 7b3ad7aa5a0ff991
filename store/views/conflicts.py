"""What nobody has decided: each conflict with what was there before, its sides, and whose they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from store.acts.deciding import Places, authors, letter, main_field, places_of
from store.records.changes import Change, History
from store.records.conflicts import EDITED, NAMED, Conflict, SideOfConflict
from store.records.describing import NOTHING, column_label, conflict_named, label, words
from store.records.fields import field_of
from store.records.parts import PARTED, field_of_part, parts_of, whole_of
from store.records.tables import RECORDS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.views.values import JsonObject
from store.words.moments import without_year

_OF_RECORD: Mapping[Any, str] = {None: "去掉", EDITED: "保留（一方修改）", NAMED: "保留（一方仍在使用）"}
"""What a side wants of a record itself."""


def conflicts_view(tasks: TaskList, history: History) -> list[JsonObject]:
    """Return the conflicts of a list, in the one order that every desk gives them, counted from 1."""
    return views_of(tasks, history, tuple(tasks.documents.undecided))


def views_of(tasks: TaskList, history: History, conflicts: Sequence[Conflict]) -> list[JsonObject]:
    """Return some conflicts of a list, in their order, counted from 1."""
    places = places_of(history, conflicts)
    views = []
    for number, conflict in enumerate(conflicts, 1):
        views.append(_conflict(tasks, history, number, conflict, places))
    return views


def _conflict(
    tasks: TaskList, history: History, number: int, conflict: Conflict, places: Places
) -> JsonObject:
    is_row = conflict.table == Task.TABLE and conflict.key in tasks.task_keys
    view: JsonObject = {"number": number, "about": conflict_named(tasks, conflict)}
    view["row"] = tasks.row_name(conflict.key) if is_row else None
    view["table"], view["key"] = conflict.table, conflict.key
    view["fields"] = list(conflict.fields)
    view["what"] = conflict.in_short
    view["before"] = _before(tasks, history, conflict, places)
    sides = enumerate(conflict.sides)
    view["sides"] = [
        _side(tasks, conflict, place, side, authors(history, side, places)) for place, side in sides
    ]
    return view


def _side(
    tasks: TaskList, conflict: Conflict, place: int, side: SideOfConflict, changes: Iterable[Change]
) -> JsonObject:
    """Return a side: what it is called, what it wants, who wanted it, when and on what basis."""
    view: JsonObject = {"side": letter(place), "says": side_in_words(tasks, conflict, side)}
    view["values"] = dict(side.values)
    view["shown"] = place == 0
    view["by"] = [_author(change) for change in changes]
    return view


def _author(change: Change) -> JsonObject:
    names = ("by", "machine", "at", "basis", "title", "id")
    return {name: getattr(change, name) for name in names}


def whose(side: JsonObject) -> str:
    """Return who wanted a side, when and why: 李明 PC-03 10-21 15:40 局办公会纪要."""
    said = []
    for author in side["by"]:
        said.append(made_in_words(author["by"], author["machine"], author["at"], author["basis"]))
    return "；".join(said)


def made_in_words(by: str, machine: str, at: str, basis: str) -> str:
    """Return who made a change, when and why, as far as it is known: 李明 PC-03 10-21 15:40 局办公会纪要."""
    return " ".join(filter(None, (by, machine, without_year(at), basis)))


def side_in_words(tasks: TaskList, conflict: Conflict, side: SideOfConflict) -> str:
    """Return what a side wants: 平台处 徐涛."""
    if conflict.is_of_record:
        return _OF_RECORD.get(side.values.get(""), NOTHING)
    return _in_words(tasks, conflict, side.values) or NOTHING


def _in_words(tasks: TaskList, conflict: Conflict, values: Mapping[str, Any]) -> str:
    said = list(_said(tasks, conflict, values))
    return "；".join(filter(None, said))


def _said(tasks: TaskList, conflict: Conflict, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield what each field says; what is not the conflict's main field goes by its label."""
    kind = RECORDS[conflict.table]
    for field in dict.fromkeys(map(field_of_part, conflict.fields)):
        value = values.get(field)
        if field in PARTED.get(conflict.table, ()):
            own = {name: part for name, part in values.items() if field_of_part(name) == field}
            value = whole_of(field, own, None)
        said = words(tasks, field_of(kind, field), value) if value else ""
        if field == main_field(conflict) or not said or said == NOTHING:
            yield said
        else:
            named = column_label(tasks, field) if kind is Task else label(tasks, field, kind)
            yield f"{named} {said}"


def _before(tasks: TaskList, history: History, conflict: Conflict, places: Places) -> str:
    """Return what the fields said before the first of the sides was made."""
    if conflict.is_of_record:
        return ""
    wanted = {change for side in conflict.sides for change in side.changes}
    values: dict[str, Any] = {}
    for number in sorted(places[change] for change in wanted if change in places):
        for edit in history[number].edits:
            if (edit.table, edit.key) == (conflict.table, conflict.key) and edit.field:
                is_parted = edit.field in PARTED.get(edit.table, ())
                parts = parts_of(edit.field, edit.before) if is_parted else {edit.field: edit.before}
                values = {**parts, **values}
    return _in_words(tasks, conflict, {name: values.get(name) for name in conflict.fields})
