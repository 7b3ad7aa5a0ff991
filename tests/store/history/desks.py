"""Desks that keep one list and never meet but by a stick: what each has, makes, undoes and takes in."""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from store.history.coming import bring_in
from store.history.evaluation import Evaluated, evaluated
from store.history.lineage import Lineage
from store.records.changes import Change, Edit, History, canonical, hash_of
from store.records.conflicts import Conflict
from store.records.documents import Documents
from store.records.parts import field_of_part
from store.records.record import Doc, Held
from store.records.tables import say_the_same
from store.records.tasklist import TaskList

MADE = "2027-03-01T08:{:02}:{:02}+08:00"


def stamp(second: int) -> str:
    """A time of one morning."""
    return MADE.format(second // 60, second % 60)


class Desk:
    """One desk: the changes it has, in the order in which they came to it, and what it holds of them.

    What it holds is brought in line change by change, as a file does; `state` works all of it out anew.
    """

    def __init__(self, name: str, docs: Iterable[Doc] = ()) -> None:
        self.name = name
        self.docs: list[Doc] = []
        self.lineage = Lineage(self.docs)
        self.documents = Documents()
        self.own: list[str] = []
        """Ids of the changes it made, the last last."""
        self._numbers = count()
        self._arrive(docs)

    def copy(self, name: str) -> "Desk":
        """Another desk that has the same changes."""
        return Desk(name, self.docs)

    @property
    def history(self) -> History:
        return History(self.docs)

    def state(self, **how: Any) -> Evaluated:
        """What its list is, worked out of all its changes."""
        return evaluated(self.history, self.lineage, **how)

    def tasks(self) -> TaskList:
        """Its list."""
        return TaskList(self.documents)

    def open_fields(self) -> set[tuple[str, str, str]]:
        """The fields in conflict, by table, key and field."""
        return {(one.table, one.key, field_of_part(field)) for one in self.conflicts for field in one.fields}

    def make(self, change: Change, second: int = 0) -> str:
        """Make a change at a time of this desk's clock; return its id."""
        parents = self.lineage.heads
        made = replace(change, parents=parents, at=stamp(second), by=self.name, machine=self.name)
        self._arrive([json.loads(canonical(made.to_doc()))])
        self.own.append(made.id)
        return made.id

    @property
    def tables(self) -> Held:
        """What it holds, the tables with records alone."""
        return {name: docs for name, docs in self.documents.tables.items() if docs}

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is not decided here."""
        return tuple(self.documents.undecided)

    def _arrive(self, docs: Iterable[Doc]) -> None:
        """Put changes behind those that are here, and bring what is held in line."""
        came = list(docs)
        history = self.history
        bring_in(history, self.documents, came)
        self.lineage.catch_up()

    def edit(self, *edits: tuple[str, str, str, Any], second: int = 0, **fields: Any) -> str:
        """Make a change of (table, key, field, after), what was there before looked up."""
        documents = self.documents.copy()
        made = []
        for table, key, field, after in edits:
            edit = Edit(table, key, field, documents.value(table, key, field), after)
            documents.apply((edit,))
            made.append(edit)
        identity = f"{self.name}{next(self._numbers):03}"
        return self.make(Change("修改", tuple(made), id=identity, **fields), second)

    def change(self, change_id: str) -> Change:
        """One of its changes."""
        return next(change for change in self.history if change.id == change_id)

    def undo(self, change_id: str, second: int = 0) -> str:
        """Take one of its changes back."""
        edits = tuple(edit.inverted() for edit in reversed(self.change(change_id).edits))
        return self.make(Change("撤销", edits, undoes=change_id), second)

    def redo(self, undo_id: str, second: int = 0) -> str:
        """Take one of its undos back."""
        edits = tuple(edit.inverted() for edit in reversed(self.change(undo_id).edits))
        return self.make(Change("重做", edits, redoes=undo_id), second)

    def take_in(self, other: "Desk") -> None:
        """Take in what another desk has and this one has not."""
        held = {doc["id"] for doc in self.docs}
        self._arrive([doc for doc in other.docs if doc["id"] not in held])


def joined(desks: Sequence[Desk], name: str = "all") -> Desk:
    """A desk that took in what all of these have, one after another."""
    desk = Desk(name)
    for one in desks:
        desk.take_in(one)
    return desk


def replayed(docs: Sequence[Doc]) -> dict[str, dict[str, Doc]]:
    """The tables that the edits make, one after another."""
    documents = Documents()
    for change in History(list(docs)):
        documents.apply(change.edits)
    return {table: dict(docs) for table, docs in documents.tables.items() if docs}


def differences(one: Held, other: Held) -> list[str]:
    """The records of which two states do not say the same, an absent field saying its default."""
    found = []
    for table in sorted({*one, *other}):
        here, there = one.get(table, {}), other.get(table, {})
        for key in sorted({*here, *there}):
            if not say_the_same(table, here.get(key), there.get(key)):
                found.append(f"{table}/{key}: {here.get(key)} {there.get(key)}")
    return found


def shuffled(docs: Sequence[Doc], rng: random.Random) -> list[Doc]:
    """The same changes in another order in which parents come before their children."""
    left = list(docs)
    rng.shuffle(left)
    out: list[Doc] = []
    held: set[str] = set()
    while left:
        doc = next(doc for doc in left if held.issuperset(doc["parents"]))
        left.remove(doc)
        out.append(doc)
        held.add(hash_of(doc))
    return out
