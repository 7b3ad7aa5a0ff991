"""The roster (名单) of a leading group: role, name, post, and the sentence on the group's office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from store.reading.names.entries import NameAndPost, people_of
from store.reading.names.people import looks_like_name
from store.reading.names.units import unit_of_post
from store.reading.result import Group, Member
from store.reading.signs.lines import SourceLine, cut, folded, span, unpadded

_ROLES = (
    "组长 副组长 常务副组长 第一副组长 第一组长 执行组长 执行副组长 成员 组员 召集人 总召集人 副召集人 顾问 总顾问 "
    "主任 副主任 常务副主任 主任委员 副主任委员 委员 秘书长 副秘书长 总指挥 副总指挥 常务副总指挥 指挥长 副指挥长 政委 负责人 牵头人"
)
# Longer roles first (副组长 before 组长), each as the layout may have padded it (组　长).
_ANY_ROLE = "(" + "|".join(r"\s*".join(role) for role in sorted(_ROLES.split(), key=len, reverse=True)) + ")"
# 组长:盛继亮; 成员(按单位排序):…; 副组长 徐涛; 成　员 alone on its line.
_ROLE = re.compile(rf"{_ANY_ROLE}(?:\s*\([^()]{{2,24}}\)(?=\s*:))?\s*(:|$|\s(?=\s*\S))\s*")
# A roster begins with one of these; a line that begins with 负责人 or 秘书长 is mostly none.
_FIRST_ROLES = re.compile(r"组长|召集人|主任|总指挥|指挥长|顾问|[成组委]员")
# 领导小组办公室设在生态环境部.
_OFFICE_UNIT = re.compile(r"办公室[^。;]{0,12}?设在([^,。;、()]{2,30})")
# A sentence on the office; 办公室 alone is a division that a member may be of.
_OFFICE = re.compile(r"办公室(?:[^。;]{0,12}设在|主任由)|下设办公室|兼任?办公室主任")
_DIRECTOR = re.compile(
    # 办公室主任由赵英民同志兼任.
    r"主任由([^,。;]{2,40}?)(?:同志)?(?:兼任|担任)"
    # 胡廖明同志兼任办公室主任.
    r"|([^,。;、]{2,20}?)(?:同志)?(?:兼任|任|兼)办公室主任"
)
_LONGEST_ROW = 2_000
"""Signs of a line that may hold several roles."""
# 委  员:(按单位排序).
_NOTE = re.compile(r"\([^()]{2,30}\)")
"""A remark behind a role, which names nobody."""
# The same with its role: 委  员:(按单位排序).
_ROLE_NOTE = re.compile(rf"{_ANY_ROLE}\s*:?\s*(\([^()]{{2,30}}\))\s*:?\s*$")
# 组长:盛继亮 副组长:徐涛 on one line. No text here has it; kept for copies from PDF.
_INNER_ROLE = re.compile(rf"{_ANY_ROLE}\s*:")


class RoleFound(NamedTuple):
    """The role that a line begins with, the text behind it, and whether a colon or nothing stands between."""

    role: str
    behind: str
    is_sure: bool

    @property
    def may_begin_roster(self) -> bool:
        """Whether it is surely the role of a head or a member of the group."""
        return self.is_sure and bool(_FIRST_ROLES.search(folded(self.role)))


@dataclass(slots=True)
class RosterRead:
    """What was found of a roster, and the lines that are no part of it."""

    members: list[Member] = field(default_factory=list)
    group: Group = field(default_factory=Group)
    rest: list[SourceLine] = field(default_factory=list)

    def take(self, people: Sequence[NameAndPost], role: str, line: SourceLine) -> None:
        """Add the people of a line in a role."""
        for name, post in people:
            unit = unit_of_post(post).unit
            self.members.append(Member(role, name, post, unit, span([line])))


def starts_roster(line: SourceLine) -> bool:
    """Tell whether a line opens a roster: the role of a head of the group, alone or with a person."""
    found = _role_of(line.text)
    if found is None or not found.may_begin_roster:
        return False
    return not found.behind or bool(people_of(found.behind))


def read_roster(lines: Sequence[SourceLine]) -> RosterRead:
    """Return the roster in some lines; a role holds for the lines below it until the next."""
    read = RosterRead()
    role = ""
    alone: list[SourceLine] = []  # the line of a role that nobody has been named for yet
    for line in _pieces(lines):
        found = _role_of(line.text)
        if found and (role or found.may_begin_roster):
            people = people_of(found.behind)
            named = bool(people) or _names_nobody(found.behind)
            if named or found.is_sure:
                read.rest += alone
                role, alone = found.role, []
            if named:
                read.rest += _notes(line)
                read.take(people, role, line)
                alone = [] if people else [line]
                continue
        alone = _take_line(line, role, alone, read)
    read.rest += alone
    return read


def _names_nobody(behind: str) -> bool:
    """Tell whether nothing stands behind a role, or a remark only."""
    return not behind or _NOTE.fullmatch(folded(behind)) is not None


def _take_line(line: SourceLine, role: str, alone: list[SourceLine], read: RosterRead) -> list[SourceLine]:
    """Put a line without a role where it belongs; return the line of a role that still waits for a name."""
    office = None if read.group.source else office_in(line, read.members)
    if office:
        read.group = office
        return alone
    people = people_of(line.text) if role else []
    if people:
        read.take(people, role, line)
        return []
    read.rest.append(line)
    return alone


def _pieces(lines: Sequence[SourceLine]) -> list[SourceLine]:
    return [piece for line in lines for piece in _at_roles(line)]


def _notes(line: SourceLine) -> list[SourceLine]:
    """Return the remark in brackets behind a role (按单位排序), which is no part of it."""
    found = _ROLE_NOTE.match(line.folded)
    if found is None:
        return []
    note = line.text[found.start(2) :]
    return [line.saying(note.strip(" :\uff1a"))]


def _at_roles(line: SourceLine) -> list[SourceLine]:
    """Return a line that holds several roles parted before each."""
    if len(line.text) > _LONGEST_ROW:
        return [line]
    cuts = [found.start() for found in _INNER_ROLE.finditer(line.folded)]
    if len(cuts) < 2:
        return [line]
    pieces: list[SourceLine] = []
    for start, end in pairwise(sorted({0, *cuts, len(line.text)})):
        piece = line.piece(start, end)
        if piece.text:
            pieces.append(piece)
    return pieces


def _role_of(text: str) -> RoleFound | None:
    """Return the role that a line begins with, or none."""
    found = _ROLE.match(folded(text))
    if not found:
        return None
    role = unpadded(cut(text, found, 1))
    behind = text[found.end() :].strip()
    return RoleFound(role, behind, not found[2].isspace())


def office_in(line: SourceLine, members: Sequence[Member]) -> Group | None:
    """Return the group's office, by the sentence that says where it sits and who heads it."""
    if not _OFFICE.search(line.folded):
        return None
    unit = _OFFICE_UNIT.search(line.folded)
    director = _DIRECTOR.search(line.folded)
    if not unit and not director:
        return None
    seat = cut(line.text, unit, 1) if unit else None
    named = (director[1] or director[2]) if director else ""
    return Group("", seat, _director(named, members), span([line]))


def _director(named: str, members: Sequence[Member]) -> str | None:
    """Return who heads the office: the member that the words name, else the words where they are a name."""
    for member in members:
        if member.name in named:
            return member.name
    return named if named and looks_like_name(named) else None
