"""The time in a heading, in brackets of every kind, behind a colon or a blank, or in front."""

import pytest

from store.reading.signs.heading_times import stage_in, time_below, time_of_heading


@pytest.mark.parametrize(
    ("heading", "title", "time"),
    [
        ("全面清查 (2026年7月底前完成)", "全面清查", "2026年7月底前完成"),
        ("动员部署阶段（2026年7月10日前）", "动员部署阶段", "2026年7月10日前"),
        ("第一阶段：动员部署（3月1日—3月15日）", "第一阶段：动员部署", "3月1日—3月15日"),
        ("摸底排查【2026 年 3 月至 4 月】", "摸底排查", "2026 年 3 月至 4 月"),
        ("整改提升〔时间：9月—11月〕。", "整改提升", "9月—11月"),
        ("宣传发动(即日起至6月底)阶段", "宣传发动阶段", "即日起至6月底"),
        ("总结验收阶段：2026年12月底前", "总结验收阶段", "2026年12月底前"),
        ("总结验收阶段 2026年11月1日至30日", "总结验收阶段", "2026年11月1日至30日"),
        ("巩固提升阶段（2027年全年，长期坚持）", "巩固提升阶段", "2027年全年，长期坚持"),
        ("3月1日-15日：学习培训", "学习培训", "3月1日-15日"),
        ("建章立制（“十五五”末）", "建章立制", "“十五五”末"),
        ("自查自纠（自印发之日起30日内）", "自查自纠", "自印发之日起30日内"),
        ("第一季度", "第一季度", "第一季度"),
        ("第三、四季度工作任务", "第三、四季度工作任务", "第三、四季度"),
        ("2026年上半年", "2026年上半年", "2026年上半年"),
        ("3月份", "3月份", "3月份"),
    ],
)
def test_a_heading_names_its_time(heading: str, title: str, time: str) -> None:
    assert time_of_heading(heading) == (title, time)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "总体要求",
            "深化改革（试行）",
            "落实任务（共12项）",
            "印发方案（〔2026〕3号）",
            "(2026年7月底前)",
            "",
        ),
        *(
            "工作目标：到2030年，基本建成。",
            "回顾工作（2020年以来）",
            "完善制度（市水务局负责，6月底前完成）",
        ),
        *("2026年工作要点", "任务分工：市水务局", "比例达到 6.5"),
    ],
)
def test_a_heading_names_none(heading: str) -> None:
    assert time_of_heading(heading) is None


@pytest.mark.parametrize("label", ["整改时限：6月底前", "完成时间:6月底前", "时间安排：3月1日—15日"])
def test_a_label_with_a_time_is_no_heading(label: str) -> None:
    assert time_of_heading(label) is None


@pytest.mark.parametrize(
    ("heading", "text", "time"),
    [
        ("动员部署", "时间：3月1日—15日", "3月1日—15日"),
        ("排查整治", "时间安排:3月16日至6月30日。", "3月16日至6月30日"),
        ("验收阶段", "（2026年10月）", "2026年10月"),
        ("准备阶段", "4—6月，由市教育局制定实施方案。", "4—6月"),
        ("集中整治阶段", "2026年5月至9月。市城管局牵头开展整治。", "2026年5月至9月"),
        ("第二步", "7月底前:开展排查。", "7月底前"),
        ("加强宣传", "6月底前，由市委宣传部制定方案。", None),
        ("验收阶段", "市水务局于6月底前验收。", None),
        ("动员部署", "时间紧迫，任务繁重。", None),
    ],
)
def test_the_line_below_a_heading_may_give_its_time(heading: str, text: str, time: str | None) -> None:
    assert time_below(heading, text) == time


def test_a_paragraph_may_begin_with_a_stage() -> None:
    assert stage_in("启动阶段（2026年3月底前）。市发改委印发方案。") == ("启动阶段", "2026年3月底前")
    assert stage_in("推进阶段：4月至11月。各部门推进。") == ("推进阶段", "4月至11月")
    assert stage_in("清理河道（6月底前）。市水务局负责。") is None
