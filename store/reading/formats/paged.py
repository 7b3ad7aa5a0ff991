"""Printed pages as the lines of a notice: paragraphs put together, tables as rows, page numbers apart."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.reading.formats.grids import RowsSoFar, Words
from store.reading.formats.paged_tables import (
    PrintedTable,
    go_on,
    grid_of,
    home_of,
    read_table,
    same_columns,
)
from store.reading.formats.placed import (
    Column,
    Page,
    Piece,
    PrintedLine,
    goes_on,
    joined,
    printed_lines,
    set_in,
)
from store.reading.formats.ruled import ruled_tables
from store.refused import Refused

_EDGE = 0.12
"""The part of a page at its head and foot where running heads and page numbers stand."""
_FEWEST_PAGES = 3
"""Pages on which words stand in one place to be a running head."""
_SAME_WIDTH = 3.0
"""How far the widths of pages may differ that are one paper, in points."""
_FEWEST_SIGNS = 8
"""Pages of fewer signs are scans: a stamp or a page number is no text."""
_SCAN = "这是扫描件，没有文字。请向来文单位要电子版（Word 或文字版 PDF），或在 WPS 中识别文字（PDF 转 Word），核对后另存为 *.docx，再导入。"
# The number of a page: — 3 —, -3-, 3, 第3页, 第 3 页 共 9 页, 3/9.
_PAGE_NUMBER = re.compile(
    r"[-—–―·•. ]{0,3}\d{1,4}[-—–―·•. ]{0,3}|第 ?\d+ ?页(?:[ ,,/]*共 ?\d+ ?页)?|\d+ ?/ ?\d+"
)


@dataclass(slots=True)
class _Flow:
    """The text of a document while its pages are put together."""

    lines: list[str] = field(default_factory=list)
    rows: RowsSoFar = field(default_factory=dict)
    _text: str = ""
    _above: PrintedLine | None = None
    _table: PrintedTable | None = None
    _aside: list[str] = field(default_factory=list)
    """Page numbers and running heads, kept until the paragraph or table that they interrupt has ended."""

    _said: set[str] = field(default_factory=set)

    def add_line(self, line: PrintedLine, column: Column) -> None:
        """Add a line of text: to the paragraph before it, if it goes on with it."""
        self._end_table()
        above = self._above
        if above is not None and goes_on(above, line, column):
            self._text = joined(self._text, line.words)
        else:
            self._end_paragraph()
            self._text = line.words
        self._above = line

    def add_aside(self, words: str) -> None:
        """Add what belongs to the page and not to the text."""
        self._aside.append(words)

    def add_table(self, table: PrintedTable) -> None:
        """Add a table: to the one of the page before, if it goes on with it."""
        self._end_paragraph()
        before = self._table
        if before is not None and same_columns(before.columns, table.columns):
            go_on(before, table)
        else:
            self._end_table()
            self._table = table

    def turn_page(self) -> None:
        """Begin a page: its first line stands right below the last one of the page before."""
        if self._above is not None:
            self._above = self._above._replace(line=math.inf)

    def end(self) -> Words:
        """Return the whole text."""
        self._end_paragraph()
        self._end_table()
        return Words("\n".join(self.lines) + "\n", self.rows)

    def _end_paragraph(self) -> None:
        if self._text:
            self.lines.append(self._text)
        self._text = ""
        self._above = None
        if self._table is None:
            self._end_asides()

    def _end_table(self) -> None:
        if self._table is not None:
            self.lines += grid_of(self._table, self.rows).lines()
        self._table = None
        if not self._text:
            self._end_asides()

    def _end_asides(self) -> None:
        for words in self._aside:
            if words not in self._said:
                self.lines.append(words)
            self._said.add(words)
        self._aside.clear()


def words_of_pages(pages: Sequence[Page]) -> Words:
    """Return the text of printed pages; Refused are scans, pages without words."""
    if sum(len(piece.words.strip()) for page in pages for piece in page.pieces) < _FEWEST_SIGNS:
        raise Refused(_SCAN)
    _say_what_is_a_picture(pages)
    sheets = [_Sheet(page) for page in pages]
    heads = _running_heads(sheets)
    flow = _Flow()
    for sheet in sheets:
        column = _column(sheet, sheets)
        flow.turn_page()
        for _, part in sorted(sheet.parts(), key=lambda part: part[0]):
            if isinstance(part, PrintedTable):
                flow.add_table(part)
            elif sheet.is_aside(part, heads):
                flow.add_aside(part.words)
            else:
                flow.add_line(part, column)
    return flow.end()


def _say_what_is_a_picture(pages: Sequence[Page]) -> None:
    """Say on a page without words that it has none, so that it is missed among the others."""
    for number, page in enumerate(pages, 1):
        if not page.pieces and page.has_drawing:
            words = f"(原文第{number}页是图片,没有读出文字)"
            middle = page.height / 2
            page.pieces.append(Piece(0, page.width, middle, 1, words))


class _Sheet:
    """A page, its tables told from its text."""

    def __init__(self, page: Page) -> None:
        self.width = page.width
        self._height = page.height
        self._tables = ruled_tables(page.rulings)
        inside: list[list[Piece]] = [[] for _ in self._tables]
        outside: list[Piece] = []
        for piece in page.pieces:
            home = home_of(piece, self._tables)
            (outside if home is None else inside[home]).append(piece)
        self._inside = inside
        self.text = printed_lines(outside)

    def parts(self) -> Iterable[tuple[float, "PrintedLine | PrintedTable"]]:
        """Give lines and tables with their heights."""
        for line in self.text:
            yield line.line, line
        for table, pieces in zip(self._tables, self._inside, strict=True):
            yield table.edges.top, read_table(table, pieces)

    def edge_lines(self) -> list[PrintedLine]:
        """Return the lines at the head and the foot of the page."""
        return [line for line in self.text if not self._is_inner(line)]

    def is_aside(self, line: PrintedLine, heads: frozenset[str]) -> bool:
        """Tell whether a line is a page number or a running head."""
        if self._is_inner(line):
            return False
        return bool(_PAGE_NUMBER.fullmatch(line.words)) or line.words in heads

    def _is_inner(self, line: PrintedLine) -> bool:
        edge = _EDGE * self._height
        return edge < line.line < self._height - edge


def _running_heads(sheets: Sequence[_Sheet]) -> frozenset[str]:
    """Return the words that stand at the head or foot of most pages."""
    counts: Counter[str] = Counter()
    for sheet in sheets:
        counts.update(line.words for line in sheet.edge_lines())
    fewest = max(_FEWEST_PAGES, len(sheets) // 2)
    return frozenset(words for words in counts if counts[words] >= fewest)


def _column(sheet: _Sheet, sheets: Sequence[_Sheet]) -> Column:
    """Return the column that the text of a page is set in, known from all pages of its width."""
    lines: list[PrintedLine] = []
    for other in sheets:
        if abs(other.width - sheet.width) < _SAME_WIDTH:
            lines += other.text
    return set_in(lines, sheet.width)
