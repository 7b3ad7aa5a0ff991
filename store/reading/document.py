"""From the lines of a notice to a Reading: body and annexes, each given to the reader of what it holds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from store.progress import Progress, silent
from store.reading.findings import annex_findings, findings_in
from store.reading.grid_rows import NO_ROWS, GridRow, GridRows
from store.reading.mentions import Mentions
from store.reading.names.asking import asked_once
from store.reading.names.owners import Known
from store.reading.names.units import units_found
from store.reading.names.words_met import words_met
from store.reading.open_deadlines import open_deadlines
from store.reading.prose.inline import rows_of_outline
from store.reading.prose.left_open import left_open
from store.reading.prose.places import places
from store.reading.prose.sentences import proposals
from store.reading.prose.steps import dated_by_headings, lines_of_steps
from store.reading.regions import ANNEX, Parts, read_annex, read_body, take_members_of_sentences
from store.reading.result import Head, OwnerWord, Reading, SourceFinding, TaskFound, UnitFound, Unread
from store.reading.signs.columns import sided
from store.reading.signs.deadlines import year_of
from store.reading.signs.declarations import Declared, declared_by
from store.reading.signs.letterhead import last_page
from store.reading.signs.lines import SourceLine, indices_of
from store.reading.signs.numbering import numbers_parted
from store.reading.signs.owner_words import STANDARD, OwnerWords
from store.reading.signs.source_text import read_lines
from store.reading.tables.cards import cards_turned
from store.reading.tables.rows import GoingOn, rows_of
from store.reading.tables.unrolled import annexes_apart, bars_closed, unrolled
from store.words.cleaning import clean_source
from store.words.names import is_collective

_FEWEST_INLINE = 2
"""Points with owners that make a text beside a table a list of tasks too."""
_MOST_KNOWN = 200
"""Units of the roster by which wordings in cells are told apart."""


def read_text(
    text: str,
    name: str,
    encoding: str,
    rows: GridRows = NO_ROWS,
    progress: Progress = silent,
    words: OwnerWords = STANDARD,
) -> Reading:
    """Return what a notice says, from its text, the name of its file and the encoding that it was in.

    `rows` are the rows of its tables as cells, by the line that each stands on in the text; `words`
    says which side each word for owners stands for.
    """
    source = clean_source(text)
    grid = _grid_lines(source, rows)
    read = read_lines(source, grid)
    lines = numbers_parted(annexes_apart(bars_closed(unrolled(cards_turned(read.text)))))
    end = last_page(lines)
    parts = Parts(pages=read.pages, foot=[line.text for line in lines[end:]])
    lines = lines[:end]
    marks = indices_of(lines, lambda line: ANNEX.fullmatch(line.folded))
    ends = [*marks, len(lines)]
    read_body(lines[: ends[0]], parts)
    for start, end in zip(marks, ends[1:], strict=True):
        read_annex(lines[start:end], parts)
    take_members_of_sentences(lines, parts)
    going_on = {number: row.going_on for number, row in grid.items()}
    known = _known(parts, lines, words)
    parts.tables = [
        (title, replace(table, columns=sided(table.columns, words))) for title, table in parts.tables
    ]
    empty = Reading(name, source, encoding, grid=rows, words=words)
    return _reading(parts, lines, empty, known, going_on, progress)


def read_again(reading: Reading, words: OwnerWords, progress: Progress = silent) -> Reading:
    """Return what a notice says that was read before, with other sides for some words for owners."""
    name, encoding = reading.source_name, reading.encoding
    again = read_text(reading.source_text, name, encoding, reading.grid, progress, words)
    of_file = [finding for finding in reading.findings if finding.code == "R13"]
    return replace(again, findings=(*of_file, *again.findings))


def _grid_lines(source: str, rows: GridRows) -> dict[int, GridRow]:
    """Return the rows of a document's tables by their lines; rows that print alike stand in their order."""
    found: dict[int, GridRow] = {}
    seen: Counter[str] = Counter()
    for number, text in enumerate(source.split("\n") if rows else (), 1):
        alike = rows.get(text.strip(), ())
        if alike:
            found[number] = alike[min(seen[text], len(alike) - 1)]
            seen[text] += 1
    return found


