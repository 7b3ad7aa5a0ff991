"""The order of changes where they are shown, and of records in their tables: the same at every desk.

Changes stand by cause, and by (at, id) where they had not seen one another. Records stand in the order of
their creations, in causal order: neither the order of arrival tells it nor the place where a record stands in
a file. The notices too: what names no notice belongs to the first of them, so that one which came later never
goes before it, whatever day it bears.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from store.records.changes import History
from store.records.raised_grounds import may_lack_grounds
from store.records.record import Held

if TYPE_CHECKING:
    from store.history.lineage import Lineage

_Places = dict[tuple[str, str], int]


def in_shown_order(history: History) -> Sequence[int]:
    """Return the places of all changes, which are those of their arrival, in the order they are shown in."""
    if history.is_straight:
        return range(len(history))
    from store.history.lineage import Lineage

    return Lineage(history.docs).order


def orders_otherwise(history: History, lineage: "Lineage", tables: Held) -> Iterator[tuple[str, list[str]]]:
    """Yield each table whose records do not stand in causal order, with its keys in that order."""
    places = _places(history, lineage)
    for table, docs in tables.items():
        placed = sorted((places.get((table, key), -1), key) for key in docs)
        ordered = [key for _, key in placed]
        if ordered != list(docs):
            yield table, ordered


def _places(history: History, lineage: "Lineage") -> _Places:
    """Return for each record the place of its last creation among all."""
    places: _Places = {}
    counted = count()
    for number in lineage.order:
        for record in _created(history, number):
            places[record] = next(counted)
    return places


def _created(history: History, number: int) -> Iterator[tuple[str, str]]:
    """Yield the records that a change makes; few changes have to be raised for that."""
    doc = history.docs[number]
    if may_lack_grounds(doc):
        for edit in history[number].edits:
            if not edit.field and edit.after is not None:
                yield edit.table, edit.key
        return
    for made in doc["edits"]:
        if not made["field"] and made["after"] is not None:
            yield made["table"], made["key"]
