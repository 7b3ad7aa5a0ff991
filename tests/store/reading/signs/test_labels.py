"""Labels in running text, and the sentence on who leads by standing first."""

import pytest

from store.reading.signs.labels import LABEL, declared_by, holds, said_for_all, without_declaration


def labels(text: str) -> list[str]:
    return [found.group() for found in LABEL.finditer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牵头单位:市水务局;责任单位:市财政局", ["牵头单位:", "责任单位:"]),
        ("牵 头 单 位 :市水务局", ["牵 头 单 位 :"]),
        ("市级责任单位:市水务局", ["市级责任单位:"]),
        ("分管领导:高山 完成时限:6月底", ["分管领导:", "完成时限:"]),
        ("(牵头:城建股 配合:市政所)", ["牵头:", "配合:"]),
        ("责任单位 市水务局", ["责任单位 "]),
        ("【牵头单位】市水务局", ["【牵头单位】"]),
        ("各责任单位要切实负责", []),
        ("明确责任单位、牵头单位", []),
    ],
)
def test_labels_stand_before_values(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_a_notice_may_declare_who_leads() -> None:
    assert declared_by("(税务总局、商务部,排在第一位的部门为牵头部门,下同)") == "first"
    assert declared_by("注:列首位者为牵头单位") == "first"
    assert declared_by("无牵头单位的,责任单位即为牵头单位。") == "all"
    assert declared_by("要做好牵头工作。") == ""


def test_the_declaration_is_cut_out_of_the_list_of_units() -> None:
    text = "税务总局、商务部，排在第一位的部门为牵头部门，下同"
    assert without_declaration(text) == "税务总局、商务部"
    assert said_for_all(text) == "排在第一位的部门为牵头部门，下同"
    assert without_declaration("市生态环境局。以下均需各区落实,不再列出") == "市生态环境局"
    assert said_for_all("市水务局牵头") == ""


@pytest.mark.parametrize(
    "text",
    [
        "列第一位者为牵头单位",
        "排名首位的单位负责牵头,其他为配合单位",
        "（排名第一的单位为牵头单位，下同）",
        "以第一个责任单位为牵头单位，下同",
        "排在第一位的部门负总责",
        "第一单位为牵头责任单位",
    ],
)
def test_ways_to_declare_that_the_first_leads(text: str) -> None:
    assert declared_by(text) == "first"
    assert without_declaration(f"市水务局、市财政局,{text}").strip(",") == "市水务局、市财政局"


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("责任单位:", "units"),
        ("责任领导：", "leaders"),
        ("责任人", "leaders"),
        ("牵头科室及责任人:", "both"),
        ("责任单位(责任人)", "both"),
        ("责任单位/责任领导", "both"),
    ],
)
def test_what_stands_behind_a_label(label: str, held: str) -> None:
    assert holds(label) == held
