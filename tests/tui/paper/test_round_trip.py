"""What each format wrote, read back by another: each task once, each span as in the grid, all text as
text.
"""

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pdfplumber
import pypdfium2
import pytest
from docx import Document
from hypothesis import HealthCheck, example, given, settings

from store.records.changes import updated
from store.records.values import Mention
from tests.examples import most
from tests.sample import sample_list
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import Found, expected, renamed, sheets, tall, thousand
from tests.tui.paper.reading import docx_tables, html_tables, pdf_tables, pdf_texts, xlsx_tables
from tui.paper import FORMATS, Sheet
from tui.paper.layout import CONTINUED, SheetCell, SheetColumn
from tui.paper.sheets.task_list import task_list_sheet

READERS: dict[str, Callable[[bytes], list[Found]]] = {
    "docx": docx_tables,
    "html": html_tables,
    "xlsx": xlsx_tables,
}


def written(name: str, *sheets: Sheet) -> bytes:
    return FORMATS[name].write(sheets, SETUP, lambda done, total: None).data


@pytest.mark.parametrize("name", READERS)
def test_the_sample_comes_back_as_it_stands(name: str) -> None:
    sheet = task_list_sheet(sample_list())
    (found,) = READERS[name](written(name, sheet))
    assert found == expected(sheet)
    assert sum(down - 1 for _, down, _ in found.values()) == 11, "16 cells of vMerge are 5 joined cells"


@pytest.mark.parametrize("name", READERS)
def test_a_thousand_rows_come_back(name: str) -> None:
    sheet = task_list_sheet(thousand())
    (found,) = READERS[name](written(name, sheet))
    assert found == expected(sheet)
    texts = [text for text, *_ in found.values()]
    assert all(sum(f"任务{number}:" in text for text in texts) == 1 for number in (1, 10, 500, 1000))


@pytest.mark.parametrize("name", READERS)
def test_several_sheets_are_several_tables(name: str) -> None:
    one, other = task_list_sheet(sample_list()), renamed(tall(3, 2), "清单")
    assert READERS[name](written(name, one, other)) == [expected(one), expected(other)]


@pytest.mark.parametrize("name", READERS)
@settings(
    max_examples=most(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sheet=sheets())
def test_any_grid_comes_back(name: str, sheet: Sheet) -> None:
    (found,) = READERS[name](written(name, sheet))
    if name == "docx" and is_on_one_page(name, sheet):
        assert with_words(found) == with_words(expected(sheet))
    elif is_on_one_page(name, sheet):
        assert begun_rows(found) == begun_rows(expected(sheet)), "a row too high for Excel is joined ones"
    else:
        assert said(found) == said(expected(sheet)), "what is higher than a page is cut by lines"


def is_on_one_page(name: str, sheet: Sheet) -> bool:
    data = written(name, sheet)
    if name == "docx":
        return len(Document(io.BytesIO(data)).tables) == 1
    if name == "html":
        return b'<tbody class="page' not in data
    return not openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].row_breaks.brk


def said(found: Found) -> list[str]:
    """What each column says from top to bottom, blanks left out, and what is only repeated."""
    columns: dict[int, list[str]] = {}
    for place in sorted(found):
        text = "".join(found[place][0].split())
        column = columns.setdefault(place[1], [])
        if not text.endswith(CONTINUED):
            column.append(text)
    return ["".join(columns[column]) for column in sorted(columns)]


def with_words(found: Found) -> Found:
    """The cells that say something: of an empty one at a page's head nobody can say whether it goes on."""
    return {place: cell for place, cell in found.items() if cell[0]}


def begun_rows(found: Found) -> Found:
    """The grid with only those rows that a cell begins in."""
    rows = sorted({row for row, _ in found})
    return {
        (rows.index(row), column): (text, sum(row <= begun < row + down for begun in rows), across)
        for (row, column), (text, down, across) in found.items()
    }


def test_the_samples_pdf_has_each_task_once_and_its_joined_cells() -> None:
    sheet = task_list_sheet(sample_list())
    tables = pdf_tables(written("pdf", sheet))
    assert all(
        table[0] == ["事项", "重点任务", "牵头单位", "分管领导", "责任单位", "分管领导"] for table in tables
    )
    rows = [row for table in tables for row in table[1:]]
    assert [row[1] for row in rows] == [
        "".join("".join(row[1].lines).split()) for row in sheet.rows if row[1]
    ]
    assert [[cell is None for cell in row] for row in rows[2:6]] == [
        [cell is None for cell in row] for row in sheet.rows[2:6]
    ]
    assert [cell for cell in rows[2] if cell][2:] == [
        "法制处",
        "徐涛",
        "合作处成果处企业中心项目中心",
        "王振旭胡军赵峰",
    ]


