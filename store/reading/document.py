"""From the lines of a notice to a Reading: the body and its annexes, each given to the reader of what it holds."""

from collections.abc import Sequence
from dataclasses import replace

from store.reading.findings import annex_findings, findings_in
from store.reading.names.owners import Known
from store.reading.names.units import units_found
from store.reading.prose.inline import rows_of_outline
from store.reading.prose.sentences import rows_of_sentences
from store.reading.regions import ANNEX, Parts, read_annex, read_body
from store.reading.result import Reading, TaskFound, Unread
from store.reading.signs.labels import Declared, declared_by
from store.reading.signs.lines import SourceLine, is_furniture, lines_of, without_glosses
from store.reading.tables.rows import rows_of
from store.reading.tables.unrolled import annexes_apart, bars_closed, unrolled
from store.words.cleaning import clean_source
from store.words.names import is_collective

_FEWEST_INLINE = 2
"""Points with owners that make a text beside a table a list of tasks too."""
_MOST_KNOWN = 200
"""Units of the roster by which wordings in cells are told apart."""


def read_text(text: str, name: str, encoding: str) -> Reading:
    """What a notice says."""
    source = clean_source(text)
    lines = annexes_apart(
        bars_closed(unrolled([line for line in lines_of(without_glosses(source)) if not is_furniture(line)]))
    )
    marks = [place for place, line in enumerate(lines) if ANNEX.fullmatch(line.folded)]
    parts = Parts()
    read_body(lines[: marks[0]] if marks else lines, parts)
    for start, end in zip(marks, [*marks[1:], len(lines)], strict=False):
        read_annex(lines[start:end], parts)
    return _reading(parts, lines, Reading(name, source, encoding))


def _reading(parts: Parts, lines: Sequence[SourceLine], empty: Reading) -> Reading:
    """Put the parts together, and draw from them what needs them all: tasks, units, findings."""
    people = frozenset(member.name for member in parts.members)
    units = list(dict.fromkeys(member.unit for member in parts.members if member.unit))[:_MOST_KNOWN]
    declared: Declared = next(filter(None, (declared_by(line.text) for line in lines)), "")
    known = Known(people, units, declared)
    rows: tuple[TaskFound, ...] = tuple(row for _, table in parts.tables for row in rows_of(table, known))
    inline = rows_of_outline(parts.nodes, known)
    if not parts.tables:
        rows = inline or rows_of_sentences(parts.nodes)
    elif len(inline) >= _FEWEST_INLINE:
        rows = (*inline, *rows)
    named = units_found(parts.members, rows)
    listed = parts.head.annexes
    unlisted = tuple(heading for _, heading in parts.headings[len(listed) :] if heading)
    wordings = [name for row in rows for name in (*row.lead_units, *row.participant_units)]
    wordings += [name for row in rows for name in (*row.lead_leaders, *row.participant_leaders)]
    title, table = parts.tables[0] if parts.tables else ("", None)
    return replace(
        empty,
        head=replace(parts.head, annexes=(*listed, *unlisted)),
        work_points=tuple(node.section() for node in parts.nodes),
        list_title=title,
        columns=table.columns if table else (),
        rows=rows,
        headers=tuple(words for _, table in parts.tables for words in table.headers),
        units=named,
        collectives=tuple(dict.fromkeys(name for name in wordings if is_collective(name))),
        roster=tuple(parts.members),
        group=parts.group,
        findings=(*findings_in(lines, parts.nodes, rows, named), *annex_findings(listed, parts.headings)),
        unread=tuple(
            Unread(line.number, line.text) for line in sorted(parts.unread, key=lambda line: line.number)
        ),
    )
