"""The table of a sheet as a Word document has it; where joined cells pass a page's end, a table a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from xml.sax.saxutils import escape

from tui.paper.docx_page import xml_text
from tui.paper.docx_ruler import GAP, PAD
from tui.paper.layout import CONTINUED, Row, Sheet, SheetCell, is_banner
from tui.paper.paging import Page
from tui.paper.table import Placed

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_RULE = 10
"""Twips that the rule of a row takes of its height: half a point."""
_SIDES = {"top": (GAP - _RULE) // 2, "left": PAD // 2, "bottom": (GAP - _RULE) // 2, "right": PAD // 2}
_MARGINS = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in _SIDES.items())
_LAYOUT = f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar>'
_BARE = f'<w:jc w:val="center"/>{_LAYOUT}'
_LOOK = f'<w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>{_LAYOUT}'
_Place = tuple[int, int]
"""A row of the table under the heads that stand on each page, and a column."""
_Lines = tuple[str, ...]
_Part = tuple[_Place, _Lines]
"""Where a cell, or its part on a page, begins, and what it shows there."""


@dataclass(slots=True)
class Parts:
    """Where a table is parted, so that each page has a table of its own."""

    heads: int = 0
    """Rows of headings that stand on each page."""
    starts: list[int] = field(default_factory=list)
    """The rows that begin a page, but for the first."""
    said: dict[_Place, _Lines] = field(default_factory=dict)
    """What a cell says that goes on, or has no room for all of its text, where its part begins."""
    divided: set[int] = field(default_factory=set)
    """Rows higher than a page, which Word divides by itself."""

    def take(self, cell: Placed, place: _Place, before: _Part | None, *, in_one: bool) -> _Part:
        """Take a cell on a page, after its part on the page before, where it goes on; return its part.

        In a row that Word divides both are one.
        """
        if before is None:
            return place, cell.lines
        if not in_one:
            if not cell.again:
                self.said.update([before])
            self.said[place] = _carried(cell)
            return place, cell.lines
        begun, lines = before
        if not cell.again:
            lines += cell.lines
            if begun in self.said:
                self.said[begun] = lines
        return begun, lines


def parts_of(sheet: Sheet, pages: Iterable[Page]) -> Parts:
    """Return where the pages part a sheet's table.

    It is not parted where nothing joined passes a page's end: it is then one table, as a clerk would make it.
    """
    parts = Parts()
    end = 0
    last: dict[int, _Part] = {}
    for page in pages:
        parts.heads = max(parts.heads, page.heads)
        count = len(page.tops) - 1 - page.heads
        if count < 1:
            continue
        rows = sheet.rows if page.heads else sheet.table_rows
        first = end - page.begun
        end = first + count
        if page.begun:
            parts.divided.add(first)
        elif first:
            parts.starts.append(first)
        for cell in page.cells:
            row = first + cell.row - page.heads
            if row >= first:
                place = (row, cell.column)
                is_carried = rows[row][cell.column] is None
                goes_on = row == first and (is_carried or page.begun)
                before = last.get(cell.column) if goes_on else None
                last[cell.column] = parts.take(cell, place, before, in_one=page.begun)
    if not any(parts.said.values()):
        parts.starts.clear()
    return parts


def _carried(cell: Placed) -> _Lines:
    """Return what a cell says where it goes on: all of it again, or the rest of it, line by line."""
    whole = (*cell.cell.lines, CONTINUED)
    return whole if cell.again and len(cell.lines) > 1 else cell.lines


def table(sheet: Sheet, widths: Sequence[int], parts: Parts) -> Iterator[str]:
    """Yield a sheet's table in pieces, a row each at most; `widths` are those of its columns in twips."""
    rows = sheet.rows if parts.heads else sheet.table_rows
    begin = _begin(widths, _LOOK if sheet.framed else _BARE)
    heads = _Rows(sheet, sheet.heading, widths, Parts())
    begin += "".join(heads.written(0, parts.heads, is_head=True))
    written = _Rows(sheet, rows, widths, parts)
    bounds = [0, *parts.starts, len(rows)]
    yield begin
    for start, stop in pairwise(bounds):
        if start:
            yield f"</w:tbl>{paragraph('PageEnd', '', new_page=True)}{begin}"
        yield from written.written(start, stop)
    yield "</w:tbl>"


