"""Differences: the edits between two states of a record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.records.changes import Edit
from store.records.record import Doc


def edits_between(table: str, key: str, before: Doc | None, after: Doc | None) -> Iterator[Edit]:
    """Yield the edits from what a record says to what it is to say, one a field.

    One that stands on one side alone, or has other fields there, is one edit of the whole record.
    """
    if before is None or after is None or before.keys() != after.keys():
        yield Edit(table, key, "", before, after)
        return
    for field, value in before.items():
        if value != after[field]:
            yield Edit(table, key, field, value, after[field])


def in_two(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits as a change holds them: a record that is replaced is taken out and made."""
    for edit in edits:
        if edit.field or edit.before is None or edit.after is None:
            yield edit
        else:
            yield replace(edit, after=None)
            yield replace(edit, before=None)
