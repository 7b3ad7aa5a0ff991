"""Gathering the edits of some records from a history, in causal order, and no more of them than count.

Of the changes that all others have seen a later edit of a field stands for all before it: in a history of
100,000 changes most edits are never looked at. That does not hold of what was ever taken back, nor of fields
with parts, of which an edit writes some.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from store.history.record_history import Step
from store.history.taken_back import TakenBack
from store.records.changes import History, RecordAddress
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
        self._wanted = wanted
        self.records: dict[RecordAddress, dict[str, list[_Found]]] = {}
        self._known_decides: dict[int, _Decided] = {}
        self._may_be_grounds = wanted is None or _has_grounds(wanted)
        self._read_shared()
        self._read_branches()

    def _read_shared(self) -> None:
        """Read what all have seen, the latest first: of a field that was met nothing before it counts.

        remark = 一, remark = 二, remark = 三: 三 is met, the others are passed over
        """
        met: dict[RecordAddress, set[str] | None] = defaultdict(set)
        """By record the fields whose value was met; none once its making was."""
        if self._wanted is not None:
            met = {address: set() for address in self._wanted}
        of_record = met.__getitem__ if self._wanted is None else met.get
        docs = self._history.docs
        for number in range(self._back.lineage.shared - 1, -1, -1):
            edits = self._edits(number) if self._may_be_grounds else docs[number]["edits"]
            step = len(edits)
            for edit in reversed(edits):
                step -= 1
                fields = of_record((edit["table"], edit["key"]))
                if fields is not None and edit["field"] not in fields:
                    self._meet(number, step, edit, met)

    def _meet(self, number: int, step: int, edit: Doc, met: dict[RecordAddress, set[str] | None]) -> None:
        """Keep an edit that all have seen; one that gives a whole value stands for all before it."""
        address = edit["table"], edit["key"]
        self._keep(number, number, step, edit)
        field = edit["field"]
        fields = met[address]
        if field in _IN_PARTS or fields is None or not self._back.is_plain(number):
            return
        if field:
            fields.add(field)
        elif edit["after"] is not None:
            met[address] = None

    def _read_branches(self) -> None:
        """Read what not all have seen: each edit counts."""
        lineage = self._back.lineage
        for number in range(lineage.shared, len(self._history.docs)):
            for step, edit in enumerate(self._edits(number)):
                if self._wanted is None or (edit["table"], edit["key"]) in self._wanted:
                    self._keep(number, lineage.ranks[number], step, edit)

    def _keep(self, number: int, rank: int, step: int, edit: Doc) -> None:
        address = edit["table"], edit["key"]
        decides = self._decides(number).get(address, _NOTHING)
        found = _Found(rank, step, number, edit, decides)
        self.records.setdefault(address, {}).setdefault(edit["field"], []).append(found)

    def _decides(self, number: int) -> _Decided:
        """Return by record the fields and parts that a change decides."""
        doc = self._history.docs[number]
        if not doc.get("decides"):
            return {}
        known = self._known_decides.get(number)
        if known is None:
            known = self._known_decides[number] = _decided(doc)
        return known

    def _edits(self, number: int) -> Sequence[Doc]:
        """Return the edits of a change, those that an older program left out included."""
        doc = self._history.docs[number]
        if self._may_be_grounds and may_lack_grounds(doc):
            return [edit.to_doc() for edit in self._history[number].edits]
        edits: Sequence[Doc] = doc["edits"]
        return edits

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


def _has_grounds(wanted: Collection[RecordAddress]) -> bool:
    return any(table == Ground.TABLE for table, _ in wanted)


def _decided(doc: Doc) -> _Decided:
    decided: _Decided = {}
    for table, key, field in doc["decides"]:
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
