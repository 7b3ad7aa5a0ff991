"""Rows of a table flattened to one cell a line."""

from store.reading.signs.lines import lines_of
from store.reading.tables.table import read_tables


def rows(text: str) -> list[tuple[str, ...]]:
    tables, _ = read_tables(lines_of(text))
    return [row.cells for table in tables for row in table.rows]


def test_a_cell_a_line_with_row_numbers() -> None:
    text = "序号\n任务\n牵头单位\n责任单位\n1\n清理河道。\n市水务局\n各区\n2\n巡查。\n市水务局\n市财政局"
    assert rows(text) == [("1", "清理河道。", "市水务局", "各区"), ("2", "巡查。", "市水务局", "市财政局")]


def test_a_cell_a_line_without_numbers_goes_by_width_or_by_owners() -> None:
    head = "事项\n任务\n责任单位\n"
    assert rows(head + "清河\n清理河道。\n市水务局\n建档\n建立台账。\n市档案馆") == [
        ("清河", "清理河道。", "市水务局"),
        ("建档", "建立台账。", "市档案馆"),
    ]
    assert rows(head + "一、清河\n清理河道。\n市水务局、各区\n建立台账。\n市档案馆、各区") == [
        ("一、清河", "清理河道。", "市水务局、各区"),
        ("", "建立台账。", "市档案馆、各区"),
    ]


def test_numbers_that_no_header_word_stands_over() -> None:
    text = "任务\n责任单位\n时限\n1\n清理。\n市水务局\n6月底前\n2\n巡查。\n各区\n9月底前"
    assert rows(text) == [("1", "清理。", "市水务局", "6月底前"), ("2", "巡查。", "各区", "9月底前")]


INDICATORS = "序号\n指标名称\n单位\n2025年完成\n2026年计划\n责任科室\n"


def test_figures_among_the_cells_are_no_row_numbers() -> None:
    text = INDICATORS + (
        "1\n执业医师数\n人\n2\n3\n医政科\n2\n签约率\n%\n62\n65\n基层科\n3\n死亡率\n1/10万\n9.2\n9以下\n妇幼科\n"
        "4\n接种率\n%\n96\n95以上\n疾控科、基层科"
    )
    assert rows(text) == [
        ("1", "执业医师数", "人", "2", "3", "医政科"),
        ("2", "签约率", "%", "62", "65", "基层科"),
        ("3", "死亡率", "1/10万", "9.2", "9以下", "妇幼科"),
        ("4", "接种率", "%", "96", "95以上", "疾控科、基层科"),
    ]


def test_row_numbers_may_skip_and_begin_anew() -> None:
    text = "序号\n任务\n责任单位\n3\n清理\n市水务局\n7\n巡查\n各区\n1\n建档\n市档案馆"
    assert [row[0] for row in rows(text)] == ["3", "7", "1"]


def test_a_header_with_words_that_nobody_knows_and_no_row_numbers() -> None:
    text = "类别\n指标名称\n计量单位\n目标值\n责任单位\n经济\n总产值\n%\n6\n发改局\n民生\n新增就业\n人\n5200\n人社局"
    assert rows(text) == [
        ("经济", "总产值", "%", "6", "发改局"),
        ("民生", "新增就业", "人", "5200", "人社局"),
    ]
    text = "工作任务\n完成要点\n责任科室\n完成时间\n一、业务\n优化流程\n材料精简\n提取科\n9月底前"
    assert rows(text) == [("一、业务",), ("优化流程", "材料精简", "提取科", "9月底前")]


def test_columns_of_figures_beside_what_they_measure_are_known() -> None:
    text = (
        "序号\n指标\n计量单位\n上年实际\n本年目标\n增速\n责任部门\n"
        "1\n工业总产值\n亿元\n320\n350\n9.4%\n经发局\n2\n利用外资\n万美元\n3\n4\n33%\n招商局"
    )
    assert rows(text) == [
        ("1", "工业总产值", "亿元", "320", "350", "9.4%", "经发局"),
        ("2", "利用外资", "万美元", "3", "4", "33%", "招商局"),
    ]


def test_a_first_cell_that_reads_like_a_header_word_is_none() -> None:
    text = "考核项目\n考核内容\n分值\n责任单位\n时限\n责任落实\n签订责任书\n10\n消防队\n3月底前\n责任落实\n召开会议\n5\n安委办\n1月底前"
    assert rows(text) == [
        ("责任落实", "签订责任书", "10", "消防队", "3月底前"),
        ("责任落实", "召开会议", "5", "安委办", "1月底前"),
    ]
