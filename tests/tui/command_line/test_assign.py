"""`assign`, `set`, `undo`, `redo`: the daily acts in words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

Shown = Callable[[str], Any]


@pytest.fixture
def rows(shown: Shown) -> Callable[[], dict[str, Any]]:
    return lambda: {row["row"]: row for row in shown("tasks")}


Rows = Callable[[], dict[str, Any]]


def test_the_leader_follows_and_the_answer_says_so(yaodian: Yaodian, listed: Path, rows: Rows) -> None:
    code, out, _ = yaodian("assign", "1", "--lead", "平台处", "-f", listed)
    assert code == 0
    assert "第 1 行牵头单位：成果处 → 平台处" in out and "刘红" in out
    assert rows()["1"]["lead_units"] == ["平台处"]
    assert rows()["1"]["lead_leaders"] == ["刘红"]


def test_an_open_unit_is_named_and_the_leaders_stay(yaodian: Yaodian, listed: Path, rows: Rows) -> None:
    code, out, _ = yaodian("assign", "1", "--lead", "企业中心,平台处", "-f", listed)
    assert code == 0
    assert "企业中心的分管领导未定" in out
    assert rows()["1"]["lead_units"] == ["企业中心", "平台处"]
    assert rows()["1"]["lead_leaders"] == ["胡军"]
    assert rows()["1"]["doubts"][0]["side"] == "lead"


def test_one_row_of_the_joined_cell_changes_alone_and_comes_back(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    def cells() -> int:
        yaodian("print", "--format", "text", "-o", tmp_path / "a.txt", "-f", listed)
        return (tmp_path / "a.txt").read_text("utf-8").count("法制处")

    assert cells() == 3
    yaodian("assign", "3.2", "--lead", "平台处", "-f", listed)
    assert cells() == 4
    assert yaodian("undo", "-f", listed)[0] == 0
    assert cells() == 3
    assert yaodian("redo", "-f", listed)[0] == 0
    assert cells() == 4


def test_the_joined_cell_is_one_change_over_three_rows(
    yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown
) -> None:
    code, out, _ = yaodian("assign", "3.1-3.3", "--lead", "平台处", "-f", listed)
    assert code == 0 and "刘红" in out
    assert [rows()[row]["lead_leaders"] for row in ("3.1", "3.2", "3.3", "3.4")] == [["刘红"]] * 3 + [
        ["徐涛", "胡军"]
    ]
    assert len(shown("history")) == 2


def test_nothing_changed_is_said_and_not_recorded(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    for words in (("assign", "1", "--lead", "成果处"), ("set", "2", "--remark", "")):
        code, out, err = yaodian(*words, "-f", listed)
        assert (code, out, err) == (0, "没有变化。\n", "")
    assert len(shown("history")) == 1


def test_a_side_given_as_nothing_is_emptied(yaodian: Yaodian, listed: Path, rows: Rows) -> None:
    assert yaodian("assign", "3.4", "--participants", "", "-f", listed)[0] == 0
    assert rows()["3.4"]["participants"] == rows()["3.4"]["participant_leaders"] == []
    assert rows()["3.4"]["lead_units"] == ["法制处", "转化中心"]


def test_all_four_cells_at_once(yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown) -> None:
    words = (
        "--lead",
        "规划",
        "--lead-leaders",
        "王 振旭",
        "--participants",
        "企业中心、高新处",
        "--participant-leaders",
        "赵峰，胡军",
    )
    assert yaodian("assign", "2", *words, "--only-here", "-f", listed)[0] == 0
    row = rows()["2"]
    assert (row["lead_units"], row["lead_leaders"]) == (["规划处"], ["王振旭"])
    assert (row["participants"], row["participant_leaders"]) == (["企业中心", "高新处"], ["赵峰", "胡军"])
    assert row["doubts"] == []
    assert len(shown("history")) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("3.9", "--lead", "平台处"), ["没有第 3.9 行"]),
        (("3", "--lead", "平台处"), ["3.1", "3.4"]),
        (("x\x1b[31m", "--lead", "平台处"), ["没有第"]),
        (("1", "--lead", "科技处"), ["科技合作处", "科技金融与财务处"]),
        (("1", "--lead", "法治处"), ["法制处"]),
        (("1", "--lead", "[/x]"), ["[/x]", "请核对名称"]),
        (("1", "--lead-leaders", "刘洪"), ["刘红"]),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], says: list[str]
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian("assign", *words, "-f", listed)
    assert (code, out) == (1, "")
    assert all(part in err for part in says)
    assert listed.read_bytes() == before


def test_a_dry_run_shows_the_rows_and_writes_nothing(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    yaodian("show", "lists", "-f", listed)
    before = {path.name: path.read_bytes() for path in listed.parent.glob("示例.json*")}
    code, out, err = yaodian("assign", "3.1-3.2", "--lead", "平台处", "--dry-run", "-f", listed)
    assert (code, err) == (0, "")
    assert out.splitlines()[1:] == [
        "第 3.1 行牵头单位：法制处 → 平台处  牵头单位的分管领导：徐涛 → 刘红",
        "第 3.2 行牵头单位：法制处 → 平台处  牵头单位的分管领导：徐涛 → 刘红",
        "牵头单位的分管领导随之改为：刘红",
    ]
    code, out, err = yaodian(
        "set", "2", "--deadline", "6月底前", "--remark", "每月报送", "--dry-run", "-f", listed
    )
    assert (code, err) == (0, "")
    assert "6月底前" in out and "每月报送" in out and "已保存" not in out
    assert {path.name: path.read_bytes() for path in listed.parent.glob("示例.json*")} == before
    assert len(shown("history")) == 1


def test_the_json_of_a_change_of_rows_is_that_of_a_rename(
    yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown
) -> None:
    def answer(*words: str) -> Any:
        code, out, err = yaodian(*words, "--json", "-f", listed)
        assert (code, err) == (0, "")
        return json.loads(out)

    renamed = answer("rename-unit", "平台处", "--to", "科技基地处", "--dry-run")
    assigned = answer("assign", "1", "--lead", "平台处")
    assert assigned.keys() == renamed.keys()
    (row,) = assigned["rows"]
    assert row.keys() == renamed["rows"][0].keys()
    assert (row["row"], row["side"]) == ("1", "lead")
    assert (row["units_before"], row["units_after"]) == (["成果处"], ["平台处"])
    assert (row["before"], row["after"]) == (["胡军"], ["刘红"])
    assert rows()["1"]["lead_units"] == ["平台处"], "without --dry-run it is done"

    written = answer("set", "2", "--deadline", "6月底前")
    assert written.keys() == renamed.keys()
    assert written["rows"] == []
    assert any("6月底前" in said for said in written["others"])
    assert rows()["2"]["deadline"] == "6月底前"
    count = len(shown("history"))
    assert answer("set", "2", "--deadline", "6月底前")["others"] == []
    assert len(shown("history")) == count


def test_set_changes_one_field_each(yaodian: Yaodian, listed: Path, rows: Rows) -> None:
    assert yaodian("set", "3.2", "--deadline", "6月底前", "--remark", "每月报送", "-f", listed)[0] == 0
    assert (rows()["3.2"]["deadline"], rows()["3.2"]["remark"]) == ("6月底前", "每月报送")
    assert yaodian("set", "3.2", "--deadline", "", "-f", listed)[0] == 0
    assert rows()["3.2"]["deadline"] is None
    assert yaodian("set", "3.1-3.2", "--deadline", "x", "-f", listed)[0] == 1


def test_set_says_how_it_understands_a_deadline_and_keeps_another_only_when_told(
    yaodian: Yaodian, listed: Path, rows: Rows
) -> None:
    _, out, _ = yaodian("set", "2", "--deadline", "６月底前", "-f", listed)
    assert "6月底前 → 2021-06-30" in out
    code, _, err = yaodian("set", "2", "--deadline", "下周五", "-f", listed)
    assert code == 1 and "看不懂这个时限" in err and "--as-worded" in err
    assert rows()["2"]["deadline"] == "6月底前"
    code, out, _ = yaodian("set", "2", "--deadline", "下周五", "--as-worded", "-f", listed)
    assert code == 0 and "看不懂这个时限" in out
    assert rows()["2"]["deadline"] == "下周五"


def test_there_is_an_end_to_undo_and_redo(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("undo", "-f", listed)[0] == 1
    assert yaodian("redo", "-f", listed)[0] == 1


_OTHERS = ("assign", "1", "--lead-leaders", "刘红")
"""成果处 is 胡军's: why 刘红 stands beside it is to be said."""


