"""A sheet as plain text for typewriter fonts and dot-matrix printers: every line has the same number of columns.

A character takes two columns when GB18030 writes it in more than one byte, quotes and dashes included: that is
how Chinese printers and WPS set them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from tui.paper.layout import Cell, Row, Sheet, SheetColumn, cut
from tui.terminal.breaking import break_offsets

WIDTH = 120
"""Columns of a line: A4 at 17 characters an inch, or wide paper at 10."""
PAGE_LINES = 60
"""Lines of a page: 11 inches at 6 lines an inch, less the margins."""


def to_bytes(sheet: Sheet) -> bytes:
    """The sheet as a UTF-8 file."""
    return to_text(sheet).encode()


def to_text(sheet: Sheet, *, width: int = WIDTH, page_lines: int | None = PAGE_LINES, newline: str = "\n") -> str:
    """The sheet in pages parted by form feeds, each with the heading row; in one piece for no `page_lines`."""
    widths = _widths(sheet.columns, width)
    total = sum(widths) + 3 * len(widths) + 1
    title = [_set(line, total, centred=True) for line in (*_wrapped(sheet.title, total), "")]
    labels: Row = tuple(Cell((column.label,)) for column in sheet.columns)
    centred = [replace(column, centred=True) for column in sheet.columns]
    heading = [_joined(["-" * (width + 2) for width in widths]), *_drawn([labels], centred, widths)]
    room = page_lines and page_lines - len(heading)
    pages = [[*heading, *_drawn(rows, sheet.columns, widths)] for rows in _pages(sheet.rows, widths, room, len(title))]
    pages[0] = [*title, *pages[0]]
    pages[-1] += [_set(line, total, centred=False) for note in sheet.notes for line in _wrapped(note, total)]
    return "\f".join("".join(line + newline for line in page) for page in pages)


def columns_of(text: str) -> int:
    """The columns that a text takes on paper."""
    try:
        return len(text.encode("gbk"))  # GB18030 without its four-byte characters, which are two columns wide as well.
    except UnicodeEncodeError:
        return sum(map(_column_width, text))


@lru_cache(maxsize=65536)
def _column_width(character: str) -> int:
    return min(2, len(character.encode("gb18030", "replace")))


def _widths(columns: Sequence[SheetColumn], width: int) -> list[int]:
    """The columns' inner widths by their shares, even, so that full-width characters fill them; the widest takes the rest."""
    room, shares = width - 3 * len(columns) - 1, sum(column.width for column in columns)
    widths = [max(4, room * column.width // shares // 2 * 2) for column in columns]
    widths[widths.index(max(widths))] += max(0, room - sum(widths)) // 2 * 2
    return widths


def _pages(rows: Sequence[Row], widths: Sequence[int], room: int | None, title_lines: int) -> Iterator[list[Row]]:
    """The rows page by page, as many as the room takes and one at least; the title takes some of the first page."""
    heights = _heights(rows, widths)
    start = 0
    while start < len(rows) or not start:
        stop, used = start, 0 if start else title_lines
        while stop < len(rows) and (room is None or stop == start or used + heights[stop] < room):
            used += heights[stop] + 1
            stop += 1
        page = cut(rows, start, stop)
        while room and len(page) > 1 and sum(_heights(page, widths)) + len(page) + (0 if start else title_lines) > room:
            stop -= 1
            page = cut(rows, start, stop)
        yield page
        if not rows:
            return
        start = stop


def _heights(rows: Sequence[Row], widths: Sequence[int]) -> list[int]:
    """Lines of each row; what a joined cell needs more than its rows have goes to its last row."""
    heights = [1] * len(rows)
    spanning = []
    for index, row in enumerate(rows):
        for cell, width in zip(row, widths, strict=True):
            if cell and cell.rowspan == 1:
                heights[index] = max(heights[index], len(_cell_lines(cell, width)))
            elif cell:
                spanning.append((index + cell.rowspan, index, len(_cell_lines(cell, width))))
    for stop, start, needed in sorted(spanning):
        heights[stop - 1] += max(0, needed - _height(heights, start, stop))
    return heights


def _height(heights: Sequence[int], start: int, stop: int) -> int:
    """Lines of a joined cell, with the rules between its rows."""
    return sum(heights[start:stop]) + stop - start - 1


def _drawn(rows: Sequence[Row], columns: Sequence[SheetColumn], widths: Sequence[int]) -> list[str]:
    """The rows as lines, each row with the rule under it."""
    heights = _heights(rows, widths)
    strips = []
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        strip: list[str] = []
        for index, row in enumerate(rows):
            if cell := row[place]:
                lines = _cell_lines(cell, width)
                free = _height(heights, index, index + cell.rowspan) - len(lines)
                lines = [*[""] * (free // 2), *lines, *[""] * (free - free // 2)]
                strip += [f" {_set(line, width, centred=column.centred)} " for line in lines]
                strip.append("-" * (width + 2))
        strips.append(strip)
    return [_joined(parts) for parts in zip(*strips, strict=True)]


def _joined(parts: Sequence[str]) -> str:
    """One line of the table: its columns' parts with the frame between them, crossing wherever a rule ends."""
    ruled = [part.startswith("-") for part in parts]
    crossings = ["+" if left or right else "|" for left, right in zip([False, *ruled], [*ruled, False], strict=True)]
    return "".join(crossing + part for crossing, part in zip(crossings, [*parts, ""], strict=True))


def _cell_lines(cell: Cell, width: int) -> list[str]:
    return [part for line in cell.lines for part in _wrapped(line, width)]


@lru_cache(maxsize=65536)
def _wrapped(line: str, width: int) -> tuple[str, ...]:
    ends = [0, *break_offsets(line, width, columns_of), len(line)]
    return tuple(line[start:end].rstrip() for start, end in pairwise(ends))


def _set(line: str, width: int, *, centred: bool) -> str:
    """A line filled up to its width."""
    free = width - columns_of(line)
    left = free // 2 if centred else 0
    return " " * left + line + " " * (free - left)
