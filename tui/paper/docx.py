"""A sheet as a Word document, by python-docx at XML level, with the figures of GB/T 9704-2012.

The table is written as one piece of XML: python-docx's own merging of cells takes quadratic time. Fonts go in
by name; the clerk's WPS has them.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from store.model import Refused
from tui.paper.layout import Cell, Row, Sheet, SheetColumn

_WIDTH = 12755
"""Twips of the standard's area of 156 x 225 mm, turned."""
_SECTION = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1531" w:right="2098" w:bottom="1531" w:left="1984" w:header="850" w:footer="850" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/>'
)
"""A4 turned: right 37, left 35, top and bottom 27 mm; 22 lines on 225 mm (GB/T 9704-2012, 5.2)."""
_STYLES = {
    "SheetTitle": ("方正小标宋简体", 44, "center", 700, 280),
    "SheetHead": ("黑体", 21, "center", 320, 0),
    "SheetText": ("仿宋_GB2312", 21, "left", 320, 0),
    "SheetName": ("仿宋_GB2312", 21, "center", 320, 0),
    "SheetPage": ("宋体", 28, "center", 320, 0),
    "SheetEnd": ("宋体", 2, "left", 20, 0),
}
"""Style to font, size in half points (2号 44, 四号 28, 五号 21), alignment, least line height and space below in twips."""
_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="SheetPage"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
)
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF))
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_TABLE = (
    f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>'
    + "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def to_bytes(sheet: Sheet) -> bytes:
    """The sheet as a docx file; Refused where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise Refused("这台机器没有 python-docx,不能生成 docx 文件,请改用 --format text。") from error
    document = Document()
    document.styles.element.extend(_elements("".join(_style(name, *figures) for name, figures in _STYLES.items())))
    body = document.element.body
    body.sectPr[:] = _elements(_SECTION)
    document.sections[0].footer.part.element[:] = _elements(_PAGE_NUMBER)
    notes = "".join(_paragraph("SheetText", note) for note in sheet.notes)
    # Word wants a paragraph after the last table; this one is a point high and starts no page.
    content = _paragraph("SheetTitle", sheet.title) + _table(sheet) + notes + _paragraph("SheetEnd", "")
    body[:-1] = _elements(content)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = sheet.title[:255], "", ""
    properties.created = properties.modified = datetime.now()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _elements(xml: str) -> list[Any]:
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {_NAMESPACE}>{xml}</w:body>"))


def _style(name: str, font: str, size: int, alignment: str, line: int, below: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="{below}" w:line="{line}" w:lineRule="atLeast"/><w:jc w:val="{alignment}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )


def _table(sheet: Sheet) -> str:
    shares = sum(column.width for column in sheet.columns)
    widths = [_WIDTH * column.width // shares for column in sheet.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading = "".join(_cell(Cell((column.label,)), "SheetHead", width) for column, width in zip(sheet.columns, widths, strict=True))
    rows = "".join(_row(row, sheet.columns, widths) for row in sheet.rows)
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>"
    # With a namespace of its own lxml moves the table in one step; without it takes seconds for 1,000 rows.
    return f"<w:tbl {_NAMESPACE}>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _row(row: Row, columns: Sequence[SheetColumn], widths: Sequence[int]) -> str:
    styles = ("SheetName" if column.centred else "SheetText" for column in columns)
    cells = "".join(_cell(cell, style, width) for cell, style, width in zip(row, styles, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(cell: Cell | None, style: str, width: int) -> str:
    """A cell of the table; one that a joined cell covers is written too, and says so."""
    join = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    paragraphs = "".join(_paragraph(style, line) for line in (cell and cell.lines) or ("",))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{join}<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'


def _paragraph(style: str, text: str) -> str:
    run = (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text.translate(_NOT_XML))}</w:t></w:r>'
        if text
        else ""
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
