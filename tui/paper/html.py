"""Sheets as one web page that needs nothing beside it and that any browser prints, a sheet a page."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from store.progress import Progress, silent
from tui.paper.fonts import FALLBACKS, NAMES
from tui.paper.layout import Row, Sheet, SheetCell, document_title, is_banner, row_count
from tui.paper.output import Output
from tui.paper.setup import PageSetup

_STEP = 500
_LINE = 29
"""Points of a line of the type area."""
_BANNER = ' class="banner"'
_NOT_TEXT: dict[int, str | None] = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10)), 0xFFFE, 0xFFFF)
)
_NOT_TEXT |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TITLE_CSS = "text-align:center;margin:0 0 14pt;text-wrap:balance"
_TABLE_CSS = (
    ".note{margin:4pt 0 0;white-space:pre-wrap}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}thead{display:table-header-group}"
    "tr{break-inside:avoid;page-break-inside:avoid}tr.banner{break-after:avoid;page-break-after:avoid}"
    "th,td{border:.5pt solid #000;padding:2pt 4.25pt;text-align:left;vertical-align:middle;"
    "overflow-wrap:anywhere;line-break:strict}.list td{border:0;vertical-align:top}"
)


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a UTF-8 file."""
    total = row_count(sheets)
    parts = [_head(document_title(sheets), setup)]
    done = 0
    for sheet in sheets:
        parts.append(_above(sheet))
        for row in _rows(sheet):
            if done % _STEP == 0:
                progress(min(done, total), total)
            done += 1
            parts.append(row)
        parts.append(_below(sheet))
    parts.append("</body></html>\n")
    return Output("".join(parts).encode())


def _head(title: str, setup: PageSetup) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{_text(title)}</title><style>{_css(setup)}</style></head><body>\n"
    )


def _css(setup: PageSetup) -> str:
    """Return the rules for print; browsers without margin boxes leave the number out and nothing else."""
    letters = {role: _letters(role, setup) for role in NAMES}
    return "".join((_page_css(setup, letters), _TABLE_CSS, _letters_css(letters)))


def _letters(role: str, setup: PageSetup) -> str:
    """Return what a role's letters may be, the first that is there."""
    own = setup.fonts.get(role, NAMES[role])
    return ",".join(map(_css_name, (own, *FALLBACKS[role])))


def _page_css(setup: PageSetup, letters: Mapping[str, str]) -> str:
    """Return the rules of the page, of its number, and of what stands over the table."""
    _, right, _, left = setup.sides
    numbers = _number_css(setup.numbers, letters["number"])
    margins = " ".join(f"{side}mm" for side in setup.sides)
    turn = "portrait" if setup.is_upright else "landscape"
    rules = f"@page{{size:A4 {turn};margin:{margins}}}{numbers}"
    counter = setup.first_page - 1
    gap = _LINE * (setup.title_line - 2)
    width = setup.paper[0] - right - left
    rules += f"body{{counter-reset:page {counter};margin:0 auto;max-width:{width}mm}}"
    rules += f"body{{font:{setup.size}pt/1.5 {letters['text']},serif}}"
    # Sheets that are handed out begin on a front page; browsers cannot begin their numbers anew.
    side = "right" if setup.own_numbers else "page"
    old = "right" if setup.own_numbers else "always"
    rules += f"section+section{{break-before:{side};page-break-before:{old}}}"
    rules += f".annex{{font:16pt {letters['strong']},sans-serif;margin:0 0 {gap}pt}}"
    rules += f"h1{{font:22pt/35pt {letters['title']},serif;{_TITLE_CSS}}}"
    rules += f".under{{font:12pt {letters['under']},serif;text-align:center;margin:0 0 6pt}}"
    return rules


def _number_css(numbers: str, letters: str) -> str:
    """Return the rules of the page number: at the outer edge, in the middle, or none."""
    said = f"content:'— ' counter(page) ' —';font:14pt {letters}"
    if numbers == "standard":
        odd = f"@page :right{{@bottom-right{{{said};padding-right:14pt}}}}"
        return f"{odd}@page :left{{@bottom-left{{{said};padding-left:14pt}}}}"
    return f"@page{{@bottom-center{{{said}}}}}" if numbers == "centred" else ""


def _letters_css(letters: Mapping[str, str]) -> str:
    return f"th{{font-family:{letters['strong']},sans-serif;font-weight:normal}}.c{{text-align:center}}"


def _css_name(name: str) -> str:
    """Return a font's name in quotes, without the signs that would end them."""
    plain = [character for character in name if character not in "'\\<>\n\r"]
    return f"'{''.join(plain)}'"


def _above(sheet: Sheet) -> str:
    """Return what stands over the table, and the table's columns."""
    shares = sum(column.width for column in sheet.columns)
    percents = [100 * column.width / shares for column in sheet.columns]
    columns = "".join(f'<col style="width:{percent:.2f}%">' for percent in percents)
    annex = _paragraphs("annex", [sheet.annex] if sheet.annex else [])
    under = _paragraphs("under", sheet.under)
    look = "" if sheet.framed else ' class="list"'
    title = f"<h1>{_text(sheet.title)}</h1>\n"
    return f"<section>\n{annex}{title}{under}<table{look}><colgroup>{columns}</colgroup>\n<thead>"


def _below(sheet: Sheet) -> str:
    notes = _paragraphs("note", sheet.notes)
    return f"</tbody></table>\n{notes}</section>\n"


def _paragraphs(style: str, texts: Sequence[str]) -> str:
    lines = [f'<p class="{style}">{_text(text)}</p>\n' for text in texts]
    return "".join(lines)


def _rows(sheet: Sheet) -> Iterator[str]:
    for row in sheet.heading:
        yield _row(sheet, row)
    yield "</thead>\n<tbody>\n"
    for row in sheet.rows:
        yield _row(sheet, row)


def _row(sheet: Sheet, row: Row) -> str:
    cells = []
    for column, cell in enumerate(row):
        if cell:
            cells.append(_cell(cell, sheet.is_centred(column, cell)))
    look = _BANNER if is_banner(row) else ""
    return f"<tr{look}>{''.join(cells)}</tr>\n"


def _cell(cell: SheetCell, centred: bool) -> str:
    tag = "th" if cell.strong else "td"
    attributes = ""
    if cell.rowspan > 1:
        attributes += f' rowspan="{cell.rowspan}"'
    if cell.colspan > 1:
        attributes += f' colspan="{cell.colspan}"'
    if centred:
        attributes += ' class="c"'
    lines = "<br>".join(map(_text, cell.lines))
    return f"<{tag}{attributes}>{lines}</{tag}>"


def _text(text: str) -> str:
    """Return a text as HTML has it, without what it cannot hold."""
    return escape(text.translate(_NOT_TEXT))
