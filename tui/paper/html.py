"""Sheets as one web page that needs nothing beside it and that any browser prints, a sheet a page."""

from collections.abc import Mapping, Sequence
from functools import partial

from store.progress import Progress, silent
from tui.paper.fonts import FALLBACKS, NAMES
from tui.paper.html_text import html_text, imprint, red_head, running, text_css
from tui.paper.imprint import page_of_sheet
from tui.paper.layout import Sheet, document_title, row_count
from tui.paper.output import Output, unturned
from tui.paper.paging import Page, pages
from tui.paper.reckoning import reckoned
from tui.paper.ruler import TEXT_STYLES, Lettering, Ruler, Style, letter_sizes
from tui.paper.setup import PageSetup
from tui.paper.table import Placed, shown_lines

_MM = 72000 / 25.4
"""Thousandths of a point in a mm."""
_PAD, _GAP = 9000, 4500
"""Thousandths of a point that a cell has beside and above and below its text, its rules among them."""
_HIGH = 0.975
"""The part of the type area's height that is used, so that no browser needs a page more."""
_HEIGHTS: dict[Style, float] = {"annex": 29, "title": 35, "under": 20, "imprint": 24}
_HEIGHTS |= dict.fromkeys(TEXT_STYLES, 28.9)
"""Points of a line of what stands over the table; of the others it goes by their letters."""
_LINE = 29
"""Points of a line of the type area."""
_REPEATED = 0.22
"""The part of a page up to which headings are left to browsers: they repeat those of less than a quarter."""
_NUMBERED_THROUGH = "浏览器把各张表的页码连着编；要各张从头编，请存为 pdf 或 docx，或每张存一个文件。"
_BANNER = ' class="banner"'
_TITLE_CSS = "text-align:center;margin:0 0 14pt;text-wrap:balance"
_TABLE_CSS = (
    ".note{margin:4pt 0 0;white-space:pre-wrap}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}thead{display:table-header-group}"
    "tbody.page{break-before:page;page-break-before:always}"
    "thead.head{display:table-row-group}.head{break-after:avoid;page-break-after:avoid}"
    "tr{break-inside:avoid;page-break-inside:avoid}tr.banner{break-after:avoid;page-break-after:avoid}"
    "th,td{border:.5pt solid #000;padding:2pt 4.25pt;text-align:left;vertical-align:middle;"
    "overflow-wrap:anywhere;line-break:strict}td span,th span{word-break:keep-all}"
    ".list td{border:0;vertical-align:top}"
)


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a UTF-8 file, parted where a page of A4 ends."""
    total = row_count(sheets)
    parts = [_head(document_title(sheets), setup)]
    before = 0
    for sheet in sheets:
        ruler, height = _ruler(page_of_sheet(setup, sheet))
        widths = ruler.widths(sheet)
        parts.append(_above(sheet, ruler, widths))
        drawing = _Drawing(sheet, ruler, widths)
        is_first = True
        for page in pages(sheet, ruler, widths, height):
            progress(before + page.done, total)
            is_tall = page.tops[page.heads] > height * _REPEATED
            parts.append(drawing.page(page, is_first=is_first, is_tall=is_tall))
            is_first = is_first and len(page.tops) == 1
        parts.append(_below(sheet))
        before += len(sheet.rows)
        parts.append(imprint(sheet))
    parts.append("</body></html>\n")
    is_numbered_through = setup.own_numbers and len(sheets) > 1
    through = (_NUMBERED_THROUGH,) if is_numbered_through else ()
    return Output("".join(parts).encode(), (*unturned("html", setup), *through))


def _ruler(setup: PageSetup) -> tuple[Ruler, int]:
    """Return how a page is measured, in thousandths of a point, and how high it is."""
    types: dict[Style, Lettering] = {}
    for style, size in letter_sizes(setup).items():
        line = _HEIGHTS.get(style, size * 1.5)
        types[style] = Lettering(partial(reckoned, round(size * 1000)), round(line * 1000))
    top, right, bottom, left = setup.sides
    paper_width, paper_height = setup.paper
    width = round((paper_width - right - left) * _MM)
    ruler = Ruler(types, width=width, pad=_PAD, gap=_GAP, least=10000)
    return ruler, round((paper_height - top - bottom) * _MM * _HIGH)


def _head(title: str, setup: PageSetup) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{html_text(title)}</title><style>{_css(setup)}</style></head><body>\n"
    )


def _css(setup: PageSetup) -> str:
    """Return the rules for print; browsers without margin boxes leave the number out and nothing else."""
    letters = {role: _letters(role, setup) for role in NAMES}
    page = _page_css(setup, letters)
    running_text = text_css(setup, letters)
    return "".join((page, _TABLE_CSS, running_text, _letters_css(letters)))


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
    # Browsers count pages from what the root says, not the body.
    rules += f"html{{counter-reset:page {counter}}}body{{margin:0 auto;max-width:{width}mm}}"
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


def _above(sheet: Sheet, ruler: Ruler, widths: Sequence[int]) -> str:
    """Return what stands over the table, and the table's columns."""
    whole = sum(widths) + ruler.pad * len(widths)
    percents = [100 * (width + ruler.pad) / whole for width in widths]
    columns = "".join(f'<col style="width:{percent:.2f}%">' for percent in percents)
    annex = _paragraphs("annex", [sheet.annex] if sheet.annex else [])
    under = _paragraphs("under", sheet.under)
    look = "" if sheet.framed else ' class="list"'
    lines = map(html_text, ruler.title_lines(sheet))
    title = f"<h1>{'<br>'.join(lines)}</h1>\n"
    kind = f' class="{sheet.orientation}"' if sheet.orientation else ""
    parts = [f"<section{kind}>\n", red_head(sheet), annex, title, under, running(sheet)]
    if sheet.columns:
        parts.append(f"<table{look}><colgroup>{columns}</colgroup>\n")
    return "".join(parts)


