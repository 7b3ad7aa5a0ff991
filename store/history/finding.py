"""Finding changes in a history: those of some rows, since a day, or that hold some words."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from store.history.earlier import recorded
from store.history.order import in_shown_order
from store.records.changes import Change, History
from store.records.derived import derived
from store.records.documents import on
from store.records.record import Doc
from store.records.tables import KINDS_OF_ROWS
from store.records.tasklist import TaskList
from store.words.names import name_key

_FACTS = tuple(on(kind, "task") for kind in KINDS_OF_ROWS)
_SEARCHED = ("title", "by", "machine", "basis", "effective_on", "at")


def keys_of_rows(tasks: TaskList, rows: Collection[str]) -> frozenset[str]:
    """Return the keys that a change of these rows touches: theirs, their items' and those of what was
    reported of them, closed and adjusted.
    """
    facts = _facts_by_row(tasks)
    keys = set(rows)
    for row in rows:
        keys.add(tasks.task(row).item)
        keys.update(facts.get(row, ()))
    return frozenset(keys)


@derived(*_FACTS)
def _facts_by_row(tasks: TaskList) -> Mapping[str, Sequence[str]]:
    """Return by row the keys of the records that speak of it."""
    found: dict[str, list[str]] = {}
    for kind in KINDS_OF_ROWS:
        for key, doc in tasks.documents.tables[kind.TABLE].items():
            found.setdefault(doc.get("task", ""), []).append(key)
    return found


def row_touched(tasks: TaskList, change: Change) -> str | None:
    """Return the first row of a list that a change touched, itself or by a record that speaks of it."""
    for edit in change.edits:
        doc = tasks.value(edit.table, edit.key, "")
        row = doc.get("task") if isinstance(doc, dict) else None
        for key in (edit.key, row):
            if key in tasks.places:
                return key
    return None


def changes_found(
    history: History, *, keys: Collection[str] | None = None, since: date | None = None, words: str = ""
) -> list[int]:
    """Return the places of the changes that touch some keys, are not before a day, and hold words.

    A place is that of the change's arrival; they stand in the order that every desk shows.
    """
    wanted = name_key(words).lower()
    found = []
    for index in in_shown_order(history):
        doc = history.docs[index]
        if _touches(doc, keys) and _is_since(doc, since) and _holds(doc, wanted):
            found.append(index)
    return found


def count_before(history: History, day: date) -> int:
    """Count the changes before the first of a day, or after it."""
    return min(changes_found(history, since=day), default=len(history))


def _touches(doc: Doc, keys: Collection[str] | None) -> bool:
    return keys is None or any(edit["key"] in keys for edit in doc["edits"])


def _is_since(doc: Doc, since: date | None) -> bool:
    return since is None or recorded(doc["at"]).date() >= since


def _holds(doc: Doc, wanted: str) -> bool:
    if not wanted:
        return True
    said = [name_key(doc.get(field) or "").lower() for field in _SEARCHED]
    return any(wanted in words for words in said)
