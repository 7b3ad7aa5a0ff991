"""Running text and the 版记 as a Word document has them (GB/T 9704-2012, 5.2.2, 7.3 and 7.4)."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from tui.paper.docx_page import HEADINGS, xml_text
from tui.paper.imprint import THICK, THIN
from tui.paper.layout import ImprintEntry, Paragraph, Sheet

_SIGN, _SMALL_SIGN = 316, 280
"""Twips of a character of running text, and of one of the 版记: 四号."""
_EIGHTHS = 8 * 72 / 25.4
"""Eighths of a point in a mm, which the lines of a table are given in."""
_RULES = {
    "top": round(THICK * _EIGHTHS),
    "bottom": round(THICK * _EIGHTHS),
    "insideH": round(THIN * _EIGHTHS),
}
_PARAGRAPH = "<w:p><w:pPr>{look}</w:pPr>{run}</w:p>"
_RIGHT = (
    '<w:ind w:rightChars="{signs}" w:right="{twips}" w:firstLineChars="0" w:firstLine="0"/>'
    '<w:jc w:val="right"/>'
)
_INDENTED = '<w:ind w:leftChars="{signs}" w:left="{twips}" {first}/>'
_FIRST = 'w:{kind}Chars="{signs}" w:{kind}="{twips}"'
_TEXT = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_FREE = '<w:snapToGrid w:val="0"/><w:spacing w:line="{}" w:lineRule="exact"/>'
_RULE = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
_IMPRINT = (
    '<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    '</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
)
_ROW = '<w:tr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{entry}</w:tc></w:tr>'
_ENTRY = (
    '<w:pStyle w:val="Imprint"/><w:tabs><w:tab w:val="right" w:pos="{stop}"/></w:tabs>'
    f'<w:ind w:left="{{left}}" w:right="{_SMALL_SIGN}" w:hanging="{{hanging}}"/>'
)
_TAB = "<w:r><w:tab/></w:r>"


def running(sheet: Sheet) -> Iterator[str]:
    """Yield the paragraphs of a sheet's running text, in the body's own style."""
    for paragraph in sheet.text:
        keep = "<w:keepNext/>" if paragraph.keep else ""
        look = _styled(paragraph) + keep + _placed(paragraph)
        yield _PARAGRAPH.format(look=look, run=_run(paragraph.text))


def _styled(paragraph: Paragraph) -> str:
    """Return the name of a heading's style; that of the body goes without saying."""
    key = HEADINGS.get(paragraph.style)
    return f'<w:pStyle w:val="{key}"/>' if key else ""


def _placed(paragraph: Paragraph) -> str:
    """Return how a paragraph is indented where it is not as the body is, two characters in."""
    free = paragraph.right
    if free is not None:
        return _RIGHT.format(signs=round(free * 100), twips=round(free * _SIGN))
    further = paragraph.further
    more = paragraph.first - further
    if (further, more) == (0, 2):
        return ""
    kind = "firstLine" if more >= 0 else "hanging"
    size = abs(more)
    first = _FIRST.format(kind=kind, signs=size * 100, twips=size * _SIGN)
    return _INDENTED.format(signs=further * 100, twips=further * _SIGN, first=first)


def _run(text: str) -> str:
    return _TEXT.format(escape(xml_text(text))) if text else ""


def free_room(height: int) -> str:
    """Return an empty paragraph of some twips."""
    return _PARAGRAPH.format(look=_FREE.format(height), run="")


def imprint(sheet: Sheet, width: int) -> str:
    """Return the 版记 as a table of one column."""
    rules = "".join(_RULE.format(edge, size) for edge, size in _RULES.items())
    rows = "".join(_row(entry, width) for entry in sheet.imprint)
    return _IMPRINT.format(width=width, rules=rules, rows=rows)


def _row(entry: ImprintEntry, width: int) -> str:
    """Return a row of the 版记, a character free at each side; what follows 抄送： stands under itself."""
    hanging = entry.hanging * _SMALL_SIGN
    look = _ENTRY.format(stop=width - _SMALL_SIGN, left=_SMALL_SIGN + hanging, hanging=hanging)
    run = _run(entry.text)
    if entry.right:
        run += _TAB + _run(entry.right)
    written = _PARAGRAPH.format(look=look, run=run)
    return _ROW.format(width=width, entry=written)
