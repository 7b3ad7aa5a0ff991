"""Where a table ends and the text goes on."""

import pytest

from store.reading import read_notice
from store.reading.signs.lines import lines_of
from store.reading.tables.behind import behind_table

ROWS = {
    "tabs": "序号\t指标\t责任单位\n1\t粮食产量\t县农业农村局\n2\t森林覆盖率\t县林业局",
    "bars": "序号 | 任务 | 责任单位 |\n1 | 清理河道。 | 县水利局 |\n2 | 修建公路。 | 县交通局 |",
    "blanks": "序号 任务 责任单位\n1 清理河道 县水利局\n2 修建公路 县交通局",
    "cells": "序号\n任务\n责任单位\n1\n清理河道。\n县水利局\n2\n修建公路。\n县交通局",
    "categories": "任务\t责任单位\n一、水利\n清理河道\t县水利局\n二、交通\n修建公路\t县交通局",
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_a_section_behind_the_rows_stays_one(rows: str) -> None:
    behind = "三、工作要求\n（一）细化措施。各单位要抓好落实。\n（二）加强调度。每月通报。"
    lines = lines_of(f"{rows}\n{behind}")
    assert [line.text for line in lines[behind_table(lines, None) :]] == behind.split("\n")
    text = f"关于分解任务的通知\n一、总体要求\n稳中求进。\n二、任务分解\n{rows}\n{behind}\n县政府办公室\n2026年3月1日\n"
    reading = read_notice(text.encode())
    assert [one.heading for one in reading.work_points] == ["总体要求", "任务分解", "工作要求"]
    assert len(reading.rows) == 2
    assert not [one.text for one in reading.unread if "要求" in one.text]


@pytest.mark.parametrize(
    "behind",
    [
        "三、民生福祉\n3\t新增就业\t县人社局",
        "三、民生福祉",
        "三、民生福祉\n提高收入。\n县人社局\n6月底前",
        "填表说明：本表一式两份。",
    ],
)
def test_a_category_within_the_table_is_no_section(behind: str) -> None:
    lines = lines_of(f"{ROWS['tabs']}\n{behind}")
    assert behind_table(lines, None) == len(lines)


def test_a_section_in_an_annex_goes_on_from_its_categories() -> None:
    text = f"关于分解任务的通知\n各镇：\n附件\n任务分解表\n{ROWS['categories']}\n三、工作要求\n各单位要抓好落实。\n"
    reading = read_notice(text.encode())
    assert [one.heading for one in reading.work_points] == ["工作要求"]
    assert [one.item for one in reading.rows] == ["一、水利", "二、交通"]
    assert reading.findings == ()


def test_a_section_below_the_roster_of_an_annex_stays_one() -> None:
    text = (
        "关于成立小组的通知\n各镇：\n附件\n领导小组成员名单\n一、领导小组\n组 长：王建国 县长\n"
        "成 员：孙 立 县审计局局长\n二、工作职责\n（一）统筹协调。\n（二）研究问题。\n三、工作制度\n每月开会。\n"
    )
    reading = read_notice(text.encode())
    assert [one.heading for one in reading.work_points] == ["工作职责", "工作制度"]
    assert [one.name for one in reading.roster] == ["王建国", "孙立"]
    assert [one.code for one in reading.findings if one.code == "R01"] == []


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_sections_between_two_tables_stay_sections(rows: str) -> None:
    text = (
        f"关于分解任务的通知\n各镇：\n一、年度任务\n任务如下：\n{rows}\n二、保障措施\n（一）加强领导。\n三、近期任务\n"
        f"{rows}\n四、工作要求\n各单位要抓好落实。\n县推进工作领导小组办公室\n2026年3月1日\n"
    )
    reading = read_notice(text.encode())
    headings = [one.heading for one in reading.work_points]
    assert headings == ["年度任务", "保障措施", "近期任务", "工作要求"]
    assert len(reading.rows) == 4
    assert (reading.head.issuer, reading.head.issued_on) == ("县推进工作领导小组办公室", "2026-03-01")
    assert reading.unread == ()


def test_the_heading_over_a_table_is_a_section_where_the_text_goes_on_from_it() -> None:
    text = f"关于分解任务的通知\n各镇：\n一、工作内容\n{ROWS['tabs']}\n二、工作要求\n各单位要抓好落实。\n"
    reading = read_notice(text.encode())
    assert [one.heading for one in reading.work_points] == ["工作内容", "工作要求"]
    assert [one.item for one in reading.rows] == ["", ""]


@pytest.mark.parametrize("rows", [ROWS["tabs"], ROWS["bars"], ROWS["blanks"]])
def test_the_signature_under_the_rows(rows: str) -> None:
    text = f"关于分解任务的通知\n各镇：\n任务如下：\n{rows}\n县政府办公室\n2026年3月1日\n"
    head = read_notice(text.encode()).head
    assert (head.issuer, head.issued_on) == ("县政府办公室", "2026-03-01")


def test_a_section_over_the_table_of_an_annex() -> None:
    text = f"关于分解任务的通知\n各镇：\n附件\n任务分解表\n一、总体要求\n稳中求进。\n二、任务分解\n{ROWS['tabs']}\n"
    reading = read_notice(text.encode())
    assert [one.heading for one in reading.work_points] == ["总体要求", "任务分解"]
    assert [one.item for one in reading.rows] == ["", ""]


@pytest.mark.parametrize("cell", ["{} | {} | {}", "{}\t{}\t{}", "{}  {}  {}"])
def test_another_table_is_text_of_its_section(cell: str) -> None:
    money = "\n".join([cell.format("序号", "资金来源", "金额（万元）"), cell.format("1", "省级补助", "5000")])
    text = (
        f"关于分解任务的通知\n各镇：\n一、年度任务\n任务如下：\n{ROWS['bars']}\n二、实施步骤\n倒排工期推进。\n"
        f"三、资金安排\n{money}\n四、工作要求\n各单位要抓好落实。\n"
    )
    reading = read_notice(text.encode())
    assert [one.heading for one in reading.work_points] == ["年度任务", "实施步骤", "资金安排", "工作要求"]
    assert [row.text for row in reading.rows] == ["清理河道。", "修建公路。"]
    assert "省级补助" in reading.work_points[2].text
