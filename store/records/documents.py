"""Documents: all that a file holds, table by table, and what happens to it when a change is applied.

It says of each field when it was last edited, so that what is derived from it is made again then, and only
then.
"""

from collections.abc import Callable, Iterable, KeysView, Mapping, Sequence
from dataclasses import fields, replace
from typing import NamedTuple, TypeVar, cast

from store.records.alike import Apart
from store.records.changes import Edit, History
from store.records.record import Doc, Held, Record, Tables, encoded
from store.records.tables import RECORDS, say_the_same
from store.records.undecided import NOTHING_UNDECIDED

_R = TypeVar("_R", bound=Record)

_Address = tuple[str, str]
"""A table, and in it a key or a field."""

_ANY = "*"
_COMING_AND_GOING = ""
"""As in an edit, the field of a record that is created or deleted."""


class Reads(NamedTuple):
    """Fields of a table's records that a value is made from; a record that comes or goes touches them all."""

    table: str
    fields: tuple[str, ...]


def on(kind: type[Record], *names: str) -> Reads:
    """Say that a value is made from some fields of a kind of record, or from the whole of it."""
    unknown = set(names) - {field.name for field in fields(kind)}
    if unknown:
        raise ValueError(f"{kind.__name__} has no {unknown}")
    return Reads(kind.TABLE, (_COMING_AND_GOING, *names) if names else (_ANY,))


def on_which(kind: type[Record]) -> Reads:
    """Say that a value is made from which records of a kind there are, and not from what they say."""
    return Reads(kind.TABLE, (_COMING_AND_GOING,))


def _no_history() -> History:
    return History([])


EVERYTHING = Reads(_ANY, (_ANY,))
"""What a value reads that any edit may change."""


