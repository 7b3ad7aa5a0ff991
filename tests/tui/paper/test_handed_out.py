"""Sheets that are handed out by themselves: each on a front page, with numbers of its own."""

import io
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.enum.section import WD_SECTION

from tests.sample import sample_list
from tests.tui.paper.font import SETUP
from tests.tui.paper.reading import pdf_texts
from tui.paper import Sheet, write_sheets
from tui.paper.dressing import page_of
from tui.paper.sheets.subject import unit_sheets

APART = page_of("unit", SETUP)


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    return unit_sheets(sample_list())


def written(sheets: list[Sheet], name: str, folder: Path) -> bytes:
    path = folder / f"a.{name}"
    write_sheets(sheets, name, path, APART)
    return path.read_bytes()


def check_pages(pages: list[str], sheets: list[Sheet]) -> None:
    """Hold that each sheet begins on a front page, and with number 1."""
    firsts = [index for index, page in enumerate(pages) if "任务分解单" in page]
    assert len(firsts) == len(sheets)
    assert all(index % 2 == 0 for index in firsts), "the back is another's"
    for begin, end in zip(firsts, [*firsts[1:], len(pages)], strict=True):
        numbers = [re.findall(r"—\s*(\d+)\s*—", page) for page in pages[begin:end] if page.strip()]
        assert numbers == [[str(number)] for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("name", ["pdf", "text"])
def test_each_begins_on_a_front_page_with_its_own_numbers(
    sheets: list[Sheet], tmp_path: Path, name: str
) -> None:
    data = written(sheets, name, tmp_path)
    check_pages(pdf_texts(data) if name == "pdf" else data.decode().split("\f"), sheets)


def test_a_document_has_a_section_for_each(sheets: list[Sheet], tmp_path: Path) -> None:
    document = Document(io.BytesIO(written(sheets, "docx", tmp_path)))
    assert len(document.sections) == len(sheets)
    assert {section.start_type for section in document.sections} == {WD_SECTION.ODD_PAGE}
    xml = document.element.xml
    assert xml.count('<w:pgNumType w:start="1"/>') == len(sheets)
    assert "<w:pageBreakBefore" not in "".join(
        paragraph._p.xml for paragraph in document.paragraphs if "任务分解单" in paragraph.text
    )


def test_a_workbook_numbers_each_from_one(sheets: list[Sheet], tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(sheets, "xlsx", tmp_path)))
    assert {page.page_setup.useFirstPageNumber for page in book} == {True}


def test_a_web_page_begins_each_on_a_front_page(sheets: list[Sheet], tmp_path: Path) -> None:
    assert "section+section{break-before:right" in written(sheets, "html", tmp_path).decode()


def test_parts_of_one_sheet_go_on_with_the_numbers(tmp_path: Path) -> None:
    sheets = unit_sheets(sample_list())[:2]
    path = tmp_path / "a.txt"
    write_sheets(sheets, "text", path, replace(APART, own_numbers=False))
    numbers = re.findall(r"— (\d+) —", path.read_text("utf-8"))
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_web_page_says_that_its_numbers_go_through(sheets: list[Sheet], tmp_path: Path) -> None:
    (said,) = write_sheets(sheets, "html", tmp_path / "a.html", APART)
    assert "连着编" in said
    assert write_sheets(sheets[:1], "html", tmp_path / "a.html", APART) == ()
