"""Running text and the 版记 as a web page has them (GB/T 9704-2012, 5.2.2, 7.3 and 7.4)."""

from collections.abc import Mapping, Sequence
from html import escape

from tui.paper.imprint import THICK, THIN
from tui.paper.layout import ImprintEntry, Paragraph, Sheet
from tui.paper.setup import PageSetup

_LINE = 28.9
"""Points of a line: 22 of them on 225 mm, and a hair to spare."""
_FOOT = "display:flex;flex-direction:column;justify-content:flex-end;break-inside:avoid"
_NOT_TEXT: dict[int, str | None] = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10)), 0xFFFE, 0xFFFF)
)
_NOT_TEXT |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def text_css(setup: PageSetup, letters: Mapping[str, str]) -> str:
    """Return the rules of running text, of the 版记, and of sheets whose page has an orientation of its own."""
    top, right, bottom, left = setup.upright_margins
    width, height = 210 - left - right, 297 - top - bottom
    page = f"@page portrait{{size:A4 portrait;margin:{top}mm {right}mm {bottom}mm {left}mm}}"
    upright = f".portrait{{page:portrait;max-width:{width}mm;margin:0 auto}}"
    body = f".body{{font:16pt/{_LINE}pt {letters['text']},serif;letter-spacing:-.21pt;margin:0;min-height:{_LINE}pt}}"
    # The page is a little less than full, so that no browser needs one more.
    foot = f".imprint{{break-before:left;height:{height - 2}mm;{_FOOT}}}"
    entry = f".imprint p{{font:14pt/24pt {letters['text']},serif;margin:0;border-top:{THIN}mm solid #000}}"
    first = f".imprint p:first-child{{border-top-width:{THICK}mm}}"
    last = f".imprint p:last-child{{border-bottom:{THICK}mm solid #000}}.imprint span{{float:right}}"
    body += ".whole{break-inside:avoid;page-break-inside:avoid}"
    return "".join((page, upright, body, foot, entry, first, last))


def red_head(sheet: Sheet) -> str:
    """Return the room that stays free over the title."""
    return f'<div style="height:{sheet.room_above * _LINE:g}pt"></div>\n' if sheet.room_above else ""


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
    return f'<div class="whole">\n{written}</div>\n' if len(paragraphs) > 1 else written


def _paragraph(paragraph: Paragraph) -> str:
    look = f"padding-left:{paragraph.further}em;text-indent:{paragraph.first - paragraph.further}em"
    if paragraph.right is not None:
        look = f"text-align:right;padding-right:{paragraph.right:g}em"
    return f'<p class="body" style="{look}">{html_text(paragraph.text)}</p>\n'


def imprint(sheet: Sheet) -> str:
    """Return the 版记 on a left page of its own; empty where a sheet has none."""
    if not sheet.imprint:
        return ""
    lines = "".join(map(_entry, sheet.imprint))
    return f'<section class="portrait imprint">\n{lines}</section>\n'


def _entry(entry: ImprintEntry) -> str:
    label, colon, _ = entry.text.partition("：")
    hanging = len(label) + 1 if colon else 0
    look = f"padding:0 1em 0 {1 + hanging}em;text-indent:{-hanging}em"
    right = f"<span>{html_text(entry.right)}</span>" if entry.right else ""
    return f'<p style="{look}">{right}{html_text(entry.text)}</p>\n'


def html_text(text: str) -> str:
    """Return a text as HTML has it, without what it cannot hold."""
    return escape(text.translate(_NOT_TEXT))
