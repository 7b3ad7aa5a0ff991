"""`adopt`: what another program wrote into a list is shown, taken over as one change, or set aside."""

import json
from pathlib import Path

from tinydb import TinyDB

from tests.tui.command_line.conftest import Yaodian


def edited(path: Path, remark: object) -> None:
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as db:
        db.table("tasks").update({"remark": remark}, doc_ids=[2])


def test_it_is_said_by_every_command_until_it_is_taken_over(yaodian: Yaodian, listed: Path) -> None:
    edited(listed, "手工写的")
    for words in (("show", "units"), ("set", "1", "--remark", "甲"), ("show", "units")):
        code, _, err = yaodian(*words, "-f", listed)
        assert code == 0 and "yaodian adopt" in err
    before = listed.read_bytes()
    code, out, _ = yaodian("adopt", "--dry-run", "-f", listed)
    assert (code, listed.read_bytes()) == (0, before)
    assert out.splitlines() == ["外部修改：共 1 处", "第 2 行的备注：（空） → 手工写的"]
    code, out, _ = yaodian("adopt", "--basis", "手工更正", "-f", listed)
    assert code == 0 and "外部修改（已保存到 示例.json）" in out
    assert yaodian("show", "units", "-f", listed)[2] == ""
    code, out, _ = yaodian("verify", listed)
    assert code == 0 and "完整" in out
    assert yaodian("adopt", "-f", listed) == (0, "没有外部修改。\n", "")


def test_it_is_set_aside_with_a_copy(yaodian: Yaodian, listed: Path) -> None:
    edited(listed, "手工写的")
    foreign = listed.read_bytes()
    code, out, _ = yaodian("adopt", "--drop", "-f", listed)
    assert code == 0 and "原文件另存为" in out
    kept = out.partition("另存为“")[2].partition("”")[0]
    assert (listed.parent / kept).read_bytes() == foreign
    assert yaodian("verify", listed)[0] == 0
    assert "手工写的" not in yaodian("show", "tasks", "-f", listed)[1]


def test_it_is_told_as_json(yaodian: Yaodian, listed: Path) -> None:
    edited(listed, "手工写的")
    code, out, _ = yaodian("adopt", "--dry-run", "--json", "-f", listed)
    assert code == 0
    assert json.loads(out) == [{"where": "第 2 行的备注", "before": "（空）", "after": "手工写的"}]
    yaodian("adopt", "--json", "-f", listed)
    assert yaodian("adopt", "--json", "-f", listed)[:2] == (0, "[]\n")


def test_a_wrong_record_is_looked_at_and_mended(yaodian: Yaodian, listed: Path) -> None:
    edited(listed, 7)
    code, out, err = yaodian("show", "tasks", "-f", listed)
    assert code == 0 and out and "第 2 行的备注" in err and "现在只能查看" in err
    code, _, err = yaodian("set", "1", "--remark", "甲", "-f", listed)
    assert code == 1 and "第 2 行的备注" in err
    code, out, _ = yaodian("repair", listed)
    assert code == 0 and "没有采用：第 2 行的备注" in out
    assert yaodian("adopt", "-f", listed)[0] == 0
    assert yaodian("set", "1", "--remark", "甲", "-f", listed)[0] == 0


def test_two_ways_at_once_are_refused(yaodian: Yaodian, listed: Path) -> None:
    code, _, err = yaodian("adopt", "--dry-run", "--drop", "-f", listed)
    assert code == 1 and "不能一起写" in err
