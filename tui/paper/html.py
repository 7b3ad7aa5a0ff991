"""Sheets as one web page that needs nothing beside it and that any browser prints, a sheet a page."""

from collections.abc import Iterator, Sequence
from html import escape

from tui.paper.fonts import FALLBACKS, NAMES
from tui.paper.layout import Progress, Row, Sheet, SheetCell, document_title, is_banner, silent
from tui.paper.output import Output
from tui.paper.setup import PageSetup

_STEP = 500
_BANNER = ' class="banner"'
_NOT_TEXT = dict.fromkeys(
    (*(code for code in range(0x20) if code not in (9, 10)), 0xFFFE, 0xFFFF)
) | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """The sheets as a UTF-8 file."""
    total = sum(len(sheet.rows) for sheet in sheets)
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
        f"<title>{_text(document_title(sheets))}</title><style>{_css(setup)}</style></head><body>\n",
    ]
    done = 0
    for sheet in sheets:
        parts.append(_above(sheet))
        for row in _rows(sheet):
            if done % _STEP == 0:
                progress(min(done, total), total)
            done += 1
            parts.append(row)
        parts.append(
            "</tbody></table>\n"
            + "".join(f'<p class="note">{_text(note)}</p>\n' for note in sheet.notes)
            + "</section>\n"
        )
    parts.append("</body></html>\n")
    return Output("".join(parts).encode())


def _css(setup: PageSetup) -> str:
    """Print rules; browsers without margin boxes leave the number out and nothing else."""
    top, right, bottom, left = setup.margins
    letters = {
        role: ",".join(_css_name(name) for name in (setup.fonts.get(role, NAMES[role]), *FALLBACKS[role]))
        for role in NAMES
    }
    said = f"content:'— ' counter(page) ' —';font:14pt {letters['number']}"
    numbers = {
        "standard": f"@page :right{{@bottom-right{{{said};padding-right:14pt}}}}@page :left{{@bottom-left{{{said};padding-left:14pt}}}}",
        "centred": f"@page{{@bottom-center{{{said}}}}}",
        "none": "",
    }[setup.numbers]
    return (
        f"@page{{size:A4 landscape;margin:{top}mm {right}mm {bottom}mm {left}mm}}{numbers}"
        f"body{{counter-reset:page {setup.first_page - 1};margin:0 auto;max-width:{297 - right - left}mm}}"
        f"body{{font:{setup.size}pt/1.5 {letters['text']},serif}}"
        "section+section{break-before:page;page-break-before:always}"
        f".annex{{font:16pt {letters['strong']},sans-serif;margin:0 0 29pt}}"
        f"h1{{font:22pt/35pt {letters['title']},serif;text-align:center;margin:0 0 14pt;text-wrap:balance}}"
        f".under{{font:12pt {letters['under']},serif;text-align:center;margin:0 0 6pt}}.note{{margin:4pt 0 0;white-space:pre-wrap}}"
        "table{border-collapse:collapse;width:100%;table-layout:fixed}thead{display:table-header-group}"
        "tr{break-inside:avoid;page-break-inside:avoid}tr.banner{break-after:avoid;page-break-after:avoid}"
        "th,td{border:.5pt solid #000;padding:2pt 4.25pt;text-align:left;vertical-align:middle;overflow-wrap:anywhere;line-break:strict}"
        f"th{{font-family:{letters['strong']},sans-serif;font-weight:normal}}.c{{text-align:center}}"
    )


def _css_name(name: str) -> str:
    return "'" + "".join(character for character in name if character not in "'\\<>\n\r") + "'"


def _above(sheet: Sheet) -> str:
    shares = sum(column.width for column in sheet.columns)
    widths = "".join(f'<col style="width:{100 * column.width / shares:.2f}%">' for column in sheet.columns)
    annex = f'<p class="annex">{_text(sheet.annex)}</p>\n' if sheet.annex else ""
    under = "".join(f'<p class="under">{_text(line)}</p>\n' for line in sheet.under)
    return f"<section>\n{annex}<h1>{_text(sheet.title)}</h1>\n{under}<table><colgroup>{widths}</colgroup>\n<thead>"


def _rows(sheet: Sheet) -> Iterator[str]:
    heading = sheet.heading
    for row in heading:
        yield _row(sheet, row)
    yield "</thead>\n<tbody>\n"
    for row in sheet.rows:
        yield _row(sheet, row)


def _row(sheet: Sheet, row: Row) -> str:
    cells = "".join(_cell(cell, sheet.columns[column].centred) for column, cell in enumerate(row) if cell)
    return f"<tr{_BANNER if is_banner(row) else ''}>{cells}</tr>\n"


def _cell(cell: SheetCell, centred: bool) -> str:
    tag = "th" if cell.strong else "td"
    spans = (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "") + (
        f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    )
    place = ' class="c"' if (centred if cell.centred is None else cell.centred) else ""
    return f"<{tag}{spans}{place}>{'<br>'.join(map(_text, cell.lines))}</{tag}>"


def _text(text: str) -> str:
    return escape(text.translate(_NOT_TEXT))
