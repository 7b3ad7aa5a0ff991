"""What of a notice stands in no record, is no layout and was not shown as unread: nothing, or the reader has lost it."""

import re
from collections.abc import Iterable, Iterator

from store.reading.names.accounting import covered, runs_of, words_of
from store.reading.prose.head import metadata_lines
from store.reading.regions import ANNEX
from store.reading.result import Reading, Section, TaskFound, Unread
from store.reading.signs.lines import SourceLine, is_furniture, lines_of, without_glosses
from store.reading.signs.signature import is_date
from store.reading.tables.rows import CATEGORY

_HEAD = 150
"""Lines within which the labels of a page's head table are layout."""
_MARK = re.compile(r"^附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?[:.、]? ?(?:1 ?[.、])?")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
"""The date behind the issuer on its line, kept in another form."""


def unaccounted(reading: Reading) -> list[Unread]:
    """The runs of signs that are in no record of their line, in none of the notice as a whole, no layout and not unread."""
    of_line = _strings_of_lines(reading)
    everywhere = words_of("|".join(_strings_of_all(reading)))
    lines = lines_of(without_glosses(reading.source_text))
    layout = {lines[place].number for place in metadata_lines(lines[:_HEAD])}
    layout |= {number for first, last in reading.headers for number in range(first, last + 1)}
    lost: list[Unread] = []
    for line in lines:
        if line.number in layout or line.number in reading.group.source or _is_layout(line):
            continue
        known = words_of("|".join(of_line.get(line.number, ()))) + everywhere
        text = _MARK.sub("", line.folded)
        text = _DATE.sub(" | ", text) if reading.head.issued_on else text
        cells = re.split(r"[|\t]", text)
        lost += [
            Unread(line.number, run)
            for cell in cells
            for run in runs_of("".join(cell.split()))
            if not covered(run, known)
        ]
    return lost


def _is_layout(line: SourceLine) -> bool:
    return bool(is_furniture(line) or ANNEX.fullmatch(line.folded) or is_date(line.folded))


def _strings_of_all(reading: Reading) -> Iterator[str]:
    """What was kept of the notice as a whole, wherever it stands."""
    head = reading.head
    yield from (
        head.title,
        head.document_number or "",
        head.issuer,
        head.addressees,
        *head.annexes,
        head.document_title,
        head.preamble,
    )
    yield from (reading.list_title, reading.group.name, *(column.label for column in reading.columns))
    yield from (row.item for row in reading.rows)
    yield from (extra.text for row in reading.rows for extra in row.extras if extra.label == CATEGORY)
    yield from (member.role for member in reading.roster)
    yield from (finding.message for finding in reading.findings if finding.code in {"R07", "R09"})


def _strings_of_lines(reading: Reading) -> dict[int, list[str]]:
    """The strings of the records that each line is a source of."""
    found: dict[int, list[str]] = {}
    for first, last, strings in (*_sections(reading.work_points), *map(_row, reading.rows)):
        for number in range(first, last + 1):
            found.setdefault(number, []).extend(strings)
    for member in reading.roster:
        found.setdefault(member.source[0], []).extend((member.role, member.name, member.post))
    for unread in reading.unread:
        found.setdefault(unread.line, []).append(unread.text)
    return found


def _sections(sections: Iterable[Section]) -> Iterator[tuple[int, int, list[str]]]:
    for section in sections:
        yield (*section.source, [section.number, section.heading, section.text])
        yield from _sections(section.children)


def _row(row: TaskFound) -> tuple[int, int, list[str]]:
    names = (*row.lead_units, *row.lead_leaders, *row.participant_units, *row.participant_leaders)
    extras = (part for extra in row.extras for part in (extra.label, extra.text))
    return (
        *row.source,
        [row.item, row.number, row.text, *names, row.deadline or "", *row.targets, row.remark, *extras],
    )
