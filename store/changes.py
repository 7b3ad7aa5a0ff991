"""Change: what an act of the clerk is; its edits made from records, and its place in the history by hash.

Every edit of a list, from a key, the command line, an import or a merge, is part of a Change. Undo, redo,
history and any earlier state are read from the same changes.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from store.model import Doc, Edit, Record, encoded, new_key


@dataclass(frozen=True, slots=True)
class Change:
    """One act: its edits, who did it, on which machine, when (ISO with zone), under which title and basis (依据)."""

    title: str
    edits: tuple[Edit, ...]
    id: str = field(default_factory=new_key)
    parents: tuple[str, ...] = ()
    """Hashes of the changes before it: none for the first, two after a merge."""
    at: str = ""
    by: str = ""
    machine: str = ""
    basis: str = ""
    effective_on: str | None = None
    undoes: str | None = None
    """Id of the change that this one takes back."""
    redoes: str | None = None
    """Id of the undo that this one takes back."""

    def to_doc(self) -> Doc:
        """The change as the file and the journal hold it."""
        return asdict(self) | {"edits": [asdict(edit) for edit in self.edits], "parents": list(self.parents)}

    @classmethod
    def from_doc(cls, doc: Doc) -> "Change":
        """The change that a document holds."""
        return cls(**(doc | {"edits": tuple(Edit(**edit) for edit in doc["edits"]), "parents": tuple(doc["parents"])}))

    def hash(self) -> str:
        """SHA-256 of the change, its parents included, in hex."""
        text = json.dumps(self.to_doc(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def created(record: Record) -> Edit:
    """The edit that brings a record into the list."""
    return Edit(record.TABLE, record.key, "", None, record.to_doc())


def deleted(record: Record) -> Edit:
    """The edit that takes a record out of the list."""
    return Edit(record.TABLE, record.key, "", record.to_doc(), None)


def updated(record: Record, **values: Any) -> list[Edit]:
    """An edit for each field whose value differs from the record's."""
    edits = []
    for name, value in values.items():
        before, after = encoded(getattr(record, name)), encoded(value)
        if before != after:
            edits.append(Edit(record.TABLE, record.key, name, before, after))
    return edits
