"""Change: what an act of the clerk is; its edits made from records, and the history that the changes are.

Every edit of a list, from a key, the command line, an import or a merge, is part of a Change. Undo, redo,
history and any earlier state are read from the same changes.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from store.records.change_codes import ChangeCode
from store.records.joined_before import NO_JOINS, OldJoins, has_old_rows, is_old_row, old_joins
from store.records.keys import new_key
from store.records.raising import raised_change, raised_edits
from store.records.record import Doc, Record, encoded

if TYPE_CHECKING:
    from store.records.raised_grounds import GroundEdits


RecordAddress = tuple[str, str]
"""A table and the key of a record in it."""


class Address(NamedTuple):
    """A field of a record."""

    table: str
    key: str
    field: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one record, before and after, as JSON values.

    A created record is one edit with the field empty, before None and after its document; a deleted one the
    reverse.
    """

    table: str
    key: str
    field: str
    before: Any
    after: Any

    def inverted(self) -> "Edit":
        """Return the edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def to_doc(self) -> Doc:
        """Return the edit as a change's document holds it."""
        return {
            "table": self.table,
            "key": self.key,
            "field": self.field,
            "before": self.before,
            "after": self.after,
        }


ALWAYS_SAID = frozenset(("id", "title", "edits", "parents", "at", "by", "machine"))
"""Fields of a change that every document of one has: without them it means nothing."""
LATER = ("desk", "code", "decides")
"""Fields of a change that came after the first files."""


@dataclass(frozen=True, slots=True)
class Change:
    """One act: its edits, its title and basis (依据), and who did it, where, and when (ISO with zone)."""

    title: str
    edits: tuple[Edit, ...]
    id: str = field(default_factory=new_key)
    parents: tuple[str, ...] = ()
    """Hashes of all heads that its author had seen: none for the first, two after a merge."""
    at: str = ""
    by: str = ""
    machine: str = ""
    desk: str = ""
    """The copy of the list that it was made in (store/machine/desks.py); empty where no program said it."""
    basis: str = ""
    effective_on: str | None = None
    undoes: str | None = None
    """Id of the change that this one takes back."""
    redoes: str | None = None
    """Id of the undo that this one takes back."""
    code: ChangeCode = ""
    """What kind of change it is, where the program has to know it again; its title is for the clerk."""
    decides: tuple[Address, ...] = ()
    """The fields in conflict that it decides; no other change writes such a field."""

    def to_doc(self) -> Doc:
        """Return the change as the file and the journal hold it.

        What came after the first files is written where it is set, so that other documents stay as they were.
        """
        doc = {field.name: getattr(self, field.name) for field in fields(self)}
        doc["decides"] = [list(address) for address in self.decides]
        for name in LATER:
            if not doc[name]:
                del doc[name]
        return doc | {"edits": [edit.to_doc() for edit in self.edits], "parents": list(self.parents)}

    @classmethod
    def from_doc(cls, doc: Doc, lacking: Sequence[Doc] = (), joins: OldJoins | None = None) -> "Change":
        """Return the change that a document holds, raised to today's shape, with edits that it lacks.

        Its hash is that of the document. The joins are those of the file's old rows.
        """
        doc = raised_change(doc, joins)
        edits = tuple(Edit(**edit) for edit in (*doc["edits"], *lacking))
        decides = tuple(Address(*address) for address in doc.get("decides", ()))
        return cls(**{**doc, "edits": edits, "parents": tuple(doc["parents"]), "decides": decides})


def canonical(doc: Doc) -> bytes:
    """Return the one spelling of a change's document for its hash: JSON on one line, keys sorted, UTF-8.

    Half a surrogate pair, which UTF-8 cannot hold, is written as JSON's escape of it.
    """
    return json.dumps(doc, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "backslashreplace"
    )


def hash_of(doc: Doc) -> str:
    """Return the SHA-256 of a change's document as it was written, its parents included, in hex."""
    return hash_of_spelled(canonical(doc))


def hash_of_spelled(change: bytes) -> str:
    """Return the hash of a change by its canonical spelling."""
    return hashlib.sha256(change).hexdigest()


class Arrival(NamedTuple):
    """When a change came to a list from another desk (ISO with zone), and which desk."""

    at: str
    desk: str


def heads_after(heads: Iterable[str], doc: Doc, hash_: str) -> tuple[str, ...]:
    """Return the heads of a history once a change (its document, its hash) has come to it."""
    return tuple(sorted({*heads, hash_}.difference(doc["parents"])))


