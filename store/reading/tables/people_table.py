"""Rosters as tables: 姓名 | 组内职务 | 单位 | 职务 in any order, or rows that begin with a role."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from store.reading.names.entries import people_of, traits_in
from store.reading.names.entry_words import POST_END
from store.reading.names.people import looks_like_name
from store.reading.names.units import looks_like_unit, post_in_unit, unit_of_post
from store.reading.names.unnamed import unnamed_of
from store.reading.prose.roles import group_named, is_group_name, is_role, role_titled
from store.reading.result import Member
from store.reading.signs.lines import SourceLine, Span, folded, span, unpadded
from store.reading.signs.marks import without_mark
from store.reading.tables.cells import is_total
from store.reading.tables.people_blocks import BlocksRead, blocks_at
from store.reading.tables.people_columns import (
    CONTACT,
    FURTHER,
    NAME,
    NUMBER,
    POST,
    ROLE,
    SUBGROUP,
    UNIT,
    field_of_people,
    role_and_more,
    settled,
)
from store.reading.tables.people_rows import PeopleRow, PeopleRows, named_in_cell, people_rows_at

# 13800000000, 027-87654321 among cells that are told by what they say.
_REACHED = re.compile(r"[\d\s()+-]{7,}")
# 领导小组成员名单: the title over people who belong to a group; 通讯录, 联系表 stand over others.
_OF_GROUP = re.compile(r"组成|成员|小组|专班|委员会|指挥部|领导")
# 注:…, 备注:…: a note in a row of its own.
_NOTE = re.compile(r"备?注|说明")
_SENTENCE = frozenset("。,;:")
_LONGEST_HEADING = 24
_EMPTY = re.compile(r"[-—–/\\]?")


@dataclass(slots=True)
class PeopleTables:
    """The people of the tables among some lines, and the lines that are no part of them."""

    members: list[Member] = field(default_factory=list)
    outside: list[SourceLine] = field(default_factory=list)
    left_over: list[SourceLine] = field(default_factory=list)
    """Lines within the tables, or pieces of them, that nothing was made of."""
    headers: list[Span] = field(default_factory=list)
    first: int | None = None
    """Index of the first line of the first table."""


def read_people_tables(lines: Sequence[SourceLine]) -> PeopleTables:
    """Return the people whom the tables among some lines name."""
    read = PeopleTables()
    index = 0
    while index < len(lines):
        several = blocks_at(lines, index)
        if several:
            _take_blocks(several, index, read)
            index = several.end
            continue
        table = people_rows_at(lines, index)
        if table is None:
            read.outside.append(lines[index])
            index += 1
            continue
        title = lines[index - 1].text if index else ""
        if read.first is None:
            read.first = index
        _take_table(table, title, lines[index : table.end], read)
        index = table.end
    return read


def _take_blocks(several: BlocksRead, index: int, read: PeopleTables) -> None:
    """Take the people of a table that has several in a row."""
    read.members += several.members
    read.left_over += several.left_over
    read.headers.append(span(several.header))
    if read.first is None:
        read.first = index


def _take_table(table: PeopleRows, title: str, lines: Sequence[SourceLine], read: PeopleTables) -> None:
    """Take the people of a table; one that only says how others are reached is left over whole."""
    fields = settled(table.fields, [row.cells for row in table.rows])
    role = role_titled(title)
    if CONTACT in fields and ROLE not in fields and not role and not _OF_GROUP.search(folded(title)):
        read.left_over += lines
        return
    if table.header:
        read.headers.append(span(table.header))
    group = without_mark(title)
    is_further = bool(read.members) and group != title and is_group_name(group)
    reader = _Reader(fields, role, read, group_named(group) if is_further else "")
    for row in table.rows:
        reader.take(row)
    read.left_over += reader.waiting


@dataclass(slots=True)
class _Reader:
    """Reads the rows of a table; a role and a group hold for the rows below whose cells are blank."""

    fields: Sequence[str]
    role: str
    read: PeopleTables
    subgroup: str = ""
    waiting: list[SourceLine] = field(default_factory=list)
    """The lines of a role or a group within the table that nobody stands under yet."""

    def take(self, row: PeopleRow) -> None:
        """Take the people of a row, or the role or group that a row of one cell names for those below."""
        filled = [cell for cell in row.cells if cell]
        if len(filled) == 1 and self._begins(filled[0]):
            self.waiting += row.lines
            return
        if self.fields and [field_of_people(cell) for cell in row.cells] == list(self.fields):
            self.read.headers.append(span(row.lines))
            return
        cells = self._by_field(row.cells)
        role, more = role_and_more(cells.get(ROLE, ""))
        self.role = unpadded(role).rstrip(":\uff1a") or self.role
        self.subgroup = unpadded(cells.get(SUBGROUP, "")) or self.subgroup
        members = [] if not filled or is_total(filled[0]) else self._members(cells, span(row.lines))
        self.read.members += members
        if not members:
            self.read.left_over += row.lines
            return
        self.waiting = []
        further = [more, *traits_in(cells.get(NAME, "")), cells.get(CONTACT, ""), cells.get(FURTHER, "")]
        self._leave(row, further)

    def _leave(self, row: PeopleRow, further: Sequence[str]) -> None:
        """Leave over what a row says beyond its people, each piece on its line."""
        for words in filter(None, further):
            lines = [line for line in row.lines if words in line.text]
            self.read.left_over += [line.saying(words) for line in lines[:1]] or row.lines[:1]

    def _begins(self, words: str) -> bool:
        """Begin with a role or a group where the only cell of a row names one."""
        group = without_mark(words)
        if is_role(words):
            self.role = unpadded(words).rstrip(":\uff1a")
            return True
        if is_group_name(group) or (self.fields and _heads_people(group)):
            self.role, self.subgroup = "", group_named(group)
            return True
        return False

    def _by_field(self, cells: Sequence[str]) -> dict[str, str]:
        """Return the cells by field: by their columns, or by what they say where no column is known."""
        if len(cells) != len(self.fields):
            return _told_by_content(cells)
        found: dict[str, str] = {}
        for kind, cell in zip(self.fields, cells, strict=True):
            if cell and not (_EMPTY.fullmatch(cell) and kind not in (CONTACT, FURTHER)):
                found[kind] = f"{found[kind]} {cell}" if kind in found else cell
        return found

    def _members(self, cells: Mapping[str, str], source: Span) -> list[Member]:
        """Return those whom a row names: by name, or by the unit and office where it has no name."""
        unit, post = unpadded(cells.get(UNIT, "")), cells.get(POST, "")
        full_post = post_in_unit(post, unit)
        own_unit = unit if looks_like_unit(unit) else unit_of_post(full_post).unit
        named = named_in_cell(cells.get(NAME, ""))
        if not named and not full_post:
            return []
        found: list[Member] = []
        for name, own_post in named or [("", "")]:
            said = own_post or full_post
            in_unit = unit_of_post(said).unit if own_post else own_unit
            found.append(Member(self.role, name, said, in_unit, source, self.subgroup))
        return found


def _heads_people(words: str) -> bool:
    """Tell whether the only cell of a row under a header parts the people below it: 县直部门, no 各乡镇长."""
    one_form = folded(words)
    if len(words) > _LONGEST_HEADING or not _SENTENCE.isdisjoint(one_form):
        return False
    return not (POST_END.search(one_form) or _NOTE.match(one_form) or people_of(words) or unnamed_of(words))


def _told_by_content(cells: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by field, told by what they say: number, role, name, the rest a post."""
    found: dict[str, str] = {}
    posts: list[str] = []
    words = _without_padding([cell for cell in cells if cell and not _EMPTY.fullmatch(cell)])
    for index, cell in enumerate(words):
        if not index and cell.isdecimal():
            found[NUMBER] = cell
        elif not index and len(words) > 3 and is_group_name(cell):
            found[SUBGROUP] = cell
        elif _REACHED.fullmatch(folded(cell)):
            found[CONTACT] = cell
        elif is_role(cell) and ROLE not in found:
            found[ROLE] = cell
        elif NAME not in found and _names_in_any(cell):
            found[NAME] = cell
        else:
            posts.append(cell)
    if posts:
        found[POST] = "".join(posts)
    return found


def _names_in_any(cell: str) -> bool:
    """Tell whether a cell under an unknown column names people."""
    return looks_like_name(cell) or bool(people_of(cell))


def _without_padding(words: Sequence[str]) -> list[str]:
    """Return the words of a row, those of a padded name or role as one: 高 and 山 are 高山."""
    found: list[str] = []
    for word in words:
        is_rest = found and len(found[-1]) == 1 and not found[-1].isdecimal()
        if is_rest and (looks_like_name(found[-1] + word) or len(word) == 1):
            found[-1] += word
        else:
            found.append(word)
    return found
