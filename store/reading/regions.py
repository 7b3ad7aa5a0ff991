"""The regions of a notice, the body and its annexes: each given to the reader of what it holds."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from store.reading.prose.head import HeadRead, read_head
from store.reading.prose.outline import Node
from store.reading.prose.pointing import read_pointed
from store.reading.prose.roster import office_in, starts_roster
from store.reading.prose.roster_sentence import members_in_sentences
from store.reading.prose.rosters import first_roster, rosters_apart
from store.reading.prose.sections_behind import first_section, follows, last_mark
from store.reading.result import Group, Head, Member
from store.reading.signs.contents import parted_from_contents
from store.reading.signs.headings import heading_run
from store.reading.signs.lines import SourceLine, Span, cut, folded, joined
from store.reading.signs.marks import Mark, mark_of
from store.reading.signs.references import basis_of
from store.reading.tables.behind import behind_rows, table_lines
from store.reading.tables.cells import TaskTable
from store.reading.tables.people_table import PeopleTables, read_people_tables
from store.reading.tables.table import find_table, is_table_heading, read_tables

# 附件, 附件1, 附 件 二:.
ANNEX = re.compile(r"附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?[:.、]?")
"""The line over an annex."""
_LONGEST_HEAD = 150
"""Lines before the first point that can be the head: pages put much before their text."""
_MOST_OVER_ANNEX = 6
"""Lines under 附件 within which the annex's heading begins."""
# 关于成立市安全生产委员会的通知, 关于调整临安市信用建设工作领导小组的通知.
_FOUNDED = re.compile(
    "(?:成立|调整|设立|充实|组建)(.{2,60}?(?:领导小组|工作组|工作小组|专班|指挥部|委员会|联席会议|协调小组|小组))"
)
"""A notice on a group names it in its title."""
# 河长制工作领导小组成员名单 is the heading over the roster of 河长制工作领导小组.
_LIST_WORDS = re.compile(r"(?:组成人员|成员|人员)?(?:名单|分工)$")
# 一级指标, 指标性质, 目标值(%): the name of a column.
_COLUMN = re.compile(r"[\u4e00-\u9fff]{2,8}(?:\([^()]{1,6}\))?")
_FEWEST_COLUMNS = 3
_PARAGRAPH_END = ("。", ":", ";", "!")


