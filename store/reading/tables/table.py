"""A task table flattened to lines: its header found, its rows put together again from their pieces."""

from collections.abc import Callable, Sequence

from store.reading.signs.columns import columns_of, field_of
from store.reading.signs.headings import ends_as_title
from store.reading.signs.lines import SourceLine, folded, folded_at, span, unpadded
from store.reading.signs.marks import mark_of
from store.reading.tables.bars import BAR, rows_of_bars
from store.reading.tables.cells import (
    CellRow,
    TableBody,
    TableHeader,
    TableStyle,
    TaskTable,
    category_row,
    is_total,
)
from store.reading.tables.stacked import rows_of_cells

_LONGEST_HEADER = 300
_FEWEST_WORDS = 4
"""Words on a line parted by blanks that can be a header, lest a sentence is one."""
_FEWEST_STACKED = 3
"""Words one a line that can be a header."""
_LONGEST_FIRST = 4
"""Signs of a first header word; a longer one that ends as titles do is the title over the header."""
_LONGEST_LABEL = 10
_LONGEST_HEADING = 60
_MOST_LABELS = 20
_SIGNS = frozenset(",。;:、")
"""Signs that no header word holds."""


def find_table(lines: Sequence[SourceLine]) -> int | None:
    """Return the index of the first line of a task table's header, or none."""
    for index in range(len(lines)):
        if _header_at(lines, index):
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
        body = list(lines[header.end : end])
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


def _labels_of(table: TaskTable) -> tuple[str, ...]:
    return tuple(column.label for column in table.columns)


def _headers(lines: Sequence[SourceLine]) -> list[tuple[int, TableHeader]]:
    """Return the headers among some lines, each with the index of its first line."""
    headers: list[tuple[int, TableHeader]] = []
    index = 0
    while index < len(lines):
        header = _header_at(lines, index)
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
    (一、2020年底前完成的事项).
    """
    mark = mark_of(line.text)
    if mark is None or mark.rank >= 3:
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


def _header_at(lines: Sequence[SourceLine], start: int) -> TableHeader | None:
    """Return the header of a task table that begins with a line, or none."""
    if lines[start].cells:
        return _header_of_cells(lines, start)
    text = lines[start].folded
    if len(text) > _LONGEST_HEADER:
        return None
    if BAR.search(text.strip("|")):
        return _header_of_bars(lines, start)
    words = text.split()
    if len(words) >= _FEWEST_WORDS and field_of(words[0]) == "number" and all(map(field_of, words)):
        return _header(words, start + 1, "blanks")
    labels, end = _stacked_labels(lines, start)
    if len(labels) < _FEWEST_STACKED or _is_title_over_header(labels):
        return None
    return _header(labels, end, "cells")


def _header(labels: Sequence[str], end: int, style: TableStyle) -> TableHeader | None:
    columns = columns_of(labels)
    return TableHeader(columns, end, style) if columns else None


def _header_of_cells(lines: Sequence[SourceLine], start: int) -> TableHeader | None:
    """Return the header in the cells of a document's row, or in two rows where its upper words stand over
    several columns.
    """
    upper = [folded(label) for label in lines[start].cells]
    if len(upper) < 2 or max(map(len, upper)) > _LONGEST_HEADING:
        return None
    below = lines[start + 1].cells if start + 1 < len(lines) else ()
    labels = _two_level(upper, [folded(label) for label in below])
    columns = columns_of(labels or upper)
    return TableHeader(columns, start + (2 if labels else 1), "bars") if columns else None


def _header_of_bars(lines: Sequence[SourceLine], start: int) -> TableHeader | None:
    """Return the header on a line with bars, or on two where its upper words stand over several columns."""
    text = lines[start].folded
    labels = _two_level(_labels(text), _labels(folded_at(lines, start + 1)))
    end = start + (2 if labels else 1)
    words = [label.strip() for label in BAR.split(text.strip("| \t"))]
    columns = columns_of(labels or words)
    if columns is None:
        return None
    return TableHeader(columns, end, "bars", closed=text.endswith("|"), framed=text.startswith("|"))


def _is_title_over_header(labels: Sequence[str]) -> bool:
    """Tell whether the first of stacked words is the title of the table, right over its header."""
    if field_of(labels[1]) == "number":
        return True
    return len(labels[0]) > _LONGEST_FIRST and ends_as_title(labels[0])


def _labels(line: str) -> list[str]:
    """Return the words over all columns, blank ones too."""
    words = line.strip().removesuffix("|").removeprefix("|")
    return [label.strip() for label in BAR.split(words)]


def _two_level(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the words over columns whose header has two lines, the upper word over several columns.

    There are none where it has one line.
    """
    upper = [unpadded(label) for label in upper]
    lower = _under_wide(upper, [unpadded(label) for label in lower])
    pairs = list(zip(upper, lower, strict=False))
    if "" not in upper[1:] or not any(below in ("", above) for above, below in pairs if above):
        return []
    own = [below for above, below in pairs if below not in ("", above)]
    if not own or not all(map(_can_be_label, own)) or not any(map(field_of, own)):
        return []
    labels: list[str] = []
    over = ""
    for above, below in pairs:
        over = above or over
        labels.append(below if below == over else f"{over if below else above}{below}")
    return labels


