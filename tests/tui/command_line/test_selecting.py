"""`--only` and `--sort`: rows of the sample by the facts of the notice (seed-facts.md section 5)."""

import json
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian


def shown(yaodian: Yaodian, path: Path, *words: str) -> list[str]:
    code, out, err = yaodian("show", "tasks", *words, "-f", str(path), "--json")
    assert code == 0, err
    return [row["row"] for row in json.loads(out)]


@pytest.mark.parametrize(
    ("only", "rows"),
    [
        ("平台处,规划处", ["2", "4", "5"]),
        ("刘红", ["2", "4"]),
        ("no-deadline,法制处", ["3.1", "3.3", "3.4", "5"]),
        ("due:6-30", ["3.2"]),
        ("has:孵化", ["2"]),
        ("in-doubt", ["6"]),
    ],
)
def test_only_lets_rows_through_that_fulfil_every_condition(
    yaodian: Yaodian, listed: Path, only: str, rows: list[str]
) -> None:
    yaodian("set", "3.2", "--deadline", "6月底前", "-f", str(listed))
    assert shown(yaodian, listed, "--only", only) == rows


def test_rows_are_sorted_for_the_eye_alone(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "3.2", "--deadline", "6月底前", "-f", str(listed))
    assert shown(yaodian, listed, "--sort", "deadline")[:2] == ["3.2", "1"]
    assert shown(yaodian, listed)[:3] == ["1", "2", "3.1"]


def test_a_print_takes_the_same_and_keeps_the_lists_order(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "纸.txt"
    words = ("print", "--format", "text", "-o", str(paper), "-f", str(listed))
    code, out, _ = yaodian(*words, "--only", "规划处,平台处")
    assert code == 0 and "（3 行）" in out
    text = paper.read_text("utf-8")
    assert text.index("新增省级及以上众创") < text.index("赋予科研机构") and "电子证照" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "roster", "--only", "成果处"), "只用于 show tasks"),
        (("show", "tasks", "--only", "张三"), "张三"),
        (("show", "tasks", "--only", "has:没有这样的字"), "没有符合条件的行"),
        (("show", "tasks", "--only", "due:2-30"), "没有这一天"),
        (
            ("print", "--sheet", "unit", "--format", "text", "-o", "x.txt", "--sort", "text"),
            "只用于 --sheet list",
        ),
    ],
)
def test_what_cannot_be_is_refused(yaodian: Yaodian, listed: Path, words: tuple[str, ...], said: str) -> None:
    code, _, err = yaodian(*words, "-f", str(listed))
    assert code == 1 and said in err
