"""Sheets as a Word document, by python-docx at XML level, with the figures of GB/T 9704-2012.

Tables are written as pieces of XML: python-docx's own merging of cells takes quadratic time. Fonts go in
by name; the clerk's WPS has them.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from store.progress import Progress, silent
from store.refused import Refused
from tui.paper.docx_page import NAMESPACE, TWIPS, elements, number_pages, section, styles, xml_text
from tui.paper.layout import Row, Sheet, SheetCell, document_title, is_banner, row_count
from tui.paper.output import Output
from tui.paper.ruler import balanced
from tui.paper.setup import PageSetup
from tui.paper.text import columns_of

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_TABLE_PROPERTIES = (
    f'<w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_MOST_TITLE = 255
"""Characters that python-docx takes for a property of the file."""
_PAD = 170
"""Twips that a column has beside its text."""
_HALF_TITLE = 220
"""Twips of half a character of a title: 二号, 22 points."""
_STEP = 200
"""Rows between two looks at whether the print is called off."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a docx file; Refused where python-docx is not installed.

    Turned pages are landscape ones here: Word turns no tables.
    """
    document = _new_document()
    document.styles.element.extend(elements(styles(setup)))
    body = document.element.body
    body.sectPr[:] = elements(section(setup))
    number_pages(document, setup)
    # Word wants a paragraph after the last table; this one is a point high and starts no page.
    content = [*_content(sheets, setup, progress), _paragraph("SheetEnd", "")]
    body[:-1] = elements("".join(content))
    properties = document.core_properties
    properties.title = xml_text(document_title(sheets))[:_MOST_TITLE]
    properties.author = properties.comments = ""
    properties.created = properties.modified = datetime.now()
    written = io.BytesIO()
    document.save(written)
    return Output(written.getvalue())


def _new_document() -> Any:
    try:
        from docx import Document
    except ImportError as error:
        raise Refused("这台机器没有 python-docx,不能生成 docx 文件,请改用 html 或 text。") from error
    return Document()


def _content(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress) -> Iterator[str]:
    """Yield the sheets as XML, each on pages of its own."""
    _, right, _, left = setup.sides
    width = round((setup.paper[0] - right - left) * TWIPS)
    total = row_count(sheets)
    done = 0
    for number, sheet in enumerate(sheets):
        yield _above(sheet, width, new_page=number > 0)
        rows = []
        for row in _rows(sheet, _widths(sheet, width)):
            if done % _STEP == 0:
                progress(done, total)
            done += 1
            rows.append(row)
        yield _table(sheet, width, "".join(rows))
        yield from (_paragraph("SheetText", note) for note in sheet.notes)


def _above(sheet: Sheet, width: int, *, new_page: bool) -> str:
    """Return what stands over the table.

    The title is parted here, since Word would leave its last word alone on a line.
    """
    title = "\n".join(balanced(sheet.title, _title_width, width))
    lines = [("SheetAnnex", sheet.annex)] if sheet.annex else []
    lines.append(("SheetTitle", title))
    lines += [("SheetUnder", line) for line in sheet.under]
    first, *others = lines
    paragraphs = [_paragraph(*first, new_page=new_page)]
    paragraphs += [_paragraph(style, text) for style, text in others]
    return "".join(paragraphs)


def _title_width(text: str) -> int:
    return columns_of(text) * _HALF_TITLE


def _widths(sheet: Sheet, width: int) -> list[int]:
    """Return the widths of the columns by their shares, in twips."""
    shares = sum(column.width for column in sheet.columns)
    room = width - _PAD * len(sheet.columns)
    return [_PAD + room * column.width // shares for column in sheet.columns]


def _table(sheet: Sheet, width: int, rows: str) -> str:
    columns = _widths(sheet, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    properties = f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{_TABLE_PROPERTIES}</w:tblPr>'
    # With a namespace of its own lxml moves the table in one step; without it takes seconds for 1,000 rows.
    return f"<w:tbl {NAMESPACE}>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _rows(sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    """Yield the table's rows as XML."""
    rows, heads = sheet.table_rows, len(sheet.heading)
    begun: dict[int, SheetCell] = {}
    for number, row in enumerate(rows, 1):
        # A row that heads others stays with the next; the last one with what stands under the table.
        has_notes_next = number == len(rows) and bool(sheet.notes)
        keep = is_banner(row) or has_notes_next
        cells = "".join(_cells(sheet, row, widths, begun, keep=keep))
        head = "<w:tblHeader/>" if number <= heads else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cells(
    sheet: Sheet, row: Row, widths: Sequence[int], begun: dict[int, SheetCell], *, keep: bool
) -> Iterator[str]:
    """Yield the cells of a row; `begun` has the last cell that began in each column.

    A joined cell is written once in each row that it covers, and says that it goes on.
    """
    column = 0
    while column < len(row):
        begins = row[column]
        cell = begun[column] = begins or begun[column]
        end = column + cell.colspan
        width = sum(widths[column:end])
        properties = _span(cell) + _join(cell, begins=begins is not None)
        lines = begins.lines if begins else ()
        style = _cell_style(sheet, column, cell)
        yield _cell(lines, style, width, properties, keep=keep)
        column = end


def _span(cell: SheetCell) -> str:
    return f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""


def _join(cell: SheetCell, *, begins: bool) -> str:
    """Return how a cell over several rows begins, or goes on; nothing for another."""
    if cell.rowspan == 1:
        return ""
    return '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"


def _cell_style(sheet: Sheet, column: int, cell: SheetCell) -> str:
    centred = sheet.is_centred(column, cell)
    if cell.strong:
        return "SheetHead" if centred else "SheetBanner"
    return "SheetName" if centred else "SheetText"


def _cell(lines: Sequence[str], style: str, width: int, properties: str, *, keep: bool) -> str:
    """Return a cell of the table; one that a joined cell covers is empty."""
    paragraphs = [_paragraph(style, line, keep=keep) for line in lines or ("",)]
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f'<w:tc><w:tcPr>{size}{properties}<w:vAlign w:val="center"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def _paragraph(style: str, text: str, *, new_page: bool = False, keep: bool = False) -> str:
    flow = "<w:keepNext/>" if keep else ""
    if new_page:
        flow += "<w:pageBreakBefore/>"
    run = _run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}</w:pPr>{run}</w:p>'


def _run(text: str) -> str:
    """Return a text, its lines one under another."""
    lines = [escape(xml_text(line)) for line in text.split("\n")]
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{words}</w:r>'
