"""Tables with several people in a row, each under a role: 单位 | 成员 (姓名, 职务) | 联络员 (姓名, 电话)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from store.reading.names.units import looks_like_unit, post_in_unit, unit_of_post
from store.reading.prose.roles import ROLE as ROLE_WORDS
from store.reading.prose.roles import ends_as_role, group_named, is_role
from store.reading.result import Member
from store.reading.signs.columns import NAMES, columns_of
from store.reading.signs.lines import SourceLine, folded, span, unpadded
from store.reading.signs.marks import without_mark
from store.reading.tables.people_columns import (
    CONTACT,
    FURTHER,
    NUMBER,
    POST,
    SUBGROUP,
    UNIT,
    field_of_people,
)
from store.reading.tables.people_rows import cells_of, named_in_cell

_FEWEST_COLUMNS = 3
_ROLE_AT_END = re.compile(rf"(?:{ROLE_WORDS})$")
# 联络员姓名: the role before the word for names.
_NAMES_OF = re.compile(r"(.{2,12})姓名")
_LABELS = Sequence[tuple[str, str]]
"""The word over each column, before it the one that stands over several."""


class _Block(NamedTuple):
    """The columns of one person of a row: role, name, and the fields of those beside it."""

    role: str
    name: int
    beside: Mapping[int, str]


class _Columns(NamedTuple):
    """The columns that all people of a row share, and those of each."""

    shared: Mapping[int, str]
    blocks: Sequence[_Block]


@dataclass(slots=True)
class BlocksRead:
    """What was read of such a table, and the index behind it."""

    header: Sequence[SourceLine]
    end: int = 0
    members: list[Member] = field(default_factory=list)
    left_over: list[SourceLine] = field(default_factory=list)


def blocks_at(lines: Sequence[SourceLine], start: int) -> BlocksRead | None:
    """Return the people of the table with several in a row that begins with a line, or none."""
    labels, behind = _labels(lines, start)
    columns = _columns(labels)
    if columns is None:
        return None
    read = BlocksRead(lines[start:behind], behind)
    subgroup = ""
    while read.end < len(lines) and _is_row(lines[read.end], lines[start], len(labels)):
        line = lines[read.end]
        cells = cells_of(line)
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and not filled[0].isdecimal():
            subgroup = group_named(without_mark(filled[0]))
        else:
            own = {kind: cells[index] for index, kind in columns.shared.items() if cells[index]}
            subgroup = unpadded(own.get(SUBGROUP, "")) or subgroup
            _take_row(line, columns, own.get(UNIT, ""), subgroup, read)
        read.end += 1
    return read if read.members else None


def _is_row(line: SourceLine, header: SourceLine, width: int) -> bool:
    cells = cells_of(line)
    return line.table == header.table and (len(cells) == width or (bool(line.cells) and len(cells) == 1))


def _take_row(line: SourceLine, columns: _Columns, unit: str, subgroup: str, read: BlocksRead) -> None:
    """Take the people of a row, and leave over what its cells say beyond them."""
    cells = cells_of(line)
    found: list[Member] = []
    further = [cells[index] for index, kind in columns.shared.items() if kind == FURTHER]
    for block in columns.blocks:
        own = {kind: cells[index] for index, kind in block.beside.items() if kind in (POST, UNIT)}
        people = list(_members(block, cells[block.name], own, unit, line))
        found += people
        further += [] if people else [cells[block.name]]
        further += [cells[index] for index, kind in block.beside.items() if kind in (CONTACT, FURTHER)]
    if not found:
        read.left_over.append(line)
        return
    for member in found:
        read.members.append(Member(*_placed(member, subgroup)))
    read.left_over += map(line.saying, filter(None, further))


def _placed(member: Member, subgroup: str) -> tuple[str, str, str, str | None, tuple[int, int], str]:
    return (member.role, member.name, member.post, member.unit, member.source, subgroup)


def _members(
    block: _Block, cell: str, own: Mapping[str, str], shared_unit: str, line: SourceLine
) -> Iterator[Member]:
    unit, post = unpadded(own.get(UNIT, "") or shared_unit), own.get(POST, "")
    full = post_in_unit(post, unit)
    for name, own_post in named_in_cell(cell):
        said = own_post or full
        in_unit = unit if looks_like_unit(unit) and not own_post else unit_of_post(said).unit
        yield Member(block.role, name, said, in_unit, span([line]))


def _labels(lines: Sequence[SourceLine], start: int) -> tuple[_LABELS, int]:
    """Return the words over the columns, in one row or two, and the index behind them."""
    upper = cells_of(lines[start])
    below = cells_of(lines[start + 1]) if start + 1 < len(lines) else ()
    if len(below) == len(upper) and any(map(_is_names, below)) and not any(map(_is_names, upper)):
        labels: list[tuple[str, str]] = []
        over = ""
        for above, word in zip(upper, below, strict=True):
            over = above or over
            labels.append((over, word) if word not in ("", above) else ("", above))
        return labels, start + 2
    return [("", word) for word in upper], start + 1


def _is_names(label: str) -> bool:
    return bool(NAMES.fullmatch(unpadded(folded(label))))


def _columns(labels: _LABELS) -> _Columns | None:
    """Return the columns of people under roles; none where these words head no such table."""
    words = [label for _, label in labels]
    roles = [_role_over(over, label) for over, label in labels]
    names = [index for index, role in enumerate(roles) if role]
    if len(labels) < _FEWEST_COLUMNS or not names or columns_of(words):
        return None
    if len(names) < 2 and not labels[names[0]][0] and is_role(words[names[0]]):
        return None
    shared: dict[int, str] = {}
    blocks: list[_Block] = []
    beside: dict[int, str] = {}
    for index, (over, label) in enumerate(labels):
        kind = field_of_people(label)
        is_own = bool(blocks) and over == labels[blocks[-1].name][0]
        if roles[index]:
            beside = {}
            blocks.append(_Block(roles[index], index, beside))
        elif is_own and (kind in (POST, CONTACT) or (over and kind == UNIT)):
            beside[index] = kind
        elif kind != NUMBER:
            shared[index] = kind if kind in (UNIT, SUBGROUP) and not blocks else FURTHER
    return _Columns(shared, blocks)


def _role_over(over: str, label: str) -> str:
    """Return the role under which a column has names: 联络员姓名, 联络员, 姓名 below 领导小组成员."""
    word = unpadded(folded(label))
    named = _NAMES_OF.fullmatch(word)
    if over and _is_names(label):
        title = unpadded(folded(over))
    elif named:
        title = named[1]
    else:
        return unpadded(label) if is_role(label) and _may_be_column(word) else ""
    role = _ROLE_AT_END.search(title)
    return role.group() if role else title


def _may_be_column(word: str) -> bool:
    """Tell whether a role over a column has names below it: 组长, 成员; no 负责人 or 主任 of a list."""
    return ends_as_role(word) or word.endswith("组长")