def test_a_thousand_rows_in_pdf_have_each_task_once() -> None:
    pages = pdf_texts(written("pdf", task_list_sheet(thousand())))
    text = "".join(pages)
    counts = Counter(number for number in range(1, 1001) if f"任务{number}:" in text)
    assert len(counts) == 1000
    assert sum(text.count(f"任务{number}:") for number in range(1, 1001)) == 1000
    assert all("重点任务牵头单位" in page for page in pages)
    assert all(page.endswith(f"—{number}—") for number, page in enumerate(pages, 1))


def test_a_joined_cell_over_several_pages_of_pdf_says_so() -> None:
    tables = pdf_tables(written("pdf", tall(60, 3)))
    assert len(tables) > 2
    assert [table[1][0] for table in tables] == [
        "单位0单位1单位2",
        *[f"单位0单位1单位2{CONTINUED}"] * (len(tables) - 1),
    ]
    assert [row[1] for table in tables for row in table[1:]] == [f"任务{number}" for number in range(60)]


@settings(max_examples=most(18))
@given(sheets(rows=6))
@example(Sheet("标题", (SheetColumn("列0", 1, False),), ((SheetCell(("甲-",)),),), notes=("乙",)))
def test_no_character_of_any_grid_is_missing_in_pdf(sheet: Sheet) -> None:
    found = Counter("".join(pdf_texts(written("pdf", sheet))))
    # The small font has neither of two rare characters; another font of the machine may.
    wanted = Counter("".join("".join(text for text, *_ in expected(sheet).values()).split()))
    for character in "𠮷🙂":
        wanted.pop(character, None)
    assert not {character: count for character, count in wanted.items() if found[character] < count}


@pytest.mark.parametrize("name", ["docx", "html", "xlsx", "pdf", "text"])
def test_what_means_something_elsewhere_is_text_here(name: str) -> None:
    tasks = sample_list()
    nasty = "=HYPERLINK(1)<w:p>&amp;[/x]\x1b[31m\x00\ud800\ufffe亓_x000D_"
    tasks.apply(
        updated(tasks.task(tasks.task_keys[1]), text=nasty, lead_units=(Mention(None, "<b>@SUM\x08"),))
    )
    data = written(name, task_list_sheet(tasks))
    if name == "pdf":
        text = "".join(pdf_texts(data))
    elif name == "text":
        text = data.decode()
    else:
        text = "".join(cell for cell, *_ in READERS[name](data)[0].values())
    joined = "".join(text.replace("|", "").split())
    assert "=HYPERLINK(1)" in joined and "[/x][31m" in joined and "亓" in joined and "_x000D_" in joined
    assert "<b>@SUM" in joined
    assert not [character for character in text if ord(character) < 32 and character not in "\n\f"]


def test_rare_characters_of_four_bytes() -> None:
    sheet = Sheet("𠮷", (SheetColumn("名", 1, True),), ((SheetCell(("𠮷亓🙂",)),),))
    for name in READERS:
        assert READERS[name](written(name, sheet))[0][1, 0][0] == "𠮷亓🙂"
    setup = replace(SETUP, encoding="gb18030")
    assert "𠮷亓🙂" in FORMATS["text"].write([sheet], setup, lambda done, total: None).data.decode("gb18030")
    output = FORMATS["pdf"].write([sheet], SETUP, lambda done, total: None)
    text = "".join(pdf_texts(output.data))
    assert "亓" in text
    for character in "𠮷🙂":
        assert (character in text) or any(character in remark for remark in output.remarks), (
            "drawn, or named as missing"
        )


THREE = (SheetColumn("事项", 1, True), SheetColumn("任务", 1, False), SheetColumn("单位", 6, False))


