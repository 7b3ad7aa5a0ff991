"""Sheets as an Excel file, a worksheet each, by XlsxWriter.

Whatever a cell says is text: never a formula, a number or a link.
"""

import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any

from store.progress import Progress, silent
from store.refused import Refused
from tui.paper.fonts import NAMES
from tui.paper.imprint import page_of_sheet
from tui.paper.layout import Sheet, document_title, row_count
from tui.paper.output import Output, unturned
from tui.paper.paging import pages
from tui.paper.reckoning import reckoned
from tui.paper.ruler import INDENT, LETTERS, TEXT_STYLES, Lettering, PaperLine, Ruler, Style, letter_sizes
from tui.paper.setup import PageSetup
from tui.paper.table import Placed, shown_lines
from tui.paper.xlsx_letters import workbook_letters

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MM = 1 / 25.4

_LETTER_SIZE = 11
_EMPTY_ROW = 18
"""Pixels of a row that nothing is said of."""
_PIXEL = 750
"""Thousandths of a point, which all is measured in; rows and columns are whole pixels."""
_PAD, _GAP = 8, 6
"""Pixels that a cell has beside and above and below its text."""
_HIGH = 0.99
"""The part of the type area's height that is used, so that a program that rounds up shrinks nothing."""
_MOST_HEIGHT = 540
"""Pixels: Excel draws no row higher than 409 points; what needs more becomes several rows, joined."""
_MOST_TEXT = 32767
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF)) | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_MOST_NAME = 27
"""Excel takes 31 characters for the name of a worksheet: room is left for a number."""
_PLAIN_TEXT = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
"""What XlsxWriter is not to make of texts."""
_HEIGHTS: dict[Style, float] = {"annex": 29, "title": 35, "under": 20, "imprint": 24}
_HEIGHTS |= dict.fromkeys(TEXT_STYLES, 29)
_MORE: dict[Style, float] = {"note": 2}
"""Points of a line over the table, and what a line has more than one of the table."""
_Look = tuple[Style, bool, bool, tuple[int, int]]
"""A style, whether it is centred, whether it has a frame, and the rules over and under it."""
_EDGES = {"thick": 2, "thin": 1, "": 0}
"""Excel's numbers of the rules of the 版记."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a file; Refused without XlsxWriter, or for a text that no cell of Excel holds.

    Turned pages are landscape ones here.
    """
    written = io.BytesIO()
    letters = workbook_letters()
    usual = {"font_name": letters.name, "font_size": _LETTER_SIZE}
    book = new_book(
        written,
        default_format_properties=usual,
        default_row_height=_EMPTY_ROW,
        default_column_width=letters.column,
    )
    book.set_properties({"title": for_cell(document_title(sheets))[:255]})
    drawing = _Drawing(book, setup)
    before, total = 0, row_count(sheets)
    for sheet, name in zip(sheets, _names(sheets), strict=True):
        for done in drawing.draw(sheet, book.add_worksheet(name)):
            progress(before + done, total)
        before += len(sheet.rows)
    book.close()
    return Output(written.getvalue(), unturned("xlsx", setup))


def new_book(written: io.BytesIO, **options: Any) -> "Workbook":
    """Return a workbook that takes every text as a text; Refused without XlsxWriter."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise Refused("这台机器没有 XlsxWriter，不能生成 xlsx 文件，请改用 docx 或 html。") from error
    return Workbook(written, {"in_memory": True, **dict.fromkeys(_PLAIN_TEXT, False), **options})


def _names(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield names of worksheets: 31 characters at most, none twice, without the signs of Excel's own."""
    used = {"history"}
    for sheet in sheets:
        plain = for_cell(sheet.name or sheet.title)
        plain = _NOT_IN_NAMES.sub("", plain).strip()
        plain = plain[:_MOST_NAME] or "表"
        number, name = 1, plain
        while name.lower() in used:
            number += 1
            name = f"{plain}{number}"
        used.add(name.lower())
        yield name


