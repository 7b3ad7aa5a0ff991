"""Workbooks and documents of several tables: each is read as what it is."""

import io
from typing import Any

import openpyxl
import pytest

from store.reading import as_json, read_notice

TASKS: list[list[Any]] = [
    ["河湖清理重点任务清单"],
    ["序号", "重点任务", "牵头单位", "完成时限"],
    [1, "清理河道。", "市水务局", "6月底前"],
    [2, "建立台账。", "市档案馆", "年底前"],
]
ROSTER: list[list[Any]] = [
    ["河湖清理领导小组成员名单"],
    ["姓名", "单位及职务", "组内职务"],
    ["张三丰", "市水务局局长", "组长"],
    ["李四光", "市档案馆馆长", "成员"],
]
OTHERS: dict[str, list[list[Any]]] = {
    "telephones": [["值班电话"], ["单位", "姓名", "电话"], ["市水务局", "王五一", "87654321"]],
    "money": [["经费表"], ["科目", "金额"], ["清理费", 12.0], ["合计", 12.0]],
    "as wide": [["附表"], ["年份", "长度", "面积", "水质"], ["2025", "30公里", "12亩", "三类"]],
    "a note": [["填表说明"], ["请各单位认真填写。"]],
}


def workbook(*sheets: list[list[Any]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 0, 1), (0, 2, 1), (2, 1, 0)])
def test_each_sheet_is_read_as_what_it_is(order: tuple[int, ...], other: list[list[Any]]) -> None:
    sheets = (TASKS, ROSTER, other)
    found = as_json(read_notice(workbook(*(sheets[number] for number in order)), "清单.xlsx"))
    assert [(task["text"], task["lead_units"]) for task in found["tasks"]] == [
        ("清理河道。", ["市水务局"]),
        ("建立台账。", ["市档案馆"]),
    ]
    assert [(one["role"], one["name"], one["post"]) for one in found["roster"]] == [
        ("组长", "张三丰", "市水务局局长"),
        ("成员", "李四光", "市档案馆馆长"),
    ]


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    more: list[list[Any]] = [[3, "开展巡查。", "市城管局", "年底前"], [4, "通报情况。", "市水务局", "年底前"]]
    tasks = as_json(read_notice(workbook(TASKS, more), "清单.xlsx"))["tasks"]
    assert [task["number"] for task in tasks] == ["1", "2", "3", "4"]
