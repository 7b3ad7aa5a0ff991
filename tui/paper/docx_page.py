"""The page of a Word document by GB/T 9704-2012, size, margins, grid, numbers, letters, and its XML."""

from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from tui.paper.fonts import NAMES
from tui.paper.setup import PageSetup

TWIPS = 1440 / 25.4
_GRID = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>'
"""22 lines on 225 mm and 28 characters on 156 mm (GB/T 9704-2012, 5.2.3 and 5.2.2)."""


class _Look(NamedTuple):
    """How a style sets its text."""

    role: str
    """What its letters are for, as `tui.paper.setup` names it."""
    half_points: int
    """二号 44, 三号 32, 四号 28; 0 for the table's size."""
    alignment: str
    line: int
    """The least height of a line, in twips."""
    below: int
    """The space under it, in twips."""


_STYLES = {
    "SheetAnnex": _Look("strong", 32, "left", 579, 579),
    "SheetTitle": _Look("title", 44, "center", 700, 280),
    "SheetUnder": _Look("under", 24, "center", 360, 120),
    "SheetHead": _Look("strong", 0, "center", 320, 0),
    "SheetBanner": _Look("strong", 0, "left", 320, 0),
    "SheetText": _Look("text", 0, "left", 320, 0),
    "SheetName": _Look("text", 0, "center", 320, 0),
    "SheetPage": _Look("number", 28, "right", 320, 0),
    "SheetEnd": _Look("number", 2, "left", 20, 0),
}
_NUMBER = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOT_XML = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


def elements(xml: str) -> list[Any]:
    """Return pieces of WordprocessingML as python-docx has them."""
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {NAMESPACE}>{xml}</w:body>"))


def section(setup: PageSetup) -> str:
    """Return A4 as it is read, with the margins and the grid."""
    top, right, bottom, left = (round(side * TWIPS) for side in setup.sides)
    # The number's line is 7 mm under the type area (GB/T 9704-2012, 7.5).
    # A footer is measured from the paper's edge to its foot.
    footer = max(0, bottom - round(7 * TWIPS) - 320)
    width, height = (round(side * TWIPS) for side in setup.paper)
    turn = "" if setup.is_upright else ' w:orient="landscape"'
    size = f'<w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
    sides = {"top": top, "right": right, "bottom": bottom, "left": left}
    sides |= {"header": 850, "footer": footer, "gutter": 0}
    lengths = [f'w:{side}="{length}"' for side, length in sides.items()]
    margins = f"<w:pgMar {' '.join(lengths)}/>"
    return f'{size}{margins}<w:pgNumType w:start="{setup.first_page}"/>{_GRID}'


def number_pages(document: Any, setup: PageSetup) -> None:
    """Write the footers: odd pages at the right, even ones at the left, one character in; or all centred.

    GB/T 9704-2012, 7.5.
    """
    section = document.sections[0]
    if setup.numbers == "standard":
        document.settings.odd_and_even_pages_header_footer = True
        _write_footer(section.footer, setup, '<w:ind w:right="280"/><w:jc w:val="right"/>')
        _write_footer(section.even_page_footer, setup, '<w:ind w:left="280"/><w:jc w:val="left"/>')
    else:
        _write_footer(section.footer, setup, '<w:jc w:val="center"/>')


def _write_footer(footer: Any, setup: PageSetup, where: str) -> None:
    number = _NUMBER if setup.numbers != "none" else ""
    properties = f'<w:pPr><w:pStyle w:val="SheetPage"/>{where}</w:pPr>'
    footer.part.element[:] = elements(f"<w:p>{properties}{number}</w:p>")


def styles(setup: PageSetup) -> str:
    """Return the styles of all that is written."""
    made = [_style(name, look, setup) for name, look in _STYLES.items()]
    return "".join(made)


def _style(name: str, look: _Look, setup: PageSetup) -> str:
    name_of_letters = setup.fonts.get(look.role, NAMES[look.role])
    font = quoteattr(xml_text(name_of_letters))
    size = look.half_points or round(setup.size * 2)
    below = look.line * (setup.title_line - 2) if name == "SheetAnnex" else look.below
    line = f'w:after="{below}" w:line="{look.line}" w:lineRule="atLeast"'
    flow = f'<w:snapToGrid w:val="0"/><w:spacing w:before="0" {line}/><w:jc w:val="{look.alignment}"/>'
    fonts = f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font}/>"
    letters = f'{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{_LANGUAGE}'
    begin = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
    return f"{begin}<w:pPr>{flow}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"


def xml_text(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return text.translate(_NOT_XML)
