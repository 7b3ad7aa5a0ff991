"""Running text and the 版记 as a web page has them (GB/T 9704-2012, 5.2.2, 7.3 and 7.4)."""

from collections.abc import Mapping, Sequence
from html import escape

from tui.paper.imprint import THICK, THIN
from tui.paper.layout import ImprintEntry, Paragraph, Sheet
from tui.paper.setup import PageSetup

_LINE = 28.9
"""Points of a line: 22 of them on 225 mm, and a hair to spare."""
_WIDTH, _HEIGHT = 210, 297
"""A4 in mm."""
_PAGE = (
    "@page portrait{{size:A4 portrait;margin:{margins}}}"
    ".portrait{{page:portrait;max-width:{width}mm;margin:0 auto}}"
)
_BODY = (
    f".body{{{{font:16pt/{_LINE}pt {{letters}},serif;letter-spacing:-.21pt;margin:0;min-height:{_LINE}pt}}}}"
    ".heading{{font-family:{strong},sans-serif}}.subheading{{font-family:{under},serif}}"
    ".whole{{break-inside:avoid;page-break-inside:avoid}}"
)
_IMPRINT = (
    ".imprint{{break-before:left;height:{height}mm;display:flex;flex-direction:column;"
    "justify-content:flex-end;break-inside:avoid}}.imprint p{{font:14pt/24pt {letters},serif;margin:0}}"
)
_RULES = (
    f".imprint p{{border-top:{THIN}mm solid #000}}.imprint p:first-child{{border-top-width:{THICK}mm}}"
    f".imprint p:last-child{{border-bottom:{THICK}mm solid #000}}.imprint span{{float:right}}"
)
_PARAGRAPH = '<p{kind} style="{look}">{text}</p>\n'
_LOOK = "padding-left:{further}em;text-indent:{first}em"
_RIGHT = "text-align:right;padding-right:{:g}em"
_ENTRY = "padding:0 1em 0 {left}em;text-indent:-{hanging}em"
_BLOCK = '<div class="whole">\n{}</div>\n'
_HEAD = '<div style="height:{:g}pt"></div>\n'
_NOT_TEXT: dict[int, str | None] = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10)), 0xFFFE, 0xFFFF)
)
_NOT_TEXT |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def text_css(setup: PageSetup, letters: Mapping[str, str]) -> str:
    """Return the rules of running text, of the 版记, and of the pages of sheets that are always upright."""
    top, right, bottom, left = setup.upright_margins
    margins = " ".join(f"{side}mm" for side in setup.upright_margins)
    page = _PAGE.format(margins=margins, width=_WIDTH - left - right)
    # The page is a little less than full, so that no browser needs one more.
    foot = _IMPRINT.format(height=_HEIGHT - top - bottom - 2, letters=letters["text"])
    return (
        page
        + _BODY.format(letters=letters["text"], strong=letters["strong"], under=letters["under"])
        + foot
        + _RULES
    )


def red_head(sheet: Sheet) -> str:
    """Return the room that stays free over the title."""
    return _HEAD.format(sheet.room_above * _LINE) if sheet.room_above else ""


def running(sheet: Sheet) -> str:
    """Return the paragraphs of a sheet's running text."""
    blocks: list[list[str]] = [[]]
    for paragraph in sheet.text:
        blocks[-1].append(_paragraph(paragraph))
        if not paragraph.keep:
            blocks.append([])
    return "".join(map(_block, blocks))


def _block(paragraphs: Sequence[str]) -> str:
    """Return paragraphs that stay on one page."""
    written = "".join(paragraphs)
    return _BLOCK.format(written) if len(paragraphs) > 1 else written


def _paragraph(paragraph: Paragraph) -> str:
    further = paragraph.further
    look = _LOOK.format(further=further, first=paragraph.first - further)
    if paragraph.right is not None:
        look = _RIGHT.format(paragraph.right)
    text = html_text(paragraph.text)
    kind = "body" if paragraph.style == "body" else f"body {paragraph.style}"
    return _PARAGRAPH.format(kind=f' class="{kind}"', look=look, text=text)


def imprint(sheet: Sheet) -> str:
    """Return the 版记 on a left page of its own; empty where a sheet has none."""
    if not sheet.imprint:
        return ""
    lines = "".join(map(_entry, sheet.imprint))
    return f'<section class="portrait imprint">\n{lines}</section>\n'


def _entry(entry: ImprintEntry) -> str:
    hanging = entry.hanging
    look = _ENTRY.format(left=1 + hanging, hanging=hanging)
    right = html_text(entry.right)
    text = html_text(entry.text)
    if right:
        text = f"<span>{right}</span>{text}"
    return _PARAGRAPH.format(kind="", look=look, text=text)


def html_text(text: str) -> str:
    """Return a text as HTML has it, without what it cannot hold."""
    return escape(text.translate(_NOT_TEXT))
