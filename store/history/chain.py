"""The chain of a list's history: each change names those before it by hash, and all of them make the list.

It looks at documents in memory; whether a file's bytes and its journal are whole, store/file/wholeness.py
tells.

What it promises, and the test that holds it (tests/store/history):
- What was changed, left out or put in by hand is found and named, in the history or in a record:
  test_history. test_a_history_that_was_tampered_with_says_where, test_damage.test_any_tampering_is_found.
- A whole history has no breaks: test_history.test_a_whole_history_has_no_breaks, and at the end of every run
  of test_crash.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from store.records.changes import Edit, hash_of
from store.records.describing import edited_in_words
from store.records.raising import raised_change
from store.records.record import Doc
from store.records.tables import say_the_same
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class Break:
    """A break of a history, in a sentence, and the document it is about: a change by id, or a record."""

    sentence: str
    table: str = ""
    key: str = ""

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


def breaks(changes: list[Doc], head: str, tasks: TaskList) -> Iterator[Break]:
    """Each place where the history is not whole; none where it is.

    `head` is the file's hash of the last change.

    A change that was altered shows at the next one, which names it by its hash, or at the end.
    """
    by_hash: dict[str, Doc] = {}
    last = ""
    for number, change in enumerate(changes, 1):
        parents = change["parents"]
        if number > 1 and not parents:
            yield Break(
                f"第 {number} 次变更“{change['title']}”没有写明它之前的变更。", "changes", change["id"]
            )
        elif not set(parents) <= by_hash.keys():
            before = changes[number - 2] if number > 1 else change
            sentence = f"第 {number} 次变更“{change['title']}”接不上它之前的变更“{before['title']}”,后者被改动过,或中间有缺失。"
            yield Break(sentence, "changes", before["id"])
        last = hash_of(change)
        by_hash[last] = change
    if last != head:
        yield Break(
            "最后一次变更与清单记下的不符,可能被改动或删去。", "changes", changes[-1]["id"] if changes else ""
        )
    yield from _differences(changes, tasks)


def _differences(changes: list[Doc], tasks: TaskList) -> Iterator[Break]:
    """What the list holds and its history does not make, or the reverse."""
    made: dict[tuple[str, str], Doc] = {}
    for number, change in enumerate(changes, 1):
        for edit in raised_change(change)["edits"]:
            at = edit["table"], edit["key"]
            if not edit["field"] and edit["after"] is None:
                made.pop(at, None)
            elif not edit["field"]:
                made[at] = edit["after"]
            elif at in made:
                made[at] = {**made[at], edit["field"]: edit["after"]}
            else:
                yield Break(
                    f"第 {number} 次变更“{change['title']}”改的记录 {edit['table']}/{edit['key']} 那时不存在。",
                    "changes",
                    change["id"],
                )
    held: dict[tuple[str, str], Doc] = {}
    for table, docs in tasks.documents.tables.items():
        held |= {(table, key): doc for key, doc in docs.items()}
    for table, key in sorted(held.keys() | made.keys()):
        there, wanted = held.get((table, key)), made.get((table, key))
        if not say_the_same(table, there, wanted):
            what = edited_in_words(tasks, Edit(table, key, "", wanted, there))
            yield Break(f"{what}(记录 {table}/{key})的内容不是历史中的变更做出来的。", table, key)
