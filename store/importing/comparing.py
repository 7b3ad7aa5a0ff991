"""Importing a notice again: what it adds to a list, has otherwise and no longer has, one by one.

The clerk accepts some of them, and they become one Change. What was changed here since the import is marked,
so that a notice never takes the clerk's own work back unasked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from store.importing.following_joins import NoticeJoins
from store.importing.grounds_followed import grounds_of, grounds_of_new, regrounded
from store.importing.matching import Pairs, matched_items, matched_points, matched_roster, matched_rows
from store.importing.new_list import import_change, new_notice
from store.importing.placing import PlacedRecord, lacking, points
from store.importing.taking import with_those_of
from store.progress import Progress, share, silent, told
from store.reading.result import Reading
from store.records.change_codes import TITLES
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.describing import field_title, label, words
from store.records.field import Field
from store.records.fields import fields_for
from store.records.leaving_out import said_left_out
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from store.words.names import name_key

DifferenceKind = Literal["added", "changed", "gone"]
Edited = frozenset[tuple[str, str, str]]
"""Table, key and field of what was edited since the import."""

KIND_WORDS: dict[DifferenceKind, str] = {"added": "新增", "changed": "改动", "gone": "通知中已无"}

_COMPARED: tuple[type[Record], ...] = (Notice, WorkPoint, Item, Task, RosterEntry)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the notice has otherwise, and the edits that follow the notice in it."""

    kind: DifferenceKind
    about: str
    """What it is about, in words."""
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
    """By key the edits that make what accepted differences may name: units, people, items, sections."""
    joins: NoticeJoins
    """How the notice joins its cells: what joins differ in only is no difference, and follows its cell."""

    def change(self, accepted: Iterable[Difference]) -> Change:
        """Return the one change that follows the accepted differences; Refused where there are none."""
        edits: dict[tuple[str, str, str], Edit] = {}
        for difference in accepted:
            for edit in difference.edits:
                for one in (*self._needed(edit.after), edit):
                    edits.setdefault((one.table, one.key, one.field), one)
        if not edits:
            raise Refused("没有选中要采用的差异，清单没有改动。")
        joined = self.joins.edits(self.tasks, edits.values())
        emptied = map(deleted, self._emptied(edits.values()))
        return Change(TITLES["notice_followed"], (*edits.values(), *joined, *emptied), code="notice_followed")

    def left_out(self, difference: Difference) -> tuple[str, ...]:
        """Say what following a difference is to leave as it is, a sentence each."""
        return said_left_out(self.tasks, difference.edits)

    def _needed(self, value: Any) -> Iterator[Edit]:
        """Yield the creations of the records that a value names, what these name themselves first."""
        if isinstance(value, str) and value in self.creations:
            made = self.creations[value]
            for part in made.after.values():
                if part != value:
                    yield from self._needed(part)
            yield made
        elif isinstance(value, dict):
            yield from self._needed(list(value.values()))
        elif isinstance(value, list):
            for part in value:
                yield from self._needed(part)

    def _emptied(self, edits: Iterable[Edit]) -> Iterator[Item]:
        """Yield the items that lose their last row: they go with it, as when rows are deleted by hand."""
        rows = [edit for edit in edits if edit.table == Task.TABLE and not edit.field]
        gone = {edit.key for edit in rows if edit.after is None}
        filled = {edit.after["item"] for edit in rows if edit.after}
        for item in self.tasks.items:
            own = self.tasks.task_keys_of(item.key)
            is_emptied = own and gone.issuperset(own)
            if is_emptied and item.key not in filled:
                yield item


def compare(
    tasks: TaskList,
    reading: Reading,
    history: Sequence[Change] = (),
    progress: Progress = silent,
    file_id: str = "",
) -> Comparison:
    """Return what following a new reading would add to a list, change in it and take out of it.

    What it adds has keys that are made from the id of the list's file.
    """
    reading = with_those_of(reading, tasks)
    imported = import_change(reading, tasks, file_id)
    both = tasks.copy()
    both.apply(imported.edits)
    new = both.of(new_notice(imported))
    progress(0, 0)
    edited, pairs = _edited_since(history), _pairs(tasks, new)
    progress(0, 0)
    fresh = _fresh(tasks, new, pairs)
    left = list(_left(tasks, pairs))
    differences = _source(tasks, new, pairs)
    for kind in _COMPARED:
        differences += _changed(tasks, new, kind, pairs[kind], edited)
    for record in told(fresh, share(progress, 0, 2)):
        if not isinstance(record, Item):
            differences.append(_added(tasks, new, record))
    differences += [_gone(tasks, record, edited) for record in told(left, share(progress, 1, 2))]
    joins = NoticeJoins(new, pairs[Task])
    return Comparison(tasks, tuple(differences), _creations(imported, fresh), joins)


def _left(tasks: TaskList, pairs: Mapping[type[Record], Pairs]) -> Iterator[PlacedRecord]:
    """Yield the records that the notice no longer has; an item goes with its rows."""
    for record in _all_placed(tasks):
        if record.key not in pairs[type(record)] and not isinstance(record, Item):
            yield record


def _creations(imported: Change, fresh: Iterable[PlacedRecord]) -> dict[str, Edit]:
    """Return by key the edits that make the units and people of an import, and the records that are fresh."""
    creations: dict[str, Edit] = {}
    for edit in imported.edits:
        if edit.table in (Unit.TABLE, Person.TABLE) and not edit.field:
            creations[edit.key] = edit
    return creations | {record.key: created(record) for record in fresh}


def _edited_since(history: Sequence[Change]) -> Edited:
    """Return what was edited since the import, but for what followed a notice."""
    edited: set[tuple[str, str, str]] = set()
    for change in history[1:]:
        if change.code != "notice_followed":
            edited.update((edit.table, edit.key, edit.field) for edit in change.edits)
    return frozenset(edited)


