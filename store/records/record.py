"""Record: what every record of a list is, a frozen view on a document of the file.

Fields that a later program wrote and this one does not know stay in the document; nothing here drops them.
"""

from dataclasses import dataclass, fields
from typing import Any, ClassVar, TypeVar

from store.records.values import Column, Doubt, Extra, Mention

Doc = dict[str, Any]
"""A record, change or value as JSON holds it."""


_R = TypeVar("_R", bound="Record")


@dataclass(frozen=True, slots=True)
class Record:
    """What all records share: a key, and a document of the file that it is read from and written as."""

    TABLE: ClassVar[str]
    NESTED: ClassVar[dict[str, type]] = {}

    key: str

    @classmethod
    def from_doc(cls: type[_R], doc: Doc) -> _R:
        """The record that a document of the file holds; absent fields take their defaults."""
        return cls(
            **{
                field.name: _decoded(doc[field.name], cls.NESTED.get(field.name))
                for field in fields(cls)
                if field.name in doc
            }
        )

    def to_doc(self) -> Doc:
        """The document of this record: str, bool, None, and lists of str or of small documents."""
        return {field.name: encoded(getattr(self, field.name)) for field in fields(self)}


def encoded(value: Any) -> Any:
    """A field's value as JSON has it: tuples as lists, mentions, doubts, columns and extras as small documents."""
    if isinstance(value, (tuple, list)):
        return [encoded(part) for part in value]
    if isinstance(value, (Mention, Doubt, Column, Extra)):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def _decoded(value: Any, nested: type | None) -> Any:
    if isinstance(value, list):
        return tuple(nested(**part) for part in value) if nested else tuple(value)
    return value
