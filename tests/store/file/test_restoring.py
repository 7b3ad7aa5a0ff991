"""Restoring a backup is one change: it makes the list say what the backup says, and is undone like any other."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.file.restoring import Difference, Restoring, difference, restoring_edits
from store.file.task_file import TaskFile
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.small_list import SHORT, new_file, remark, setting

VALUES = st.none() | st.text(max_size=3) | st.integers(0, 3) | st.lists(st.text(max_size=2), max_size=2)
DOCS = st.fixed_dictionaries(
    {}, optional={"text": VALUES, "remark": VALUES, "order": st.text(max_size=2), "别的": VALUES}
)
TABLES = st.dictionaries(
    st.sampled_from(["tasks", "items", "units", "别的表"]),
    st.dictionaries(st.sampled_from("abcd"), DOCS, max_size=4),
    max_size=3,
)


def listed(tables: dict[str, Any]) -> TaskList:
    return TaskList(
        {table: {key: {"key": key, **doc} for key, doc in docs.items()} for table, docs in tables.items()}
    )


def said(tasks: TaskList) -> dict[str, Any]:
    """The records, without the tables that have none."""
    return copy.deepcopy({table: dict(docs) for table, docs in tasks.documents.items() if docs})


@given(TABLES, TABLES)
def test_restoring_gives_the_backup_and_undoing_it_gives_the_list_of_before(
    now: dict[str, Any], then: dict[str, Any]
) -> None:
    tasks, backup = listed(now), listed(then)
    before = said(tasks)
    change = Change("恢复", tuple(restoring_edits(tasks, backup)))
    assert tasks.conflict(change.edits) is None
    assert bool(change.edits) is (before != said(backup))
    tasks.apply(change.edits)
    assert said(tasks) == said(backup)
    tasks.apply(edit.inverted() for edit in reversed(change.edits))
    assert said(tasks) == before


def test_what_is_restored_is_counted() -> None:
    row = {"text": "甲", "remark": ""}
    now = listed({"tasks": {"a": row, "b": row, "c": row, "d": row}, "units": {"u": {"full_name": "成果处"}}})
    rows = {"a": row, "b": {"text": "乙", "remark": "丙"}, "d": {"text": "甲"}, "e": row}
    then = listed({"tasks": rows, "people": {"p": {"name": "赵峰"}}})
    change = Change("恢复", tuple(restoring_edits(now, then)))
    assert difference(change) == Difference(changed=2, added=1, gone=1, others=2)
    assert str(difference(change)) == "2 行改回、1 行恢复、1 行去掉、事项、名册等另有 2 处"
    assert str(Difference()) == "与现在相同"


def test_a_backup_is_restored_by_one_change_that_the_history_keeps(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        copy = file.back_up()
        assert copy is not None
        file.commit(setting(file, remark="乙"))
        file.commit(setting(file, 1, remark="丙"))
        restoring = Restoring.of(file, copy)
        assert (restoring.changes, restoring.last_change) == (2, "修改")
        assert restoring.difference(file.tasks) == Difference(changed=2)
        change = file.commit(restoring.change(file.tasks))
        assert (remark(file), remark(file, 1), change.title, len(file.history)) == (
            "甲",
            "",
            f"恢复备份“{copy.stem}”",
            5,
        )
        file.undo()
        assert (remark(file), remark(file, 1)) == ("乙", "丙")
        file.redo()
    with TaskFile.open(tmp_path / SHORT, read_only=True) as again:
        assert (remark(again), remark(again, 1), again.breaks()) == ("甲", "", [])


def test_a_backup_of_another_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    new_file(tmp_path / "别处").close()
    with new_file(tmp_path) as file, pytest.raises(Refused, match=r"“清单\.json”不是这份清单的备份"):
        Restoring.of(file, tmp_path / "别处" / SHORT)
