"""Who answers for a point of running text: (牵头单位:…;责任单位:…), (X牵头,Y、Z配合), labelled lines, bare brackets of units."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from store.reading.names.clauses import Values, free_clauses, without_times
from store.reading.names.labelled import labelled
from store.reading.names.people import names_in
from store.reading.names.sharing import shares
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.labels import LABEL, Declared, without_declaration
from store.reading.signs.lines import folded
from store.records.cells import cell_of, leaders_field, units_field
from store.records.values import Doubt
from store.words.names import is_collective

_BRACKETS = {"(": ")", "〔": "〕", "[": "]", "【": "】"}
_LONGEST = 600
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Owners:
    """Both sides as worded, with a deadline and targets where they are labelled."""

    lead_units: tuple[str, ...] = ()
    lead_leaders: tuple[str, ...] = ()
    participant_units: tuple[str, ...] = ()
    participant_leaders: tuple[str, ...] = ()
    deadline: str | None = None
    targets: tuple[str, ...] = ()
    remark: str = ""
    """What other labels say (整改措施:…), under their own words."""
    doubts: tuple[Doubt, ...] = ()
    apart: bool = False
    """Whether they stand in a bracket on a line of their own."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the notice tells beside the point: the people and units of its roster, and who leads where no unit is said to."""

    people: Collection[str] = ()
    units: Sequence[str] = ()
    declared: Declared = ""


def owners_in(body: str, known: Known) -> list[tuple[str, Owners | None]]:
    """The parts of a point, each the text without what names its owners, and the owners; none where it names none.

    A point is one part, or several where each of its sentences ends in a bracket of its own.
    """
    parts: list[tuple[str, Owners | None]] = []
    end = 0
    for start, behind in _bracketed(body):
        inner = body[start + 1 : behind - 1]
        if (LABEL.search(folded(inner)) or _ends_clause(body, start, behind)) and (values := _values(inner)):
            text = body[end:start].strip(" 。;\n")
            owners = _owners(values, known, apart=_stands_apart(body, start, behind))
            if parts and not text:
                parts[-1] = (parts[-1][0], _together(parts[-1][1], owners))
            else:
                parts.append((body[end:start], owners))
            end = behind
    if parts:
        rest = body[end:]
        last, named = parts[-1]
        first = LABEL.search(folded(rest))
        if named and first and (more := labelled(rest[first.start() :])):
            values, left = more
            parts[-1] = (
                _put_right(f"{last}{rest[: first.start()]}{left}"),
                _together(named, _owners(values, known)),
            )
        else:
            parts[-1] = (_put_right(last + rest), named)
        return [(_put_right(text), owners) for text, owners in parts]
    first = LABEL.search(folded(body))
    if first and (found := labelled(body[first.start() :])):
        values, left = found
        return [(f"{body[: first.start()]}\n{left}".strip(), _owners(values, known))]
    return [(body, None)]


def bare_owners(body: str, known: Known) -> tuple[str, Owners | None]:
    """The text without a bracket at its end that names units and nothing else, and those; they take part unless the first leads."""
    spans = list(_bracketed(body))
    if not spans or folded(body)[spans[-1][1] :].strip(" 。;,\n"):
        return body, None
    start, end = spans[-1]
    inner, times = without_times(without_declaration(body[start + 1 : end - 1]))
    names = units_in(inner, known.units)
    if (
        names
        and all(len(name) > 2 and looks_like_unit(name) for name in names)
        and not re.search("[。:《]", folded(inner))
    ):
        values = [(units_field("participant"), inner), *(("deadline", time) for time in times)]
        return _put_right(body[:start] + body[end:]), _owners(
            values, known, apart=_stands_apart(body, start, end)
        )
    return body, None


