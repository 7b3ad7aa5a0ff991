"""Sheets as a Word document, by python-docx at XML level, with the figures of GB/T 9704-2012.

Tables are written as pieces of XML: python-docx's own merging of cells takes quadratic time. Fonts go in
by name; the clerk's WPS has them.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from store.refused import Refused
from tui.paper.docx_page import A4, NAMESPACE, TWIPS, elements, number_pages, section, styles, xml_text
from tui.paper.layout import Progress, Sheet, SheetCell, document_title, is_banner, silent
from tui.paper.output import Output
from tui.paper.ruler import balanced
from tui.paper.setup import PageSetup
from tui.paper.text import columns_of

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_PAD = 170
"""Twips that a column has beside its text."""
_HALF_TITLE = 220
"""Twips of half a character of a title: 二号, 22 points."""
_STEP = 200
"""Rows between two looks at whether the print is called off."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """The sheets as a docx file; Refused where python-docx is not installed. Turned pages are landscape ones here: Word turns no tables."""
    try:
        from docx import Document
    except ImportError as error:
        raise Refused("这台机器没有 python-docx,不能生成 docx 文件,请改用 html 或 text。") from error
    document = Document()
    document.styles.element.extend(elements(styles(setup)))
    body = document.element.body
    body.sectPr[:] = elements(section(setup))
    number_pages(document, setup)
    width = A4[0] - round((setup.margins[1] + setup.margins[3]) * TWIPS)
    total = sum(len(sheet.rows) for sheet in sheets)
    content = []
    done = 0
    for place, sheet in enumerate(sheets):
        content.append(_above(sheet, width, new_page=place > 0))
        rows = []
        for row in _rows(sheet, _widths(sheet, width)):
            if done % _STEP == 0:
                progress(done, total)
            done += 1
            rows.append(row)
        content += [
            _table(sheet, width, "".join(rows)),
            *(_paragraph("SheetText", note) for note in sheet.notes),
        ]
    # Word wants a paragraph after the last table; this one is a point high and starts no page.
    body[:-1] = elements("".join(content) + _paragraph("SheetEnd", ""))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = xml_text(document_title(sheets))[:255], "", ""
    properties.created = properties.modified = datetime.now()
    written = io.BytesIO()
    document.save(written)
    return Output(written.getvalue())


def _above(sheet: Sheet, width: int, *, new_page: bool) -> str:
    """What stands over the table; the title is parted here, since Word would leave its last word alone on a line."""
    title = "\n".join(balanced(sheet.title, lambda text: columns_of(text) * _HALF_TITLE, width))
    lines = [("SheetAnnex", sheet.annex)] if sheet.annex else []
    lines += [("SheetTitle", title), *(("SheetUnder", line) for line in sheet.under)]
    return "".join(
        _paragraph(style, text, new_page=new_page and not place) for place, (style, text) in enumerate(lines)
    )


def _widths(sheet: Sheet, width: int) -> list[int]:
    shares, room = sum(column.width for column in sheet.columns), width - _PAD * len(sheet.columns)
    return [_PAD + room * column.width // shares for column in sheet.columns]


def _table(sheet: Sheet, width: int, rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in _widths(sheet, width))
    properties = (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    # With a namespace of its own lxml moves the table in one step; without it takes seconds for 1,000 rows.
    return f"<w:tbl {NAMESPACE}>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _rows(sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    """The table's rows as XML. A joined cell is written once in each row it covers, and says that it goes on."""
    rows, heads = (*sheet.heading, *sheet.rows), len(sheet.heading)
    begun: dict[int, SheetCell] = {}
    for place, row in enumerate(rows):
        # A row that heads others stays with the next; the last one with what stands under the table.
        keep = is_banner(row) or (place == len(rows) - 1 and bool(sheet.notes))
        cells, column = "", 0
        while column < len(row):
            begins = row[column]
            cell = begun[column] = begins or begun[column]
            join = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
            width = sum(widths[column : column + cell.colspan])
            cells += _cell(begins, _cell_style(sheet, column, cell), width, cell.colspan, join, keep=keep)
            column += cell.colspan
        yield f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if place < heads else ''}</w:trPr>{cells}</w:tr>"


def _cell_style(sheet: Sheet, column: int, cell: SheetCell) -> str:
    centred = sheet.columns[column].centred if cell.centred is None else cell.centred
    if cell.strong:
        return "SheetHead" if centred else "SheetBanner"
    return "SheetName" if centred else "SheetText"


def _cell(cell: SheetCell | None, style: str, width: int, colspan: int, join: str, *, keep: bool) -> str:
    """A cell of the table; one that a joined cell covers is empty."""
    span = f'<w:gridSpan w:val="{colspan}"/>' if colspan > 1 else ""
    paragraphs = "".join(_paragraph(style, line, keep=keep) for line in (cell and cell.lines) or ("",))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{join}<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(style: str, text: str, *, new_page: bool = False, keep: bool = False) -> str:
    flow = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
    words = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(xml_text(line))}</w:t>' for line in text.split("\n")
    )
    run = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{words}</w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}</w:pPr>{run}</w:p>'
