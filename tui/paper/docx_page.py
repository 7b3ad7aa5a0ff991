"""The page of a Word document by GB/T 9704-2012: size, margins, grid, numbers, letters; and the XML that it is written in."""

from typing import Any
from xml.sax.saxutils import quoteattr

from tui.paper.fonts import NAMES
from tui.paper.setup import PageSetup

TWIPS = 1440 / 25.4
A4 = (16838, 11906)
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
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOT_XML = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


def elements(xml: str) -> list[Any]:
    """Pieces of WordprocessingML as python-docx has them."""
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {NAMESPACE}>{xml}</w:body>"))


def section(setup: PageSetup) -> str:
    """A4 turned, with the margins and the grid."""
    top, right, bottom, left = (round(side * TWIPS) for side in setup.margins)
    # The number's line is 7 mm under the type area (GB/T 9704-2012, 7.5); a footer is measured from the paper's edge to its foot.
    footer = max(0, bottom - round(7 * TWIPS) - 320)
    return (
        f'<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}" w:orient="landscape"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}"'
        f' w:left="{left}" w:header="850" w:footer="{footer}" w:gutter="0"/><w:pgNumType w:start="{setup.first_page}"/>{_GRID}'
    )


def number_pages(document: Any, setup: PageSetup) -> None:
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
        footer.part.element[:] = elements(
            f'<w:p><w:pPr><w:pStyle w:val="SheetPage"/>{place}</w:pPr>{number}</w:p>'
        )


def styles(setup: PageSetup) -> str:
    """The styles of all that is written."""
    return "".join(_style(name, setup, *figures) for name, figures in _STYLES.items())


def _style(
    name: str, setup: PageSetup, role: str, half_points: int, alignment: str, line: int, below: int
) -> str:
    font = quoteattr(xml_text(setup.fonts.get(role, NAMES[role])))
    size = half_points or round(setup.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="{below}" w:line="{line}" w:lineRule="atLeast"/><w:jc w:val="{alignment}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )


def xml_text(text: str) -> str:
    """A text without what XML cannot hold."""
    return text.translate(_NOT_XML)
