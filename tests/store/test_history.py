"""The history as a tool: earlier states, undoing an older change, and whether it is whole."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from store.changes import Change, created, deleted
from store.file import TaskFile
from store.model import Refused
from tests.store.small_list import ROWS, new_file, remark, setting


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    return new_file(tmp_path)


def at(file: TaskFile, time: str, **values: str) -> str:
    return file.commit(replace(setting(file, **values), at=time)).id


def test_an_earlier_state_is_by_recording_time(file: TaskFile) -> None:
    at(file, "2027-03-01T09:00:00+08:00", remark="一")
    at(file, "2027-03-02T09:00:00+08:00", remark="二")
    file.commit(replace(deleted_row(file), at="2027-03-03T09:00:00+08:00"))
    said = [file.as_of(datetime.fromisoformat(f"2027-03-0{day}T09:00:00+08:00")) for day in (1, 2, 3)]
    assert [said[day].task(ROWS[0].key).remark for day in (0, 1)] == ["一", "二"]
    assert ROWS[0].key not in said[2].task_keys
    assert file.as_of(datetime.fromisoformat("2027-03-02T01:00:00+00:00")).task_keys == said[1].task_keys
    assert ROWS[0].key not in file.tasks.task_keys
    assert file.as_of(datetime(2000, 1, 1)).task_keys == ()


def deleted_row(file: TaskFile) -> Change:
    return replace(setting(file, text="无"), edits=(deleted(file.tasks.task(ROWS[0].key)),))


def test_an_older_change_is_undone_where_nothing_later_touched_its_fields(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    at(file, "", text="别的栏")
    file.undo_of(older)
    assert (remark(file), file.tasks.task(ROWS[0].key).text) == ("", "别的栏")
    with pytest.raises(Refused, match="已经撤销"):
        file.undo_of(older)


def test_an_older_change_that_was_overwritten_names_the_later_one(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    file.commit(replace(setting(file, remark="二"), title="改作二"))
    with pytest.raises(Refused, match="改作二"):
        file.undo_of(older)
    file.undo()
    file.undo_of(older)
    assert remark(file) == ""


def test_even_a_later_change_back_to_the_same_value_counts(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    at(file, "", remark="二")
    file.commit(replace(setting(file, remark="一"), title="改回一"))
    with pytest.raises(Refused, match="改回一"):
        file.undo_of(older)


def test_a_change_that_was_undone_and_redone_can_be_undone(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    file.undo()
    file.redo()
    at(file, "", text="别的栏")
    file.undo_of(older)
    assert remark(file) == ""


def test_the_import_is_not_undone(file: TaskFile) -> None:
    with pytest.raises(Refused, match="新建清单"):
        file.undo_of(file.history[0].id)


def test_a_whole_history_has_no_breaks(file: TaskFile) -> None:
    at(file, "", remark="一")
    file.undo()
    file.commit(deleted_row(file))
    assert file.breaks() == []


def test_a_history_that_was_tampered_with_says_where(file: TaskFile) -> None:
    at(file, "", remark="一")
    at(file, "", remark="二")
    file._history.docs[1]["title"] = "另一个题目"
    assert any("第 3 次" in sentence for sentence in file.breaks())
    file.tasks.apply([created(replace(ROWS[1], key="stray", text="无中生有"))])
    assert any("tasks/stray" in sentence for sentence in file.breaks())