def _under_wide(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the words of a header's second line, each under its column.

    Where the blank cells before them have left no trace, they stand under the words that go over several
    columns: 牵头单位 | 配合单位 under 序号 | 任务 | 责任分工 | | 时限.
    """
    wide = [index for index, label in enumerate(upper) if not label or upper[index + 1 : index + 2] == [""]]
    filled = [label for label in lower if label]
    if len(lower) == len(upper) or len(wide) != len(filled):
        return list(lower) if len(lower) == len(upper) else [""] * len(upper)
    placed = [""] * len(upper)
    for index, label in zip(wide, filled, strict=True):
        placed[index] = label
    return placed


def _stacked_labels(lines: Sequence[SourceLine], start: int) -> tuple[list[str], int]:
    """Return header words one a line, and the index behind them.

    Behind 序号 a word that the reader does not know is one too, as far as the first row's number.
    """
    first = lines[start : start + _MOST_LABELS]
    labels = [line.folded.strip("| \t") for line in first]
    known = _first_index(labels, lambda label: field_of(label) is None)
    if field_of(labels[0]) == "number":
        first_row = _first_index(labels, str.isdecimal)
        unknown = labels[known:first_row]
        if first_row < len(labels) and unknown and all(map(_can_be_label, labels[:first_row])):
            known = first_row
    return labels[:known], start + known


def _first_index(labels: Sequence[str], wanted: Callable[[str], bool]) -> int:
    """Return the index of the first label of a kind; behind the last where there is none."""
    for index, label in enumerate(labels):
        if wanted(label):
            return index
    return len(labels)


def _can_be_label(word: str) -> bool:
    return 0 < len(word) <= _LONGEST_LABEL and _SIGNS.isdisjoint(word)


def _rows_of_blanks(lines: Sequence[SourceLine], header: TableHeader) -> TableBody:
    """Return rows that stand one a line, their cells parted by blanks: a row begins with its number."""
    rows: list[CellRow] = []
    rest: list[SourceLine] = []
    followers = [line.text.split() for line in lines[1:]]
    for line, follows in zip(lines, [*followers, [""]], strict=False):
        words = line.text.split()
        if words[0].isdecimal() and len(words) > 2:
            rows.append(CellRow(tuple(words), span([line])))
        elif header.is_category(line.text) and follows[0].isdecimal():
            rows.append(category_row(line))
        else:
            rest.append(line)
    return TableBody(rows, rest, header)


_READERS = {"bars": rows_of_bars, "cells": rows_of_cells, "blanks": _rows_of_blanks}
