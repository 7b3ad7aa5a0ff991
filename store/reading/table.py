"""A task table flattened to lines: its header found, its rows put together again from their pieces."""

from collections.abc import Sequence

from store.reading.bars import BAR, rows_of_bars
from store.reading.cells import CellRow, Header, Table
from store.reading.columns import columns_of, field_of
from store.reading.headings import TITLE_END
from store.reading.lines import Line, folded, span
from store.reading.stacked import rows_of_cells

_LONGEST_FIRST = 4


def find_table(lines: Sequence[Line]) -> int | None:
    """Place of the first line of a task table's header, or none."""
    return next((place for place in range(len(lines)) if _header_at(lines, place)), None)


def read_tables(lines: Sequence[Line], start: int) -> tuple[list[Table], list[Line]]:
    """The tables from the header at a place on, and the lines that are no part of them; a header printed again goes on with its table."""
    headers: list[tuple[int, Header]] = []
    place = start
    while place < len(lines):
        header = _header_at(lines, place)
        if header:
            headers.append((place, header))
        place = header.end if header else place + 1
    tables: list[Table] = []
    rest: list[Line] = list(lines[start : headers[0][0]]) if headers else list(lines[start:])
    for place, (_, header) in enumerate(headers):
        body = lines[header.end : headers[place + 1][0] if place + 1 < len(headers) else len(lines)]
        rows, left, header = _READERS[header.style](body, header)
        rows, empty = _without_empty_categories(rows, body)
        rest += [*left, *empty]
        if tables and [column.label for column in tables[-1].columns] == list(header.labels):
            tables[-1] = Table(header.columns, (*tables[-1].rows, *rows))
        else:
            tables.append(Table(header.columns, tuple(rows)))
    return tables, rest


def _without_empty_categories(rows: Sequence[CellRow], lines: Sequence[Line]) -> tuple[list[CellRow], list[Line]]:
    """The rows without headings that no row stands under, and the lines of those headings."""
    filled = [row for row, below in zip(rows, [*rows[1:], None], strict=False) if not row.category or (below and not below.category)]
    if len(filled) == len(rows):
        return filled, []
    kept = set(map(id, filled))
    empty = {number for row in rows if id(row) not in kept for number in range(row.source[0], row.source[1] + 1)}
    return filled, [line for line in lines if line.number in empty]


def _header_at(lines: Sequence[Line], start: int) -> Header | None:
    text = folded(lines[start].text)
    if len(text) > 300:
        return None
    if len(BAR.findall(text.strip("|"))) >= 1:
        labels = [label.strip() for label in BAR.split(text.strip("| \t"))]
        columns = columns_of(labels)
        return Header(columns, start + 1, "bars", text.endswith("|"), text.startswith("|")) if columns else None
    words = text.split()
    if len(words) >= 4 and field_of(words[0]) == "number" and all(map(field_of, words)):
        columns = columns_of(words)
        return Header(columns, start + 1, "blanks") if columns else None
    labels, place = [], start
    while place < len(lines) and place - start < 20 and (label := lines[place].folded.strip("| \t")) and field_of(label):
        labels.append(label)
        place += 1
    if len(labels) > 1 and (field_of(labels[1]) == "number" or (len(labels[0]) > _LONGEST_FIRST and TITLE_END.search(labels[0]))):
        return None  # the title of the table, right over its header
    columns = columns_of(labels) if len(labels) >= 3 else None
    return Header(columns, place, "cells") if columns else None


def _rows_of_blanks(lines: Sequence[Line], header: Header) -> tuple[list[CellRow], list[Line], Header]:
    """A row a line, its cells parted by blanks: a row begins with its number."""
    rows: list[CellRow] = []
    rest: list[Line] = []
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
