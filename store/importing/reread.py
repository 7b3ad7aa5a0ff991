"""A notice read again for a list that was put right by hand: records keep their keys, and what was put right
stays as it is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from store.records.cells import units_field
from store.records.changes import Edit
from store.records.ground import Ground
from store.records.notice import Notice
from store.records.person import Person
from store.records.record import Doc
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES

Tables = Mapping[str, Mapping[str, Doc]]
"""Table name to key to document."""

_Place = tuple[object, ...]
_NAMED = {Unit.TABLE: "full_name", Person.TABLE: "name"}
_SAID = ("number", "text", "heading", "title", "role", "post")
"""What tells two records of one line apart, where one of them is read no more."""


def in_old_keys(edits: Iterable[Edit], old: Iterable[Edit]) -> list[Edit]:
    """Return the edits that make a list, its records under the keys that others in their place had.

    Of grounds none are returned: they are made anew of the rows.
    """
    keys = {place: key for key, place in _places(old)}
    new = [edit for edit in edits if edit.table != Ground.TABLE]
    back = {key: keys[place] for key, place in _places(new) if place in keys}
    renamed = []
    for edit in new:
        before, after = _renamed(edit.before, back), _renamed(edit.after, back)
        key = back.get(edit.key, edit.key)
        renamed.append(Edit(edit.table, key, edit.field, before, after))
    return renamed


def _places(edits: Iterable[Edit]) -> Iterator[tuple[str, _Place]]:
    """Yield the key of each record made and its place: a name, else where and as what it is printed."""
    seen: Counter[_Place] = Counter()
    for table, doc in ((edit.table, edit.after) for edit in edits if not edit.field):
        if table == Notice.TABLE:
            place: _Place = (table,)
        elif table in _NAMED:
            place = (table, doc[_NAMED[table]])
        else:
            said = [doc.get(field) for field in _SAID]
            place = (table, *doc.get("source", ()), *said)
        seen[place] += 1
        yield doc["key"], (*place, seen[place])


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Return a value of JSON with other keys in it."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_renamed(part, names) for part in value]
    if isinstance(value, dict):
        return {name: _renamed(part, names) for name, part in value.items()}
    return value


def with_what_was_put_right(read: Tables, mended: Tables, fresh: Tables) -> dict[str, dict[str, Doc]]:
    """Return the tables of a new reading with all that was put right in an old one, field by field.

    `read` is the old reading and `mended` what became of it.
    """
    tables = {table: dict(docs) for table, docs in fresh.items()}
    for table in {**read, **mended}:
        docs = tables.setdefault(table, {})
        was, now = read.get(table, {}), mended.get(table, {})
        for key in {**was, **now}:
            _put_right(docs, key, was.get(key), now.get(key))
    _bring_back_named(tables, mended)
    return tables


def _put_right(docs: dict[str, Doc], key: str, before: Doc | None, after: Doc | None) -> None:
    if before == after:
        return
    if after is None:
        docs.pop(key, None)
    elif before is None:
        docs.setdefault(key, after)
    elif key in docs:
        docs[key] = _mended(before, after, docs[key])


def _mended(before: Doc, after: Doc, fresh: Doc) -> Doc:
    """Return a new document with the fields in which two others differ."""
    mended = dict(fresh)
    for field in {**before, **after}:
        if field not in after:
            mended.pop(field, None)
        elif before.get(field) != after[field]:
            mended[field] = after[field]
    if "doubts" in fresh:
        settled = _settled_sides(before, after)
        mended["doubts"] = [doubt for doubt in fresh["doubts"] if doubt["side"] not in settled]
    return mended


def _settled_sides(before: Doc, after: Doc) -> set[str]:
    """Return the sides of a row that are in no doubt any more: somebody looked at them."""
    settled = {doubt["side"] for doubt in before["doubts"] if doubt not in after["doubts"]}
    for side in SIDES:
        if before[units_field(side)] != after[units_field(side)]:
            settled.add(side)
    return settled


def _bring_back_named(tables: dict[str, dict[str, Doc]], mended: Tables) -> None:
    """Bring back the units and people that a row names by hand and the new reading does not find."""
    there = {key for kind in _NAMED for key in tables.get(kind, {})}
    for task in tables.get(Task.TABLE, {}).values():
        for value in task.values():
            for mention in value if isinstance(value, list) else ():
                key = mention.get("key") if isinstance(mention, dict) else None
                if key and key not in there:
                    _bring_back(tables, mended, key)


def _bring_back(tables: dict[str, dict[str, Doc]], mended: Tables, key: str) -> None:
    for kind in _NAMED:
        if key in mended.get(kind, {}):
            tables.setdefault(kind, {})[key] = mended[kind][key]


def rows_read_otherwise(old: TaskList, new: TaskList) -> int:
    """Return how many rows name others on a side than before, or have another question, or come or go."""
    before = {key: _said_of_owners(old.task(key)) for key in old.task_keys}
    after = {key: _said_of_owners(new.task(key)) for key in new.task_keys}
    return sum(before.get(key) != after.get(key) for key in {**before, **after})


def _said_of_owners(task: Task) -> object:
    return task.side("lead"), task.side("participant"), task.doubts
