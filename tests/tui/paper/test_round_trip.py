"""What each format wrote, read back by another: each task once, each span as in the grid, all text as
text.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings

from store.records.changes import updated
from store.records.values import Mention
from tests.sample import sample_list
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import Found, expected, renamed, sheets, tall, thousand
from tests.tui.paper.reading import docx_tables, html_tables, pdf_tables, pdf_texts, xlsx_tables
from tui.paper import FORMATS, Sheet, task_list_sheet
from tui.paper.layout import CONTINUED, SheetCell, SheetColumn, origins

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
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sheet=sheets())
def test_any_grid_comes_back(name: str, sheet: Sheet) -> None:
    (found,) = READERS[name](written(name, sheet))
    if name == "xlsx":
        assert begun_rows(found) == begun_rows(expected(sheet)), "a row too high is several joined ones"
    assert name != "html" or found == expected(sheet)
    if name == "docx":
        assert not characters(expected(sheet)) - characters(found)
        # A joined cell higher than a page is parted by lines.
        if not any(cell.rowspan > 1 and len("".join(cell.lines)) > 150 for _, _, cell in origins(sheet.rows)):
            assert with_words(found) == with_words(expected(sheet))


def with_words(found: Found) -> Found:
    """The cells that say something: of an empty one at a page's head nobody can say whether it goes on."""
    return {place: cell for place, cell in found.items() if cell[0]}


def characters(found: Found) -> Counter[str]:
    """How often each character stands in a table."""
    return Counter("".join("".join(text for text, *_ in found.values()).split()))


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


@settings(max_examples=12)
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


def test_a_row_higher_than_excel_allows_becomes_two_joined_ones() -> None:
    text = "推进高效办成一件事" * 120
    columns = (SheetColumn("事项", 1, True), SheetColumn("任务", 1, False), SheetColumn("单位", 6, False))
    (found,) = xlsx_tables(
        written("xlsx", Sheet("清单", columns, ((SheetCell(("一",)), SheetCell((text,)), SheetCell(())),)))
    )
    assert found[1, 1][0] == text
    assert found[1, 1][1] > 1
    assert found[1, 0] == ("一", found[1, 1][1], 1)
