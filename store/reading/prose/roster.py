"""The roster (名单) of a leading group: role, name, post, and the sentence on the group's office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from store.reading.names.entries import people_of, traits_in
from store.reading.names.entry_words import POST_END
from store.reading.names.people import looks_like_name
from store.reading.prose.members import member_units, members_due, members_in, unit_labelled
from store.reading.prose.roles import (
    RoleFound,
    ends_as_role,
    group_named,
    is_group_name,
    labelled_role_of,
    names_units,
    numbered_role_of,
    role_of,
    role_starts,
)
from store.reading.result import Group, Member
from store.reading.signs.lines import SourceLine, cut, span, text_at, unpadded
from store.reading.signs.marks import Mark, mark_of, without_mark

# 领导小组办公室设在生态环境部.
_OFFICE_UNIT = re.compile(r"办公室[^。;]{0,12}?设在([^,。;、()]{2,30})")
# A sentence on the office; 办公室 alone is a division that a member may be of.
_OFFICE = re.compile(r"办公室(?:[^。;]{0,12}设在|主任由)|下设办公室|兼任?办公室主任")
# 成员:高山、李明下设办公室,办公室设在市水务局: a line end was lost.
OFFICE_BEHIND = re.compile(r"(?:领导小组|工作组|指挥部|专班)?(?:下设办公室|办公室设在)")
"""Where the sentence on the office begins on a line that begins with people."""
_DIRECTOR = re.compile(
    # 办公室主任由赵英民同志兼任.
    r"主任由([^,。;]{2,40}?)(?:同志)?(?:兼任|担任)"
    # 胡廖明同志兼任办公室主任.
    r"|(?:由|以)?([^,。;、]{2,20}?)(?:同志)?(?:兼任|任|兼)办公室主任"
)
_SIGNS = " \t\u3000,;\uff0c\uff1b\u3001。"
"""Signs between the people of one role and those of the next on a line."""
_LONGEST_ROW = 2_000
"""Signs of a line that may hold several roles."""
# 特约代表, 县直部门: a heading over people that is no role of any list; no post, whose line was broken.
_HEADING = re.compile(r"[\u3400-\u9fff\s]{2,16}")
_LONGEST_HEADING = 10
# 于 辉 | 马晓梅 | 王 岗: names in the cells of a table.
_BAR = re.compile(r"[|│┃\t]")


@dataclass(slots=True)
class RosterRead:
    """What was found of a roster, and the lines that are no part of it."""

    members: list[Member] = field(default_factory=list)
    group: Group = field(default_factory=Group)
    rest: list[SourceLine] = field(default_factory=list)
    number: Mark | None = None
    """The number before its last role that has one, from which the text goes on: (三)成员, (四)工作职责."""


def starts_roster(line: SourceLine, below: str = "") -> bool:
    """Tell whether a line opens a roster: the role of a head of the group, alone or with a person.

    Behind a number (一) somebody has to be named, there or in the line below.
    """
    starts = role_starts(line.folded)
    if len(starts) > 1 and starts[0] == 0:
        line = line.saying(line.text[: starts[1]].rstrip(_SIGNS))
    found = role_of(line.text) or numbered_role_of(line.text, below)
    if found is None or not found.may_begin_roster:
        return False
    return not found.behind or bool(people_of(found.behind))


def heads_group(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether a line heads a group within a roster: a role or a person stands under its name."""
    line = lines[index]
    if index + 1 >= len(lines) or not is_group_name(without_mark(line.text)):
        return False
    below = role_of(lines[index + 1].text)
    if below is not None and (below.is_sure or below.may_begin_roster):
        return True
    is_marked = mark_of(line.text) is not None or line.folded.endswith(":")
    return is_marked and bool(people_of(lines[index + 1].text))


def read_roster(lines: Sequence[SourceLine]) -> RosterRead:
    """Return the roster in some lines; a role holds for the lines below it until the next."""
    reader = _Reader()
    pieces: list[SourceLine] = []
    lines = [line.saying(_named_in_cells(line)) if _BAR.search(line.folded) else line for line in lines]
    for index, line in enumerate(lines):
        is_numbered = numbered_role_of(line.text, text_at(lines, index + 1))
        pieces += _at_roles(line.saying(without_mark(line.text)) if is_numbered else line)
    for index in range(len(pieces)):
        reader.take(pieces, index)
    reader.read.rest += reader.waiting_group + reader.waiting_role
    return reader.read


def _named_in_cells(line: SourceLine) -> str:
    """Return what the cells of a row say, as a line of a roster has it: names parted by signs."""
    filled = [cell.strip() for cell in line.cells or _BAR.split(line.text) if cell.strip()]
    if filled and all(map(looks_like_name, filled)):
        return "、".join(filled)
    return "  ".join(filled)


