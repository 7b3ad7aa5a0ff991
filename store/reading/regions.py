"""The regions of a notice, the body and its annexes: each given to the reader of what it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from store.reading.prose.head import read_head
from store.reading.prose.outline import Node, read_outline
from store.reading.prose.roster import office_in, read_roster, starts_roster
from store.reading.result import Group, Head, Member
from store.reading.signs.headings import heading_run
from store.reading.signs.lines import SourceLine, folded, joined
from store.reading.signs.marks import mark_of
from store.reading.signs.references import basis_of
from store.reading.tables.cells import TaskTable
from store.reading.tables.table import find_table, is_table_heading, read_tables

ANNEX = re.compile(r"附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?[:.、]?")
"""The line over an annex."""
_LONGEST_HEAD = 150
_FOUNDED = re.compile(
    "(?:成立|调整|设立|充实|组建)(.{2,60}?(?:领导小组|工作组|工作小组|专班|指挥部|委员会|联席会议|协调小组|小组))"
)
"""A notice on a group names it in its title."""
_PARAGRAPH_END = ("。", ":", ";", "!")


@dataclass(slots=True)
class Parts:
    """What has been found so far, region after region."""

    head: Head = field(default_factory=Head)
    nodes: list[Node] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    group: Group = field(default_factory=Group)
    tables: list[tuple[str, TaskTable]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    unread: list[SourceLine] = field(default_factory=list)


def read_body(lines: Sequence[SourceLine], parts: Parts) -> None:
    """The notice itself: head, preamble, sections; a table or a roster where it has no annex for them."""
    opening = next(
        (place for place, line in enumerate(lines) if mark_of(line.text) or starts_roster(line)), len(lines)
    )
    opening = min(opening, _LONGEST_HEAD)
    table_at = find_table(lines)
    if (
        table_at
        and is_table_heading(lines[table_at - 1])
        and not any(mark_of(line.text) for line in lines[: table_at - 1])
    ):
        table_at -= 1
    opening = opening if table_at is None else min(opening, table_at)
    read = read_head(lines, opening)
    titled_from = (
        lines[read.document_at].number
        if read.document_at is not None and read.document_at < len(lines)
        else None
    )
    table_lines = [
        line
        for place, line in enumerate(lines)
        if place not in read.used and table_at is not None and place >= table_at
    ]
    before = [
        line
        for place, line in enumerate(lines)
        if place not in read.used and (table_at is None or place < table_at)
    ]
    signed = lines[read.signed_at].number if read.signed_at is not None else 0
    before, roster_rest = _take_roster(before, parts)
    outline = [
        [line for line in before if line.number <= signed],
        [line for line in before if line.number > signed],
    ]
    nodes, rest = read_outline(outline, titled_from)
    parts.nodes += nodes
    preamble: list[SourceLine] = []
    for line in rest:
        (preamble if read.head.title and line.folded.endswith(_PARAGRAPH_END) else parts.unread).append(line)
    parts.unread += roster_rest
    words = "\n".join(line.text for line in preamble)
    parts.head = replace(read.head, basis=basis_of(words), preamble=words)
    named = _FOUNDED.search(folded(read.head.title))
    if named and parts.members and not parts.group.name:
        parts.group = replace(parts.group, name=read.head.title[named.start(1) : named.end(1)])
    if table_at is not None:
        _take_table(table_lines, read.head.title, parts)


def read_annex(lines: Sequence[SourceLine], parts: Parts) -> None:
    """An annex: its heading by the annex list, then a table, a roster, or a text with sections."""
    mark, lines = lines[0], lines[1:]
    table_at = find_table(lines)
    roster_at = next((place for place, line in enumerate(lines) if starts_roster(line)), None)
    content = min((place for place in (table_at, roster_at) if place is not None), default=len(lines))
    heading, lines, rest = _annex_heading(lines, content, parts.head.annexes)
    parts.headings.append((mark.number, heading))
    if table_at is not None:
        table_at = find_table(lines) or 0
        table_at -= table_at > 0 and is_table_heading(lines[table_at - 1])
        parts.unread += [*rest, *lines[:table_at]]
        _take_table(lines[table_at:], heading, parts)
    elif roster_at is not None:
        before, after = _take_roster(lines, parts)
        parts.unread += [*rest, *before, *after]
        group = re.sub(r"(?:组成人员|成员|人员)?(?:名单|分工)$", "", heading)
        parts.group = replace(parts.group, name=parts.group.name or group)
    else:
        nodes, left = read_outline([lines], None)
        parts.nodes += nodes
        parts.unread += [*rest, *left]


def _annex_heading(
    lines: Sequence[SourceLine], content: int, names: Sequence[str]
) -> tuple[str, list[SourceLine], list[SourceLine]]:
    """The annex's heading, the lines behind it, and those before it."""
    for wanted in (names, ()):
        for start in range(min(content, 6)):
            end = heading_run(lines, start, content, wanted)
            if end > start:
                return joined(lines[start:end]), list(lines[end:]), list(lines[:start])
    return "", list(lines), []


def _take_roster(lines: list[SourceLine], parts: Parts) -> tuple[list[SourceLine], list[SourceLine]]:
    """Read the roster among some lines; the lines outside it, and those inside that it has no place for."""
    start = next((place for place, line in enumerate(lines) if starts_roster(line)), None)
    if start is None:
        return lines, []
    end = next((place for place in range(start, len(lines)) if _ends_roster(lines[place])), len(lines))
    found, rest = read_roster(lines[start:end])
    parts.members += found.members
    if found.group.source and parts.group.source:
        rest += [line for line in lines if line.number in found.group.source]
    elif found.group.source:
        parts.group = replace(found.group, name=parts.group.name)
    elif not parts.group.source and found.members:
        outside = (office for line in lines if (office := office_in(line, found.members)))
        parts.group = replace(next(outside, Group()), name=parts.group.name)
    return [*lines[:start], *lines[end:]], rest


def _ends_roster(line: SourceLine) -> bool:
    mark = mark_of(line.text)
    return mark is not None and mark.rank < 2


def _take_table(lines: Sequence[SourceLine], title: str, parts: Parts) -> None:
    tables, rest = read_tables(lines)
    parts.tables += [(title, table) for table in tables]
    parts.unread += rest
