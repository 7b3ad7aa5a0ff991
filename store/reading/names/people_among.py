"""People among the units of a cell: 县水利局 雷 雨, 县住建局(程功), 责任人:苗壮."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from store.reading.names.entries import people_of
from store.reading.names.people import are_names, looks_like_name, names_in
from store.reading.names.units import looks_like_unit, unit_of_post
from store.reading.signs.columns import names_leaders
from store.reading.signs.lines import cut, folded, unpadded
from store.reading.signs.owner_words import NAMED

_SIGN = "[\u3400-\u9fff](?![\u3400-\u9fff])"
# 谷 雨, a name of two signs as lists pad it; 水 务 局 is a word of three.
_PADDED = re.compile(
    rf"(?<![\u3400-\u9fff]){_SIGN}[ \u3000]+{_SIGN}(?![ \u3000]+{_SIGN}(?![ \u3000]+{_SIGN}))"
)
# 王小明 before a unit.
_WORD = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,4})[ \u3000]+(?=[\u3400-\u9fff])")
# 人事科(连城), 河湖处(王明、李强).
_IN_BRACKET = re.compile(r"(.{2,}?)\(([^()]+)\)")
# 责任人:苗壮.
_LABELLED = re.compile(r"([\u3400-\u9fff]{2,6}):(.+)")
_SHORTEST = 2
_SURE = 3
"""Signs of a name that is no short wording of a unit (文旅)."""


class Among(NamedTuple):
    """The units and the people of a cell, and what may be either."""

    units: tuple[str, ...]
    people: tuple[str, ...]
    unsure: tuple[str, ...]


def with_names_whole(text: str) -> tuple[str, frozenset[str]]:
    """Return a text with its padded names whole (谷 雨 is 谷雨), and these.

    A sign parts a name from the unit behind it: 王小明 县水利局 is no 王小明县水利局.
    """
    names = {unpadded(found.group()) for found in _PADDED.finditer(text)}
    sure = frozenset(filter(looks_like_name, names))
    whole = _PADDED.sub(lambda found: _whole(found.group(), sure), text)
    return _WORD.sub(lambda found: _parted_from_next(found[1], sure) or found.group(), whole), sure


def _parted_from_next(word: str, sure: Collection[str]) -> str:
    is_name = word in sure or (len(word) >= _SURE and looks_like_name(word))
    return f"{word}、" if is_name and not looks_like_unit(word) else ""


def _whole(words: str, sure: Collection[str]) -> str:
    return unpadded(words) if unpadded(words) in sure else words


def before_bracket(piece: str) -> tuple[str, str]:
    """Return what stands before a bracket at the end, and what is in it: 人事科 and 连城, or nothing."""
    found = _IN_BRACKET.fullmatch(folded(piece))
    return (cut(piece, found, 1), cut(piece, found, 2)) if found else (piece, "")


def people_among(pieces: Sequence[str], known: Collection[str], for_both: bool = False) -> Among:
    """Return the pieces of a cell of units parted into these and the people who answer for them.

    Where its column is for both (责任单位及责任人) a name of two signs is one.
    """
    units: list[str] = []
    people: list[str] = []
    unsure: list[str] = []
    shortest = _SHORTEST if for_both else _SURE
    is_labelled = False
    for piece in pieces:
        unit, named, is_labelled = _parted(piece, known, shortest, behind_label=is_labelled)
        people += named
        if not unit:
            continue
        is_behind_unit = bool(units) and looks_like_unit(units[-1])
        units.append(unit)
        if unit == piece and _may_hold_name(piece):
            unsure.append(piece)
        if (for_both or is_behind_unit) and looks_like_name(unit) and not looks_like_unit(unit):
            if unit in known or len(unit) >= shortest:
                people.append(units.pop())
            elif not NAMED.search(unit):
                unsure.append(unit)
    return Among(tuple(units), tuple(people), tuple(unsure))


def _parted(
    piece: str, known: Collection[str], shortest: int, behind_label: bool
) -> tuple[str, Sequence[str], bool]:
    """Return the unit and the people of a piece, and whether people may follow it that a label announced."""
    one_form = folded(piece)
    label = _LABELLED.fullmatch(one_form)
    if label:
        named = cut(piece, label, 2)
        if looks_like_unit(cut(piece, label, 1)) and are_names(named, known):
            return cut(piece, label, 1), names_in(named, known), False
        if names_leaders(label[1]):
            return ("", names_in(named, known), True) if are_names(named, known) else (piece, (), False)
    if behind_label and (piece in known or looks_like_name(piece)) and not looks_like_unit(piece):
        return "", (piece,), True
    unit, inner = before_bracket(piece)
    if inner and _are_people(inner, known):
        return unit, names_in(inner, known), False
    person = _of_post(piece)
    if person:
        return person[0], (person[1],), False
    return (*_glued(piece, known, shortest), False)


def _are_people(inner: str, known: Collection[str]) -> bool:
    """Tell whether a bracket names people: no duty (牵头), no place (白河镇)."""
    return are_names(inner, known) and not NAMED.search(folded(inner)) and not looks_like_unit(inner)


def _of_post(piece: str) -> tuple[str, str] | None:
    """Return the unit and the person of 县水利局局长李国强."""
    people = people_of(piece) if not looks_like_unit(piece) else []
    if len(people) != 1 or not people[0].post:
        return None
    unit = unit_of_post(people[0].post).unit
    return (unit, people[0].name) if unit and unit in piece else None


def _may_hold_name(piece: str) -> bool:
    """Tell whether a piece may be a unit and a name of two signs: 县财政局王芳."""
    return not looks_like_unit(piece) and looks_like_unit(piece[:-2]) and looks_like_name(piece[-2:])


def _glued(piece: str, known: Collection[str], shortest: int) -> tuple[str, Sequence[str]]:
    """Return the unit and the person of 县水利局李国强; nobody where it is not both."""
    if looks_like_unit(piece):
        return piece, ()
    for length in (4, 3, 2):
        unit, person = piece[:-length], piece[-length:]
        is_sure = person in known or (length >= shortest and looks_like_name(person))
        if is_sure and looks_like_unit(unit):
            return unit, (person,)
    return piece, ()
