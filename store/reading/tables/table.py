"""A task table flattened to lines: its header found, its rows put together again from their pieces."""

from collections.abc import Sequence

from store.reading.signs.lines import SourceLine, span
from store.reading.signs.marks import mark_of
from store.reading.tables.bars import BAR, rows_of_bars
from store.reading.tables.cells import (
    CellRow,
    TableHeader,
    TaskTable,
    category_row,
    is_total,
)
from store.reading.tables.fit import stands_under
from store.reading.tables.headers import header_at, heads_other_table
from store.reading.tables.spaced import rows_of_blanks
from store.reading.tables.stacked import rows_of_cells

_LONGEST_HEADING = 60


def find_table(lines: Sequence[SourceLine]) -> int | None:
    """Return the index of the first line of a task table's header, or none."""
    for index in range(len(lines)):
        if header_at(lines, index):
            return index
    return None


def read_tables(lines: Sequence[SourceLine]) -> tuple[list[TaskTable], list[SourceLine]]:
    """Return the tables among some lines, and the lines that are no part of them.

    A header printed again goes on with its table.
    """
    headers = _headers(lines)
    if not headers:
        return [], list(lines)
    starts = [start for start, _ in headers]
    rest = list(lines[: starts[0]])
    heading = _heading_over_header(rest)
    tables: list[TaskTable] = []
    for (start, header), end in zip(headers, [*starts[1:], len(lines)], strict=True):
        body, others = _own_lines(lines[header.end : end], lines[start], header)
        rest += others
        next_heading = _heading_over_header(body) if end < len(lines) else None
        table, left = _table(body, header, heading)
        heading = next_heading
        rest += left
        words = span(lines[start : header.end])
        if tables and _labels_of(tables[-1]) == _labels_of(table):
            before = tables.pop()
            rows = before.rows + table.rows
            tables.append(TaskTable(table.columns, rows, (*before.headers, words)))
        else:
            tables.append(TaskTable(table.columns, table.rows, (words,)))
    return tables, rest


def table_starts(lines: Sequence[SourceLine]) -> list[tuple[int, bool]]:
    """Return the index of the first line of each table, and whether it is one of tasks."""
    starts: list[tuple[int, bool]] = []
    index = 0
    while index < len(lines):
        header = header_at(lines, index)
        if header or heads_other_table(lines[index]):
            starts.append((index, header is not None))
        index = header.end if header else index + 1
    return starts


def _own_lines(
    lines: Sequence[SourceLine], first: SourceLine, header: TableHeader
) -> tuple[list[SourceLine], list[SourceLine]]:
    """Return the lines under a document's header that can be its rows, and the rows of other tables.

    A table parted by a page goes on where its rows have as many cells, and their numbers or owners.
    """
    own: list[SourceLine] = []
    others: list[SourceLine] = []
    tables = {first.table: True}
    for line in lines:
        if first.cells and line.cells and line.table not in tables:
            tables[line.table] = _fits(line, header)
        is_own = not first.cells or not line.cells or tables[line.table]
        (own if is_own else others).append(line)
    return own, others


def _fits(line: SourceLine, header: TableHeader) -> bool:
    """Tell whether the row of another table can be one under a header."""
    if len(line.cells) != len(header.columns):
        return False
    if header.columns[0].field == "number":
        return line.cells[0].isdecimal()
    return all(map(stands_under, line.cells, header.fields))


def _labels_of(table: TaskTable) -> tuple[str, ...]:
    return tuple(column.label for column in table.columns)


def _headers(lines: Sequence[SourceLine]) -> list[tuple[int, TableHeader]]:
    """Return the headers among some lines, each with the index of its first line."""
    headers: list[tuple[int, TableHeader]] = []
    index = 0
    while index < len(lines):
        header = header_at(lines, index)
        if header:
            headers.append((index, header))
        index = header.end if header else index + 1
    return headers


def _heading_over_header(lines: list[SourceLine]) -> SourceLine | None:
    """Take the last of some lines where it is the heading for the rows of the table that begins behind it."""
    return lines.pop() if lines and is_table_heading(lines[-1]) else None


def _table(
    body: list[SourceLine], header: TableHeader, heading: SourceLine | None
) -> tuple[TaskTable, list[SourceLine]]:
    """Return the table of the lines under a header and of the heading over it, and the lines left over."""
    rows, rest, header = _READERS[header.style](body, header)
    if heading:
        rows = [category_row(heading), *rows]
        body = [heading, *body]
    tasks = [row for row in rows if not _is_total(row)]
    totals = _lines_of([row for row in rows if _is_total(row)], body)
    rows, empty = _without_empty_categories(tasks, body)
    return TaskTable(header.columns, tuple(rows)), [*rest, *totals, *empty]


def _is_total(row: CellRow) -> bool:
    """Tell whether a row sums up the others and is no task."""
    filled = [cell for cell in row.cells if cell]
    return any(map(is_total, filled[:2]))


def _lines_of(rows: Sequence[CellRow], lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines that some rows came from."""
    numbers: set[int] = set()
    for row in rows:
        first, last = row.source
        numbers.update(range(first, last + 1))
    return [line for line in lines if line.number in numbers]


def is_table_heading(line: SourceLine) -> bool:
    """Tell whether a line right over a table's header is a heading for its rows
    (一、2020年底前完成的事项); a row of several cells, the last of its page, is none
    (二、优化服务 | 3.推行帮办代办 | 政务处 |).
    """
    mark = mark_of(line.text)
    if mark is None or mark.rank >= 3:
        return False
    cells = line.cells or BAR.split(line.folded)
    if sum(bool(cell.strip()) for cell in cells) > 1:
        return False
    return len(line.text) <= _LONGEST_HEADING and not line.folded.endswith("。")


def _without_empty_categories(
    rows: Sequence[CellRow], lines: Sequence[SourceLine]
) -> tuple[list[CellRow], list[SourceLine]]:
    """Return the rows without headings that no row stands under, and the lines of those headings."""
    filled: list[CellRow] = []
    empty: list[CellRow] = []
    for row, below in zip(rows, [*rows[1:], None], strict=False):
        has_no_rows = row.category and (below is None or below.category)
        (empty if has_no_rows else filled).append(row)
    return filled, _lines_of(empty, lines)


_READERS = {"bars": rows_of_bars, "cells": rows_of_cells, "blanks": rows_of_blanks}
