import errno
import json
import shutil
import stat
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.file import disk
from store.file.problems import FileLocked, FileProblem, NotWritable
from store.file.storage import AtomicStorage
from store.file.task_file import TaskFile
from store.records.changes import Change, Edit, created, deleted, hash_of, updated
from store.records.task import Task
from store.refused import Refused
from tests.store.small_list import IMPORT, ROWS, SHORT, abandon, names, new_file, remark, setting


def fault(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(code, "put in by the test")

    return fail


# ---------------------------------------------------------------- a new list


def test_a_new_list_is_on_the_disk_at_once(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with TaskFile.open(tmp_path / SHORT, read_only=True) as other:
        assert [task.text for task in other.tasks.tasks] == ["深化改革", "推进一网通办", "加快证照共享"]
        assert other.file_id == file.file_id
        assert [change.title for change in other.history] == ["导入通知"]
    file.close()


def test_after_a_close_the_file_stands_alone_and_a_plain_tinydb_shows_it_in_chinese(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="已发函"))
    assert names(tmp_path) == [SHORT]
    assert stat.S_IMODE((tmp_path / SHORT).stat().st_mode) == 0o600
    assert '"remark": "已发函"' in (tmp_path / SHORT).read_text("utf-8")
    with TinyDB(tmp_path / SHORT, encoding="utf-8") as db:
        tables = "meta notices work_points items tasks units people roster portfolio plans acceptances prints changes"
        assert db.tables() == set(tables.split())
        assert [(doc.doc_id, doc["key"], doc["text"], doc["remark"]) for doc in db.table("tasks")] == [
            (1, "task00000001", "深化改革", "已发函"),
            (2, "task00000002", "推进一网通办", ""),
            (3, "task00000003", "加快证照共享", ""),
        ]
        assert [doc["title"] for doc in db.table("changes")] == ["导入通知", "修改"]
        meta = db.table("meta").get(doc_id=1)
    assert (meta["schema"], meta["file_id"], meta["last_change"]) == (
        1,
        file.file_id,
        hash_of(file.history.docs[1]),
    )


def test_an_existing_file_is_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / SHORT).write_text("我的笔记", "utf-8")
    with pytest.raises(FileProblem, match=r"已有同名文件“清单.json”,请换一个名字"):
        TaskFile.create(tmp_path / SHORT, IMPORT)
    assert (tmp_path / SHORT).read_text("utf-8") == "我的笔记"
    assert names(tmp_path) == [SHORT]


def test_a_list_is_not_begun_by_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有变化"):
        TaskFile.create(tmp_path / SHORT, Change("空", ()))
    assert names(tmp_path) == []


@pytest.mark.parametrize("call", ["create", "write", "sync", "replace", "open_for_lock"])
def test_a_list_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk, call, fault(errno.ENOSPC))
        with pytest.raises(FileProblem, match=r"清单“清单.json”.*磁盘已满,请清理出空间后再试"):
            new_file(tmp_path)
    assert names(tmp_path) == []
    new_file(tmp_path).close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="文件或所在的文件夹不见了"):
        TaskFile.create(tmp_path / "无" / SHORT, IMPORT)


def test_a_journal_of_an_earlier_list_of_the_name_is_set_aside(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="旧"))
    abandon(file)
    (tmp_path / SHORT).unlink()
    with new_file(tmp_path) as again:
        assert remark(again) == ""
        (sentence,) = again.notices
    (aside,) = (path for path in tmp_path.iterdir() if path.name != SHORT)
    assert aside.name in sentence
    assert "旧" in aside.read_text("utf-8")


# ---------------------------------------------------------------- committing


def test_a_commit_carries_who_when_where_and_the_change_before_it(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        before = datetime.now().astimezone().replace(microsecond=0)
        change = file.commit(setting(file, remark="已发函"))
        assert change == file.history[1]
        assert (change.by, change.parents) == ("王芳", (hash_of(file.history.docs[0]),))
        assert change.machine
        assert before <= datetime.fromisoformat(change.at) <= datetime.now().astimezone()
        assert file.saved_at is not None and before <= file.saved_at <= datetime.now().astimezone()
        assert file.history[0].parents == ()


def test_a_commit_is_seen_by_a_reader_before_any_fold(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="一"))
        file.commit(setting(file, 1, remark="二"))
        assert file.needs_fold
        with TaskFile.open(tmp_path / SHORT, read_only=True) as reader:
            assert (remark(reader), remark(reader, 1)) == ("一", "二")
            assert [change.id for change in reader.history] == [change.id for change in file.history]


def test_a_process_that_dies_loses_nothing(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="一"))
    file.fold()
    file.commit(setting(file, remark="二"))
    abandon(file)
    assert names(tmp_path) == [SHORT, f"{SHORT}.journal"]
    with TaskFile.open(tmp_path / SHORT) as again:
        assert remark(again) == "二"
        assert again.needs_fold
        assert again.notices == []
        again.commit(setting(again, 1, remark="三"))
    assert names(tmp_path) == [SHORT]
    with TaskFile.open(tmp_path / SHORT, read_only=True) as again:
        assert (remark(again), remark(again, 1), len(again.history)) == ("二", "三", 4)


