"""`conflicts` and `decide`: what two desks gave different values, and how it is decided."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from store.acts.rows import delete_rows
from store.file.task_file import TaskFile
from tests.tui.command_line.test_exchange import Desk, exported, li, stick, wang

__all__ = ["li", "stick", "wang"]


@pytest.fixture
def parted(li: Desk, wang: Desk, stick: Path) -> tuple[Desk, Desk]:
    """Two desks that hold the same changes, with two conflicts: 3.2's lead and its remark."""
    li.said("assign", "3.2", "--lead", "平台处", "--basis", "局办公会纪要")
    li.said("set", "3.2", "--remark", "已发函")
    wang.said("assign", "3.2", "--lead", "成果处", today="2026-10-22")
    wang.said("set", "3.2", "--remark", "已回复", today="2026-10-22")
    files = exported(li, stick), exported(wang, stick)
    wang.said("exchange", "in", files[0], today="2026-10-23")
    li.said("exchange", "in", files[1], today="2026-10-23")
    return li, wang


def conflicts(desk: Desk) -> Any:
    return json.loads(desk.said("conflicts", "--json"))


def row(desk: Desk) -> Any:
    return next(one for one in desk.shown("tasks") if one["row"] == "3.2")


def test_without_any_it_says_so(li: Desk) -> None:
    assert li.said("conflicts") == "没有不一致。\n"
    assert li.refused("decide", "3.2", "--take", "甲") == "没有要定夺的不一致。"


def test_each_side_is_shown_with_who_when_and_why(parted: tuple[Desk, Desk]) -> None:
    li, wang = parted
    assert li.said("conflicts") == wang.said("conflicts")
    assert li.said("conflicts").splitlines() == [
        "1  3.2 牵头单位",
        "   原  法制处；分管领导 徐涛",
        "   甲  成果处；分管领导 胡军  王芳 PC-05 10-22 09:00  （现在显示）",
        "   乙  平台处；分管领导 刘红  李明 PC-03 10-21 09:00 局办公会纪要",
        "2  3.2 备注",
        "   甲  已回复  王芳 PC-05 10-22 09:00  （现在显示）",
        "   乙  已发函  李明 PC-03 10-21 09:00",
    ]
    first, second = conflicts(li)
    assert (first["row"], first["fields"][0], [side["side"] for side in first["sides"]]) == (
        "3.2",
        "lead_units",
        ["甲", "乙"],
    )
    assert [side["says"] for side in second["sides"]] == ["已回复", "已发函"]


@pytest.mark.parametrize("who", ["李明", "PC-03", "乙", "李明 PC-03"])
def test_a_side_is_taken_by_who_wanted_it(parted: tuple[Desk, Desk], who: str) -> None:
    li, _ = parted
    said = li.said("decide", "3.2", "--field", "lead", "--take", who, "--basis", "局长批示")
    assert "定夺：3.2 牵头单位" in said and "还有 1 处不一致没有定夺。" in said
    assert (row(li)["lead_units"], row(li)["lead_leaders"]) == (["平台处"], ["刘红"])
    assert [one["about"] for one in conflicts(li)] == ["3.2 备注"]
    assert li.shown("history")[-1]["basis"] == "局长批示"


def test_a_decision_is_one_at_the_other_desk_too(parted: tuple[Desk, Desk], stick: Path) -> None:
    li, wang = parted
    li.said("decide", "--all", "--take", "李明")
    assert li.said("conflicts") == "没有不一致。\n"
    wang.said("exchange", "in", exported(li, stick))
    assert wang.said("conflicts") == "没有不一致。\n"
    assert row(wang) == row(li)
    assert row(li)["remark"] == "已发函"


def test_two_desks_that_decide_alike_have_no_conflict_and_otherwise_a_new_one(
    parted: tuple[Desk, Desk], stick: Path
) -> None:
    li, wang = parted
    li.said("decide", "3.2", "--field", "lead", "--take", "李明")
    wang.said("decide", "3.2", "--field", "lead", "--take", "李明")
    li.said("decide", "3.2", "--take", "王芳")
    wang.said("decide", "3.2", "--value", "已销号")
    files = exported(li, stick), exported(wang, stick)
    wang.said("exchange", "in", files[0])
    li.said("exchange", "in", files[1])
    (left,) = conflicts(li)
    assert conflicts(wang) == [left]
    assert {side["says"] for side in left["sides"]} == {"已回复", "已销号"}


