"""Gathering the edits of some records from a history, in causal order."""

from collections.abc import Collection, Iterable, Iterator

from store.history.lineage import Lineage
from store.history.record_history import RecordAddress, Step
from store.records.changes import Change, History
from store.records.ground import Ground
from store.records.raised_grounds import may_lack_grounds
from store.records.record import Doc

_NOTHING: frozenset[str] = frozenset()


def gathered(
    history: History, lineage: Lineage, wanted: Collection[RecordAddress] | None
) -> dict[RecordAddress, list[Step]]:
    """Return the edits of some records, or of all, in causal order."""
    found: dict[RecordAddress, list[Step]] = {}
    numbers = lineage.order if wanted is None else _touching(history, lineage, wanted)
    for number in numbers:
        change = history[number]
        decided = _decided(change)
        for edit in change.edits:
            address = edit.table, edit.key
            if wanted is None or address in wanted:
                step = Step(number, edit, decided.get(address, _NOTHING))
                found.setdefault(address, []).append(step)
    return found


def _touching(history: History, lineage: Lineage, wanted: Collection[RecordAddress]) -> Iterator[int]:
    """Yield the changes that may edit some records, in causal order."""
    keys = {key for _, key in wanted}
    may_be_ground = Ground.TABLE in {table for table, _ in wanted}
    for number in lineage.order:
        if _touches(history.docs[number], keys, may_be_ground):
            yield number


def _touches(doc: Doc, keys: Collection[str], may_be_ground: bool) -> bool:
    """Tell whether a change may edit a record with one of some keys."""
    for edit in doc["edits"]:
        if edit["key"] in keys:
            return True
    return may_be_ground and may_lack_grounds(doc)


def _decided(change: Change) -> dict[RecordAddress, frozenset[str]]:
    """Return by record the fields and parts that a change decides."""
    decided: dict[RecordAddress, frozenset[str]] = {}
    for table, key, field in change.decides:
        known = decided.get((table, key), _NOTHING)
        decided[table, key] = known | {field}
    return decided


def touched_by(history: History, numbers: Iterable[int]) -> set[RecordAddress]:
    """Return the records that some changes bear on: those of their edits, and of what they take back."""
    numbers = set(numbers)
    touched: set[RecordAddress] = set()
    for number in (*numbers, *_taken_back_by(history, numbers)):
        for edit in history[number].edits:
            touched.add((edit.table, edit.key))
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
