"""The values behind labels (牵头单位:甲局 责任单位:乙局), each as far as it goes, and the lines that are no
value.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.reading.names.clauses import Clauses, free_clauses
from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.columns import field_of, first_side
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import cut, folded
from store.records.cells import cell_kind, cell_of, leaders_field, units_field

_BETWEEN = " \n,;。" + "\uff0c\uff1b\u3000"
# A list that ends so goes on in the next line. No text here breaks so; kept for copies from PDF.
_OPEN = re.compile(r"(?:[、,]|及|和|与|以及)$")
# 牵头单位:市水务局 单位:海西经济开发区, where 单位: is no label that the reader knows.
_UNKNOWN = re.compile(r"(?:^|[ ;,。])([\u4e00-\u9fff]{2,8}) ?:(?!\d)")
"""A label that the reader does not know, behind a value."""
_OTHERS = frozenset({"text", "remark", "item", "number", ""})
"""Fields whose labels are kept with their words, as a remark (整改措施:…)."""
_LONGEST_UNITS = 200
_LONGEST_LEADERS = 60
"""Signs of a line that goes on naming units, or leaders."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label as printed, the field that it names, and the text behind it up to the next label."""

    printed: str
    field: str
    raw: str


def labelled(text: str) -> tuple[Clauses, str] | None:
    """Return field and value of each label, and what stands between that is no value.

    There is none without a label for owners or times.
    """
    before, labels = _labels(text)
    if not labels:
        return None
    clauses = free_clauses(before)
    left = [before] if before and not clauses else []
    for label, field in zip(labels, _on_sides(labels), strict=True):
        if field in _OTHERS:
            clauses.append(("remark", label.printed + label.raw.strip(_BETWEEN)))
            continue
        value, rest = _as_far_as(field, label.raw)
        clauses += _known_part(field, value)
        if rest:
            left.append(rest)
    if any(cell_of(field) or field == "deadline" for field, _ in clauses):
        return clauses, "\n".join(left)
    return None


def _on_sides(labels: Sequence[_Label]) -> Iterator[str]:
    """Give the field of each label; leaders are on the side of the units before them."""
    side = first_side([label.field for label in labels])
    for label in labels:
        cell = cell_of(label.field)
        if cell and cell.kind == "units":
            side = cell.side
        yield leaders_field(side) if label.field == "leaders" else label.field


def _labels(text: str) -> tuple[str, list[_Label]]:
    """Return what stands before the first label of a text, and the labels."""
    found = list(LABEL.finditer(folded(text)))
    starts = [label.start() for label in found]
    labels: list[_Label] = []
    for label, end in zip(found, [*starts[1:], len(text)], strict=False):
        printed = cut(text, label).strip()
        field = _field_of_label(label.group())
        labels.append(_Label(printed, field, text[label.end() : end]))
    before = text[: starts[0]] if starts else text
    return before.strip(_BETWEEN), labels


def _field_of_label(label: str) -> str:
    """Return the field that a folded label names, be it a header word or a short one (配合:)."""
    field = field_of(label.strip(" :【】[]"))
    if field:
        return field
    match label.strip(" :"):
        case "牵头" | "主办":
            return units_field("lead")
        case "完成":
            return "deadline"
    return units_field("participant")


def _known_part(field: str, value: str) -> Clauses:
    """Return a label's value, and as a remark what stands in it behind a label that is not known."""
    unknown = _UNKNOWN.search(folded(value))
    if unknown is None:
        return [(field, value.strip(_BETWEEN))]
    remark = value[unknown.start(1) :].strip(_BETWEEN)
    value = value[: unknown.start()].strip(_BETWEEN)
    return [("remark", remark), (field, value)]


def _as_far_as(field: str, raw: str) -> tuple[str, str]:
    """Return a value and the lines behind it.

    It goes on over the next lines only where they go on naming what its field holds; targets take
    them all.
    """
    if field == "targets":
        return raw, ""
    lines = [line.strip() for line in raw.strip("\n ").split("\n")]
    count = 1
    while count < len(lines) and (_OPEN.search(folded(lines[count - 1])) or _goes_on(field, lines[count])):
        count += 1
    return " ".join(lines[:count]), "\n".join(lines[count:])


def _goes_on(field: str, line: str) -> bool:
    match cell_kind(field):
        case "units":
            units = units_in(line)
            if len(line) > _LONGEST_UNITS or "。" in line:
                return False
            return bool(units) and all(map(looks_like_unit, units))
        case "leaders":
            return len(line) <= _LONGEST_LEADERS and are_names(line)
    return False
