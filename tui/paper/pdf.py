"""Sheets as a pdf file, by fpdf2's lines and texts under our own pages: its tables fail on cells that span more than a page.

Everything is measured in thousandths of a point.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from store.refused import Refused
from tui.paper.layout import Progress, Sheet, document_title, silent
from tui.paper.letters import Letters
from tui.paper.output import Output
from tui.paper.paging import Page, pages
from tui.paper.ruler import PaperLine, Ruler, Style, Type
from tui.paper.setup import PageSetup

if TYPE_CHECKING:
    from fpdf import FPDF

_MM = 72 / 25.4
_A4 = (210 * _MM, 297 * _MM)
_ROLES: dict[Style, str] = {
    "annex": "strong",
    "title": "title",
    "under": "under",
    "text": "text",
    "strong": "strong",
    "note": "text",
}
_PAD, _GAP = 8.5, 5.0
"""Points that a cell has beside and above and below its text."""
_FOOT, _NUMBER_SIZE = 7 * _MM, 14.0
"""The page number: 四号, its line 7 mm under the type area (GB/T 9704-2012, 7.5)."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """The sheets as a file; Refused without fpdf2 or without Chinese letters."""
    try:
        from fpdf import FPDF
    except ImportError as error:
        raise Refused("这台机器没有 fpdf2,不能生成 pdf 文件,请改用 docx 或 html。") from error
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    logging.getLogger("fpdf").setLevel(logging.ERROR)
    turned = setup.orientation == "turned"
    pdf = FPDF(orientation="portrait" if turned else "landscape", unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.set_title(document_title(sheets))
    pdf.set_lang("zh-CN")
    pdf.set_line_width(0.5)
    letters = Letters(pdf, setup, {*_ROLES.values(), "number"}, _characters(sheets))
    written = io.BytesIO()
    try:
        _draw(_Drawing(pdf, letters, setup), sheets, progress)
        pdf.output(written)
    finally:
        letters.close()
    lost = f"本机字体没有“{'、'.join(letters.missing[:20])}”,已用〓代替。" if letters.missing else ""
    return Output(written.getvalue(), (lost,) if lost else ())


def _draw(drawing: "_Drawing", sheets: Sequence[Sheet], progress: Progress) -> None:
    before, total = 0, sum(len(sheet.rows) for sheet in sheets)
    for sheet in sheets:
        for page in drawing.pages(sheet):
            progress(before + page.done, total)
            drawing.draw(page, sheet)
        before += len(sheet.rows)


def _characters(sheets: Sequence[Sheet]) -> set[str]:
    found = set("0123456789— (续)〓")
    for sheet in sheets:
        found.update(sheet.title, sheet.annex, *sheet.under, *sheet.notes)
        for row in (*sheet.heading, *sheet.rows):
            for cell in row:
                if cell:
                    found.update(*cell.lines)
    return found


class _Drawing:
    """Draws pages one after another."""

    def __init__(self, pdf: "FPDF", letters: Letters, setup: PageSetup) -> None:
        self._pdf, self._letters, self._setup = pdf, letters, setup
        size = setup.size
        self._sizes: dict[Style, float] = {
            "annex": 16,
            "title": 22,
            "under": 12,
            "text": size,
            "strong": size,
            "note": size,
        }
        heights: dict[Style, float] = {
            "annex": 28.95,
            "title": 35,
            "under": 18,
            "text": size * 1.5,
            "strong": size * 1.5,
            "note": size * 1.7,
        }
        top, right, bottom, left = (side * _MM for side in setup.margins)
        self._left, self._top, self._width, self._height = (
            left,
            top,
            _A4[1] - left - right,
            _A4[0] - top - bottom,
        )
        types = {
            style: Type(
                partial(self._measure, role, round(self._sizes[style] * 1000)), round(heights[style] * 1000)
            )
            for style, role in _ROLES.items()
        }
        self._ruler = Ruler(
            types,
            width=round(self._width * 1000),
            pad=round(_PAD * 1000),
            gap=round(_GAP * 1000),
            least=10000,
        )
        self._number = setup.first_page
        self._widths: list[int] = []

    def _measure(self, role: str, size: int, text: str) -> int:
        return self._letters.measure(role, text, size)

    def pages(self, sheet: Sheet) -> Iterator[Page]:
        """The pages of a sheet."""
        self._widths = self._ruler.widths(sheet.columns)
        return pages(sheet, self._ruler, self._widths, round(self._height * 1000))

    def draw(self, page: Page, sheet: Sheet) -> None:
        """Draw one page, with its number."""
        self._pdf.add_page()
        turned = self._setup.orientation == "turned"
        # All turned pages turn the same way, head at the left: that is 订口 on odd and 切口 on even ones (GB/T 9704-2012, 8).
        middle = _A4[1] / 2
        with self._pdf.rotation(90, middle, middle) if turned else nullcontext():
            self._content(page, sheet)
        self._draw_number(turned)

    def _content(self, page: Page, sheet: Sheet) -> None:
        y = self._lines(page.above, self._top)
        lefts = [
            self._left,
            *(
                self._left + (edge + _PAD * 1000 * (place + 1)) / 1000
                for place, edge in enumerate(accumulate(self._widths))
            ),
        ]
        for placed in page.cells:
            top, stop = (y + page.tops[row] / 1000 for row in (placed.row, placed.row + placed.rowspan))
            left, right = lefts[placed.column], lefts[placed.column + placed.colspan]
            self._pdf.rect(left, top, right - left, stop - top)
            style: Style = "strong" if placed.cell.strong else "text"
            line = self._ruler.types[style].line / 1000
            centred = (
                sheet.columns[placed.column].centred if placed.cell.centred is None else placed.cell.centred
            )
            text_top = top + (stop - top - line * len(placed.lines)) / 2
            for number, text in enumerate(placed.lines):
                self._text(
                    style, text, left + _PAD / 2, right - _PAD / 2, text_top + number * line, centred=centred
                )
        self._lines(page.below, y + page.tops[-1] / 1000)

    def _lines(self, lines: Sequence[PaperLine], y: float) -> float:
        """Draw lines outside the table from a height on; where the next one would be."""
        for line in lines:
            self._text(
                line.style,
                line.text,
                self._left,
                self._left + self._width,
                y,
                centred=line.style in ("title", "under"),
            )
            y += self._ruler.types[line.style].line / 1000
        return y

    def _text(self, style: Style, text: str, left: float, right: float, top: float, *, centred: bool) -> None:
        size, role, line = self._sizes[style], _ROLES[style], self._ruler.types[style]
        if centred:
            left = max(left, (left + right - line.measure(text) / 1000) / 2)
        self._put(role, size, text, left, top + line.line / 2000)

    def _put(self, role: str, size: float, text: str, x: float, middle: float) -> None:
        """Set a text whose characters stand on both sides of a middle line."""
        for family, run in self._letters.runs(role, text):
            self._pdf.set_font(family, size=size)
            self._pdf.text(x, middle + size * 0.38, run)
            x += self._letters.measure(role, run, round(size * 1000)) / 1000

    def _draw_number(self, turned: bool) -> None:
        """— 1 — at the outer edge, one character in: odd right, even left."""
        place, said = self._setup.numbers, f"— {self._number} —"
        if place != "none":
            _, right, bottom, left = margins = [side * _MM for side in self._setup.margins]
            if turned:
                right, bottom, left = margins[2], margins[3], margins[0]
            width, height = _A4 if turned else _A4[::-1]
            long = self._letters.measure("number", said, round(_NUMBER_SIZE * 1000)) / 1000
            x = left + _NUMBER_SIZE if self._number % 2 == 0 else width - right - _NUMBER_SIZE - long
            x = (width - long) / 2 if place == "centred" else x
            self._put("number", _NUMBER_SIZE, said, x, height - bottom + _FOOT + _NUMBER_SIZE / 2)
        self._number += 1
