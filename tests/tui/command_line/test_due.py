"""`due`, and `set --due`: when rows are due, and what the clerk sets over the wording."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian


def due(yaodian: Yaodian, path: Path, *words: str) -> dict[str, Any]:
    code, out, err = yaodian("due", "-f", path, "--json", *words)
    assert (code, err) == (0, "")
    return {row["row"]: row for row in json.loads(out)}


def test_due_lists_wording_kind_day_source_and_state(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "1", "--deadline", "6月底前", "-f", listed)
    yaodian("set", "2", "--deadline", "长期坚持", "-f", listed)
    code, out, err = yaodian("due", "--on", "2021-07-27", "-f", listed)
    assert (code, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["行", "完成时限", "种类", "到期日", "出处", "状态"]
    assert lines[1] == ["1", "6月底前", "某日", "2021-06-30", "原文", "逾期，已过", "27", "天"]
    assert lines[2] == ["2", "长期坚持", "长期坚持", "—", "原文", "长期坚持"]
    assert lines[3] == ["3.1", "（空）", "未定时限", "—", "—", "未定时限"]


@pytest.mark.parametrize(
    ("words", "day", "kind"),
    [
        ("2021-12-31", "2021-12-31", "dated"),
        ("12-31", "2021-12-31", "dated"),
        ("9月底", "2021-09-30", "dated"),
        ("长期坚持", None, "continuing"),
    ],
)
def test_a_day_set_by_the_clerk_holds_and_the_wording_stays(
    yaodian: Yaodian, listed: Path, words: str, day: str | None, kind: str
) -> None:
    yaodian("set", "2", "--deadline", "6月底前", "-f", listed)
    code, _, err = yaodian("set", "2", "--due", words, "--basis", "局办公会纪要", "-f", listed)
    assert (code, err) == (0, "")
    row = due(yaodian, listed)["2"]
    assert (row["deadline"], row["due"], row["kind"], row["from"]) == ("6月底前", day, kind, "hand")
    yaodian("set", "2", "--due", "", "-f", listed)
    row = due(yaodian, listed)["2"]
    assert (row["due"], row["from_word"]) == ("2021-06-30", "原文")


def test_a_deadline_worded_anew_is_the_last_word(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--due", "2021-12-31", "-f", listed)
    yaodian("set", "2", "--deadline", "9月底前", "-f", listed)
    assert due(yaodian, listed)["2"]["due"] == "2021-09-30"
    yaodian("undo", "-f", listed)
    assert due(yaodian, listed)["2"]["due"] == "2021-12-31"


@pytest.mark.parametrize("words", ["明天吧", "2021-02-30", "6月前", "定期", "3月底前，9月底前"])
def test_what_is_no_day_is_refused(yaodian: Yaodian, listed: Path, words: str) -> None:
    code, _, err = yaodian("set", "2", "--due", words, "-f", listed)
    assert code == 1
    assert err.endswith("。\n")
    assert due(yaodian, listed)["2"]["from"] == ""


def test_a_dry_run_sets_nothing(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("set", "2", "--due", "2021-12-31", "--dry-run", "-f", listed)
    assert code == 0 and "2021-12-31" in out
    assert due(yaodian, listed)["2"]["due"] is None


def test_the_start_of_a_row_is_set_and_emptied(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--start", "2021-07-01", "--due", "2021-07-10", "-f", listed)
    row = due(yaodian, listed, "--on", "2021-07-05")["2"]
    assert (row["start_on"], row["plan"]) == ("2021-07-01", "50.0")
    yaodian("set", "2", "--start", "", "-f", listed)
    assert due(yaodian, listed)["2"]["start_on"] is None


def test_rows_are_chosen_and_sorted_by_their_state_on_that_day(yaodian: Yaodian, listed: Path) -> None:
    for row, day in (("1", "2021-07-05"), ("2", "2021-06-30"), ("3.2", "2021-06-29")):
        yaodian("set", row, "--due", day, "-f", listed)
    on = ("--on", "2021-07-01")
    assert list(due(yaodian, listed, "--only", "overdue", *on)) == ["2", "3.2"]
    assert list(due(yaodian, listed, "--only", "overdue,near", *on)) == ["1", "2", "3.2"]
    code, out, _ = yaodian("show", "tasks", "--sort", "state", "--json", "-f", listed, today="2021-07-01")
    assert code == 0
    assert [row["row"] for row in json.loads(out)][:3] == ["3.2", "2", "1"]
