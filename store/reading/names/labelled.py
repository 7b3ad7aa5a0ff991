"""The values behind labels (牵头单位:甲局 责任单位:乙局), each as far as it goes, and the lines that are no value."""

import re

from store.reading.names.clauses import Values, free_clauses
from store.reading.names.people import are_names
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.columns import field_of, first_side
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import folded
from store.records.cells import cell_kind, cell_of, leaders_field, units_field

_BETWEEN = " \n,;。" + "\uff0c\uff1b\u3000"
_OPEN = re.compile(r"(?:[、,]|及|和|与|以及)$")
_UNKNOWN = re.compile(r"(?:^|[ ;,。])([\u4e00-\u9fff]{2,8}) ?:(?!\d)")
"""A label that the reader does not know, behind a value."""


def labelled(text: str) -> tuple[Values, str] | None:
    """Field and value of each label, and what stands between that is no value; none without a label for owners or times."""
    one_form = folded(text)
    labels = list(LABEL.finditer(one_form))
    if not labels:
        return None
    named = [
        field_of(label.group().strip(" :【】[]")) or _short(label.group().strip(" :")) for label in labels
    ]
    side = first_side(named)
    before = text[: labels[0].start()].strip(_BETWEEN)
    values = free_clauses(before)
    left = [] if values or not before else [before]
    for label, field, following in zip(labels, named, [*labels[1:], None], strict=True):
        raw = text[label.end() : following.start() if following else len(text)]
        cell = cell_of(field)
        if cell and cell.kind == "units":
            side = cell.side
        own = leaders_field(side) if field == "leaders" else field
        if own in {"text", "remark", "item", "number", ""}:
            values.append(("remark", f"{text[label.start() : label.end()].strip()}{raw.strip(_BETWEEN)}"))
            continue
        value, rest = _as_far_as(own, raw)
        unknown = _UNKNOWN.search(folded(value))
        if unknown:
            values.append(("remark", value[unknown.start(1) :].strip(_BETWEEN)))
            value = value[: unknown.start()]
        values.append((own, value.strip(_BETWEEN)))
        left += [rest] if rest else []
    if any(cell_of(field) or field == "deadline" for field, _ in values):
        return values, "\n".join(left)
    return None


def _short(label: str) -> str:
    return (
        units_field("lead")
        if folded(label) in {"牵头", "主办"}
        else "deadline"
        if folded(label) == "完成"
        else units_field("participant")
    )


def _as_far_as(field: str, raw: str) -> tuple[str, str]:
    """A value, which goes on over the next lines only where they go on naming what its field holds; and the lines behind it."""
    if field == "targets":
        return raw, ""
    lines = [line.strip() for line in raw.strip("\n ").split("\n")]
    count = 1
    while count < len(lines) and (_OPEN.search(folded(lines[count - 1])) or _goes_on(field, lines[count])):
        count += 1
    return " ".join(lines[:count]), "\n".join(lines[count:])


def _goes_on(field: str, line: str) -> bool:
    if cell_kind(field) == "units":
        units = units_in(line)
        return (
            len(line) <= 200
            and "。" not in line
            and bool(units)
            and all(looks_like_unit(unit) for unit in units)
        )
    return cell_kind(field) == "leaders" and len(line) <= 60 and are_names(line)
