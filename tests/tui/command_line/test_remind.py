"""`remind`, `answer`, `reminders`: reminders go out, are answered, and stand in a register."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.follow_up import FollowUp
from tests.tui.command_line.conftest import Yaodian

DAY = "2021-10-28"
SENT = ("remind", "--unit", "平台处", "--rows", "2", "--answer-by", "11-5")


def register(yaodian: Yaodian, listed: Path, *more: str) -> list[dict[str, Any]]:
    code, out, err = yaodian("reminders", "--json", *more, "-f", listed, today=DAY)
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_a_reminder_goes_out_and_its_answer_comes_back(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--due", "2021-10-01", "-f", listed)
    code, out, err = yaodian(*SENT, "--require", "请报送进展。", "-f", listed, today=DAY)
    assert (code, err) == (0, "")
    assert out == "催办〔2021〕1号：平台处，第 2 行（已保存到 示例.json）\n"
    (slip,) = register(yaodian, listed)
    assert (slip["unit"], slip["rows"], slip["level"]) == ("创新平台处", ["2"], "红")
    assert (slip["sent_on"], slip["answer_by"]) == (DAY, "2021-11-05")
    assert (slip["why"], slip["require"]) == ("逾期 1 项", "请报送进展。")
    assert slip["standing"] == "待回复"
    (late,) = register(yaodian, listed, "--on", "2021-11-06")
    assert late["standing"] == "到期未回"
    answer = ("answer", "催办[2021]1号", "--text", "已认定 3 家。", "--signed", "刘红")
    code, out, _ = yaodian(*answer, "--on", "11-4", "-f", listed, today="2021-11-05")
    assert (code, out) == (0, "催办〔2021〕1号：平台处已回复（已保存到 示例.json）\n")
    (slip,) = register(yaodian, listed, "--on", "2021-11-06")
    assert (slip["answered_on"], slip["answer"], slip["answered_by"]) == (
        "2021-11-04",
        "已认定 3 家。",
        "刘红",
    )
    assert slip["standing"] == "已回复"
    for _ in range(2):
        yaodian("undo", "-f", listed)
    assert register(yaodian, listed) == []


def test_the_register_is_a_table(yaodian: Yaodian, listed: Path) -> None:
    code, _, err = yaodian("reminders", "-f", listed)
    assert (code, err) == (1, "还没有催办过；发催办单用 yaodian remind。\n")
    yaodian(*SENT, "-f", listed, today=DAY)
    _, out, _ = yaodian("reminders", "-f", listed, today=DAY)
    head, line = out.splitlines()
    assert head.split() == ["文号", "级别", "单位", "行", "发出", "回复期限", "回复", "现状"]
    assert "催办〔2021〕1号" in line and line.endswith("待回复")


def test_by_telephone_says_with_whom(yaodian: Yaodian, listed: Path) -> None:
    yaodian(*SENT, "--kind", "电话", "--phone-with", "王敏", "-f", listed, today=DAY)
    (slip,) = register(yaodian, listed)
    assert (slip["number"], slip["phone_with"]) == ("电话〔2021〕1号", "王敏")
    code, _, err = yaodian(*SENT, "--phone-with", "王敏", "-f", listed)
    assert (code, err) == (1, "--phone-with 只用于电话催办，请加 --kind 电话，或去掉它。\n")


def test_a_dry_run_sends_nothing(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian(*SENT, "--dry-run", "-f", listed, today=DAY)
    assert code == 0 and out.startswith("催办〔2021〕1号：平台处，第 2 行")
    assert register(yaodian, listed) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--unit", "平台处", "--rows", "9.9"), "没有第 9.9 行"),
        (("--unit", "没有处", "--rows", "2"), "清单里没有单位“没有处”"),
        (("--unit", "平台处", "--rows", "3.1"), "平台处不在第 3.1 行的牵头、责任单位里"),
        (("--unit", "平台处", "--rows", "2", "--answer-by", "10-1"), "早于发出日期"),
        (("--unit", "平台处", "--rows", "2", "--answer-by", "下周"), "不是日期"),
    ],
)
def test_what_cannot_go_out_is_refused(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], said: str
) -> None:
    code, out, err = yaodian("remind", *words, "-f", listed, today=DAY)
    assert (code, out) == (1, "") and said in err


def test_two_of_one_number_are_put_right(yaodian: Yaodian, listed: Path) -> None:
    yaodian(*SENT, "-f", listed, today=DAY)
    with TaskFile.open(listed) as file:
        (made,) = file.tasks.all_of(FollowUp)
        other = FollowUp("other", made.number, unit=made.unit, tasks=made.tasks, sent_on="2021-10-29")
        file.commit(Change("并入的催办", (created(other),)))
    code, _, err = yaodian("answer", "催办〔2021〕1号", "-f", listed, today=DAY)
    assert code == 1 and "有 2 份都是催办〔2021〕1号" in err
    code, out, _ = yaodian("reminders", "--renumber", "-f", listed)
    assert code == 0
    assert out.startswith("更正文号：催办〔2021〕1号（平台处）改为催办〔2021〕2号")
    numbers = [(slip["number"], slip["number_before"]) for slip in register(yaodian, listed)]
    assert numbers == [("催办〔2021〕1号", ""), ("催办〔2021〕2号", "催办〔2021〕1号")]
    _, out, _ = yaodian("reminders", "--renumber", "-f", listed)
    assert out == "没有变化。\n"
