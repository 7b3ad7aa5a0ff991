"""Sheets as a Word document, read back at XML level, by python-docx, and by LibreOffice where it is there."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree

from store.reading import read_file
from store.records.changes import updated
from store.records.values import Mention
from tests.sample import sample_list
from tests.tui.paper.grids import tall, thousand
from tui.paper import PageSetup, Sheet, write_sheets
from tui.paper.docx_ruler import page_ruler
from tui.paper.layout import CONTINUED, SheetCell, SheetColumn
from tui.paper.sheets.task_list import task_list_sheet

HEADS = ["事项", "重点任务", "牵头单位", "分管领导", "责任单位", "分管领导"]


def body(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def written(sheet: Sheet, tmp_path: Path, setup: PageSetup | None = None) -> Path:
    path = tmp_path / "a.docx"
    write_sheets([sheet], "docx", path, setup)
    return path


def cell_texts(row: etree._Element) -> list[str]:
    return ["".join(cell.itertext()) for cell in row.findall(qn("w:tc"))]


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return written(task_list_sheet(sample_list()), tmp_path)


def test_each_row_has_all_six_cells(printed: Path) -> None:
    rows = list(body(printed).iter(qn("w:tr")))
    assert {len(row.findall(qn("w:tc"))) for row in rows} == {6}
    assert cell_texts(rows[0]) == HEADS
    tasks = [text for row in rows if (text := cell_texts(row)[1]) and text != HEADS[1]]
    assert len(tasks) == len(set(tasks)) == 9
    (second,) = [row for row in rows if cell_texts(row)[1] == "2.加快电子证照共享调用。"]
    assert cell_texts(second)[2:] == ["", "", "", ""]


def test_head_rows_are_marked_and_rows_stay_whole(printed: Path) -> None:
    root = body(printed)
    for table in root.iter(qn("w:tbl")):
        heads = [row.find(f".//{qn('w:tblHeader')}") is not None for row in table.iter(qn("w:tr"))]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert table.find(f".//{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert len(widths) == 6 and 12700 < sum(widths) <= 12755
    assert len(list(root.iter(qn("w:cantSplit")))) == len(list(root.iter(qn("w:tr"))))


def test_the_page_is_a4_landscape_with_a_grid(printed: Path) -> None:
    section = Document(str(printed)).sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    margins = (section.right_margin, section.left_margin, section.top_margin, section.bottom_margin)
    assert [round(length.mm) for length in margins if length] == [37, 35, 27, 27]
    grid = section._sectPr.find(qn("w:docGrid"))
    # 15 lines of at least 579 twips fill the 156 mm (GB/T 9704-2012: 22 lines on 225 mm).
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", str(8844 // 15))


def test_22_lines_have_the_standards_pitch(tmp_path: Path) -> None:
    path = written(task_list_sheet(sample_list()), tmp_path, PageSetup(margins=(30, 37, 29, 35), size=9))
    sides = 210 - 30 - 29
    pitch = int(Document(str(path)).sections[0]._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")))
    lines = sides * 1440 / 25.4 // 579
    assert pitch >= 579 and lines * pitch <= sides * 1440 / 25.4 + 1


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
    document = Document(str(written(task_list_sheet(sample_list()), tmp_path, setup)))
    assert not document.settings.odd_and_even_pages_header_footer
    assert ("PAGE" in etree.tostring(document.sections[0].footer.part.element, encoding="unicode")) is said
    assert document.sections[0]._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "5"


def test_each_sheet_begins_a_page(tmp_path: Path) -> None:
    sheet = replace(task_list_sheet(sample_list()), rows=task_list_sheet(sample_list()).rows[:2])
    write_sheets([sheet, replace(sheet, annex="")], "docx", tmp_path / "a.docx")
    breaks = [
        paragraph
        for paragraph in body(tmp_path / "a.docx").iter(qn("w:p"))
        if paragraph.find(f".//{qn('w:pageBreakBefore')}") is not None
    ]
    assert ["".join(paragraph.itertext()) for paragraph in breaks] == [sheet.title]


def test_styles_are_few_and_named_and_fonts_go_in_by_name(printed: Path) -> None:
    document = Document(str(printed))
    paragraphs = [style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    fonts = {style.name: style.element.rPr.rFonts.get(qn("w:eastAsia")) for style in paragraphs}
    assert fonts == {
        "Normal": "仿宋_GB2312",
        "Heading 1": "方正小标宋简体",
        "Heading 2": "黑体",
        "Heading 3": "楷体_GB2312",
        "附件": "黑体",
        "副题": "楷体_GB2312",
        "表头": "黑体",
        "表内小标题": "黑体",
        "表内文字": "仿宋_GB2312",
        "表内居中": "仿宋_GB2312",
        "表注": "仿宋_GB2312",
        "版记": "仿宋_GB2312",
        "Footer": "宋体",
        "页末": "宋体",
    }
    assert len(list(document.styles)) == len(paragraphs) + 1, "and the tables' own"
    sizes = {style.name: style.font.size.pt for style in paragraphs}
    assert (sizes["Normal"], sizes["Heading 1"], sizes["表内文字"]) == (16, 22, 10.5)


def test_the_title_is_a_heading_of_the_outline(printed: Path) -> None:
    document = Document(str(printed))
    annex, title = document.paragraphs[:2]
    assert (annex.text, annex.style and annex.style.name) == ("附件2", "附件")
    assert title.text.replace("\n", "") == "市科技局2021年深化“放管服”改革优化营商环境重点任务清单"
    assert title.style and title.style.name == "Heading 1"
    assert title.style.element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == "0"


def test_whose_the_document_is(tmp_path: Path) -> None:
    sheet = replace(task_list_sheet(sample_list()), title="清单<\x0b&" + "长" * 300)
    properties = Document(str(written(sheet, tmp_path, PageSetup(bureau="武汉市科技局")))).core_properties
    assert properties.author == properties.last_modified_by == "武汉市科技局"
    assert properties.title.startswith("清单<&长") and len(properties.title) <= 255
    assert properties.created and properties.created.year > 2020
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert not [name for name in archive.namelist() if "theme" in name or "thumbnail" in name]
        assert b"Microsoft Macintosh" not in archive.read("docProps/app.xml")


def test_markup_and_control_characters_come_out_as_text(tmp_path: Path) -> None:
    tasks = sample_list()
    nasty = "[/x]<w:p>&amp;\x1b[31m\x00\ud800\ufffe=1+1 𠀀]]>"
    tasks.apply(updated(tasks.task(tasks.task_keys[1]), text=nasty, lead_units=(Mention(None, "<b>\x08"),)))
    setup = PageSetup(bureau="<局>&\x01\"'", fonts={"text": '"<仿宋>&\x02', "title": "&"})
    path = written(task_list_sheet(tasks), tmp_path, setup)
    text = "".join(body(path).itertext())
    assert "[/x]<w:p>&amp;" in text and "=1+1 𠀀]]>" in text and "<b>" in text
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    assert Document(str(path)).styles["表内文字"].element.rPr.rFonts.get(qn("w:eastAsia")) == '"<仿宋>&'


def joined(rows: int) -> Sheet:
    """A cell beside all rows, and one beside each three of them."""
    item = SheetCell(("一、推进高效办成一件事",), rows)
    grid = []
    for row in range(rows):
        unit = SheetCell((f"处室{row}", "某中心"), min(3, rows - row)) if row % 3 == 0 else None
        grid.append((None if row else item, SheetCell((f"任务{row}。" + "统一受理。" * (row % 40),)), unit))
    columns = [SheetColumn("事项", 1, False), SheetColumn("任务", 3, False), SheetColumn("单位", 1, True)]
    return Sheet("清单", tuple(columns), tuple(grid), notes=("注。",))


def test_a_joined_cell_that_passes_a_pages_end_is_closed_and_said_again(tmp_path: Path) -> None:
    root = body(written(joined(60), tmp_path))
    tables = list(root.iter(qn("w:tbl")))
    assert len(tables) > 2
    seen = []
    for number, table in enumerate(tables):
        head, first, *others = table.iter(qn("w:tr"))
        assert cell_texts(head) == ["事项", "任务", "单位"]
        assert cell_texts(first)[0] == "一、推进高效办成一件事" + CONTINUED * (number > 0)
        assert cell_texts(first)[2], "no cell of a page's first row is blank"
        assert all(cell_texts(row)[0] == "" for row in others)
        for row in (first, *others):
            seen.append(cell_texts(row)[1].split("。")[0])
        # No join is open at the page's end: the first row that a page has of a cell begins it.
        for cell in first.findall(qn("w:tc")):
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            assert merge is None or merge.get(qn("w:val")) == "restart"
    assert seen == [f"任务{row}" for row in range(60)]
    breaks = list(root.iter(qn("w:pageBreakBefore")))
    assert len(breaks) == len(tables) - 1


def test_without_joins_over_a_pages_end_it_is_one_table(tmp_path: Path) -> None:
    sheet = joined(60)
    rows = tuple((SheetCell(("一",)), row[1], SheetCell(("处",))) for row in sheet.rows)
    root = body(written(replace(sheet, rows=rows), tmp_path))
    assert len(list(root.iter(qn("w:tbl")))) == 1
    assert not list(root.iter(qn("w:pageBreakBefore")))


def test_a_row_higher_than_a_page_is_parted_at_each_pages_end(tmp_path: Path) -> None:
    long = SheetCell(("统一受理平台数据联通。" * 300,))
    sheet = joined(4)
    rows = (sheet.rows[0], (None, long, None), *sheet.rows[2:])
    root = body(written(replace(sheet, rows=rows), tmp_path))
    assert "".join(root.itertext()).count("联通。") == 300
    tables = list(root.iter(qn("w:tbl")))
    assert len(tables) > 2
    parts = [[text for text in table.itertext() if "联通" in text] for table in tables]
    assert all(len(part) == 1 for part in parts), "a part is one paragraph, that Word wraps"
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in root.iter(qn("w:tr")))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_libreoffice_shows_the_pages_that_were_measured(tmp_path: Path) -> None:
    sheet = joined(60)
    path = written(sheet, tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    file = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in file]
    file.close()
    assert len(pages) == len(list(body(path).iter(qn("w:tbl"))))
    assert all("事项任务单位一、推进" in page for page in pages)
    assert all(sum(f"任务{row}。" in page for page in pages) == 1 for row in range(60))


def test_a_thousand_rows_come_in_pieces(tmp_path: Path) -> None:
    root = body(written(task_list_sheet(thousand()), tmp_path))
    text = "".join(root.itertext())
    assert all(text.count(f"任务{number}:") == 1 for number in range(1, 1001))


def test_a_high_cell_stays_in_its_page(tmp_path: Path) -> None:
    root = body(written(tall(60, 3), tmp_path))
    firsts = [cell_texts(list(table.iter(qn("w:tr")))[1])[0] for table in root.iter(qn("w:tbl"))]
    assert firsts == ["单位0单位1单位2", *[f"单位0单位1单位2{CONTINUED}"] * (len(firsts) - 1)]


def test_a_print_is_read_back_as_the_rows_that_it_was_made_of(tmp_path: Path) -> None:
    item = SheetCell(("一、推进高效办成一件事",), 40)
    grid = []
    for row in range(40):
        unit = SheetCell((f"处室{row // 4}甲处",), 4) if row % 4 == 0 else None
        text = SheetCell((f"{row + 1}.推进数据联通第{row}批。" + "统一受理。" * (row % 9 * 3),))
        grid.append((None if row else item, text, unit, SheetCell(("胡军",))))
    labels = ("事项", "重点任务", "牵头单位", "分管领导")
    columns = tuple(SheetColumn(label, 1 + (label == "重点任务"), False) for label in labels)
    path = written(Sheet("重点任务清单", columns, tuple(grid)), tmp_path)
    assert len(list(body(path).iter(qn("w:tbl")))) > 2
    tasks = read_file(path).rows
    assert [task.item for task in tasks] == [tasks[0].item] * 40
    assert "（续）" not in str(tasks) and "（续）" not in str(tasks)
    assert len({task.text for task in tasks}) == 40


@pytest.mark.parametrize("lines", [1, 2, 3, 6])
def test_wherever_word_begins_the_last_page_it_has_six_lines_or_more(lines: int, tmp_path: Path) -> None:
    rows = tuple((SheetCell((f"第{number}行",) * lines),) for number in range(60))
    write_sheets([Sheet("清单", (SheetColumn("任务", 1, False),), rows)], "docx", tmp_path / "a.docx")
    (table,) = Document(str(tmp_path / "a.docx")).tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    together = kept[::-1].index(None, 1)
    ruler = page_ruler(PageSetup())
    high, least = lines * ruler.line("text") + ruler.gap, 6 * ruler.line("text")
    assert together * high >= least > (together - 1) * high, "as few rows as that takes"
