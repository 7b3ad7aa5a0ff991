"""Importing a notice again: what it adds to a list, has otherwise and no longer has, difference by difference.

The clerk accepts some of them, and they become one Change. What was changed here since the import is marked,
so that a notice never takes the clerk's own work back unasked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from store.importing.matching import Pairs, matched_items, matched_points, matched_roster, matched_rows
from store.importing.new_list import import_change
from store.importing.placing import Placed, lacking, points
from store.reading.result import Reading
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.change_codes import TITLES
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.describing import field_title, label, words
from store.records.fields import field_of, names_for
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from store.words.names import name_key

Kind = Literal["added", "changed", "gone"]
Edited = frozenset[tuple[str, str, str]]
"""Table, key and field of what was edited since the import."""

KIND_WORDS: dict[Kind, str] = {"added": "新增", "changed": "改动", "gone": "通知中已无"}

_COMPARED: tuple[type[Record], ...] = (Notice, WorkPoint, Item, Task, RosterEntry)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the notice has otherwise: what it is about, field by field in words, and the edits that follow it."""

    kind: Kind
    about: str
    fields: tuple[tuple[str, str, str], ...]
    """Label, before and after, in words."""
    edits: tuple[Edit, ...]
    edited_since: bool = False
    """Whether this was changed in the list after its import: following the notice takes that back."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A list beside a new reading of its notice."""

    tasks: TaskList
    differences: tuple[Difference, ...]
    creations: Mapping[str, Edit]
    """Key to the edit that makes a record which an accepted difference may name: a unit, a person, an item, a section."""

    def change(self, accepted: Iterable[Difference]) -> Change:
        """The one change that follows the accepted differences; Refused where there are none."""
        edits: dict[tuple[str, str, str], Edit] = {}
        for edit in (edit for difference in accepted for edit in difference.edits):
            for one in (*self._needed(edit.after), edit):
                edits.setdefault((one.table, one.key, one.field), one)
        if not edits:
            raise Refused("没有选中要采用的差异,清单没有改动。")
        return Change(
            TITLES["notice_followed"],
            (*edits.values(), *self._emptied(edits.values())),
            code="notice_followed",
        )

    def _needed(self, value: Any) -> Iterator[Edit]:
        """The creations of the records that a value names, what these name themselves first."""
        if isinstance(value, str) and value in self.creations:
            made = self.creations[value]
            for part in made.after.values():
                if part != value:
                    yield from self._needed(part)
            yield made
        elif isinstance(value, (list, dict)):
            for part in value.values() if isinstance(value, dict) else value:
                yield from self._needed(part)

    def _emptied(self, edits: Iterable[Edit]) -> list[Edit]:
        """An item that loses its last row goes with it, as when rows are deleted by hand."""
        rows = [edit for edit in edits if edit.table == Task.TABLE and not edit.field]
        gone = {edit.key for edit in rows if edit.after is None}
        filled = {edit.after["item"] for edit in rows if edit.after}
        emptied = (
            item
            for item in self.tasks.items
            if (own := self.tasks.task_keys_of(item.key)) and gone.issuperset(own)
        )
        return [deleted(item) for item in emptied if item.key not in filled]


def compare(tasks: TaskList, reading: Reading, history: Sequence[Change] = ()) -> Comparison:
    """What following a new reading would add to the list looked at, change in it and take out of it."""
    imported = import_change(reading, tasks)
    scratch = tasks.copy()
    scratch.apply(imported.edits)
    new = scratch.of(next(edit.key for edit in imported.edits if edit.table == Notice.TABLE))
    edited = frozenset(
        (edit.table, edit.key, edit.field)
        for change in history[1:]
        if change.code != "notice_followed"
        for edit in change.edits
    )
    pairs = _pairs(tasks, new)
    back = {after: before for matched in pairs.values() for before, after in matched.items()}
    fresh: list[Placed] = [
        *lacking(tuple(points(tasks)), points(new), back),
        *lacking(tasks.items, new.items, back),
        *lacking(tuple(tasks.tasks), new.tasks, back),
        *lacking(tasks.entries, new.entries, back),
    ]
    differences = _source(tasks, new, pairs)
    for kind in _COMPARED:
        differences += _changed(tasks, new, kind, pairs[kind], edited)
    differences += [_added(new, record) for record in fresh if not isinstance(record, Item)]
    left = (record for record in _all_placed(tasks) if record.key not in pairs[type(record)])
    differences += [_gone(tasks, record, edited) for record in left if not isinstance(record, Item)]
    makings = {
        edit.key: edit
        for edit in imported.edits
        if edit.table in (Unit.TABLE, Person.TABLE) and not edit.field
    }
    return Comparison(tasks, tuple(differences), makings | {record.key: created(record) for record in fresh})


