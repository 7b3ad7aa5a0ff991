"""The records and changes of a file as its JSON gives them: each by its own key, in today's shape, and right.

What no record can hold is found by the declarations of the fields (store/records/fitting.py): it is left out
and named, so that the rest can be looked at.
"""

import contextlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from store.file.problems import damaged
from store.records.changes import ALWAYS_SAID, Change
from store.records.fitting import Misfit, fits, fits_in, knows
from store.records.fitting_at_once import all_evident, all_fit, misfits
from store.records.ground import Ground
from store.records.joined_before import NO_JOINS, OldJoins, is_old_row, old_joins
from store.records.raising import RAISINGS, raised
from store.records.record import Doc, Tables
from store.records.tables import RECORDS
from store.records.task import Task

OWN_TABLES = tuple(RECORDS)
"""The tables of keyed records; beside them stand `changes` and `meta`."""
_EDIT = {"table", "key", "field", "before", "after"}
"""Fields without which an edit means nothing."""


def tables_of(
    data: Mapping[str, Any], changes: list[Doc], path: Path, *, checked: bool
) -> tuple[Tables, tuple[Misfit, ...]]:
    """Return the records by table and key, and what was left out of them: nothing, where all was checked."""
    joins = _old_joins(data, changes)
    wrong: list[Misfit] = []
    tables: Tables = {}
    for name in OWN_TABLES:
        docs = _keyed(data, name, path)
        for doc in () if checked else misfits(name, docs.values()):
            wrong += _mend(name, docs, doc)
        tables[name] = _raised(name, docs, path, joins)
    if Ground.TABLE not in data:
        tables[Ground.TABLE] = _grounds(changes, path)
    _share(tables, changes)
    return tables, tuple(wrong)


def _mend(table: str, docs: dict[str, Doc], doc: Doc) -> list[Misfit]:
    """Take out of a record all that it cannot hold; one without a right key goes itself."""
    key = doc["key"]
    if not fits(table, "key", key):
        del docs[key]
        return [Misfit(table, str(key))]
    left_out = [name for name, value in doc.items() if knows(table, name) and not fits(table, name, value)]
    docs[key] = {name: value for name, value in doc.items() if name not in left_out}
    return [Misfit(table, key, name) for name in left_out]


def _keyed(data: Mapping[str, Any], table: str, path: Path, key: str = "key") -> dict[str, Doc]:
    """Return a table's documents by their own key; TinyDB's ids mean nothing."""
    try:
        found = {doc[key]: doc for doc in data.get(table, {}).values()}
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, f"表 {table} 中有不完整的记录") from error
    if len(found) != len(data.get(table, {})):
        raise damaged(path, f"表 {table} 中有重复的记录")
    return found


def _old_joins(data: Mapping[str, Any], changes: Iterable[Doc]) -> OldJoins:
    """Return the joins of rows that were made before rows carried any; none where there are no such rows."""
    rows = data.get(Task.TABLE)
    if not isinstance(rows, dict):
        return NO_JOINS
    has_old = any(isinstance(doc, dict) and is_old_row(Task.TABLE, doc) for doc in rows.values())
    with contextlib.suppress(AttributeError, KeyError, TypeError):  # What is broken is said of the table.
        return old_joins(changes) if has_old else NO_JOINS
    return NO_JOINS


def _raised(table: str, docs: dict[str, Doc], path: Path, joins: OldJoins) -> dict[str, Doc]:
    """Return a table's documents by key, in today's shape; those of changes stay as they were written."""
    if table not in RAISINGS:
        return docs
    try:
        return {key: raised(table, doc, joins) for key, doc in docs.items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, f"表 {table} 中有不完整的记录") from error


def changes_of(data: Mapping[str, Any], path: Path) -> list[Doc]:
    """Return the changes of a file, oldest first."""
    changes = list(_keyed(data, "changes", path, "id").values())
    try:
        are_whole = all(map(_is_whole, changes))
    except (AttributeError, TypeError):
        are_whole = False
    if not are_whole:
        raise damaged(path, "表 changes 中有不完整的记录")
    return changes


