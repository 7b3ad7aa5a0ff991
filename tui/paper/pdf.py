"""Sheets as a pdf file, by fpdf2's lines and texts on our own pages: its tables fail on the highest cells.

Everything is measured in thousandths of a point.
"""

import io
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from store.progress import Progress, silent
from store.refused import Refused
from tui.paper.imprint import RULES, THICK, imprint_place, page_of_sheet
from tui.paper.layout import Sheet, document_title, origins, row_count
from tui.paper.letters import Letters
from tui.paper.output import Output
from tui.paper.paging import Page, pages
from tui.paper.pdf_ruler import GAP, MM, PAD, TIGHTER, page_ruler
from tui.paper.ruler import INDENT, LETTERS, TEXT_STYLES, PaperLine, Style, letter_sizes
from tui.paper.setup import PageSetup

if TYPE_CHECKING:
    from fpdf import FPDF

_A4 = (210 * MM, 297 * MM)
_FOOT, _NUMBER_SIZE = 7 * MM, 14.0
"""The page number: 四号, its line 7 mm under the type area (GB/T 9704-2012, 7.5)."""
_BASE = 0.38
"""The part of their size that characters stand under their middle."""
_LOST_NAMED = 20
"""Characters without letters that are named."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a file; Refused without fpdf2 or without Chinese letters."""
    pdf = _new_file(document_title(sheets), setup)
    roles = {*(letters.role for letters in LETTERS.values()), "number"}
    letters = Letters(pdf, setup, roles, characters_of(sheets))
    written = io.BytesIO()
    try:
        _draw(_Drawing(pdf, letters, setup), sheets, progress)
        pdf.output(written)
    finally:
        letters.close()
    return Output(written.getvalue(), tuple(_remarks(letters)))


def _remarks(letters: Letters) -> Iterator[str]:
    """Yield which signs no letters of this machine have."""
    missing = "、".join(letters.missing[:_LOST_NAMED])
    if missing:
        yield f"本机字体没有“{missing}”，已用〓代替。"