def _fresh(tasks: TaskList, new: TaskList, pairs: Mapping[type[Record], Pairs]) -> list[PlacedRecord]:
    """Return the records that the list lacks, as they are to stand in it."""
    back: Pairs = {}
    for matched in pairs.values():
        back |= {after: before for before, after in matched.items()}
    fresh: list[PlacedRecord] = [*lacking(tuple(points(tasks)), points(new), back)]
    fresh += lacking(tasks.items, new.items, back)
    fresh += lacking(tuple(tasks.tasks), new.tasks, back)
    fresh += lacking(tasks.entries, new.entries, back)
    return fresh


def _pairs(tasks: TaskList, new: TaskList) -> dict[type[Record], Pairs]:
    rows = matched_rows(tasks, new)
    pairs: dict[type[Record], Pairs] = {Notice: {tasks.notice.key: new.notice.key}, Task: rows}
    pairs[WorkPoint] = matched_points(tasks, new)
    pairs[Item] = matched_items(tasks, new, rows)
    pairs[RosterEntry] = matched_roster(tasks, new)
    return pairs


def _changed(
    tasks: TaskList, new: TaskList, kind: type[Record], pairs: Pairs, edited: Edited
) -> Iterator[Difference]:
    """Yield the records of a kind that both have and that do not say the same, in the list's order."""
    places = {record.key: place for place, record in enumerate(_all_placed(tasks))}
    for old_key, new_key in sorted(pairs.items(), key=lambda pair: places.get(pair[0], -1)):
        before, after = tasks.get(kind, old_key), new.get(kind, new_key)
        fields = [field for field in fields_for(kind, "compare") if not _same(before, after, field)]
        if fields:
            lines = [_line(tasks, before, new, after, field) for field in fields]
            edits = updated(before, **_followed(after, fields))
            edits += regrounded(tasks, before, edits, new, new_key)
            since = any((kind.TABLE, old_key, field.name) in edited for field in fields)
            yield Difference("changed", _about(tasks, before), tuple(lines), tuple(edits), since)


def _followed(after: Record, fields: Sequence[Field]) -> dict[str, object]:
    """Return the values that follow the notice; with whom a row names goes what is in doubt there."""
    values: dict[str, object] = {field.name: getattr(after, field.name) for field in fields}
    if isinstance(after, Task) and any(field.kind == "mentions" for field in fields):
        values |= {"doubts": after.doubts, "only_here": ()}
    return values


def _line(
    tasks: TaskList, before: Record, new: TaskList, after: Record, field: Field
) -> tuple[str, str, str]:
    """Return what a field is called, what it says and what it is to say."""
    name = label(tasks, field.name, type(before))
    return name, _words(tasks, before, field), _words(new, after, field)


def _added(tasks: TaskList, new: TaskList, record: PlacedRecord) -> Difference:
    lines = []
    for field in fields_for(type(record), "compare"):
        if getattr(record, field.name):
            lines.append((label(new, field.name, type(record)), "", _words(new, record, field)))
    edits = (created(record), *grounds_of_new(tasks, new, record))
    return Difference("added", _about(new, record), tuple(lines), edits)


def _gone(tasks: TaskList, record: PlacedRecord, edited: Edited) -> Difference:
    own = any((table, key) == (record.TABLE, record.key) for table, key, _ in edited)
    edits = (deleted(record), *map(deleted, grounds_of(tasks, record)))
    return Difference("gone", _about(tasks, record), (), edits, own)


def _source(tasks: TaskList, new: TaskList, pairs: Mapping[type[Record], Pairs]) -> list[Difference]:
    """Return the difference of the notice's text itself, with the lines that each record came from."""
    before, after = tasks.notice, new.notice
    if before.source_text == after.source_text:
        return []
    edits = updated(before, source_text=after.source_text, source_name=after.source_name)
    sources = {record.key: record.source for record in _all_placed(new)}
    for record in _all_placed(tasks):
        there = pairs[type(record)].get(record.key)
        if there:
            for one in (record, *grounds_of(tasks, record)):
                edits += updated(one, source=sources[there])
    counts = [f"{len(notice.source_text.splitlines())} 行" for notice in (before, after)]
    line = ("原文", counts[0], counts[1])
    return [Difference("changed", "通知原文和各处的出处", (line,), tuple(edits))]


def _all_placed(tasks: TaskList) -> tuple[PlacedRecord, ...]:
    return (*points(tasks), *tasks.items, *tasks.tasks, *tasks.entries)


def _same(one: Record, other: Record, field: Field) -> bool:
    """Tell whether a field says the same in both versions, widths and blanks apart.

    A wording that has since been settled is the same wording.
    """
    match getattr(one, field.name), getattr(other, field.name):
        case str() as before, str() as after:
            return name_key(before) == name_key(after)
        case [Mention(), *_] as before, [Mention(), *_] as after:
            return len(before) == len(after) and all(map(_same_mention, before, after))
        case before, after:
            return bool(before == after or not (before or after))


def _same_mention(before: Mention, after: Mention) -> bool:
    return name_key(before.wording) == name_key(after.wording) and after.key in (before.key, None)


def _words(tasks: TaskList, record: Record, field: Field) -> str:
    return words(tasks, field, getattr(record, field.name))


def _about(tasks: TaskList, record: Record) -> str:
    """Return a record in the clerk's words."""
    match record:
        case Task():
            item = tasks.find(Item, record.item)
            title = item.title if item else ""
            return f"{tasks.row_name(record.key)} {title} {record.number}{record.text[:24]}"
        case RosterEntry():
            return f"名册 {record.role} {tasks.person_name(record.person)}"
        case _:
            return field_title(tasks, record, "")
