"""`copy`, `backups`, `restore`: whole lists kept and brought back."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.file.task_file import TaskFile
from store.machine import settings
from tests.sample import sample_change
from tests.tui.command_line.conftest import Yaodian

Shown = Callable[[str], Any]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings of this test's user lie."""
    monkeypatch.setattr(settings, "settings_path", lambda: tmp_path / "settings.toml")
    return tmp_path / "settings.toml"


def lead(shown: Shown) -> list[str]:
    """The first row's lead units."""
    found: list[str] = shown("tasks")[0]["lead_units"]
    return found


def test_a_copy_is_the_whole_list_and_replaces_nothing(
    yaodian: Yaodian, listed: Path, tmp_path: Path, shown: Shown
) -> None:
    assert yaodian("assign", "1", "--lead", "平台处", "-f", listed)[0] == 0
    copy = tmp_path / "副本.json"
    code, out, err = yaodian("copy", "-f", listed, "-o", copy)
    assert (code, err) == (0, "") and "副本.json（9 行，2 次变更）" in out
    assert copy.stat().st_mode & 0o077 == 0
    with TaskFile.open(copy, read_only=True) as file:
        assert [change.to_doc() for change in file.history] == shown("history")
    before = copy.read_bytes()
    code, out, err = yaodian("copy", "-f", listed, "-o", copy)
    assert (code, out) == (1, "") and "已有同名文件“副本.json”" in err
    assert copy.read_bytes() == before
    assert yaodian("copy", "-f", listed, "-o", tmp_path / "无" / "副本.json")[0] == 1
    with TaskFile.open(listed):
        assert yaodian("copy", "-f", listed, "-o", tmp_path / "又一份.json")[0] == 0


def test_the_first_change_of_the_hour_keeps_the_list_as_it_was_before(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("show", "tasks", "-f", listed)[0] == 0
    assert yaodian("backups", "-f", listed)[:2] == (0, "还没有备份。\n")
    for unit in ("平台处", "规划处"):
        assert yaodian("assign", "1", "--lead", unit, "-f", listed)[0] == 0
    code, out, err = yaodian("backups", "-f", listed, "--json")
    (held,) = json.loads(out)
    assert (code, err, held["rows"], held["changes"], held["problem"]) == (0, "", 9, 1, None)
    assert held["last_change"].startswith("导入通知")
    code, out, _ = yaodian("backups", "-f", listed)
    assert code == 0 and held["path"] in out and held["last_change"] in out


def test_restoring_is_one_change_that_undo_takes_back(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = shown("tasks")
    for row, unit in (("1", "平台处"), ("2", "规划处")):
        assert yaodian("assign", row, "--lead", unit, "-f", listed)[0] == 0
    changed = shown("tasks")
    (held,) = json.loads(yaodian("backups", "-f", listed, "--json")[1])
    code, out, _ = yaodian("restore", held["path"], "-f", listed)
    assert code == 0 and "2 行改回。要撤销请用 yaodian undo" in out
    assert shown("tasks") == before
    assert len(shown("history")) == 4
    assert yaodian("restore", held["path"], "-f", listed)[:2] == (0, "没有变化。\n")
    assert yaodian("undo", "-f", listed)[0] == 0
    assert shown("tasks") == changed


def test_what_is_no_backup_of_the_list_is_refused(
    yaodian: Yaodian, listed: Path, tmp_path: Path, shown: Shown
) -> None:
    (tmp_path / "别处").mkdir()
    other = tmp_path / "别处" / "示例.json"
    TaskFile.create(other, sample_change()).close()
    (tmp_path / "坏.json").write_bytes(b"\0" * 99)
    before = listed.read_bytes()
    for backup, sentence in (
        (other, "不是这份清单的备份"),
        (tmp_path / "坏.json", "全是零字节"),
        (tmp_path / "无.json", "找不到"),
    ):
        code, out, err = yaodian("restore", backup, "-f", listed)
        assert (code, out) == (1, "") and sentence in err
    assert listed.read_bytes() == before
    with TaskFile.open(listed):
        assert yaodian("restore", other, "-f", listed)[0] == 1


def test_a_damaged_backup_is_named_and_hides_no_other(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("assign", "1", "--lead", "平台处", "-f", listed)[0] == 0
    folder = listed.with_name("示例.备份")
    (folder / "示例 20200101-080000.json").write_bytes(b"\0" * 99)
    good, bad = json.loads(yaodian("backups", "-f", listed, "--json")[1])
    assert good["problem"] is None
    assert "全是零字节" in bad["problem"] and bad["at"].startswith("2020-01-01T08:00:00")


def test_a_backup_that_cannot_be_kept_is_a_sentence_and_stops_nothing(
    yaodian: Yaodian, listed: Path, own_settings: Path, shown: Shown
) -> None:
    own_settings.write_text(f"[backup]\nfolder = '{listed}/备份'\n", encoding="utf-8")
    code, out, err = yaodian("assign", "1", "--lead", "平台处", "-f", listed)
    assert code == 0 and "平台处" in out and "备份没有存成" in err
    assert lead(shown) == ["平台处"]


def test_the_settings_say_where_backups_go_and_how_many(
    yaodian: Yaodian, listed: Path, own_settings: Path, tmp_path: Path
) -> None:
    own_settings.write_text(f"[backup]\nkeep = 1\nfolder = '{tmp_path / '备份处'}'\n", encoding="utf-8")
    assert yaodian("assign", "1", "--lead", "平台处", "-f", listed)[0] == 0
    assert not listed.with_name("示例.备份").exists()
    (held,) = json.loads(yaodian("backups", "-f", listed, "--json")[1])
    assert Path(held["path"]).parent.parent == tmp_path / "备份处"


def test_a_restore_that_would_take_back_the_changes_of_others_says_whose_and_asks(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(listed, tmp_path / "对方.json"))
    backup = Path(shutil.copy(listed, tmp_path / "备份.json"))
    yaodian("set", "1", "--remark", "这里", "-f", listed)
    yaodian("set", "2", "--remark", "那里", "-f", other)
    with TaskFile.open(listed) as here, TaskFile.open(other, read_only=True) as there:
        here.take_in(there.history.docs, "2026-11-02T09:00:00+08:00", "对方")
    code, _, err = yaodian("restore", backup, "-f", listed)
    assert code == 1 and "恢复会收回 2 次变更，其中 1 次是" in err and "--own" in err
    code, out, _ = yaodian("restore", backup, "--own", "-f", listed)
    assert (code, "1 行改回" in out) == (0, True)
    with TaskFile.open(listed, read_only=True) as file:
        assert [task.remark for task in file.tasks.tasks][:2] == ["", "那里"]
