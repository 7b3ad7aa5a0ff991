"""Placing a record among others, and moving it up (-1) or down (+1): its place, and the words for it."""

from collections.abc import Sequence

from store.records.changes import Edit, updated
from store.records.keys import order_between
from store.records.person import RosterEntry
from store.records.task import Item, Task
from store.records.unit import Unit
from store.refused import Refused

Placed = Task | Item | Unit | RosterEntry
"""A record that has a place among its neighbours."""


def places_before(records: Sequence[Placed], index: int, count: int = 1) -> tuple[list[str], list[Edit]]:
    """Return places for some records before the one that stands at an index, and the edits that make room.

    Two desks may have put records at one place: those are given places of their own then, in the order in
    which they stand.
    """
    place = records[index - 1].order if index else ""
    level = [record for record in records[index:] if record.order <= place]
    following = records[index + len(level) :]
    after = following[0].order if following else ""
    places: list[str] = []
    for _ in range(count + len(level)):
        place = order_between(place, after)
        places.append(place)
    edits: list[Edit] = []
    for record, own in zip(level, places[count:], strict=True):
        edits += updated(record, order=own)
    return places[:count], edits


def moved_to(keys: Sequence[str], key: str, step: int, refusal: str) -> int:
    """Return where a record stands after the step; refused, with these words, beyond an end."""
    target = keys.index(key) + step
    if not 0 <= target < len(keys):
        raise Refused(refusal)
    return target


def direction(step: int) -> str:
    """Return what the clerk calls a step."""
    return "上移" if step < 0 else "下移"


def end_of(step: int) -> str:
    """Return the end that a step leads to, before 行, 个事项 or 个单位."""
    return "第一" if step < 0 else "最后一"
