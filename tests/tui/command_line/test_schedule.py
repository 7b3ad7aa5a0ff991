"""`schedule`, `measure`, `milestone`: what the ledger of a list is set up with."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

TODAY = "2021-10-26"


def done(yaodian: Yaodian, path: Path, *words: str) -> str:
    code, out, err = yaodian(*words, "-f", path, today=TODAY)
    assert (code, err) == (0, "")
    return out


def shown(yaodian: Yaodian, path: Path, *words: str) -> Any:
    return json.loads(done(yaodian, path, *words, "--json"))


def refused(yaodian: Yaodian, path: Path, *words: str) -> str:
    code, out, err = yaodian(*words, "-f", path, today=TODAY)
    assert (code != 0, out) == (True, "")
    return err.strip()


def test_a_schedule_is_added_changed_and_removed(yaodian: Yaodian, listed: Path) -> None:
    assert "还没有报送安排" in done(yaodian, listed, "schedule")
    out = done(yaodian, listed, "schedule", "--every", "月", "--day", "25", "--from", "2021-11")
    assert out.startswith(
        "新增报送安排：月报（每月，25 日前；2021年11月起，2021年12月止；牵头单位）（已保存到"
    )
    done(yaodian, listed, "schedule", "月报", "--who", "all", "--day", "31", "--basis", "督查室通知")
    (view,) = shown(yaodian, listed, "schedule")
    assert (view["due_day"], view["who"], view["words"]) == (31, "all", "每月，月末前")
    assert view["next_due"] == "2021-11-30"
    done(yaodian, listed, "schedule", "1", "--remove")
    assert shown(yaodian, listed, "schedule") == []
    done(yaodian, listed, "undo")
    assert len(shown(yaodian, listed, "schedule")) == 1


def test_a_schedule_that_asks_for_what_is_past_says_so(yaodian: Yaodian, listed: Path) -> None:
    out = done(yaodian, listed, "schedule", "--every", "季度", "--day", "15", "--shift", "1")
    assert "最早的是2021年第一季度；从以后某期报起，请加 --from。" in out
    out = done(yaodian, listed, "schedule", "季报", "--from", "2021Q4")
    assert "未报" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--day", "40"), "报送日要写几日"),
        (("--remove",), "请写明删除哪一个报送安排，如 月报。"),
        (("月报", "--remove", "--day", "3"), "--remove 只删除，请去掉别的选项。"),
        (("周报", "--day", "3"), "没有报送安排“周报”，清单还没有报送安排。"),
        (("--every", "旬"), "没有“旬”"),
        (("--day", "末"), "要写整数"),
    ],
)
def test_a_schedule_that_makes_no_sense_is_refused(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refused(yaodian, listed, "schedule", *words)


def test_a_dry_run_sets_nothing_up(yaodian: Yaodian, listed: Path) -> None:
    out = done(yaodian, listed, "schedule", "--every", "月", "--dry-run")
    assert "报送安排“月报”：（无） → 新增" in out
    assert shown(yaodian, listed, "schedule") == []
    done(yaodian, listed, "measure", "2", "--add", "众创孵化机构", "--dry-run")
    assert shown(yaodian, listed, "measure") == []
    done(yaodian, listed, "milestone", "2", "--add", "立项", "--dry-run")
    assert shown(yaodian, listed, "milestone") == []


def test_measures_are_proposed_and_taken_one_by_one(yaodian: Yaodian, listed: Path) -> None:
    proposed = shown(yaodian, listed, "measure", "--from-text")
    assert [(one["row"], one["target"], one["unit_of_measure"]) for one in proposed] == [
        ("2", "40", "家"),
        ("3.3", "100", "%"),
    ]
    assert shown(yaodian, listed, "measure") == [], "nothing is taken unasked"
    done(yaodian, listed, "measure", "--from-text", "--take", "1")
    (taken,) = shown(yaodian, listed, "measure")
    assert (taken["row"], taken["text"], taken["sense_word"]) == ("2", proposed[0]["text"], "至少")
    assert [one["row"] for one in shown(yaodian, listed, "measure", "--from-text")] == ["3.3"]
    done(yaodian, listed, "measure", "--take", "all")
    assert "没有可以采用的数" in done(yaodian, listed, "measure", "--from-text")
    assert "没有可以采用的数" in refused(yaodian, listed, "measure", "--take", "1")


def test_a_measure_is_added_changed_and_removed(yaodian: Yaodian, listed: Path) -> None:
    done(yaodian, listed, "measure", "1", "--add", "试点单位", "--target", "3", "--unit", "家")
    done(yaodian, listed, "measure", "1", "--measure", "试点", "--sense", "至多", "--target", "1,200")
    (measure,) = shown(yaodian, listed, "measure", "1")
    assert (measure["target"], measure["sense"], measure["unit_of_measure"]) == ("1200", "at_most", "家")
    done(yaodian, listed, "measure", "1", "--measure", "1", "--rename", "试点高校")
    assert "试点高校至多1200家" in done(yaodian, listed, "measure")
    done(yaodian, listed, "measure", "1", "--measure", "1", "--remove")
    assert "还没有指标" in done(yaodian, listed, "measure")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2", "--target", "40"), "请用 --measure 写明改哪个指标，或用 --add 新增。"),
        (("2", "--measure", "1", "--target", "40"), "这一行还没有指标，请用 --add 新增。"),
        (("1-2", "--add", "甲"), "一次只改一行，请写明哪一行。"),
        (("--add", "甲"), "请写明哪几行，如 3.2 或 3.1-3.3。"),
        (("2", "--add", "甲", "--target", "四十"), "目标值要写数字"),
        (("2", "--add", "甲", "--measure", "1"), "--add、--measure、--from-text 只能用一个。"),
        (("--take", "3"), "--take 的序号超出范围，共有 2 个可作指标的数。"),
    ],
)
def test_a_measure_that_makes_no_sense_is_refused(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refused(yaodian, listed, "measure", *words)


def test_milestones_are_added_changed_and_removed(yaodian: Yaodian, listed: Path) -> None:
    done(yaodian, listed, "milestone", "2", "--add", "完成立项", "--by", "3月底前")
    done(yaodian, listed, "milestone", "2", "--add", "建成平台")
    done(yaodian, listed, "milestone", "2", "--milestone", "建成", "--by", "10-31")
    found = shown(yaodian, listed, "milestone")
    assert [(one["text"], one["due_on"]) for one in found] == [
        ("完成立项", "2021-03-31"),
        ("建成平台", "2021-10-31"),
    ]
    assert shown(yaodian, listed, "due", "--on", "2021-06-30")[1]["plan"] == "50.0"
    done(yaodian, listed, "milestone", "2", "--milestone", "1", "--remove")
    assert [one["text"] for one in shown(yaodian, listed, "milestone", "2")] == ["建成平台"]
    assert "不是一个日子" in refused(yaodian, listed, "milestone", "2", "--add", "甲", "--by", "适时")
    assert "请用 --milestone" in refused(yaodian, listed, "milestone", "2", "--by", "10-31")


def test_days_off_move_what_falls_due_on_them(yaodian: Yaodian, listed: Path) -> None:
    assert "请先设报送安排" in refused(yaodian, listed, "schedule", "--holidays", "10月1日至7日")
    done(yaodian, listed, "schedule", "--every", "月", "--day", "31", "--from", "2021-10")
    assert shown(yaodian, listed, "schedule")[0]["next_due"] == "2021-10-31"  # A Sunday.
    done(yaodian, listed, "schedule", "--holidays", "10月1日至7日")
    (view,) = shown(yaodian, listed, "schedule")
    assert (view["next_due"], len(view["holidays"])) == ("2021-11-01", 7)
    done(yaodian, listed, "schedule", "--workdays", "10-31")
    assert shown(yaodian, listed, "schedule")[0]["next_due"] == "2021-10-31"
    assert "单独设" in refused(yaodian, listed, "schedule", "月报", "--holidays", "")
    assert "不是日期" in refused(yaodian, listed, "schedule", "--holidays", "国庆")
    done(yaodian, listed, "schedule", "--holidays", "")
    assert shown(yaodian, listed, "schedule")[0]["holidays"] == []
    done(yaodian, listed, "undo")
    assert len(shown(yaodian, listed, "schedule")[0]["workdays"]) == 1
