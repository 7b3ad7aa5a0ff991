"""A table that is a card: labels and values in turn, one task a card."""

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest

from store.reading import as_json, read_notice
from store.reading.lost import unaccounted

HEAD = (
    "关于印发包保项目任务书的通知",
    "各单位：",
    "现印发给你们。",
    "某某局",
    "2026年3月2日",
    "附件",
    "任务书",
)
FIRST = [
    ["项目名称", "备用水源工程", "", ""],
    ["包保领导", "习文远", "责任单位", "县水利局"],
    ["建设内容", "新建泵站1座。", "完成时限", "10月底前"],
]
SECOND = [
    ["项目名称", "零部件产业园", "", ""],
    ["包保领导", "谷 峰", "责任单位", "县工信局、县招商中心"],
    ["建设内容", "建设厂房。", "完成时限", ""],
]


def document(*tables: Sequence[Sequence[str]]) -> bytes:
    made = docx.Document()
    for line in HEAD:
        made.add_paragraph(line)
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                table.rows[number].cells[column].text = cell
        made.add_paragraph("")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def owners(data: bytes) -> list[tuple[Any, ...]]:
    keys = ("item", "text", "participants", "participant_leaders", "deadline")
    tasks = as_json(read_notice(data))["tasks"]
    return [tuple(task[key] for key in keys) for task in tasks]


WANTED = [
    ("备用水源工程", "新建泵站1座。", ["县水利局"], ["习文远"], "10月底前"),
    ("零部件产业园", "建设厂房。", ["县工信局", "县招商中心"], ["谷峰"], None),
]


@pytest.mark.parametrize("tables", [(FIRST, SECOND), ([*FIRST, *SECOND],)], ids=["each", "in one"])
def test_a_card_is_a_task(tables: Sequence[Sequence[Sequence[str]]]) -> None:
    data = document(*tables)
    assert owners(data) == WANTED
    assert unaccounted(read_notice(data)) == []


def test_a_table_with_a_header_is_no_card() -> None:
    rows = [["序号", "重点任务", "责任单位", "完成时限"], ["1", "清理河道。", "县水利局", "6月底"]]
    assert owners(document(rows)) == [("", "清理河道。", ["县水利局"], [], "6月底")]


def test_labels_of_no_task_are_no_card() -> None:
    rows = [["姓名", "习文远", "性别", "男"], ["单位", "县水利局", "职务", "局长"]]
    found = as_json(read_notice(document(rows)))
    assert found["tasks"] == []
    assert "习文远" in "".join(unread["text"] for unread in found["unread"])