class History(Sequence[Change]):
    """The changes of one file, oldest first.

    It holds documents and makes a change when it is asked for one.
    """

    def __init__(
        self,
        docs: list[Doc],
        heads: tuple[str, ...] | None = None,
        arrived: Mapping[str, Arrival] | None = None,
    ) -> None:
        """Take the documents of a file, its heads where they are known, and what came from other desks."""
        self.docs = docs
        self.arrived = arrived or {}
        """By the id of a change: it was not made in this file."""
        self._heads = heads
        self._has_merges: bool | None = None
        self._made: dict[int, Change] = {}
        self._lacking: GroundEdits | None = None
        self._joins: OldJoins | None = None

    @property
    def head(self) -> str:
        """The hash of the change that arrived last; empty where there is none."""
        return hash_of(self.docs[-1]) if self.docs else ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The hashes, sorted, of the changes that none has seen: one, but for branches that none joined."""
        if self._heads is None:
            self._heads = ()
            for doc in self.docs:
                self._heads = heads_after(self._heads, doc, hash_of(doc))
        return self._heads

    @property
    def is_straight(self) -> bool:
        """Whether each change has seen all that arrived before it."""
        if self._has_merges is None:
            self._has_merges = any(len(doc["parents"]) > 1 for doc in self.docs)
        return len(self.heads) < 2 and not self._has_merges

    def __len__(self) -> int:
        """How many changes there are."""
        return len(self.docs)

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> list[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | list[Change]:
        """A change by its place, or some of them."""
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        if number not in self._made:
            self._made[number] = self._raised(self.docs[number])
        return self._made[number]

    def _raised(self, doc: Doc) -> Change:
        """Return the change of a document, with the joins and grounds that an older program left out."""
        from store.records.raised_grounds import may_lack_grounds, raised_grounds

        lacking: Sequence[Doc] = ()
        if may_lack_grounds(doc):
            if self._lacking is None:
                self._lacking = raised_grounds(self.docs)
            lacking = self._lacking.get(doc["id"], ())
        if self._joins is None and has_old_rows(doc):
            self._joins = old_joins(self.docs)
        joins = NO_JOINS if self._joins is None else self._joins
        return Change.from_doc(doc, lacking, joins)

    def edit_of(self, doc: Doc) -> tuple[Edit, ...]:
        """Return what one edit of a change does, of its document alone and in today's shape: of 100,000
        changes no change has to be made.
        """
        joins = NO_JOINS
        if not doc["field"] and is_old_row(doc["table"], doc["after"] or doc["before"]):
            if self._joins is None:
                self._joins = old_joins(self.docs)
            joins = self._joins
        return tuple([Edit(**one) for one in raised_edits(doc, joins)])

    def __iter__(self) -> Iterator[Change]:
        """The changes, each made as it is reached."""
        return (self[number] for number in range(len(self)))

    def grown(self, by_hash: Mapping[str, Doc], arrived: Mapping[str, Arrival]) -> "History":
        """Return a history that goes on with changes from other desks; this one stays as it is."""
        grown = History(list(self.docs), self.heads, {**self.arrived, **arrived})
        grown._made = dict(self._made)
        grown._extend(by_hash.items())
        return grown

    def append(self, change: Change, doc: Doc, hash_: str) -> None:
        """Add the newest change, with its document and its hash."""
        self._heads = heads_after(self.heads, doc, hash_)
        self._has_merges = len(doc["parents"]) > 1 or self._has_merges
        self._made[len(self)] = change
        self.docs.append(doc)
        self._joins = None if has_old_rows(doc) else self._joins

    def extend(self, docs: Iterable[Doc]) -> None:
        """Add changes that a journal holds, oldest first."""
        self._extend((hash_of(doc), doc) for doc in docs)

    def _extend(self, hashed: Iterable[tuple[str, Doc]]) -> None:
        for digest, doc in hashed:
            self._heads = heads_after(self.heads, doc, digest)
            self.docs.append(doc)
        self._has_merges = self._joins = self._lacking = None

    def pop(self) -> Change:
        """Take the newest change away, which had seen all before it."""
        change = self[-1]
        self._heads = tuple(sorted(change.parents))
        self._has_merges = self._has_merges and None
        self.docs.pop()
        del self._made[len(self)]
        return change


def inverted(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits that take others back, one after another."""
    return tuple(edit.inverted() for edit in reversed(edits))


def created(record: Record) -> Edit:
    """Return the edit that brings a record into the list."""
    return Edit(record.TABLE, record.key, "", None, record.to_doc())


def deleted(record: Record) -> Edit:
    """Return the edit that takes a record out of the list."""
    return Edit(record.TABLE, record.key, "", record.to_doc(), None)


def updated(record: Record, **values: Any) -> list[Edit]:
    """Return an edit for each field whose value differs from the record's."""
    edits = []
    for name, value in values.items():
        before, after = encoded(getattr(record, name)), encoded(value)
        if before != after:
            edits.append(Edit(record.TABLE, record.key, name, before, after))
    return edits
