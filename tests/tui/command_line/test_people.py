"""`unit`, `person`, `replace-person`, `rename-unit`, `merge-units`, `split-unit`, and `show` of one unit or
leader.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

Shown = Callable[[str], Any]
Words = tuple[str, ...]


def row(shown: Shown, name: str) -> dict[str, Any]:
    return next(one for one in shown("tasks") if one["row"] == name)


def unit(shown: Shown, full_name: str) -> dict[str, Any]:
    return next(one for one in shown("units") if one["full_name"] == full_name)


def names(shown: Shown) -> list[str]:
    return [one["name"] for one in shown("roster")]


def one(yaodian: Yaodian, listed: Path, *words: str) -> dict[str, Any]:
    code, out, err = yaodian("show", *words, "--json", "-f", listed)
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


# ---------------------------------------------------------------------- one unit, one leader


def test_a_unit_and_a_leader_are_shown_with_all_that_concerns_them(yaodian: Yaodian, listed: Path) -> None:
    results = one(yaodian, listed, "unit", "成果处")
    assert (results["led"], results["shared"], results["by_collective"]) == (
        ["1"],
        ["3.1", "3.2", "3.3", "4"],
        ["5", "6"],
    )
    assert (results["head"], results["leader"]["leader"], results["leader"]["grade"]) == (
        "程乐学",
        "胡军",
        "certain",
    )
    office = one(yaodian, listed, "unit", "办公室")
    assert (office["head"], office["led"], office["shared"], office["by_collective"]) == (
        "阮聪",
        [],
        [],
        ["5", "6"],
    )
    hu = one(yaodian, listed, "leader", "胡 军")
    assert (hu["led"], hu["shared"]) == (["1", "3.4"], ["3.1", "3.2", "3.3", "4"])
    assert [(pair["unit"], pair["grade"]) for pair in hu["portfolio"]][:2] == [
        ("成果处", "certain"),
        ("转化中心", "certain"),
    ]
    _, out, _ = yaodian("show", "leader", "胡军", "-f", listed)
    assert "牵头 2 行:1、3.4" in out and "高新处(待定)" in out
    _, out, _ = yaodian("show", "unit", "规划处", "-f", listed)
    assert "负责人:郑雪(主持工作)" in out and "统称可能涉及 1 行:6" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("unit",), "写明名称"),
        (("tasks", "成果处"), "后面不写名称"),
        (("unit", "科技中心"), "可以指 4 个单位"),
        (("unit", "相关处室单位"), "不是清单中的一个单位"),
        (("leader", "相关分管领导"), "不是一个人"),
        (("leader", "胡俊"), "胡军"),
    ],
)
def test_who_is_not_known_is_told(yaodian: Yaodian, listed: Path, words: Words, says: str) -> None:
    code, out, err = yaodian("show", *words, "-f", listed)
    assert (code, out) == (1, "") and says in err


@pytest.mark.parametrize(
    ("name", "count"),
    [("科技处", 2), ("发展处", 2), ("创新处", 2), ("促进中心", 2), ("服务中心", 2), ("科技中心", 4)],
)
def test_a_name_that_fits_several_is_never_taken(
    yaodian: Yaodian, listed: Path, name: str, count: int
) -> None:
    before = listed.read_bytes()
    code, _, err = yaodian("assign", "1", "--lead", name, "-f", listed)
    assert code == 1 and f"可以指 {count} 个单位" in err
    assert listed.read_bytes() == before


# ---------------------------------------------------------------------- fields


def test_the_fields_of_a_unit(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    words = (
        "--alias",
        "科技处,对外处",
        "--no-alias",
        "合作处",
        "--head",
        "余文珠",
        "--acting",
        "--place",
        "1",
        "--basis",
        "任免通知",
    )
    assert yaodian("unit", "合作处", *words, "-f", listed)[0] == 0
    found = shown("units")[0]
    assert (found["full_name"], found["aliases"]) == ("科技合作处", ["科技处", "对外处"])
    assert (found["head"], found["acting"]) == ("余文珠", True)
    assert [change["basis"] for change in shown("history")][1:] == ["任免通知"]
    assert yaodian("assign", "1", "--lead", "科技处", "-f", listed)[0] == 0
    assert row(shown, "1")["lead_units"] == ["合作处"]
    assert yaodian("unit", "科技处", "--head", "", "--valid-until", "2021-06-01", "-f", listed)[0] == 0
    assert unit(shown, "科技合作处")["head"] is None
    code, _, err = yaodian("assign", "2", "--lead", "科技合作处", "-f", listed)
    assert code == 1 and "已于 2021-06-01 撤销" in err
    assert "科技合作处(2021-06-01 撤销)" in yaodian("show", "units", "-f", listed)[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("平台处", "--alias", "成果处"), "已是成果转化处的简称"),
        (("平台处", "--no-alias", "基地处"), "不是创新平台处的简称"),
        (("平台处", "--head", "李明"), "没有“李明”"),
        (("平台处", "--valid-from", "昨天"), "不是日期"),
        (("平台处", "--place", "99"), "最后一个单位"),
        (("平台处", "--members", "成果处"), "不是统称"),
        (("各处室", "--members", "相关处室单位"), "不能再写统称"),
        (("相关处室单位", "--head", "阮聪"), "不是清单中的一个单位"),
    ],
)
def test_what_a_unit_cannot_be_is_refused(yaodian: Yaodian, listed: Path, words: Words, says: str) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian("unit", *words, "-f", listed)
    assert (code, out) == (1, "") and says in err
    assert listed.read_bytes() == before


def test_the_members_of_a_collective(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = row(shown, "5")
    assert yaodian("unit", "相关处室单位", "--members", "成果处,平台处", "-f", listed)[0] == 0
    assert row(shown, "5") == before
    assert one(yaodian, listed, "unit", "相关处室单位")["members"] == ["成果处", "平台处"]
    assert one(yaodian, listed, "unit", "办公室")["by_collective"] == ["6"]
    assert one(yaodian, listed, "unit", "平台处")["by_collective"] == ["5", "6"]
    assert "没有变化" in yaodian("unit", "相关处室单位", "--members", "成果处,平台处", "-f", listed)[1]


def test_the_fields_of_a_person(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    words = (
        "--name",
        "胡君",
        "--post",
        "局党组副书记",
        "--place",
        "2",
        "--entered-on",
        "2021.3.31",
        "--basis",
        "更正",
    )
    code, out, _ = yaodian("person", "胡军", *words, "-f", listed)
    assert code == 0 and "胡军 → 胡君" in out
    assert names(shown)[1] == "胡君"
    assert row(shown, "3.4")["lead_leaders"] == ["徐涛", "胡君"]
    assert len(shown("history")) == 2
    code, _, err = yaodian("person", "胡君", "--left-on", "2021-06-01", "-f", listed)
    assert code == 1 and "人员接替" in err
    assert yaodian("person", "余文珠", "--left-on", "2021-06-01", "--unit", "", "-f", listed)[0] == 0
    assert "余文珠" not in names(shown)
    assert "没有变化" in yaodian("person", "胡君", "--post", "局党组副书记", "-f", listed)[1]


# ---------------------------------------------------------------------- rename, merge, split


def test_a_unit_is_renamed_and_the_past_keeps_its_name(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    words = (
        "rename-unit",
        "平台处",
        "--to",
        "科技基地处",
        "--effective-on",
        "2021-06-01",
        "--basis",
        "三定方案",
    )
    code, out, _ = yaodian(*words, "--dry-run", "--json", "-f", listed)
    view = json.loads(out)
    assert code == 0 and [(one["row"], one["side"]) for one in view["rows"]] == [
        ("2", "lead"),
        ("4", "participant"),
    ]
    assert (view["rows"][0]["units_before"], view["rows"][0]["units_after"]) == (["平台处"], ["科技基地处"])
    assert "名册中“刘维华”的职务:创新平台处处长 → 科技基地处处长" in view["others"]
    assert len(shown("history")) == 1
    assert yaodian(*words, "-f", listed)[0] == 0
    assert row(shown, "2")["lead_units"] == ["科技基地处"]
    change = shown("history")[-1]
    assert (change["effective_on"], change["basis"]) == ("2021-06-01", "三定方案")
    assert "第 2 行的牵头单位:平台处 → 科技基地处" in yaodian("show", "history", "-f", listed)[1]
    assert one(yaodian, listed, "unit", "创新平台处")["former_names"] == ["创新平台处", "平台处"]
    assert yaodian("undo", "-f", listed)[0] == 0
    assert row(shown, "2")["lead_units"] == ["平台处"]


def test_a_merger_asks_before_it_drops_a_leader(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = listed.read_bytes()
    call = ("merge-units", "平台处", "--into", "成果处")
    code, out, err = yaodian(*call, "--json", "-f", listed)
    assert code == 1 and "第 4 行要先答复" in err
    assert {(one["row"], one["leader"], one["unit"]) for one in json.loads(out)["questions"]} == {
        ("4", "刘红", "高新处"),
        ("4", "刘红", "农社处"),
    }
    assert listed.read_bytes() == before
    assert yaodian(*call, "--answer", "4=keep", "-f", listed)[0] == 0
    assert (row(shown, "2")["lead_units"], row(shown, "2")["lead_leaders"]) == (["成果处"], ["胡军"])
    assert row(shown, "4")["participants"] == ["成果处", "高新处", "农社处", "项目中心"]
    assert row(shown, "4")["participant_leaders"] == ["胡军", "刘红", "赵峰"]
    assert "由成果转化处承接" in yaodian("assign", "1", "--lead", "创新平台处", "-f", listed)[2]


def test_a_merger_into_a_new_unit(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    assert (
        yaodian("merge-units", "平台处,成果处", "--into", "成果与平台处", "--alias", "成果处", "-f", listed)[
            0
        ]
        == 0
    )
    assert row(shown, "4")["participants"] == ["成果处", "高新处", "农社处", "项目中心"]
    assert unit(shown, "成果与平台处")["shared"] == ["3.1", "3.2", "3.3", "4"]


def test_a_split_is_done_when_every_row_is_answered_for(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = listed.read_bytes()
    call = ("split-unit", "平台处", "--into", "基地处,园区处")
    code, _, err = yaodian(*call, "--answer", "2=基地处", "-f", listed)
    assert code == 1 and "第 4 行还没有答复由哪个单位承接" in err
    assert listed.read_bytes() == before
    assert yaodian(*call, "--answer", "2=基地处,4=基地处+园区处", "-f", listed)[0] == 0
    assert row(shown, "2")["lead_units"] == ["基地处"]
    assert row(shown, "4")["participants"] == ["成果处", "高新处", "基地处", "园区处", "农社处", "项目中心"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("rename-unit", "平台处", "--to", "高新技术处"), "已有单位"),
        (("rename-unit", "科技处", "--to", "某处"), "请写明是哪一个"),
        (("merge-units", "平台处", "--into", "平台处"), "没有要并入的单位"),
        (("merge-units", "平台处", "--into", "成果处", "--alias", "成平处"), "不必写 --alias"),
        (("merge-units", "平台处", "--into", "各处室"), "是统称"),
        (("merge-units", "平台处", "--into", "成果处", "--answer", "1=keep"), "没有要答复的问题"),
        (("split-unit", "平台处", "--into", "基地处"), "至少有两个单位"),
        (("split-unit", "平台处", "--into", "基地处,园区处", "--answer", "2"), "看不懂"),
        (("split-unit", "平台处", "--into", "基地处,园区处", "--answer", "1=基地处"), "没有要拆分的单位"),
        (("split-unit", "平台处", "--into", "基地处,园区处", "--answer", "2=成果处"), "不是拆分后的单位"),
        (("replace-person", "胡军", "--by", "胡军"), "就是胡军本人"),
        (("replace-person", "李明", "--by", "胡军"), "没有“李明”"),
        (("replace-person", "胡军", "--by", ""), "不能为空"),
        (("replace-person", "胡军", "--by", "李明", "--effective-on", "2021-02-30"), "没有这一天"),
    ],
)
def test_acts_that_make_no_sense_are_refused(yaodian: Yaodian, listed: Path, words: Words, says: str) -> None:
    before = listed.read_bytes()
    code, _, err = yaodian(*words, "-f", listed)
    assert code == 1 and says in err
    assert listed.read_bytes() == before


# ---------------------------------------------------------------------- one person after another


def test_wang_is_replaced(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = names(shown)
    call = ("replace-person", "王建平", "--by", "李明", "--effective-on", "2021-06-01", "--basis", "任免通知")
    code, out, _ = yaodian(*call, "--dry-run", "-f", listed)
    assert code == 0 and "共 0 行" in out and "通知的办公室主任:王建平 → 李明" in out
    assert names(shown) == before
    assert yaodian(*call, "-f", listed)[0] == 0
    assert names(shown) == [name if name != "王建平" else "李明" for name in before]
    assert one(yaodian, listed, "leader", "王建平")["roster"][0]["left_on"] == "2021-06-01"
    code, _, err = yaodian("replace-person", "王建平", "--by", "孙悦", "-f", listed)
    assert code == 1 and "不在名册" in err


def test_a_leader_is_replaced_in_all_his_rows(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    code, out, _ = yaodian("replace-person", "胡军", "--by", "钱进", "--json", "-f", listed)
    assert code == 0
    assert [one["row"] for one in json.loads(out)["rows"]] == ["1", "3.1", "3.2", "3.3", "3.4", "4"]
    assert row(shown, "4")["participant_leaders"] == ["钱进", "刘红", "赵峰"]
    assert next(one for one in shown("roster") if one["name"] == "钱进")["portfolio"] == [
        "成果处",
        "转化中心",
    ]


def test_two_of_one_name_are_told_apart_by_post(yaodian: Yaodian, listed: Path) -> None:
    yaodian("replace-person", "郭峰", "--by", "王 震", "--post", "主任", "-f", listed)
    yaodian("person", "王震", "--name", "王建平", "-f", listed)
    code, _, err = yaodian("assign", "1", "--lead-leaders", "王建平", "-f", listed)
    assert code == 1 and "2 人叫“王建平”" in err and "请写明职务" in err
    assert yaodian("assign", "1", "--lead-leaders", "王建平(政策法制)", "-f", listed)[0] == 0
    assert one(yaodian, listed, "leader", "王建平(政策法制)")["led"] == ["1"]
