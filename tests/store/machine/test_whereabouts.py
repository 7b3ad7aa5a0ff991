"""Where things lie on this machine: names of files, and the lists last opened."""

from datetime import datetime
from pathlib import Path

import pytest

from store.machine import whereabouts
from store.machine.clock import Clock
from store.machine.whereabouts import Recent, file_name, free_path, last_opened, recent_lists, remember


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


def at(moment: str) -> Clock:
    return Clock(lambda: datetime.fromisoformat(moment))


def test_the_lists_last_opened_are_remembered_each_once_with_title_and_day(tmp_path: Path) -> None:
    first, second = tmp_path / "甲.json", tmp_path / "乙.json"
    remember(first, "甲清单", 9, at("2026-11-01T08:00"))
    remember(second, "乙清单", 14, at("2026-11-02T08:00"))
    remember(first, "甲清单(改)", 10, at("2026-11-03T08:00"))
    assert recent_lists() == [
        Recent(first, "甲清单(改)", 10, "2026-11-03T08:00:00"),
        Recent(second, "乙清单", 14, "2026-11-02T08:00:00"),
    ]
    assert last_opened() == first


def test_what_an_older_program_noted_is_understood(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "recent.json").write_text('["/家/甲.json", "/家/乙.json"]', encoding="utf-8")
    assert recent_lists() == [Recent(Path("/家/甲.json")), Recent(Path("/家/乙.json"))]
    remember(Path("/家/乙.json"), "乙清单", 3, at("2026-11-02T08:00"))
    assert [recent.path.name for recent in recent_lists()] == ["乙.json", "甲.json"]


def test_nothing_is_remembered_at_first_or_after_damage(tmp_path: Path) -> None:
    assert (recent_lists(), last_opened()) == ([], None)
    (tmp_path / "state").mkdir()
    for damaged in ("{", '{"a": 1}', "[3]", '[{"path": "x"}]'):
        (tmp_path / "state" / "recent.json").write_text(damaged, encoding="utf-8")
        assert (recent_lists(), last_opened()) == ([], None)
