"""A stick that is pulled and put back: other files under the same names, the locks on the old ones of no more
use.
"""

import shutil
from pathlib import Path

import pytest

from store.file.beside import journals
from store.file.journal import JournalRecord
from store.file.lock import Holder, WriterLock
from store.file.problems import FileLocked, FileProblem
from store.file.task_file import TaskFile
from store.records.changes import hash_of
from tests.store.small_list import SHORT, journal_path, names, new_file, remark, setting


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def pull(stick: Path) -> None:
    stick.rename(stick.with_name("拔出"))


def put_back(stick: Path) -> None:
    shutil.copytree(stick.with_name("拔出"), stick)


def unsaved(stick: Path) -> TaskFile:
    """A list with one saved change and one that was taken while the stick was away; the stick is back."""
    file = new_file(stick)
    file.commit(setting(file, remark="甲"))
    pull(stick)
    file.take(setting(file, 1, remark="乙"))
    with pytest.raises(FileProblem, match="文件或所在的文件夹不见了"):
        file.save()
    put_back(stick)
    return file


def test_what_was_not_saved_is_saved_and_the_list_is_locked_again(stick: Path) -> None:
    with unsaved(stick) as file:
        file.save()
        with TaskFile.open(stick / SHORT, read_only=True) as reader:
            assert (remark(reader), remark(reader, 1), reader.breaks()) == ("甲", "乙", [])
        with pytest.raises(FileLocked, match="正由 王芳"):
            TaskFile.open(stick / SHORT)
        file.commit(setting(file, remark="丙"))
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again), remark(again, 1), again.notices) == ("丙", "乙", [])


def test_a_fold_goes_on_where_the_stick_is_back(stick: Path) -> None:
    with new_file(stick) as file:
        file.commit(setting(file, remark="甲"))
        pull(stick)
        with pytest.raises(FileProblem, match="只是还没有并入"):
            file.fold()
        put_back(stick)
        file.fold()
        assert not journal_path(file.path).read_bytes()
        file.commit(setting(file, remark="乙"))
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again), len(again.history), again.notices) == ("乙", 3, [])


def test_what_stood_half_written_is_cut(stick: Path) -> None:
    file = unsaved(stick)
    line = JournalRecord(file.file_id, hash_of(file.history.docs[1]), b"{}").line()
    with journal_path(file.path).open("ab") as raw:
        raw.write(line[: len(line) // 2])
    file.save()
    file.close()
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again, 1), again.notices, again.breaks()) == ("乙", [], [])


def of_another(stick: Path) -> dict[Path, bytes]:
    """What another leaves on the stick that changes the list and dies."""
    with TaskFile.open(stick / SHORT) as other:
        other.commit(setting(other, remark="别人"))
        return {path: path.read_bytes() for path in (other.path, *journals(other.path))}


def test_where_another_wrote_the_list_meanwhile_nothing_is_overwritten(stick: Path) -> None:
    file = unsaved(stick)
    with TaskFile.open(stick / SHORT) as other:
        other.commit(setting(other, remark="别人"))
    with pytest.raises(FileProblem, match="已被别的程序改动或替换，没有覆盖它"):
        file.save()
    file.save_copy(stick / "副本.json")
    file.drop_unsaved()
    with TaskFile.open(stick / "副本.json", read_only=True) as copy:
        assert remark(copy, 1) == "乙"
    with TaskFile.open(stick / SHORT, read_only=True) as again:
        assert (remark(again), remark(again, 1), again.notices) == ("别人", "", [])


def test_what_another_left_in_a_journal_meanwhile_is_kept_beside_what_is_saved_here(stick: Path) -> None:
    file = unsaved(stick)
    for path, raw in of_another(stick).items():
        path.write_bytes(raw)
    file.save()
    file.close()
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again), remark(again, 1), again.breaks()) == ("别人", "乙", [])
        (sentence,) = again.notices
        assert "有 1 次变更是与别的窗口同时保存的" in sentence
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again), remark(again, 1), again.notices) == ("别人", "乙", [])
    assert names(stick) == [SHORT]


def test_where_another_has_it_open_he_is_named(stick: Path) -> None:
    file = unsaved(stick)
    other = WriterLock(stick / f"{SHORT}.lock", Holder("赵峰", "另一台", "2026-11-23T15:00:00+08:00"))
    with pytest.raises(FileLocked, match="正由 赵峰"):
        file.save()
    assert file.unsaved == 1
    other.release()
    file.save()
    file.close()
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again, 1), again.notices) == ("乙", [])


def test_closing_takes_no_journal_of_another_away(stick: Path) -> None:
    file = new_file(stick)
    pull(stick)
    put_back(stick)
    left = of_another(stick)
    for path, raw in left.items():
        path.write_bytes(raw)
    file.close()
    assert {path: path.read_bytes() for path in left} == left
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again), again.notices) == ("别人", [])


def test_an_emptied_journal_that_did_not_come_back_is_made_anew(stick: Path) -> None:
    with new_file(stick) as file:
        file.commit(setting(file, remark="甲"))
        file.fold()
        pull(stick)
        put_back(stick)
        journal_path(file.path).unlink()
        file.commit(setting(file, remark="乙"))
    with TaskFile.open(stick / SHORT) as again:
        assert (remark(again), again.notices) == ("乙", [])


def test_a_journal_cut_short_meanwhile_is_not_made_longer(stick: Path) -> None:
    file = unsaved(stick)
    raw = journal_path(file.path).read_bytes()
    journal_path(file.path).write_bytes(raw[:-40])
    with pytest.raises(FileProblem, match=r"日志“清单\.json\.\w+\.journal”已被别的程序改动"):
        file.save()
    assert journal_path(file.path).read_bytes() == raw[:-40]
