"""单位进展情况表: what a unit reported, period by period, as the paper has it."""

from datetime import date
from typing import Any

from store.records.schedule import Measure, Schedule
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import RESULTS, ROW, report, small_list, value
from tests.tui.paper.grids import texts
from tui.paper.sheets.unit_progress import unit_progress_sheets

MONTHLY = Schedule("s", name="月报", every="month", due_day=25, from_period="2021-02")
DAY = date(2021, 5, 10)


def reported() -> TaskList:
    """February in time, March missing, April late, and January that nobody had asked for."""
    late: dict[str, Any] = {"first_received_on": "2021-04-27", "received_on": "2021-04-27"}
    return small_list(
        MONTHLY,
        Measure("m", ROW, target="40", unit_of_measure="家"),
        report("2021-01"),
        report("2021-02", **value("5"), done="认定 5 家", problem="用地", next_step="再认定"),
        report("2021-04", "needs_help", share="30", done="第一段。\n第二段。", **late),
    )


def test_each_period_has_its_line_with_how_it_was_reported() -> None:
    (sheet,) = unit_progress_sheets(reported(), ["platform"], DAY)
    assert sheet.title == "创新平台处进展情况表"
    lines = texts(sheet)
    assert [line[2:6] for line in lines] == [
        ["2021年1月", "2021-01-25", "推进中", ""],
        ["2021年2月", "按时", "推进中", "5家"],
        ["2021年3月", "未报 46 天", "", ""],
        ["2021年4月", "迟报 2 天", "需协调", "30%"],
        ["2021年5月", "待报", "", ""],
    ]
    assert lines[0][0] == "1" and "新增省级及以上众创孵化机构40家。" in lines[0][1]
    assert lines[1][6:] == ["认定 5 家", "用地", "再认定"]


def test_all_that_have_something_to_show_have_a_sheet() -> None:
    sheets = unit_progress_sheets(reported(), None, DAY)
    assert [sheet.name for sheet in sheets] == ["平台处"]
    tasks = small_list(report("2021-02", unit=RESULTS), lead_units=())
    (sheet,) = unit_progress_sheets(tasks, None, DAY)
    assert sheet.title == "成果转化处进展情况表"
