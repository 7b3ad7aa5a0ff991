"""A second window, copies, closing, undo and redo of a list on the disk."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from store.file import disk
from store.file.problems import FileLocked, FileProblem, NotWritable
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from store.refused import Refused
from tests.store.file.failing_disk import fault
from tests.store.small_list import ROWS, SHORT, abandon, new_file, redo, remark, setting, undo


def test_a_second_writer_is_told_who_has_the_list_and_can_still_read_it(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        with pytest.raises(
            FileLocked, match=r"正由 王芳 在 .+ 上（自 .+ 起）打开，现在只能查看，请等对方关闭后再修改。"
        ) as caught:
            TaskFile.open(tmp_path / SHORT)
        assert caught.value.holder.user == "王芳"
        with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
            assert remark(reader) == "甲"
            assert reader.read_only
    TaskFile.open(tmp_path / SHORT).close()


def test_every_way_to_a_list_meets_the_same_lock(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        (tmp_path / "链接.json").symlink_to(tmp_path / SHORT)
        with pytest.raises(FileLocked):
            TaskFile.open(tmp_path / "链接.json")
    with TaskFile.open(tmp_path / "链接.json") as file:
        file.commit(setting(file, remark="甲"))
    assert (tmp_path / "链接.json").is_symlink()
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert remark(file) == "甲"


def test_reading_writes_nothing(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="甲"))
    abandon(file)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert remark(file) == "甲"
        assert not file.needs_fold
        acts: list[Callable[[], Change]] = [
            lambda: file.commit(setting(file, remark="乙")),
            lambda: undo(file),
        ]
        for act in acts:
            with pytest.raises(NotWritable, match="只读"):
                act()
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before


def test_a_closed_list_takes_no_change(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.close()
    file.close()
    with pytest.raises(NotWritable):
        file.commit(setting(file, remark="甲"))


def test_a_copy_is_whole_at_any_time_and_replaces_nothing(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        file.save_copy(tmp_path / "副本.json")
        with pytest.raises(FileProblem, match=r"已有同名文件“副本.json”"):
            file.save_copy(tmp_path / "副本.json")
        with pytest.raises(FileProblem, match=r"副本“副本.json”没有存成：文件或所在的文件夹不见了"):
            file.save_copy(tmp_path / "无" / "副本.json")
        assert file.needs_fold
    with TaskFile.open(tmp_path / "副本.json") as copy:
        assert (remark(copy), len(copy.history), copy.file_id) == ("甲", 2, file.file_id)


def test_an_error_on_its_way_is_not_hidden_by_one_of_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyError, match="mine"), monkeypatch.context() as patch, new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        patch.setattr(disk, "replace", fault(errno.EIO))
        raise KeyError("mine")
    with TaskFile.open(tmp_path / SHORT) as file:
        assert remark(file) == "甲"


def test_undo_and_redo_are_changes_and_survive_reopening(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(Change("改备注", tuple(updated(file.tasks.task(ROWS[0].key), remark="甲"))))
        undone = undo(file)
        assert (remark(file), undone.title, undone.undoes) == ("", "撤销：改备注", file.history[1].id)
    with TaskFile.open(tmp_path / SHORT) as file:
        redone = redo(file)
        assert (remark(file), redone.title, redone.redoes) == ("甲", "重做：改备注", undone.id)
        with pytest.raises(Refused, match="没有可以重做的变更"):
            redo(file)
        undo(file)
        with pytest.raises(Refused, match="没有可以撤销的变更"):
            undo(file)
        assert [change.title for change in file.history] == [
            "导入通知",
            "改备注",
            "撤销：改备注",
            "重做：改备注",
            "撤销：改备注",
        ]