def _begin(widths: Sequence[int], look: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{size}{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"


class _Rows:
    """Writes the rows of a table from top to bottom."""

    def __init__(self, sheet: Sheet, rows: Sequence[Row], widths: Sequence[int], parts: Parts) -> None:
        self._sheet, self._rows, self._widths, self._parts = sheet, rows, widths, parts
        self._begun: dict[int, tuple[SheetCell, int]] = {}
        """The last cell that began in each column, and the row after its last."""

    def written(self, start: int, stop: int, *, is_head: bool = False) -> Iterator[str]:
        """Yield the rows of a part of the table, which the joined cells that pass its ends are closed at."""
        mark = "<w:tblHeader/>" if is_head else ""
        for number in range(start, stop):
            row = self._rows[number]
            # A row that heads others stays with the next; the last one with what stands under the table.
            is_last = not is_head and number + 1 == len(self._rows)
            keep = is_banner(row) or (is_last and bool(self._sheet.notes))
            whole = "" if number in self._parts.divided else "<w:cantSplit/>"
            cells = "".join(self._cells(number, start, stop, keep=keep))
            properties = f"<w:trPr>{whole}{mark}</w:trPr>" if whole or mark else ""
            yield f"<w:tr>{properties}{cells}</w:tr>"

    def _cells(self, number: int, start: int, stop: int, *, keep: bool) -> Iterator[str]:
        """Yield the cells of a row; one that covers several is in each of them, and says that it goes on."""
        row = self._rows[number]
        column = 0
        while column < len(row):
            begins = row[column]
            if begins:
                self._begun[column] = (begins, number + begins.rowspan)
            cell, end = self._begun[column]
            is_first = begins is not None or number == start
            merge = ""
            if not is_first:
                merge = "<w:vMerge/>"
            elif min(end, stop) > number + 1:
                merge = '<w:vMerge w:val="restart"/>'
            lines: _Lines = ()
            if is_first:
                whole = begins.lines if begins else ()
                lines = self._parts.said.get((number, column), whole)
            width = sum(self._widths[column : column + cell.colspan])
            style = _style_of(cell, centred=self._sheet.is_centred(column, cell))
            yield _opening(width, cell.colspan, merge, is_middle=self._sheet.framed) + _paragraphs(
                lines, style, keep=keep
            )
            column += cell.colspan


def _style_of(cell: SheetCell, *, centred: bool) -> str:
    if cell.strong:
        return "TableHead" if centred else "TableBanner"
    return "TableName" if centred else "TableText"


@lru_cache(maxsize=1024)
def _opening(width: int, colspan: int, merge: str, *, is_middle: bool) -> str:
    """Return what a cell begins with."""
    span = f'<w:gridSpan w:val="{colspan}"/>' if colspan > 1 else ""
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    height = '<w:vAlign w:val="center"/>' if is_middle else ""
    return f"<w:tc><w:tcPr>{size}{span}{merge}{height}</w:tcPr>"


@lru_cache(maxsize=4096)
def _paragraphs(lines: _Lines, style: str, *, keep: bool) -> str:
    """Return what is in a cell, to its end."""
    written = [paragraph(style, line, keep=keep) for line in lines or ("",)]
    return f"{''.join(written)}</w:tc>"


def paragraph(style: str, text: str, *, after: int = 0, new_page: bool = False, keep: bool = False) -> str:
    """Return a paragraph with some twips after it; the lines of its text stand one under another."""
    flow = "<w:keepNext/>" if keep else ""
    if new_page:
        flow += "<w:pageBreakBefore/>"
    if after:
        flow += f'<w:spacing w:after="{after}"/>'
    run = _run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}</w:pPr>{run}</w:p>'


def _run(text: str) -> str:
    lines = [escape(line) for line in xml_text(text).split("\n")]
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{words}</w:r>'
