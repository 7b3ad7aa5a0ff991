"""The values behind labels (牵头单位:甲局 责任单位:乙局), each as far as it goes, and the lines that are no
value.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from store.reading.names.clauses import UNREAD, Clause, Clauses, free_clauses, without_times
from store.reading.names.mentions import names_bodies
from store.reading.names.people import are_names, looks_like_name, names_in
from store.reading.names.people_among import before_bracket
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.columns import OTHER, field_of, first_side, owner_field
from store.reading.signs.labels import GLUED, LABEL
from store.reading.signs.lines import cut, folded, says_nothing, unpadded
from store.reading.signs.owner_words import STANDARD, OwnerWords
from store.records.cells import cell_kind, cell_of, leaders_field, units_field

_BETWEEN = " \n,;。" + "\uff0c\uff1b\u3000"
# A list that ends so goes on in the next line. No text here breaks so; kept for copies from PDF.
_OPEN = re.compile(r"(?:[、,]|及|和|与|以及)$")
# 牵头单位:市水务局 单位:海西经济开发区, where 单位: is no label that the reader knows.
_UNKNOWN = re.compile(r"(?:^|[ ;,。])([\u4e00-\u9fff]{2,8}) ?:(?!\d)")
"""A label that the reader does not know, behind a value."""
# 王明(局长) behind 责任单位及责任人.
_PIECE = re.compile(r"[(\uff08][^()\uff08\uff09]*[)\uff09]$")
_COLON = re.compile("[:\uff1a]")
# 时间:3月1日—15日 under the heading of a stage.
_WHEN = re.compile("(?:起止|实施|整治|工作|活动)?时间(?:安排)?")
_OTHERS = frozenset({"text", "remark", "item", "number", OTHER})
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

    @property
    def word(self) -> str:
        """The label as a word for owners: 牵 头 单 位: is 牵头单位."""
        return unpadded(folded(self.printed)).strip(":【】[]")


def labelled(text: str, words: OwnerWords = STANDARD) -> tuple[Clauses, str] | None:
    """Return field and value of each label, and what stands between that is no value.

    There is none without a label for owners or times.
    """
    before, labels = _labels(text, LABEL, words)
    if not labels:
        return None
    clauses = free_clauses(before, words)
    left = [before] if before and not clauses else []
    for label, field in zip(labels, _on_sides(labels), strict=True):
        if field in _OTHERS:
            said = label.printed + label.raw.strip(_BETWEEN).replace("\n", "")
            clauses.append(Clause("remark", said))
            continue
        value, rest = _as_far_as(field, label.raw)
        clauses += _known_part(label, field, value, words)
        if rest:
            left.append(rest)
    if any(cell_of(clause.field) or _is_deadline(clause) for clause in clauses):
        return clauses, "\n".join(left)
    return None


def _is_deadline(clause: Clause) -> bool:
    """Tell whether a clause sets a deadline by itself; 时间:3月1日—15日 says when a stage is."""
    return clause.field == "deadline" and not _WHEN.fullmatch(clause.word)


def glued(text: str, words: OwnerWords = STANDARD) -> Clauses:
    """Return the clauses of a bracket whose labels have no colon: 牵头单位市水务局,责任单位市财政局.

    There are none where anything but names stands behind them.
    """
    text, times = without_times(text)
    before, labels = _labels(text, GLUED, words)
    clauses = [Clause("deadline", time) for time in times] if labels else []
    for label, field in zip(labels, _on_sides(labels), strict=True):
        value = label.raw.strip(_BETWEEN)
        are_right = are_names if cell_kind(field) == "leaders" else _are_units
        if before or not are_right(value):
            return []
        clauses.append(Clause(field, value, label.word))
    return clauses


def _on_sides(labels: Sequence[_Label]) -> Iterator[str]:
    """Give the field of each label; leaders are on the side of the units before them."""
    side = first_side([label.field for label in labels])
    for label in labels:
        cell = cell_of(label.field)
        if cell and cell.kind == "units":
            side = cell.side
        yield leaders_field(side) if label.field == "leaders" else label.field


def _labels(text: str, pattern: re.Pattern[str], words: OwnerWords) -> tuple[str, list[_Label]]:
    """Return what stands before the first label of a text, and the labels."""
    found = _settled(text, pattern, words)
    starts = [label.start() for label in found]
    labels: list[_Label] = []
    for label, end in zip(found, [*starts[1:], len(text)], strict=False):
        printed = cut(text, label).strip()
        field = _field_of_label(label.group(), words) or units_field("participant")
        labels.append(_Label(printed, field, text[label.end() : end]))
    before = text[: starts[0]] if starts else text
    return before.strip(_BETWEEN), labels


def first_label(text: str, words: OwnerWords = STANDARD) -> int | None:
    """Return where the first label of a text begins, or none."""
    found = _settled(text, LABEL, words)
    return found[0].start() if found else None


def _settled(text: str, pattern: re.Pattern[str], words: OwnerWords) -> list[re.Match[str]]:
    """Return the labels of a text: behind an unknown word (验收单位:) units alone tell that it is one."""
    found = list(pattern.finditer(folded(text)))
    settled: list[re.Match[str]] = []
    starts = [label.start() for label in found]
    for label, end in zip(found, [*starts[1:], len(text)], strict=False):
        value = text[label.end() : end].strip("\n ")
        value = value.partition("\n")[0]
        if _field_of_label(label.group(), words) or _are_units(value):
            settled.append(label)
    return settled


def _field_of_label(label: str, words: OwnerWords) -> str | None:
    """Return the field that a folded label names, be it a header word or a short one (配合:), or none."""
    word = label.strip(" :【】[]")
    if unpadded(word) == "完成":
        return "deadline"
    return owner_field(word, words) or field_of(word)


def _are_units(value: str) -> bool:
    units = units_in(value)
    return bool(units) and all(map(looks_like_unit, units))


def _known_part(label: _Label, field: str, value: str, words: OwnerWords) -> Clauses:
    """Return a label's value, and as a remark what stands in it behind a label that is not known."""
    unknown = _UNKNOWN.search(folded(value))
    if unknown is None:
        value = value.strip(_BETWEEN)
        return [Clause(field, "" if says_nothing(value) else value, label.word)]
    said = value[unknown.start(1) :].strip(_BETWEEN)
    is_other = words.side_of(unknown[1]) == "none" or not names_bodies(value[unknown.end() :])
    value = value[: unknown.start()].strip(_BETWEEN)
    return [Clause("remark" if is_other else UNREAD, said), Clause(field, value, label.word)]


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


def without_people(value: str, known: Collection[str] = ()) -> tuple[str, list[str]]:
    """Return a value behind 牵头科室及责任人 without its people, and those: 财务科 王明 is 财务科, 王明."""
    units: list[str] = []
    people: list[str] = []
    for piece in units_in(_COLON.sub(" ", value)):
        before, inner = before_bracket(piece)
        if inner and are_names(inner, known):
            units.append(before)
            people += names_in(inner, known)
            continue
        name = _PIECE.sub("", piece)
        unit, person = _unit_and_person(piece, known)
        if not looks_like_unit(piece) and (name in known or looks_like_name(name)):
            people.append(name)
        elif person:
            units.append(unit)
            people.append(person)
        else:
            units.append(piece)
    return "、".join(units), people


def _unit_and_person(piece: str, known: Collection[str]) -> tuple[str, str]:
    """Return the unit and the person of 河湖处王明; nobody where it is not both."""
    for length in (2, 3, 4):
        unit, person = piece[:-length], piece[-length:]
        if looks_like_unit(unit) and (person in known or looks_like_name(person)):
            return unit, person
    return piece, ""
