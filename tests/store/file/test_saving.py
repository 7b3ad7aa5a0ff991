"""Taking a change and saving it, step by step: what is unsaved is kept, counted, saved in order, and in no
fold or backup.
"""

import errno
from pathlib import Path

import pytest

from store.file import disk
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.history.undoing import undo_change
from store.refused import Refused
from tests.store.file.failing_disk import failing
from tests.store.small_list import SHORT, abandon, new_file, read, remark, setting, undo


def test_what_is_taken_is_in_the_list_and_not_on_the_disk_until_it_is_saved(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        change = file.take(setting(file, remark="甲"))
        assert (remark(file), file.history[-1], file.unsaved) == ("甲", change, 1)
        assert read(tmp_path / SHORT) == ""
        file.save()
        assert (read(tmp_path / SHORT), file.unsaved) == ("甲", 0)


def test_several_taken_changes_are_saved_in_order_by_one_fsync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="0"))  # The journal is there, with its name on the disk.
        for number in range(1, 6):
            file.take(setting(file, remark=str(number)))
        calls = []
        sync = disk.sync

        def counted(fd: int) -> None:
            calls.append(fd)
            sync(fd)

        monkeypatch.setattr(disk, "sync", counted)
        file.save()
        assert len(calls) == 1
        abandon(file)
    with TaskFile.open(tmp_path / SHORT, read_only=True) as again:
        assert [change.edits[0].after for change in again.history[1:]] == ["0", "1", "2", "3", "4", "5"]
        assert again.breaks() == []


@pytest.mark.parametrize("call", ["write", "sync", "truncate", "stamp"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.ENOENT])
def test_what_the_disk_refuses_stays_taken_and_a_retry_saves_it(tmp_path: Path, call: str, code: int) -> None:
    with new_file(tmp_path) as file:
        first = file.take(setting(file, remark="甲"))
        with failing(call, code), pytest.raises(FileProblem, match="这次修改没有保存"):
            file.save()
        second = file.take(setting(file, 1, remark="乙"))
        with failing(call, code), pytest.raises(FileProblem):
            file.save()
        assert (remark(file), remark(file, 1), file.unsaved) == ("甲", "乙", 2)
        assert (read(tmp_path / SHORT), read(tmp_path / SHORT, 1)) == ("", "")
        file.save()
        assert file.unsaved == 0
        assert (read(tmp_path / SHORT), read(tmp_path / SHORT, 1)) == ("甲", "乙")
    with TaskFile.open(tmp_path / SHORT, read_only=True) as again:
        assert [change.id for change in again.history[1:]] == [first.id, second.id]


def test_a_commit_that_fails_takes_back_its_own_change_alone(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.take(setting(file, remark="甲"))
        with failing("sync"), pytest.raises(FileProblem):
            file.commit(setting(file, 1, remark="乙"))
        assert (remark(file), remark(file, 1), file.unsaved, len(file.history)) == ("甲", "", 1, 2)
        file.commit(setting(file, 1, remark="丙"))
        assert (read(tmp_path / SHORT), read(tmp_path / SHORT, 1)) == ("甲", "丙")
        assert file.breaks() == []


def test_an_unsaved_change_is_undone_and_both_are_saved(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        with failing("write"), pytest.raises(FileProblem):
            file.take(setting(file, remark="甲"))
            file.save()
        file.take(undo_change(file.tasks, file.history))
        assert (remark(file), file.unsaved) == ("", 2)
        file.save()
        assert len(TaskFile.open(tmp_path / SHORT, read_only=True).history) == 3
        with pytest.raises(Refused, match="没有可以撤销的变更"):
            undo(file)


def test_what_is_dropped_is_gone_and_what_was_saved_stays(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        file.take(setting(file, remark="乙"))
        file.take(setting(file, remark="丙"))
        with failing("sync"), failing("truncate"), pytest.raises(FileProblem):
            file.save()
        file.drop_unsaved()
        assert (remark(file), file.unsaved, len(file.history)) == ("甲", 0, 2)
        assert read(tmp_path / SHORT) == "甲", "nothing half written is left behind"
        file.commit(setting(file, 1, remark="丁"))
    assert (read(tmp_path / SHORT), read(tmp_path / SHORT, 1)) == ("甲", "丁")
