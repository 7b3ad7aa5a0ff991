"""Any number of desks that make real acts and meet as they like: the same set gives the same list."""

import itertools
import json
import random
from collections.abc import Collection, Iterator
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from store.history.evaluation import Evaluated, evaluated
from store.history.lineage import Lineage
from store.history.restoration import restoring_edits
from store.history.undoing import redo_change, undo_change
from store.records import keys
from store.records.changes import Address, Change, Edit, History
from store.records.documents import Documents
from store.records.parts import PARTED, field_of_part, nothing_in, parts_of
from store.records.record import Doc
from store.records.tables import RECORDS
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.examples import most
from tests.sample import sample_change
from tests.store.history.desks import Desk, differences, joined, replayed, shuffled
from tests.store.history.morning import Morning
from tests.store.history.some_acts import some_act

seeds = st.integers(0, 2**32)


def said(state: Evaluated) -> str:
    """A state as text."""
    conflicts = [one.to_doc() for one in state.conflicts]
    return json.dumps([state.tables, conflicts, sorted(state.kept)], sort_keys=True)


# ------------------------------------------------------------------ what must hold


@given(seeds)
@settings(max_examples=most(25))
def test_the_same_set_gives_the_same_list_whatever_came_first(seed: int) -> None:
    morning = Morning(seed)
    want = None
    for some in itertools.islice(itertools.permutations(morning.desks), 6):
        desk = joined(some)
        state = desk.state()
        order = [desk.docs[number]["id"] for number in desk.lineage.order]
        places = [[*docs] for docs in desk.tables.values()]
        got = (said(state), order, places, desk.lineage.heads)
        want = want or got
        assert got == want
        assert desk.conflicts == state.conflicts
        assert differences(desk.tables, state.tables) == []
    docs = shuffled(desk.docs, morning.rng)
    assert said(evaluated(History(docs), Lineage(docs))) == (want or ("",))[0]


@given(seeds)
@settings(max_examples=most(25))
def test_one_desk_has_what_doing_its_edits_one_after_another_gives(seed: int) -> None:
    rng = random.Random(seed)
    desk = Desk("a")
    with mock.patch.object(keys, "secrets", rng):
        desk.make(sample_change())
        for _ in range(rng.randint(4, 16)):
            change = _alone(desk, rng)
            if change and change.edits:
                desk.make(change, rng.randrange(3000))
    state = desk.state()
    want = replayed(desk.docs)
    assert differences(state.tables, want) == []
    assert (state.conflicts, state.kept) == ((), frozenset())
    assert [[*docs] for docs in desk.tables.values()] == [[*docs] for docs in want.values()]


def _alone(desk: Desk, rng: random.Random) -> Change | None:
    tasks, history = desk.tasks(), desk.history
    chance = rng.random()
    try:
        if chance < 0.25:
            return undo_change(tasks, history)
        if chance < 0.4:
            return redo_change(tasks, history)
    except Refused:
        return None
    if chance < 0.5:
        then = Documents(replayed(desk.docs[: rng.randint(1, len(desk.docs))]))
        return Change("恢复", tuple(restoring_edits(tasks, TaskList(then))))
    return some_act(tasks, rng)


@given(seeds)
@settings(max_examples=most(25))
def test_nothing_that_was_written_is_lost_unseen(seed: int) -> None:
    desk = joined(Morning(seed).desks)
    state = desk.state()
    for table, key, field, value in _unseen_values(desk):
        doc = state.tables.get(table, {}).get(key)
        if doc is None:
            continue
        if value == _held(table, doc, field):
            continue
        offered = [
            side.values.get(field)
            for one in state.conflicts
            if (one.table, one.key) == (table, key)
            for side in one.sides
        ]
        assert value in offered, (table, key, field)


def _held(table: str, doc: Doc, name: str) -> Any:
    field = field_of_part(name)
    if field in PARTED.get(table, ()):
        return parts_of(field, doc.get(field)).get(name, nothing_in(name))
    return doc.get(field, RECORDS[table].empty_doc().get(field))


def _unseen_values(desk: Desk) -> Iterator[tuple[str, str, str, Any]]:
    """The values of field edits that nobody overwrote who had seen them, and that nobody took back."""
    written: dict[tuple[str, str, str], list[tuple[int, Any]]] = {}
    lineage = desk.lineage
    taken = _taken_back(desk.docs)
    for number in lineage.order:
        change = desk.history[number]
        if change.undoes or change.redoes or change.id in taken:
            continue
        for edit in change.edits:
            for name, value in _written(edit, change.decides):
                here = written.setdefault((edit.table, edit.key, name), [])
                here[:] = [one for one in here if one[0] != number and not lineage.has_seen(number, one[0])]
                here.append((number, value))
    for address, here in written.items():
        yield from ((*address, value) for _, value in here)


def _taken_back(docs: Collection[Doc]) -> set[str]:
    """The changes that an undo took back, which itself was not taken back by a redo that stands."""
    takers: dict[str, list[str]] = {}
    for doc in docs:
        for taken in filter(None, (doc["undoes"], doc["redoes"])):
            takers.setdefault(taken, []).append(doc["id"])

    def stands(change: str) -> bool:
        return not any(map(stands, takers.get(change, ())))

    return {doc["id"] for doc in docs if not stands(doc["id"])}


def _written(edit: Edit, decides: Collection[Address]) -> Iterator[tuple[str, Any]]:
    if not edit.field:
        return
    if edit.field not in PARTED.get(edit.table, ()):
        yield edit.field, edit.after
        return
    before, after = parts_of(edit.field, edit.before), parts_of(edit.field, edit.after)
    # A decision may be for a part that is empty before and after.
    decided = [one.field for one in decides if (one.table, one.key) == (edit.table, edit.key)]
    parts = {**before, **after, **dict.fromkeys(decided)}
    for name in parts:
        is_changed = name in decided or before.get(name) != after.get(name)
        if is_changed and field_of_part(name) == edit.field:
            yield name, after.get(name, nothing_in(name))
