"""`lights`: the scheme of a list and the days of 临期."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian


def test_yinchuan_holds_until_another_scheme_is_taken(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("lights", "-f", listed)
    assert code == 0
    assert out.split() == [
        "●红",
        "落后>30",
        "●黄",
        "落后>=10",
        "●绿",
        "落后<10",
        "到期前",
        "7",
        "天起为临期。",
        "催办级别按状态定。",
    ]
    code, _, err = yaodian("lights", "宿迁", "--warn-days", "10", "--basis", "督查室通知", "-f", listed)
    assert (code, err) == (0, "")
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    shown = json.loads(out)
    assert [rule["word"] for rule in shown["rules"]] == ["红", "黄", "蓝", "绿"]
    assert shown["warn_days"] == 10
    yaodian("lights", "西安", "-f", listed)
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    assert [rule["word"] for rule in json.loads(out)["rules"]] == ["红", "黄", "绿"]
    for _ in range(2):
        yaodian("undo", "-f", listed)
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    assert json.loads(out)["warn_days"] == 7


def test_taking_the_same_again_changes_nothing(yaodian: Yaodian, listed: Path) -> None:
    yaodian("lights", "三亚", "-f", listed)
    code, out, _ = yaodian("lights", "三亚", "-f", listed)
    assert (code, out) == (0, "没有变化。\n")


@pytest.mark.parametrize("days", ["0", "-3", "400"])
def test_days_out_of_bounds_are_refused(yaodian: Yaodian, listed: Path, days: str) -> None:
    code, _, err = yaodian("lights", "--warn-days", days, "-f", listed)
    assert code != 0 and err


def test_near_begins_with_the_days_of_the_list(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "1", "--due", "2021-07-10", "-f", listed)
    yaodian("lights", "--warn-days", "10", "-f", listed)
    _, out, _ = yaodian("due", "--on", "2021-06-30", "--json", "-f", listed)
    assert json.loads(out)[0]["state"] == "near"
    _, out, _ = yaodian("due", "--on", "2021-06-29", "--json", "-f", listed)
    assert json.loads(out)[0]["state"] == "under_way"


def test_one_light_of_a_known_scheme_is_changed_and_the_scheme_is_the_lists_own(
    yaodian: Yaodian, listed: Path
) -> None:
    words = (
        "lights",
        "--rule",
        "黄",
        "--test",
        "落后≥15",
        "--word",
        "橙灯",
        "--colour",
        "橙色",
        "--sign",
        "▲",
    )
    code, out, err = yaodian(*words, "-f", listed)
    assert (code, err) == (0, "") and out.startswith("改亮灯规则：▲橙灯 落后>=15")
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    rules = [(rule["word"], rule["colour"], rule["test"]) for rule in json.loads(out)["rules"]]
    assert rules == [
        ("红", "red", "behind>30"),
        ("橙灯", "orange", "behind>=15"),
        ("绿", "green", "behind<10"),
    ]
    yaodian("lights", "--rule", "绿", "--test", "落后<15", "-f", listed)
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    assert [rule["test"] for rule in json.loads(out)["rules"]] == ["behind>30", "behind>=15", "behind<15"]
    for _ in range(2):
        yaodian("undo", "-f", listed)
    _, out, _ = yaodian("lights", "-f", listed)
    assert out.split()[:4] == ["●红", "落后>30", "●黄", "落后>=10"]


@pytest.mark.parametrize(
    "words",
    [
        ("--rule", "紫", "--test", "逾期"),
        ("--rule", "黄", "--test", "看着办"),
        ("--rule", "黄", "--colour", "紫"),
        ("--rule", "黄", "--word", ""),
        ("--rule", "黄"),
        ("--test", "逾期"),
        ("三亚", "--rule", "黄", "--test", "逾期"),
        ("--at-once-days", "400"),
    ],
)
def test_a_light_that_is_none_is_refused(yaodian: Yaodian, listed: Path, words: tuple[str, ...]) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian("lights", *words, "-f", listed)
    assert code != 0 and not out and err
    assert listed.read_bytes() == before


def test_what_is_to_be_done_at_once_is_due_some_days_after_the_issue(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "1", "--deadline", "立即办理", "-f", listed)
    with TaskFile.open(listed, read_only=True) as file:
        issued = date.fromisoformat(file.tasks.notice.issued_on or "")
    _, out, _ = yaodian("due", "--json", "-f", listed)
    assert json.loads(out)[0]["due"] is None
    code, _, err = yaodian("lights", "--at-once-days", "3", "-f", listed)
    assert (code, err) == (0, "")
    _, out, _ = yaodian("due", "--json", "-f", listed)
    row = json.loads(out)[0]
    assert (row["kind_word"], row["due"]) == ("立即办理", str(issued + timedelta(days=3)))
    yaodian("lights", "--at-once-days", "0", "-f", listed)
    _, out, _ = yaodian("due", "--json", "-f", listed)
    assert json.loads(out)[0]["due"] is None


def test_levels_of_reminders_rise_step_by_step_where_the_list_says_so(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("lights", "--levels", "逐级", "-f", listed)
    assert code == 0 and out.startswith("催办级别逐级定（已保存到")
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    assert json.loads(out)["levels"] == "逐级"
    yaodian("undo", "-f", listed)
    _, out, _ = yaodian("lights", "-f", listed)
    assert out.endswith("催办级别按状态定。\n")
