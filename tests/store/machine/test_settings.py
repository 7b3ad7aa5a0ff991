"""The settings file: what it may say, and that a slip in it costs itself alone."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from store.machine.settings import Settings, load_settings


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    found = load_settings(tmp_path / "none.toml")
    assert (found.author, found.ambiguous, found.keys) == (None, "auto", {})
    assert (found.ask_basis, found.backups_kept, found.backup_folder) == (False, 20, None)
    assert found.notices == ()


def test_what_is_said_is_taken(tmp_path: Path) -> None:
    found = settings(tmp_path, 'author = "王小明"\nambiguous = 2\n[keys]\nfind = "f11"\n')
    assert (found.author, found.ambiguous, found.keys) == ("王小明", "2", {"find": "f11"})
    found = settings(tmp_path, f"[backup]\nkeep = 5\nfolder = '{tmp_path}'\n")
    assert (found.backups_kept, found.backup_folder, found.notices) == (5, tmp_path, ())


def test_what_other_rooms_look_at_is_handed_on_as_written(tmp_path: Path) -> None:
    found = settings(tmp_path, '[checks]\noff = ["C17"]\n[paper]\nsize = 9\n')
    assert found.checks.said == {"off": ["C17"]}
    assert found.paper.said == {"size": 9}


def test_the_shipped_example_says_nothing(tmp_path: Path) -> None:
    found = settings(tmp_path, (files("data") / "settings.toml").read_text("utf-8"))
    assert found == Settings() and found.notices == ()


@pytest.mark.parametrize(
    ("slip", "line", "named"),
    [
        ("colour = 1", 2, "colour 不认识"),
        ("ask_basis = 1", 2, "ask_basis 应为 true 或 false"),
        ('ambiguous = "3"', 2, "ambiguous 应为 auto、1、2 之一"),
        ("keys = 1", 2, "keys 不认识"),
        ("checks = 1", 2, "checks 不认识"),
        ("paper = 'A4'", 2, "paper 不认识"),
        ("backup = 3", 2, "backup 不认识"),
        ("[keys]\nfind = 3", 3, "keys.find 应为键，写在引号里"),
        ("[keys]\nprint = 'f9'\n\nfind = []", 5, "keys.find 应为键，写在引号里"),
        ("[backup]\nkeep = 0", 3, "backup.keep 应为 1 至 10000 的整数"),
        ("[backup]\nkeep = true", 3, "backup.keep 应为 1 至 10000 的整数"),
        ('[backup]\n# 旧的\nfolder = "备份"', 4, "backup.folder 应为完整的路径，如 D:/要点备份"),
        ("[backup]\nhours = 3", 3, "backup.hours 不认识"),
    ],
)
def test_a_wrong_value_costs_itself_and_is_named_with_its_line(
    tmp_path: Path, slip: str, line: int, named: str
) -> None:
    found = settings(tmp_path, f'author = "王小明"\n{slip}\n')
    expected = f"settings.toml 第 {line} 行的 {named}，这一项按默认，其余照用"
    (notice,) = found.notices
    assert expected in notice
    assert found.author == "王小明"
    assert (found.ambiguous, found.ask_basis, found.backups_kept, found.backup_folder) == (
        "auto",
        False,
        20,
        None,
    )


def test_the_other_values_of_a_section_hold(tmp_path: Path) -> None:
    found = settings(tmp_path, '[keys]\nfind = 3\nprint = "f11"\n[backup]\nfolder = 1\nkeep = 7\n')
    assert found.keys == {"print": "f11"}
    assert found.backups_kept == 7
    first, second = found.notices
    assert "第 2 行的 keys.find" in first
    assert "第 5 行的 backup.folder" in second


def test_a_name_that_is_no_toml_is_the_author_at_the_top_alone(tmp_path: Path) -> None:
    assert settings(tmp_path, "author = 王小明\n").author_is_wrong
    assert not settings(tmp_path, "[keys]\nauthor = 王小明\n").author_is_wrong


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        ("author = 王小明", 2),
        ("author = ", 2),
        ('author "王小明"', 2),
        ("keep = = 3", 2),
    ],
)
def test_a_line_that_is_no_toml_costs_itself(tmp_path: Path, slip: str, line: int) -> None:
    found = settings(tmp_path, f'ask_basis = true\n{slip}\n[keys]\nfind = "f11"\n')
    (notice,) = found.notices
    assert f"settings.toml 第 {line} 行读不了，这一行没有采用，其余照用" in notice
    assert (found.ask_basis, found.author, found.keys) == (True, None, {"find": "f11"})


def test_a_list_left_open_costs_its_line(tmp_path: Path) -> None:
    found = settings(tmp_path, '[checks]\noff = ["C17",\nload_limit = 0.6\n[backup]\nkeep = 7\n')
    (notice,) = found.notices
    assert "第 2 行读不了" in notice
    assert found.checks.said == {"load_limit": 0.6}
    assert found.backups_kept == 7


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    found = settings(tmp_path, '\ufeffauthor = "王小明"\r\n')
    assert (found.author, found.notices) == ("王小明", ())


@pytest.mark.parametrize("broken", [b"author = ", b"\xff\xfe", b"\0"])
def test_what_cannot_be_read_is_said(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(broken)
    found = load_settings(path)
    assert replace(found, author_is_wrong=False) == Settings()
    assert "读不了" in " ".join(found.notices)


def test_why_the_settings_cannot_be_read_is_said_in_chinese(tmp_path: Path) -> None:
    text, folder = tmp_path / "settings.toml", tmp_path / "folder.toml"
    text.write_bytes(b'author = "\xff"')
    folder.mkdir()
    for path, why in ((text, "不是 UTF-8 的文本"), (folder, "这是一个文件夹")):
        assert load_settings(path).notices == (
            f"设置文件 {path} 读不了（{why}），已按默认设置打开，请改正。",
        )
