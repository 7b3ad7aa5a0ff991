"""Faults under the real logic, put in at `store.file.disk`: calls fail once, writes come short, rights go
away meanwhile.
"""

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from store.file import disk
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.records.changes import Change
from tests.store.small_list import SHORT, journal_path, names, new_file, remark, setting

CALLS = (
    "create",
    "create_for_append",
    "open_for_append",
    "open_for_lock",
    "write",
    "sync",
    "truncate",
    "close",
    "replace",
    "sync_folder",
    "read",
    "read_ours",
    "read_end",
    "stamp",
    "remove",
)


class Fault:
    """The call of the disk with a number fails, once."""

    def __init__(self, patch: pytest.MonkeyPatch, number: int, code: int) -> None:
        self.calls = 0
        self.failed = ""
        for name in CALLS:
            patch.setattr(disk, name, self._counted(name, getattr(disk, name), number, code))

    def _counted(self, name: str, real: Callable[..., Any], number: int, code: int) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls += 1
            if self.calls == number:
                self.failed = name
                if name == "close":  # The system gives the descriptor back all the same.
                    real(*arguments)
                raise OSError(code, "put in by the test")
            return real(*arguments)

        return call


def day(folder: Path) -> Iterator[Callable[[], object]]:
    """The acts of a day on a list, each to be done again where the disk refused it."""
    opened: list[TaskFile] = []
    yield lambda: opened.append(new_file(folder))
    for text in ("一", "二"):
        yield partial(committed, opened, text)
    yield lambda: opened[-1].fold()
    yield lambda: opened[-1].commit(setting(opened[-1], remark="三"))
    yield lambda: opened[-1].back_up()
    yield partial(copied, opened, folder / "副本.json")
    yield lambda: opened[-1].close()
    yield lambda: opened.append(TaskFile.open(folder / SHORT))
    yield lambda: opened[-1].take(setting(opened[-1], remark="四"))
    yield lambda: opened[-1].save()
    yield lambda: opened[-1].close()


def committed(opened: list[TaskFile], text: str) -> Change:
    return opened[-1].commit(setting(opened[-1], remark=text))


def copied(opened: list[TaskFile], path: Path) -> None:
    if not path.exists():
        opened[-1].save_copy(path)


@pytest.mark.parametrize("code", [errno.ENOSPC, pytest.param(errno.EIO, marks=pytest.mark.slow)])
def test_any_call_may_fail_once_and_doing_the_act_again_loses_nothing(code: int) -> None:
    failed = set()
    for number in range(1, 1000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with pytest.MonkeyPatch.context() as patch:
                fault = Fault(patch, number, code)
                for act in day(folder):
                    try:
                        act()
                    except FileProblem as problem:
                        assert str(problem).endswith("。")
                        act()
            failed.add(fault.failed)
            with TaskFile.open(folder / SHORT) as file:
                assert (remark(file), len(file.history), file.breaks(), file.notices) == ("四", 5, [], []), (
                    number,
                    fault.failed,
                )
            assert remark(TaskFile.open(folder / "副本.json", read_only=True)) == "三"
            assert names(folder) == ["副本.json", SHORT, "清单.备份"], (number, fault.failed)
        if not fault.failed:
            break
    assert failed - {""} >= {
        "create",
        "create_for_append",
        "open_for_lock",
        "write",
        "sync",
        "replace",
        "sync_folder",
        "stamp",
    }


@pytest.mark.parametrize("taken", [1, 7])
def test_short_writes_are_finished_wherever_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    write = disk.write
    monkeypatch.setattr(disk, "write", lambda fd, data: write(fd, data[:taken]))
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="短写"))
        copy = file.back_up()
        file.save_copy(tmp_path / "副本.json")
    monkeypatch.undo()
    assert copy is not None
    for path in (tmp_path / SHORT, tmp_path / "副本.json", copy):
        with TaskFile.open(path, read_only=True) as file:
            assert (remark(file), file.breaks(), file.notices) == ("短写", [], [])


def test_a_disk_that_fills_up_in_the_middle_of_a_record_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, room = disk.write, [0]

    def filling(fd: int, data: memoryview) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "full")
        count = min(room[0], len(data))
        room[0] -= count
        return write(fd, data[:count])

    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="一"))
        size = journal_path(file.path).stat().st_size
        monkeypatch.setattr(disk, "write", filling)
        for room[0] in (1, 40, 200, size - 1):
            with pytest.raises(FileProblem, match="这次修改没有保存：磁盘已满"):
                file.commit(setting(file, remark="二二"))
            assert journal_path(file.path).stat().st_size == size
            with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
                assert (remark(reader), reader.notices) == ("一", [])
        monkeypatch.undo()
        file.commit(setting(file, remark="二"))
    with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
        assert (remark(reader), len(reader.history)) == ("二", 3)


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder of one's own, without the rights of root, whom no permission binds."""
    with tempfile.TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            Path(folder).chmod(0o777)
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_a_folder_that_becomes_read_only_refuses_the_first_change_and_takes_it_later(
    ordinary_user: Path,
) -> None:
    folder = ordinary_user / "共享"
    folder.mkdir()
    file = new_file(folder)
    folder.chmod(0o555)
    file.take(setting(file, remark="甲"))
    with pytest.raises(FileProblem, match="这次修改没有保存：没有权限，请向管理员要求读写权限"):
        file.save()
    assert (remark(file), file.unsaved) == ("甲", 1)
    folder.chmod(0o755)
    file.save()
    folder.chmod(0o555)
    file.commit(setting(file, remark="乙"))
    with pytest.raises(FileProblem, match="变更都在日志"):
        file.fold()
    folder.chmod(0o755)
    file.close()
    with TaskFile.open(folder / SHORT, read_only=True) as reader:
        assert (remark(reader), len(reader.history)) == ("乙", 3)


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_every_file_is_the_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with new_file(tmp_path) as file:
            file.commit(setting(file, remark="甲"))
            file.save_copy(tmp_path / "副本.json")
            file.back_up()
            found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
            endings = {path.suffix for path in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert endings == {".json", ".journal", ".lock", ".备份"}
    assert not [name for name, mode in found.items() if mode & 0o077]
