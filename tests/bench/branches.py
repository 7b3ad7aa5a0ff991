"""What it costs to bring a list in line with the changes of another desk, beside hashing those changes.

A change is hashed once wherever it goes, so that its hash is the floor. Milliseconds are of the processor.
"""

import gc
import json
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from store.history.coming import Outcome, outcome
from store.history.gathering import touched_by
from store.history.lineage import Lineage
from store.records.changes import Change, Edit, History, canonical, hash_of
from store.records.documents import Documents
from store.records.record import Doc
from tests.bench.lists import change_of
from tests.bench.table import below, ms, print_table, ratio

ROWS = 10_000
AT = "2027-03-01T08:00:00+08:00"
MOST_MS, MOST_MB = 500, 60
MOST_MS_OF_ONE = 1_000
MOST_FLOORS = 35


class Branch:
    """A history that grows change by change."""

    def __init__(self, docs: Iterable[Doc] = ()) -> None:
        self.docs = list(docs)

    def add(self, name: str, *edits: Edit) -> None:
        parents = tuple(map(hash_of, self.docs[-1:]))
        identity = f"{name}{len(self.docs):011}"
        change = Change("修改", edits, id=identity, parents=parents, at=AT, by=name, machine=name)
        self.docs.append(json.loads(canonical(change.to_doc())))


def branches() -> None:
    """100,000 changes with two branches of 5,000; one change of 10,000 records against 5,000 edits."""
    one, other = two_branches(90_000)
    rows = [measured("two branches of 5,000 of 100,000", one, other, MOST_MS)]
    many, single = one_against_many()
    rows.append(measured("10,000 records in one change", many, single, MOST_MS_OF_ONE))
    rows.append(measured("5,000 edits against it", single, many, MOST_MS_OF_ONE))
    heads = [
        "changes that come",
        "to who had seen whom",
        "to a state",
        "hashing them",
        "MB more",
        "both",
        "to hashing",
    ]
    print_table("A list in line with another desk's changes", heads, rows)


def measured(name: str, here: Sequence[Doc], there: Sequence[Doc], most: int) -> list[str]:
    """A row: what brings the first desk in line with the second."""
    held = {doc["id"] for doc in here}
    came = [doc for doc in there if doc["id"] not in held]
    documents = Documents()
    for change in History(list(here)):
        documents.apply(change.edits)
    gc.collect()
    gc.freeze()  # As the program does once a list is open.
    history = History([*here, *came])
    began = time.process_time()
    lineage = Lineage(history.docs)
    seen = time.process_time()
    what_comes(history, lineage, documents, len(here))
    evaluated = time.process_time()
    list(map(hash_of, came))
    floor = (time.process_time() - evaluated) * 1e3
    took = (evaluated - began) * 1e3
    more = megabytes(lambda: brought(here, came, documents))
    parts = [ms((seen - began) * 1e3), ms((evaluated - seen) * 1e3), ms(floor)]
    return [name, *parts, below(more, MOST_MB), below(took, most), ratio(took, floor, MOST_FLOORS)]


def brought(here: Sequence[Doc], came: Sequence[Doc], documents: Documents) -> Any:
    """All that is made and kept while changes come."""
    history = History([*here, *came])
    lineage = Lineage(history.docs)
    return history, lineage, what_comes(history, lineage, documents, len(here))


def what_comes(history: History, lineage: Lineage, documents: Documents, held: int) -> Outcome:
    """What the changes behind those that are held make of a list."""
    return outcome(history, lineage, documents, touched_by(history, range(held, len(history))))


def megabytes(act: Callable[[], Any]) -> float:
    """How much more memory an act takes at its height."""
    tracemalloc.start()
    act()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def remark(number: int, words: str, before: str) -> Edit:
    return Edit("tasks", f"task{number % ROWS}", "remark", before, words)


def two_branches(shared: int) -> tuple[Sequence[Doc], Sequence[Doc]]:
    """Two desks that made 5,000 remarks each, many on the same rows."""
    begun = Branch()
    begun.add("导", *change_of(ROWS).edits)
    for number in range(shared):
        before = f"第 {number - ROWS} 次" if number >= ROWS else ""
        begun.add("共", remark(number, f"第 {number} 次", before))
    one, other = Branch(begun.docs), Branch(begun.docs)
    for number in range(5_000):
        one.add("甲", remark(number * 13, f"甲 {number}", ""))
        other.add("乙", remark(number * 17, f"乙 {number}", ""))
    return one.docs, other.docs


def one_against_many() -> tuple[Sequence[Doc], Sequence[Doc]]:
    """A desk that gave other partners to 5,000 rows one by one, and one that did so to all in one change."""
    begun = Branch()
    begun.add("导", *change_of(ROWS).edits)
    many, one = Branch(begun.docs), Branch(begun.docs)
    rows = [edit.after for edit in change_of(ROWS).edits if edit.table == "tasks"]
    one.add("乙", *(partner(row, "unit3") for row in rows))
    for row in rows[::2]:
        many.add("甲", partner(row, "unit1"))
    return many.docs, one.docs


def partner(row: Doc, unit: str) -> Edit:
    given = [{"key": unit, "wording": "合作处"}]
    return Edit("tasks", row["key"], "participant_units", row["participant_units"], given)
