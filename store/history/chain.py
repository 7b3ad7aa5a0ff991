"""The chain of a list's history: each change names those before it by hash, and all of them make the list.

It looks at documents in memory; whether a file's bytes and its journal are whole, store/file/wholeness.py
tells.

What it promises, and the test that holds it (tests/store/history):
- What was changed, left out or put in by hand is found and named, in the history or in a record:
  test_history. test_a_history_that_was_tampered_with_says_where, test_damage.test_any_tampering_is_found.
- A whole history has no breaks: test_history.test_a_whole_history_has_no_breaks, and at the end of every run
  of test_crash.
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from store.history.evaluation import evaluated
from store.history.lineage import Lineage
from store.records.changes import Edit, History, hash_of, heads_after
from store.records.conflicts import TABLE as CONFLICTS
from store.records.describing import edited_in_words
from store.records.joined_before import old_joins
from store.records.raised_grounds import raised_grounds
from store.records.raising import raised_change
from store.records.record import Doc, Held
from store.records.tables import say_the_same
from store.records.tasklist import TaskList

_Records = dict[tuple[str, str], Doc]
"""Documents by table and key."""


@dataclass(frozen=True, slots=True)
class Break:
    """A break of a history, in a sentence, and the document it is about: a change by id, or a record."""

    sentence: str
    table: str = ""
    key: str = ""

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


def breaks(history: History, head: str, tasks: TaskList) -> Iterator[Break]:
    """Yield each break of a history; `head` is the hash of the last change that the file wrote down.

    A change that was altered shows at the next one, which names it by its hash, or at the end.
    """
    changes = history.docs
    yield from broken_links(history, head)
    if history.is_straight:
        made = yield from _all_replayed(changes)
    else:
        found = evaluated(history, Lineage(changes))
        made = _by_address(found.tables)
        if found.conflicts != tuple(tasks.documents.undecided):
            yield Break("清单记下的不一致不是历史中的变更做出来的。", CONFLICTS)
    yield from _differences(made, tasks)


def broken_links(history: History, head: str) -> Iterator[Break]:
    """Yield where a change does not name those before it, and where the heads are others."""
    changes = history.docs
    hashes: set[str] = set()
    heads: tuple[str, ...] = ()
    last, before = "", changes[0] if changes else {}
    for number, change in enumerate(changes, 1):
        parents = change["parents"]
        said = f"第 {number} 次变更“{change['title']}”"
        if number > 1 and not parents:
            yield Break(f"{said}没有写明它之前的变更。", "changes", change["id"])
        elif not hashes.issuperset(parents):
            sentence = f"{said}接不上它之前的变更“{before['title']}”，后者被改动过，或中间有缺失。"
            yield Break(sentence, "changes", before["id"])
        last, before = hash_of(change), change
        hashes.add(last)
        heads = heads_after(heads, change, last)
    if last != head:
        sentence = "最后一次变更与清单记下的不符，可能被改动或删去。"
        yield Break(sentence, "changes", before.get("id", ""))
    elif heads != history.heads:
        yield Break("清单记下的各支末尾与历史不符，可能有变更被改动或删去。", "meta")


def _all_replayed(changes: list[Doc]) -> Generator[Break, None, _Records]:
    """Return the records that changes make, each of which has seen those before it; yield the breaks."""
    made: _Records = {}
    lacking, joins = raised_grounds(changes), old_joins(changes)
    for number, change in enumerate(changes, 1):
        edits = (*raised_change(change, joins)["edits"], *lacking.get(change["id"], ()))
        yield from _replayed(number, change, edits, made)
    return made


def made_by(history: History) -> Held:
    """Return by table and key the records that a history makes; a change that does not fit is passed over."""
    if not history.is_straight:
        return evaluated(history, Lineage(history.docs)).tables
    replaying = _all_replayed(history.docs)
    while True:
        try:
            next(replaying)
        except StopIteration as end:
            return _by_table(end.value)


def _by_table(records: _Records) -> Held:
    tables: dict[str, dict[str, Doc]] = {}
    for (table, key), doc in records.items():
        tables.setdefault(table, {})[key] = doc
    return tables


def _by_address(tables: Held) -> _Records:
    found: _Records = {}
    for table, docs in tables.items():
        found |= {(table, key): doc for key, doc in docs.items()}
    return found


def _replayed(number: int, change: Doc, edits: Iterable[Doc], made: _Records) -> Iterator[Break]:
    """Do with the records that the history makes what a change did; yield where one is not there."""
    for edit in edits:
        record = edit["table"], edit["key"]
        if not edit["field"] and edit["after"] is None:
            made.pop(record, None)
        elif not edit["field"]:
            made[record] = edit["after"]
        elif record in made:
            made[record] = {**made[record], edit["field"]: edit["after"]}
        else:
            where = "/".join(record)
            sentence = f"第 {number} 次变更“{change['title']}”改的记录 {where} 那时不存在。"
            yield Break(sentence, "changes", change["id"])


def _differences(made: _Records, tasks: TaskList) -> Iterator[Break]:
    """Yield the records that the list holds and its history does not make, or the reverse."""
    held = _by_address(tasks.documents.tables)
    for table, key in sorted(held.keys() | made.keys()):
        there, wanted = held.get((table, key)), made.get((table, key))
        if not say_the_same(table, there, wanted):
            what = edited_in_words(tasks, Edit(table, key, "", wanted, there))
            yield Break(f"{what}（记录 {table}/{key}）的内容不是历史中的变更做出来的。", table, key)
