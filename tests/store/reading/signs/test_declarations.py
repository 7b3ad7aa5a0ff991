"""The sentence on who leads by standing first or beside a sign."""

import pytest

from store.reading.signs.declarations import declared_by, said_for_all, without_declaration


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
    "text",
    [
        "注：标★的为牵头单位",
        "带“★”号的为牵头部门",
        "★为牵头单位，下同",
        "责任单位中加★者为该项任务牵头单位",
        "（有★标识的单位是牵头单位）",
    ],
)
def test_ways_to_declare_that_those_beside_a_sign_lead(text: str) -> None:
    assert declared_by(text) == "★"


def test_a_sign_that_says_nothing_of_the_lead_declares_nothing() -> None:
    assert declared_by("标★的为约束性指标,牵头单位要抓好落实") == ""


@pytest.mark.parametrize(
    "text",
    [
        "市财政局（除标注“分别牵头”外，列第一位为牵头，下同）",
        "市财政局（下同）",
        "市财政局,以下同",
        "市财政局，下同",
        "市财政局（除注明的以外,排在第一位的为牵头单位）",
    ],
)
def test_what_is_said_for_all_is_cut_from_behind_the_last_unit(text: str) -> None:
    assert without_declaration(text) == "市财政局"
