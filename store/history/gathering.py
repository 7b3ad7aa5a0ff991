"""Gathering the edits of some records from a history, in causal order, and no more of them than count.

Of the changes that all others have seen a later edit of a field stands for all before it: in a history of
100,000 changes most edits are never looked at. That does not hold of what was ever taken back, nor of fields
with parts, of which an edit writes some.
"""

from collections.abc import Collection, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from store.history.record_history import RecordAddress, Step
from store.history.taken_back import TakenBack
from store.records.changes import History
from store.records.ground import Ground
from store.records.parts import PARTED
from store.records.raised_grounds import may_lack_grounds
from store.records.record import Doc

_NOTHING: frozenset[str] = frozenset()
_Decided = dict[RecordAddress, frozenset[str]]


_PLACE = itemgetter(0, 1)
_IN_PARTS: frozenset[str] = frozenset().union(*PARTED.values())


class _Found(NamedTuple):
    """An edit that counts, as its change holds it."""

    rank: int
    """The causal place of its change."""
    step: int
    """Its place in the change."""
    number: int
    edit: Doc
    decides: frozenset[str] = _NOTHING


def gathered(
    history: History, back: TakenBack, wanted: Collection[RecordAddress] | None
) -> dict[RecordAddress, list[Step]]:
    """Return the edits that count of some records, or of all, in causal order."""
    gathering = _Gathering(history, back, wanted)
    return {address: gathering.steps_of(address) for address in gathering.records}


class _Gathering:
    """The edits of the records that are wanted, by field."""

    def __init__(self, history: History, back: TakenBack, wanted: Collection[RecordAddress] | None) -> None:
        self._history, self._back = history, back
        self.records: dict[RecordAddress, dict[str, list[_Found]]] = {}
        self._may_be_grounds = wanted is None or _has_grounds(wanted)
        shared = back.lineage.shared
        numbers = range(len(history.docs)) if wanted is None else _touching(history, wanted)
        ranks = back.lineage.ranks
        for number in numbers:
            rank = ranks[number]
            is_seen = rank < shared and self._back.is_plain(number)
            decided = _decided(history.docs[number])
            for step, edit in enumerate(self._edits(number)):
                address = edit["table"], edit["key"]
                if wanted is None or address in wanted:
                    decides = decided.get(address, _NOTHING)
                    found = _Found(rank, step, number, edit, decides)
                    self._take(self.records.setdefault(address, {}), found, is_seen)

    def _edits(self, number: int) -> Iterable[Doc]:
        """Return the edits of a change, those that an older program left out included."""
        doc = self._history.docs[number]
        if self._may_be_grounds and may_lack_grounds(doc):
            return [edit.to_doc() for edit in self._history[number].edits]
        edits: Iterable[Doc] = doc["edits"]
        return edits

    def _take(self, fields: dict[str, list[_Found]], found: _Found, is_seen: bool) -> None:
        """Keep an edit: one that all have seen and that gives a whole value stands for all before it."""
        edit = found.edit
        field = edit["field"]
        if not is_seen or field in _IN_PARTS:
            fields.setdefault(field, []).append(found)
        elif field:
            fields[field] = [found]
        elif edit["after"] is None:
            fields.setdefault(field, []).append(found)
        else:
            fields.clear()
            fields[field] = [found]

    def steps_of(self, address: RecordAddress) -> list[Step]:
        """Return what was found of a record, in causal order and in today's shape."""
        found: list[_Found] = []
        for some in self.records[address].values():
            found += some
        found.sort(key=_PLACE)
        steps: list[Step] = []
        for one in found:
            for edit in self._history.edit_of(one.edit):
                steps.append(Step(one.number, edit, one.decides))
        return steps


def _touching(history: History, wanted: Collection[RecordAddress]) -> Iterator[int]:
    """Yield the changes that may edit some records, as they arrived."""
    keys = {key for _, key in wanted}
    may_be_ground = _has_grounds(wanted)
    for number, doc in enumerate(history.docs):
        for edit in doc["edits"]:
            if edit["key"] in keys:
                yield number
                break
        else:
            if may_be_ground and may_lack_grounds(doc):
                yield number


def _has_grounds(wanted: Collection[RecordAddress]) -> bool:
    return any(table == Ground.TABLE for table, _ in wanted)


def _decided(doc: Doc) -> _Decided:
    """Return by record the fields and parts that a change decides."""
    decided: _Decided = {}
    for table, key, field in doc.get("decides", ()):
        known = decided.get((table, key), _NOTHING)
        decided[table, key] = known | {field}
    return decided


def touched_by(history: History, numbers: Iterable[int]) -> set[RecordAddress]:
    """Return the records that some changes bear on: those of their edits, and of what they take back."""
    numbers = set(numbers)
    touched: set[RecordAddress] = set()
    for number in (*numbers, *_taken_back_by(history, numbers)):
        doc = history.docs[number]
        for edit in doc["edits"]:
            touched.add((edit["table"], edit["key"]))
        if may_lack_grounds(doc):
            for raised in history[number].edits:
                touched.add((raised.table, raised.key))
    return touched


def _taken_back_by(history: History, numbers: Iterable[int]) -> Iterator[int]:
    """Yield the changes that some undos and redos are about, and so on."""
    looking = [_meant(history.docs[number]) for number in numbers]
    if not any(looking):
        return
    places = {doc["id"]: number for number, doc in enumerate(history.docs)}
    while looking:
        place = places.get(looking.pop())
        if place is not None:
            yield place
            looking.append(_meant(history.docs[place]))


def _meant(doc: Doc) -> str:
    """Return the id of the change that a change takes back; empty where it is an act."""
    return doc.get("undoes") or doc.get("redoes") or ""
