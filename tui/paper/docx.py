"""Sheets as a Word document, by python-docx at XML level, with the figures of GB/T 9704-2012.

Tables are written as pieces of XML: python-docx's own merging of cells takes quadratic time. Fonts go in
by name; the clerk's WPS has them.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from store.model import Refused
from tui.paper.fonts import NAMES
from tui.paper.layout import Cell, Progress, Sheet, is_banner, silent
from tui.paper.output import Output
from tui.paper.setup import PageSetup

_TWIPS = 1440 / 25.4
_A4 = (16838, 11906)
_GRID = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>'
"""22 lines on 225 mm and 28 characters on 156 mm (GB/T 9704-2012, 5.2.3 and 5.2.2)."""
_STYLES = {
    "SheetAnnex": ("strong", 32, "left", 579, 579),
    "SheetTitle": ("title", 44, "center", 700, 280),
    "SheetUnder": ("under", 24, "center", 360, 120),
    "SheetHead": ("strong", 0, "center", 320, 0),
    "SheetBanner": ("strong", 0, "left", 320, 0),
    "SheetText": ("text", 0, "left", 320, 0),
    "SheetName": ("text", 0, "center", 320, 0),
    "SheetPage": ("number", 28, "right", 320, 0),
    "SheetEnd": ("number", 2, "left", 20, 0),
}
"""Style to role, size in half points (2号 44, 3号 32, 4号 28; 0 for the table's), alignment, least line and space below in twips."""
_NUMBER = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOT_XML = dict.fromkeys((*(code for code in range(0x20) if code not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_PAD = 170
"""Twips that a column has beside its text."""
_STEP = 200
"""Rows between two looks at whether the print is called off."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """The sheets as a docx file; Refused where python-docx is not installed. Turned pages are landscape ones here: Word turns no tables."""
    try:
        from docx import Document
    except ImportError as error:
        raise Refused("这台机器没有 python-docx,不能生成 docx 文件,请改用 html 或 text。") from error
    document = Document()
    document.styles.element.extend(_elements("".join(_style(name, setup, *figures) for name, figures in _STYLES.items())))
    body = document.element.body
    body.sectPr[:] = _elements(_section(setup))
    _number_pages(document, setup)
    width = _A4[0] - round((setup.margins[1] + setup.margins[3]) * _TWIPS)
    total = sum(len(sheet.rows) for sheet in sheets)
    content = []
    done = 0
    for place, sheet in enumerate(sheets):
        content.append(_above(sheet, new_page=place > 0))
        rows = []
        for row in _rows(sheet, _widths(sheet, width)):
            if done % _STEP == 0:
                progress(done, total)
            done += 1
            rows.append(row)
        content += [_table(sheet, width, "".join(rows)), *(_paragraph("SheetText", note) for note in sheet.notes)]
    # Word wants a paragraph after the last table; this one is a point high and starts no page.
    body[:-1] = _elements("".join(content) + _paragraph("SheetEnd", ""))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _xml_text(sheets[0].title)[:255], "", ""
    properties.created = properties.modified = datetime.now()
    written = io.BytesIO()
    document.save(written)
    return Output(written.getvalue())


def _elements(xml: str) -> list[Any]:
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {_NAMESPACE}>{xml}</w:body>"))


def _section(setup: PageSetup) -> str:
    top, right, bottom, left = (round(side * _TWIPS) for side in setup.margins)
    # The number's line is 7 mm under the type area (GB/T 9704-2012, 7.5); a footer is measured from the paper's edge to its foot.
    footer = max(0, bottom - round(7 * _TWIPS) - 320)
    return (
        f'<w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}" w:orient="landscape"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}"'
        f' w:left="{left}" w:header="850" w:footer="{footer}" w:gutter="0"/><w:pgNumType w:start="{setup.first_page}"/>{_GRID}'
    )


def _number_pages(document: Any, setup: PageSetup) -> None:
    """Footers: odd pages at the right, even ones at the left, one character of 四号 in (GB/T 9704-2012, 7.5); or all centred."""
    section = document.sections[0]
    if setup.numbers == "standard":
        document.settings.odd_and_even_pages_header_footer = True
        places = {
            section.footer: '<w:ind w:right="280"/><w:jc w:val="right"/>',
            section.even_page_footer: '<w:ind w:left="280"/><w:jc w:val="left"/>',
        }
    else:
        places = {section.footer: '<w:jc w:val="center"/>'}
    for footer, place in places.items():
        number = _NUMBER if setup.numbers != "none" else ""
        footer.part.element[:] = _elements(f'<w:p><w:pPr><w:pStyle w:val="SheetPage"/>{place}</w:pPr>{number}</w:p>')


def _style(name: str, setup: PageSetup, role: str, half_points: int, alignment: str, line: int, below: int) -> str:
    font = quoteattr(_xml_text(setup.fonts.get(role, NAMES[role])))
    size = half_points or round(setup.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="{below}" w:line="{line}" w:lineRule="atLeast"/><w:jc w:val="{alignment}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )


def _above(sheet: Sheet, *, new_page: bool) -> str:
    lines = [("SheetAnnex", sheet.annex)] if sheet.annex else []
    lines += [("SheetTitle", sheet.title), *(("SheetUnder", line) for line in sheet.under)]
    return "".join(_paragraph(style, text, new_page=new_page and not place) for place, (style, text) in enumerate(lines))


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
    return f"<w:tbl {_NAMESPACE}>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _rows(sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    """The table's rows as XML. A joined cell is written once in each row it covers, and says that it goes on."""
    rows, heads = (*sheet.heading, *sheet.rows), len(sheet.heading)
    begun: dict[int, Cell] = {}
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


def _cell_style(sheet: Sheet, column: int, cell: Cell) -> str:
    centred = sheet.columns[column].centred if cell.centred is None else cell.centred
    if cell.strong:
        return "SheetHead" if centred else "SheetBanner"
    return "SheetName" if centred else "SheetText"


def _cell(cell: Cell | None, style: str, width: int, colspan: int, join: str, *, keep: bool) -> str:
    """A cell of the table; one that a joined cell covers is empty."""
    span = f'<w:gridSpan w:val="{colspan}"/>' if colspan > 1 else ""
    paragraphs = "".join(_paragraph(style, line, keep=keep) for line in (cell and cell.lines) or ("",))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{join}<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(style: str, text: str, *, new_page: bool = False, keep: bool = False) -> str:
    flow = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
    run = (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(_xml_text(text))}</w:t></w:r>' if text else ""
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}</w:pPr>{run}</w:p>'


def _xml_text(text: str) -> str:
    """A text without what XML cannot hold."""
    return text.translate(_NOT_XML)
