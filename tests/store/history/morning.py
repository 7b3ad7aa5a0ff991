"""Some desks that keep one list, what they do by chance, and when they meet."""

import contextlib
import itertools
import random
from dataclasses import replace
from typing import Any
from unittest import mock

from store.history.undoing import redo_change, undo_change
from store.records import keys
from store.records.changes import Address, Change, Edit
from store.records.conflicts import NAMED, Conflict
from store.records.parts import PARTED, field_of_part, parts_of
from store.records.record import Doc
from store.refused import Refused
from tests.sample import sample_change
from tests.store.history.desks import Desk
from tests.store.history.some_acts import some_act


class Morning:
    """Some desks with a copy of the sample list, what they do by chance, and when they meet."""

    def __init__(self, seed: int, most: int = 5) -> None:
        self.rng = random.Random(seed)
        first = Desk("a")
        with mock.patch.object(keys, "secrets", self.rng):
            first.make(sample_change())
            self.desks = [first]
            for _ in range(self.rng.randint(0, 8)):
                self._something()
            count = self.rng.randint(2, most)
            self.desks += [first.copy(name) for name in "bcde"[: count - 1]]
            for _ in range(self.rng.randint(8, 30)):
                self._something()

    def _something(self) -> None:
        desk = self.rng.choice(self.desks)
        chance = self.rng.random()
        if chance < 0.3:
            desk.take_in(self.rng.choice(self.desks))
            if desk.conflicts and self.rng.random() < 0.6:
                self._decide(desk)
        elif chance < 0.42 and len(desk.own) > 1:
            self._take_back(desk)
        elif chance < 0.75 and desk.conflicts:
            self._decide(desk)
        else:
            change = some_act(desk.tasks(), self.rng)
            kept = _without_undecided(desk, change) if change else None
            if kept and kept.edits:
                desk.make(kept, self._second())

    def _second(self) -> int:
        return self.rng.randrange(3000)

    def _take_back(self, desk: Desk) -> None:
        """Undo or redo as the program does, in a list with branches what this desk did last."""
        if desk.lineage.is_straight:
            taking_back = self.rng.choice((undo_change, undo_change, redo_change))
            with contextlib.suppress(Refused):
                desk.make(taking_back(desk.tasks(), desk.history), self._second())
                if self.rng.random() < 0.4:
                    desk.make(redo_change(desk.tasks(), desk.history), self._second())
            return
        done = desk.change(desk.own[-1])
        if done.redoes or not done.undoes:
            undone = desk.undo(done.id, self._second())
            if self.rng.random() < 0.4:
                desk.redo(undone, self._second())
        else:
            desk.redo(done.id, self._second())

    def _decide(self, desk: Desk) -> None:
        decide(desk, self.rng, self._second())


def decide(desk: Desk, rng: random.Random, second: int) -> None:
    """Decide an open conflict for one of its sides; what is still named is not taken out."""
    conflict = rng.choice(desk.conflicts)
    side = rng.choice(conflict.sides)
    if _is_named(conflict):
        side = conflict.sides[0]
    doc = desk.tables[conflict.table][conflict.key]
    edits: list[Edit] = []
    if conflict.is_of_record:
        after = None if side.values[""] is None else doc
        edits.append(Edit(conflict.table, conflict.key, "", doc, None))
        if after:
            edits.append(Edit(conflict.table, conflict.key, "", None, doc))
    else:
        for field, value in wanted(conflict.table, doc, side.values).items():
            edits.append(Edit(conflict.table, conflict.key, field, doc.get(field), value))
    decides = tuple(Address(conflict.table, conflict.key, field) for field in conflict.fields)
    desk.make(Change("定夺", tuple(edits), decides=decides), second)
    record = conflict.table, conflict.key
    left = [one for one in desk.conflicts if (one.table, one.key) == record and not _is_named(one)]
    assert not [one for one in left if set(one.fields) & set(conflict.fields)], "decided and still open"


def _is_named(conflict: Conflict) -> bool:
    """Tell whether a record that was taken out stays because another names it: it goes once none does."""
    return conflict.sides[0].values.get("") == NAMED


def wanted(table: str, doc: Doc, values: Any) -> dict[str, Any]:
    """What fields hold that have these values, parts put in the field they are of."""
    fields: dict[str, Any] = {}
    for name, value in values.items():
        field = field_of_part(name)
        if field not in PARTED.get(table, ()):
            fields[field] = value
            continue
        parts = {**parts_of(field, doc.get(field)), name: value}
        held = [part for part in parts.values() if part]
        if field == "joins":
            fields[field] = {name.partition(".")[2]: part for name, part in parts.items() if part}
        elif field == "only_here":
            fields[field] = [name.partition(".")[2] for name, part in parts.items() if part]
        else:
            fields[field] = list(itertools.chain(*held))
        doc = {**doc, field: fields[field]}
    return fields


def _without_undecided(desk: Desk, change: Change) -> Change:
    """A change without what it would write in fields that are in conflict."""
    taken = desk.open_fields()
    edits = tuple(edit for edit in change.edits if (edit.table, edit.key, edit.field) not in taken)
    return replace(change, edits=edits)