class Documents:
    """The documents of one file, of all its lists. A document is replaced and never changed."""

    def __init__(self, tables: Mapping[str, Mapping[str, Doc]] | None = None) -> None:
        """Take the documents of a file, in today's shape, or begin empty."""
        given = tables or {}
        names = dict.fromkeys((*RECORDS, *given))
        self._tables: Tables = {name: dict(given.get(name, {})) for name in names}
        self._records: dict[_Address, Record] = {}
        self.undecided = NOTHING_UNDECIDED
        """The conflicts that nobody has decided."""
        self.apart: Callable[[], Apart] = Apart
        """Tells what was made since desks went apart."""
        self.history: Callable[[], History] = _no_history
        """The changes that made these documents, those of a file."""
        self.version = 0
        """How often edits were applied."""
        self._edited_at: dict[_Address, int] = {}
        """By table and field: the version that last edited it."""
        self._touched_at: dict[str, dict[str, int]] = {}
        """By table and key the same; those that were touched last stand last."""

    @property
    def tables(self) -> Held:
        """The documents by table and key, to be stored and replayed, not to be changed."""
        return self._tables

    def copy(self) -> "Documents":
        """Return the same documents, to be edited without touching these."""
        copy = Documents(self._tables)
        copy._records = dict(self._records)
        copy.undecided = self.undecided
        copy.apart = self.apart
        copy.history = self.history
        return copy

    # ------------------------------------------------------------------ records

    def find(self, kind: type[_R], key: str | None) -> _R | None:
        """Return the record of a kind with a key, or none; it is made once, and again after an edit of it."""
        record = self._records.get((kind.TABLE, key or ""))
        if record is None:
            doc = self._tables[kind.TABLE].get(key or "")
            if doc is None:
                return None
            record = self._records[kind.TABLE, doc["key"]] = kind.from_doc(doc)
        return cast(_R, record)

    def keys(self, kind: type[Record]) -> KeysView[str]:
        """Return the keys of a kind's records, in the order in which they came into the file."""
        return self._tables[kind.TABLE].keys()

    def keys_in_order(self, kind: type[Record]) -> list[str]:
        """Return the keys of a kind's records by their place among their neighbours."""
        docs = self._tables[kind.TABLE]
        return sorted(docs, key=lambda key: (docs[key].get("order", ""), key))

    def keys_by(self, kind: type[Record], field: str) -> dict[str, tuple[str, ...]]:
        """Return the same keys by what the records hold in a field.

        It makes no record: of 10,000 rows few are seen.
        """
        docs = self._tables[kind.TABLE]
        found: dict[str, list[str]] = {}
        for key in self.keys_in_order(kind):
            found.setdefault(docs[key].get(field, ""), []).append(key)
        return {value: tuple(keys) for value, keys in found.items()}

    def value(self, table: str, key: str, field: str) -> object:
        """Return what a document holds in a field.

        The whole document for no field, none where there is no document.
        """
        doc = self._tables.get(table, {}).get(key)
        if doc is None or not field:
            return doc
        if field in doc:
            return doc[field]
        record = self.find(RECORDS[table], key) if table in RECORDS else None
        return encoded(getattr(record, field, None))

    # ------------------------------------------------------------------ edits

    def conflict(self, edits: Iterable[Edit]) -> Edit | None:
        """Return the first of some edits, taken one after another, that does not find what it held before."""
        edits = tuple(edits)
        trial = Documents()
        for table, key in {(edit.table, edit.key) for edit in edits}:
            doc = self._tables.get(table, {}).get(key)
            if doc is not None:
                trial._tables.setdefault(table, {})[key] = doc
        for edit in edits:
            if not trial._fits(edit):
                return edit
            trial.apply((edit,))
        return None

    def _fits(self, edit: Edit) -> bool:
        """Tell whether an edit finds what it held before: a field's value, the whole record, or no record."""
        there = edit.key in self._tables.get(edit.table, {})
        creates = edit.before is None and not edit.field
        if there is creates:
            return False
        held = self.value(edit.table, edit.key, edit.field)
        return held == edit.before if edit.field else say_the_same(edit.table, held, edit.before)

    def whole(self, edit: Edit) -> Edit:
        """Return a deletion with all that the document holds, fields of a later program included.

        Other edits as they are.
        """
        doc, kind = self.value(edit.table, edit.key, ""), RECORDS.get(edit.table)
        deletes = not edit.field and edit.after is None
        if not deletes or not isinstance(doc, dict) or kind is None:
            return edit
        return replace(edit, before=doc) if kind.from_doc(doc) == kind.from_doc(edit.before) else edit

    def apply(self, edits: Iterable[Edit]) -> None:
        """Write edits into the documents; what the fields held before is not looked at."""
        self.version += 1
        for edit in edits:
            docs = self._tables.setdefault(edit.table, {})
            if edit.field:
                docs[edit.key] = {**docs[edit.key], edit.field: edit.after}
            elif edit.after is None:
                docs.pop(edit.key, None)
            else:
                docs[edit.key] = edit.after
            self._touch(edit)

    def put_in_order(self, orders: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Give tables an order of their records by key, where they do not stand in it."""
        for table, keys in orders:
            docs = self._tables[table]
            self._tables[table] = {key: docs[key] for key in keys}
            self.version += 1
            for field in (_COMING_AND_GOING, _ANY):
                self._edited_at[table, field] = self.version

    def _touch(self, edit: Edit) -> None:
        """Note what an edit touched, and forget the record that was made of it."""
        self._records.pop((edit.table, edit.key), None)
        for field in (edit.field, _ANY):
            self._edited_at[edit.table, field] = self.version
        touched = self._touched_at.setdefault(edit.table, {})
        touched.pop(edit.key, None)
        touched[edit.key] = self.version

    # ------------------------------------------------------------------ what is derived

    def changed_since(self, version: int, reads: Iterable[Reads]) -> bool:
        """Tell whether an edit since a version touched what a value reads."""
        if version == self.version:
            return False
        for read in reads:
            if read is EVERYTHING:
                return True
            for field in read.fields:
                if self._edited_at.get((read.table, field), 0) > version:
                    return True
        return False

    def touched_since(self, version: int, kind: type[Record]) -> Sequence[str]:
        """Return the keys of the records that edits since a version touched, those that are gone included."""
        found = []
        for key, touched in reversed(self._touched_at.get(kind.TABLE, {}).items()):
            if touched <= version:
                break
            found.append(key)
        return found
