"""A task table flattened to lines: its header found, its rows put together again from their pieces."""

from collections.abc import Sequence

from store.reading.signs.columns import columns_of, field_of
from store.reading.signs.headings import TITLE_END
from store.reading.signs.lines import SourceLine, folded, span
from store.reading.signs.marks import mark_of
from store.reading.tables.bars import BAR, rows_of_bars
from store.reading.tables.cells import CellRow, Header, Table
from store.reading.tables.stacked import rows_of_cells

_LONGEST_FIRST = 4
_LONGEST_LABEL = 10
_LONGEST_HEADING = 60
_MOST_LABELS = 20
_SIGNS = frozenset(",。;:、")


def find_table(lines: Sequence[SourceLine]) -> int | None:
    """Place of the first line of a task table's header, or none."""
    return next((place for place in range(len(lines)) if _header_at(lines, place)), None)


def read_tables(lines: Sequence[SourceLine], start: int) -> tuple[list[Table], list[SourceLine]]:
    """The tables from the header at a place on, and the lines that are no part of them; a header printed again goes on with its table."""
    headers: list[tuple[int, Header]] = []
    place = start
    while place < len(lines):
        header = _header_at(lines, place)
        if header:
            headers.append((place, header))
        place = header.end if header else place + 1
    tables: list[Table] = []
    rest: list[SourceLine] = list(lines[start : headers[0][0]]) if headers else list(lines[start:])
    heading = rest.pop() if rest and is_table_heading(rest[-1]) else None
    for place, (header_at, header) in enumerate(headers):
        words = span(lines[header_at : header.end])
        is_last = place + 1 == len(headers)
        body = list(lines[header.end : len(lines) if is_last else headers[place + 1][0]])
        above, heading = (
            heading,
            None if is_last or not body or not is_table_heading(body[-1]) else body.pop(),
        )
        rows, left, header = _READERS[header.style](body, header)
        if above:
            rows.insert(0, CellRow((above.text,), span([above]), category=True))
            body.insert(0, above)
        rows, empty = _without_empty_categories(rows, body)
        rest += [*left, *empty]
        if tables and [column.label for column in tables[-1].columns] == list(header.labels):
            tables[-1] = Table(header.columns, (*tables[-1].rows, *rows), (*tables[-1].headers, words))
        else:
            tables.append(Table(header.columns, tuple(rows), (words,)))
    return tables, rest


def is_table_heading(line: SourceLine) -> bool:
    """Whether a line right over a table's header is a heading for its rows (一、2020年底前完成的事项)."""
    mark = mark_of(line.text)
    return (
        mark is not None
        and mark.rank < 3
        and len(line.text) <= _LONGEST_HEADING
        and not line.folded.endswith("。")
    )


def _without_empty_categories(
    rows: Sequence[CellRow], lines: Sequence[SourceLine]
) -> tuple[list[CellRow], list[SourceLine]]:
    """The rows without headings that no row stands under, and the lines of those headings."""
    filled = [
        row
        for row, below in zip(rows, [*rows[1:], None], strict=False)
        if not row.category or (below and not below.category)
    ]
    if len(filled) == len(rows):
        return filled, []
    kept = set(map(id, filled))
    empty = {
        number for row in rows if id(row) not in kept for number in range(row.source[0], row.source[1] + 1)
    }
    return filled, [line for line in lines if line.number in empty]


def _header_at(lines: Sequence[SourceLine], start: int) -> Header | None:
    text = folded(lines[start].text)
    if len(text) > 300:
        return None
    if len(BAR.findall(text.strip("|"))) >= 1:
        labels = [label.strip() for label in BAR.split(text.strip("| \t"))]
        below = lines[start + 1].folded if start + 1 < len(lines) else ""
        two_lines = _two_level(_labels(text), _labels(below))
        columns = columns_of(two_lines or labels)
        end = start + (2 if two_lines and columns else 1)
        return Header(columns, end, "bars", text.endswith("|"), text.startswith("|")) if columns else None
    words = text.split()
    if len(words) >= 4 and field_of(words[0]) == "number" and all(map(field_of, words)):
        columns = columns_of(words)
        return Header(columns, start + 1, "blanks") if columns else None
    labels, place = _stacked_labels(lines, start)
    if len(labels) > 1 and (
        field_of(labels[1]) == "number" or (len(labels[0]) > _LONGEST_FIRST and TITLE_END.search(labels[0]))
    ):
        return None  # the title of the table, right over its header
    columns = columns_of(labels) if len(labels) >= 3 else None
    return Header(columns, place, "cells") if columns else None


def _labels(line: str) -> list[str]:
    """The words over all columns, blank ones too."""
    return [label.strip() for label in BAR.split(line.strip().removesuffix("|").removeprefix("|"))]


def _two_level(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The words over columns whose header has two lines, the upper word over several columns; none where it has one."""
    if (
        "" not in upper[1:]
        or len(upper) != len(lower)
        or not any(a == b for a, b in zip(upper, lower, strict=True) if a)
    ):
        return []
    labels: list[str] = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = above or over
        labels.append(below if below == over else f"{over}{below}")
    return labels


def _stacked_labels(lines: Sequence[SourceLine], start: int) -> tuple[list[str], int]:
    """Header words one a line, and the place behind them; behind 序号 a word that the reader does not know is one too."""
    labels = [line.folded.strip("| \t") for line in lines[start : start + _MOST_LABELS]]
    known = next((place for place, label in enumerate(labels) if not field_of(label)), len(labels))
    if labels and field_of(labels[0]) == "number":
        first_row = next((place for place, label in enumerate(labels) if label.isdecimal()), 0)
        if first_row > known and all(
            0 < len(label) <= _LONGEST_LABEL and not _SIGNS & set(label) for label in labels[:first_row]
        ):
            return labels[:first_row], start + first_row
    return labels[:known], start + known


def _rows_of_blanks(
    lines: Sequence[SourceLine], header: Header
) -> tuple[list[CellRow], list[SourceLine], Header]:
    """A row a line, its cells parted by blanks: a row begins with its number."""
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    for place, line in enumerate(lines):
        words = line.text.split()
        follows = lines[place + 1].text.split() if place + 1 < len(lines) else [""]
        if words[0].isdecimal() and len(words) > 2:
            rows.append(CellRow(tuple(words), span([line])))
        elif header.is_category(line.text) and follows[0].isdecimal():
            rows.append(CellRow((line.text,), span([line]), category=True))
        else:
            rest.append(line)
    return rows, rest, header


_READERS = {"bars": rows_of_bars, "cells": rows_of_cells, "blanks": _rows_of_blanks}
