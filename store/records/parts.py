"""Parts: fields whose values are several things, each of which is edited by itself.

A doubt of the lead side and one of the other side stand in one field of a row, and so do what two further
columns say; yet who edits one has not touched the other. A part goes by a name of its own behind that of its
field: `doubts.lead`, `extras.资金来源`, `joins.text`, `only_here.lead`.

    parts_of("extras", [{"label": "资金来源", "text": "区财政"}])
    == {"extras.资金来源": [{"label": "资金来源", "text": "区财政"}]}
"""

from collections.abc import Iterable, Mapping
from typing import Any

from store.records.record import Doc
from store.records.task import Task

_LABELLED = {"doubts": "side", "extras": "label"}
"""Fields that hold a list of small documents, and what says in each to which part it belongs."""
_MAPPING = "joins"
_MEMBERS = "only_here"

PARTED: Mapping[str, frozenset[str]] = {Task.TABLE: frozenset((*_LABELLED, _MAPPING, _MEMBERS))}
"""For each table the fields that are edited part by part."""


def field_of_part(name: str) -> str:
    """Return the field that a part belongs to; a field goes by its own name."""
    return name.partition(".")[0]


def part_of(name: str) -> str:
    """Return what a part is called within its field: 资金来源 of `extras.资金来源`."""
    return name.partition(".")[2]


def parts_of(field: str, value: Any) -> dict[str, Any]:
    """Return what each part of a field holds, by the name of the part; a part that holds nothing is left
    out.
    """
    parts: dict[str, Any] = {}
    if field == _MAPPING:
        for name, held in (value or {}).items():
            parts[f"{field}.{name}"] = held
    elif field == _MEMBERS:
        for member in value or ():
            parts[f"{field}.{member}"] = True
    else:
        for entry in value or ():
            label = entry[_LABELLED[field]]
            parts.setdefault(f"{field}.{label}", []).append(entry)
    return parts


def nothing_in(name: str) -> Any:
    """Return what a part holds that holds nothing."""
    field = field_of_part(name)
    if field == _MAPPING:
        return None
    return False if field == _MEMBERS else []


def whole_of(field: str, parts: Mapping[str, Any], like: Any) -> Any:
    """Return the value of a field that has these parts; `like` is a value of it whose order it keeps."""
    held = {name: part for name, part in parts.items() if part}
    if held == parts_of(field, like):
        return like
    names = _in_order(field, held, like)
    if field == _MAPPING:
        return {part_of(name): held[name] for name in names}
    if field == _MEMBERS:
        return list(map(part_of, names))
    entries: list[Doc] = []
    for name in names:
        entries += held[name]
    return entries


def _in_order(field: str, held: Mapping[str, Any], like: Any) -> Iterable[str]:
    """Return the names of the parts: those that a value has in its order, then the others by name."""
    known = [name for name in parts_of(field, like) if name in held]
    return dict.fromkeys((*known, *sorted(held)))
