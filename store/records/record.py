"""Record: what every record of a list is, a frozen view on a document of the file.

Fields that a later program wrote and this one does not know stay in the document; nothing here drops them.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

from store.records.values import Column, Doubt, Extra, MeasuredValue, Mention

Doc = dict[str, Any]
"""A record, change or value as JSON holds it."""

Tables = dict[str, dict[str, Doc]]
"""Table name to record key to document."""

Held = Mapping[str, Mapping[str, Doc]]
"""The same, to be looked at."""

SmallValue = Mention | Doubt | Column | Extra | MeasuredValue
"""A value of a field that is a small document of its own."""

_Put = Callable[["Record", Any], None]
_Decoder = Callable[[list[Any]], tuple[Any, ...]]


_R = TypeVar("_R", bound="Record")


@dataclass(frozen=True, slots=True)
class Record:
    """What all records share: a key, and a document of the file that it is read from and written as."""

    TABLE: ClassVar[str]
    NESTED: ClassVar[dict[str, type]] = {}
    LATER: ClassVar[tuple[str, ...]] = ()
    """Fields that came after the first files: written where they are set, so that other documents stay as
    they were.
    """

    key: str

    @classmethod
    def from_doc(cls: type[_R], doc: Doc) -> _R:
        """Return the record that a document of the file holds; absent fields take their defaults."""
        record = object.__new__(cls)
        # The fields go straight into their places: of 10,000 rows the constructor costs more than all else.
        for name, put, default, decoded in _LAYOUTS.get(cls.TABLE) or _layout(cls):
            value = doc[name] if name == "key" else doc.get(name, default)
            put(record, decoded(value) if value.__class__ is list else value)
        return record

    def to_doc(self) -> Doc:
        """Return the document of this record: str, bool, None, lists of str or of small documents, and dicts
        of str.
        """
        doc = {field.name: encoded(getattr(self, field.name)) for field in fields(self)}
        for name in self.LATER:
            if not doc[name]:
                del doc[name]
        return doc

    @classmethod
    def empty_doc(cls) -> Mapping[str, Any]:
        """Return what the fields say that a document does not have."""
        if cls.TABLE not in _EMPTY:
            empty = cls(key="")
            _EMPTY[cls.TABLE] = {field.name: encoded(getattr(empty, field.name)) for field in fields(cls)}
        return _EMPTY[cls.TABLE]


def encoded(value: Any) -> Any:
    """Return a field's value as JSON has it: tuples as lists, mentions and the like as small documents."""
    if isinstance(value, (tuple, list)):
        return [encoded(part) for part in value]
    if isinstance(value, SmallValue):
        return _small_document(value)
    return value


def _small_document(value: SmallValue) -> Doc:
    """Return the document of a small value, without what is as a value without it would be."""
    doc: Doc = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if held != field.default:
            doc[field.name] = held
    return doc


_Layout = list[tuple[str, _Put, Any, _Decoder]]
"""Of each field its name, what puts a value in its place, its default, and what reads a list."""

_LAYOUTS: dict[str, _Layout] = {}
"""By table, each made when it is first needed."""
_EMPTY: dict[str, Doc] = {}
"""The same: by table what the fields say that a document does not have."""


def _layout(kind: type[Record]) -> _Layout:
    layout: _Layout = []
    for field in fields(kind):
        put = getattr(kind, field.name).__set__
        layout.append((field.name, put, _default(field), _decoder(kind.NESTED.get(field.name))))
    return _LAYOUTS.setdefault(kind.TABLE, layout)


def _default(field: "Field[Any]") -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _decoder(nested: type | None) -> _Decoder:
    """Return what makes a tuple of a list of values, or of small documents."""
    if nested is None:
        return tuple
    if nested is Mention:
        return _mentions
    return lambda parts: tuple([nested(**part) for part in parts])


def _mentions(parts: list[Doc]) -> tuple[Mention, ...]:
    return tuple([_mention(part["key"], part["wording"]) for part in parts])


_mention = lru_cache(maxsize=4096)(Mention)
"""The few units and people of a list are named in thousands of cells: one value for each."""
