"""Where what a new version of a list adds goes: behind the record that the new version has before it."""

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from store.importing.matching import Pairs
from store.records.keys import order_between
from store.records.notice import WorkPoint
from store.records.person import RosterEntry
from store.records.task import Item, Task
from store.records.tasklist import TaskList

PlacedRecord = WorkPoint | Item | Task | RosterEntry
"""The records that stand in an order."""

_P = TypeVar("_P", WorkPoint, Item, Task, RosterEntry)


def points(tasks: TaskList, parent: str | None = None) -> Iterator[WorkPoint]:
    """Yield all work points, each before those under it."""
    for point in tasks.work_points(parent):
        yield point
        yield from points(tasks, point.key)


def lacking(old: Iterable[_P], new: Iterable[_P], back: Pairs) -> Iterator[_P]:
    """Yield the records that the old version lacks, as they are to stand in it.

    `back` leads from new keys to old ones.
    """
    orders: dict[str, list[str]] = {}
    places = {record.key: record.order for record in old}
    for record in old:
        insort(orders.setdefault(_siblings(record), []), record.order)
    before: dict[str, str] = {}
    for record in new:
        own = _in_old_keys(record, back)
        group = _siblings(own)
        if record.key in back:
            before[group] = places[back[record.key]]
            continue
        last = before.get(group, "")
        following = next((order for order in orders.get(group, ()) if order > last), "")
        before[group] = order_between(last, following)
        insort(orders.setdefault(group, []), before[group])
        yield replace(own, order=before[group])


def _siblings(record: PlacedRecord) -> str:
    """Return what the records that stand in one order share."""
    match record:
        case WorkPoint():
            return record.parent or ""
        case Task():
            return record.item
        case _:
            return ""


def _in_old_keys(record: _P, back: Pairs) -> _P:
    """Return a record whose references to matched records are to the old ones."""
    doc = record.to_doc()
    for field, value in doc.items():
        if isinstance(value, str) and field != "key":
            doc[field] = back.get(value, value)
    return type(record).from_doc(doc)