@dataclass(slots=True)
class Parts:
    """What has been found so far, region after region."""

    head: Head = field(default_factory=Head)
    nodes: list[Node] = field(default_factory=list)
    preamble: list[SourceLine] = field(default_factory=list)
    """The paragraphs outside the sections."""
    members: list[Member] = field(default_factory=list)
    group: Group = field(default_factory=Group)
    tables: list[tuple[str, TaskTable]] = field(default_factory=list)
    """The tables, each with the title over it."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """The headings of annexes, each with the line of 附件 over it."""
    unread: list[SourceLine] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    """The imprint on the last page, behind all annexes."""
    pages: list[tuple[SourceLine, str]] = field(default_factory=list)
    """The lines of the page itself and of the table of contents, each with what it is taken for."""
    role_number: Mark | None = None
    """The number of the last role that has one (四、成员单位), from which sections go on."""
    people_headers: list[Span] = field(default_factory=list)
    """Lines of the headers of rosters that are tables."""

    def take_people(self, found: PeopleTables) -> None:
        """Take the people of tables."""
        self.members += found.members
        self.unread += found.left_over
        self.people_headers += found.headers


def read_body(lines: Sequence[SourceLine], parts: Parts) -> None:
    """Read the notice itself: head, preamble, sections; a table or roster where no annex holds them."""
    lines, contents = parted_from_contents(lines)
    for line in contents:
        parts.pages += ((printed, "目录") for printed in line.as_printed())
    people = read_people_tables(lines)
    parts.take_people(people)
    lines = people.outside
    _look_for_office(lines, people.members, parts)
    table_at = _first_table(lines)
    first_table = table_at if people.first is None else min(table_at, people.first)
    opening = _head_end(lines, first_table)
    of_tables: set[int] = set()
    if table_at < len(lines):
        of_tables = table_lines(lines, table_at, last_mark(lines[opening:table_at]))
    read = read_head(lines, opening, table_at, behind_rows(lines, of_tables))
    unused = [(index, line) for index, line in enumerate(lines) if index not in read.used]
    _take_tables([line for index, line in unused if index in of_tables], read.head.title, parts)
    text, left = _take_roster([line for index, line in unused if index not in of_tables], parts)
    nodes, outside = read_pointed(_parted_at_signature(text, lines, read), _titled_from(lines, read))
    if nodes:
        nodes[0].goes_on = follows(nodes[0].mark, parts.role_number)
    parts.nodes += nodes
    _take_head(read.head, outside, parts)
    parts.unread += left


def _take_head(head: Head, outside: Sequence[SourceLine], parts: Parts) -> None:
    """Take the head, and the paragraphs outside the sections as its preamble."""
    for line in outside:
        if head.title and line.folded.endswith(_PARAGRAPH_END):
            parts.preamble.append(line)
        else:
            parts.unread.append(line)
    words = "\n".join(line.text for line in parts.preamble)
    parts.head = replace(head, basis=basis_of(words), preamble=words)
    named = _FOUNDED.search(folded(head.title))
    if named and parts.members and not parts.group.name:
        parts.group = replace(parts.group, name=cut(head.title, named, 1))


def _first_table(lines: Sequence[SourceLine]) -> int:
    """Return the index of the first table among some lines, from the heading for its rows on.

    It is behind the last line where there is none. Below a numbered section a line like such a heading
    is the next section.
    """
    table_at = find_table(lines)
    if table_at is None:
        return len(lines)
    if not table_at or not is_table_heading(lines[table_at - 1]):
        return table_at
    is_first_number = _first(lines[: table_at - 1], _is_numbered) is None
    return table_at - 1 if is_first_number else table_at


def _head_end(lines: Sequence[SourceLine], table_at: int) -> int:
    """Return the index behind the head: where the first point, roster or table begins."""
    first = _first(lines, lambda line: _is_numbered(line) or starts_roster(line))
    opening = len(lines) if first is None else first
    return min(opening, _LONGEST_HEAD, table_at)


def _is_numbered(line: SourceLine) -> bool:
    return mark_of(line.text) is not None


def _first(lines: Sequence[SourceLine], wanted: Callable[[SourceLine], bool]) -> int | None:
    """Return the index of the first line of a kind, or none."""
    for index, line in enumerate(lines):
        if wanted(line):
            return index
    return None


def _parted_at_signature(
    text: Sequence[SourceLine], lines: Sequence[SourceLine], read: HeadRead
) -> tuple[list[SourceLine], list[SourceLine]]:
    """Return the text before and behind the signature, which each have an outline of their own."""
    signed = 0 if read.signed_at is None else lines[read.signed_at].number
    before = [line for line in text if line.number <= signed]
    behind = [line for line in text if line.number > signed]
    return before, behind


def _titled_from(lines: Sequence[SourceLine], read: HeadRead) -> int | None:
    """Return the number of the first line behind the issued document's heading, if it has one."""
    if read.document_at is None or read.document_at == len(lines):
        return None
    return lines[read.document_at].number


def read_annex(lines: Sequence[SourceLine], parts: Parts) -> None:
    """Read an annex: its heading by the annex list, then a table, a roster, or a text with sections."""
    mark, people = lines[0], read_people_tables(lines[1:])
    parts.take_people(people)
    lines = people.outside
    _look_for_office(lines, people.members, parts)
    table_at = find_table(lines)
    roster_at = first_roster(lines)
    starts = [start for start in (table_at, roster_at, people.first) if start is not None]
    content = min(starts, default=len(lines))
    heading, lines, over = _annex_heading(lines, content, parts.head.annexes)
    parts.headings.append((mark.number, heading))
    parts.unread += over
    if table_at is not None:
        _take_annexed_table(lines, heading, parts)
    elif roster_at is not None:
        _take_annexed_roster(lines, heading, parts)
    elif people.members:
        _name_group(heading, parts)
        parts.unread += lines
    elif _is_flat_table(lines):
        parts.unread += lines
    else:
        nodes, left = read_pointed([lines], None)
        parts.nodes += nodes
        parts.unread += left


