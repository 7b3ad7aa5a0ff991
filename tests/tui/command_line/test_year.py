"""`year`: the year of a list that tells none itself."""

import json
from pathlib import Path

from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.tui.command_line.conftest import Yaodian


def retitle(path: Path, title: str) -> None:
    """Give the list a title, and no date of issue."""
    with TaskFile.open(path) as file:
        edits = updated(file.tasks.notice, title=title, issued_on=None)
        file.commit(Change("改名称", tuple(edits)))


def test_the_year_that_nothing_tells_is_set_once_and_taken_back(yaodian: Yaodian, listed: Path) -> None:
    retitle(listed, "重点任务清单")
    yaodian("set", "2", "--deadline", "6月底前", "--as-worded", "-f", listed)
    assert "没有写明是哪一年" in yaodian("year", "-f", listed)[1]
    code, out, err = yaodian("year", "2026", "--dry-run", "-f", listed)
    assert (code, err) == (0, "") and "2026" in out
    assert "没有写明是哪一年" in yaodian("year", "-f", listed)[1], "a dry run sets nothing"
    assert yaodian("year", "2026", "--basis", "督查室通知", "-f", listed)[0] == 0
    assert yaodian("year", "-f", listed)[1] == "清单是 2026 年的，由人写明。\n"
    assert due_of(yaodian, listed) == "2026-06-30"
    yaodian("undo", "-f", listed)
    assert due_of(yaodian, listed) is None


def due_of(yaodian: Yaodian, path: Path) -> object:
    """The day that the second row is due."""
    rows = json.loads(yaodian("due", "--json", "-f", path)[1])
    return next(row["due"] for row in rows if row["row"] == "2")


def test_a_year_that_the_list_tells_is_shown_and_not_set(yaodian: Yaodian, listed: Path) -> None:
    assert json.loads(yaodian("year", "--json", "-f", listed)[1]) == {
        "first": 2021,
        "last": 2021,
        "is_told": True,
    }
    code, out, err = yaodian("year", "2022", "-f", listed)
    assert (code, out) == (1, "")
    assert "清单是 2021 年的，由名称或成文日期得知；要改请改通知的名称。" in err
    retitle(listed, "2026—2028年行动方案")
    assert "清单是 2026—2028 年的" in yaodian("year", "-f", listed)[1]
    assert yaodian("year", "2026", "-f", listed)[0] == 1


def test_what_is_no_year_is_refused(yaodian: Yaodian, listed: Path) -> None:
    retitle(listed, "重点任务清单")
    assert "请写四位的年份，如 2026。" in yaodian("year", "明年", "-f", listed)[2]
