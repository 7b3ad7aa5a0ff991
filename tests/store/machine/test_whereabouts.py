"""Where things lie on this machine: names of files, and the lists last opened."""

from pathlib import Path

import pytest

from store.machine import whereabouts
from store.machine.whereabouts import file_name, free_path, last_opened, recent_files, remember


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(whereabouts, "_recent_file", lambda: tmp_path / "state" / "recent.json")
    return tmp_path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于印发“放管服”要点的通知", "关于印发“放管服”要点的通知"),
        (" 武科/2021:12号? ", "武科-2021-12号-"),
        ("   ", "清单"),
        ("长" * 80, "长" * 60),
    ],
)
def test_a_title_as_the_name_of_a_file(title: str, name: str) -> None:
    assert file_name(title) == name


def test_the_first_name_that_is_free(tmp_path: Path) -> None:
    path = tmp_path / "示例.json"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "示例 2.json").touch()
    assert free_path(path) == tmp_path / "示例 3.json"


def test_the_lists_last_opened_are_remembered_each_once(tmp_path: Path) -> None:
    first, second = tmp_path / "甲.json", tmp_path / "乙.json"
    first.touch()
    second.touch()
    for path in (first, second, first):
        remember(path)
    assert recent_files() == [first, second]
    first.unlink()
    assert recent_files() == [second]
    assert last_opened() == first


def test_nothing_is_remembered_at_first_or_after_damage(tmp_path: Path) -> None:
    assert (recent_files(), last_opened()) == ([], None)
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "recent.json").write_text("{", encoding="utf-8")
    assert (recent_files(), last_opened()) == ([], None)
