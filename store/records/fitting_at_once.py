"""Whether thousands of records hold what their fields can: looked at field by field, for all records at once.

Of 10,000 rows the types of a field are one set: {str} needs no second look. What is not evident so is asked
of `fitting` value by value, which alone decides what is wrong.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from store.records.fields import field_of
from store.records.fitting import LARGEST, fits, required_of
from store.records.record import Doc
from store.records.tables import RECORDS

_Evident = Callable[[Sequence[Any]], bool]
"""Whether values of JSON, at least one, are plainly all of a type; False where it takes a closer look."""

_ORDERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PLAIN: frozenset[Any] = frozenset((str, bool, NoneType))


def misfits(table: str, docs: Collection[Doc]) -> list[Doc]:
    """Return the records of a table that hold what one of their fields cannot.

    Fields that no class declares are a later program's, and no fault here.
    """
    doubtful = [name for name, is_evident in _evidents(table).items() if not _all(is_evident, name, docs)]
    if not doubtful:
        return []
    return [doc for doc in docs if not _fits_in_all(table, doubtful, doc)]


def all_fit(table: str, field: str, values: Sequence[Any]) -> bool:
    """Tell whether a field of a table's records can hold each of some values."""
    if not values or _evidents(table)[field](values):
        return True
    return all(fits(table, field, value) for value in values)


def all_evident(kind: type[Any], docs: Collection[Doc]) -> bool:
    """Tell whether documents plainly say in each field of a class what it can hold; False where it takes a
    closer look.
    """
    return all(_all(is_evident, name, docs) for name, is_evident in evidents_of(kind).items())


def column(docs: Collection[Doc], name: str) -> list[Any]:
    """Return what some documents say in a field, those left out that say nothing."""
    try:
        return list(map(itemgetter(name), docs))
    except KeyError:
        return [doc[name] for doc in docs if name in doc]


def _fits_in_all(table: str, names: Sequence[str], doc: Doc) -> bool:
    return all(fits(table, name, doc[name]) for name in names if name in doc)


def _all(is_evident: _Evident, name: str, docs: Collection[Doc]) -> bool:
    values = column(docs, name)
    return not values or is_evident(values)


# ---------------------------------------------------------------------- by type


@lru_cache
def _evidents(table: str) -> Mapping[str, _Evident]:
    """Return of each field of a table's records what tells that values plainly fit."""
    kind = RECORDS[table]
    found = dict(evidents_of(kind))
    for name in found:
        if name == "order":
            found[name] = _are_orders
        elif field_of(kind, name).kind == "day":
            found[name] = _nothing_of(found[name])
    return found


_EVIDENTS: dict[type[Any], Mapping[str, _Evident]] = {}
"""By class, worked out when they are first needed."""


def evidents_of(kind: type[Any]) -> Mapping[str, _Evident]:
    """Return the same of each field of a class."""
    if kind not in _EVIDENTS:
        hints = get_type_hints(kind)
        _EVIDENTS[kind] = {field.name: _of_type(hints[field.name]) for field in fields(kind)}
    return _EVIDENTS[kind]


def _of_type(hint: Any) -> _Evident:
    """Return what tells that values plainly are of a type: of `str | None` that there is no third type."""
    origin, inner = get_origin(hint), get_args(hint)
    said = set(inner)
    choices = said if origin in (Union, UnionType) else {hint}
    if hint is Any:
        return lambda values: True
    if choices <= _PLAIN:
        return lambda values: choices.issuperset(map(type, values))
    if origin is Literal:
        return lambda values: {str}.issuperset(map(type, values)) and said.issuperset(values)
    if origin is not None and issubclass(origin, Mapping):
        return _are_mappings_of_texts
    if origin is tuple and inner[-1] is Ellipsis:
        return _of_lists(inner[0])
    return lambda values: False


def _of_lists(part: Any) -> _Evident:
    """Return what tells that values plainly are lists of parts of a type."""
    are_parts = _of_part(part)

    def are_lists(values: Sequence[Any]) -> bool:
        if not {list}.issuperset(map(type, values)):
            return False
        parts = list(chain.from_iterable(values))
        return not parts or are_parts(parts)

    return are_lists


def _of_part(part: Any) -> _Evident:
    if part is int:
        return _are_numbers
    if is_dataclass(part) and isinstance(part, type):
        return _of_small_documents(part)
    return _of_type(part)


def _of_small_documents(kind: type[Any]) -> _Evident:
    """Return what tells that values plainly are documents of a class that say all of its fields."""
    evidents, required = evidents_of(kind), required_of(kind)

    def are_documents(values: Sequence[Any]) -> bool:
        if not {dict}.issuperset(map(type, values)) or not evidents.keys() >= {*chain.from_iterable(values)}:
            return False
        for name, is_evident in evidents.items():
            held = column(values, name)
            if len(held) < len(values) and name in required:
                return False
            if held and not is_evident(held):
                return False
        return True

    return are_documents


def _are_numbers(values: Sequence[Any]) -> bool:
    return {int}.issuperset(map(type, values)) and min(values) >= 0 and max(values) < LARGEST


def _are_orders(values: Sequence[Any]) -> bool:
    return {str}.issuperset(map(type, values)) and not "".join(values).strip(_ORDERS)


def _are_mappings_of_texts(values: Sequence[Any]) -> bool:
    if not {dict}.issuperset(map(type, values)):
        return False
    texts = chain.from_iterable(map(dict.values, values))
    return {str}.issuperset(map(type, texts))


def _nothing_of(is_evident: _Evident) -> _Evident:
    """Return what tells that values plainly say no day, where the field's type has a word for none."""
    return lambda values: {NoneType}.issuperset(map(type, values)) and is_evident(values)
