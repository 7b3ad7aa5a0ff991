"""A table in the forms that a clerk has it in: the same cells as a copied sheet, with bars, as a page, a
document, a workbook."""

import html
import io
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl

from store.reading import as_json, read_notice

Rows = Sequence[Sequence[str]]
ACROSS = "<across>"
"""A cell that the one before it covers."""
FORMS = ("tabs", "bars", "framed bars", "page", "document", "workbook")

_HEAD = ("关于印发重点任务分解表的通知", "各处室：", "现将任务分解表印发给你们，请认真落实。")
_FOOT = ("某某局", "2026年3月2日", "附件", "重点任务分解表")


def read_rows(rows: Rows, form: str, title: Sequence[str] = _FOOT[-2:]) -> dict[str, Any]:
    """Return what is read of a notice with a table as its annex."""
    return as_json(read_notice(in_form(rows, form, title)))


def in_form(rows: Rows, form: str, title: Sequence[str] = _FOOT[-2:]) -> bytes:
    """Return the bytes of a notice with a table as its annex, in one of the forms."""
    above = [*_HEAD, *_FOOT[:2], *title]
    match form:
        case "page":
            return _page(rows, above)
        case "document":
            return _document(rows, above)
        case "workbook":
            return _workbook(rows, title)
    lines = ["\n".join(above), *(_line(row, form) for row in rows)]
    return "\n".join(lines).encode()


def _line(row: Sequence[str], form: str) -> str:
    cells = ["" if cell == ACROSS else cell for cell in row]
    if form == "tabs":
        return "\t".join(f'"{cell}"' if "\n" in cell else cell for cell in cells)
    if form == "as it is":
        return cells[0]
    line = " | ".join(cell.replace("\n", " ") for cell in cells)
    return f"| {line} |" if form == "framed bars" else f"{line} |"


def _spans(row: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the column, width and words of each cell of a row."""
    spans: list[tuple[int, int, str]] = []
    for column, cell in enumerate(row):
        if cell == ACROSS:
            start, width, words = spans.pop()
            spans.append((start, width + 1, words))
        else:
            spans.append((column, 1, cell))
    return spans


def _page(rows: Rows, above: Sequence[str]) -> bytes:
    parts = [f"<p>{html.escape(line)}</p>" for line in above]
    parts.append("<table>")
    for row in rows:
        parts.append("<tr>")
        for _, width, words in _spans(row):
            parts.append(f'<td colspan="{width}">{html.escape(words).replace(chr(10), "<br>")}</td>')
        parts.append("</tr>")
    return f"<html><body>{''.join(parts)}</table></body></html>".encode()


def _document(rows: Rows, above: Sequence[str]) -> bytes:
    made = docx.Document()
    for line in above:
        made.add_paragraph(line)
    table = made.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        cells = table.rows[number].cells
        for column, width, words in _spans(row):
            cell = cells[column].merge(cells[column + width - 1]) if width > 1 else cells[column]
            cell.text = words
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _workbook(rows: Rows, title: Sequence[str]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append([title[-1]])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[0]))
    for number, row in enumerate(rows, 2):
        for column, width, words in _spans(row):
            sheet.cell(number, column + 1, int(words) if words.isdecimal() else words)
            if width > 1:
                sheet.merge_cells(
                    start_row=number, end_row=number, start_column=column + 1, end_column=column + width
                )
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()