def _is_flat_table(lines: Sequence[SourceLine]) -> bool:
    """Tell whether an annex is a table of other columns than a list's, a cell a line.

    Behind 一级指标 and 指标性质 the rows under 一、医疗质量 are no sections.
    """
    first = _first(lines, _is_numbered) or 0
    return first >= _FEWEST_COLUMNS and all(_COLUMN.fullmatch(line.folded) for line in lines[:first])


def _take_annexed_table(lines: Sequence[SourceLine], heading: str, parts: Parts) -> None:
    table_at = _first_table(lines)
    of_tables = table_lines(lines, table_at, last_mark(lines[:table_at]))
    _take_tables([lines[index] for index in sorted(of_tables)], heading, parts)
    _take_sections([line for index, line in enumerate(lines) if index not in of_tables], parts)


def _take_annexed_roster(lines: list[SourceLine], heading: str, parts: Parts) -> None:
    outside, left = _take_roster(lines, parts, heading_is_group=True)
    parts.unread += left
    _take_sections(outside, parts)
    _name_group(heading, parts)


def _take_sections(lines: Sequence[SourceLine], parts: Parts) -> None:
    """Take the sections around what else an annex holds: 二、工作职责 under its roster."""
    is_text = first_section(lines) is not None
    nodes, left = read_pointed([lines], None) if is_text else ([], lines)
    if nodes:
        nodes[0].goes_on = True
    parts.nodes += nodes
    parts.unread += left


def take_members_of_sentences(lines: Sequence[SourceLine], parts: Parts) -> None:
    """Take those whom sentences name as members of the group, where no list names any."""
    if not parts.members:
        parts.members += members_in_sentences(lines)
        _look_for_office(lines, parts.members, parts)


def _name_group(heading: str, parts: Parts) -> None:
    """Name the group by the heading over its roster, where nothing has named it."""
    name = parts.group.name or _LIST_WORDS.sub("", heading)
    parts.group = replace(parts.group, name=name)


def _annex_heading(
    lines: Sequence[SourceLine], content: int, names: Sequence[str]
) -> tuple[str, list[SourceLine], list[SourceLine]]:
    """Return the annex's heading, the lines behind it, and those before it.

    It is one of the names of the annex list, else what ends as titles do.
    """
    lines = list(lines)
    for wanted in (names, ()):
        for start in range(min(content, _MOST_OVER_ANNEX)):
            end = heading_run(lines, start, content, wanted)
            if end > start:
                return joined(lines[start:end]), lines[end:], lines[:start]
    return "", lines, []


def _take_roster(
    lines: list[SourceLine], parts: Parts, heading_is_group: bool = False
) -> tuple[list[SourceLine], list[SourceLine]]:
    """Read the rosters among some lines; return the lines outside them, and those inside left over."""
    rosters, outside = rosters_apart(lines, heading_is_group)
    left: list[SourceLine] = []
    for found in rosters:
        parts.members += found.members
        parts.role_number = found.number
        left += found.rest
        if not found.group.source:
            _look_for_office(lines, found.members, parts)
        elif parts.group.source:
            left += [line for line in lines if line.number in found.group.source]
        else:
            parts.group = replace(found.group, name=parts.group.name)
    return outside, left


def _look_for_office(lines: Sequence[SourceLine], members: Sequence[Member], parts: Parts) -> None:
    """Learn of the group's office from a sentence outside the roster, where none has told of it."""
    if parts.group.source or not members:
        return
    for line in lines:
        office = office_in(line, members)
        if office:
            parts.group = replace(office, name=parts.group.name)
            return


def _take_tables(lines: Sequence[SourceLine], title: str, parts: Parts) -> None:
    """Take the tables among some lines."""
    tables, rest = read_tables(lines)
    parts.tables += [(title, table) for table in tables]
    parts.unread += rest
