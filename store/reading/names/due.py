"""The people on a line where names have to follow, of known surnames or not: 扎西、旦增、李文华."""

import re
from typing import NamedTuple

from store.reading.names.entry_words import POST_END, NameAndPost
from store.reading.names.people import can_be_name, is_padded, looks_like_name
from store.reading.names.units import unit_of_post
from store.reading.signs.lines import cut, folded, unpadded

_PARTS = re.compile(r"[、,;]|(?<=\))\s+")
# 扎西(县水利局局长).
_BRACKETED = re.compile(r"(.{2,12}?)\s*[(]([^()]{2,60})[)]")
_LONGEST = 200


class Due(NamedTuple):
    """The people of a line, and whether one of them is surely one: by surname, or by a post in a unit."""

    people: list[NameAndPost]
    is_sure: bool


def people_due(text: str) -> Due:
    """Return the people of a line that holds nothing but what can be names, each with or without a post."""
    found: list[NameAndPost] = []
    one_form = folded(text)
    if len(text) > _LONGEST or "。" in one_form:
        return Due([], is_sure=False)
    start = 0
    for sign in (*_PARTS.finditer(one_form), None):
        part = text[start : sign.start() if sign else len(text)].strip()
        people = _of_part(part) if part else []
        if part and not people:
            return Due([], is_sure=False)
        found += people
        start = sign.end() if sign else start
    return Due(found, any(one.post or looks_like_name(one.name) for one in found))


def _of_part(part: str) -> list[NameAndPost]:
    """Return the people of a part: 旦增 县水利局局长, 扎西(县水利局局长), 扎西 央金."""
    bracketed = _BRACKETED.fullmatch(folded(part))
    if bracketed:
        name, post = unpadded(cut(part, bracketed, 1)), cut(part, bracketed, 2).strip()
        return [NameAndPost(name, post)] if can_be_name(name) and _is_in_unit(post) else []
    words = part.split()
    if len(words) > 1 and can_be_name(words[0]) and _is_in_unit(" ".join(words[1:])):
        return [NameAndPost(words[0], " ".join(words[1:]))]
    if 1 < len(words) <= 3 and is_padded(words) and can_be_name("".join(words)):
        return [NameAndPost("".join(words), "")]
    return [NameAndPost(word, "") for word in words] if all(map(can_be_name, words)) else []


def _is_in_unit(post: str) -> bool:
    return bool(POST_END.search(folded(post))) and unit_of_post(post).unit is not None
