"""Putting the journal into the file: nothing is lost, whatever comes between the steps."""

import errno
import json
import shutil
import threading
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.file import disk
from store.file.problems import FileProblem
from store.file.storage import AtomicStorage
from store.file.task_file import TaskFile
from store.progress import Cancelled
from tests.store.file.failing_disk import fault
from tests.store.small_list import IMPORT, SHORT, abandon, journal_path, names, new_file, remark, setting


def test_commits_between_the_steps_of_a_fold_stay_in_the_journal(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="一"))
        steps = file.fold_steps()
        next(steps)
        file.commit(setting(file, remark="二"))
        for _ in steps:
            pass
        assert file.needs_fold
        folded = json.loads((tmp_path / SHORT).read_bytes())
        assert folded["tasks"]["1"]["remark"] == "一"
        with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
            assert (remark(reader), len(reader.history)) == ("二", 3)
        file.fold()
        assert not file.needs_fold


def test_a_fold_that_was_overtaken_by_another_writes_nothing(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="一"))
        old = file.fold_steps()
        next(old)
        file.commit(setting(file, remark="二"))
        file.fold()
        list(old)
        assert json.loads((tmp_path / SHORT).read_bytes())["tasks"]["1"]["remark"] == "二"
        file.commit(setting(file, remark="三"))
        old = file.fold_steps()
        next(old)
    list(old)
    assert names(tmp_path) == [SHORT]
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert remark(file) == "三"


def test_a_thread_may_fold_while_changes_are_committed(tmp_path: Path) -> None:
    stop = threading.Event()
    with new_file(tmp_path) as file:

        def fold() -> None:
            while not stop.is_set():
                file.fold()

        thread = threading.Thread(target=fold)
        thread.start()
        for number in range(150):
            file.commit(setting(file, remark=str(number)))
        with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
            assert (remark(reader), len(reader.history), reader.notices) == ("149", 151, [])
        stop.set()
        thread.join()
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), len(file.history), file.notices) == ("149", 151, [])


def call_off(done: int, total: int) -> None:
    raise Cancelled


def test_a_fold_that_is_called_off_while_closing_leaves_all_in_the_journal(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="一"))
    before = (tmp_path / SHORT).read_bytes()
    with pytest.raises(Cancelled):
        file.close(call_off)
    assert names(tmp_path) == [SHORT, f"{SHORT}.journal"]
    assert (tmp_path / SHORT).read_bytes() == before
    with TaskFile.open(tmp_path / SHORT) as again:
        assert (remark(again), again.notices) == ("一", [])


def test_a_new_list_whose_making_is_called_off_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        TaskFile.create(tmp_path / SHORT, IMPORT, progress=call_off)
    assert names(tmp_path) == []


def test_without_changes_there_is_nothing_to_fold(tmp_path: Path) -> None:
    with new_file(tmp_path):
        stamp = disk.stamp(tmp_path / SHORT)
    with TaskFile.open(tmp_path / SHORT) as file:
        assert not file.needs_fold
        assert list(file.fold_steps()) == []
    assert disk.stamp(tmp_path / SHORT) == stamp


@pytest.mark.parametrize("call", ["create", "write", "sync", "replace", "sync_folder"])
def test_a_fold_that_the_disk_refuses_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="甲"))
    with monkeypatch.context() as patch:
        patch.setattr(disk, call, fault(errno.ENOSPC))
        with pytest.raises(
            FileProblem, match=r"变更都在日志“清单\.json\.\w+\.journal”里，只是还没有并入清单文件：磁盘已满"
        ):
            file.fold()
        with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
            assert remark(reader) == "甲"
        with pytest.raises(FileProblem, match="变更都在日志"):
            file.close()
    assert names(tmp_path) == [SHORT, f"{SHORT}.journal"]
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), len(file.history), file.notices) == ("甲", 2, [])


def test_a_journal_that_cannot_be_emptied_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="甲"))
    with monkeypatch.context() as patch:
        patch.setattr(disk, "truncate", fault(errno.EIO))
        file.fold()
    assert not file.needs_fold
    abandon(file)
    assert journal_path(tmp_path / SHORT).stat().st_size
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), len(file.history), file.needs_fold) == ("甲", 2, False)
        file.commit(setting(file, remark="乙"))
        abandon(file)
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), len(file.history)) == ("乙", 3)


def test_a_file_that_another_program_changed_is_never_overwritten(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="甲"))
    AtomicStorage(tmp_path / SHORT).write({"别人": {"1": {"a": 1}}})
    other = (tmp_path / SHORT).read_bytes()
    for act in (lambda: file.commit(setting(file, remark="乙")), file.fold, file.close):
        with pytest.raises(FileProblem, match="已被别的程序改动或替换，没有覆盖它，请把现在的内容另存副本"):
            act()
    file.save_copy(tmp_path / "副本.json")
    assert (tmp_path / SHORT).read_bytes() == other
    assert names(tmp_path) == ["副本.json", SHORT, f"{SHORT}.journal"]
    with TaskFile.open(tmp_path / "副本.json") as copy:
        assert remark(copy) == "甲"


def test_a_new_date_or_a_copy_of_the_same_content_is_no_change(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        shutil.copy(tmp_path / SHORT, tmp_path / "同.json")
        (tmp_path / "同.json").replace(tmp_path / SHORT)
        file.commit(setting(file, remark="甲"))
        (tmp_path / SHORT).touch()
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert remark(file) == "甲"


def test_tables_of_others_are_kept(tmp_path: Path) -> None:
    new_file(tmp_path).close()
    with TinyDB(tmp_path / SHORT, storage=AtomicStorage) as db:
        db.table("别人的表").insert({"没有": "key"})
    with TaskFile.open(tmp_path / SHORT) as file:
        assert "曾被别的程序改写过" in file.notices[0]
        file.commit(setting(file, remark="甲"))
    with TinyDB(tmp_path / SHORT, encoding="utf-8") as db:
        assert db.table("别人的表").all() == [{"没有": "key"}]
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert (remark(file), file.notices) == ("甲", [])
