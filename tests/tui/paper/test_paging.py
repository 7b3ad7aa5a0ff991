"""Pages: nothing is lost, cut cells say that they go on, and each page is a whole grid."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import most
from tests.sample import sample_list
from tests.tui.paper.grids import sheets, tall
from tui.paper import Sheet
from tui.paper.layout import CONTINUED, Row, SheetCell, SheetColumn, banner, origins
from tui.paper.paging import Page, pages
from tui.paper.ruler import Ruler
from tui.paper.sheets.task_list import task_list_sheet
from tui.paper.table import Placed
from tui.paper.text import columns_of, text_ruler

TWO = (SheetColumn("单位", 10, True), SheetColumn("任务", 10, False))


def paged(sheet: Sheet, height: int, width: int = 60) -> tuple[list[Page], Ruler, list[int]]:
    ruler = text_ruler(width, columns_of)
    widths = ruler.widths(sheet)
    return list(pages(sheet, ruler, widths, height, frame=1)), ruler, widths


def body(page: Page, heads: int = 1) -> dict[tuple[int, int], tuple[tuple[str, ...], int]]:
    """The cells of a page under its heading: place to lines and rows."""
    return {
        (cell.row - heads, cell.column): (cell.lines, cell.rowspan)
        for cell in page.cells
        if cell.row >= heads
    }


def grid(*rows: Row) -> Sheet:
    return Sheet("标题", TWO, rows)


def one(text: str, rowspan: int = 1) -> SheetCell:
    return SheetCell(tuple(text), rowspan)


# A page of 12 lines: the title and a gap take 2 of the first, heading and rules 3 of each, so 9 are left for
# rows on later ones;
# a row of n lines takes n + 1.


def test_a_joined_cell_cut_at_a_pages_end_is_closed_and_repeated() -> None:
    rows = [(one("甲", 6), one("一")), *((None, one(text)) for text in "二三四五六")]
    first, second = paged(grid(*rows), 12)[0]
    assert body(first) == {
        (0, 0): (("甲",), 3),
        (0, 1): (("一",), 1),
        (1, 1): (("二",), 1),
        (2, 1): (("三",), 1),
    }
    assert body(second)[0, 0] == (("甲", CONTINUED), 3)
    assert [second.cells[0].lines, second.cells[1].lines] == [("单位",), ("任务",)]


def test_a_slice_too_low_for_its_text_is_raised() -> None:
    rows = [(one("子"), one("一二")), (one("甲乙丙", 2), one("三")), (None, one("四五"))]
    first, second = paged(grid(*rows), 12)[0]
    assert body(first)[1, 0] == (("甲", "乙", "丙"), 1)
    assert first.tops[-1] - first.tops[2] == 4, "three lines and a rule where the row alone would take two"
    assert body(second)[0, 0] == (("甲", "乙", "丙", CONTINUED), 1)


def test_a_group_without_room_for_its_text_moves_whole() -> None:
    rows = [(one("子"), one("一二三")), (one("甲乙丙", 2), one("四")), (None, one("五"))]
    first, second = paged(grid(*rows), 12)[0]
    assert body(first) == {(0, 0): (("子",), 1), (0, 1): (("一", "二", "三"), 1)}
    assert body(second)[0, 0] == (("甲", "乙", "丙"), 2)


def test_a_row_higher_than_a_page_is_cut_by_lines() -> None:
    text = "零一二三四五六七八九" * 2
    found = paged(grid((one("甲"), one(text))), 12)[0]
    assert [body(page)[0, 1][0] for page in found] == [tuple(text[:6]), tuple(text[6:14]), tuple(text[14:])]
    assert [body(page)[0, 0][0] for page in found] == [("甲",), ("甲", CONTINUED), ("甲", CONTINUED)]


def test_a_row_of_over_a_third_of_a_page_is_divided_rather_than_leave_it_empty() -> None:
    rows = [(one("甲"), one("一")), (one("乙"), one("零一二三四五六七")), (one("丙"), one("一"))]
    first, second = paged(grid(*rows), 12)[0]
    assert body(first)[1, 1] == (tuple("零一二三"), 1)
    assert body(second)[0, 0] == (("乙", CONTINUED), 1)
    assert body(second)[0, 1] == (tuple("四五六七"), 1)


def test_the_last_page_has_some_lines_of_a_row_that_is_divided() -> None:
    rows = [(one("甲"), one("一")), (one("乙"), one("零一二三四五六七八九"))]
    for height, page in ((15, 7), (16, 6), (19, 6)):
        last = paged(grid((one("甲"), one("一二三")), *rows), height)[0][-1]
        assert len(body(last)[0, 1][0]) == page


def test_a_row_is_divided_under_the_one_that_heads_it() -> None:
    rows = [banner("一、牵头", 2), (one("乙"), one("零一二三四五六七")), (one("丙"), one("一"))]
    first, second = paged(grid(*rows), 12)[0]
    assert [body(page)[row, 1][0] for page, row in ((first, 1), (second, 0))] == [
        tuple("零一二三"),
        tuple("四五六七"),
    ]


@pytest.mark.parametrize(("lines_above", "text"), [(2, "零一二三四"), (1, "零一二三四五")])
def test_a_row_is_not_divided_for_a_line_or_two(lines_above: int, text: str) -> None:
    rows = [*[(one("甲"), one("一"))] * lines_above, (one("丙"), one(text))]
    _, second = paged(grid(*rows), 12)[0]
    assert body(second)[0, 1] == (tuple(text), 1)


def test_a_name_beside_a_divided_text_stands_whole_before_the_pages_end() -> None:
    rows = [(one("甲"), one("一")), (one("乙丙丁戊己庚"), one("零一二三四五六七"))]
    first, second = paged(grid(*rows), 12)[0]
    assert len(body(first)) == 2, "five names have no room"
    assert body(second)[0, 0] == (tuple("乙丙丁戊己庚"), 1)


def test_a_joined_text_higher_than_a_page_goes_on_beside_its_rows() -> None:
    found = paged(tall(40, 25), 12)[0]
    shown = [line for page in found for line in body(page)[0, 0][0] if line != CONTINUED]
    assert shown[:25] == [f"单位{number}" for number in range(25)]
    assert [lines[0] for page in found for (_, column), (lines, _) in body(page).items() if column == 1] == [
        f"任务{row}" for row in range(40)
    ]


def test_a_row_that_heads_others_never_ends_a_page() -> None:
    rows = [(one("甲"), one("一二三四")), banner("二、配合", 2), (one("乙"), one("五"))]
    first, second = paged(grid(*rows), 12)[0]
    assert len(body(first)) == 2
    assert body(second)[0, 0] == (("二、配合",), 1)


def test_what_stands_under_the_table_is_never_alone() -> None:
    sheet = replace(
        grid((one("甲"), one("一")), (one("乙"), one("二")), (one("丙"), one("三"))), notes=("注:", "制表：")
    )
    first, second = paged(sheet, 12)[0]
    assert (len(body(first)), len(body(second))) == (4, 2)
    assert [line.text for line in second.below] == ["注:", "制表："]


def test_the_sample_keeps_its_joined_cells_on_one_page() -> None:
    (page,) = paged(task_list_sheet(sample_list()), 200, 120)[0]
    assert sorted((cell.rowspan for cell in page.cells), reverse=True)[:6] == [4, 3, 3, 3, 3, 1]


@pytest.mark.parametrize("height", [3, 5, 8])
def test_a_page_too_low_for_anything_still_ends(height: int) -> None:
    sheet = Sheet("很长的标题" * 20, TWO, tall(5, 9).rows, notes=("注" * 100,))
    found = paged(sheet, height, 24)[0]
    assert "".join(line.text for page in found for line in page.above) == "很长的标题" * 20
    assert "".join(line.text for page in found for line in page.below) == "注" * 100


@settings(max_examples=most(100))
@given(sheets(), st.integers(6, 40), st.integers(40, 90))
def test_nothing_is_lost_and_every_page_is_a_whole_grid(sheet: Sheet, height: int, width: int) -> None:
    found, ruler, widths = paged(sheet, height, width)
    for page in found:
        whole(page, len(widths))
        used = len(page.above) + page.tops[-1] + (1 if page.cells else 0) + len(page.below)
        assert used <= max(height, 6), "a heading, a line and their rules at least"
    everything_is_there(sheet, found, ruler, widths)


def whole(page: Page, columns: int) -> None:
    """Each place of the page's grid is covered once, and each cell is high enough for its lines."""
    covered: list[tuple[int, int]] = []
    for cell in page.cells:
        covered += [
            (row, column)
            for row in range(cell.row, cell.row + cell.rowspan)
            for column in range(cell.column, cell.column + cell.colspan)
        ]
        assert page.tops[cell.row + cell.rowspan] - page.tops[cell.row] - 1 >= len(cell.lines)
    assert sorted(covered) == [
        (row, column) for row in range(len(page.tops) - 1) for column in range(columns)
    ]