def _in_pixels(points: float) -> int:
    """Return a height in whole pixels, in thousandths of a point."""
    return ceil(points * 1000 / _PIXEL) * _PIXEL


class _Drawing:
    """Draws sheets into one book."""

    def __init__(self, book: "Workbook", setup: PageSetup) -> None:
        self._book, self._given = book, setup
        self._formats: dict[_Look, Format] = {}
        self._take_page(setup)

    def _take_page(self, setup: PageSetup) -> None:
        """Take the page of the sheets to come."""
        self._setup = setup
        types: dict[Style, Lettering] = {}
        for style, size in letter_sizes(setup).items():
            measure = partial(reckoned, round(size * 1000))
            height = _HEIGHTS.get(style) or setup.size * 1.5 + _MORE.get(style, 0)
            types[style] = Lettering(measure, _in_pixels(height))
        top, right, bottom, left = setup.sides
        paper_width, paper_height = setup.paper
        width = round((paper_width - left - right) * workbook_letters().used * _MM * 72000)
        self._height = round((paper_height - top - bottom) * _HIGH * _MM * 72000)
        pad, gap = _PAD * _PIXEL, _GAP * _PIXEL
        self._ruler = Ruler(types, width=width, pad=pad, gap=gap, least=10 * _PIXEL, even=_PIXEL)

    def draw(self, sheet: Sheet, paper: "Worksheet") -> Iterator[int]:
        """Draw one sheet page by page; yield how many of its rows are done."""
        page_setup = page_of_sheet(self._given, sheet)
        if page_setup != self._setup:
            self._take_page(page_setup)
        self._page_setup(paper)
        whole = self._ruler.width - self._ruler.pad
        widths = self._ruler.widths(sheet) or [whole]  # Running text stands in one column.
        for column, width in enumerate(widths):
            paper.set_column_pixels(column, column, width // _PIXEL + _PAD)
        row = 0
        breaks: list[int] = []
        is_headed = False
        for page in pages(sheet, self._ruler, widths, self._height):
            if row:
                breaks.append(row)
            row = self._lines(paper, page.above, row, len(widths))
            # Excel itself repeats the headings of the first page.
            skipped = page.heads if is_headed else 0
            starts = self._set_rows(paper, row, page.tops[skipped:])
            if page.heads and not is_headed:
                is_headed = True
                paper.repeat_rows(row, starts[page.heads] - 1)
                paper.freeze_panes(starts[page.heads], 0)
            for cell in page.cells:
                if cell.row >= skipped:
                    self._cell(paper, sheet, cell, starts[cell.row - skipped :])
            row = self._lines(paper, page.below, starts[-1], len(widths))
            yield page.done
        if sheet.imprint:
            self._imprint(paper, sheet, row, len(widths))
        paper.set_h_pagebreaks(breaks)

    def _imprint(self, page: "Worksheet", sheet: Sheet, row: int, columns: int) -> None:
        """Write the 版记 under all else, a line free before it; Excel has no foot of a last page."""
        ruler = self._ruler
        high = ruler.line("imprint") // _PIXEL
        lines = ruler.imprint(sheet)
        for number, line in enumerate(lines, 1):
            end = f"{line.right}{INDENT}" if line.right else ""
            free = ruler.width - ruler.pad - ruler.measure("imprint", line.text + end)
            text = line.text + ruler.padding("imprint", free) + end
            last = "thick" if number == len(lines) else ""
            edges = (_EDGES[line.rule], _EDGES[last])
            look = self._format("imprint", False, edges=edges)
            at = row + number
            page.set_row_pixels(at, high)
            self._put(page, (at, 0, at, columns - 1), text, look)

    def _set_rows(self, paper: "Worksheet", row: int, tops: Sequence[int]) -> list[int]:
        """Give the rows their heights; return where each begins, and where the next would."""
        starts = [row]
        for low, high in pairwise(tops):
            pixels = (high - low) // _PIXEL
            count = -(-pixels // _MOST_HEIGHT)
            for part in range(count):
                paper.set_row_pixels(starts[-1] + part, -(-pixels // count))
            starts.append(starts[-1] + count)
        return starts

    def _page_setup(self, page: "Worksheet") -> None:
        top, right, bottom, left = (side * _MM for side in self._setup.sides)
        if self._setup.is_upright:
            page.set_portrait()
        else:
            page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.center_horizontally()
        page.set_margins(left, right, top, bottom)
        if page.index == 0 or self._setup.own_numbers:  # Else the numbers of the others go on from it.
            page.set_start_page(self._setup.first_page)
        if self._setup.numbers != "none":
            # Excel's own odd and even footers are beyond XlsxWriter: the number stands in the middle.
            number = f'&C&"{NAMES["number"]}"&14— &P —'
            margin = max(0.0, bottom - 7 * _MM - 14 / 72)
            page.set_footer(number, {"margin": margin})

    def _cell(self, page: "Worksheet", sheet: Sheet, cell: Placed, starts: Sequence[int]) -> None:
        """Write a cell; `starts` are where its rows begin."""
        text = "\n".join(shown_lines(cell))
        if len(text) > _MOST_TEXT:
            raise Refused(f"有一格的文字超过 Excel 一格的 {_MOST_TEXT} 字，请改用 docx 或 pdf。")
        centred = sheet.is_centred(cell.column, cell.cell)
        look = self._format("strong" if cell.cell.strong else "text", centred, framed=sheet.framed)
        first_row, last_row = starts[0], starts[cell.rowspan] - 1
        last_column = cell.column + cell.colspan - 1
        self._put(page, (first_row, cell.column, last_row, last_column), text, look)

    def _put(self, page: "Worksheet", area: tuple[int, int, int, int], text: str, look: "Format") -> None:
        """Write a text over an area of cells."""
        first_row, first_column, last_row, last_column = area
        if (first_row, first_column) != (last_row, last_column):
            page.merge_range(first_row, first_column, last_row, last_column, "", look)
        if text:
            page.write_string(first_row, first_column, for_cell(text), look)
        else:
            page.write_blank(first_row, first_column, None, look)

    def _lines(self, page: "Worksheet", lines: Sequence[PaperLine], row: int, columns: int) -> int:
        """Write lines outside the table, each over all columns; return the row under them."""
        for line in lines:
            page.set_row_pixels(row, self._ruler.types[line.style].line // _PIXEL)
            look = self._format(line.style, line.style in ("title", "under"))
            text = line.text
            if line.right is not None:
                free = self._ruler.width - self._ruler.measure(line.style, text)
                text = self._ruler.padding(line.style, free - line.right) + text
            self._put(page, (row, 0, row, columns - 1), text, look)
            row += 1
        return row

    def _format(
        self, style: Style, centred: bool, *, framed: bool = True, edges: tuple[int, int] = (0, 0)
    ) -> "Format":
        """Return how a text is set; `edges` are the rules over and under one that is in no table."""
        key = (style, centred, framed, edges)
        if key not in self._formats:
            role, size = LETTERS[style]
            is_cell = style in ("text", "strong")
            look: dict[str, Any] = {}
            look["font_name"] = self._setup.fonts.get(role, NAMES[role])
            look["font_size"] = size or self._setup.size
            look["valign"] = "vcenter" if framed else "top"
            look["align"] = "center" if centred else "left"
            look["text_wrap"] = is_cell
            look["border"] = int(is_cell and framed)
            if any(edges):
                look["top"], look["bottom"] = edges
            look["num_format"] = "@"
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def for_cell(text: str) -> str:
    """Return a text without the signs that no cell of Excel holds."""
    return text.translate(_NOT_XML)