def promoted(
    units: tuple[str, ...], declared: Declared
) -> tuple[tuple[str, ...], tuple[str, ...], list[Doubt]]:
    """The units in the lead by the notice's declaration and the others; a collective that stands first is asked about."""
    if declared == "first" and is_collective(folded(units[0])) and len(units) > 1:
        return (
            (),
            units,
            [Doubt("lead", f"通知规定列第一位的为牵头单位,而“{units[0]}”不是一个单位,请指定牵头单位")],
        )
    count = 1 if declared == "first" else len(units)
    return units[:count], units[count:], []


def _values(inner: str) -> Values:
    inner = without_declaration(inner)
    found = labelled(inner)
    if found is None:
        return free_clauses(inner)
    values, left = found
    return values if not left.strip(" 。;,\n") else []


def _ends_clause(body: str, start: int, end: int) -> bool:
    """Whether a bracket stands at the end of a sentence or clause, where owners stand."""
    before, behind = folded(body[:start]).rstrip(), folded(body[end:]).lstrip(" ")
    return not behind or behind[0] in "。;,、!\n" or before.endswith(("。", ";", "!"))


def _stands_apart(body: str, start: int, end: int) -> bool:
    return start > 0 and body[:start].endswith("\n") and not folded(body[end:]).strip(" 。;\n")


def _put_right(text: str) -> str:
    """A full stop that stood behind the bracket is dropped where one stands before it."""
    return re.sub(r"(?<=[。!])[。;]$", "", text.strip().lstrip("。;,、")).strip()


def _bracketed(body: str) -> Iterator[tuple[int, int]]:
    """Where the outermost brackets of a text begin and end."""
    closing: list[str] = []
    start = 0
    for place, sign in enumerate(folded(body)):
        if sign in _BRACKETS:
            start = start if closing else place
            closing.append(_BRACKETS[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing and place - start <= _LONGEST:
                yield start, place + 1
        elif sign == "\n":
            closing.clear()


def _together(one: Owners | None, other: Owners) -> Owners:
    """The owners of two brackets behind one text."""
    if one is None:
        return other
    lead, participants = (
        dict.fromkeys((*one.lead_units, *other.lead_units)),
        (*one.participant_units, *other.participant_units),
    )
    return Owners(
        tuple(lead),
        (*one.lead_leaders, *other.lead_leaders),
        tuple(unit for unit in dict.fromkeys(participants) if unit not in lead),
        (*one.participant_leaders, *other.participant_leaders),
        ";".join(filter(None, (one.deadline, other.deadline))) or None,
        (*one.targets, *other.targets),
        ";".join(filter(None, (one.remark, other.remark))),
        (*one.doubts, *other.doubts),
        one.apart or other.apart,
    )


def _owners(values: Values, known: Known, apart: bool = False) -> Owners:
    found: dict[str, list[str]] = {}
    doubts: list[Doubt] = []
    for field, value in values:
        cell = cell_of(field)
        if cell and cell.kind == "leaders":
            found.setdefault(field, []).extend(names_in(value, known.people))
        elif cell:
            value, times = without_times(without_declaration(value))
            found.setdefault("deadline", []).extend(times)
            for named, names in shares(value, cell.side, known.units).items():
                good = [name for name in names if looks_like_unit(name) or len(name) <= _LONGEST_NAME]
                found.setdefault(units_field(named), []).extend(good)
                doubts += [
                    Doubt(named, f"“{name[:20]}…”不像单位名称,没有填入,请对照原文确认")
                    for name in names
                    if name not in good
                ]
        elif value:
            found.setdefault(field, []).append(value)
    lead, participants = (
        tuple(dict.fromkeys(found.get(units_field(side), ()))) for side in ("lead", "participant")
    )
    if known.declared and not lead and participants:
        lead, participants, doubt = promoted(participants, known.declared)
        doubts += doubt
    return Owners(
        lead,
        tuple(found.get(leaders_field("lead"), ())),
        participants,
        tuple(found.get(leaders_field("participant"), ())),
        ";".join(found.get("deadline", ())) or None,
        tuple(found.get("targets", ())),
        ";".join(found.get("remark", ())),
        tuple(doubts),
        apart,
    )
