"""Opening where the system says no: folders and files that are read only, locks, disks that fail."""

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.file import disk
from store.file.problems import FileProblem, NotWritable
from store.file.task_file import TaskFile
from tests.store.file.failing_disk import fault
from tests.store.file.refused_files import refused, with_journal
from tests.store.small_list import SHORT, journal_path, names, new_file, remark, setting


@pytest.fixture
def ordinary_user(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of one's own, without the rights of root, that no permission binds."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_CONFIG_HOME", folder)
        if os.geteuid() == 0:
            Path(folder).chmod(0o777)
            os.seteuid(65534)
            try:
                yield Path(folder)
            finally:
                os.seteuid(0)
        else:
            yield Path(folder)


def test_a_read_only_folder_can_be_looked_into_alone(ordinary_user: Path) -> None:
    folder = ordinary_user / "只读"
    folder.mkdir()
    with_journal(folder, "一")
    folder.chmod(0o555)
    with pytest.raises(NotWritable, match=r"不能在这里修改清单“清单.json”，现在只能查看：没有权限"):
        TaskFile.open(folder / SHORT)
    with TaskFile.open(folder / SHORT, read_only=True) as file:
        assert remark(file) == "一"
        file.save_copy(ordinary_user / "副本.json")
    with pytest.raises(FileProblem, match="没有权限"):
        TaskFile.create(folder / "新.json", file.history[0])
    folder.chmod(0o755)


def test_a_read_only_file_is_not_replaced(ordinary_user: Path) -> None:
    new_file(ordinary_user).close()
    (ordinary_user / SHORT).chmod(0o400)
    with pytest.raises(NotWritable, match="是只读文件，现在只能查看"):
        TaskFile.open(ordinary_user / SHORT)
    TaskFile.open(ordinary_user / SHORT, read_only=True).close()
    (ordinary_user / SHORT).chmod(0o000)
    with pytest.raises(FileProblem, match=r"无法打开清单“清单.json”：没有权限，请向管理员要求读写权限"):
        TaskFile.open(ordinary_user / SHORT, read_only=True)
    assert names(ordinary_user) == [SHORT]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.EROFS, "是只读的"), (errno.ENOLCK, "系统报告了错误 37"), (errno.ENOSPC, "磁盘已满")],
)
def test_where_no_lock_can_be_had_only_reading_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    new_file(tmp_path).close()
    monkeypatch.setattr(disk, "open_for_lock", fault(code))
    with pytest.raises(NotWritable, match=f"现在只能查看：.*{sentence}"):
        TaskFile.open(tmp_path / SHORT)
    TaskFile.open(tmp_path / SHORT, read_only=True).close()


@pytest.mark.parametrize("call", ["read", "stamp"])
def test_a_disk_that_does_not_read_is_named_and_the_lock_is_free_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    new_file(tmp_path).close()
    with monkeypatch.context() as patch:
        patch.setattr(disk, call, fault(errno.EIO))
        refused(tmp_path / SHORT, "无法打开清单“清单.json”：磁盘读写出错，请检查磁盘")
    TaskFile.open(tmp_path / SHORT).close()


def test_a_fold_between_the_two_readings_of_a_reader_is_no_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = disk.read
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="一"))

        def read_and_fold(path: Path) -> bytes:
            raw = read(path)
            if path == journal_path(file.path):
                file.fold()
                file.commit(setting(file, 1, remark="二"))
            return raw

        monkeypatch.setattr(disk, "read", read_and_fold)
        with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
            assert (remark(reader), reader.notices) == ("一", [])
