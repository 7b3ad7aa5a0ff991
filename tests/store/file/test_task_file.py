import errno
import stat
from datetime import datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.file import disk
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.machine.desks import desk_of
from store.records.changes import Change, Edit, created, deleted, hash_of
from store.records.task import Task
from store.refused import Refused
from tests.store.file.failing_disk import fault
from tests.store.small_list import IMPORT, ROWS, SHORT, abandon, names, new_file, remark, setting, undo


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
        tables = "meta notices work_points items tasks units people roster grounds portfolio plans"
        ledger = "schedules measures milestones reports problems adjustments closings follow_ups forms"
        rules = ("light_rules", "score_rules")
        kept = ("acceptances", "prints", "templates", "changes")
        assert db.tables() == {*tables.split(), *ledger.split(), *rules, *kept}
        assert [(doc.doc_id, doc["key"], doc["text"], doc["remark"]) for doc in db.table("tasks")] == [
            (1, "task00000001", "深化改革", "已发函"),
            (2, "task00000002", "推进一网通办", ""),
            (3, "task00000003", "加快证照共享", ""),
        ]
        assert [doc["title"] for doc in db.table("changes")] == ["导入通知", "修改"]
        meta = db.table("meta").get(doc_id=1)
    assert (meta["schema"], meta["file_id"], meta["last_change"]) == (
        2,
        file.file_id,
        hash_of(file.history.docs[1]),
    )


def test_an_existing_file_is_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / SHORT).write_text("我的笔记", "utf-8")
    with pytest.raises(FileProblem, match=r"已有同名文件“清单.json”，请换一个名字"):
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
        with pytest.raises(FileProblem, match=r"清单“清单.json”.*磁盘已满，请清理出空间后再试"):
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
            Refused, match="第 1 行的备注已不是修改前的内容，这次修改没有保存，请按现在的内容重新修改"
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
        undo(file)
        assert file.tasks.find(Task, row.key) is None


def test_a_deletion_keeps_fields_that_this_program_does_not_know(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(Change("后来的程序", (Edit("tasks", ROWS[0].key, "colour", None, "红"),)))
        file.commit(Change("删除", (deleted(file.tasks.task(ROWS[0].key)),)))
        undo(file)
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
        (errno.ENOSPC, "磁盘已满，请清理出空间"),
        (errno.EIO, "磁盘读写出错，请检查磁盘"),
        (errno.EROFS, "是只读的"),
    ],
)
def test_a_commit_that_the_disk_refuses_changes_nothing_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, sentence: str
) -> None:
    with new_file(tmp_path) as file:
        with monkeypatch.context() as patch:
            patch.setattr(disk, call, fault(code))
            with pytest.raises(FileProblem, match=f"这次修改没有保存：.*{sentence}"):
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
    with pytest.raises(FileProblem, match="这次修改没有保存：文件或所在的文件夹不见了，请检查 U 盘"):
        file.commit(setting(file, remark="乙"))
    assert remark(file) == "甲"
    (tmp_path / "拔出").rename(folder)
    file.commit(setting(file, remark="乙"))
    file.close()
    with TaskFile.open(folder / SHORT, read_only=True) as file:
        assert remark(file) == "乙"


def test_a_change_says_at_which_desk_it_was_made(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        file.save_copy(tmp_path / "副本.json")
        assert {change.desk for change in file.history} == {desk_of(file.file_id, file.path)}
    with TaskFile.open(tmp_path / "副本.json") as copy:
        copy.commit(setting(copy, remark="乙"))
        assert copy.history[-1].desk not in {"", copy.history[0].desk}
