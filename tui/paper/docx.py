"""Sheets as a Word document by our own hands, with the figures of GB/T 9704-2012.

Fonts go in by name; the clerk's WPS has them. Libraries for Word files take quadratic time for joined cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from store.progress import Progress, silent
from tui.paper.docx_package import packed
from tui.paper.docx_page import font_table, footers, section, section_end, settings, styles
from tui.paper.docx_ruler import column_widths, page_height, page_ruler, twips
from tui.paper.docx_table import paragraph, table
from tui.paper.layout import Sheet, document_title, row_count
from tui.paper.output import Output
from tui.paper.paging import Page, pages
from tui.paper.ruler import Ruler, balanced
from tui.paper.setup import PageSetup

_AUTHOR = "要点"
"""Who made a document, where no bureau is named."""
_MOST_TITLE = 255
"""Characters that Word takes for a property of the file."""
_STEP = 200
"""Rows between two looks at whether the print is called off."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a docx file. Turned pages are landscape ones here: Word turns no tables."""
    parts = {"styles": styles(setup), "settings": settings(setup), "fontTable": font_table(setup)}
    data = packed(
        _body(sheets, setup, progress),
        parts | footers(setup),
        title=document_title(sheets)[:_MOST_TITLE],
        author=setup.bureau or _AUTHOR,
        created=datetime.now(),
    )
    return Output(data)


def _body(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress) -> Iterator[str]:
    """Yield the sheets as XML, each on pages of its own."""
    ruler, height = page_ruler(setup), page_height(setup)
    total, done = row_count(sheets), 0
    for number, sheet in enumerate(sheets):
        inner = ruler.widths(sheet)
        measured = pages(sheet, ruler, inner, height)
        # A sheet is measured, then written: each is half of its way.
        half = len(sheet.rows) // 2
        parted = list(_watched(measured, progress, done, total))
        if number > 0 and setup.own_numbers:
            yield section_end(setup)
        yield from _above(sheet, ruler, new_page=number > 0 and not setup.own_numbers)
        for count, piece in enumerate(table(sheet, column_widths(inner), parted)):
            if count % _STEP == 0:
                progress(done + min(half + count // 2, len(sheet.rows)), total)
            yield piece
        done += len(sheet.rows)
        yield from (paragraph("Note", note) for note in sheet.notes)
    # Word wants a paragraph after the last table; this one is a point high and starts no page.
    yield paragraph("PageEnd", "")
    yield section(setup)


def _watched(measured: Iterable[Page], progress: Progress, done: int, total: int) -> Iterator[Page]:
    """Yield the pages as they are measured, and tell how far that is."""
    for page in measured:
        progress(done + page.done // 2, total)
        yield page


def _above(sheet: Sheet, ruler: Ruler, *, new_page: bool) -> Iterator[str]:
    """Yield what stands over the table, with the gaps that a ruler leaves.

    The title is parted here, since Word would leave its last word alone on a line.
    """
    texts = [("annex", "Annex", sheet.annex)] if sheet.annex else []
    title = balanced(sheet.title, ruler.types["title"].measure, ruler.width)
    texts.append(("title", "Heading1", "\n".join(title)))
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
