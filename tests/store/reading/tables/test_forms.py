"""One table, however it comes: the same tasks from a copied sheet, bars, a page, a document, a workbook."""

from typing import Any

import pytest

from tests.store.reading.tables.forms import ACROSS, FORMS, read_rows

HEADER = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"]


def owners(found: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    return [(task["text"], task["lead_units"], task["participants"]) for task in found["tasks"]]


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_of_several_lines_and_rows_with_blank_ends(form: str) -> None:
    rows = [
        HEADER,
        ["1", "推进改革。", "市发改局", "市财政局\n市商务局", "6月底前"],
        ["2", "建设中心。", "市民政局", "市财政局", ""],
        ["3", "完善制度。", "市科技局", "", ""],
        ["4", "开展检查。", "市审计局", "各县区\n各园区", "年底前"],
    ]
    assert owners(read_rows(rows, form)) == [
        ("推进改革。", ["市发改局"], ["市财政局", "市商务局"]),
        ("建设中心。", ["市民政局"], ["市财政局"]),
        ("完善制度。", ["市科技局"], []),
        ("开展检查。", ["市审计局"], ["各县区", "各园区"]),
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("words", ["合计", "总 计", "小计", "合　计", "合计（3项）", "总计：3项"])
def test_a_row_that_sums_up_is_no_task_and_is_shown(form: str, words: str) -> None:
    rows = [
        HEADER,
        ["1", "推进改革。", "市发改局", "市财政局", "6月底前"],
        ["2", "建设中心。", "市民政局", "市商务局", ""],
        [words, "3项", "", "", ""],
    ]
    found = read_rows(rows, form)
    assert len(found["tasks"]) == 2
    assert owners(found)[1] == ("建设中心。", ["市民政局"], ["市商务局"])
    assert any("3项" in unread["text"] for unread in found["unread"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、经济运行", "二、社会民生"),
        ("（一）产业类", "（二）民生类"),
        ("经济运行方面", "社会民生方面"),
        ("第一类 经济", "第二类 民生"),
        ("★重点工程", "★一般工程"),
    ],
)
def test_a_heading_across_the_table_is_no_task_and_no_section(form: str, first: str, second: str) -> None:
    rows = [
        HEADER,
        [first, ACROSS, ACROSS, ACROSS, ACROSS],
        ["1", "推进改革。", "市发改局", "", "6月底前"],
        [second, ACROSS, ACROSS, ACROSS, ACROSS],
        ["2", "建设中心。", "市民政局", "市财政局", "年底前"],
    ]
    found = read_rows(rows, form)
    items = ["".join(task["item"].split()) for task in found["tasks"]]
    assert items == ["".join(first.split()), "".join(second.split())]
    assert found["work_points"] == found["unread"] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("name", "value"),
    [("指标名称", "目标值"), ("考核指标", "2026年目标"), ("指标", "目标值"), ("主要指标", "指标值")],
)
def test_an_indicator_is_the_task_and_its_value_the_target(form: str, name: str, value: str) -> None:
    rows = [
        ["序号", name, "单位", value, "责任单位"],
        ["1", "研发投入强度", "%", "2.5", "市科技局"],
        ["2", "新增就业", "万人", "1.2", "市人社局、市财政局"],
    ]
    tasks = read_rows(rows, form)["tasks"]
    assert [(task["text"], task["targets"], task["participants"]) for task in tasks] == [
        ("研发投入强度", ["2.5"], ["市科技局"]),
        ("新增就业", ["1.2"], ["市人社局", "市财政局"]),
    ]
    assert [task["extras"] for task in tasks] == [[["单位", "%"]], [["单位", "万人"]]]
    assert [task["number"] for task in tasks] == ["1", "2"]


@pytest.mark.parametrize("form", ["page", "document", "workbook"])
def test_a_cell_of_forty_lines_and_a_bar_within_one(form: str) -> None:
    long = "\n".join(f"第{number}点，完善制度。" for number in range(1, 41))
    rows = [
        HEADER,
        ["1", "优化A|B流程。", "市发改局", "市财政局", "6月底前"],
        ["2", long, "市科技局", "市教育局", "年底前"],
    ]
    assert owners(read_rows(rows, form)) == [
        ("优化A|B流程。", ["市发改局"], ["市财政局"]),
        (long.replace("\n", ""), ["市科技局"], ["市教育局"]),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_header_of_two_rows(form: str) -> None:
    rows = [
        ["序号", "重点任务", "责任分工", ACROSS, "完成时限"],
        ["", "", "牵头单位", "配合单位", ""],
        ["1", "推进改革。", "市发改局", "市财政局", "6月底前"],
        ["2", "建设中心。", "市民政局", "各县区", "年底前"],
    ]
    assert owners(read_rows(rows, form)) == [
        ("推进改革。", ["市发改局"], ["市财政局"]),
        ("建设中心。", ["市民政局"], ["各县区"]),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_header_printed_on_each_page_and_columns_that_are_not_known(form: str) -> None:
    header = ["序号", "重点任务", "牵头单位", "资金来源", "完成时限"]
    rows = [
        header,
        ["1", "推进改革。", "市发改局", "市级财政", "6月底前"],
        header,
        ["2", "建设中心。", "市民政局", "自筹", "年底前"],
    ]
    found = read_rows(rows, form)
    assert owners(found) == [("推进改革。", ["市发改局"], []), ("建设中心。", ["市民政局"], [])]
    extras = [task["extras"] for task in found["tasks"]]
    assert extras == [[["资金来源", "市级财政"]], [["资金来源", "自筹"]]]
