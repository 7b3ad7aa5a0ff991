"""The list as a Word document, read back at XML level."""

import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from store.records.changes import updated
from store.records.values import Mention
from store.refused import Refused
from tests.sample import sample_list
from tui.paper import PageSetup, task_list_sheet, write_sheets


def body(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    out = tmp_path / "清单.docx"
    write_sheets([task_list_sheet(sample_list())], "docx", out)
    return out


def test_joined_cells_are_written_cell_by_cell(printed: Path) -> None:
    merges = list(body(printed).iter(qn("w:vMerge")))
    assert len(merges) == 16
    assert [merge.get(qn("w:val")) for merge in merges].count("restart") == 5


def test_each_row_has_all_six_cells(printed: Path) -> None:
    rows = list(body(printed).iter(qn("w:tr")))
    assert len(rows) == 10
    assert {len(row.findall(qn("w:tc"))) for row in rows} == {6}
    assert ["".join(cell.itertext()) for cell in rows[0].findall(qn("w:tc"))] == [
        "事项",
        "重点任务",
        "牵头单位",
        "分管领导",
        "责任单位",
        "分管领导",
    ]
    assert ["".join(cell.itertext()) for cell in rows[4].findall(qn("w:tc"))] == [
        "",
        "2.加快电子证照共享调用。",
        "",
        "",
        "",
        "",
    ]


def test_the_heading_repeats_and_rows_stay_whole(printed: Path) -> None:
    root = body(printed)
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in root.iter(qn("w:tr"))] == [True] + [
        False
    ] * 9
    assert len(list(root.iter(qn("w:cantSplit")))) == 10
    assert root.find(f".//{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
    widths = [int(column.get(qn("w:w"))) for column in root.iter(qn("w:gridCol"))]
    assert len(widths) == 6 and 12700 < sum(widths) <= 12755


def test_the_page_is_a4_landscape_with_a_number(printed: Path) -> None:
    section = Document(str(printed)).sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    margins = (section.right_margin, section.left_margin, section.top_margin, section.bottom_margin)
    assert [round(length.mm) for length in margins if length] == [
        37,
        35,
        27,
        27,
    ]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert [grid.get(qn(f"w:{name}")) for name in ("type", "linePitch", "charSpace")] == [
        "linesAndChars",
        "579",
        "-848",
    ]


def test_odd_pages_are_numbered_at_the_right_and_even_ones_at_the_left(printed: Path) -> None:
    document = Document(str(printed))
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, place in ((section.footer, "right"), (section.even_page_footer, "left")):
        xml = etree.tostring(footer.part.element, encoding="unicode")
        assert "PAGE" in xml and "— " in xml and f'w:jc w:val="{place}"' in xml


@pytest.mark.parametrize(("numbers", "said"), [("centred", True), ("none", False)])
def test_numbers_in_the_middle_or_none(tmp_path: Path, numbers: str, said: bool) -> None:
    setup = PageSetup(numbers=numbers, first_page=5)
    write_sheets([task_list_sheet(sample_list())], "docx", tmp_path / "a.docx", setup)
    document = Document(str(tmp_path / "a.docx"))
    assert not document.settings.odd_and_even_pages_header_footer
    assert ("PAGE" in etree.tostring(document.sections[0].footer.part.element, encoding="unicode")) is said
    assert document.sections[0]._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "5"


def test_each_sheet_begins_a_page(tmp_path: Path) -> None:
    sheet = task_list_sheet(sample_list())
    write_sheets([sheet, replace(sheet, annex="")], "docx", tmp_path / "a.docx")
    root = body(tmp_path / "a.docx")
    breaks = [
        paragraph
        for paragraph in root.iter(qn("w:p"))
        if paragraph.find(f".//{qn('w:pageBreakBefore')}") is not None
    ]
    assert ["".join(paragraph.itertext()) for paragraph in breaks] == [sheet.title]


def test_fonts_go_in_by_name(printed: Path) -> None:
    document = Document(str(printed))
    fonts = {
        style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.name.startswith("Sheet")
    }
    assert fonts["SheetTitle"] == "方正小标宋简体"
    assert fonts["SheetHead"] == "黑体"
    assert fonts["SheetText"] == fonts["SheetName"] == "仿宋_GB2312"
    assert document.styles["SheetTitle"].font.size.pt == 22
    assert document.styles["SheetText"].font.size.pt == 10.5
    assert [paragraph.text for paragraph in document.paragraphs[:2]] == [
        "附件2",
        "市科技局2021年深化“放管服”改革优化营商环境重点任务清单",
    ]


def test_markup_and_control_characters_come_out_as_text(tmp_path: Path) -> None:
    tasks = sample_list()
    nasty = "[/x]<w:p>&amp;\x1b[31m\x00\ud800\ufffe=1+1 𠀀"
    tasks.apply(updated(tasks.task(tasks.task_keys[1]), text=nasty, lead_units=(Mention(None, "<b>\x08"),)))
    write_sheets([task_list_sheet(tasks)], "docx", tmp_path / "a.docx")
    text = "".join(body(tmp_path / "a.docx").itertext())
    assert "[/x]<w:p>&amp;" in text and "=1+1 𠀀" in text and "<b>" in text


def test_a_thousand_rows_take_no_second(tmp_path: Path) -> None:
    sheet = task_list_sheet(sample_list())
    write_sheets([sheet], "docx", tmp_path / "first.docx")
    began = time.process_time()
    write_sheets([replace(sheet, rows=sheet.rows * 112)], "docx", tmp_path / "long.docx")
    assert time.process_time() - began < 1


def test_without_python_docx_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Refused, match=r"python-docx.*text"):
        write_sheets([task_list_sheet(sample_list())], "docx", tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []
