"""Units renamed, merged and split, and one person after another, by command."""

import json
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.people import Shown, Words, names, one, row, unit


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
    assert "名册中“刘维华”的职务：创新平台处处长 → 科技基地处处长" in view["others"]
    assert len(shown("history")) == 1
    assert yaodian(*words, "-f", listed)[0] == 0
    assert row(shown, "2")["lead_units"] == ["科技基地处"]
    change = shown("history")[-1]
    assert (change["effective_on"], change["basis"]) == ("2021-06-01", "三定方案")
    assert "第 2 行的牵头单位：平台处 → 科技基地处" in yaodian("show", "history", "-f", listed)[1]
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


def test_wang_is_replaced(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = names(shown)
    call = ("replace-person", "王建平", "--by", "李明", "--effective-on", "2021-06-01", "--basis", "任免通知")
    code, out, _ = yaodian(*call, "--dry-run", "-f", listed)
    assert code == 0 and "通知的办公室主任：王建平 → 李明" in out
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
    words = ("--lead-leaders", "王建平(政策法制)", "--only-here")
    assert yaodian("assign", "1", *words, "-f", listed)[0] == 0
    assert one(yaodian, listed, "leader", "王建平(政策法制)")["led"] == ["1"]