def _grounds(changes: list[Doc], path: Path) -> dict[str, Doc]:
    """Return the grounds that the changes of a file make which an older program wrote."""
    from store.records.raised_grounds import grounds_after

    try:
        return grounds_after(changes)
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, "表 changes 中有不完整的记录") from error


def _share(tables: Tables, changes: Iterable[Doc]) -> None:
    """Have a record that is as a change made it be the change's document: most of a list is kept once.

    Nothing in a document is ever changed in place, so that they can have it in common.
    """
    for change in changes:
        for edit in change["edits"]:
            docs = tables.get(edit["table"], {})
            made = edit["after"]
            if not edit["field"] and made is not None and docs.get(edit["key"]) == made:
                docs[edit["key"]] = made
    for name, docs in tables.items():
        # By its own key too: that of the document which is let go would hold the memory around it.
        tables[name] = {doc["key"]: doc for doc in docs.values()}


def _is_whole(change: Doc) -> bool:
    """Tell whether a change's document, and each of its edits, has all that it means something by."""
    if not change.keys() >= ALWAYS_SAID:
        return False
    for edit in change["edits"]:
        is_addressed = (
            edit.keys() == _EDIT and isinstance(edit["table"], str) and isinstance(edit["key"], str)
        )
        if not is_addressed:
            return False
    return True


# ---------------------------------------------------------------------- what changes say


def count_of_right(changes: list[Doc], tables: Tables) -> int:
    """Return how many changes stand before the first that says what no record can hold."""
    if all_evident(Change, changes) and _all_hold(changes, tables):
        return len(changes)
    wrong = (number for number, doc in enumerate(changes) if not _is_right(doc))
    return next(wrong, len(changes))


def _all_hold(changes: Iterable[Doc], tables: Tables) -> bool:
    """Tell whether all that changes say can be held: records, and values of fields."""
    said, made = _said(changes, tables)
    if not all(all_fit(table, field, values) for (table, field), values in said.items()):
        return False
    return all(_are_records(table, docs) for table, docs in made.items())


def _said(
    changes: Iterable[Doc], tables: Tables
) -> tuple[dict[tuple[str, str], list[Any]], dict[str, list[Any]]]:
    """Return the values that changes say by table and field, and the records that they make by table.

    What a record of the list says as well was looked at there.
    """
    said: dict[tuple[str, str], list[Any]] = {}
    made: dict[str, list[Any]] = {}
    for change in changes:
        for edit in change["edits"]:
            table, field, values = edit["table"], edit["field"], (edit["before"], edit["after"])
            if field and knows(table, field):
                said.setdefault((table, field), []).extend(values)
            elif not field and table in tables:
                held = tables[table].get(edit["key"])
                made.setdefault(table, []).extend(
                    [doc for doc in values if doc is not None and doc is not held]
                )
    return said, made


def _is_right(change: Doc) -> bool:
    """Tell whether a change, and each of its edits, says what can be held."""
    code = change.get("code", "")
    if not isinstance(code, str) or not fits_in(Change, {**change, "code": ""}):
        return False
    return all(map(_is_held, change["edits"]))


def _is_held(edit: Doc) -> bool:
    """Tell whether what an edit says can be held; of what a later program added nothing is asked."""
    table, field, values = edit["table"], edit["field"], (edit["before"], edit["after"])
    if not field:
        return table not in RECORDS or _are_records(table, [doc for doc in values if doc is not None])
    return not knows(table, field) or all(fits(table, field, value) for value in values)


def _are_records(table: str, docs: Collection[Any]) -> bool:
    are_documents = all(isinstance(doc, dict) and "key" in doc for doc in docs)
    return are_documents and not misfits(table, docs)