def test_a_row_higher_than_excel_allows_becomes_two_joined_ones() -> None:
    lines = tuple(f"第{number}行" for number in range(28))
    sheet = Sheet("清单", THREE, ((SheetCell(("一",)), SheetCell(lines), SheetCell(())),))
    setup = replace(SETUP, margins=(5, 37, 5, 35))
    data = FORMATS["xlsx"].write([sheet], setup, lambda done, total: None).data
    (found,) = xlsx_tables(data)
    assert found[1, 1] == ("\n".join(lines), 2, 1)
    assert found[1, 0] == ("一", 2, 1)


def test_a_row_higher_than_a_page_is_cut_by_lines_in_xlsx() -> None:
    text = "推进高效办成一件事" * 400
    sheet = Sheet("清单", THREE, ((SheetCell(("一",)), SheetCell((text,)), SheetCell(())),))
    data = written("xlsx", sheet)
    (found,) = xlsx_tables(data)
    assert said(found)[1] == f"任务{text}"
    parts = [cell for (row, column), (cell, *_) in found.items() if column == 1 and row]
    assert len(parts) > 1 and all(parts)
    assert found[1, 0][0] == "一"


def test_an_xlsx_page_ends_where_a_joined_cell_is_closed_and_repeated() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", tall(60, 3))))
    page = book.worksheets[0]
    begins = [end.id + 1 for end in page.row_breaks.brk]
    assert len(begins) >= 2
    assert [page.cell(row, 1).value for row in begins] == [f"单位0\n单位1\n单位2\n{CONTINUED}"] * len(begins)
    heights = [page.row_dimensions[row].height for row in range(begins[0], begins[1])]
    assert 380 < sum(heights) < 442 - 20, "a whole page of 156 mm, under the headings"


def test_the_columns_of_an_xlsx_fill_the_type_area_without_being_shrunk() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", task_list_sheet(sample_list()))))
    digits = 0.0
    for column in book.worksheets[0].column_dimensions.values():
        digits += column.width * (column.max - column.min + 1)
    name, size = book._fonts[0].name, book._fonts[0].sz
    pixels, least, most = {"Arial": (8, 0.96, 0.98), "Verdana": (9, 0.94, 0.965)}[name]
    points = digits * pixels * 0.75
    assert 225 * 72 / 25.4 * least < points <= 225 * 72 / 25.4 * most
    assert size == 11, "digits have so many pixels at this size"


def test_an_html_page_ends_where_a_joined_cell_is_closed_and_repeated() -> None:
    pages = written("html", tall(60, 3)).decode().split('<tbody class="page">')
    assert len(pages) >= 3
    assert all(f"<br>{CONTINUED}</td>" in page for page in pages[1:])
    # 156 mm are 442 points; a row, and so the heading, of a line of 10.5 points takes 20.
    # The last but one spares rows for the last, which would have few of them.
    assert [page.count("<tr") for page in pages[1:-2]] == [442 // 20 - 2] * (len(pages) - 3)
    assert sum(page.count("</td></tr>") for page in pages) == 60


def test_heads_too_high_for_a_browser_to_repeat_stand_on_each_html_page() -> None:
    sheet = tall(60, 3)
    heads = ((SheetCell(tuple("外国专家服务"), strong=True), SheetCell(("任务",), strong=True)),)
    pages = written("html", replace(sheet, heads=heads)).decode()
    first, *others = pages.split('<tbody class="page')
    assert first.count('<thead class="head">') == 1, "it is not repeated once more"
    assert len(others) >= 3
    assert [page.count("外<br>国<br>专<br>家<br>服<br>务") for page in others] == [1] * len(others)


def test_an_html_page_says_what_its_heads_head_and_counts_from_the_first_page() -> None:
    setup = replace(SETUP, first_page=6)
    data = FORMATS["html"].write([task_list_sheet(sample_list())], setup, lambda done, total: None).data
    text = data.decode()
    assert text.count('<th scope="col"') == 6
    assert "html{counter-reset:page 5}" in text, "a browser counts on from what the root says"


def test_a_pdf_has_a_bookmark_for_each_sheet_where_it_begins() -> None:
    one, other = renamed(tall(60, 3), "成果处"), renamed(tall(3, 2), "法制处")
    with pdfplumber.open(io.BytesIO(written("pdf", one, other))) as file:
        titles = [title for _, title, *_ in file.doc.get_outlines()]
        count = len(file.pages)
    assert titles == ["成果处", "法制处"]
    outline = pypdfium2.PdfDocument(written("pdf", one, other)).get_toc()
    assert [item.get_dest().get_index() for item in outline] == [0, count - 1]