def _pairs(tasks: TaskList, new: TaskList) -> dict[type[Record], Pairs]:
    rows = matched_rows(tasks, new)
    return {
        Notice: {tasks.notice.key: new.notice.key},
        WorkPoint: matched_points(tasks, new),
        Item: matched_items(tasks, new, rows),
        Task: rows,
        RosterEntry: matched_roster(tasks, new),
    }


def _changed(
    tasks: TaskList, new: TaskList, kind: type[Record], pairs: Pairs, edited: Edited
) -> Iterator[Difference]:
    fields = names_for(kind, "compare")
    for old_key, new_key in pairs.items():
        before, after = tasks.get(kind, old_key), new.get(kind, new_key)
        other = [field for field in fields if not _same(getattr(before, field), getattr(after, field))]
        values = {field: getattr(after, field) for field in other}
        if isinstance(after, Task) and not set(other).isdisjoint(RESPONSIBILITY_FIELDS):
            values["doubts"] = after.doubts
        if other:
            lines = tuple(
                (label(tasks, field, kind), _words(tasks, before, field), _words(new, after, field))
                for field in other
            )
            since = any((kind.TABLE, old_key, field) in edited for field in other)
            yield Difference("changed", _about(tasks, before), lines, tuple(updated(before, **values)), since)


def _added(new: TaskList, record: Placed) -> Difference:
    lines = tuple(
        (label(new, field, type(record)), "", _words(new, record, field))
        for field in names_for(type(record), "compare")
        if getattr(record, field)
    )
    return Difference("added", _about(new, record), lines, (created(record),))


def _gone(tasks: TaskList, record: Placed, edited: Edited) -> Difference:
    own = any((table, key) == (record.TABLE, record.key) for table, key, _ in edited)
    return Difference("gone", _about(tasks, record), (), (deleted(record),), own)


def _source(tasks: TaskList, new: TaskList, pairs: Mapping[type[Record], Pairs]) -> list[Difference]:
    """The notice's text itself, with the lines that each record came from."""
    before, after = tasks.notice, new.notice
    if before.source_text == after.source_text:
        return []
    edits = updated(before, source_text=after.source_text, source_name=after.source_name)
    old, there = (_all_placed(lists) for lists in (tasks, new))
    sources = {record.key: record.source for record in there}
    for record in old:
        if record.key in pairs[type(record)]:
            edits += updated(record, source=sources[pairs[type(record)][record.key]])
    counts = [f"{len(notice.source_text.splitlines())} 行" for notice in (before, after)]
    return [Difference("changed", "通知原文和各处的出处", (("原文", counts[0], counts[1]),), tuple(edits))]


def _all_placed(tasks: TaskList) -> tuple[Placed, ...]:
    return (*points(tasks), *tasks.items, *tasks.tasks, *tasks.entries)


def _same(before: Any, after: Any) -> bool:
    """Whether two values say the same: widths and blanks apart; a wording that has since been settled is the same wording."""
    match before, after:
        case str(), str():
            return name_key(before) == name_key(after)
        case [Mention(), *_], [Mention(), *_]:
            return len(before) == len(after) and all(map(_same_mention, before, after))
        case _:
            return bool(before == after or not (before or after))


def _same_mention(before: Mention, after: Mention) -> bool:
    return name_key(before.wording) == name_key(after.wording) and after.key in (before.key, None)


def _words(tasks: TaskList, record: Record, field: str) -> str:
    return words(tasks, field_of(type(record), field), getattr(record, field))


def _about(tasks: TaskList, record: Record) -> str:
    """A record in the clerk's words."""
    match record:
        case Task():
            item = tasks.find(Item, record.item)
            return (
                f"{tasks.row_name(record.key)} {item.title if item else ''} {record.number}{record.text[:24]}"
            )
        case RosterEntry():
            return f"名册 {record.role} {tasks.person_name(record.person)}"
        case _:
            return field_title(tasks, record, "")
