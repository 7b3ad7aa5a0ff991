"""Whether a value is one that a field can hold: asked of what came from outside, before it is believed.

What a field holds is said by its record's class (`lead_units: tuple[Mention, ...]`) and, for days, by its
line in `fields.py`. So {"lead_units": "平台处"} does not fit, nor a field that no class declares.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from store.records.fields import field_of
from store.records.record import Doc
from store.records.tables import RECORDS

Fits = Callable[[object], bool]
"""Whether a value of JSON is of a type."""

LARGEST = 10**9
"""Numbers are lines of a text: what is larger was never counted."""
# The place of a row among its neighbours: 0002i0 (store/records/keys.py).
_ORDER = re.compile(r"[0-9a-z]*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


_TYPES: dict[type[Any], Mapping[str, Fits]] = {}
"""Of each class its fields, worked out when they are first needed."""
_REQUIRED: dict[type[Any], frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field of a record that cannot hold what is said of it; no field where it is the record itself."""

    table: str
    key: str
    field: str = ""


def misfit(table: str, doc: object) -> Misfit | None:
    """Return what does not fit in a whole document of a record; fields that it does not have are no fault."""
    if table not in RECORDS or not isinstance(doc, dict) or not _is_key(doc.get("key")):
        return Misfit(str(table), "")
    key: str = doc["key"]
    for name, value in doc.items():
        if not fits(table, name, value):
            return Misfit(table, key, str(name))
    return None


def fits(table: str, field: str, value: object) -> bool:
    """Tell whether a field of a table's records can hold a value; an unknown table or field holds none."""
    if table not in RECORDS:
        return False
    found = _fields(table).get(field)
    return found is not None and found(value)


def knows(table: str, field: str) -> bool:
    """Tell whether a table's records have a field; what a later program added is not known."""
    return table in RECORDS and field in _fields(table)


def fits_in(kind: type[Any], doc: Doc) -> bool:
    """Tell whether a document says in each field of a class what that field can hold, and nothing else.

    `fits_in(Mention, {"key": None, "wording": "平台处"})`; fields with a default may be absent.
    """
    known = _types(kind)
    if not doc.keys() <= known.keys():
        return False
    if not doc.keys() >= required_of(kind):
        return False
    return all(known[name](value) for name, value in doc.items())


def required_of(kind: type[Any]) -> frozenset[str]:
    """Return the fields of a class that have no default."""
    if kind not in _REQUIRED:
        _REQUIRED[kind] = frozenset(field.name for field in fields(kind) if _is_required(field))
    return _REQUIRED[kind]


def is_day(value: object) -> bool:
    """Tell whether a value is a day, ISO: 2021-06-01."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_key(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@lru_cache
def _fields(table: str) -> Mapping[str, Fits]:
    kind = RECORDS[table]
    found = dict(_types(kind))
    for name, fits_type in found.items():
        if name == "key":
            found[name] = _is_key
        elif name == "order":
            found[name] = _is_order
        elif field_of(kind, name).kind == "day":
            found[name] = _day_or_nothing(fits_type)
    return found


def _types(kind: type[Any]) -> Mapping[str, Fits]:
    """Return of each field of a class what tells whether a value is of its type."""
    if kind not in _TYPES:
        hints = get_type_hints(kind)
        _TYPES[kind] = {field.name: _of_type(hints[field.name]) for field in fields(kind)}
    return _TYPES[kind]


def _of_type(hint: Any) -> Fits:
    """Return what tells whether a value of JSON is of a type: of `tuple[int, ...]` a list of numbers."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        choices = [_of_type(one) for one in inner]
        return lambda value: any(choice(value) for choice in choices)
    if origin is Literal:
        return lambda value: isinstance(value, str) and value in inner
    if origin is tuple:
        return _of_list(inner)
    if origin is not None and issubclass(origin, Mapping):
        return _is_mapping_of_texts
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return lambda value: isinstance(value, dict) and fits_in(hint, value)
    named_parts = get_type_hints(hint)  # Of a tuple whose parts have names.
    return _of_list(tuple(named_parts.values()))


def _of_list(inner: tuple[Any, ...]) -> Fits:
    """Return what tells whether a value is a list: of parts of one type, or of so many of some types."""
    parts = [_of_type(one) for one in inner if one is not Ellipsis]
    if len(parts) < len(inner):
        (part,) = parts
        return lambda value: isinstance(value, list) and all(map(part, value))
    return lambda value: isinstance(value, list) and _fit_each(parts, value)


def _fit_each(parts: list[Fits], values: list[object]) -> bool:
    """Tell whether there is a value of each type, and no further one."""
    pairs = zip(parts, values, strict=False)
    return len(values) == len(parts) and all(part(value) for part, value in pairs)


def _is_mapping_of_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST


def _is_order(value: object) -> bool:
    return isinstance(value, str) and _ORDER.fullmatch(value) is not None


def _day_or_nothing(fits_type: Fits) -> Fits:
    return lambda value: fits_type(value) and (not value or is_day(value))


_PLAIN: Mapping[Any, Fits] = {
    str: lambda value: isinstance(value, str),
    bool: lambda value: isinstance(value, bool),
    int: _is_number,
    NoneType: lambda value: value is None,
    Any: lambda _: True,
}
