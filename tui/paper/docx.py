"""Sheets as a Word document by our own hands, with the figures of GB/T 9704-2012.

Fonts go in by name; the clerk's WPS has them. Libraries for Word files take quadratic time for joined cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from store.progress import Progress, silent
from tui.paper.docx_package import packed
from tui.paper.docx_page import font_table, footers, no_footer, section, section_end, settings, styles
from tui.paper.docx_ruler import column_widths, page_height, page_ruler, twips, type_area
from tui.paper.docx_table import paragraph, table
from tui.paper.docx_text import free_room, imprint, running
from tui.paper.imprint import page_of_sheet
from tui.paper.layout import Sheet, document_title, row_count
from tui.paper.output import Output, unturned
from tui.paper.paging import Page, pages
from tui.paper.ruler import Ruler
from tui.paper.setup import PageSetup
from tui.paper.table import LEAST_LAST

_AUTHOR = "要点"
"""Who made a document, where no bureau is named."""
_MOST_TITLE = 255
"""Characters that Word takes for a property of the file."""
_SPARE = 120
"""Twips of the page of the 版记 that its rules and the paragraph after them take."""
_STEP = 200
"""Rows between two looks at whether the print is called off."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a docx file. Turned pages are landscape ones here: Word turns no tables."""
    parts = {"styles": styles(setup), "settings": settings(setup), "fontTable": font_table(setup)}
    data = packed(
        _Body(setup, progress, row_count(sheets)).written(sheets),
        parts | footers(setup) | no_footer(),
        title=document_title(sheets)[:_MOST_TITLE],
        author=setup.bureau or _AUTHOR,
        created=datetime.now(),
    )
    return Output(data, unturned("docx", setup))


class _Body:
    """Writes sheets as XML, each on pages of its own, in sections of pages of one orientation."""

    def __init__(self, setup: PageSetup, progress: Progress, total: int) -> None:
        self._setup, self._progress, self._total = setup, progress, total
        self._page = setup
        """That of the section at hand."""
        self._sections = self._sheets = self._rows = 0
        """How many of each there are so far."""
        self._begins = ""
        """Which page the section at hand begins on, where it is not the next."""

    def written(self, sheets: Sequence[Sheet]) -> Iterator[str]:
        """Yield the sheets in pieces."""
        for sheet in sheets:
            yield from self._sheet(sheet)
            self._rows += len(sheet.rows)
            if sheet.imprint:
                yield from self._imprint(sheet)
        # Word wants a paragraph after the last table; this one is a point high and starts no page.
        yield paragraph("PageEnd", "")
        yield self._section()

    def _sheet(self, sheet: Sheet) -> Iterator[str]:
        page = page_of_sheet(self._setup, sheet)
        is_first = self._sheets == 0
        self._sheets += 1
        is_other = self._setup.own_numbers or page != self._page
        is_new_section = is_other and not is_first
        if is_new_section:
            yield self._section_end()
        self._page = page
        ruler = page_ruler(page)
        inner = ruler.widths(sheet)
        # A sheet is measured, then written: each is half of its way.
        half = len(sheet.rows) // 2
        parted = list(self._measured(sheet, ruler, inner))
        yield from _above(sheet, ruler, new_page=not is_first and not is_new_section)
        yield from running(sheet)
        widths = column_widths(inner)
        end = LEAST_LAST * ruler.line("text")
        rows = table(sheet, widths, parted, end) if sheet.columns else ()
        for count, piece in enumerate(rows):
            if count % _STEP == 0:
                done = min(half + count // 2, len(sheet.rows))
                self._progress(self._rows + done, self._total)
            yield piece
        yield from (paragraph("Note", note) for note in sheet.notes)

    def _measured(self, sheet: Sheet, ruler: Ruler, inner: Sequence[int]) -> Iterator[Page]:
        """Yield the pages as they are measured, and tell how far that is."""
        for page in pages(sheet, ruler, inner, page_height(self._page)):
            self._progress(self._rows + page.done // 2, self._total)
            yield page

    def _imprint(self, sheet: Sheet) -> Iterator[str]:
        """Yield the 版记 at the foot of an even page of its own: Word fills the last one."""
        yield self._section_end()
        self._page = replace(self._setup, orientation="portrait")
        self._begins = "evenPage"
        ruler = page_ruler(self._page)
        count = len(ruler.imprint(sheet))
        room = page_height(self._page) - count * ruler.line("imprint")
        yield free_room(twips(room) - _SPARE)
        yield imprint(sheet, type_area(self._page))

    def _section(self) -> str:
        """Return the section that ends here; the first says which number the pages begin with."""
        goes_on = self._sections > 0 and not self._setup.own_numbers
        return section(self._page, self._begins, goes_on=goes_on)

    def _section_end(self) -> str:
        written = section_end(self._section())
        self._sections += 1
        return written


def _above(sheet: Sheet, ruler: Ruler, *, new_page: bool) -> Iterator[str]:
    """Yield what stands over the table, with the gaps that a ruler leaves.

    The title is parted here, since Word would leave its last word alone on a line.
    """
    yield from [paragraph("Normal", "")] * sheet.room_above
    texts = [("annex", "Annex", sheet.annex)] if sheet.annex else []
    texts.append(("title", "Heading1", "\n".join(ruler.title_lines(sheet))))
    texts += [("under", "Under", line) for line in sheet.under]
    gaps = _gaps(sheet, ruler)
    for number, (kind, style, text) in enumerate(texts):
        is_last_of_kind = number + 1 == len(texts) or texts[number + 1][0] != kind
        after = gaps.get(kind, 0) if is_last_of_kind else 0
        yield paragraph(style, text, after=after, new_page=new_page and number == 0)


def _gaps(sheet: Sheet, ruler: Ruler) -> dict[str, int]:
    """Return how much is left free after the last line of each style, in twips."""
    gaps: dict[str, int] = {}
    style = ""
    for line in ruler.above(sheet):
        if line.text:
            style = line.style
        else:
            gaps[style] = gaps.get(style, 0) + twips(ruler.types[line.style].line)
    return gaps
