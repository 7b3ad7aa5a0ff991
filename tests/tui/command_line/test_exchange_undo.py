"""`exchange undo`: what came in one batch is taken back by one change, previewed."""

import json
from pathlib import Path

from tests.tui.command_line.test_exchange import Desk, exported, li, stick, wang

__all__ = ["li", "stick", "wang"]


def test_a_batch_is_previewed_and_taken_back(li: Desk, wang: Desk, stick: Path) -> None:
    li.said("set", "2", "--remark", "已发函")
    li.said("set", "3.1", "--remark", "已回复")
    wang.said("exchange", "in", exported(li, stick))
    wang.said("set", "3.1", "--remark", "另行答复")
    before = wang.path.read_bytes()
    dry = wang.said("exchange", "undo", "--dry-run").splitlines()
    assert wang.path.read_bytes() == before
    assert dry[0] == "将撤销：10-21 09:00 由“李明 · PC-03 · 清单.json”并入：李明 2 次"
    assert dry[1:3] == ["  第 2 行的备注：已发函 → （空）", "3.1 备注后来又改过，本次未改"]
    done = wang.said("exchange", "undo").splitlines()
    assert done == ["撤销并入的 2 次变更（李明）（已保存到 清单-副本.json）", "3.1 备注后来又改过，本次未改"]
    remarks = {row["remark"] for row in wang.shown("tasks")}
    assert "另行答复" in remarks
    assert "已发函" not in remarks
    wang.said("undo")
    assert "已发函" in {row["remark"] for row in wang.shown("tasks")}


def test_a_batch_and_a_person_are_chosen(li: Desk, wang: Desk, stick: Path) -> None:
    assert "没有并入过别处的变更" in wang.refused("exchange", "undo")
    li.said("set", "2", "--remark", "已发函")
    wang.said("exchange", "in", exported(li, stick))
    li.said("set", "3.1", "--remark", "已回复")
    wang.said("exchange", "in", exported(li, stick, "--all"), today="2026-10-22")
    assert wang.refused("exchange", "undo", "--by", "赵敏") == "这批里没有赵敏的变更，有的是：李明。"
    assert "共有 2 批" in wang.refused("exchange", "undo", "--batch", "3")
    assert "一次只写一批" in wang.refused("exchange", "undo", "--batch", "1-2")
    told = json.loads(wang.said("exchange", "undo", "--batch", "2", "--by", "李明", "--json"))
    assert (told["by"], told["left_out"]) == ({"李明": 1}, [])
    assert told["changes"] == [{"where": "第 2 行的备注", "before": "已发函", "after": "（空）"}]
    remarks = {row["remark"] for row in wang.shown("tasks")}
    assert "已回复" in remarks
    assert "已发函" not in remarks


def test_the_history_says_what_came_from_where(li: Desk, wang: Desk, stick: Path) -> None:
    li.said("set", "2", "--remark", "已发函")
    wang.said("set", "3.1", "--remark", "已回复", today="2026-10-20")
    wang.said("exchange", "in", exported(li, stick), today="2026-10-22")
    lines = [line for line in wang.said("show", "history").splitlines() if line.startswith("2026-10")]
    assert lines[-1].endswith("  10-22 09:00 由“李明 · PC-03 · 清单.json”并入")
    assert "李明@PC-03" in lines[-1]
    assert "王芳@PC-05" in lines[-2]
    assert "并入" not in lines[-2]
    made = exported(wang, stick)
    li.said("exchange", "in", made)
    assert [change["id"] for change in li.shown("history")] == [
        change["id"] for change in wang.shown("history")
    ]