def _reading(
    parts: Parts,
    lines: Sequence[SourceLine],
    empty: Reading,
    known: Known,
    going_on: GoingOn,
    progress: Progress,
) -> Reading:
    """Put the parts together, and draw from them what needs them all: tasks, units, findings."""
    tasks = _tasks(parts, known, going_on, progress)
    found = places(parts.nodes, parts.preamble)
    offered = proposals(found, tasks, known.people, lines_of_steps(parts.nodes))
    dated = dated_by_headings(parts.nodes, tasks, offered)
    tasks, proposed = dated.tasks, dated.proposed
    units = units_found(parts.members, tasks)
    reading = _with_list(empty, parts)
    reading = replace(reading, rows=tasks, proposed=proposed, units=units, collectives=collectives_of(tasks))
    reading = replace(reading, owner_words=_words_met(tasks, parts, known.words))
    reading = replace(reading, roster=tuple(parts.members), group=parts.group)
    sections = tuple(node.section() for node in parts.nodes)
    odd = _findings(parts, lines, tasks, units, known.words)
    left = left_open(found, tasks, proposed)
    findings = (*odd, *left, *dated.findings, *_open_deadlines(reading, parts))
    unread = _unread(parts, Mentions(units, parts.members))
    return replace(reading, head=_head(parts), work_points=sections, findings=findings, unread=unread)


def _known(parts: Parts, lines: Sequence[SourceLine], words: OwnerWords) -> Known:
    """Return what holds for all tasks: the roster's people and units, and who leads where none is said to."""
    people = frozenset(member.name for member in parts.members)
    units = dict.fromkeys(member.unit for member in parts.members if member.unit)
    return Known(people, list(units)[:_MOST_KNOWN], _declared(lines), words)


def _declared(lines: Sequence[SourceLine]) -> Declared:
    """Return what the first line that declares it says on who leads."""
    for line in lines:
        declared = declared_by(line.text)
        if declared:
            return declared
    return ""


def _tasks(parts: Parts, known: Known, going_on: GoingOn, progress: Progress) -> tuple[TaskFound, ...]:
    """Return the tasks of the tables and those of the text.

    Beside a table a lone point that names owners is none.
    """
    inline = rows_of_outline(parts.nodes, known)
    tasks: list[TaskFound] = []
    if len(inline) >= _FEWEST_INLINE or not parts.tables:
        tasks += inline
    for _, table in parts.tables:
        tasks += rows_of(table, known, going_on, progress)
    return tuple(asked_once(tasks))


def _with_list(reading: Reading, parts: Parts) -> Reading:
    """Return a reading with the title and the columns of the first table, and the lines of all headers."""
    reading = replace(reading, headers=tuple(parts.people_headers))
    if not parts.tables:
        return reading
    title, first = parts.tables[0]
    headers = [words for _, table in parts.tables for words in table.headers]
    return replace(reading, list_title=title, columns=first.columns, headers=(*reading.headers, *headers))


def _words_met(tasks: Sequence[TaskFound], parts: Parts, words: OwnerWords) -> tuple[OwnerWord, ...]:
    columns = [column for _, table in parts.tables for column in table.columns]
    return words_met(tasks, columns, words)


def collectives_of(tasks: Sequence[TaskFound]) -> tuple[str, ...]:
    """Return the wordings that stand for whoever is concerned: those of units, then those of leaders."""
    units = [name for task in tasks for name in task.units]
    leaders = [name for task in tasks for name in task.leaders]
    return tuple(dict.fromkeys(filter(is_collective, [*units, *leaders])))


def _head(parts: Parts) -> Head:
    """Return the head, with the headings of annexes beyond the annex list, and the last page's imprint."""
    listed = parts.head.annexes
    unlisted = [heading for _, heading in parts.headings[len(listed) :] if heading]
    imprint = (*parts.head.imprint, *parts.foot)
    return replace(parts.head, annexes=(*listed, *unlisted), imprint=imprint)


def _findings(
    parts: Parts,
    lines: Sequence[SourceLine],
    tasks: Sequence[TaskFound],
    units: Sequence[UnitFound],
    words: OwnerWords,
) -> tuple[SourceFinding, ...]:
    in_text = findings_in(lines, parts.nodes, tasks, units, words)
    return in_text + annex_findings(parts.head.annexes, parts.headings)


def _open_deadlines(reading: Reading, parts: Parts) -> Iterable[SourceFinding]:
    tasks = (*reading.rows, *(one.task for one in reading.proposed))
    issued_on = parts.head.issued_on
    return open_deadlines(tasks, year_of(parts.head.title or reading.list_title, issued_on), issued_on)


def _unread(parts: Parts, mentions: Mentions) -> tuple[Unread, ...]:
    unread = [Unread(line.number, line.text, taken_for) for line, taken_for in parts.pages]
    for line in parts.unread:
        for printed in line.as_printed():
            unread.append(Unread(printed.number, printed.text, mentions=mentions.of(printed.text)))
    return tuple(sorted(unread, key=attrgetter("line")))
