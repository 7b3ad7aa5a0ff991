"""The grounds of rows that follow a notice read again: those of the cells that it gives, and of no other."""

from collections.abc import Iterable, Sequence

from store.importing.placing import PlacedRecord
from store.records.cells import sides_said
from store.records.changes import Edit, created, deleted, updated
from store.records.ground import Ground, ground_key
from store.records.issued_grounds import row_grounds, side_ground
from store.records.record import Record
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, SideName


def grounds_of(tasks: TaskList, record: PlacedRecord) -> list[Ground]:
    """Return the grounds that a notice gave a row; none of another record."""
    keys = [ground_key(record.key, side, "notice") for side in SIDES]
    found = (tasks.find(Ground, key) for key in keys)
    return [ground for ground in found if ground] if isinstance(record, Task) else []


def grounds_of_new(tasks: TaskList, new: TaskList, record: PlacedRecord) -> list[Edit]:
    """Return the edits that make the grounds of a row which the notice adds, named as it has the row."""
    if not isinstance(record, Task):
        return []
    grounds = row_grounds(record.to_doc(), tasks.notice.key, new.row_name(record.key))
    return list(map(created, grounds))


def regrounded(
    tasks: TaskList, row: Record, edits: Sequence[Edit], new: TaskList, new_key: str
) -> list[Edit]:
    """Return the edits that make the grounds of a row what it is to say on the sides that some edits touch.

    It has another key in the new list. What the clerk said of these sides by hand is replaced with them.
    """
    if not isinstance(row, Task):
        return []
    name = new.row_name(new_key)
    doc = row.to_doc() | {edit.field: edit.after for edit in edits}
    found: list[Edit] = []
    for side in _sides(edits):
        by_hand = tasks.find(Ground, ground_key(row.key, side, "hand"))
        was = tasks.find(Ground, ground_key(row.key, side, "notice"))
        now = side_ground(doc, side, tasks.notice.key, name)
        found += [deleted(by_hand)] if by_hand else []
        found += _replaced(was, now)
    return found


def _replaced(was: Ground | None, now: Ground | None) -> list[Edit]:
    """Return the edits that put one ground in the place of another of the same key."""
    if was and now:
        return updated(was, name=now.name, units=now.units, leaders=now.leaders, source=now.source)
    if was:
        return [deleted(was)]
    return [created(now)] if now else []


def _sides(edits: Iterable[Edit]) -> list[SideName]:
    """Return the sides that edits of a row say something of."""
    touched: dict[SideName, None] = {}
    for edit in edits:
        touched |= dict.fromkeys(sides_said(edit.field))
    return list(touched)
