"""`close`, `reopen`, `defer`, `alter`, `suspend`, `resume`, `cancel`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

TODAY = "2021-11-25"
APPROVED = ("--approved-by", "徐涛", "--approved-on", "11-20")


def state(yaodian: Yaodian, listed: Path, row: str, on: str = TODAY) -> Any:
    """What `due` says of a row on a day."""
    _, out, _ = yaodian("due", "--on", on, "--json", "-f", listed)
    return next(line for line in json.loads(out) if line["row"] == row)


def test_a_row_is_closed_and_opened_again_and_each_is_undone_in_one(yaodian: Yaodian, listed: Path) -> None:
    words = ("close", "3.2", "--result", "已办结", "--evidence", "报告,照片", *APPROVED)
    code, _, err = yaodian(*words, "-f", listed, today=TODAY)
    assert code == 1 and err == "法制处还没有报“已完成”，不能销号；确要销号请写明依据。\n"
    code, out, _ = yaodian(*words, "--basis", "局办公会纪要", "-f", listed, today=TODAY)
    assert (code, out) == (0, "第 3.2 行销号（徐涛批准）（已保存到 示例.json）\n")
    assert state(yaodian, listed, "3.2")["state_word"] == "已销号"
    code, _, err = yaodian("set", "3.2", "--due", "2021-12-31", "-f", listed, today=TODAY)
    assert code == 1 and err == "3.2 已于 2021-11-20 销号（徐涛批准），要改请先恢复。\n"
    code, out, _ = yaodian("reopen", "3.2", "--reason", "验收未通过", "-f", listed, today=TODAY)
    assert code == 0 and out.startswith("第 3.2 行恢复（")
    assert state(yaodian, listed, "3.2")["state"] == "no_deadline"
    yaodian("undo", "-f", listed, today=TODAY)
    assert state(yaodian, listed, "3.2")["state"] == "closed"
    yaodian("undo", "-f", listed, today=TODAY)
    assert state(yaodian, listed, "3.2")["state"] == "no_deadline"


def test_without_an_approver_it_waits_and_what_is_missing_is_named(yaodian: Yaodian, listed: Path) -> None:
    code, _, err = yaodian("close", "2", "-f", listed, today=TODAY)
    assert code == 1 and err == "销号要写完成情况、批准人和批准日期，缺：完成情况、批准人、批准日期。\n"
    code, out, _ = yaodian("close", "2", "--result", "已新增", "-f", listed, today=TODAY)
    assert code == 0 and "第 2 行申请销号" in out
    assert state(yaodian, listed, "2")["state_word"] == "待销号"
    code, out, _ = yaodian("reopen", "2", "--reason", "材料不全", "-f", listed, today=TODAY)
    assert code == 0 and "退回销号申请" in out


def test_several_rows_are_one_change_and_a_dry_run_changes_nothing(yaodian: Yaodian, listed: Path) -> None:
    words = ("close", "2,3.1-3.2", "--result", "已办结", *APPROVED, "--basis", "纪要", "-f", listed)
    before = listed.read_bytes()
    code, out, _ = yaodian(*words, "--dry-run", today=TODAY)
    assert code == 0 and "第 3.1 行的销号：（无） → 已办结" in out
    assert listed.read_bytes() == before
    code, out, _ = yaodian(*words, "--json", today=TODAY)
    assert (code, json.loads(out)["title"]) == (0, "第 2、3.1–3.2 行销号（徐涛批准）")
    _, out, _ = yaodian("due", "--only", "closed", "--on", TODAY, "--json", "-f", listed)
    assert [row["row"] for row in json.loads(out)] == ["2", "3.1", "3.2"]
    yaodian("undo", "-f", listed, today=TODAY)
    assert state(yaodian, listed, "3.1")["state"] == "no_deadline"


def test_a_deferral_asked_too_late_says_so_and_an_earlier_day_is_asked(
    yaodian: Yaodian, listed: Path
) -> None:
    yaodian("set", "2", "--due", "2021-11-22", "-f", listed, today=TODAY)
    code, _, err = yaodian("defer", "2", "--to", "11-10", "-f", listed, today=TODAY)
    assert (code, err) == (1, "新时限早于现时限，确定提前？确定请加 --earlier。\n")
    code, out, _ = yaodian("defer", "2", "--to", "12-31", "--approved-by", "徐涛", "-f", listed, today=TODAY)
    assert code == 0
    assert out.splitlines() == [
        "第 2 行延期至 2021-12-31（徐涛批准）（已保存到 示例.json）",
        "延期在到期之后提出，逾期 3 天照记。",
    ]
    assert state(yaodian, listed, "2")["due"] == "2021-12-31"
    code, out, _ = yaodian("defer", "2", "--to", "12-1", "--earlier", "--json", "-f", listed, today=TODAY)
    assert code == 0 and json.loads(out)["others"] == [
        "第 2 行的延期：2021-12-31 → 2021-12-01",
        "第 2 行的到期日：2021-12-31 → 2021-12-01",
    ]
    yaodian("undo", "-f", listed, today=TODAY)
    assert state(yaodian, listed, "2")["due"] == "2021-12-31"


def test_a_row_is_suspended_resumed_altered_and_cancelled(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--due", "2021-12-10", "-f", listed, today=TODAY)
    words = ("--reason", "政策调整", "--applies-from", "11-15", "-f", listed)
    assert yaodian("suspend", "2", *words, today=TODAY)[0] == 0
    assert state(yaodian, listed, "2")["state_word"] == "已中止"
    code, _, err = yaodian("resume", "2", "-f", listed, today=TODAY)
    assert code == 1
    assert err == "2 恢复要定新时限：原 2021-12-10，顺延为 2021-12-20；请写日期，或写顺延、不变。\n"
    assert yaodian("resume", "2", "--to", "顺延", "-f", listed, today=TODAY)[0] == 0
    assert state(yaodian, listed, "2")["due"] == "2021-12-20"
    code, out, _ = yaodian("alter", "2", "--reason", "目标改为30家", "-f", listed, today=TODAY)
    assert code == 0 and out.startswith("第 2 行变更（")
    assert yaodian("cancel", "2", "--reason", "并入", "-f", listed, today=TODAY)[0] == 0
    code, _, err = yaodian("assign", "2", "--lead", "成果处", "-f", listed, today=TODAY)
    assert (code, err) == (1, "2 已于 2021-11-25 取消，要改请先恢复。\n")
    assert yaodian("resume", "2", "--to", "2022-3-31", "-f", listed, today=TODAY)[0] == 0
    assert state(yaodian, listed, "2")["due"] == "2022-03-31"


@pytest.mark.parametrize(
    "words",
    [
        ("close", "9.9", "--result", "好"),
        ("defer", "2", "--to", "随便"),
        ("resume", "2", "--to", "随便"),
        ("close", "2", "--result", "好", "--approved-by", "徐涛", "--approved-on", "13-40"),
        ("reopen", "2"),
        ("defer", "2"),
    ],
)
def test_words_that_mean_nothing_change_nothing(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...]
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian(*words, "-f", listed, today=TODAY)
    assert code != 0 and err and not out
    assert listed.read_bytes() == before


def test_the_history_of_a_row_tells_what_was_done_to_its_course(yaodian: Yaodian, listed: Path) -> None:
    for rows in ("2", "3.2"):
        words = ("close", rows, "--result", "已办结", *APPROVED, "--basis", "纪要", "-f", listed)
        yaodian(*words, today=TODAY)
    yaodian("reopen", "3.2", "--reason", "验收未通过", "-f", listed, today=TODAY)
    _, out, _ = yaodian("show", "history", "--row", "3.2", "-f", listed)
    assert "第 3.2 行销号（徐涛批准）" in out and "第 3.2 行恢复" in out
    assert "第 3.2 行的销号：（无） → 已办结" in out
    assert "第 3.2 行的销号的恢复原因：（空） → 验收未通过" in out
    assert "第 2 行" not in out
