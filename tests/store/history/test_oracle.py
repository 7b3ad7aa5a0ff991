"""The oracle that lies beside the checkout, on random sets of real changes, says what evaluation says.

It is slow and plain and knows neither parts nor fields that a document leaves out: it is given each part as
a field, and documents with all fields. In one thing it differs on purpose (see `_sides_of_the_oracle`): of a
group it offers as a side what somebody wrote whom both sides had seen, and may show it.
"""

import importlib.util
import json
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.history.evaluation import evaluated
from store.history.lineage import moment
from store.records.changes import Edit
from store.records.groups import GROUPS
from store.records.parts import PARTED, nothing_in, parts_of
from store.records.record import Doc
from store.records.tables import RECORDS
from tests.examples import most
from tests.house.syntax import ROOT
from tests.store.history.desks import Desk, joined
from tests.store.history.morning import Morning

ORACLE = ROOT.parent / "shared" / "tools" / "set_of_changes.py"

_Parts = Mapping[tuple[str, str], set[str]]
"""By table and key the names of all parts that a record ever had."""
_Sides = dict[tuple[str, str, str], set[str]]
"""By table, key and first field what the sides want, as JSON."""


@pytest.fixture(scope="module")
def oracle() -> ModuleType:
    if not ORACLE.exists():
        pytest.skip(f"{ORACLE} is not beside this checkout")
    spec = importlib.util.spec_from_file_location("set_of_changes", ORACLE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(seed=st.integers(0, 2**32))
@settings(max_examples=most(12))
def test_the_oracle_says_the_same(oracle: ModuleType, seed: int) -> None:
    desk = joined(Morning(seed, most=3).desks)
    parts = _all_parts(desk)
    state, conflicts, _ = oracle.evaluate(_as_the_oracle_has_it(oracle, desk, parts), GROUPS)
    ours = evaluated(desk.history, desk.lineage, references=())
    theirs, doubtful = _sides_of_the_oracle(desk, conflicts)
    sides: _Sides = {}
    for one in ours.conflicts:
        if not one.is_of_record:
            address = one.table, one.key, one.fields[0]
            sides[address] = {_spelled(side.values) for side in one.sides}
    assert sides == theirs
    documents = {(table, key): doc for table, docs in ours.tables.items() for key, doc in docs.items()}
    assert documents.keys() == state.keys()
    for (table, key), doc in documents.items():
        flat = _flat(table, key, doc, parts)
        for name, value in state[table, key].items():
            assert (table, key, name) in doubtful or flat[name] == value, (table, key, name)


def _all_parts(desk: Desk) -> _Parts:
    parts: dict[tuple[str, str], set[str]] = {}
    for change in desk.history:
        for edit in change.edits:
            in_groups = {name for group in GROUPS for name in group.fields if "." in name}
            names = parts.setdefault((edit.table, edit.key), in_groups)
            for field in PARTED.get(edit.table, ()):
                for value in (edit.before, edit.after):
                    held = value.get(field) if value and not edit.field else value
                    if not edit.field or edit.field == field:
                        names.update(parts_of(field, held))
    return parts


def _as_the_oracle_has_it(oracle: ModuleType, desk: Desk, parts: _Parts) -> dict[str, Any]:
    changes = {}
    for change in desk.history:
        numbers = [desk.lineage.number_of(parent) for parent in change.parents]
        parents = [desk.docs[number]["id"] for number in numbers if number is not None]
        edits = [part for edit in change.edits for part in _in_parts(edit, change.decides, parts)]
        how = (moment(change.at), change.undoes, change.redoes)
        changes[change.id] = oracle.Change(change.id, parents, edits, *how)
    return changes


def _in_parts(
    edit: Edit, decides: Iterable[tuple[str, str, str]], parts: _Parts
) -> Iterator[tuple[Any, ...]]:
    """An edit as the oracle has it: of each part by itself, a document with all its fields."""
    table, key, field = edit.table, edit.key, edit.field
    if not field:
        yield table, key, field, edit.after and _flat(table, key, edit.after, parts)
    elif field not in PARTED.get(table, ()):
        yield table, key, field, edit.after
    else:
        before, after = parts_of(field, edit.before), parts_of(field, edit.after)
        for name in sorted(parts[table, key]):
            is_decided = (table, key, name) in decides
            if name.startswith(f"{field}.") and (is_decided or before.get(name) != after.get(name)):
                yield table, key, name, after.get(name, nothing_in(name))


def _flat(table: str, key: str, doc: Doc, parts: _Parts) -> Doc:
    """A document with all its fields, and its parts as fields."""
    flat = {**RECORDS[table].empty_doc(), **doc}
    for field in PARTED.get(table, ()):
        value = flat.pop(field)
        flat |= {name: nothing_in(name) for name in parts[table, key] if name.startswith(f"{field}.")}
        flat |= parts_of(field, value)
    return flat


def _sides_of_the_oracle(desk: Desk, conflicts: Iterable[Any]) -> tuple[_Sides, set[tuple[str, str, str]]]:
    """What its sides want, without those whom another side had seen whole; and the fields of which it shows
    such a one.
    """
    lineage = desk.lineage
    numbers = {doc["id"]: number for number, doc in enumerate(desk.docs)}
    found: _Sides = {}
    doubtful: set[tuple[str, str, str]] = set()
    for table, key, fields, options in conflicts:
        seen = []
        for option in options:
            number = numbers[option["change"]]
            if any(lineage.has_seen(numbers[other["change"]], number) for other in options):
                seen.append(option)
        unseen = [option for option in options if option not in seen]
        wanted = {_spelled(option["values"]) for option in unseen}
        if len(wanted) > 1:
            found[table, key, fields[0]] = wanted
        latest = max(options, key=lambda option: lineage.when(numbers[option["change"]]))
        if latest in seen:
            doubtful |= {(table, key, field) for field in fields}
    return found, doubtful


def _spelled(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
