"""Conflicts: where desks that had not seen one another gave different values, until somebody decides.

A conflict on the empty field is about the record itself: one desk took it out, another edited it meanwhile
or still names it. Its sides hold None for the first and `edited` or `named` for the other. What is named can
only be taken out once nothing names it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from store.records.keys import key_made_of
from store.records.record import Doc

TABLE = "conflicts"
"""The table of the list's file that they lie in: it is made of the changes and can be made again."""

EDITED, NAMED = "edited", "named"
"""Why a record stays that one desk took out."""


@dataclass(frozen=True, slots=True)
class SideOfConflict:
    """What one side wants, and the changes (ids) that gave it, the latest last."""

    changes: tuple[str, ...]
    values: Mapping[str, Any]
    """By field or part (`doubts.lead`): a group is decided whole."""

    @property
    def change(self) -> str:
        """The id of the latest change that wants it; empty where a record is only named."""
        return self.changes[-1] if self.changes else ""

    def to_doc(self) -> Doc:
        """Return the document that a conflict's document holds of it."""
        return {"changes": list(self.changes), "values": dict(self.values)}

    @classmethod
    def from_doc(cls, doc: Doc) -> "SideOfConflict":
        """Return the side that a document holds."""
        return cls(tuple(doc["changes"]), doc["values"])


@dataclass(frozen=True, slots=True)
class Conflict:
    """Fields of a record for which several values stand; the first side is the one shown."""

    table: str
    key: str
    fields: tuple[str, ...]
    sides: tuple[SideOfConflict, ...]

    @property
    def is_of_record(self) -> bool:
        """Whether it is about the record itself: taken out by one desk, in use at another."""
        return self.fields == ("",)

    @property
    def in_short(self) -> str:
        """What has come of it that desks did not see each other, in the clerk's words."""
        if not self.is_of_record:
            return "有不一致"
        wanted = [side.values.get("") for side in self.sides]
        return "一方删除，一方仍在使用" if NAMED in wanted else "一方删除，一方修改"

    def to_doc(self) -> Doc:
        """Return the document that the list's file holds of it."""
        sides = [side.to_doc() for side in self.sides]
        return {
            "key": key_made_of(self.table, self.key, self.fields[0]),
            "table": self.table,
            "record": self.key,
            "fields": list(self.fields),
            "sides": sides,
        }

    @classmethod
    def from_doc(cls, doc: Doc) -> "Conflict":
        """Return the conflict that a document holds."""
        sides = map(SideOfConflict.from_doc, doc["sides"])
        fields = tuple(doc["fields"])
        return cls(doc["table"], doc["record"], fields, tuple(sides))


def in_order(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return conflicts in the one order that every desk gives them."""
    ordered = sorted(conflicts, key=attrgetter("table", "key", "fields"))
    return tuple(ordered)
