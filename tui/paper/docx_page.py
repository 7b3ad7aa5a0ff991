"""The page of a Word document by GB/T 9704-2012: size, margins, grid, numbers, and the styles of its text."""

from collections.abc import Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from tui.paper.fonts import FALLBACKS, NAMES
from tui.paper.layout import TextStyle
from tui.paper.ruler import Style
from tui.paper.setup import PageSetup

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TWIPS = 1440 / 25.4
BODY_LINE = 579
"""Twips of a line: 22 of them on 225 mm (GB/T 9704-2012, 5.2.3)."""
_NARROWER = '<w:snapToGrid w:val="0"/><w:spacing w:val="-5"/>'
"""What a character of 16 points is narrower, in twentieths of a point: 28 on 156 mm (5.2.2).

A grid of characters would not do: LibreOffice gives one that is wider than its place the room of two.
"""
_NUMBER = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
NO_FOOTER = "footer3"
"""The part that stands at the foot of a page without a number."""
_NO_NUMBER = f'<w:footerReference w:type="{{}}" r:id="{NO_FOOTER}"/>'
_STAND_INS = 3
"""Letters that are named beside those that are missing."""
_NOT_XML = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


class Look(NamedTuple):
    """How a style sets its text."""

    name: str
    """As the clerk's program shows it; its own styles have English names there, and are shown in Chinese."""
    role: str
    """What its letters are for, as `tui.paper.setup` names it."""
    points: float
    """二号 22, 三号 16, 四号 14; 0 for the table's size."""
    alignment: str
    line: float
    """The height of a line, in points; in sizes of the letters where they are the table's."""

    def size(self, setup: PageSetup) -> float:
        """Return the size of its letters in points."""
        return self.points or setup.size

    def height(self, setup: PageSetup) -> float:
        """Return the height of a line in points."""
        return self.line if self.points else self.line * setup.size


LOOKS = {
    "Heading1": Look("heading 1", "title", 22, "center", 35),
    "Annex": Look("附件", "strong", 16, "left", 28.95),
    "Under": Look("副题", "under", 12, "center", 18),
    "TableHead": Look("表头", "strong", 0, "center", 1.5),
    "TableBanner": Look("表内小标题", "strong", 0, "left", 1.5),
    "TableText": Look("表内文字", "text", 0, "left", 1.5),
    "TableName": Look("表内居中", "text", 0, "center", 1.5),
    "Note": Look("表注", "text", 0, "left", 1.7),
    "Imprint": Look("版记", "text", 14, "left", 24),
    "Footer": Look("footer", "number", 14, "right", 16),
    "PageEnd": Look("页末", "number", 1, "left", 1),
}
"""The styles by their ids, beside the body's own."""
STYLE_OF: Mapping[Style, str] = {
    "annex": "Annex",
    "title": "Heading1",
    "under": "Under",
    "text": "TableText",
    "strong": "TableHead",
    "note": "Note",
    "imprint": "Imprint",
}
"""The styles that a page is measured in."""


HEADINGS: Mapping[TextStyle, str] = {"heading": "Heading2", "subheading": "Heading3"}
"""The styles of headings in running text, by their ids."""


def section(setup: PageSetup, begins: str = "", *, goes_on: bool = False) -> str:
    """Return A4 as it is read, with its footers, the margins and the grid.

    It begins on an oddPage or an evenPage, or the next; where it does not go on with the numbers, they
    begin anew. A sheet that is handed out by itself begins on a front page.
    """
    top, right, bottom, left = (round(side * TWIPS) for side in setup.sides)
    width, height = (round(side * TWIPS) for side in setup.paper)
    # The number's line is 7 mm under the type area (GB/T 9704-2012, 7.5).
    # A footer is measured from the paper's edge to its foot.
    footer = max(0, bottom - round(7 * TWIPS) - 320)
    kinds = {"footer1": "default", "footer2": "even"}
    named = [f'<w:footerReference w:type="{kinds[part]}" r:id="{part}"/>' for part in footers(setup)]
    if begins == "evenPage":  # The page of the 版记 has no number (GB/T 9704-2012, 7.5).
        named = [_NO_NUMBER.format(kind) for kind in kinds.values()]
    turn = "" if setup.is_upright else ' w:orient="landscape"'
    size = f'<w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
    begins = begins or ("oddPage" if setup.own_numbers else "")
    begun = f'<w:type w:val="{begins}"/>' if begins else ""
    sides = {"top": top, "right": right, "bottom": bottom, "left": left}
    sides |= {"header": 850, "footer": footer, "gutter": 0}
    lengths = [f'w:{side}="{length}"' for side, length in sides.items()]
    numbers = "" if goes_on else f'<w:pgNumType w:start="{setup.first_page}"/>'
    page = f"{begun}{size}<w:pgMar {' '.join(lengths)}/>{numbers}"
    return f"<w:sectPr>{''.join(named)}{page}{_grid(height - top - bottom)}</w:sectPr>"


