"""An open list in memory: its records, its history, and the changes that are not on the disk yet."""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from store.file import journal
from store.file.contents import ALTERED, SCHEMA, Contents
from store.file.local_tables import local_tables
from store.file.sealing import sealed
from store.history.coming import (
    Outcome,
    TakenIn,
    applies_as_it_is,
    bring_in,
    new_among,
    outcome,
    put,
)
from store.history.earlier import Earlier
from store.machine.clock import Clock
from store.machine.desks import Author
from store.machine.program import program
from store.machine.whoami import machine
from store.progress import Progress, told
from store.records.alike import Apart
from store.records.changes import Arrival, Change, Edit, History, canonical, inverted
from store.records.describing import edited_in_words
from store.records.documents import Documents
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused

if TYPE_CHECKING:
    from store.history.apart import MadeApart
    from store.history.lineage import Lineage


class Coming(NamedTuple):
    """Changes of other desks before they are written: what they do here."""

    history: History
    """With them."""
    outcome: Outcome
    told: TakenIn
    records: Sequence[journal.JournalRecord]
    """What the journal is to hold of them."""
    lineage: "Lineage"
    """Who has seen whom in that history."""


class Memory:
    """What a file holds and what was taken since.

    It knows no disk, and its calls may come from any thread.
    """

    def __init__(self, contents: Contents, head: str, author: Author, clock: Clock) -> None:
        """Hold what a file's bytes said; `head` is the hash of the last change, the journal's included."""
        self.file_id = contents.file_id
        self.tasks = TaskList(contents.documents, clock=clock)
        self.history = contents.history
        self.head = head
        self.waiting: list[journal.JournalRecord] = []
        """What was taken and is not saved."""
        self.mutex = threading.RLock()
        """Held to look at or change what is here; only `TaskFile.commit` waits for a disk meanwhile."""
        self.others = contents.others
        self.is_altered = contents.is_altered
        """Whether another program wrote records, and nobody has taken that over or set it aside."""
        self.left_out: tuple[str, ...] = ()
        """What the change that was taken last left out, in sentences."""
        self._ways_back: list[Outcome | None] = []
        """Of what waits, and maybe of some before it, what takes it out of the records again.

        None where its edits turned round do.
        """
        self._known_lineage: Lineage | None = None
        self._made_apart: MadeApart | None = None
        self.tasks.documents.apart = self._apart
        self.tasks.documents.history = lambda: self.history
        self._author = author
        self._clock = clock

    def load(self, docs: list[Doc]) -> None:
        """Put the changes of a journal that the file does not hold yet behind those of the file."""
        bring_in(self.history, self.tasks.documents, docs)

    def replace_records(self, edits: Iterable[Edit]) -> None:
        """Make the records what they are without, or with, what another program wrote; no change says it."""
        self.tasks.documents.apply(edits)

    def load_beside(self, docs: list[Doc]) -> int:
        """Put changes that were saved side by side with others behind those.

        Return how many conflicts that opened.
        """
        if not docs:
            return 0
        before = set(self.tasks.documents.undecided.records)
        bring_in(self.history, self.tasks.documents, docs)
        self.head = self.history.head
        return len(set(self.tasks.documents.undecided.records) - before)

    def apply(self, change: Change, doc: Doc, hash_: str) -> None:
        """Put a change that the disk holds, or soon will, into the records and the history."""
        was = self.tasks.documents.undecided
        self.history.append(change, doc, hash_)
        self.head = hash_
        if self.history.is_straight or applies_as_it_is(change, self.tasks.documents):
            self.tasks.apply(change.edits)
            way_back = None
        else:
            way_back = Outcome(inverted(self._evaluate((len(self.history) - 1,))), was)
        del self._ways_back[: len(self._ways_back) - len(self.waiting)]
        self._ways_back.append(way_back)

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
            self.head = self.waiting.pop().before
            way_back = self._ways_back.pop()
            self._put(way_back or Outcome(inverted(change.edits), self.tasks.documents.undecided))

    # ------------------------------------------------------------------ branches

    @property
    def _lineage(self) -> "Lineage":
        """Who has seen whom; a history without branches never asks."""
        from store.history.lineage import Lineage

        if self._known_lineage is None or self._known_lineage.docs is not self.history.docs:
            self._known_lineage = Lineage(self.history.docs)
        self._known_lineage.catch_up()
        return self._known_lineage

    def _apart(self) -> Apart:
        """Return what was made since desks went apart."""
        if self.history.is_straight:
            return Apart()
        from store.history.apart import MadeApart

        if self._made_apart is None or self._made_apart.lineage is not self._lineage:
            self._made_apart = MadeApart(self._lineage)
        return self._made_apart.apart()

    def _evaluate(self, came: Iterable[int]) -> tuple[Edit, ...]:
        """Make of the records what they are once some changes, by number, came to a history of branches.

        Return what that did to them.
        """
        from store.history.gathering import touched_by

        touched = touched_by(self.history, came)
        found = outcome(self.history, self._lineage, self.tasks.documents, touched)
        self._put(found)
        return found.edits

    def _put(self, found: Outcome) -> None:
        documents = self.tasks.documents
        if self.history.is_straight:
            documents.apply(found.edits)
            documents.undecided = found.undecided
        else:
            put(found, documents, self.history, self._lineage)

    def coming(self, docs: Sequence[Doc], arrival: Arrival, progress: Progress) -> Coming:
        """Return what changes of other desks would do here; Refused where they cannot come as they are."""
        from store.history.gathering import touched_by
        from store.history.lineage import Lineage

        documents, begin = self.tasks.documents, len(self.history)
        news = new_among(self.history, self._lineage, docs)
        history = self.history.grown(news, {doc["id"]: arrival for doc in news.values()})
        progress(0, 0)
        lineage = Lineage(history.docs)
        progress(0, 0)
        came = range(begin, len(history))
        if history.is_straight:
            edits = tuple(edit for number in came for edit in history[number].edits)
            found = Outcome(edits, documents.undecided)
        else:
            found = outcome(history, lineage, documents, touched_by(history, came))
        progress(0, 0)
        _try_out(found.edits, documents)
        opened = tuple(conflict for conflict in found.undecided if conflict not in documents.undecided)
        taken = TakenIn(tuple(history[begin:]), len(docs) - len(news), found.edits, opened)
        records = tuple(self._records_of(told(list(news.values()), progress), arrival))
        return Coming(history, found, taken, records, lineage)

    def _records_of(self, docs: Iterable[Doc], arrival: Arrival) -> Iterator[journal.JournalRecord]:
        """Yield the records that a journal holds of changes from another desk."""
        head, spelled = self.head, journal.spelled_arrival(*arrival)
        for doc in docs:
            record = journal.JournalRecord(self.file_id, head, canonical(doc), spelled)
            head = record.hash
            yield record

    def take_in(self, coming: Coming) -> None:
        """Put changes of other desks, which the disk holds, into the records and the history."""
        self.history = coming.history
        self._known_lineage = coming.lineage
        self.head = coming.records[-1].hash
        self._ways_back.clear()
        self._put(coming.outcome)

    # ------------------------------------------------------------------ what is taken, what is written

    def prepared(self, change: Change) -> tuple[Change, Doc]:
        """Return a change with its author, time and parent, and its document, as both will be read back."""
        if not change.edits:
            raise Refused("没有变化，不必保存。")
        change = self._decidable(change)
        edits = tuple(map(self.tasks.documents.whole, change.edits))
        doc = json.loads(canonical(self._stamped(replace(change, edits=edits)).to_doc()))
        stamped = Change.from_doc(doc)
        conflict = self.tasks.conflict(stamped.edits)
        if conflict:
            where = edited_in_words(self.tasks, conflict)
            raise Refused(f"{where}已不是修改前的内容，这次修改没有保存，请按现在的内容重新修改。")
        return stamped, doc

    def _decidable(self, change: Change) -> Change:
        """Return a change without what it must leave as it is; Refused if nothing is left.

        What is taken back writes nothing.
        """
        self.left_out = ()
        if change.undoes or change.redoes:
            return change
        from store.records.leaving_out import what_goes

        parted = what_goes(self.tasks, change.edits, change.decides)
        self.left_out = parted.in_words(self.tasks)
        refusal = parted.refusal(self.tasks) if self.left_out else ""
        if refusal:
            raise Refused(refusal)
        return replace(change, edits=parted.edits)

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
            return Earlier.of(self.tasks.copy(), self.history.grown({}, {}))

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
        if self.is_altered:
            meta[ALTERED] = True
        local = local_tables(history, tasks.documents.undecided)
        return sealed(tables | {"changes": list(history.docs)} | local, self.others, meta)


def _try_out(edits: Iterable[Edit], documents: Documents) -> None:
    """Refuse what cannot be put into the records, before any of it is on the disk."""
    try:
        documents.copy().apply(edits)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Refused("这些变更合不到这份清单里，没有并入任何变更，请对方重新导出。") from error