def test_the_side_that_is_shown_can_be_taken(parted: tuple[Desk, Desk]) -> None:
    li, _ = parted
    li.said("decide", "3.2", "--field", "备注", "--take", "甲")
    assert (row(li)["remark"], len(conflicts(li))) == ("已回复", 1)


def test_another_value_is_given_and_the_leader_follows(parted: tuple[Desk, Desk]) -> None:
    li, _ = parted
    li.said("decide", "3.2", "--field", "lead", "--value", "合作处")
    assert (row(li)["lead_units"], row(li)["lead_leaders"]) == (["合作处"], ["王振旭"])
    li.said("decide", "3.2", "--value", "另有安排")
    assert (row(li)["remark"], conflicts(li)) == ("另有安排", [])


def test_looking_changes_nothing(parted: tuple[Desk, Desk]) -> None:
    li, _ = parted
    before = li.path.read_bytes()
    said = li.said("decide", "--all", "--take", "李明", "--dry-run")
    assert said.splitlines() == ["3.2 牵头单位：平台处；分管领导 刘红", "3.2 备注：已发函"]
    assert li.path.read_bytes() == before


def test_what_is_not_clear_is_refused(parted: tuple[Desk, Desk]) -> None:
    li, _ = parted
    assert "有几处不一致：3.2 牵头单位、3.2 备注。" in li.refused("decide", "3.2", "--take", "李明")
    assert "看不出“赵六”是哪一方" in li.refused("decide", "--number", "1", "--take", "赵六")
    assert "没有这样的不一致" in li.refused("decide", "1", "--take", "李明")
    assert "没有第 9 处" in li.refused("decide", "--number", "9", "--take", "甲")
    assert "请写明是哪一行" in li.refused("decide", "--take", "甲")
    assert "只能写一个" in li.refused("decide", "3.2", "--take", "甲", "--value", "x")
    assert "一次只定夺一处" in li.refused("decide", "--all", "--value", "x")


def test_nothing_else_writes_what_is_not_decided(parted: tuple[Desk, Desk]) -> None:
    li, _ = parted
    assert li.refused("set", "3.2", "--remark", "别的") == "3.2 备注有不一致未定夺，请先定夺。"


@pytest.mark.parametrize("who", ["王芳", "李明"])
def test_a_row_that_one_took_out_and_the_other_edited_is_kept_or_taken_out(
    li: Desk, wang: Desk, stick: Path, who: str
) -> None:
    before = wang.shown("tasks")
    li.said("conflicts")
    with TaskFile.open(li.path, by="李明") as file:
        deletion = delete_rows(file.tasks, [file.tasks.task_keys[0]])
        file.commit(replace(deletion, at="2026-10-20T09:00:00+08:00"))
    wang.said("set", "1", "--remark", "已发函")
    wang.said("exchange", "in", exported(li, stick))
    item, row = conflicts(wang)
    assert {side["says"] for side in item["sides"]} == {"去掉", "保留（一方仍在使用）"}
    assert {side["says"] for side in row["sides"]} == {"去掉", "保留（一方修改）"}
    assert [item["what"], row["what"]] == ["一方删除，一方仍在使用", "一方删除，一方修改"]
    for words in (("show", "tasks"), ("show", "unit", "成果处"), ("check", "--only", "C19")):
        said = wang.said(*words)
        assert "还有 2 处未定夺" in said
        assert "1 一方删除，一方修改，未定夺" in said
        assert "一方删除，一方仍在使用，未定夺" in said
    assert "仍在使用，不能去掉" in wang.refused("decide", "--number", "1", "--take", "李明")
    wang.said("decide", "--all", "--take", who)
    assert conflicts(wang) == []
    left = [{**before[0], "remark": "已发函"}] if who == "王芳" else []
    assert [one["text"] for one in wang.shown("tasks")] == [one["text"] for one in (*left, *before[1:])]
