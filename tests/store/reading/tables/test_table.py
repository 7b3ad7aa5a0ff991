"""A table found among lines, and its rows put together again, whatever became of its cells."""

import pytest

from store.reading import read_notice
from store.reading.signs.lines import lines_of
from store.reading.tables.table import find_table, read_tables


def rows(text: str) -> list[tuple[str, ...]]:
    tables, _ = read_tables(lines_of(text))
    return [row.cells for table in tables for row in table.rows]


def rest(text: str) -> list[str]:
    return [line.text for line in read_tables(lines_of(text))[1]]


BARS = "序号 | 任务 | 责任单位 |\n"


def test_the_header_is_found() -> None:
    assert find_table(lines_of("某通知\n正文。\n" + BARS)) == 2
    assert find_table(lines_of("序号\n任务\n责任单位\n1\n清理\n市水务局")) == 0
    assert find_table(lines_of("序号 任务 责任单位 时限\n1 清理 市水务局 6月")) == 0
    assert find_table(lines_of("市水务局负责任务的落实\n姓名 | 职务 |")) is None


def test_a_header_of_two_lines() -> None:
    text = "任务 | 责任 | |\n任务 | 单位 | 领导 |\n清理。 | 市水务局 | 胡军 |"
    tables, _ = read_tables(lines_of(text))
    assert [column.label for column in tables[0].columns] == ["任务", "责任单位", "责任领导"]
    assert rows(text) == [("清理。", "市水务局", "胡军")]


def test_a_row_a_line_parted_by_blanks() -> None:
    text = "序号 任务 责任单位 时限\n1 清理河道 市水务局 6月底前\n说明文字。\n2 巡查 各区 9月底前"
    assert rows(text) == [("1", "清理河道", "市水务局", "6月底前"), ("2", "巡查", "各区", "9月底前")]
    assert rest(text) == ["说明文字。"]


def test_headings_within_a_table_stand_over_rows_or_are_left_over() -> None:
    text = BARS + "一、上半年 |\n1 | 清理。 | 市水务局 |\n二、下半年 |"
    tables, left = read_tables(lines_of(text))
    assert [(row.cells[0], row.category) for row in tables[0].rows] == [("一、上半年", True), ("1", False)]
    assert [line.text for line in left] == ["二、下半年 |"]


def test_a_heading_over_the_header_stands_over_its_rows() -> None:
    tables, _ = read_tables(lines_of("一、上半年完成的事项\n" + BARS + "1 | 清理。 | 市水务局 |"))
    assert [(row.cells[0], row.category) for row in tables[0].rows] == [
        ("一、上半年完成的事项", True),
        ("1", False),
    ]


@pytest.mark.parametrize(
    "last",
    [
        "二、优化服务 | 3.推行帮办代办 | 政务处 |",
        "二、优化服务 | 3.推行帮办代办 | 政务处",
        "（二）优化服务 | 推行帮办代办。 | 政务处、信息中心 |",
        "二、优化服务 |  | 政务处 |",
        "二、优化服务 | 推行帮办代办 |  |",
        "| 二、优化服务 | 推行帮办代办 | 政务处 |",
    ],
)
def test_the_last_row_of_a_page_is_no_heading_over_the_next_header(last: str) -> None:
    header = "事项 | 任务 | 责任单位 |\n"
    text = f"{header}一、减环节 | 精简材料。 | 法制处 |\n{last}\n{header}三、降成本 | 减免费用。 | 财务处 |"
    found = rows(text)
    assert len(found) == 3 and rest(text) == []
    assert [cell for cell in found[1] if cell] == [cell.strip() for cell in last.split("|") if cell.strip()]


INDICATORS = [
    ["指标", "单位", "2026年目标", "责任单位"],
    ["一、经济发展"],
    ["生产总值增速", "%", "6左右", "县发改局"],
    ["粮食产量", "万吨", "12.5", "县农业农村局"],
    ["二、民生福祉"],
    ["居民收入增速", "%", "与经济增长同步", "县人社局"],
    ["森林覆盖率", "%", "≥63.2%", "县林业局"],
]


@pytest.mark.parametrize(("gap", "end"), [("\t", ""), (" ", ""), ("    ", ""), ("\n", ""), (" | ", " |")])
def test_figures_to_be_reached_under_their_categories(gap: str, end: str) -> None:
    lines = [gap.join(cells) + (end if len(cells) > 1 else "") for cells in INDICATORS]
    text = "关于分解指标的通知\n各镇：\n附件\n主要指标分解表\n" + "\n".join(lines)
    rows = read_notice(text.encode()).rows
    assert [(row.item, row.text, row.targets) for row in rows] == [
        ("一、经济发展", "生产总值增速", ("6左右",)),
        ("一、经济发展", "粮食产量", ("12.5",)),
        ("二、民生福祉", "居民收入增速", ("与经济增长同步",)),
        ("二、民生福祉", "森林覆盖率", ("≥63.2%",)),
    ]
    assert rows[0].participant_units == ("县发改局",)
    assert [(extra.label, extra.text) for extra in rows[1].extras] == [("单位", "万吨")]
