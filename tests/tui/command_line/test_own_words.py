"""`read` and `import` read with the words that this user has kept, and say so."""

import json
from pathlib import Path

import pytest

from store.importing.own_words import forget_word, keep_word
from store.machine.settings import load_settings, settings_path
from tui.__main__ import main

TEXT = "关于清河的通知\n各区水务局:\n一、清河\n1.清理河道。(指导部门:市水务局)\n"


@pytest.fixture
def notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A notice whose owner stands under a word of unknown side; the settings are those of nobody."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def leads(notice: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[list[str], str]:
    """Who leads the one task by `read --json`, and what was said on stderr."""
    assert main(["read", str(notice), "--json", *more]) == 0
    said = capsys.readouterr()
    return json.loads(said.out)["tasks"][0]["lead_units"], said.err


def test_a_kept_word_is_used_and_said_and_may_be_left_out(
    notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leads(notice, capsys) == ([], "")
    keep_word("指导部门", "lead")
    names, said = leads(notice, capsys)
    assert names == ["市水务局"] and "“指导部门”读作牵头" in said and "--plain-words" in said
    assert leads(notice, capsys, "--plain-words") == ([], "")
    forget_word("指导部门")
    assert leads(notice, capsys) == ([], "") and load_settings().words == {}


def test_a_word_that_the_notice_does_not_have_is_not_said(
    notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_word("归口科室", "participant")
    assert leads(notice, capsys) == ([], "")


@pytest.mark.parametrize("broken", ['[words]\n"指导部门" = "带头"\n', "[words\n", 'words = 3\n"指导部门"\n'])
def test_a_broken_file_is_left_out_with_a_sentence(
    notice: Path, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(broken, encoding="utf-8")
    names, said = leads(notice, capsys)
    assert names == [] and "设置文件" in said and "请改正" in said


def test_import_uses_it_as_well(notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep_word("指导部门", "lead")
    assert main(["import", str(notice), "-o", str(notice.with_suffix(".json"))]) == 0
    assert "“指导部门”读作牵头" in capsys.readouterr().err
    assert main(["show", "tasks", "-f", str(notice.with_suffix(".json"))]) == 0
    assert "牵头" in capsys.readouterr().out
