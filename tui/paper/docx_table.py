"""The table of a sheet as a Word document has it; where joined cells pass a page's end, a table a page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from tui.paper.docx_page import xml_text
from tui.paper.docx_ruler import GAP, PAD
from tui.paper.layout import Sheet
from tui.paper.paging import ENDLESS, Page
from tui.paper.table import Placed, shown_lines

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_RULE = 10
"""Twips that the rule of a row takes of its height: half a point."""
_SIDES = {"top": (GAP - _RULE) // 2, "left": PAD // 2, "bottom": (GAP - _RULE) // 2, "right": PAD // 2}
_MARGINS = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in _SIDES.items())
_LAYOUT = f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar>'
_BARE = f'<w:jc w:val="center"/>{_LAYOUT}'
_LOOK = f'<w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>{_LAYOUT}'
_Lines = tuple[str, ...]


def table(sheet: Sheet, widths: Sequence[int], pages: Sequence[Page], end: int) -> Iterator[str]:
    """Yield a sheet's table in pieces, a row each at most; all in twips, `widths` are those of its columns.

    It is parted only where something passes a page's end: else it is one table, as a clerk would make it.
    The rows of its last `end` stand on one page: wherever Word begins that, it is no stub.
    """
    is_parted = any(page.goes_on for page in pages)
    rows = _Rows(sheet, widths)
    begin = _begin(widths, _LOOK if sheet.framed else _BARE)
    headed = ""
    is_begun = False
    last = len(pages) - 1
    for number, page in enumerate(pages):
        if len(page.tops) == 1:
            continue
        headed = headed or begin + "".join(rows.written(page, 0, page.heads, is_head=True))
        if not is_begun:
            yield headed
        elif is_parted:
            yield f"</w:tbl>{paragraph('PageEnd', '', new_page=True)}{headed}"
        is_begun = True
        ending = page.tops[-1] - end if number == last else ENDLESS
        yield from rows.written(page, page.heads, len(page.tops) - 1, ending=ending)
    yield "</w:tbl>"


def _begin(widths: Sequence[int], look: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{size}{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"


class _Rows:
    """Writes the rows of a sheet's pages."""

    def __init__(self, sheet: Sheet, widths: Sequence[int]) -> None:
        self._sheet, self._widths = sheet, widths
        self._opening = lru_cache(1024)(self._opened)

    def written(
        self, page: Page, start: int, stop: int, *, is_head: bool = False, ending: int = ENDLESS
    ) -> Iterator[str]:
        """Yield some rows of a page; the cells that go on are closed at its end.

        Those that end behind `ending` stay with the next, the last one with what is under the table.
        """
        begins: list[dict[int, Placed]] = [{} for _ in page.tops]
        for cell in page.cells:
            begins[cell.row][cell.column] = cell
        covering: dict[int, Placed] = {}
        mark = "<w:tblHeader/>" if is_head else ""
        for number in range(start, stop):
            covering |= begins[number]
            # What heads others or is kept stays with the next.
            first = covering[0].cell
            stays = first.kept or (first.strong and first.colspan == len(self._widths))
            has_next = number + 1 < stop or bool(self._sheet.notes)
            keep = stays or (page.tops[number + 1] > ending and has_next)
            cells = "".join(self._cells(covering, number, keep=keep and not is_head))
            yield f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"

    def _cells(self, covering: Mapping[int, Placed], number: int, *, keep: bool) -> Iterator[str]:
        """Yield the cells of a row; one that covers several is in each of them, and says that it goes on."""
        column = 0
        while column < len(self._widths):
            placed = covering[column]
            is_first = placed.row == number
            merge = "" if is_first else "<w:vMerge/>"
            if is_first and placed.rowspan > 1:
                merge = '<w:vMerge w:val="restart"/>'
            lines = shown_lines(placed) if is_first else ()
            centred = self._sheet.is_centred(column, placed.cell)
            style = _style_of(strong=placed.cell.strong, centred=centred)
            yield self._opening(column, placed.colspan, merge)
            yield _paragraphs(lines, style, keep=keep)
            column += placed.colspan

    def _opened(self, column: int, colspan: int, merge: str) -> str:
        """Return what a cell begins with."""
        width = sum(self._widths[column : column + colspan])
        span = f'<w:gridSpan w:val="{colspan}"/>' if colspan > 1 else ""
        size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        height = '<w:vAlign w:val="center"/>' if self._sheet.framed else ""
        return f"<w:tc><w:tcPr>{size}{span}{merge}{height}</w:tcPr>"


def _style_of(*, strong: bool, centred: bool) -> str:
    if strong:
        return "TableHead" if centred else "TableBanner"
    return "TableName" if centred else "TableText"


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
