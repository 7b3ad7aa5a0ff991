"""From the lines of a notice to a Reading: body and annexes, each given to the reader of what it holds."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from store.progress import Progress, silent
from store.reading.findings import annex_findings, findings_in
from store.reading.names.owners import Known
from store.reading.names.units import units_found
from store.reading.prose.inline import rows_of_outline
from store.reading.prose.sentences import rows_of_sentences
from store.reading.regions import ANNEX, Parts, read_annex, read_body
from store.reading.result import Head, Reading, SourceFinding, TaskFound, UnitFound, Unread
from store.reading.signs.labels import Declared, declared_by
from store.reading.signs.lines import SourceLine, indices_of
from store.reading.signs.source_text import read_lines
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
    joined: Mapping[str, Collection[int]] | None = None,
    progress: Progress = silent,
) -> Reading:
    """Return what a notice says, from its text, the name of its file and the encoding that it was in.

    `joined` says of rows of its tables, as they stand in the text, which cells go on from the row above.
    """
    source = clean_source(text)
    read = read_lines(source)
    lines = annexes_apart(bars_closed(unrolled(read.text)))
    marks = indices_of(lines, lambda line: ANNEX.fullmatch(line.folded))
    ends = [*marks, len(lines)]
    parts = Parts(pages=read.pages)
    read_body(lines[: ends[0]], parts)
    for start, end in zip(marks, ends[1:], strict=True):
        read_annex(lines[start:end], parts)
    going_on = _going_on(lines, joined or {})
    return _reading(parts, lines, Reading(name, source, encoding), going_on, progress)


def _going_on(lines: Sequence[SourceLine], joined: Mapping[str, Collection[int]]) -> GoingOn:
    """Return by line the cells that go on from the row above."""
    return {line.number: joined[line.text] for line in lines if line.text in joined}


def _reading(
    parts: Parts, lines: Sequence[SourceLine], empty: Reading, going_on: GoingOn, progress: Progress
) -> Reading:
    """Put the parts together, and draw from them what needs them all: tasks, units, findings."""
    tasks = _tasks(parts, _known(parts, lines), going_on, progress)
    units = units_found(parts.members, tasks)
    reading = _with_list(empty, parts)
    reading = replace(reading, rows=tasks, units=units, collectives=_collectives(tasks))
    reading = replace(reading, roster=tuple(parts.members), group=parts.group)
    sections = tuple(node.section() for node in parts.nodes)
    findings = _findings(parts, lines, tasks, units)
    unread = _unread(parts)
    return replace(reading, head=_head(parts), work_points=sections, findings=findings, unread=unread)


def _known(parts: Parts, lines: Sequence[SourceLine]) -> Known:
    """Return what holds for all tasks: the roster's people and units, and who leads where none is said to."""
    people = frozenset(member.name for member in parts.members)
    units = dict.fromkeys(member.unit for member in parts.members if member.unit)
    return Known(people, list(units)[:_MOST_KNOWN], _declared(lines))


def _declared(lines: Sequence[SourceLine]) -> Declared:
    """Return what the first line that declares it says on who leads."""
    for line in lines:
        declared = declared_by(line.text)
        if declared:
            return declared
    return ""


def _tasks(parts: Parts, known: Known, going_on: GoingOn, progress: Progress) -> tuple[TaskFound, ...]:
    """Return the tasks of the tables and those of the text.

    Beside a table a lone point that names owners is none; without a table and such points,
    sentences tell.
    """
    inline = rows_of_outline(parts.nodes, known)
    if not parts.tables:
        return inline or rows_of_sentences(parts.nodes)
    tasks: list[TaskFound] = []
    if len(inline) >= _FEWEST_INLINE:
        tasks += inline
    for _, table in parts.tables:
        tasks += rows_of(table, known, going_on, progress)
    return tuple(tasks)


def _with_list(reading: Reading, parts: Parts) -> Reading:
    """Return a reading with the title and the columns of the first table, and the lines of all headers."""
    if not parts.tables:
        return reading
    title, first = parts.tables[0]
    headers = [words for _, table in parts.tables for words in table.headers]
    return replace(reading, list_title=title, columns=first.columns, headers=tuple(headers))


def _collectives(tasks: Sequence[TaskFound]) -> tuple[str, ...]:
    """Return the wordings that stand for whoever is concerned: those of units, then those of leaders."""
    units = [name for task in tasks for name in task.units]
    leaders = [name for task in tasks for name in task.leaders]
    return tuple(dict.fromkeys(filter(is_collective, [*units, *leaders])))


def _head(parts: Parts) -> Head:
    """Return the head, with the headings of annexes beyond the annex list."""
    listed = parts.head.annexes
    unlisted = [heading for _, heading in parts.headings[len(listed) :] if heading]
    return replace(parts.head, annexes=(*listed, *unlisted))


def _findings(
    parts: Parts, lines: Sequence[SourceLine], tasks: Sequence[TaskFound], units: Sequence[UnitFound]
) -> tuple[SourceFinding, ...]:
    in_text = findings_in(lines, parts.nodes, tasks, units)
    return in_text + annex_findings(parts.head.annexes, parts.headings)


def _unread(parts: Parts) -> tuple[Unread, ...]:
    unread = [Unread(line.number, line.text, taken_for) for line, taken_for in parts.pages]
    for line in parts.unread:
        unread += (Unread(printed.number, printed.text) for printed in line.as_printed())
    return tuple(sorted(unread, key=attrgetter("line")))