@dataclass(slots=True)
class _Reader:
    """How far a roster has been read, and the role and the group that hold there."""

    read: RosterRead = field(default_factory=RosterRead)
    role: str = ""
    subgroup: str = ""
    has_begun: bool = False
    waiting_group: list[SourceLine] = field(default_factory=list)
    waiting_role: list[SourceLine] = field(default_factory=list)
    """The lines of a group and of a role that nobody has been named for yet."""

    def take(self, lines: Sequence[SourceLine], index: int) -> None:
        """Put a line where it belongs."""
        line = lines[index]
        if (self.has_begun or not index) and heads_group(lines, index):
            self._begin_group(line, without_mark(line.text))
            return
        found = None if _goes_on(lines, index) else self._role(line.text)
        if found and self.has_begun and is_group_name(found.role):
            self._begin_group(line, found.role)
            self._leave_note(found, line)
            found = role_of(found.behind) or found.of_no_role()
        if found is None:
            self._take_without_role(lines, index)
            return
        is_named = self._named(found, line)
        if not is_named:
            self._take_without_role(lines, index)

    def _named(self, found: RoleFound, line: SourceLine) -> bool:
        """Begin with a role; tell whether the line is read with it, in its people or as one that waits."""
        people = members_in(found.behind) or members_due(found.behind)
        if not people and found.is_sure:
            people = member_units(found.behind)
        is_read = bool(people) or not found.behind
        if is_read or found.is_sure:
            self._begin_role(found.role)
        if is_read:
            self.waiting_role = [line] if found.role else []
            self._leave_note(found, line)
            self._add(people, line)
        return is_read

    def _leave_note(self, found: RoleFound, line: SourceLine) -> None:
        """Leave over the remark behind a role (按单位排序), which is no part of it."""
        if found.note:
            self.read.rest.append(line.saying(found.note))

    def _role(self, text: str) -> RoleFound | None:
        found = role_of(text)
        if found and (self.has_begun or found.may_begin_roster):
            return found
        return labelled_role_of(text) if self.has_begun and not unit_labelled(text) else None

    def _begin_group(self, line: SourceLine, heading: str) -> None:
        self._begin_role("")
        self.read.rest += self.waiting_group
        self.waiting_group, self.subgroup = [line], group_named(heading)

    def _begin_role(self, role: str) -> None:
        self.read.rest += self.waiting_role
        self.waiting_role, self.role, self.has_begun = [], role, True

    def _add(self, people: Sequence[Member], line: SourceLine) -> None:
        """Add those of a line in the role and the group that have begun."""
        if not people:
            return
        for member in people:
            placed = replace(member, role=self.role, subgroup=self.subgroup, source=span([line]))
            self.read.members.append(placed)
        self.read.rest += map(line.saying, traits_in(line.text))
        self.waiting_group, self.waiting_role = [], []

    def _take_without_role(self, lines: Sequence[SourceLine], index: int) -> None:
        """Put a line without a role where it belongs: the office, people, a heading, or nowhere."""
        line = lines[index]
        office = None if self.read.group.source else office_in(line, self.read.members)
        if office:
            self.read.group = office
            return
        people = self._people_below_role(line.text) if self.has_begun else []
        if people:
            self._add(people, line)
        elif self.has_begun and self.read.members and _heads_people(lines, index):
            self._begin_role(unpadded(line.text))
            self.waiting_role = [line]
        else:
            self.read.rest.append(line)

    def _people_below_role(self, text: str) -> list[Member]:
        """Return those of a line below a role, a bare name without a surname too: 扎西 below 副组长 alone.

        Where those above have posts beside their names, such a word can be anything.
        """
        people = unit_labelled(text) or members_in(text) or members_due(text)
        if not people and names_units(self.role):
            people = member_units(text)
        if people or not self.role:
            return people
        above = self.read.members[-1:]
        are_bare = bool(self.waiting_role) or not all(member.post for member in above)
        return members_due(text, may_be_unsure=True) if are_bare else []


def _goes_on(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether a line goes on with the post of the line before it (…党组成员、⏎副主任)."""
    return index > 0 and lines[index - 1].folded.endswith(("、", ","))


def _heads_people(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether a short line over people is a heading that no list of roles holds: the people below it
    are not in the role before.
    """
    text = lines[index].folded
    if _goes_on(lines, index) or len(unpadded(text)) > _LONGEST_HEADING or not _HEADING.fullmatch(text):
        return False
    is_post = POST_END.search(text) and not ends_as_role(text)
    if is_post or index + 1 >= len(lines):
        return False
    return bool(people_of(lines[index + 1].text))


def _at_roles(line: SourceLine) -> list[SourceLine]:
    """Return a line that holds several roles, or the office behind its people, parted before each."""
    if len(line.text) > _LONGEST_ROW:
        return [line]
    starts = role_starts(line.folded)
    cuts = starts if len(starts) > 1 else []
    office = OFFICE_BEHIND.search(line.folded) if role_of(line.text) else None
    if office:
        cuts = [*cuts, office.start()]
    if not cuts:
        return [line]
    pieces: list[SourceLine] = []
    for start, end in pairwise(sorted({0, *cuts, len(line.text)})):
        piece = line.piece(start, end)
        words = piece.text.strip(_SIGNS)
        if words:
            pieces.append(piece.saying(words))
    return pieces


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
