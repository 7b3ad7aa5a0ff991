"""What was taken and not saved, while the file is folded, copied, backed up and closed; from several
threads.
"""

import gc
import json
import threading
import time
from pathlib import Path

import pytest

from store.file import disk, folding
from store.file.backups import Backups
from store.file.problems import FileProblem, NotWritable
from store.file.task_file import TaskFile
from tests.bench.lists import new_list
from tests.bench.lists import remark as large_remark
from tests.store.file.failing_disk import failing
from tests.store.small_list import ROWS, SHORT, abandon, journal_path, names, new_file, read, remark, setting


def test_a_fold_saves_first_or_does_nothing(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        before = (tmp_path / SHORT).read_bytes()
        file.commit(setting(file, remark="甲"))
        file.take(setting(file, remark="乙"))
        with failing("write"), pytest.raises(FileProblem, match="这次修改没有保存"):
            file.fold()
        assert (tmp_path / SHORT).read_bytes() == before
        assert read(tmp_path / SHORT) == "甲"
        file.fold()
        assert json.loads((tmp_path / SHORT).read_bytes())["tasks"]["1"]["remark"] == "乙"
        assert not file.needs_fold


def test_what_is_taken_during_a_fold_is_not_in_the_file_and_is_not_lost(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        steps = file.fold_steps()
        next(steps)
        file.take(setting(file, remark="乙"))
        list(steps)
        assert json.loads((tmp_path / SHORT).read_bytes())["tasks"]["1"]["remark"] == "甲"
        assert (file.unsaved, file.needs_fold, remark(file)) == (1, True, "乙")
        file.save()
        assert read(tmp_path / SHORT) == "乙"


def test_what_is_taken_while_a_fold_saves_waits_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_file(tmp_path) as file:
        file.take(setting(file, remark="甲"))
        sync = disk.sync

        def slow(fd: int) -> None:
            if remark(file) == "甲":
                file.take(setting(file, remark="乙"))
            sync(fd)

        monkeypatch.setattr(disk, "sync", slow)
        file.fold()
        assert (read(tmp_path / SHORT), file.unsaved, file.needs_fold) == ("甲", 1, True)
        file.fold()
        assert (read(tmp_path / SHORT), file.unsaved, file.needs_fold) == ("乙", 0, False)


def test_a_backup_never_holds_what_is_not_saved(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.take(setting(file, remark="甲"))
        assert file.back_up() is None
        assert names(tmp_path) == [SHORT, f"{SHORT}.lock"]
        file.save()
        copy = file.back_up()
    assert copy is not None and read(copy) == "甲"


def test_a_copy_holds_what_is_not_saved(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.take(setting(file, remark="甲"))
        file.save_copy(tmp_path / "副本.json")
        assert (read(tmp_path / "副本.json"), read(tmp_path / SHORT)) == ("甲", "")


def test_closing_saves_and_says_what_it_could_not_save(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.take(setting(file, remark="甲"))
    file.close()
    file = TaskFile.open(tmp_path / SHORT)
    assert remark(file) == "甲"
    file.take(setting(file, remark="乙"))
    with failing("write"), pytest.raises(FileProblem, match="这次修改没有保存：磁盘已满"):
        file.close()
    with pytest.raises(NotWritable):
        file.take(setting(file, remark="丙"))
    with TaskFile.open(tmp_path / SHORT) as again:
        assert (remark(again), again.notices) == ("甲", [])


def test_nothing_is_taken_once_closing_began(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = []
    file = new_file(tmp_path)
    file.commit(setting(file, remark="甲"))
    replace = disk.replace

    def folding(source: Path, target: Path) -> None:
        with pytest.raises(NotWritable) as caught:
            file.take(setting(file, remark="乙"))
        refused.append(caught.value)
        replace(source, target)

    monkeypatch.setattr(disk, "replace", folding)
    file.close()
    assert refused and read(tmp_path / SHORT) == "甲"


def test_a_large_journal_makes_a_fold_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FOLD_AT_BYTES", 2000)
    with new_file(tmp_path) as file:
        due = []
        for number in range(6):
            file.commit(setting(file, remark=str(number)))
            due.append(file.fold_is_due)
            assert due[-1] is (journal_path(file.path).stat().st_size > 2000)
        assert due[0] is False and due[-1] is True
        file.fold()
        assert not file.fold_is_due
        # Where the journal could not be emptied, since a change came meanwhile, what the file holds does not
        # count.
        for number in range(9, 15):
            file.commit(setting(file, remark=str(number)))
        steps = file.fold_steps()
        next(steps)
        file.commit(setting(file, remark="x"))
        list(steps)
        assert file.needs_fold and not file.fold_is_due


def test_a_fold_gives_way_within_five_milliseconds(tmp_path: Path) -> None:
    """By the processor's clock, the best of three; the last step waits for the disk, which holds no
    interpreter.
    """
    longest = []
    with TaskFile.open(new_list(tmp_path / SHORT, 10_000)) as file:
        gc.freeze()
        for number in range(3):
            file.commit(large_remark(file, number))
            steps = file.fold_steps()
            held = [0.0]
            while held[-1] >= 0:
                began = time.thread_time()
                held.append(time.thread_time() - began if next(steps, steps) is None else -1)
            assert len(held) > 10
            longest.append(max(held))
        gc.unfreeze()
    assert min(longest) < 0.005


def test_taking_goes_on_while_the_disk_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, let_go = threading.Event(), threading.Event()
    sync = disk.sync

    def hang(fd: int) -> None:
        reached.set()
        assert let_go.wait(20)
        sync(fd)

    with new_file(tmp_path) as file:
        monkeypatch.setattr(disk, "sync", hang)
        file.take(setting(file, remark="甲"))
        thread = threading.Thread(target=file.save)
        thread.start()
        assert reached.wait(20)
        for number in range(3):  # On this thread, which would hang too if it waited for the disk.
            file.take(setting(file, 1, remark=str(number)))
        assert (file.unsaved, len(file.history), file.needs_fold, file.fold_is_due) == (4, 5, True, False)
        let_go.set()
        thread.join()
        assert file.unsaved == 3
        file.save()
        assert read(tmp_path / SHORT, 1) == "2"


def test_a_thread_may_save_and_fold_while_changes_are_taken(tmp_path: Path) -> None:
    stop = threading.Event()
    with new_file(tmp_path) as file:

        def work() -> None:
            while not stop.is_set():
                file.save()
                file.fold()

        thread = threading.Thread(target=work)
        thread.start()
        for number in range(300):
            file.take(setting(file, number % 3, remark=str(number)))
        stop.set()
        thread.join()
        file.save()
        abandon(file)
    with TaskFile.open(tmp_path / SHORT) as again:
        assert [remark(again, row) for row in range(len(ROWS))] == ["297", "298", "299"]
        assert (len(again.history), again.notices, again.breaks()) == (301, [], [])


def test_the_list_its_copies_and_its_backups_are_the_owners_alone(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        file.save_copy(tmp_path / "副本.json")
        copy = file.back_up(Backups(file.path))
        assert copy is not None
        for path in (
            file.path,
            journal_path(file.path),
            tmp_path / f"{SHORT}.lock",
            tmp_path / "副本.json",
            copy,
            copy.parent,
        ):
            assert path.stat().st_mode & 0o077 == 0, path
