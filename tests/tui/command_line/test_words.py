"""The words of the command line: help in Chinese, wrong words told, the unforeseen kept from the clerk."""

import re
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian
from tui.command_line import COMMANDS

ENGLISH = re.compile(
    r"usage|options|positional|arguments|show this|error|required|invalid|expected", re.IGNORECASE
)


def test_help_is_chinese_and_names_every_command(yaodian: Yaodian) -> None:
    for word in ("--help", "-h"):
        code, out, _ = yaodian(word)
        assert code == 0
        assert all(f"  {name} " in out for name in COMMANDS)
        assert not ENGLISH.search(out)


def test_help_has_the_commands_in_groups(yaodian: Yaodian) -> None:
    _, out, _ = yaodian("--help")
    (group,) = re.findall(r"^  打印\n((?:    .+\n)+)", out, re.MULTILINE)
    assert [line.split()[0] for line in group.splitlines()] == ["print", "template"]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_help(yaodian: Yaodian, name: str) -> None:
    code, out, err = yaodian(name, "--help")
    assert (code, err) == (0, "")
    assert out.split()[:2] == ["用法：yaodian", name]
    assert not ENGLISH.search(out)


def test_the_version(yaodian: Yaodian) -> None:
    code, out, _ = yaodian("--version")
    assert code == 0 and re.fullmatch(r"yaodian \d[\w.]*\n", out)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("show",), "缺少“内容”"),
        (
            ("show", "all"),
            "没有“all”，可选：tasks、roster、points、units、portfolio、matrix、history、lists、unit、leader",
        ),
        (("show", "tasks", "--jsn"), "不认识“--jsn”"),
        (("show", "tasks", "--js"), "不认识“--js”"),
        (("check", "清单.json"), "清单文件请写在 -f 后面：-f 清单.json"),
        (("show", "tasks", "--json=1"), "--json 后面不写内容"),
        (("show", "tasks", "-f"), "-f/--file 后面要写内容"),
        (("assign", "1"), "--lead"),
        (("assign", "1", "--lead", ","), "只有逗号"),
        (("set", "1"), "--deadline"),
        (("import", "a.txt"), "--output"),
        (("print", "--format", "odt", "-o", "a.odt"), "可选：docx、pdf、xlsx、html、text"),
        (("shwo", "tasks"), "是不是要用 show"),
        (("--json",), "没有“--json”这个命令"),
        (("list.json", "more"), "没有“list.json”这个命令"),
    ],
)
def test_wrong_words_are_told_in_a_sentence(yaodian: Yaodian, words: tuple[str, ...], says: str) -> None:
    code, out, err = yaodian(*words)
    assert (code, out) == (2, "")
    assert says in err
    assert not ENGLISH.search(re.sub("--[a-z-]+", "", err))


def test_a_file_that_is_not_there_is_not_found(yaodian: Yaodian, tmp_path: Path) -> None:
    code, _, err = yaodian(tmp_path / "没有.json")
    assert code == 1 and "没有.json" in err


def test_the_unforeseen_is_a_sentence_and_a_log(
    yaodian: Yaodian, listed: Path, own_state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret\nlines")

    monkeypatch.setattr("tui.command_line.show.units_view", broken)
    code, out, err = yaodian("show", "units", "-f", listed)
    assert (code, out) == (1, "")
    assert "ZeroDivisionError" in err and "secret" not in err
    (log,) = own_state.rglob("error.log")
    assert "secret" in log.read_text("utf-8")
