"""Restoring a backup is one change: it makes the list say what the backup says, and is undone like any
other.
"""

from pathlib import Path

import pytest

from store.file.restoring import Restoring
from store.file.task_file import TaskFile
from store.history.prints import print_change
from store.history.restoration import Restored
from store.records.changes import Change, created, deleted
from store.records.kept import Print
from store.records.task import Task
from store.refused import Refused
from tests.store.file.two_desks import take_in, two_desks
from tests.store.small_list import ROWS, SHORT, new_file, redo, remark, setting, undo


def test_a_backup_is_restored_by_one_change_that_the_history_keeps(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        copy = file.back_up()
        assert copy is not None
        file.commit(setting(file, remark="乙"))
        file.commit(setting(file, 1, remark="丙"))
        restoring = Restoring.of(file, copy)
        assert (restoring.changes, restoring.last_change) == (2, "修改")
        assert restoring.restored(file.tasks) == Restored(changed=2)
        change = file.commit(restoring.change(file.tasks))
        assert (remark(file), remark(file, 1), change.title, len(file.history)) == (
            "甲",
            "",
            f"恢复备份“{copy.stem}”",
            5,
        )
        undo(file)
        assert (remark(file), remark(file, 1)) == ("乙", "丙")
        redo(file)
    with TaskFile.open(tmp_path / SHORT, read_only=True) as again:
        assert (remark(again), remark(again, 1), again.breaks()) == ("甲", "", [])


def test_a_backup_of_another_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    new_file(tmp_path / "别处").close()
    with new_file(tmp_path) as file, pytest.raises(Refused, match=r"“清单\.json”不是这份清单的备份"):
        Restoring.of(file, tmp_path / "别处" / SHORT)


def test_what_came_from_another_desk_is_named_and_stays_where_only_ones_own_is_taken_back(
    tmp_path: Path,
) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        copy = tmp_path / "备份.json"
        one.save_copy(copy)
        one.commit(setting(one, 0, remark="这里"))
        two.commit(setting(two, 1, remark="那里"))
        two.commit(setting(two, 0, deadline="9月底前"))
        take_in(one, two)
        restoring = Restoring.of(one, copy)
        where = one.history[-1].machine
        assert restoring.others_in_words == f"恢复会收回 3 次变更，其中 2 次是李明（{where}）的"
        one.commit(restoring.change(one.tasks, "own"))
        row = one.tasks.task(ROWS[0].key)
        assert (row.remark, row.deadline, remark(one, 1)) == ("", "9月底前", "那里")
        one.commit(Restoring.of(one, copy).change(one.tasks, "all"))
        assert (remark(one), one.tasks.task(ROWS[0].key).deadline, remark(one, 1)) == ("", None, "")
        assert one.breaks() == []


def test_a_row_that_another_desk_added_or_took_out_stays_so(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        copy = tmp_path / "备份.json"
        one.save_copy(copy)
        row = Task("row000000009", item="item00000002", order="9", text="新增的一行")
        two.commit(Change("新增", (created(row),)))
        two.commit(Change("删除", (deleted(two.tasks.task(ROWS[1].key)),)))
        take_in(one, two)
        one.commit(setting(one, 0, remark="这里"))
        rows = set(one.tasks.task_keys)
        one.commit(Restoring.of(one, copy).change(one.tasks, "own"))
        assert (remark(one), set(one.tasks.task_keys)) == ("", rows)


def test_what_was_printed_stays_printed(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        copy = tmp_path / "备份.json"
        file.save_copy(copy)
        file.commit(setting(file, remark="甲"))
        file.commit(print_change(file.history, "任务清单", "list", (), "text", "2026-11-02T09:00:00+08:00"))
        restoring = Restoring.of(file, copy)
        assert restoring.missing == 1
        file.commit(restoring.change(file.tasks))
        assert (remark(file), len(file.tasks.all_of(Print))) == ("", 1)
