"""The matrix, the roster and the summary of the sample, by seed-facts 4, 5.3 and 6."""

from dataclasses import replace

import pytest

from store.records.changes import created, updated
from store.records.unit import Unit
from store.records.values import Mention
from tests.sample import sample_list
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import texts
from tests.tui.paper.reading import pdf_texts
from tui.paper import FORMATS
from tui.paper.layout import is_banner
from tui.paper.sheets.matrix import matrix_sheets
from tui.paper.sheets.roster import roster_sheet
from tui.paper.sheets.summary import summary_sheet

UNITS = {
    "法制处": (5, 0),
    "成果处": (1, 4),
    "合作处": (0, 5),
    "项目中心": (0, 4),
    "企业中心": (0, 3),
    "规划处": (1, 1),
    "平台处": (1, 1),
    "转化中心": (1, 0),
    "高新处": (0, 1),
    "农社处": (0, 1),
    "相关处室及单位": (1, 0),
    "相关处室单位": (0, 1),
}
LEADERS = {
    "徐涛": (6, 0),
    "胡军": (2, 4),
    "赵峰": (0, 4),
    "王振旭": (0, 4),
    "刘红": (1, 1),
    "相关分管领导": (1, 1),
    "盛继亮": (0, 0),
    "鲁文安": (0, 0),
}


def test_the_summary_counts_what_the_notice_says_and_its_sums_agree() -> None:
    rows = texts(summary_sheet(sample_list()))
    middle = next(place for place, row in enumerate(rows) if row[0] == "二、按分管领导")
    for part, counts, sums in (
        (rows[1:middle], UNITS, ("10", "21", "31")),
        (rows[middle + 1 :], LEADERS, ("10", "14", "24")),
    ):
        listed = {row[0]: tuple(map(int, row[1:])) for row in part[:-2]}
        for name, (lead, shared) in counts.items():
            assert listed.pop(name) == (lead, shared, lead + shared)
        assert set(listed.values()) <= {(0, 0, 0)}
        assert part[-2] == ["合计", *sums]
        assert part[-1][:2] == ["所涉任务（不重复）", "9 行"]


def test_the_summary_of_some_rows_says_so() -> None:
    tasks = sample_list()
    sheet = summary_sheet(tasks, tasks.rows_named("3.1-3.4"))
    sums = [row for row in texts(sheet) if row[0] == "合计"]
    assert sums == [["合计", "5", "13", "18"], ["合计", "5", "10", "15"]], (
        "3.1 to 3.3: 1 and 4 units, 1 and 3 leaders; 3.4: 2 and 1, 2 and 1"
    )
    assert "4 行" in sheet.notes[0]


def test_the_matrix_has_a_sign_for_each_mention_and_leaves_out_who_has_none() -> None:
    (sheet,) = matrix_sheets(sample_list())
    assert len(sheet.columns) == 3 + 12, "10 of 15 units, and 2 collectives"
    assert [row[0] for row in texts(sheet)[:9]] == ["1", "2", "3.1", "3.2", "3.3", "3.4", "4", "5", "6"]
    signs = [sign for row in texts(sheet)[:9] for sign in row[3:]]
    assert (signs.count("牵"), signs.count("责")) == (10, 21)
    column = [column.label for column in sheet.columns].index("法制处")
    assert [row[column] for row in texts(sheet)] == ["", "", "牵", "牵", "牵", "牵", "", "牵", "", "5", "0"]
    totals = [sum(map(int, texts(sheet)[at][3:])) for at in (9, 10)]
    assert totals == [10, 21]
    assert "全表合计 10" in texts(sheet)[9][0]
    assert "没有牵头、责任的 5 个单位未列" in sheet.notes[0]


def test_a_matrix_by_leader_fits_one_page() -> None:
    (sheet,) = matrix_sheets(sample_list(), by="leader")
    assert [column.label for column in sheet.columns[3:]] == [
        "王振旭",
        "赵峰",
        "徐涛",
        "胡军",
        "刘红",
        "相关分管领导",
    ]
    assert sheet.title == "责任分配矩阵"


def test_two_hundred_units_go_over_many_pages() -> None:
    tasks = sample_list()
    more = [
        Unit(f"more{number:08}", order=f"z{number:04}", full_name=f"第{number}处") for number in range(185)
    ]
    tasks.apply(map(created, more))
    row = tasks.task(tasks.task_keys[0])
    everybody = tuple(Mention(unit.key, unit.full_name) for unit in more)
    tasks.apply(updated(row, participant_units=everybody))
    sheets = matrix_sheets(tasks)
    labels = [column.label for sheet in sheets for column in sheet.columns[3:]]
    assert len(labels) == len(set(labels)) == 12 + 185
    assert all(len(sheet.columns) <= 3 + 16 for sheet in sheets)
    assert all([row[0] for row in texts(sheet)] == [row[0] for row in texts(sheets[0])] for sheet in sheets)


@pytest.mark.parametrize("length", [4, 8, 13, 20, 30])
def test_the_heads_of_long_names_stand_on_each_page(length: int) -> None:
    tasks = sample_list()
    names = [
        f"{number:02}{'武汉市企业科技创新服务和成果转化促进中心办公室（合署）'}"[:length]
        for number in range(24)
    ]
    units = [Unit(f"more{name[:2]:0>8}", order=f"z{name}", full_name=name) for name in names]
    tasks.apply(map(created, units))
    everybody = tuple(Mention(unit.key, unit.full_name) for unit in units)
    tasks.apply(updated(tasks.task(tasks.task_keys[0]), participant_units=everybody))
    data = FORMATS["pdf"].write(matrix_sheets(tasks), SETUP, lambda done, total: None).data
    assert all("重点任务" in page[:200] for page in pdf_texts(data)), (
        "the heads are under the title, or first"
    )


def test_the_roster_is_as_issued() -> None:
    sheet = roster_sheet(sample_list())
    rows = texts(sheet)
    assert sheet.annex == "附件1"
    assert sheet.title == "市科技局深化“放管服”改革优化营商环境领导小组成员名单"
    assert len(rows) == 24
    assert not sheet.framed and sheet.heading == ()
    assert {place: row[0] for place, row in enumerate(rows) if row[0]} == {
        0: "组　长：",
        1: "副组长：",
        7: "成　员：",
    }
    assert [row[1] for row in rows[:6]] == ["盛继亮", "鲁文安", "王振旭", "赵　峰", "徐　涛", "胡　军"]
    assert sum("　" in row[1] for row in rows) == 10
    assert rows[21][1:] == ["亓　巍", "武汉市科技项目管理服务中心主任"]
    assert sheet.notes == ("领导小组办公室设在政策法制与创新体系建设处，办公室主任：王建平。",)


def test_who_has_left_is_not_on_the_roster() -> None:
    tasks = sample_list()
    tasks.apply(updated(tasks.roster[1], left_on="2021-06-01"))
    rows = texts(roster_sheet(tasks))
    assert len(rows) == 23 and "鲁文安" not in [row[1] for row in rows]
    assert not any(is_banner(row) for row in roster_sheet(tasks).rows)
    tasks.apply(updated(tasks.roster[2], left_on="2999-01-01"))
    assert len(roster_sheet(tasks).rows) == 23


def test_a_list_made_from_nothing_has_sheets_too() -> None:
    tasks = type(sample_list())()
    assert summary_sheet(tasks).rows
    assert roster_sheet(tasks).title == "领导小组成员名单"
    (sheet,) = matrix_sheets(tasks)
    assert len(sheet.rows) == 2
    assert replace(sheet, rows=()).columns == sheet.columns
