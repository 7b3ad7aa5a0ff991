"""Folders as one goes through them, and paths as they are typed and pasted."""

import os
from pathlib import Path

import pytest

from store.machine import folders
from store.machine.folders import entries, is_path, last_folder, parted, path_of, remember_folder
from store.refused import Refused


def test_folders_come_first_then_files_of_a_kind_the_latest_first(tmp_path: Path) -> None:
    for place, name in enumerate(("旧.txt", "新.TXT", "图.png", ".藏.txt", "~$锁.docx")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (place * 1000, place * 1000))
    (tmp_path / "乙").mkdir()
    (tmp_path / ".git").mkdir()
    found = entries(tmp_path, (".txt", ".docx"))
    assert [(entry.name, entry.is_folder) for entry in found] == [
        ("乙", True),
        ("新.TXT", False),
        ("旧.txt", False),
    ]
    with pytest.raises(Refused, match=r"打不开文件夹“.*没有”：文件或所在的文件夹不见了"):
        entries(tmp_path / "没有", ())


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/甲/乙.txt", "/甲/乙.txt"),
        ('"/甲/乙 丙.txt"', "/甲/乙 丙.txt"),
        ("file:///甲/%E4%B9%99.txt", "/甲/乙.txt"),
        ("乙/丙.txt", "/家/乙/丙.txt"),
        ("../丙.txt", "/家/../丙.txt"),
    ],
)
def test_a_path_is_understood_as_it_is_pasted(typed: str, path: str) -> None:
    assert is_path(typed)
    assert path_of(typed, Path("/家")) == Path(path)


def test_a_part_of_a_name_is_no_path() -> None:
    assert not any(map(is_path, ("", "通知", "tz", "2021年.txt")))
    assert all(map(is_path, ("~", "C:", "C:/甲", "甲/")))
    assert parted("/甲/乙") == ("/甲/", "乙")


def test_the_folder_of_the_last_time_is_known_by_its_purpose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_folders_file", lambda: tmp_path / "state" / "folders.json")
    assert last_folder("open") is None
    remember_folder("open", Path("/甲"))
    remember_folder("copy", Path("/乙"))
    assert (last_folder("open"), last_folder("copy")) == (Path("/甲"), Path("/乙"))
    (tmp_path / "state" / "folders.json").write_text("[", encoding="utf-8")
    assert last_folder("open") is None
