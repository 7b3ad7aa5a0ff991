"""What of a notice is in no record, is no layout and was not shown as unread: nothing, or it is lost."""

import re
from collections.abc import Iterable, Iterator

from store.reading.names.accounting import covered, runs_of, words_of
from store.reading.prose.page_table import page_table
from store.reading.prose.roles import ROLE, group_named
from store.reading.prose.roster import OFFICE_BEHIND
from store.reading.regions import ANNEX
from store.reading.result import Reading, Section, TaskFound, Unread
from store.reading.signs.lines import SourceLine, Span, folded
from store.reading.signs.marks import without_mark
from store.reading.signs.signature import is_date, without_date
from store.reading.signs.source_text import read_lines
from store.reading.tables.rows import CATEGORY

_HEAD = 150
"""Lines within which the labels of a page's head table are layout."""
# 附件1:1.领导小组成员名单, 主送:各单位: the word and the numbers are layout, the names are kept.
_MARK = re.compile(r"^主 ?送 ?:|^附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?[:.、]? ?(?:1 ?[.、])?")

# …、县财政局(四)成员单位:…: the number before a role is layout.
_ROLE_NUMBER = re.compile(
    rf"(?:\([一二三四五六七八九十]{{1,3}}\)|[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、])"
    rf"(?= ?(?:{ROLE}|成员单位) ?(?:\([^()]{{2,30}}\))? ?(?::|$))"
)
# 2 | 狄 仁 | 县公安局副局长: the number of a row in a roster is layout.
_ROW_NUMBER = re.compile(r"^\|? ?\d{1,4} ?(?=[|\t])")
_LIST_WORDS = ("成员名单", "组成人员名单", "人员分工", "名单", "分工")
"""What the heading over a group within the roster says beyond its name."""

Kept = tuple[Span, list[str]]
"""The strings of a record, and the lines that they came from."""


def unaccounted(reading: Reading) -> list[Unread]:
    """Return the runs of signs that are in no record of their line or of all, no layout and not unread.

    The number of the heading over a group within the roster (第一条, (一)) is layout.
    """
    of_line = _strings_of_lines(reading)
    everywhere = words_of("|".join(_strings_of_all(reading)))
    lost: list[Unread] = []
    for line in _lines_with_words(reading):
        own = [string for number in line.numbers for string in of_line.get(number, ())]
        known = words_of("|".join(own)) + everywhere
        for run in _runs(line, reading):
            if not covered(run, known):
                lost.append(Unread(line.number, run))
    return lost


def _lines_with_words(reading: Reading) -> Iterator[SourceLine]:
    """Give the lines of the source that are not layout as a whole."""
    lines = read_lines(reading.source_text).text
    layout = {lines[index].number for index in page_table(lines[:_HEAD])[0]}
    for first, last in reading.headers:
        layout.update(range(first, last + 1))
    for line in lines:
        if line.number not in layout and not _is_layout(line):
            yield line


def _runs(line: SourceLine, reading: Reading) -> Iterator[str]:
    """Give the runs of word signs in a line, cell by cell."""
    text = _ROLE_NUMBER.sub("", _MARK.sub("", _without_group(line, reading)))
    if any(member.source[0] in line.numbers for member in reading.roster):
        text = _ROW_NUMBER.sub("", text)
    if reading.head.issued_on:
        text = without_date(text)
    for cell in re.split(r"[|\t]", text):
        yield from runs_of("".join(cell.split()))


def _without_group(line: SourceLine, reading: Reading) -> str:
    """Return a folded line without the number of a group's heading, and the sentence on its office."""
    heading = without_mark(line.text)
    named = group_named(heading)
    if any(named == member.subgroup for member in reading.roster):
        return folded(heading)
    if not any(number in line.numbers for number in reading.group.source):
        return line.folded
    office = OFFICE_BEHIND.search(line.folded)
    names_people = any(member.source[0] in line.numbers for member in reading.roster)
    return line.folded[: office.start()] if office and names_people else ""


def _is_layout(line: SourceLine) -> bool:
    if is_date(line.folded):
        return True
    return ANNEX.fullmatch(line.folded) is not None


def _strings_of_all(reading: Reading) -> Iterator[str]:
    """Give what was kept of the notice as a whole, wherever it stands."""
    head = reading.head
    yield from (head.title, head.document_number or "", head.issuer, head.addressees)
    yield from (*head.annexes, head.document_title, head.preamble, *head.imprint)
    yield from (reading.list_title, reading.group.name)
    yield from (column.label for column in reading.columns)
    for task in reading.rows:
        yield task.item
        yield from (extra.text for extra in task.extras if extra.label == CATEGORY)
    for member in reading.roster:
        yield from (member.role, *(member.subgroup + words for words in _LIST_WORDS))
    yield from (finding.message for finding in reading.findings if finding.code in {"R07", "R09"})


def _strings_of_lines(reading: Reading) -> dict[int, list[str]]:
    """Return the strings of the records that each line is a source of."""
    found: dict[int, list[str]] = {}
    for (first, last), strings in (*_sections(reading.work_points), *map(_task, reading.rows)):
        for number in range(first, last + 1):
            found.setdefault(number, []).extend(strings)
    for member in reading.roster:
        strings = found.setdefault(member.source[0], [])
        strings += (member.role, member.name, member.post)
    for unread in reading.unread:
        found.setdefault(unread.line, []).append(unread.text)
    return found


def _sections(sections: Iterable[Section]) -> Iterator[Kept]:
    for section in sections:
        yield section.source, [section.number, section.heading, section.text]
        yield from _sections(section.children)


def _task(task: TaskFound) -> Kept:
    strings = [task.item, task.number, task.text, *_names(task)]
    strings += [task.deadline or "", *task.targets, task.remark]
    for extra in task.extras:
        strings += (extra.label, extra.text)
    return task.source, strings


def _names(task: TaskFound) -> tuple[str, ...]:
    return task.lead_units + task.lead_leaders + task.participant_units + task.participant_leaders
