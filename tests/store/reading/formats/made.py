"""The sample notice as a clerk has it: a document, a workbook, and these in other formats by LibreOffice."""

import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from data import SAMPLE_NOTICE, sample_notice
from store.reading import Reading, read_notice
from store.reading.result import TaskFound

FILES = Path(__file__).parent / "files"
"""The sample notice as other formats, made of `sample_docx` and `sample_xlsx` (README.md there)."""
_LABELS = ("事项", "重点任务", "牵头单位", "分管领导", "责任单位", "分管领导")
_NUMBERED = (
    *((0, "总体要求"), (0, "重点任务"), (1, "甲类"), (2, "清理河道")),
    *((2, "建立台账"), (1, "乙类"), (2, "清理湖泊")),
)
"""Paragraphs of a list, each with its level."""
_WIDTHS = (24, 60, 18, 18, 18, 18)
_FIELDS = ("item", "text", "lead_units", "lead_leaders", "participant_units", "participant_leaders")


def sample_reading() -> Reading:
    """The sample notice as read from its text."""
    return read_notice(sample_notice(), SAMPLE_NOTICE)


def sample_rows() -> list[list[str]]:
    """The cells of the sample's list, as its table prints them."""
    return [list(map(_words, _cells(row))) for row in sample_reading().rows]


def _cells(row: TaskFound) -> Iterator[tuple[str, ...]]:
    yield (row.item,)
    yield (row.number + row.text,)
    yield row.lead_units
    yield row.lead_leaders
    yield row.participant_units
    yield row.participant_leaders


def _words(names: Sequence[str]) -> str:
    return "、".join(names)


def joined_areas() -> list[tuple[int, int, int]]:
    """Column, first and last row of each joined cell of the sample's list."""
    rows = sample_reading().rows
    areas: list[tuple[int, int, int]] = []
    for column, name in enumerate(_FIELDS):
        first = 0
        for number in range(1, len(rows) + 1):
            if number < len(rows) and _is_joined(rows[number], rows[number - 1], name):
                continue
            if number - first > 1:
                areas.append((column, first, number - 1))
            first = number
    return areas


def _is_joined(row: TaskFound, before: TaskFound, name: str) -> bool:
    return row.item == before.item if name == "item" else name in row.joined


def sample_docx() -> bytes:
    """The sample as a bureau's document: paper and page numbers of GB/T 9704, a table with joined cells."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    font = document.styles["Normal"].font
    font.name, font.size = "WenQuanYi Zen Hei", Pt(16)
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Zen Hei")
    _number_pages(section.footer.paragraphs[0])
    text = sample_notice().decode()
    before_table = takewhile(lambda line: not line.startswith("事项 |"), text.splitlines())
    for line in filter(str.strip, before_table):
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.space_after = Pt(0)
        if len(line) > 40 or line.startswith(("附件:", "2.")):
            paragraph.paragraph_format.first_line_indent = Pt(32)
        elif "武汉市科学技术局" in line or line.startswith("2021年"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_list(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def numbered_docx() -> bytes:
    """A document whose numbers are printed by its lists: 一、, (一) and 1."""
    document = docx.Document()
    kinds = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")]
    levels = ""
    for depth, (kind, text) in enumerate(kinds):
        told = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        levels += f'<w:lvl w:ilvl="{depth}">{told}</w:lvl>'
    space = nsdecls("w")
    lists = document.part.numbering_part.element
    lists.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="77">{levels}</w:abstractNum>'))
    lists.append(parse_xml(f'<w:num {space} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for depth, words in _NUMBERED:
        number = f'<w:numPr {space}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
        document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(number))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _number_pages(paragraph: Any) -> None:
    """Print — 1 — below each page."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    run = paragraph.add_run()
    for kind in ("begin", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            field = OxmlElement("w:instrText")
            field.text = "PAGE"
            run._r.append(field)
    paragraph.add_run(" —")


def _add_list(document: Any) -> None:
    rows = [list(_LABELS), *sample_rows()]
    table = document.add_table(rows=len(rows), cols=len(_LABELS))
    table.style = "Table Grid"
    table.autofit = False
    for row, row_words in zip(table.rows, rows, strict=True):
        for cell, word, width in zip(row.cells, row_words, _WIDTHS, strict=True):
            cell.width = Mm(width)
            cell.text = word
            cell.paragraphs[0].runs[0].font.size = Pt(10.5) if word else None
    for column, first, last in joined_areas():
        for row in range(first + 1, last + 1):
            table.cell(row + 1, column).text = ""
        words = rows[first + 1][column]
        joined = table.cell(first + 1, column).merge(table.cell(last + 1, column))
        joined.text = words
        joined.paragraphs[0].runs[0].font.size = Pt(10.5)


def sample_xlsx() -> bytes:
    """The sample's list as a workbook: a title over all columns, and joined cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "清单"
    sheet.append(["重点任务清单"])
    sheet.merge_cells("A1:F1")
    sheet.append(list(_LABELS))
    for row in sample_rows():
        sheet.append(row)
    for column, first, last in joined_areas():
        sheet.merge_cells(
            start_row=first + 3, end_row=last + 3, start_column=column + 1, end_column=column + 1
        )
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def soffice() -> str | None:
    """Where LibreOffice is, if it is there."""
    return shutil.which("soffice")


def converted(data: bytes, suffix: str, wanted: str, folder: Path) -> bytes:
    """A file as LibreOffice saves it in another format."""
    source = folder / f"notice.{suffix}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice() or "soffice", profile, "--headless", "--convert-to", wanted, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return source.with_suffix("." + wanted.partition(":")[0]).read_bytes()