def _new_file(title: str, setup: PageSetup) -> "FPDF":
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # It says that without Pillow it draws no pictures: there are none.
            from fpdf import FPDF
    except ImportError as error:
        raise Refused("这台机器没有 fpdf2，不能生成 pdf 文件，请改用 docx 或 html。") from error
    for library in ("fontTools", "fpdf"):
        logging.getLogger(library).setLevel(logging.ERROR)
    stands = setup.is_upright or setup.orientation == "turned"
    pdf = FPDF(orientation="portrait" if stands else "landscape", unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.set_title(title)
    pdf.set_lang("zh-CN")
    pdf.set_line_width(0.5)
    return pdf


def _draw(drawing: "_Drawing", sheets: Sequence[Sheet], progress: Progress) -> None:
    before, total = 0, row_count(sheets)
    for sheet in sheets:
        drawing.begin_sheet(sheet)
        for number, page in enumerate(drawing.pages(sheet)):
            progress(before + page.done, total)
            drawing.draw(page, sheet)
            if number == 0:
                drawing.bookmark(sheet)
        before += len(sheet.rows)
        if sheet.imprint:
            drawing.draw_imprint(sheet)


def characters_of(sheets: Sequence[Sheet]) -> set[str]:
    """Return what a file of some sheets has letters for."""
    found = set("0123456789— （续）〓")
    for sheet in sheets:
        found.update(sheet.title, sheet.annex, *sheet.under, *sheet.notes)
        found.update(*(paragraph.text for paragraph in sheet.text))
        for entry in sheet.imprint:
            found.update(entry.text, entry.right)
        for _, _, cell in origins(sheet.table_rows):
            found.update(*cell.lines)
    return found


class _Drawing:
    """Draws pages one after another."""

    def __init__(self, pdf: "FPDF", letters: Letters, setup: PageSetup) -> None:
        self._pdf, self._letters, self._given = pdf, letters, setup
        self._sizes = letter_sizes(setup)
        self._number = setup.first_page
        self._widths: list[int] = []
        self._end = 0.0
        """Where the last page's content ends."""
        self._take_page(setup)

    def _take_page(self, setup: PageSetup) -> None:
        """Take the page of the sheets to come."""
        self._setup = setup
        top, right, bottom, left = (side * MM for side in setup.sides)
        width, height = (side * MM for side in setup.paper)
        self._left, self._top = left, top
        self._width = width - left - right
        self._height = height - top - bottom
        self._ruler = page_ruler(setup, self._letters)

    def pages(self, sheet: Sheet) -> Iterator[Page]:
        """Return the pages of a sheet."""
        self._widths = self._ruler.widths(sheet)
        return pages(sheet, self._ruler, self._widths, round(self._height * 1000))

    def begin_sheet(self, sheet: Sheet) -> None:
        """Begin a sheet on its page; one that is handed out on a front page, with numbers of its own."""
        page = page_of_sheet(self._given, sheet)
        if page != self._setup:
            self._take_page(page)
        if not self._setup.own_numbers:
            return
        if self._pdf.page_no() % 2:
            self._add_page()
        self._number = self._setup.first_page

    def _add_page(self) -> None:
        stands = self._setup.is_upright or self._setup.orientation == "turned"
        self._pdf.add_page(orientation="portrait" if stands else "landscape")

    def draw(self, page: Page, sheet: Sheet) -> None:
        """Draw one page, with its number."""
        self._add_page()
        turned = self._setup.orientation == "turned"
        # All turned pages turn the same way, head at the left: that is 订口 on odd and 切口 on even ones.
        # (GB/T 9704-2012, 8)
        middle = _A4[1] / 2
        with self._pdf.rotation(90, middle, middle) if turned else nullcontext():
            self._content(page, sheet)
        self._draw_number(turned)

    def bookmark(self, sheet: Sheet) -> None:
        """Name the page that was drawn last in the file's table of contents."""
        self._pdf.start_section(sheet.name or sheet.title)

    def _content(self, page: Page, sheet: Sheet) -> None:
        y = self._lines(page.above, self._top)
        edges = self._edges()
        for placed in page.cells:
            top = y + page.tops[placed.row] / 1000
            stop = y + page.tops[placed.row + placed.rowspan] / 1000
            left = edges[placed.column]
            right = edges[placed.column + placed.colspan]
            if sheet.framed:
                self._pdf.rect(left, top, right - left, stop - top)
            style: Style = "strong" if placed.cell.strong else "text"
            centred = sheet.is_centred(placed.column, placed.cell)
            line = self._ruler.types[style].line / 1000
            height = line * len(placed.lines)
            free = stop - top - height if sheet.framed else GAP
            text_top = top + free / 2
            inner = (left + PAD / 2, right - PAD / 2)
            for number, text in enumerate(placed.lines):
                self._text(style, text, *inner, text_top + number * line, centred=centred)
        bottom = y + page.tops[-1] / 1000
        self._end = self._lines(page.below, bottom)

    def draw_imprint(self, sheet: Sheet) -> None:
        """Draw the 版记 at the foot of an upright even page, of this one where it has room."""
        is_upright = self._setup.is_upright
        if not is_upright:
            self._take_page(replace(self._given, orientation="portrait"))
        lines = self._ruler.imprint(sheet)
        line = self._ruler.line("imprint") / 1000
        foot = self._top + self._height
        room = foot - self._end if is_upright else 0
        wanted = (len(lines) + 1) * line
        place = imprint_place(self._number - 1, room, wanted)
        for _ in range(place.pages):
            self._add_page()
            if place.is_numbered:
                self._draw_number(turned=False)
        y = foot - len(lines) * line
        right = self._left + self._width
        for entry in lines:
            if entry.rule:
                self._rule(y, RULES[entry.rule])
            self._text("imprint", entry.text, self._left, right, y)
            free = self._ruler.measure("imprint", f"{entry.right}{INDENT}") / 1000
            self._text("imprint", entry.right, right - free, right, y)
            y += line
        self._rule(foot, THICK)

    def _rule(self, y: float, thick: float) -> None:
        """Draw a line as wide as the type area, some mm thick."""
        kept = self._pdf.line_width
        self._pdf.set_line_width(thick * MM)
        right = self._left + self._width
        self._pdf.line(self._left, y, right, y)
        self._pdf.set_line_width(kept)

    def _edges(self) -> list[float]:
        """Return where each column begins, and where the last one ends."""
        edges = [self._left]
        for count, width in enumerate(accumulate(self._widths), 1):
            inner = width + PAD * 1000 * count
            edges.append(self._left + inner / 1000)
        return edges

    def _lines(self, lines: Sequence[PaperLine], y: float) -> float:
        """Draw lines outside the table from a height on; return where the next one would be."""
        right = self._left + self._width
        for line in lines:
            centred = line.style in ("title", "under")
            left = self._left
            if line.right is not None:
                long = line.right + self._ruler.measure(line.style, line.text)
                left = right - long / 1000
            self._text(line.style, line.text, left, right, y, centred=centred)
            y += self._ruler.types[line.style].line / 1000
        return y

    def _text(
        self, style: Style, text: str, left: float, right: float, top: float, *, centred: bool = False
    ) -> None:
        size, role = self._sizes[style], LETTERS[style].role
        line = self._ruler.types[style]
        if centred:
            middle = (left + right - line.measure(text) / 1000) / 2
            left = max(left, middle)
        tighter = TIGHTER if style in TEXT_STYLES else 0
        middle = top + line.line / 2000
        self._put(role, size, text, left, middle, tighter)

    def _put(self, role: str, size: float, text: str, x: float, middle: float, tighter: float = 0) -> None:
        """Set a text whose characters stand on both sides of a middle line."""
        self._pdf.set_char_spacing(-tighter)
        for family, run in self._letters.runs(role, text):
            self._pdf.set_font(family, size=size)
            self._pdf.text(x, middle + size * _BASE, run)
            x += self._long(role, run, size)
            x -= tighter * len(run)

    def _long(self, role: str, text: str, size: float) -> float:
        """Return the width of a text in points."""
        return self._letters.measure(role, text, round(size * 1000)) / 1000

    def _draw_number(self, turned: bool) -> None:
        """Draw — 1 — at the outer edge, one character in: odd right, even left."""
        number = self._number
        self._number += 1
        if self._setup.numbers == "none":
            return
        top, right, bottom, left = (side * MM for side in self._setup.sides)
        width, height = (side * MM for side in self._setup.paper)
        if turned:
            right, bottom, left = bottom, left, top
            width, height = _A4
        said = f"— {number} —"
        long = self._long("number", said, _NUMBER_SIZE)
        x = width - right - _NUMBER_SIZE - long
        if self._setup.numbers == "centred":
            x = (width - long) / 2
        elif number % 2 == 0:
            x = left + _NUMBER_SIZE
        y = height - bottom + _FOOT + _NUMBER_SIZE / 2
        self._put("number", _NUMBER_SIZE, said, x, y)