def _below(sheet: Sheet) -> str:
    notes = _paragraphs("note", sheet.notes)
    return f"{'</table>' if sheet.columns else ''}\n{notes}</section>\n"


def _paragraphs(style: str, texts: Sequence[str]) -> str:
    lines = [f'<p class="{style}">{html_text(text)}</p>\n' for text in texts]
    return "".join(lines)


class _Drawing:
    """Draws the rows of a sheet."""

    def __init__(self, sheet: Sheet, ruler: Ruler, widths: Sequence[int]) -> None:
        self._sheet, self._ruler, self._widths = sheet, ruler, widths

    def page(self, page: Page, *, is_first: bool, is_tall: bool) -> str:
        """Return the rows of a page; headings that are too tall for browsers to repeat stand on each."""
        count = len(page.tops) - 1
        rows: list[list[str]] = [[] for _ in range(count)]
        banners = set()
        for placed in sorted(page.cells, key=lambda cell: (cell.row, cell.column)):
            rows[placed.row].append(self._cell(placed, is_head=placed.row < page.heads))
            if placed.cell.kept or (placed.cell.strong and placed.colspan == len(self._sheet.columns)):
                banners.add(placed.row)
        begin = "<tbody>\n" if is_first else '<tbody class="page">\n'
        written = []
        if page.heads and (is_first or is_tall):
            look = ' class="head"' if is_tall else ""
            written = [f"<thead{look}>\n" if is_first else '<tbody class="page head">\n']
            written += [_row(cells) for cells in rows[: page.heads]]
            written.append("</thead>\n" if is_first else "</tbody>\n")
            begin = "<tbody>\n"
        if count > page.heads:
            written.append(begin)
            for row in range(page.heads, count):
                written.append(_row(rows[row], _BANNER if row in banners else ""))
            written.append("</tbody>\n")
        return "".join(written)

    def _cell(self, placed: Placed, *, is_head: bool) -> str:
        tag, attributes = "td", ""
        if placed.cell.strong:
            tag, attributes = "th", ' scope="col"' if is_head else ' scope="row"'
        if placed.rowspan > 1:
            attributes += f' rowspan="{placed.rowspan}"'
        if placed.colspan > 1:
            attributes += f' colspan="{placed.colspan}"'
        if self._sheet.is_centred(placed.column, placed.cell):
            attributes += ' class="c"'
        lines = "<br>".join(self._line(placed, line) for line in shown_lines(placed))
        return f"<{tag}{attributes}>{lines}</{tag}>"

    def _line(self, placed: Placed, line: str) -> str:
        """Return a line of a cell; a date or a name too long for it is parted only where it reads well.

        A browser that finds no room even for a part of it breaks that anywhere.
        """
        spans = slice(placed.column, placed.column + placed.colspan)
        width = sum(self._widths[spans]) + self._ruler.pad * (placed.colspan - 1)
        parts = self._ruler.kept_parts(placed.cell, line, width)
        written = "<wbr>".join(map(html_text, parts))
        return f"<span>{written}</span>" if len(parts) > 1 else written


def _row(cells: Sequence[str], look: str = "") -> str:
    return f"<tr{look}>{''.join(cells)}</tr>\n"
