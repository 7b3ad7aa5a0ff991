"""The roster (名单) of a leading group: role, name, post, and the sentence on the group's office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from store.reading.names.entries import people_of
from store.reading.names.people import looks_like_name
from store.reading.names.units import unit_of_post
from store.reading.result import Group, Member
from store.reading.signs.lines import SourceLine, folded, span, unpadded

_ROLES = (
    "组长 副组长 常务副组长 第一副组长 第一组长 执行组长 执行副组长 成员 组员 召集人 总召集人 副召集人 顾问 总顾问 "
    "主任 副主任 常务副主任 主任委员 副主任委员 委员 秘书长 副秘书长 总指挥 副总指挥 常务副总指挥 指挥长 副指挥长 政委 负责人 牵头人"
)
_ANY_ROLE = "(" + "|".join(r"\s*".join(role) for role in sorted(_ROLES.split(), key=len, reverse=True)) + ")"
_ROLE = re.compile(rf"{_ANY_ROLE}(?:\s*\([^()]{{2,24}}\)(?=\s*:))?\s*(:|$|\s(?=\s*\S))\s*")
_FIRST_ROLES = re.compile(r"组长|召集人|主任|总指挥|指挥长|顾问|[成组委]员")
_OFFICE_UNIT = re.compile(r"办公室[^。;]{0,12}?设在([^,。;、()]{2,30})")
_OFFICE = re.compile(r"办公室(?:[^。;]{0,12}设在|主任由)|下设办公室|兼任?办公室主任")
_DIRECTOR = re.compile(
    r"主任由([^,。;]{2,40}?)(?:同志)?(?:兼任|担任)|([^,。;、]{2,20}?)(?:同志)?(?:兼任|任|兼)办公室主任"
)
_SENTENCE_END = re.compile(r"[。;!?:]$")
_LONGEST_ROW = 2_000
_NOTE = re.compile(r"\([^()]{2,30}\)")
"""A remark behind a role (按单位排序), which names nobody."""
_ROLE_NOTE = re.compile(rf"{_ANY_ROLE}\s*:?\s*(\([^()]{{2,30}}\))\s*:?\s*$")
_INNER_ROLE = re.compile(rf"{_ANY_ROLE}\s*:")


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What was found of a roster."""

    members: tuple[Member, ...] = ()
    group: Group = field(default_factory=Group)


def starts_roster(line: SourceLine) -> bool:
    """Whether a line opens a roster: the role of a head of the group, alone or with a person behind it."""
    role = _role_of(line.text)
    if role is None or not _FIRST_ROLES.search(folded(role[0])) or not role[2]:
        return False
    return not role[1] or bool(people_of(role[1]))


def read_roster(lines: Sequence[SourceLine]) -> tuple[RosterRead, list[SourceLine]]:
    """The roster in some lines, and the lines that are no part of it."""
    members: list[Member] = []
    group = Group()
    rest: list[SourceLine] = []
    role = ""
    alone: SourceLine | None = None
    for line in (piece for whole in lines for piece in _at_roles(whole)):
        named = _role_of(line.text)
        if named and (role or (named[2] and _FIRST_ROLES.search(folded(named[0])))):
            people = people_of(named[1])
            if people or not named[1] or _NOTE.fullmatch(folded(named[1])):
                rest += [*([alone] if alone else []), *_notes(line)]
                role, alone = named[0], None if people else line
                members += [_member(role, name, post, line) for name, post in people]
                continue
            if named[2]:
                rest += [alone] if alone else []
                role, alone = named[0], None
        if not group.source and (office := office_in(line, members)):
            group = office
        elif role and (people := people_of(line.text)):
            members += [_member(role, name, post, line) for name, post in people]
            alone = None
        else:
            rest.append(line)
    return RosterRead(tuple(members), group), [*rest, *([alone] if alone else [])]


def _notes(line: SourceLine) -> list[SourceLine]:
    """The remark in brackets behind a role (按单位排序), which is no part of it."""
    found = _ROLE_NOTE.match(line.folded)
    return [SourceLine(line.number, line.text[found.start(2) :].strip(" :\uff1a"))] if found else []


def _at_roles(line: SourceLine) -> list[SourceLine]:
    """A line that holds several roles, parted before each."""
    cuts = (
        [found.start() for found in _INNER_ROLE.finditer(line.folded)]
        if len(line.text) <= _LONGEST_ROW
        else []
    )
    edges = sorted({0, *cuts, len(line.text)})
    if len(cuts) < 2:
        return [line]
    return [
        SourceLine(line.number, line.text[start:end].strip())
        for start, end in pairwise(edges)
        if line.text[start:end].strip()
    ]


def _role_of(text: str) -> tuple[str, str, bool] | None:
    """The role that a line begins with, the text behind it, and whether a colon or nothing stands between."""
    found = _ROLE.match(folded(text))
    if not found:
        return None
    return unpadded(text[: found.end(1)]), text[found.end() :].strip(), not found[2].isspace()


def _member(role: str, name: str, post: str, line: SourceLine) -> Member:
    return Member(role, name, post, unit_of_post(post)[0], span([line]))


def office_in(line: SourceLine, members: Sequence[Member]) -> Group | None:
    """The group's office, by the sentence that says where it sits and who heads it."""
    one_width = line.folded
    if not _OFFICE.search(one_width):
        return None
    unit = _OFFICE_UNIT.search(one_width)
    director = _DIRECTOR.search(one_width)
    if not unit and not director:
        return None
    person = (director[1] or director[2]) if director else ""
    known = next((member.name for member in members if member.name in person), None)
    seat = line.text[unit.start(1) : unit.end(1)] if unit else None
    return Group("", seat, known or (person if person and looks_like_name(person) else None), span([line]))
