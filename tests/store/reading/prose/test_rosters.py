"""Rosters within a text, and the sections around them."""

import pytest

from store.reading import read_notice
from store.reading.prose.rosters import rosters_apart
from store.reading.signs.lines import lines_of


def apart(text: str) -> tuple[list[list[str]], list[str]]:
    rosters, outside = rosters_apart(lines_of(text))
    names = [[member.name for member in roster.members] for roster in rosters]
    return names, [line.text for line in outside]


@pytest.mark.parametrize(
    ("over", "behind"),
    [
        ("二、组织领导", "三、工作职责"),
        ("1.成立领导小组", "2.工作职责"),
        ("（一）成立领导小组", "（二）明确职责"),
        ("(1)组织机构", "(2)职责分工"),
        ("（三）成立工作专班", "三、保障措施"),
        ("第一节 组织机构", "第二节 职责"),
    ],
)
def test_a_roster_ends_where_the_numbers_over_it_go_on(over: str, behind: str) -> None:
    roster = "组　长：王建国（镇党委书记）\n组　员：孙 立（教导主任）　周玉梅（德育主任）"
    names, outside = apart(f"{over}\n{roster}\n{behind}\n负责统筹协调。")
    assert names == [["王建国", "孙立", "周玉梅"]]
    assert outside == [over, behind, "负责统筹协调。"]


def test_headings_over_people_stay_within_the_roster() -> None:
    names, outside = apart(
        "（一）领导小组\n组长：王建国\n（二）县直部门\n孙立 县财政局局长\n周玉梅 县审计局局长"
    )
    assert names == [["王建国", "孙立", "周玉梅"]]
    assert outside == ["（一）领导小组"]


def test_a_second_roster_behind_a_section_is_read_too() -> None:
    text = "一、领导小组\n组长：王建国\n成员：孙立\n二、职责\n负责统筹。\n三、专家组\n组长：冯涛\n成员：陈静"
    names, outside = apart(text)
    assert names == [["王建国", "孙立"], ["冯涛", "陈静"]]
    assert outside == ["一、领导小组", "二、职责", "负责统筹。", "三、专家组"]


def test_a_second_role_that_names_nobody_begins_no_roster() -> None:
    names, outside = apart("组长：王建国\n一、职责\n组长：\n负责全面工作。")
    assert names == [["王建国"]]
    assert outside == ["一、职责", "组长：", "负责全面工作。"]


@pytest.mark.parametrize("number", ["（{}）", "{}、", "{}."])
def test_roles_may_be_numbered(number: str) -> None:
    text = "组长：王建国 县长\n副组长：孙立 副县长\n周玉梅 县财政局局长\n成员单位：县发改局、县财政局"
    lines = text.split("\n")
    for index, count in ((0, "一"), (1, "二"), (3, "三")):
        lines[index] = number.format(count) + lines[index]
    behind = number.format("四") + "工作职责"
    names, outside = apart("\n".join(["名单如下：", *lines, behind, "负责统筹协调。"]))
    assert names == [["王建国", "孙立", "周玉梅", "", ""]]
    assert outside == ["名单如下：", behind, "负责统筹协调。"]


def test_what_the_head_of_a_group_does_is_no_roster() -> None:
    text = "一、职责\n（一）组长：全面负责领导小组工作。\n（二）副组长：协助组长工作。"
    assert apart(text) == ([], text.split("\n"))


@pytest.mark.parametrize("number", ["（{}）", "{}、"])
def test_numbered_roles_alone_over_their_people(number: str) -> None:
    roles = [
        number.format(count) + role
        for count, role in zip("一二三", ("组长", "副组长", "成 员："), strict=True)
    ]
    behind = number.format("四") + "工作职责"
    text = f"{roles[0]}\n王建国 县长\n{roles[1]}\n孙立 副县长\n{roles[2]}\n财政局局长：周玉梅\n{behind}\n负责统筹协调。"
    names, outside = apart(text)
    assert names == [["王建国", "孙立", "周玉梅"]]
    assert outside == [behind, "负责统筹协调。"]
    findings = read_notice(f"关于成立小组的通知\n各镇：\n{text}\n".encode()).findings
    assert [finding.code for finding in findings] == []


def test_further_groups_in_a_section_behind_the_roster() -> None:
    text = "组长：王建国\n二、工作专班\n（一）材料组\n负责人：孙立\n组员：陈静\n（二）宣传组\n负责人：冯涛\n三、要求\n抓好落实。"
    names, outside = apart(text)
    assert names == [["王建国"], ["孙立", "陈静", "冯涛"]]
    assert outside == ["二、工作专班", "三、要求", "抓好落实。"]
