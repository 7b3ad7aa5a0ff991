"""An open list in memory: its records, its history, and the changes that are not on the disk yet."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace

from store.file import journal
from store.file.contents import SCHEMA, Contents, sealed
from store.history.earlier import Earlier
from store.machine.clock import Clock
from store.machine.desks import Author
from store.machine.program import program
from store.machine.whoami import machine
from store.records.changes import Change, History, canonical, hash_of
from store.records.describing import edited_in_words
from store.records.documents import Documents
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused


class Memory:
    """What a file holds and what was taken since.

    It knows no disk, and its calls may come from any thread.
    """

    def __init__(self, contents: Contents, head: str, author: Author, clock: Clock) -> None:
        """Hold what a file's bytes said; `head` is the hash of the last change, the journal's included."""
        self.file_id = contents.file_id
        self.tasks = TaskList(Documents(contents.tables), clock=clock)
        self.history = contents.history
        self.head = head
        self.waiting: list[journal.JournalRecord] = []
        """What was taken and is not saved."""
        self.mutex = threading.RLock()
        """Held to look at or change what is here; only `TaskFile.commit` waits for a disk meanwhile."""
        self.others = contents.others
        self._author = author
        self._clock = clock

    def load(self, docs: list[Doc]) -> None:
        """Put the changes of a journal that the file does not hold yet behind those of the file."""
        begin = len(self.history)
        self.history.extend(docs)
        for number in range(begin, len(self.history)):
            self.tasks.apply(self.history[number].edits)

    def load_beside(self, docs: list[Doc]) -> list[Change]:
        """Put changes that were saved side by side with others behind those.

        Return those that edit what the others did: they stay out, and those that follow them.
        """
        left_out: list[Change] = []
        hashes_out: set[str] = set()
        for doc in docs:
            change = Change.from_doc(doc)
            if hashes_out.isdisjoint(change.parents) and self.tasks.conflict(change.edits) is None:
                self.apply(change, doc, hash_of(doc))
            else:
                left_out.append(change)
                hashes_out.add(hash_of(doc))
        return left_out

    def apply(self, change: Change, doc: Doc, hash_: str) -> None:
        """Put a change that the disk holds, or soon will, into the records and the history."""
        self.tasks.apply(change.edits)
        self.history.append(change, doc, hash_)
        self.head = hash_

    def take(self, change: Change) -> Change:
        """Apply a change, queue it, and return it as it stands in the history.

        The caller holds the mutex.
        """
        change, doc = self.prepared(change)
        record = journal.JournalRecord(self.file_id, self.head, canonical(doc))
        self.apply(change, doc, record.hash)
        self.waiting.append(record)
        return change

    def take_back(self, count: int) -> None:
        """Take the last changes out again, which were not saved. The caller holds the mutex."""
        for _ in range(count):
            change = self.history.pop()
            self.tasks.apply(edit.inverted() for edit in reversed(change.edits))
            self.head = self.waiting.pop().before

    def prepared(self, change: Change) -> tuple[Change, Doc]:
        """Return a change with its author, time and parent, and its document, as both will be read back."""
        if not change.edits:
            raise Refused("没有变化,不必保存。")
        edits = tuple(map(self.tasks.documents.whole, change.edits))
        doc = json.loads(canonical(self._stamped(replace(change, edits=edits)).to_doc()))
        stamped = Change.from_doc(doc)
        conflict = self.tasks.conflict(stamped.edits)
        if conflict:
            where = edited_in_words(self.tasks, conflict)
            raise Refused(f"{where}已不是修改前的内容,这次修改没有保存,请按现在的内容重新修改。")
        return stamped, doc

    def _stamped(self, change: Change) -> Change:
        """Return a change with who made it, where and when, and with its parent, as far as it does not
        say.
        """
        at, by = change.at or self._clock.stamp(), change.by or self._author.name
        parents = change.parents or self.history.heads
        desk = change.desk or self._author.desk
        return replace(change, at=at, by=by, machine=change.machine or machine(), desk=desk, parents=parents)

    def snapshot(self) -> Earlier:
        """Return the list as it is now, which later changes leave as it is."""
        with self.mutex:
            return Earlier(self.tasks.copy(), History(list(self.history.docs), self.history.heads))

    def content(self) -> Iterator[str]:
        """Return the file as it is to be now, in pieces; changes that come meanwhile are not in it.

        Documents are replaced and never changed, so that lists of them hold still.
        """
        return self._pieces(self.tasks, self.history, self.head)

    def content_of(self, earlier: Earlier) -> Iterator[str]:
        """Return the file of the list as it was."""
        return self._pieces(earlier.tasks, earlier.history, earlier.history.head)

    def _pieces(self, tasks: TaskList, history: History, head: str) -> Iterator[str]:
        tables = {name: list(docs.values()) for name, docs in tasks.documents.tables.items()}
        meta = {
            "key": "meta",
            "schema": SCHEMA,
            "program": program(),
            "file_id": self.file_id,
            "last_change": head,
            "heads": list(history.heads),
        }
        return sealed(tables | {"changes": list(history.docs)}, self.others, meta)
