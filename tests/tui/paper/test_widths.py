"""Widths of columns: names stand whole on one line, texts get the rest, and together they fill the page."""

import pytest
from hypothesis import given

from tests.tui.paper.grids import sheets
from tui.paper import Sheet
from tui.paper.layout import SheetCell, SheetColumn
from tui.paper.text import columns_of, text_ruler

TEXT = "深化科技成果“三权”改革，探索赋予科研人员职务科技成果所有权或长期使用权。"


def widths_of(columns: tuple[SheetColumn, ...], *rows: tuple[str, ...], width: int = 120) -> list[int]:
    grid = [tuple(SheetCell(tuple(text.split())) for text in row) for row in rows]
    sheet = Sheet("清单", columns, tuple(grid))
    return text_ruler(width, columns_of).widths(sheet)


def named(*labels: str) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(label, 12, True) for label in labels)


@pytest.mark.parametrize("name", ["生产力促进中心", "外国专家服务中心", "2021年12月31日", "诺敏·巴特尔"])
def test_a_name_stands_on_one_line_beside_a_long_text(name: str) -> None:
    texts = (SheetColumn("事项", 14, False), SheetColumn("重点任务", 34, False))
    columns = (*texts, *named("牵头单位", "分管领导", "责任单位", "分管领导", "完成时限"))
    row = ("一、成果转化", TEXT, name, "张三", f"办公室 {name}", "胡　军", "12月底前")
    widths = widths_of(columns, row)
    assert widths[2] >= columns_of(name) and widths[4] >= columns_of(name)
    assert widths[1] > 34 * 99 // 120, "the text has more than its share, as the short names leave some"


def test_a_day_and_a_range_of_rows_stand_whole_among_columns_that_want_more() -> None:
    long = "武汉市企业科技创新服务中心"
    rows = [("3.1–3.3", long, long, long, "2021年12月31日 记录"), ("4", long, long, long, "2021年6月1日")]
    widths = widths_of(named("序号", "甲", "乙", "丙", "生效日期"), *rows, width=60)
    assert widths[0] >= columns_of("3.1–3.3") and widths[-1] >= columns_of("2021年12月31日")


def test_very_long_names_take_two_lines_and_leave_room_for_the_text() -> None:
    name = "武汉市企业科技创新服务中心"
    text, other = widths_of((SheetColumn("重点任务", 10, False), *named("牵头单位")), (TEXT, name))
    assert columns_of(name) / 2 <= other < columns_of(name)
    assert text > other


def test_names_that_are_too_wide_together_lose_from_the_longest() -> None:
    columns = (SheetColumn("重点任务", 30, False), *named("单位", "领导", "单位"))
    text, one, short, other = widths_of(
        columns, (TEXT, "外国专家服务中心", "胡军", "科技信息研究所"), width=60
    )
    assert short >= columns_of("胡军")
    assert one == other < columns_of("科技信息研究所")
    assert text >= 18


def test_numbers_stand_whole_among_very_many_columns() -> None:
    columns = (SheetColumn("重点任务", 28, False), *named("序号", *["科技信息研究所"] * 12))
    widths = widths_of(columns, (TEXT, "10.12", *["牵"] * 12), width=100)
    assert widths[1] >= columns_of("10.12")
    assert sum(widths) + 3 * len(widths) <= 100


def test_a_short_text_leaves_its_share_to_the_long_one() -> None:
    columns = (SheetColumn("重点任务", 30, False), SheetColumn("备注", 30, False))
    text, remark = widths_of(columns, (TEXT * 3, "见附件"))
    assert columns_of("见附件") <= remark < 10
    assert text > 100


def test_columns_without_texts_fill_the_page_by_their_shares() -> None:
    assert sum(widths_of(named("牵头", "责任", "合计"), ("1", "2", "3"))) + 9 >= 117


@given(sheets())
def test_any_columns_fill_the_page_and_no_more(sheet: Sheet) -> None:
    ruler = text_ruler(118, columns_of)
    widths = ruler.widths(sheet)
    assert all(width >= ruler.least for width in widths)
    taken = sum(widths) + ruler.pad * len(widths)
    assert ruler.width - 1 <= taken <= ruler.width or min(widths) == ruler.least


def test_days_in_a_column_of_text_take_nothing_from_names() -> None:
    columns = (*named("序号"), SheetColumn("任务", 30, False), *named("时限", "状态"))
    rows = [("1", TEXT, "12月底前", "正常推进"), ("日期", "2021年10月30日", "签发", "徐涛")]
    widths = widths_of(columns, *rows, width=56)
    assert widths[2] >= columns_of("12月底前") and widths[3] >= columns_of("正常推进")


def test_what_a_short_text_does_not_need_goes_to_many_names() -> None:
    figures = named(*["待销号"] * 10)
    short, *others = widths_of((SheetColumn("单位", 20, False), *figures), ("平台处", *["1"] * 10))
    assert short >= columns_of("平台处")
    assert min(others) >= columns_of("待销号")


def test_a_share_in_per_cent_stands_whole() -> None:
    columns = (SheetColumn("重点任务", 28, False), *named("按时率", *["科技信息研究所"] * 9))
    widths = widths_of(columns, (TEXT, "100.0%", *["牵"] * 9), width=90)
    assert widths[1] >= columns_of("100.0%")
