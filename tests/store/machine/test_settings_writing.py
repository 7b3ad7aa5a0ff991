"""Writing the settings: what a person wrote stays, and what is written is read back."""

from pathlib import Path
from typing import Any

import pytest

from store.machine.settings import load_settings
from store.machine.settings_writing import settings_text, write_entry, write_text
from store.refused import Refused

BY_HAND = """# 办公室的设置

author = "王小明"  # 王主任

# 备份放在二号盘
[backup]
# 不要太多
keep = 5
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def by_hand(path: Path, text: str = BY_HAND) -> Path:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_begun_and_each_entry_says_what_it_is(path: Path) -> None:
    write_entry("backup.keep", 7, "最多留几份", path)
    write_entry("author", "王小明", "变更记在谁的名下", path)
    settings = load_settings(path)
    assert (settings.backups_kept, settings.author, settings.notices) == (7, "王小明", ())
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# 要点的设置")
    assert 'author = "王小明" # 变更记在谁的名下' in lines
    assert lines.index('author = "王小明" # 变更记在谁的名下') < lines.index("[backup]")


def test_comments_and_order_stay(path: Path) -> None:
    by_hand(path)
    write_entry("author", "李文书", "变更记在谁的名下", path)
    write_entry("ambiguous", "2", "", path)
    write_entry("backup.folder", "/mnt/备份", "", path)
    assert path.read_text("utf-8").splitlines() == [
        "# 办公室的设置",
        "",
        'author = "李文书"  # 王主任',
        'ambiguous = "2"',
        "",
        "# 备份放在二号盘",
        "[backup]",
        "# 不要太多",
        "keep = 5",
        'folder = "/mnt/备份"',
    ]


@pytest.mark.parametrize(
    "key, value",
    [
        ("author", '引号"和\\反斜线'),
        ("checks.off", ["C17", "C24"]),
        ("checks.grades.C16", "错误"),
        ("paper.margins", [27, 37.5, 27, 35]),
        ("paper.fonts.text", "仿宋"),
        ("backup.keep", 9),
    ],
)
@pytest.mark.parametrize("before", ["", BY_HAND, "backup.keep = 5\n", "backup = { keep = 5 }\n"])
def test_what_is_written_is_read_and_goes_again(path: Path, before: str, key: str, value: Any) -> None:
    by_hand(path, before)
    write_entry(key, value, "说明", path)
    assert _said(path, key) == value
    write_entry(key, None, "说明", path)
    assert _said(path, key) is None
    assert load_settings(path).notices == ()


def _said(path: Path, key: str) -> object:
    import tomli

    here: Any = tomli.loads(path.read_text("utf-8"))
    for name in key.split("."):
        here = here.get(name) if here else None
    return here


def test_nothing_is_written_into_a_file_that_cannot_be_read(path: Path) -> None:
    by_hand(path, "author = 王小明\n[backup]\nkeep = 5\n")
    with pytest.raises(Refused, match="第 1 行读不了"):
        write_entry("backup.keep", 6, "", path)
    assert path.read_text("utf-8") == "author = 王小明\n[backup]\nkeep = 5\n"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match="读不了"):
        write_entry("backup.keep", 6, "", path)
    assert path.read_bytes() == b"\xff\xfe"


def test_a_table_that_is_no_table_is_named(path: Path) -> None:
    by_hand(path, "backup = 3\n")
    with pytest.raises(Refused, match=r"写作 \[backup\]"):
        write_entry("backup.keep", 6, "", path)


def test_the_file_is_written_as_text_where_it_can_be_read(path: Path) -> None:
    assert settings_text(path) == ""
    write_text(BY_HAND, path)
    assert settings_text(path) == BY_HAND
    with pytest.raises(Refused, match="第 2 行读不了"):
        write_text("[backup]\nkeep 5\n", path)
    assert settings_text(path) == BY_HAND


def test_a_folder_that_cannot_be_written_is_said(path: Path) -> None:
    path.parent.parent.joinpath("config").write_text("在此", encoding="utf-8")
    with pytest.raises(Refused, match="没有存上"):
        write_text(BY_HAND, path)