def test_an_empty_change_is_refused(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        with pytest.raises(Refused, match="没有变化"):
            file.commit(setting(file, remark=""))
        assert not file.needs_fold


def test_a_change_on_what_is_no_longer_there_is_refused_with_its_place(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        stale, other = setting(file, remark="甲"), setting(file, remark="乙")
        file.commit(stale)
        with pytest.raises(
            Refused, match="第 1 行的备注已不是修改前的内容,这次修改没有保存,请按现在的内容重新修改"
        ):
            file.commit(other)
        with pytest.raises(Refused, match="已不是修改前的内容"):
            file.commit(Change("再建", (created(ROWS[0]),)))
        with pytest.raises(Refused, match="已不是修改前的内容"):
            file.commit(Change("改无", (Edit("tasks", "none", "remark", "", "x"),)))
        assert (remark(file), len(file.history)) == ("甲", 2)


def test_edits_of_one_change_may_build_on_each_other(tmp_path: Path) -> None:
    row = Task("task00000009", item="item00000001", order="9", text="新行")
    with new_file(tmp_path) as file:
        file.commit(Change("新增并写", (created(row), Edit("tasks", row.key, "remark", "", "甲"))))
        assert file.tasks.task(row.key).remark == "甲"
        file.undo()
        assert file.tasks.find(Task, row.key) is None


def test_a_deletion_keeps_fields_that_this_program_does_not_know(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(Change("后来的程序", (Edit("tasks", ROWS[0].key, "colour", None, "红"),)))
        file.commit(Change("删除", (deleted(file.tasks.task(ROWS[0].key)),)))
        file.undo()
        assert file.tasks.value("tasks", ROWS[0].key, "colour") == "红"


def test_half_a_surrogate_pair_and_control_characters_survive(tmp_path: Path) -> None:
    text = "\ud83d\x1b[31m\n\t[bold]\u2028\x00𠮷"
    file = new_file(tmp_path)
    file.commit(setting(file, remark=text))
    abandon(file)
    with TaskFile.open(tmp_path / SHORT) as file:
        assert remark(file) == text
    with TaskFile.open(tmp_path / SHORT) as file:
        assert remark(file) == text
        assert hash_of(file.history.docs[1]) == file.commit(setting(file, remark="")).parents[0]


@pytest.mark.parametrize("call", ["write", "sync", "truncate"])
@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "磁盘已满,请清理出空间"),
        (errno.EIO, "磁盘读写出错,请检查磁盘"),
        (errno.EROFS, "是只读的"),
    ],
)
def test_a_commit_that_the_disk_refuses_changes_nothing_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, sentence: str
) -> None:
    with new_file(tmp_path) as file:
        with monkeypatch.context() as patch:
            patch.setattr(disk, call, fault(code))
            with pytest.raises(FileProblem, match=f"这次修改没有保存:.*{sentence}"):
                file.commit(setting(file, remark="甲"))
        assert (remark(file), len(file.history), file.needs_fold) == ("", 1, False)
        file.commit(setting(file, remark="甲"))
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert (remark(file), len(file.history)) == ("甲", 2)


def test_a_vanished_folder_is_named_and_nothing_is_called_saved(tmp_path: Path) -> None:
    folder = tmp_path / "U盘"
    folder.mkdir()
    file = new_file(folder)
    file.commit(setting(file, remark="甲"))
    folder.rename(tmp_path / "拔出")
    with pytest.raises(FileProblem, match="这次修改没有保存:文件或所在的文件夹不见了,请检查 U 盘"):
        file.commit(setting(file, remark="乙"))
    assert remark(file) == "甲"
    (tmp_path / "拔出").rename(folder)
    file.commit(setting(file, remark="乙"))
    file.close()
    with TaskFile.open(folder / SHORT, read_only=True) as file:
        assert remark(file) == "乙"


# ---------------------------------------------------------------- folding


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
            FileProblem, match=r"变更都在日志“清单.json.journal”里,只是还没有并入清单文件:磁盘已满"
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
    assert (tmp_path / f"{SHORT}.journal").stat().st_size
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
        with pytest.raises(FileProblem, match="已被别的程序改动或替换,没有覆盖它,请把现在的内容另存副本"):
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


# ---------------------------------------------------------------- reading only, copies, two writers


def test_a_second_writer_is_told_who_has_the_list_and_can_still_read_it(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        with pytest.raises(
            FileLocked, match=r"正由王芳 在 .+ 上\(自 .+ 起\)打开,现在只能查看,请等对方关闭后再修改。"
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
        acts: list[Callable[[], Change]] = [lambda: file.commit(setting(file, remark="乙")), file.undo]
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
        with pytest.raises(FileProblem, match=r"副本“副本.json”没有存成:文件或所在的文件夹不见了"):
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


# ---------------------------------------------------------------- undo and redo


def test_undo_and_redo_are_changes_and_survive_reopening(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(Change("改备注", tuple(updated(file.tasks.task(ROWS[0].key), remark="甲"))))
        undo = file.undo()
        assert (remark(file), undo.title, undo.undoes) == ("", "撤销:改备注", file.history[1].id)
    with TaskFile.open(tmp_path / SHORT) as file:
        redo = file.redo()
        assert (remark(file), redo.title, redo.redoes) == ("甲", "重做:改备注", undo.id)
        with pytest.raises(Refused, match="没有可以重做的变更"):
            file.redo()
        file.undo()
        with pytest.raises(Refused, match="没有可以撤销的变更"):
            file.undo()
        assert [change.title for change in file.history] == [
            "导入通知",
            "改备注",
            "撤销:改备注",
            "重做:改备注",
            "撤销:重做:改备注",
        ]
