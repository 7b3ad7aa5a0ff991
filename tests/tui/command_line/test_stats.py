"""`stats`: the statistics on the command line, with sums that agree."""

import json
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change
from tests.sample import sample_change
from tests.store.ledger.october import october_edits
from tests.tui.command_line.conftest import Yaodian


@pytest.fixture
def october(tmp_path: Path) -> Path:
    """The sample in October as a file."""
    path = tmp_path / "十月.json"
    with TaskFile.create(path, sample_change()) as file:
        file.commit(Change("十月情况", tuple(october_edits(file.tasks))))
    return path


def test_the_table_says_its_base_and_adds_up(yaodian: Yaodian, october: Path) -> None:
    code, out, err = yaodian("stats", "--on", "2021-10-31", "-f", october)
    assert (code, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == [
        "统计口径：9",
        "行，截至",
        "2021-10-31；有",
        *("2", "个牵头单位的", "1", "行在两个单位各计一次，合计不重复计。"),
    ]
    assert lines[1][:4] == ["单位", "牵头", "已销号", "待销号"]
    assert lines[-4] == ["合计", *["9", "1", "1", "1", "1", "1", "1", "0", "2", "1", "1"]]
    assert out.endswith("重复计：第 3.4 行（法制处、转化中心）。\n")


def test_as_json_each_figure_has_its_rows(yaodian: Yaodian, october: Path) -> None:
    code, out, _ = yaodian("stats", "--by", "state", "--on", "2021-10-31", "--json", "-f", october)
    assert code == 0
    found = json.loads(out)
    overdue = next(line for line in found["lines"] if line["key"] == "overdue")
    assert (overdue["counts"]["rows"], overdue["rows"]["rows"], overdue["share"]) == (1, ["2"], "11.1")
    assert (found["day"], found["by"], found["total"]["counts"]["rows"]) == ("2021-10-31", "state", 9)


def test_a_stated_total_that_differs_is_refused(yaodian: Yaodian, october: Path) -> None:
    said = ("stats", "--by", "unit", "--on", "2021-10-31", "-f", october)
    assert yaodian(*said, "--total", "9")[0] == 0
    code, out, err = yaodian(*said, "--total", "132")
    assert (code, out, err) == (1, "", "各类相加 9，与总数 132 不符。\n")


@pytest.mark.parametrize(
    "words", [("--period", "十月"), ("--period", "2021-13"), ("--on", "31日"), ("--by", "person")]
)
def test_what_is_no_period_or_day_is_refused(yaodian: Yaodian, october: Path, words: tuple[str, ...]) -> None:
    code, out, _ = yaodian("stats", *words, "-f", october)
    assert code != 0 and not out


def test_the_rows_may_be_some_of_the_list(yaodian: Yaodian, october: Path) -> None:
    code, out, _ = yaodian("stats", "--on", "2021-10-31", "--only", "平台处", "--json", "-f", october)
    assert code == 0
    # 平台处 leads row 2 and takes part in row 4, which 规划处 leads.
    found = json.loads(out)
    assert {line["label"]: line["counts"]["rows"] for line in found["lines"]} == {"规划处": 1, "平台处": 1}
