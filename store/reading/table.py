"""A task table flattened to lines: its header found, its rows put together again from their pieces."""

from collections.abc import Sequence

from store.reading.bars import BAR, rows_of_bars
from store.reading.cells import CellRow, Header, Table
from store.reading.columns import columns_of, field_of
from store.reading.lines import Line, folded, span


def find_table(lines: Sequence[Line]) -> int | None:
    """Place of the first line of a task table's header, or none."""
    return next((place for place in range(len(lines)) if _header_at(lines, place)), None)


def read_table(lines: Sequence[Line], start: int) -> tuple[Table, list[Line]]:
    """The table whose header starts at a place, and the lines behind it that are no part of it."""
    header = _header_at(lines, start)
    if header is None:
        return Table((), ()), list(lines[start:])
    body = lines[header.end :]
    rows, rest = rows_of_bars(body, header) if header.style == "bars" else _rows_of_cells(body, header)
    return Table(header.columns, tuple(rows)), rest


def _header_at(lines: Sequence[Line], start: int) -> Header | None:
    text = folded(lines[start].text)
    if len(text) > 300:
        return None
    if len(BAR.findall(text.strip("|"))) >= 1:
        labels = [label.strip() for label in BAR.split(text.strip("| \t"))]
        columns = columns_of(labels)
        return Header(columns, start + 1, "bars", text.endswith("|"), text.startswith("|")) if columns else None
    labels, place = [], start
    while place < len(lines) and place - start < 20 and (label := lines[place].folded.strip("| \t")) and field_of(label):
        labels.append(label)
        place += 1
    columns = columns_of(labels) if len(labels) >= 3 else None
    return Header(columns, place, "cells") if columns else None


def _rows_of_cells(lines: Sequence[Line], header: Header) -> tuple[list[CellRow], list[Line]]:
    """One cell a line: a row starts at each number of the number column, else after as many lines as there are columns."""
    width = len(header.columns)
    numbered = header.columns[0].field == "number"
    starts = (
        [place for place, line in enumerate(lines) if line.folded.strip("| \t").isdecimal()]
        if numbered
        else list(range(0, len(lines), width))
    )
    rows: list[CellRow] = []
    rest = list(lines[: starts[0]] if starts else lines)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        pieces = lines[start:end][:width]
        rows.append(CellRow(tuple(piece.text.strip("|｜│┃ \t") for piece in pieces), span(pieces)))
        rest += lines[start:end][width:]
    return rows, rest
