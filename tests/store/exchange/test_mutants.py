"""Mutants of exchange files: each is refused in a sentence, or leaves a list that is whole.

Half of them are altered in their bytes; the others say something else in a change and are sealed anew, as one
would who knows the form.
"""

import copy
import json
import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from store.exchange.entering import entering, take_in
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.machine.clock import Clock
from store.records.changes import hash_of
from store.records.record import Doc
from store.refused import Refused
from store.views.roster import roster_view
from store.views.tasks import tasks_view
from store.views.units import units_view
from tests.store.exchange.desks import edited, exchange_bytes, two_desks

CLOCK = Clock(lambda: datetime(2026, 11, 29, 18, 0))
VALUES: tuple[Any, ...] = (
    None,
    "",
    "x",
    "\x1b[2J",
    5,
    -1,
    1.5,
    True,
    [],
    [[]],
    {},
    {"key": "x"},
    ["task00000001"],
    "task00000001",
    "2026-02-31",
    "9" * 400,
    10**40,
)


@pytest.fixture
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a value."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    for name, one in inner:
        yield (*path, name)
        yield from places(one, (*path, name))


def altered(doc: Doc, chance: random.Random) -> Doc:
    """A change that says something else in one place, or has more or less there."""
    mutant = copy.deepcopy(doc)
    *way, last = chance.choice(list(places(mutant)))
    holder: Any = mutant
    for step in way:
        holder = holder[step]
    match chance.randrange(4):
        case 0:
            del holder[last]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(("colour", "key", "field", "undoes", "desk"))] = chance.choice(VALUES)
        case _:
            holder[last] = chance.choice(VALUES)
    return mutant


def sealed_mutant(path: Path, docs: list[Doc], chance: random.Random) -> bytes:
    """A file in which one change was altered; those behind it go on from what it is now."""
    place = chance.randrange(len(docs))
    mutants = [*docs[:place], altered(docs[place], chance)]
    for doc in docs[place + 1 :]:
        mutants.append({**doc, "parents": [hash_of(mutants[-1])]})
    return exchange_bytes(path, mutants)


def torn_mutant(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes others, gone, doubled or exchanged."""
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 1, 1, 7, 300)))
    part = data[start:end]
    match chance.randrange(4):
        case 0:
            part = bytes(chance.randrange(256) for _ in part)
        case 1:
            part = b""
        case 2:
            part = part + part
        case _:
            part = bytes([part[0] ^ (1 << chance.randrange(8))]) + part[1:]
    return data[:start] + part + data[end:]


def outcome(ours: Path, stick: Path) -> str:
    """What came of it: refused, the list as it was, or taken into a list that is whole and is shown."""
    before = ours.read_bytes()
    try:
        with TaskFile.open(ours) as file:
            take_in(file, entering(file, [stick], CLOCK), CLOCK)
            for view in (tasks_view(file.tasks), roster_view(file.tasks), units_view(file.tasks)):
                json.dumps(view)
    except Refused as refusal:
        assert ours.read_bytes() == before
        assert str(refusal).endswith("。")
        return "refused"
    assert verify(ours).whole
    return "taken" if ours.read_bytes() != before else "unchanged"


def tried(tmp_path: Path, count: int, seed: int) -> dict[str, int]:
    """How many of some mutants were refused, taken, or said nothing new."""
    ours, theirs = two_desks(tmp_path)
    docs = edited(theirs, "甲", "乙") + edited(theirs, "丙", row=1)
    data, original = exchange_bytes(theirs, docs), ours.read_bytes()
    stick = tmp_path / "x.yaodian"
    counts = {"refused": 0, "taken": 0, "unchanged": 0}
    for number in range(count):
        chance = random.Random(seed + number)
        mutant = sealed_mutant(theirs, docs, chance) if number % 2 else torn_mutant(data, chance)
        if mutant == data:
            continue
        stick.write_bytes(mutant)
        ours.write_bytes(original)
        counts[outcome(ours, stick)] += 1
        if not number % 2:
            assert ours.read_bytes() == original
    return counts


@pytest.mark.usefixtures("own_state")
def test_three_hundred_mutants(tmp_path: Path) -> None:
    counts = tried(tmp_path, 300, 0)
    assert counts["refused"] > 250


@pytest.mark.slow
@pytest.mark.usefixtures("own_state")
def test_two_thousand_mutants(tmp_path: Path) -> None:
    counts = tried(tmp_path, 2000, 10_000)
    assert sum(counts.values()) > 1990
    assert counts["refused"] > 1700