def section_end(written: str) -> str:
    """Return the paragraph that ends a section that others follow."""
    return f'<w:p><w:pPr><w:pStyle w:val="PageEnd"/>{written}</w:pPr></w:p>'


def _grid(height: int) -> str:
    """Return the grid of a type area: as many lines as it has by the standard, which fill it.

    LibreOffice leaves free what lies beyond the last line.
    """
    pitch = height // max(1, height // BODY_LINE)
    return f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/>'


def footers(setup: PageSetup) -> dict[str, str]:
    """Return the footers by the names of their parts.

    Odd pages at the right, even ones at the left, one character in (GB/T 9704-2012, 7.5); or all centred.
    """
    if setup.numbers == "standard":
        return {
            "footer1": _footer('<w:ind w:right="280"/><w:jc w:val="right"/>', _NUMBER),
            "footer2": _footer('<w:ind w:left="280"/><w:jc w:val="left"/>', _NUMBER),
        }
    number = _NUMBER if setup.numbers == "centred" else ""
    return {"footer1": _footer('<w:jc w:val="center"/>', number)}


def no_footer() -> dict[str, str]:
    """Return the footer of a page without a number, by the name of its part."""
    return {NO_FOOTER: _footer('<w:jc w:val="center"/>', "")}


def _footer(where: str, number: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{where}</w:pPr>{number}</w:p>'


def settings(setup: PageSetup) -> str:
    """Return how the document is taken: as one of today's, its even pages with a footer of their own."""
    even = "<w:evenAndOddHeaders/>" if "footer2" in footers(setup) else ""
    mode = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/>'
    )
    return (
        f'{even}<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{mode}</w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    )


def styles(setup: PageSetup) -> str:
    """Return the styles of all that is written, and of the text that is added to it by hand."""
    body = _letters("text", 16, setup, "")
    defaults = f"<w:docDefaults><w:rPrDefault>{body}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    tight = _letters("text", 16, setup, _NARROWER)
    # 三号仿宋 on the page's lines, two characters in (GB/T 9704-2012, 5.2.2 and 7.3.3).
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="632"/><w:jc w:val="both"/></w:pPr>'
        f"{tight}</w:style>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    made = [_style(key, look, setup) for key, look in LOOKS.items()]
    made += [_heading("Heading2", 1, "strong", setup), _heading("Heading3", 2, "under", setup)]
    return f"{defaults}{normal}{table}{''.join(made)}"


def _heading(key: str, level: int, role: str, setup: PageSetup) -> str:
    """Return the style of a heading in running text: as that, in other letters (GB/T 9704-2012, 7.3.3)."""
    letters = _letters(role, 16, setup, _NARROWER)
    name = f'<w:name w:val="heading {level + 1}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    place = f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level}"/></w:pPr>'
    return f'<w:style w:type="paragraph" w:styleId="{key}">{name}{place}{letters}</w:style>'


def _style(key: str, look: Look, setup: PageSetup) -> str:
    own = look.name in ("heading 1", "footer")
    custom = "" if own else ' w:customStyle="1"'
    is_title = key == "Heading1"
    keep = "<w:keepNext/>" if is_title else ""
    outline = '<w:outlineLvl w:val="0"/>' if is_title else ""
    rule = "exact" if key == "PageEnd" else "atLeast"
    line = (
        f'<w:spacing w:before="0" w:after="0" w:line="{round(look.height(setup) * 20)}" w:lineRule="{rule}"/>'
    )
    # No quarter of a character between letters and characters: what is measured is what stands on the page.
    flow = f'{keep}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>{line}'
    # Nor on the page's grid, whose characters are a little narrower than their letters.
    letters = _letters(look.role, look.size(setup), setup, '<w:snapToGrid w:val="0"/>')
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{look.name}"/><w:qFormat/>'
        f'<w:pPr>{flow}<w:jc w:val="{look.alignment}"/>{outline}</w:pPr>{letters}</w:style>'
    )


def _letters(role: str, points: float, setup: PageSetup, grid: str) -> str:
    size = round(points * 2)
    font = quoteattr(xml_text(_font_name(role, setup)))
    fonts = f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
    return f'<w:rPr>{fonts}{grid}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{_LANGUAGE}</w:rPr>'


def _font_name(role: str, setup: PageSetup) -> str:
    return setup.fonts.get(role, NAMES[role])


def font_table(setup: PageSetup) -> str:
    """Return the letters by name, each with those that stand in where a machine has it not."""
    said: dict[str, str] = {}
    for role in NAMES:
        name = xml_text(_font_name(role, setup))
        others = [other for other in FALLBACKS[role] if other != name]
        names = quoteattr(",".join(others[:_STAND_INS]))
        alternative = f'<w:altName w:val={names}/><w:charset w:val="86"/>'
        said.setdefault(name, f"<w:font w:name={quoteattr(name)}>{alternative}</w:font>")
    return "".join(said.values())


def xml_text(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return text if text.isprintable() else text.translate(_NOT_XML)
