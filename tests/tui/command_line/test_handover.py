"""`show portfolio`, `settle`, `handover`, `plans`: who has which unit, in words."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

Shown = Callable[[str], Any]
CALL = ("handover", "--from", "胡军", "--to", "赵峰", "--units", "成果处,转化中心")
QUESTIONS = [
    {"row": row, "side": "participant", "leader": "胡军", "unit": unit, "candidates": candidates}
    for row, unit, candidates in [
        ("3.1", "企业中心", ["胡军", "赵峰"]),
        ("3.2", "企业中心", ["胡军", "赵峰"]),
        ("3.3", "企业中心", ["胡军", "赵峰"]),
        ("4", "高新处", ["胡军", "刘红"]),
    ]
]


def leaders(shown: Shown, row: str) -> tuple[list[str], list[str]]:
    found = next(one for one in shown("tasks") if one["row"] == row)
    return found["lead_leaders"], found["participant_leaders"]


def grades(shown: Shown) -> dict[str, str]:
    return {unit["unit"]: unit["grade"] for unit in shown("portfolio")}


# ---------------------------------------------------------------------- who has which unit


def test_the_portfolio_is_shown_with_grades_candidates_and_reasons(
    yaodian: Yaodian, listed: Path, shown: Shown
) -> None:
    found = {unit["unit"]: unit for unit in shown("portfolio")}
    assert (
        sorted(unit["grade"] for unit in found.values())
        == ["certain"] * 6 + ["inferred"] + ["open"] * 3 + ["unknown"] * 5
    )
    assert (found["项目中心"]["grade"], found["项目中心"]["leader"]) == ("inferred", "赵峰")
    assert (found["高新处"]["leader"], set(found["高新处"]["candidates"])) == (None, {"胡军", "刘红"})
    _, out, _ = yaodian("show", "portfolio", "-f", listed)
    assert "企业中心" in out and "胡军或赵峰" in out and "待定" in out and "推断" in out


def test_a_pair_is_settled_with_date_and_basis_and_taken_back(
    yaodian: Yaodian, listed: Path, shown: Shown
) -> None:
    words = ("settle", "企业中心", "--leader", "赵峰", "--since", "2021年4月1日", "--basis", "局务会")
    code, out, _ = yaodian(*words, "-f", listed)
    assert (code, out) == (0, "定下企业中心由赵峰分管（已保存到 示例.json）\n")
    one = next(unit for unit in shown("portfolio") if unit["unit"] == "企业中心")
    assert (one["grade"], one["leader"]) == ("settled", "赵峰")
    assert "2021-04-01" in one["reason"] and "局务会" in one["reason"]
    assert yaodian(*words, "-f", listed)[1] == "没有变化。\n"
    assert yaodian("settle", "企业中心", "--leader", "", "-f", listed)[0] == 0
    assert grades(shown)["企业中心"] == "open"


def test_a_settled_pair_is_proposed_where_an_open_one_was_not(
    yaodian: Yaodian, listed: Path, shown: Shown
) -> None:
    yaodian("settle", "高新处", "--leader", "胡军", "-f", listed)
    yaodian("assign", "2", "--lead", "高新处", "-f", listed)
    assert leaders(shown, "2")[0] == ["胡军"]


def test_settling_changes_no_cell_and_answers_what_was_open(
    yaodian: Yaodian, listed: Path, shown: Shown
) -> None:
    yaodian("assign", "1", "--lead", "高新处", "-f", listed)
    before = shown("tasks")
    _, out, _ = yaodian("settle", "高新处", "--leader", "刘红", "-f", listed)
    assert "第 1 行牵头单位的分管领导没有改动，可随之改为刘红" in out
    assert before[0]["doubts"]
    assert shown("tasks") == [before[0] | {"doubts": []}, *before[1:]]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("科技处", "--leader", "赵峰"), "请写明是哪一个"),
        (("企业中心", "--leader", "赵锋"), "赵峰"),
        (("企业中心", "--leader", "相关分管领导"), "不是一个人"),
        (("相关处室单位", "--leader", "赵峰"), "不是清单中的一个单位"),
        (("企业中心", "--leader", "赵峰", "--since", "2021-02-30"), "没有这一天"),
        (("企业中心", "--leader", ""), "还没有定"),
    ],
)
def test_what_cannot_be_settled_is_refused(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], says: str
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian("settle", *words, "-f", listed)
    assert (code, out) == (1, "")
    assert says in err
    assert listed.read_bytes() == before


# ---------------------------------------------------------------------- handover


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_open_questions_are_shown_and_nothing_changes(
    yaodian: Yaodian, listed: Path, more: tuple[str, ...]
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian(*CALL, *more, "--json", "-f", listed)
    assert code == 1
    found = json.loads(out)
    assert found["questions"] == QUESTIONS
    assert [(row["row"], row["side"]) for row in found["rows"]] == [
        ("1", "lead"),
        ("3.1", "participant"),
        ("3.2", "participant"),
        ("3.3", "participant"),
        ("3.4", "lead"),
        ("4", "participant"),
    ]
    assert found["rows"][0] == {"row": "1", "side": "lead", "before": ["胡军"], "after": ["赵峰"]}
    assert found["rows"][4] == {
        "row": "3.4",
        "side": "lead",
        "before": ["徐涛", "胡军"],
        "after": ["徐涛", "赵峰"],
    }
    assert all("胡军" in row["after"] for row in found["rows"] if row["side"] == "participant")
    assert "第 3.1、3.2、3.3、4 行要先答复" in err
    assert listed.read_bytes() == before


def test_the_preview_is_lines_where_no_json_is_asked_for(yaodian: Yaodian, listed: Path) -> None:
    _, out, _ = yaodian(*CALL, "-f", listed)
    assert "第 3.4 行牵头单位的分管领导：徐涛 胡军 → 徐涛 赵峰" in out
    assert "第 4 行待答复：高新处可能由胡军或刘红分管，胡军留（keep）还是去（drop）？" in out


def test_answered_it_is_one_change_and_one_undo(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = shown("tasks")
    words = ("--answer", "3.1-3.3=drop,4=keep", "--effective-on", "2021-06-01", "--basis", "局党组会议纪要")
    code, out, _ = yaodian(*CALL, *words, "-f", listed)
    assert code == 0
    assert "分工调整：成果处、转化中心由胡军移交赵峰（已保存到 示例.json）" in out
    assert leaders(shown, "1") == (["赵峰"], [])
    assert [leaders(shown, row)[1] for row in ("3.1", "3.2", "3.3")] == [["王振旭", "赵峰"]] * 3
    assert leaders(shown, "3.4")[0] == ["徐涛", "赵峰"]
    assert leaders(shown, "4")[1] == ["赵峰", "胡军", "刘红"]
    assert [grades(shown)[unit] for unit in ("成果处", "转化中心")] == ["settled", "settled"]
    last = shown("history")[-1]
    assert (last["effective_on"], last["basis"]) == ("2021-06-01", "局党组会议纪要")
    assert yaodian("undo", "-f", listed)[0] == 0
    assert shown("tasks") == before
    assert grades(shown)["成果处"] == "certain"


def test_the_answers_show_in_a_dry_run_that_changes_nothing(yaodian: Yaodian, listed: Path) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian(*CALL, "--answer", "3.1-3.3=去,4=去", "--dry-run", "--json", "-f", listed)
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["questions"] == []
    assert found["rows"][5]["after"] == ["赵峰", "刘红"]
    assert listed.read_bytes() == before


def test_without_units_all_of_his_pass(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    assert yaodian("handover", "--from", "徐涛", "--to", "王振旭", "-f", listed)[0] == 0
    assert [leaders(shown, row)[0] for row in ("3.1", "3.2", "3.3", "3.4", "4", "5")] == [["王振旭"]] * 3 + [
        ["王振旭", "胡军"],
        ["王振旭"],
        ["王振旭"],
    ]
    assert leaders(shown, "5")[1] == ["相关分管领导"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--from", "胡军", "--to", "赵锋"), "赵峰"),
        (("--from", "胡军", "--to", "胡军"), "请另选接收人"),
        (("--from", "胡军", "--to", "赵峰", "--units", "规划处"), "规划处由徐涛分管"),
        (("--from", "胡军", "--to", "赵峰", "--units", "相关处室单位"), "统称"),
        ((*CALL[1:], "--answer", "2=drop"), "没有要答复的问题"),
        ((*CALL[1:], "--answer", "3.9=drop"), "没有第 3.9 行"),
        ((*CALL[1:], "--answer", "4"), "看不懂"),
        ((*CALL[1:], "--answer", "4=x\x1b[31m"), "看不懂"),
        ((*CALL[1:], "--effective-on", "下周"), "不是日期"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], says: str
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian("handover", *words, "-f", listed)
    assert (code, out) == (1, "")
    assert says in err
    assert listed.read_bytes() == before


# ---------------------------------------------------------------------- plans

TOMORROW = (date.today() + timedelta(days=1)).isoformat()


def test_a_handover_dated_ahead_waits_as_a_plan(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = shown("tasks")
    code, out, _ = yaodian(
        *CALL, "--effective-on", TOMORROW, "--basis", "会议纪要", "--answer", "4=drop", "-f", listed
    )
    assert code == 0
    assert f"预定分工调整：{TOMORROW} 成果处、转化中心由胡军移交赵峰" in out
    assert shown("tasks") == before
    (plan,) = json.loads(yaodian("plans", "--json", "-f", listed)[1])
    assert (plan["number"], plan["effective_on"], plan["units"], plan["due"]) == (
        1,
        TOMORROW,
        ["成果处", "转化中心"],
        False,
    )
    assert TOMORROW in yaodian("plans", "-f", listed)[1]
    assert yaodian("plans", "--apply", "1", "-f", listed)[0] == 1
    assert yaodian("plans", "--cancel", "1", "-f", listed)[0] == 0
    assert yaodian("plans", "-f", listed)[1] == "没有预定的分工调整。\n"
    assert yaodian("undo", "-f", listed)[0] == 0
    assert len(json.loads(yaodian("plans", "--json", "-f", listed)[1])) == 1


def test_on_its_day_it_is_carried_out_with_its_answers_and_what_is_new_is_asked(
    yaodian: Yaodian, listed: Path, shown: Shown
) -> None:
    yaodian(*CALL, "--effective-on", TOMORROW, "--answer", "4=drop", "-f", listed)
    code, out, err = yaodian("plans", "--apply", "1", "-f", listed, today=TOMORROW)
    assert code == 1
    assert "企业中心" in out and "高新处" not in out and "第 3.1、3.2、3.3 行要先答复" in err
    assert yaodian("plans", "--apply", "1", "--answer", "3.1-3.3=keep", "-f", listed, today=TOMORROW)[0] == 0
    assert leaders(shown, "4")[1] == ["赵峰", "刘红"]
    assert leaders(shown, "3.2")[1] == ["王振旭", "赵峰", "胡军"]
    assert shown("history")[-1]["effective_on"] == TOMORROW
    assert json.loads(yaodian("plans", "--json", "-f", listed)[1]) == []
    yaodian("undo", "-f", listed)
    assert len(json.loads(yaodian("plans", "--json", "-f", listed)[1])) == 1


@pytest.mark.parametrize("number", ["0", "2", "x", "1"])
def test_a_plan_that_is_not_there_is_refused(yaodian: Yaodian, listed: Path, number: str) -> None:
    code, _, err = yaodian("plans", "--apply", number, "-f", listed)
    assert code == 1
    assert "现在没有预定的分工调整" in err