def test_why_a_leader_has_not_the_unit_is_to_be_said_and_the_three_reasons_are_named(
    yaodian: Yaodian, listed: Path
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian(*_OTHERS, "-f", listed)
    assert (code, out) == (1, "")
    assert "成果处由胡军分管" in err
    assert all(word in err for word in ("--only-here", "--handover", "--misread"))
    assert yaodian(*_OTHERS, "--only-here", "--misread", "-f", listed)[0] == 1
    assert listed.read_bytes() == before


def test_said_of_this_row_only_nothing_else_changes(
    yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown
) -> None:
    portfolio, found = shown("portfolio"), yaodian("check", "--json", "-f", listed)[1]
    assert yaodian(*_OTHERS, "--only-here", "-f", listed)[0] == 0
    assert rows()["1"]["lead_leaders"] == ["刘红"]
    assert shown("portfolio") == portfolio
    assert yaodian("check", "--json", "-f", listed)[1] == found


def test_said_to_be_a_handover_all_rows_of_the_unit_follow(
    yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown
) -> None:
    words = ("assign", "3.4", "--lead-leaders", "徐涛,刘红", "--handover", "--basis", "局办公会纪要")
    assert yaodian(*words, "-f", listed)[0] == 0
    assert rows()["3.4"]["lead_leaders"] == ["徐涛", "刘红"]
    unit = next(one for one in shown("portfolio") if one["unit"] == "转化中心")
    assert (unit["grade"], unit["leader"]) == ("settled", "刘红")
    assert [change["title"] for change in shown("history")][1:] == ["分工调整：转化中心由胡军移交刘红"]


def test_said_to_be_misread_the_notice_is_taken_to_say_so(
    yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown
) -> None:
    assert yaodian("assign", "4", "--lead-leaders", "赵峰", "--misread", "-f", listed)[0] == 0
    unit = next(one for one in shown("portfolio") if one["unit"] == "规划处")
    assert (unit["grade"], unit["leader"]) == ("certain", "赵峰")
    assert yaodian("assign", "4", "--lead", "平台处", "-f", listed)[0] == 0
    assert yaodian("assign", "4", "--lead", "规划处", "-f", listed)[0] == 0
    assert rows()["4"]["lead_leaders"] == ["赵峰"]


def test_a_reason_is_not_asked_where_nothing_is_known_or_nobody_is_left_out(
    yaodian: Yaodian, listed: Path
) -> None:
    for row, *words in (
        ("1", "--lead-leaders", "胡军,刘红"),
        ("2", "--lead-leaders", ""),
        ("4", "--participants", "项目中心", "--participant-leaders", "刘红"),
        ("4", "--participants", "高新处", "--participant-leaders", "王振旭"),
        ("5", "--lead", "办公室", "--lead-leaders", "鲁文安"),
        ("5", "--participant-leaders", "赵峰"),
    ):
        assert yaodian("assign", row, *words, "-f", listed)[0] == 0, row


def test_what_the_notice_proved_stays_known_after_a_day_of_commands(
    yaodian: Yaodian, listed: Path, rows: Rows, shown: Shown
) -> None:
    before = {one["key"]: (one["grade"], one["leader"], one["ground"]) for one in shown("portfolio")}
    for row, unit in (("4", "平台处"), ("1", "平台处"), ("2", "成果处"), ("4", "规划处"), ("3.4", "法制处")):
        assert yaodian("assign", row, "--lead", unit, "-f", listed)[0] == 0
    leaders = {row: rows()[row]["lead_leaders"] for row in ("1", "2", "4", "3.4")}
    assert leaders == {"1": ["刘红"], "2": ["胡军"], "4": ["徐涛"], "3.4": ["徐涛"]}
    assert not any(row["doubts"] for row in rows().values() if row["row"] != "6")
    after = {one["key"]: (one["grade"], one["leader"], one["ground"]) for one in shown("portfolio")}
    assert after == before


def test_rows_say_where_leaders_hold_for_them_alone(yaodian: Yaodian, listed: Path, rows: Rows) -> None:
    assert "only_here" not in rows()["1"]
    assert yaodian(*_OTHERS, "--only-here", "-f", listed)[0] == 0
    assert rows()["1"]["only_here"] == ["lead"]
