"""Running text and the 版记 as a Word document has them (GB/T 9704-2012, 5.2.2, 7.3 and 7.4)."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from tui.paper.docx_page import xml_text
from tui.paper.imprint import THICK, THIN
from tui.paper.layout import ImprintEntry, Paragraph, Sheet

_SIGN, _SMALL_SIGN = 316, 280
"""Twips of a character of running text on the page's grid, and of one of the 版记: 四号."""
_EIGHTHS = 8 * 72 / 25.4
"""Eighths of a point in a mm, which the lines of a table are given in."""


def running(sheet: Sheet) -> Iterator[str]:
    """Yield the paragraphs of a sheet's running text, in the body's own style."""
    for paragraph in sheet.text:
        keep = "<w:keepNext/>" if paragraph.keep else ""
        yield f"<w:p><w:pPr>{keep}{_placed(paragraph)}</w:pPr>{_run(paragraph.text)}</w:p>"


def _placed(paragraph: Paragraph) -> str:
    """Return how a paragraph is indented where it is not as the body is, two characters in."""
    if paragraph.right is not None:
        free = paragraph.right
        sizes = f'w:rightChars="{round(free * 100)}" w:right="{round(free * _SIGN)}"'
        return f'<w:ind {sizes} w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>'
    further, more = paragraph.further, paragraph.first - paragraph.further
    if (further, more) == (0, 2):
        return ""
    side = f'w:leftChars="{further * 100}" w:left="{further * _SIGN}"'
    kind = "firstLine" if more >= 0 else "hanging"
    return f'<w:ind {side} w:{kind}Chars="{abs(more) * 100}" w:{kind}="{abs(more) * _SIGN}"/>'


def _run(text: str) -> str:
    if not text:
        return ""
    said = f'<w:t xml:space="preserve">{escape(xml_text(text))}</w:t>'
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{said}</w:r>'


def free_room(height: int) -> str:
    """Return an empty paragraph of some twips."""
    line = f'<w:snapToGrid w:val="0"/><w:spacing w:line="{height}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{line}</w:pPr></w:p>"


def imprint(sheet: Sheet, width: int) -> str:
    """Return the 版记 as a table of one column."""
    thick, thin = round(THICK * _EIGHTHS), round(THIN * _EIGHTHS)
    sizes = {"top": thick, "bottom": thick, "insideH": thin}
    rules = [
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for edge, size in sizes.items()
    ]
    size = f'<w:tblW w:w="{width}" w:type="dxa"/>'
    edges = f'<w:tblBorders>{"".join(rules)}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    sides = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    rows = [_row(entry, width) for entry in sheet.imprint]
    grid = f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{size}{edges}{sides}</w:tblPr>{grid}{''.join(rows)}</w:tbl>"


def _row(entry: ImprintEntry, width: int) -> str:
    """Return a row of the 版记, a character free at each side; what follows 抄送： stands under itself."""
    label, colon, _ = entry.text.partition("：")
    hanging = (len(label) + 1) * _SMALL_SIGN if colon else 0
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width - _SMALL_SIGN}"/></w:tabs>' if entry.right else ""
    left = f'w:left="{_SMALL_SIGN + hanging}" w:right="{_SMALL_SIGN}" w:hanging="{hanging}"'
    right = f"<w:r><w:tab/></w:r>{_run(entry.right)}" if entry.right else ""
    cell = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    looks = f'<w:pPr><w:pStyle w:val="Imprint"/>{tab}<w:ind {left}/></w:pPr>'
    return f"<w:tr><w:tc>{cell}<w:p>{looks}{_run(entry.text)}{right}</w:p></w:tc></w:tr>"
