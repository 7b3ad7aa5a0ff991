"""Members of a group in a text: by name, by office alone, or as bodies without anybody's name."""

import re
from collections.abc import Sequence

from store.reading.names.accounting import left_over
from store.reading.names.due import people_due
from store.reading.names.entries import people_of
from store.reading.names.entry_words import NameAndPost
from store.reading.names.units import looks_like_unit, post_in_unit, unit_of_post, units_in
from store.reading.names.unnamed import single, unnamed_of
from store.reading.result import Member
from store.reading.signs.lines import cut, folded, unpadded

_NOWHERE = (0, 0)
"""The source of a member until the roster that is read knows the line."""
_MOST_UNNAMED = 20
"""Offices behind the people of a line: 高山(局长)、各市属企业主要负责人."""
_END = "、,;。 "
_UNIT_LABEL = re.compile(r"([^:,;、。]{3,20}?)\s*:\s*")
# 市发改委, 团县委; 综合协调办公室 may be a group within the group.
_LEVEL = re.compile(r"(?:中共|团|国家)?[省市州区县旗镇乡]")


def members_in(text: str) -> list[Member]:
    """Return those whom a text names, by name or by office alone: 高山(市水务局)、各县区主要负责同志."""
    return _named(people_of(text)) or _named_and_unnamed(text) or _unnamed(text)


def members_due(text: str, may_be_unsure: bool = False) -> list[Member]:
    """Return those whom a text names that holds nothing but names, with surnames that are known or not."""
    due = people_due(text)
    return _named(due.people) if due.is_sure or may_be_unsure else []


def member_units(text: str) -> list[Member]:
    """Return the bodies of a text that names bodies and nothing else: 成员单位:县发改局、县财政局."""
    units = units_in(text[: len(folded(text).rstrip(_END))])
    if "。" in text[:-1] or not units or not all(map(looks_like_unit, units)):
        return []
    if left_over(text, "".join(units)):
        return []
    return [Member("", "", unit, single(unit), _NOWHERE) for unit in units]


def unit_labelled(text: str) -> list[Member]:
    """Return those whom a unit before a colon sends: 市发改委:阮玲 副主任 is 阮玲, 市发改委副主任."""
    found = _UNIT_LABEL.match(folded(text))
    unit = unpadded(cut(text, found, 1)) if found else ""
    if found is None or not looks_like_unit(unit) or not _LEVEL.match(unit):
        return []
    posts: list[NameAndPost] = []
    for name, post in people_of(text[found.end() :]):
        if unit_of_post(post).unit not in (None, unit):
            return []
        posts.append(NameAndPost(name, post_in_unit(post, unit)))
    return [Member("", name, post, unit, _NOWHERE) for name, post in posts]


def _named(people: Sequence[NameAndPost]) -> list[Member]:
    return [Member("", name, post, unit_of_post(post).unit, _NOWHERE) for name, post in people]


def _unnamed(text: str) -> list[Member]:
    return [Member("", "", one.post, one.unit, _NOWHERE) for one in unnamed_of(text)]


def _named_and_unnamed(text: str) -> list[Member]:
    """Return people and, behind them, those by their offices alone; none where a text is not both."""
    signs = [index for index, sign in enumerate(folded(text)) if sign in "、,;"]
    for index in reversed(signs[-_MOST_UNNAMED:]):
        people, offices = people_of(text[:index]), _unnamed(text[index + 1 :])
        if people and offices:
            return [*_named(people), *offices]
    return []
