"""`report`, `send-back` and `reports`: what units report, and what they owe."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

TODAY = "2021-10-26"


@pytest.fixture
def asked(yaodian: Yaodian, listed: Path) -> Path:
    """The sample list with a monthly report from September on, due on the 25th."""
    words = ("schedule", "--every", "月", "--day", "25", "--from", "2021-09", "-f", listed)
    assert yaodian(*words, today=TODAY)[0] == 0
    return listed


def report(yaodian: Yaodian, path: Path, *words: str, today: str = TODAY) -> str:
    code, out, err = yaodian("report", *words, "--period", "2021-10", "-f", path, today=today)
    assert (code, err) == (0, "")
    return out


def refused(yaodian: Yaodian, path: Path, *words: str) -> str:
    code, out, err = yaodian(*words, "-f", path, today=TODAY)
    assert (code != 0, out) == (True, "")
    return err.strip()


def reports(yaodian: Yaodian, path: Path, *words: str, today: str = TODAY) -> list[dict[str, Any]]:
    code, out, err = yaodian("reports", *words, "--json", "-f", path, today=today)
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)["reports"]
    return found


def october(yaodian: Yaodian, path: Path, row: str, today: str = TODAY) -> dict[str, Any]:
    (line,) = reports(yaodian, path, row, "--period", "2021年10月", today=today)
    return line


def test_a_report_counts_by_the_day_it_came(yaodian: Yaodian, asked: Path) -> None:
    out = report(yaodian, asked, "2", "--unit", "平台处", "--done", "新认定3家。", "--received", "10-24")
    assert out.splitlines() == [
        f"第 2 行2021年10月进展：平台处（已保存到 {asked.name}）",
        "应报 2021-10-25，按时。",
    ]
    line = october(yaodian, asked, "2")
    assert (line["word"], line["due_on"], line["report"]["done"]) == ("in_time", "2021-10-25", "新认定3家。")
    out = report(yaodian, asked, "1", "--unit", "成果处", "--done", "推进")
    assert out.splitlines()[-1] == "应报 2021-10-25，迟报 1 天。"


def test_what_is_said_later_adds_to_it(yaodian: Yaodian, asked: Path) -> None:
    report(yaodian, asked, "2", "--unit", "平台处", "--done", "推进", "--received", "10-24")
    report(
        yaodian, asked, "2", "--unit", "平台处", "--problem", "用地", "--word", "需协调", "--signed", "刘红"
    )
    said = october(yaodian, asked, "2")["report"]
    assert (said["done"], said["problem"], said["state"], said["signed_by"]) == (
        "推进",
        "用地",
        "needs_help",
        "刘红",
    )
    assert said["received_on"] == "2021-10-24"
    yaodian("undo", "-f", asked)
    assert october(yaodian, asked, "2")["report"]["problem"] == ""


def test_several_rows_get_one_text_in_one_change(yaodian: Yaodian, asked: Path) -> None:
    report(yaodian, asked, "3.1-3.2,3.3", "--unit", "法制处", "--done", "推进", "--phone-with", "王敏")
    found = reports(yaodian, asked, "3.1-3.3", "--period", "2021-10", "--unit", "法制处")
    assert [line["report"]["done"] for line in found] == ["推进"] * 3
    assert {(one["report"]["source"], one["report"]["reporter"]) for one in found} == {("电话", "王敏")}
    yaodian("undo", "-f", asked)
    assert {line["report"] for line in reports(yaodian, asked, "3.1-3.3", "--period", "2021-10")} == {None}


def test_a_value_is_of_a_measure(yaodian: Yaodian, asked: Path) -> None:
    said = refused(yaodian, asked, *_report("2", "--value", "18"))
    assert said == "2 还没有指标，请先用 yaodian measure 设指标。"
    yaodian("measure", "2", "--add", "众创孵化机构", "--target", "40", "--unit", "家", "-f", asked)
    report(yaodian, asked, "2", "--unit", "平台处", "--value", "18")
    yaodian("measure", "2", "--add", "科技园区", "--target", "2", "--unit", "个", "-f", asked)
    assert "请写明是哪一个，如 众创孵化机构=18。" in refused(yaodian, asked, *_report("2", "--value", "19"))
    report(yaodian, asked, "2", "--unit", "平台处", "--value", "园区＝1，众创=20")
    values = {one["measure"]: one["value"] for one in october(yaodian, asked, "2")["report"]["values"]}
    assert values == {"众创孵化机构": "20", "科技园区": "1"}
    assert "要写数字" in refused(yaodian, asked, *_report("2", "--value", "园区=两个"))


def _report(rows: str, *words: str) -> tuple[str, ...]:
    return ("report", rows, "--unit", "平台处", "--period", "2021-10", *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (_report("3.2", "--done", "推进"), "平台处不在 3.2 的责任单位里，请核对单位，或先改责任。"),
        (_report("1-2", "--value", "18"), "--value 一次只用于一行，请分行登记完成值。"),
        (_report("2", "--reporter", "甲", "--phone-with", "乙"), "--reporter 和 --phone-with 只能写一个。"),
        (_report("2", "--received", "2021-11-01"), "2021-11-01"),
        (_report("9", "--done", "推进"), "9"),
        (_report("2"), "缺少“--done"),
        (("report", "2", "--unit", "平台处", "--period", "十月", "--done", "x"), "“十月”不是报送期"),
        (("report", "2", "--unit", "没有处", "--period", "2021-10", "--done", "x"), "清单里没有单位"),
    ],
)
def test_what_cannot_be_put_down_is_refused(
    yaodian: Yaodian, asked: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refused(yaodian, asked, *words)
    assert all(line["report"] is None for line in reports(yaodian, asked))


def test_a_period_that_nobody_asks_for_is_taken_and_said(yaodian: Yaodian, asked: Path) -> None:
    words = ("report", "2", "--unit", "平台处", "--period", "2021Q3", "--done", "推进", "-f", asked)
    _, out, _ = yaodian(*words, today=TODAY)
    assert "没有按季度的报送安排，或这一期不在其中，不计应报。" in out
    last = reports(yaodian, asked, "2")[-1]
    assert (last["period"], last["word"], last["word_text"]) == ("2021Q3", None, "不计应报")


def test_a_dry_run_puts_nothing_down(yaodian: Yaodian, asked: Path) -> None:
    out = report(yaodian, asked, "2", "--unit", "平台处", "--done", "推进", "--dry-run")
    assert out.splitlines() == [
        "第 2 行2021年10月进展：平台处",
        "第 2 行平台处 2021-10 的进展：（无） → 推进",
        "应报 2021-10-25，迟报 1 天。",
    ]
    assert october(yaodian, asked, "2")["report"] is None
    out = report(yaodian, asked, "2", "--unit", "平台处", "--done", "推进", "--dry-run", "--json")
    assert json.loads(out)["title"] == "第 2 行2021年10月进展：平台处"


def test_a_report_is_sent_back_and_comes_again(yaodian: Yaodian, asked: Path) -> None:
    back = ("send-back", "2", "--unit", "平台处", "--period", "2021-10", "--reason", "没有写完成数")
    assert refused(yaodian, asked, *back) == "2 平台处还没有报2021年10月的进展，不能退回。"
    report(yaodian, asked, "2", "--unit", "平台处", "--done", "推进", "--received", "10-24")
    code, _, err = yaodian(*back, "-f", asked, today=TODAY)
    assert (code, err) == (0, "")
    assert october(yaodian, asked, "2")["word"] == "returned"
    report(yaodian, asked, "2", "--unit", "平台处", "--done", "新认定3家", today="2021-10-28")
    line = october(yaodian, asked, "2", today="2021-10-28")
    assert (line["word"], line["report"]["returned_why"]) == ("in_time", "")
    for _ in range(3):
        yaodian("undo", "-f", asked)
    assert october(yaodian, asked, "2")["report"] is None


def test_reports_say_who_has_reported_and_who_has_not(yaodian: Yaodian, asked: Path) -> None:
    report(yaodian, asked, "2", "--unit", "平台处", "--done", "推进", "--received", "10-24")
    code, out, err = yaodian("reports", "--period", "2021-10", "-f", asked, today=TODAY)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].split() == ["行", "单位", "报送期", "应报日", "情况", "收到", "进展"]
    assert lines[1].split() == ["1", "成果处", "2021-10", "2021-10-25", "未报", "1", "天", "—"]
    assert lines[2].split() == ["2", "平台处", "2021-10", "2021-10-25", "按时", "2021-10-24", "推进"]
    assert lines[-2:] == ["应报 9：按时 1，未报 8。", "统称未明，不计应报：6 相关处室及单位。"]


def test_reports_of_a_list_that_asks_for_none(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("reports", "-f", listed)
    assert (code, out) == (0, "没有应报的进展，也没有报来的。报送安排用 yaodian schedule 设定。\n")


def test_what_was_owed_is_owed_by_who_stood_there_then(yaodian: Yaodian, asked: Path) -> None:
    words = ("assign", "2", "--lead", "成果处", "--only-here", "--effective-on", "2021-10-01", "-f", asked)
    code, _, err = yaodian(*words, today=TODAY)
    assert (code, err) == (0, "")
    found = [(line["period"], line["unit"]) for line in reports(yaodian, asked, "2")]
    assert found == [("2021-09", "平台处"), ("2021-10", "成果处")]
    late = ("report", "2", "--unit", "平台处", "--period", "2021-09", "--done", "推进", "-f", asked)
    assert yaodian(*late, today=TODAY)[0] == 0
    assert "平台处不在 2 的责任单位里" in refused(yaodian, asked, *_report("2", "--done", "推进"))
