"""Whether a list's history is whole: each change names the one before it by hash, and all of them make the list."""

import hashlib
from collections.abc import Iterator

from store.changes import canonical
from store.model import Doc
from store.tasklist import TaskList


def breaks(changes: list[Doc], head: str, tasks: TaskList) -> Iterator[str]:
    """Sentences on each place where the history is not whole; none where it is. `head` is the file's hash of the last."""
    hashes: set[str] = set()
    last = ""
    for number, change in enumerate(changes, 1):
        parents = change["parents"]
        if number > 1 and not parents:
            yield f"第 {number} 次变更“{change['title']}”没有写明它之前的变更。"
        elif not set(parents) <= hashes:
            yield f"第 {number} 次变更“{change['title']}”所接的变更不在历史中,或已被改动。"
        last = hashlib.sha256(canonical(change)).hexdigest()
        hashes.add(last)
    if last != head:
        yield "最后一次变更与清单记下的不符,可能被改动或删去。"
    yield from _differences(changes, tasks)


def _differences(changes: list[Doc], tasks: TaskList) -> Iterator[str]:
    """What the list holds and its history does not make, or the reverse."""
    made: dict[tuple[str, str], Doc] = {}
    for number, change in enumerate(changes, 1):
        for edit in change["edits"]:
            place = edit["table"], edit["key"]
            if not edit["field"] and edit["after"] is None:
                made.pop(place, None)
            elif not edit["field"]:
                made[place] = edit["after"]
            elif place in made:
                made[place] = {**made[place], edit["field"]: edit["after"]}
            else:
                yield f"第 {number} 次变更“{change['title']}”改的记录 {edit['table']}/{edit['key']} 那时不存在。"
    held = {(table, key): doc for table, docs in tasks.documents.items() for key, doc in docs.items()}
    for table, key in sorted(held.keys() | made.keys()):
        if held.get((table, key)) != made.get((table, key)):
            yield f"记录 {table}/{key} 的内容不是历史中的变更做出来的。"
