"""Sheets as plain text: columns by GB18030, joined cells by the rules left out."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import most
from tests.sample import sample_list
from tests.tui.paper.grids import sheets, tall
from tui.paper import PageSetup, Sheet
from tui.paper.layout import SheetCell, SheetColumn, banner
from tui.paper.sheets.task_list import task_list_sheet
from tui.paper.text import to_text, write

SETUP = PageSetup()


def gb_columns(line: str) -> int:
    """By the rule itself: two for all that GB18030 writes in more than one byte."""
    return sum(1 if len(character.encode("gb18030", "replace")) == 1 else 2 for character in line)


def table_lines(text: str) -> list[str]:
    return [line for line in text.replace("\f", "\n").splitlines() if line.startswith(("|", "+"))]


def test_every_line_of_the_samples_table_is_equally_wide() -> None:
    text = to_text([task_list_sheet(sample_list())], replace(SETUP, columns=132))
    widths = {gb_columns(line) for line in table_lines(text)}
    assert len(widths) == 1 and 128 <= widths.pop() <= 132
    assert "”" in text


def test_inner_rules_are_left_out_of_joined_cells() -> None:
    text = to_text([task_list_sheet(sample_list())], SETUP, paged=False)
    lines = text.splitlines()
    row = next(index for index, line in enumerate(lines) if "2.加快电子证照共享调用。" in line)
    below = lines[row + 1]
    assert below.startswith(("|", "| 成一件事")) and below.count("+") == 2
    assert text.count("法制处") == 3, "one cell for 3.1 to 3.3, one for 3.4, one for 5"
    assert text.count("企业中心") == 1


def test_no_bar_stands_in_a_cell_over_several_columns() -> None:
    columns = (SheetColumn("甲", 1, True), SheetColumn("乙", 1, True), SheetColumn("丙", 1, True))
    rows = (
        banner("一、牵头", 3),
        (SheetCell(("天",)), SheetCell(("地",), colspan=2), None),
        (SheetCell(("人",), colspan=3), None, None),
    )
    lines = table_lines(to_text([Sheet("表", columns, rows)], replace(SETUP, columns=40), paged=False))
    rule = "+" + "+".join(["-" * 12] * 3) + "+"
    assert lines[0] == lines[2] == rule
    assert lines[3] == "| 一、牵头                             |"
    assert lines[4] == "+------------+-------------------------+"
    assert lines[5] == "|     天     |           地            |"
    assert lines[6] == "+------------+-------------------------+"
    assert lines[7].count("|") == 2
    assert lines[8] == "+" + "-" * 38 + "+"


def test_the_heading_row_and_a_number_stand_on_each_page() -> None:
    sheet = task_list_sheet(sample_list())
    long = replace(sheet, rows=sheet.rows * 8)
    pages = to_text([long], SETUP).split("\f")
    assert len(pages) > 5
    assert all("牵头单位" in table_lines(page)[1] for page in pages)
    assert all(page.count("\n") == 60 for page in pages)
    assert sum(page.count("新增省级及以上众创孵化机构40家。") for page in pages) == 8
    assert "\f" not in to_text([long], SETUP, paged=False)
    numbers = [page.splitlines()[-1] for page in pages]
    assert [line.strip() for line in numbers] == [f"— {number} —" for number in range(1, len(pages) + 1)]
    assert numbers[0].startswith(" " * 100) and numbers[1].startswith("  —"), (
        "odd at the right, even at the left, one character in"
    )


def test_sheets_follow_one_another_on_pages_of_their_own() -> None:
    sheet = task_list_sheet(sample_list())
    pages = to_text([sheet, tall(3, 2)], replace(SETUP, first_page=7)).split("\f")
    assert len(pages) == 3
    assert "任务2" in pages[2] and "— 9 —" in pages[2]


def test_a_list_without_rows_is_a_heading() -> None:
    sheet = replace(task_list_sheet(sample_list()), rows=(), annex="", notes=())
    assert len(to_text([sheet], SETUP, paged=False).splitlines()) == 5


def test_the_file_has_the_encoding_and_the_newlines_that_settings_name() -> None:
    sheet = task_list_sheet(sample_list())
    text = to_text([sheet], SETUP)
    assert write([sheet], SETUP).data.decode() == text
    printer = write([sheet], replace(SETUP, encoding="gb18030", newline="crlf")).data
    assert printer.count(b"\r\n") == printer.count(b"\n") == text.count("\n")
    assert printer.decode("gb18030").replace("\r\n", "\n") == text


def test_a_replaced_character_is_named() -> None:
    sheet = Sheet("标题", (SheetColumn("甲", 1, True),), ((SheetCell(("半个\ud800",)),),))
    output = write([sheet], replace(SETUP, encoding="gb18030"))
    assert "半个?" in output.data.decode("gb18030")
    assert output.remarks and "1 种" in output.remarks[0]
    assert not write([replace(sheet, rows=())], SETUP).remarks


@settings(max_examples=most(100))
@given(sheets(), st.integers(12, 40))
def test_no_text_is_lost_and_no_line_differs(sheet: Sheet, lines: int) -> None:
    text = to_text([replace(sheet, notes=())], replace(SETUP, columns=60, lines=lines))
    assert len({gb_columns(line) for line in table_lines(text)}) == 1
    whole = "".join(text.split())
    for row in sheet.rows:
        for cell in row:
            for character in {character for line in (cell.lines if cell else ()) for character in line}:
                assert character.isspace() or character in whole
