"""`lights`: the scheme of a list and the days of 临期."""

import json
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian


def test_yinchuan_holds_until_another_scheme_is_taken(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("lights", "-f", listed)
    assert code == 0
    assert out.split() == [
        "红",
        "behind>30",
        "黄",
        "behind>=10",
        "绿",
        "behind<10",
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


def test_levels_of_reminders_rise_step_by_step_where_the_list_says_so(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("lights", "--levels", "逐级", "-f", listed)
    assert code == 0 and out.startswith("催办级别逐级定（已保存到")
    _, out, _ = yaodian("lights", "--json", "-f", listed)
    assert json.loads(out)["levels"] == "逐级"
    yaodian("undo", "-f", listed)
    _, out, _ = yaodian("lights", "-f", listed)
    assert out.endswith("催办级别按状态定。\n")