def everything_is_there(sheet: Sheet, found: list[Page], ruler: Ruler, widths: list[int]) -> None:
    """The lines of each cell follow one another over its pages; only then may it be repeated, with (续)."""
    shown: dict[int, list[Placed]] = {}
    for page in found:
        for placed in page.cells:
            shown.setdefault(id(placed.cell), []).append(placed)
    for _, column, cell in origins(sheet.rows):
        width = sum(widths[column : column + cell.colspan]) + 3 * (cell.colspan - 1)
        left = ruler.cell_lines(cell, width)
        for placed in shown[id(cell)]:
            if not left:
                assert placed.lines in (
                    (),
                    ruler.cell_lines(cell, width, (*cell.lines, CONTINUED))[: len(placed.lines)],
                ) or ("".join(placed.lines) == CONTINUED[: len("".join(placed.lines))])
                continue
            assert placed.lines == left[: len(placed.lines)]
            left = left[len(placed.lines) :]
        assert not left


def test_rows_that_are_kept_stand_on_one_page() -> None:
    kept = SheetCell(("留",), kept=True)
    rows = [(one(text), one(text)) for text in "一二三"] + [
        (kept, one("甲")),
        (kept, one("乙")),
        (one("末"), one("丙")),
    ]
    first, second = paged(grid(*rows), 12)[0]
    assert [body(first)[row, 1][0] for row in range(3)] == [("一",), ("二",), ("三",)]
    assert [body(second)[row, 1][0] for row in range(3)] == [("甲",), ("乙",), ("丙",)]


@pytest.mark.parametrize("pairs", range(4, 13))
@pytest.mark.parametrize("joined", [False, True])
def test_no_last_page_is_a_stub_of_a_row_or_two(pairs: int, joined: bool) -> None:
    above, below = one("甲", 1 + joined), None if joined else one("乙")
    rows = [(above, one("一")), (below, one("二"))] * pairs
    found = paged(grid(*rows), 20)[0]
    # The first page has room for seven rows of a line and its rule, the others for eight.
    assert len(found) == 2 + (len(rows) - 8) // 8
    assert all(page.tops[-1] - page.tops[page.heads] >= 6 for page in found)


@pytest.mark.parametrize("before", range(3, 20))
@pytest.mark.parametrize("high", [1, 2, 3])
def test_no_last_page_is_a_stub_where_a_joined_cell_is_higher_than_its_row_there(
    before: int, high: int
) -> None:
    """The cell goes on with its text and (续): one more of its rows makes that page hardly higher."""
    joined = [(one("乙" * high, 4), one("一")), *((None, one(text)) for text in "二三四")]
    rows = [(one("甲"), one("丙"))] * before + joined
    *_, last = paged(grid(*rows), 30)[0]
    assert last.tops[-1] - last.tops[last.heads] >= 6
