"""Lists in workbooks: joined cells, dates, shares and formulas as they stand, and what is refused."""

import io
import tracemalloc
import zipfile
from datetime import datetime
from typing import Any

import pytest

from store.reading import as_json, read_notice
from store.reading.formats.workbook import words_of_xlsx
from store.refused import Refused
from tests.store.reading.formats.test_word import package

openpyxl = pytest.importorskip("openpyxl")


def saved(book: Any) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def book() -> Any:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["河湖清理重点任务清单"])
    sheet.append(["序号", "事项", "重点任务", "牵头单位", "责任单位", "完成时限", "资金"])
    sheet.append(
        [1, "清河", "清理河道30公里。", "市水务局", "市财政局\n市审计局", datetime(2022, 6, 30), 0.5]
    )
    sheet.append([2, None, "建立台账。", None, "市档案馆", "年底前", "=A3*2"])
    sheet.append([3, "清湖", "清理湖泊。", "市园林局", None, "持续推进", 12.0])
    sheet["G3"].number_format = "0%"
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("D3:D4")
    return made


def test_a_workbook_gives_its_list(book: Any) -> None:
    reading = read_notice(saved(book), "清单.xlsx")
    assert [row.joined for row in reading.rows] == [(), ("lead_units",), ()]
    found = as_json(reading)
    assert [
        (task["item"], task["number"], task["lead_units"], task["participants"], task["deadline"])
        for task in found["tasks"]
    ] == [
        ("清河", "1", ["市水务局"], ["市财政局", "市审计局"], "2022年6月30日"),
        ("清河", "2", ["市水务局"], ["市档案馆"], "年底前"),
        ("清湖", "3", ["市园林局"], [], "持续推进"),
    ]
    assert [task["extras"] for task in found["tasks"]] == [
        [["资金", "50%"]],
        [["资金", "=A3*2"]],
        [["资金", "12"]],
    ]
    assert found["unread"] == []


def test_hidden_sheets_are_left_out(book: Any) -> None:
    hidden = book.create_sheet("旧")
    hidden.append(["不要的字"])
    hidden.sheet_state = "hidden"
    assert "不要的字" not in words_of_xlsx(saved(book)).text
    assert said_of_hidden(saved(book)) == ["工作表“旧”是隐藏的，没有读入"]


def said_of_hidden(data: bytes) -> list[str]:
    found = read_notice(data, "清单.xlsx").findings
    return [finding.message.split("。")[0] for finding in found if finding.code == "R13"]


def test_hidden_rows_are_read_and_said_to_be(book: Any) -> None:
    book.active.row_dimensions[4].hidden = True
    book.create_sheet("空").sheet_state = "hidden"
    assert len(read_notice(saved(book), "清单.xlsx").rows) == 3
    assert said_of_hidden(saved(book)) == ["工作表“Sheet”中有隐藏的行，已一并读入"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (package(xl__workbook=b"<x/>"), "已损坏"),
        (package(xl__workbook=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "外部声明"),
        (package(xl__workbook=b"<x/>", xl__worksheets__sheet1=b" " * 30_000_000), "太大"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_notice(data, "清单.xlsx")


def test_a_sheet_that_says_to_be_endless_is_refused() -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "序号"
    made.active["XFD1048576"] = "任务"
    with pytest.raises(Refused, match="太大"):
        read_notice(saved(made), "清单.xlsx")


@pytest.mark.parametrize("area", ["A1:Z1048576", "a1:z1048576", "$A$1:$XFD$9999", "A:Z", "&#65;1:Z1048576"])
def test_a_joined_cell_without_end_costs_nothing(book: Any, area: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as made, zipfile.ZipFile(buffer, "w") as changed:
        for name in made.namelist():
            part = made.read(name)
            joined = f'<mergeCells><mergeCell\n ref="{area}"/></mergeCells>'.encode()
            changed.writestr(name, part.replace(b"</sheetData>", b"</sheetData>" + joined))
    tracemalloc.start()
    with pytest.raises(Refused):
        read_notice(buffer.getvalue(), "清单.xlsx")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20_000_000
