"""Wrong settings are said by every command, and no change is made under another author."""

from pathlib import Path

import pytest

from store.machine.settings import settings_path
from tests.tui.command_line.conftest import Yaodian


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = settings_path()
    path.parent.mkdir(parents=True)
    return path


@pytest.mark.parametrize("words", [("show", "units"), ("check",), ("plans",), ("verify",), ("backups",)])
def test_a_wrong_entry_is_said_once_by_each_command(
    yaodian: Yaodian, listed: Path, own_settings: Path, words: tuple[str, ...]
) -> None:
    own_settings.write_text(
        'theme = "pink"\n[paper]\ncolumns = 3\n[checks]\nload_limit = 7\n', encoding="utf-8"
    )
    named = (listed,) if words == ("verify",) else ("-f", listed)
    _, _, err = yaodian(*words, *named)
    for entry in ("theme", "columns", "load_limit"):
        assert err.count(f" {entry} ") + err.count(f".{entry} ") == 1


@pytest.mark.parametrize(
    "written", ["author = 5", "author = 王小明", "author = ['王小明']", 'author = "王小明', "author ="]
)
def test_no_change_is_made_while_the_author_is_written_wrongly(
    yaodian: Yaodian, listed: Path, own_settings: Path, written: str
) -> None:
    own_settings.write_text(f"{written}\n", encoding="utf-8")
    before = listed.read_bytes()
    words = ("set", "1", "--remark", "甲", "-f", str(listed))
    with pytest.raises(AssertionError):
        yaodian(*words)  # More than one line of complaints: the entry, and why nothing was changed.
    assert listed.read_bytes() == before
    assert yaodian("show", "tasks", "-f", listed)[0] == 0
    own_settings.write_text('author = "王小明"\n', encoding="utf-8")
    assert yaodian(*words)[0] == 0
    assert "王小明" in yaodian("show", "history", "-f", listed)[1]


def test_settings_that_cannot_be_read_keep_changes_back(
    yaodian: Yaodian, listed: Path, own_settings: Path
) -> None:
    own_settings.write_bytes('author = "王小明"'.encode("gb18030"))
    before = listed.read_bytes()
    with pytest.raises(AssertionError):
        yaodian("set", "1", "--remark", "甲", "-f", listed)
    assert listed.read_bytes() == before


def test_another_wrong_line_keeps_nothing_back(yaodian: Yaodian, listed: Path, own_settings: Path) -> None:
    own_settings.write_text('theme = pink\nauthor = "王小明"\n', encoding="utf-8")
    assert yaodian("set", "1", "--remark", "甲", "-f", listed)[0] == 0
