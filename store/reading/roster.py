"""The roster (名单) of a leading group: role, name, post, and the sentence on the group's office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.reading.lines import Line, folded, span, unpadded
from store.reading.marks import mark_of
from store.reading.people import looks_like_name, names_in
from store.reading.result import Group, Member
from store.reading.units import unit_of_post

_ROLES = (
    "组长 副组长 常务副组长 第一副组长 第一组长 执行组长 执行副组长 成员 组员 召集人 总召集人 副召集人 顾问 总顾问 "
    "主任 副主任 常务副主任 主任委员 副主任委员 委员 秘书长 副秘书长 总指挥 副总指挥 常务副总指挥 指挥长 副指挥长 政委 负责人 牵头人"
)
_ROLE = re.compile(
    "(" + "|".join(r"\s*".join(role) for role in sorted(_ROLES.split(), key=len, reverse=True)) + r")\s*(:|$|\s(?=\s*\S))\s*"
)
_FIRST_ROLES = re.compile(r"组长|召集人|主任|总指挥|指挥长|顾问|[成组委]员")
_OFFICE_UNIT = re.compile(r"办公室[^。;]{0,12}?设在([^,。;、()]{2,30})")
_OFFICE = re.compile(r"办公室(?:[^。;]{0,12}设在|主任由)|下设办公室|兼任?办公室主任")
_DIRECTOR = re.compile(r"主任由([^,。;]{2,40}?)(?:同志)?(?:兼任|担任)|([^,。;、]{2,20}?)(?:同志)?(?:兼任|任|兼)办公室主任")
_SENTENCE_END = re.compile(r"[。;!?:]$")
_GLUED_POST = re.compile(r"(.{2,4}?|[^()\s]{1,8}[·•‧][^()\s]{1,12})\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?")


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What was found of a roster."""

    members: tuple[Member, ...] = ()
    group: Group = field(default_factory=Group)


def starts_roster(line: Line) -> bool:
    """Whether a line opens a roster: the role of a head of the group, alone or with a person behind it."""
    role = _role_of(line.text)
    if role is None or not _FIRST_ROLES.search(folded(role[0])) or not role[2]:
        return False
    return not role[1] or bool(_people_of(role[1]))


def read_roster(lines: Sequence[Line]) -> tuple[RosterRead, list[Line]]:
    """The roster in some lines, and the lines that are no part of it."""
    members: list[Member] = []
    group = Group()
    rest: list[Line] = []
    role = ""
    for line in lines:
        named = _role_of(line.text)
        if named and (role or (named[2] and _FIRST_ROLES.search(folded(named[0])))):
            people = _people_of(named[1])
            if people or not named[1]:
                role = named[0]
                members += [_member(role, name, post, line) for name, post in people]
                continue
        if not group.source and _OFFICE.search(line.text) and (office := _office(line, members)):
            group = office
        elif role and (people := _people_of(line.text)):
            members += [_member(role, name, post, line) for name, post in people]
        else:
            rest.append(line)
    return RosterRead(tuple(members), group), rest


def _role_of(text: str) -> tuple[str, str, bool] | None:
    """The role that a line begins with, the text behind it, and whether a colon or nothing stands between."""
    found = _ROLE.match(folded(text))
    if not found:
        return None
    return unpadded(text[: found.end(1)]), text[found.end() :].strip(), not found[2].isspace()


def _people_of(text: str) -> list[tuple[str, str]]:
    """The people that a roster line names, each with the post; none where it is no roster line."""
    one_width = folded(text)
    if not text or len(text) > 120 or _SENTENCE_END.search(one_width) or "。" in text or mark_of(text):
        return []
    bracketed = _GLUED_POST.fullmatch(one_width)
    if bracketed and looks_like_name(bracketed[1]):
        return [(unpadded(text[: bracketed.end(1)]), text[bracketed.start(2) : bracketed.end(2)].strip())]
    tokens = text.split()
    for used in (1, 2, 3):
        name = "".join(tokens[:used])
        if looks_like_name(name) and (used == 1 or len(tokens[0]) == 1) and not _all_names(tokens[used:]):
            post = text.split(maxsplit=used)[used] if len(tokens) > used else ""
            return [(name, post.strip())]
    if _all_names(tokens):
        return [(name, "") for name in names_in(text)]
    if len(tokens) > 1 and looks_like_name(tokens[-1]) and unit_of_post(tokens[-2]) != (None, False, False):
        return [(tokens[-1], " ".join(text.split()[:-1]))]
    return []


def _all_names(tokens: Sequence[str]) -> bool:
    names = names_in(" ".join(tokens)) if tokens else ()
    return bool(names) and all(looks_like_name(name) for name in names)


def _member(role: str, name: str, post: str, line: Line) -> Member:
    return Member(role, name, post, unit_of_post(post)[0], span([line]))


def _office(line: Line, members: Sequence[Member]) -> Group | None:
    """The group's office, by the sentence that says where it sits and who heads it."""
    one_width = line.folded
    unit = _OFFICE_UNIT.search(one_width)
    director = _DIRECTOR.search(one_width)
    if not unit and not director:
        return None
    person = (director[1] or director[2]) if director else ""
    known = next((member.name for member in members if member.name in person), None)
    return Group("", unit[1] if unit else None, known or (person if person and looks_like_name(person) else None), span([line]))
