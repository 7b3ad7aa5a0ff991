"""Restoring a backup is one change: it makes the list say what the backup says, and is undone like any
other.
"""

from pathlib import Path

import pytest

from store.file.restoring import Restoring
from store.file.task_file import TaskFile
from store.history.restoration import Restored
from store.refused import Refused
from tests.store.small_list import SHORT, new_file, redo, remark, setting, undo


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
