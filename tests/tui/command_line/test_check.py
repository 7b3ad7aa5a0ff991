"""`check`, `accept` and `questions`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian


def checked(yaodian: Yaodian, listed: Path, *words: str) -> list[dict[str, Any]]:
    _, out, _ = yaodian("check", "--json", "-f", listed, *words)
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_the_untouched_sample_passes_with_49_findings(yaodian: Yaodian, listed: Path) -> None:
    code, out, err = yaodian("check", "-f", listed)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "错误 0 条、提醒 18 条、说明 31 条"
    found = checked(yaodian, listed)
    assert len(found) == 49
    assert all(set(one) == {"code", "severity", "row", "subject", "message", "accepted"} for one in found)


def test_only_some_rules(yaodian: Yaodian, listed: Path) -> None:
    assert {one["code"] for one in checked(yaodian, listed, "--only", "C05,C14")} == {"C14"}
    assert {one["subject"] for one in checked(yaodian, listed, "--only", "c14")} == {
        "组织人事处",
        "办公室",
        "科技金融与财务处",
        "直属机关党委",
        "武汉市科技发展促进中心",
    }
    assert [one["row"] for one in checked(yaodian, listed, "--only", "C08")] == [
        "3.1",
        "3.2",
        "3.3",
        "4",
        "5",
    ]


@pytest.mark.parametrize(
    "words", [("check", "--only", "C99"), ("accept", "X1", "--reason", "是"), ("accept", "C02")]
)
def test_wrong_words(yaodian: Yaodian, listed: Path, words: tuple[str, ...]) -> None:
    code, _, err = yaodian(*words, "-f", listed)
    assert code == 2 and err


def test_an_open_error_makes_it_fail_until_it_is_accepted(yaodian: Yaodian, listed: Path) -> None:
    yaodian("assign", "2", "--lead-leaders", "", "-f", listed)
    code, out, err = yaodian("check", "--only", "C04", "-f", listed)
    assert code == 1 and "还有 1 条错误" in err
    assert "第 2 行：牵头单位平台处没有分管领导" in out
    yaodian("accept", "C04", "--row", "2", "--reason", "另行明确", "-f", listed)
    code, out, err = yaodian("check", "--only", "C04", "-f", listed)
    assert (code, err) == (0, "") and "已认可：另行明确" in out
    assert [one["accepted"] for one in checked(yaodian, listed, "--only", "C04")] == [True]


def test_accepting_and_taking_it_back(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("accept", "C14", "--subject", "办公室", "--reason", "不承担", "-f", listed)[0] == 0
    assert [one["subject"] for one in checked(yaodian, listed, "--only", "C14") if one["accepted"]] == [
        "办公室"
    ]
    assert yaodian("accept", "C14", "--subject", "办公室", "--withdraw", "-f", listed)[0] == 0
    assert not any(one["accepted"] for one in checked(yaodian, listed, "--only", "C14"))
    code, _, err = yaodian("accept", "C14", "--subject", "办公室", "--withdraw", "-f", listed)
    assert code == 1 and "没有认可过" in err


def test_an_acceptance_is_undone_like_any_change(yaodian: Yaodian, listed: Path) -> None:
    yaodian("accept", "C02", "--reason", "局长同意", "-f", listed)
    assert checked(yaodian, listed, "--only", "C02")[0]["accepted"]
    yaodian("undo", "-f", listed)
    assert not checked(yaodian, listed, "--only", "C02")[0]["accepted"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("C16", "--reason", "是"), "C16 有 9 条"),
        (("C01", "--reason", "是"), "没有这样的 C01 结果"),
        (("C16", "--row", "9", "--reason", "是"), "没有第 9 行"),
        (("C02", "--reason", "  "), "理由"),
    ],
)
def test_what_cannot_be_accepted(yaodian: Yaodian, listed: Path, words: tuple[str, ...], said: str) -> None:
    code, _, err = yaodian("accept", *words, "-f", listed)
    assert code == 1 and said in err


def test_several_rows_are_accepted_as_one(yaodian: Yaodian, listed: Path) -> None:
    yaodian("accept", "C16", "--row", "3.1-3.3", "--reason", "长期", "-f", listed)
    assert [one["row"] for one in checked(yaodian, listed, "--only", "C16") if one["accepted"]] == [
        "3.1",
        "3.2",
        "3.3",
    ]


def test_settings_switch_and_grade(
    yaodian: Yaodian, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "yaodian").mkdir()
    (tmp_path / "yaodian" / "settings.toml").write_text(
        '[checks]\noff = ["C17"]\n[checks.grades]\nC16 = "错误"\n', encoding="utf-8"
    )
    code, out, err = yaodian("check", "-f", listed)
    assert code == 1 and "还有 9 条错误" in err
    assert "C17" not in out


def test_the_questions(yaodian: Yaodian, listed: Path) -> None:
    code, out, err = yaodian("questions", "--json", "-f", listed)
    asked = json.loads(out)
    assert (code, err) == (0, "")
    assert all(set(one) == {"id", "about", "text", "candidates"} for one in asked)
    assert {tuple(sorted(one["candidates"])) for one in asked if one["about"] == "企业中心"} == {
        ("胡军", "赵峰")
    }
    code, out, err = yaodian("questions", "-f", listed)
    assert (code, err) == (0, "") and out.splitlines()[0] == f"待定 {len(asked)} 个问题"
