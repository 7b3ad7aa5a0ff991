"""Countering (撤销这批): one change that gives what some changes of another desk wrote its earlier values.

What they wrote counts for nobody (evaluation.py, rule 3), and what the list says then is written by a change
of this desk. What was edited since stays as it is, with the fields of its group, and so does what is named.

    9 rows of theirs, 3.2 edited here since    8 rows are as before; 3.2 牵头单位后来又改过，本次未改
    a conflict with a side of theirs           the other side, which is a decision
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from store.history.coming import Outcome, outcome
from store.history.gathering import touched_by
from store.history.lineage import Lineage
from store.history.prints import is_print
from store.history.taken_back import TakenBack
from store.records.changes import (
    Address,
    Change,
    Edit,
    History,
    RecordAddress,
    hash_of,
    inverted,
)
from store.records.conflicts import Conflict
from store.records.describing import conflict_named, edited_in_words, in_conflict, told
from store.records.differences import in_two
from store.records.documents import Documents
from store.records.ground import Ground, grounds_of_cells
from store.records.groups import GROUPS, REFERENCES, keys_named
from store.records.leaving_out import what_goes
from store.records.parts import field_of_part
from store.records.record import Doc
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided import Undecided, fields_written
from store.refused import Refused

_Since = dict[RecordAddress, list[tuple[int, set[str]]]]
"""By record the changes of others that stand, and the fields that each wrote; the empty one is all."""


class Countered(NamedTuple):
    """The change that counters some others, and what it leaves as it is."""

    change: Change
    left_out: tuple[str, ...]
    """A sentence each."""


def countering(tasks: TaskList, history: History, changes: Sequence[Change]) -> Countered:
    """Return the change that counters changes of other desks; Refused where nothing of them is left."""
    found = _Countering(tasks, history, {change.id for change in changes})
    edits, decides = found.edits()
    left_out = tuple(dict.fromkeys(found.left_out))
    if not told(edits):
        why = "；".join(left_out[:3]) or "它们写的内容都已经不在了"
        raise Refused(f"没有可以撤销的：{why}。")
    people = "、".join(dict.fromkeys(change.by for change in changes))
    title = f"撤销并入的 {len(changes)} 次变更（{people}）"
    return Countered(Change(title, edits, decides=decides), left_out)


class _Countering:
    """The working out of one such change."""

    def __init__(self, tasks: TaskList, history: History, ids: Collection[str]) -> None:
        self._tasks, self._history = tasks, history
        self._lineage = Lineage(history.docs)
        self._docs = {doc["id"]: doc for doc in history.docs}
        self._ids = ids
        self._quiet = TakenBack(history.docs, self._lineage).quiet(range(len(history)))
        self._meant = [number for number in self._lineage.order if self._is_meant(number)]
        self._left: set[Address] = set()
        self.left_out: list[str] = []

    def _is_meant(self, number: int) -> bool:
        """Tell whether a change is to be countered: an act that stands, or what took back one of others."""
        doc = self._history.docs[number]
        if doc["id"] not in self._ids or is_print(self._history[number]):
            return False
        act = doc
        while act["undoes"] or act["redoes"]:
            act = self._docs[act["undoes"] or act["redoes"]]
        return number not in self._quiet if act is doc else act["id"] not in self._ids

    def edits(self) -> tuple[tuple[Edit, ...], tuple[Address, ...]]:
        """Return the edits of the change, and the fields in conflict that it decides."""
        self._leave_what_was_edited_since()
        found = self._without_them()
        edits = [edit for edit in in_two(found.edits) if not self._is_left(edit)]
        reopened = Undecided(one for one in found.undecided if one not in self._undecided)
        for edit in edits[:]:
            conflict = reopened.touched(edit)
            if conflict:
                edits.remove(edit)
                self.left_out.append(f"{in_conflict(self._tasks, conflict)}，本次未改")
        settled = list(self._settled(found.undecided, edits))
        decides = tuple(address for conflict in settled for address in _addresses(conflict))
        edits += self._held_in(settled, edits)
        parted = what_goes(self._tasks, self._whole(edits), decides)
        self.left_out += parted.in_words(self._tasks)
        return parted.edits, decides

    # ------------------------------------------------------------------ what was edited since

    def _leave_what_was_edited_since(self) -> None:
        since = self._written_since()
        for number in self._meant:
            for edit in self._history[number].edits:
                names = _together(edit.table, fields_written(edit))
                for other, written in since.get((edit.table, edit.key), ()):
                    if self._stands_on(edit, names, other, written, number):
                        self._leave(edit, names)
                        break

    def _stands_on(self, edit: Edit, names: set[str], other: int, written: set[str], number: int) -> bool:
        """Tell whether what another change wrote stands on an edit of one that is countered."""
        if not edit.field and edit.after is not None:
            return True
        is_same = not edit.field or "" in written or not names.isdisjoint(written)
        return is_same and self._lineage.has_seen(other, number)

    def _written_since(self) -> _Since:
        """Return who else wrote into the records that the changes wrote into."""
        records = touched_by(self._history, self._meant)
        since: _Since = {}
        for number, doc in enumerate(self._history.docs):
            if number in self._quiet or doc["id"] in self._ids:
                continue
            for edit in doc["edits"]:
                if (edit["table"], edit["key"]) in records:
                    written = fields_written(Edit(**edit))
                    since.setdefault((edit["table"], edit["key"]), []).append((number, written))
        return since

    def _leave(self, edit: Edit, names: Collection[str]) -> None:
        """Leave fields as they are, with the grounds of their cells."""
        left = {Address(edit.table, edit.key, name) for name in names}
        if edit.table == Task.TABLE:
            left |= {Address(Ground.TABLE, key, "") for key in grounds_of_cells(edit.key, names)}
        if not left <= self._left and told((edit,)):
            named = Conflict(edit.table, edit.key, (edit.field,), ())
            self.left_out.append(f"{conflict_named(self._tasks, named)}后来又改过，本次未改")
        self._left |= left

    def _is_left(self, edit: Edit) -> bool:
        names = {"", *fields_written(edit)}
        return any(Address(edit.table, edit.key, name) in self._left for name in names)

    # ------------------------------------------------------------------ the list without them

    @property
    def _undecided(self) -> Undecided:
        return self._tasks.documents.undecided

    def _without_them(self) -> Outcome:
        """Return what the list says once the changes are taken back, the last first."""
        parents, trials = self._history.heads, dict[str, Doc]()
        for number in reversed(self._meant):
            trial = self._trial(self._history[number], parents)
            digest = hash_of(trial)
            trials[digest] = trial
            parents = (digest,)
        grown = self._history.grown(trials, {})
        came = range(len(self._history), len(grown))
        return outcome(grown, Lineage(grown.docs), self._tasks.documents, touched_by(grown, came))

    def _trial(self, change: Change, parents: tuple[str, ...]) -> Doc:
        """Return the document of a change that takes one back."""
        edits = tuple(edit for edit in inverted(change.edits) if edit.field or not self._is_left(edit))
        undoes, redoes = (None, change.id) if change.undoes else (change.id, None)
        trial = Change("", edits, parents=parents, at=change.at, undoes=undoes, redoes=redoes)
        return trial.to_doc()

    def _settled(self, undecided: Undecided, edits: Sequence[Edit]) -> Iterator[Conflict]:
        """Yield the open conflicts that have one side alone without them."""
        gone = {(edit.table, edit.key) for edit in edits if not edit.field}
        still = {address for one in undecided for address in _addresses(one)}
        for conflict in self._undecided:
            addresses = _addresses(conflict)
            is_there = (conflict.table, conflict.key) not in gone and not conflict.is_of_record
            if is_there and still.isdisjoint(addresses) and self._left.isdisjoint(addresses):
                yield conflict

    def _held_in(self, settled: Iterable[Conflict], edits: Sequence[Edit]) -> Iterator[Edit]:
        """Yield an edit of each field of a conflict that keeps its value: it is decided too."""
        written = {(edit.table, edit.key, edit.field) for edit in edits}
        for conflict in settled:
            for field in dict.fromkeys(map(field_of_part, conflict.fields)):
                if (conflict.table, conflict.key, field) not in written:
                    value = self._tasks.value(conflict.table, conflict.key, field)
                    yield Edit(conflict.table, conflict.key, field, value, value)

    def _whole(self, edits: Sequence[Edit]) -> list[Edit]:
        """Leave out what would leave a record that names one which is not there."""
        left = list(edits)
        while True:
            documents = self._tasks.documents.copy()
            documents.apply(left)
            broken = set(_broken(documents, {(edit.table, edit.key) for edit in left}))
            kept = [edit for edit in left if (edit.table, edit.key) not in broken]
            if len(kept) == len(left):
                return left
            for edit in left:
                if (edit.table, edit.key) in broken and told((edit,)):
                    self.left_out.append(f"{edited_in_words(self._tasks, edit)}与后来改的相连，本次未改")
            left = kept


def _broken(documents: Documents, touched: Collection[RecordAddress]) -> Iterator[RecordAddress]:
    """Yield which of some records are named and gone, or are there and name one that is gone."""
    for reference in REFERENCES:
        there = documents.tables.get(reference.named, {})
        for key, doc in documents.tables.get(reference.table, {}).items():
            for name in keys_named(doc.get(reference.field)):
                if name in there:
                    continue
                if (reference.named, name) in touched:
                    yield reference.named, name
                elif (reference.table, key) in touched:
                    yield reference.table, key


def _together(table: str, names: set[str]) -> set[str]:
    """Return some fields with those of their groups."""
    found = set(names)
    for group in GROUPS:
        if group.table == table and not names.isdisjoint(group.fields):
            found |= set(group.fields)
    return found


def _addresses(conflict: Conflict) -> list[Address]:
    return [Address(conflict.table, conflict.key, field) for field in conflict.fields]
