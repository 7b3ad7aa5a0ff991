from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.file import disk
from store.file.backups import Backups, chosen, worth_keeping
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.machine import settings
from tests.store.small_list import SHORT, new_file, remark, setting

NOW = datetime(2027, 3, 15, 17, 0)


def test_a_backup_is_made_at_once_and_then_once_an_hour(tmp_path: Path) -> None:
    with new_file(tmp_path) as list_file:
        first = list_file.back_up(at=NOW)
        assert list_file.back_up(at=NOW + timedelta(minutes=59)) is None
        list_file.commit(setting(list_file, remark="一"))
        second = list_file.back_up(at=NOW + timedelta(hours=1))
        assert [copy for _, copy in Backups(list_file.path).all()] == [second, first]
    assert first is not None and second is not None
    assert (remark(TaskFile.open(first, read_only=True)), remark(TaskFile.open(second, read_only=True))) == (
        "",
        "一",
    )


def test_a_backup_is_the_owners_alone(tmp_path: Path) -> None:
    with new_file(tmp_path) as list_file:
        copy = list_file.back_up()
    assert copy is not None
    assert copy.stat().st_mode & 0o077 == copy.parent.stat().st_mode & 0o077 == 0


def test_a_reader_makes_no_backup(tmp_path: Path) -> None:
    new_file(tmp_path).close()
    assert TaskFile.open(tmp_path / SHORT, read_only=True).back_up() is None


def test_thinning_keeps_all_of_today_one_a_day_and_one_a_month() -> None:
    today = [NOW - timedelta(hours=hours) for hours in range(4)]
    days = [NOW - timedelta(days=day, hours=hours) for day in range(1, 6) for hours in range(3)]
    months = [datetime(2026, month, day, 9) for month in (10, 11) for day in (3, 20)]
    kept = worth_keeping([*today, *days, *months], NOW, 100)
    assert kept == {
        *today,
        *(NOW - timedelta(days=day) for day in range(1, 6)),
        datetime(2026, 10, 20, 9),
        datetime(2026, 11, 20, 9),
    }


def test_at_most_so_many_are_kept_and_what_a_kill_left_goes(tmp_path: Path) -> None:
    with new_file(tmp_path) as list_file:
        for hour in range(5):
            last = list_file.back_up(Backups(list_file.path, keep=3), at=NOW + timedelta(hours=hour))
        assert last is not None
        (last.parent / "清单 x.json.1-1.tmp").touch()
        list_file.back_up(Backups(list_file.path, keep=3), at=NOW + timedelta(hours=5))
        assert len(list(last.parent.iterdir())) == 3


def test_lists_of_one_name_share_a_chosen_folder_and_keep_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.toml").write_text(f"[backup]\nkeep = 2\nfolder = '{tmp_path / '备份'}'\n", "utf-8")
    monkeypatch.setattr(settings, "settings_path", lambda: tmp_path / "settings.toml")
    copies = []
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        with new_file(tmp_path / name) as list_file:
            copies.append(list_file.back_up())
    for name, copy in zip(("甲", "乙"), copies, strict=True):
        assert copy is not None and copy.parent.parent == tmp_path / "备份"
        assert [found for _, found in chosen(tmp_path / name / SHORT).all()] == [copy]
        assert copy.parent.stat().st_mode & 0o077 == 0


def test_settings_that_cannot_be_read_stop_no_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "settings.toml").write_text("backup = 3", "utf-8")
    monkeypatch.setattr(settings, "settings_path", lambda: tmp_path / "settings.toml")
    with new_file(tmp_path) as list_file:
        copy = list_file.back_up()
    assert copy is not None and copy.parent == tmp_path / "清单.备份"


def test_a_folder_that_takes_no_backup_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int, data: memoryview) -> int:
        raise OSError(28, "full")

    with new_file(tmp_path) as list_file:
        monkeypatch.setattr(disk, "write", full)
        with pytest.raises(FileProblem, match="磁盘已满"):
            list_file.back_up()
        monkeypatch.undo()
        assert list_file.back_up() is not None


def test_the_folder_of_a_list_whose_stick_was_pulled_is_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / "U盘").mkdir()
    with new_file(tmp_path / "U盘") as list_file:
        (tmp_path / "U盘").rename(tmp_path / "拔出")
        with pytest.raises(FileProblem, match="备份没有存成：文件或所在的文件夹不见了"):
            list_file.back_up()
        assert not (tmp_path / "U盘").exists()
        (tmp_path / "拔出").rename(tmp_path / "U盘")
        assert list_file.back_up() is not None
