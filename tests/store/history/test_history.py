"""The history as a tool: earlier states, undoing an older change, and whether it is whole."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.file.task_file import TaskFile
from store.history.finding import changes_found, keys_of_rows
from store.history.undoing import undo_older_change
from store.records.changes import Change, created, deleted, updated
from store.refused import Refused
from tests.store.small_list import ITEMS, ROWS, new_file, redo, remark, setting, undo


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    return new_file(tmp_path)


def at(file: TaskFile, time: str, **values: Any) -> str:
    return file.commit(replace(setting(file, **values), at=time)).id


def test_an_earlier_state_is_by_recording_time(file: TaskFile) -> None:
    began(file)
    at(file, "2027-03-01T09:00:00+08:00", remark="一")
    at(file, "2027-03-02T09:00:00+08:00", remark="二")
    file.commit(replace(deleted_row(file), at="2027-03-03T09:00:00+08:00"))
    said = [file.as_of(datetime.fromisoformat(f"2027-03-0{day}T09:00:00+08:00")) for day in (1, 2, 3)]
    assert [remark(said[day]) for day in (0, 1)] == ["一", "二"]
    assert [len(one.history) for one in said] == [2, 3, 4]
    assert ROWS[0].key not in said[2].tasks.task_keys
    assert len(file.as_of(datetime.fromisoformat("2027-03-02T01:00:00+00:00")).history) == 3
    assert ROWS[0].key not in file.tasks.task_keys


def test_a_day_in_force_moves_nothing(file: TaskFile) -> None:
    began(file)
    at(file, "2027-03-01T09:00:00+08:00", remark="一")
    file.commit(
        replace(setting(file, remark="二"), at="2027-03-02T09:00:00+08:00", effective_on="2027-02-01")
    )
    assert [change.effective_on for change in file.history] == [None, None, "2027-02-01"]
    assert remark(file.as_of(datetime.fromisoformat("2027-03-01T12:00:00+08:00"))) == "一"


def test_there_is_nothing_before_the_beginning(file: TaskFile) -> None:
    began(file)
    first = datetime.fromisoformat("2027-02-01T08:00:00+08:00").astimezone()
    assert len(file.as_of(first).history) == 1
    with pytest.raises(Refused, match=f"清单从 {first:%Y-%m-%d %H:%M} 开始有记录"):
        file.as_of(first - timedelta(seconds=1))


def test_an_earlier_state_is_only_looked_at(file: TaskFile, tmp_path: Path) -> None:
    at(file, "", remark="一")
    at(file, "", remark="二")
    earlier = file.after(2)
    earlier.tasks.apply(setting(file, remark="三").edits)
    assert (remark(file), file.breaks()) == ("二", [])
    file.save_copy(tmp_path / "当时.json", file.after(2))
    assert (remark(file), len(file.history)) == ("二", 3)
    with TaskFile.open(tmp_path / "当时.json") as then:
        assert (remark(then), len(then.history), then.breaks()) == ("一", 2, [])


def began(file: TaskFile) -> None:
    """Let the list have begun on a day of its own."""
    file.history.docs[0]["at"] = "2027-02-01T08:00:00+08:00"


def test_changes_are_found_by_row_day_and_words(file: TaskFile) -> None:
    began(file)
    file.commit(
        replace(setting(file, remark="一"), at="2027-03-01T09:00:00+08:00", basis="局长办公会纪要〔2027〕3号")
    )
    file.commit(
        replace(setting(file, 1, remark="二"), at="2027-03-02T09:00:00+08:00", effective_on="2027-04-01")
    )
    file.commit(
        Change("事项改名", tuple(updated(ITEMS[1], title="二、新名")), at="2027-03-03T09:00:00+08:00")
    )
    history, tasks = file.history, file.tasks
    assert changes_found(history) == [0, 1, 2, 3]
    assert changes_found(history, keys=keys_of_rows(tasks, [ROWS[0].key])) == [0, 1]
    assert changes_found(history, keys=keys_of_rows(tasks, [ROWS[2].key])) == [0, 3]
    assert changes_found(history, since=date(2027, 3, 2)) == [2, 3]
    assert changes_found(history, words="办公会") == changes_found(history, words=" 〔２０２７〕3 ") == [1]
    assert changes_found(history, words="2027-04-01") == [2]
    assert changes_found(
        history, keys=keys_of_rows(tasks, [ROWS[1].key]), since=date(2027, 3, 3), words="改名"
    ) == [3]
    assert changes_found(history, words="没有的话") == []


def deleted_row(file: TaskFile) -> Change:
    return replace(setting(file, text="无"), edits=(deleted(file.tasks.task(ROWS[0].key)),))


def undo_of(file: TaskFile, change_id: str) -> Change:
    return file.commit(undo_older_change(file.tasks, file.history, change_id))


def test_an_older_change_is_undone_where_nothing_later_touched_its_fields(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    at(file, "", text="别的栏")
    undo_of(file, older)
    assert (remark(file), file.tasks.task(ROWS[0].key).text) == ("", "别的栏")
    with pytest.raises(Refused, match="已经撤销"):
        undo_of(file, older)


def test_an_older_change_that_was_overwritten_names_the_later_one(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    file.commit(replace(setting(file, remark="二"), title="改作二"))
    with pytest.raises(Refused, match="改作二"):
        undo_of(file, older)
    undo(file)
    undo_of(file, older)
    assert remark(file) == ""


def test_even_a_later_change_back_to_the_same_value_counts(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    at(file, "", remark="二")
    file.commit(replace(setting(file, remark="一"), title="改回一"))
    with pytest.raises(Refused, match="改回一"):
        undo_of(file, older)


def test_a_change_that_was_undone_and_redone_can_be_undone(file: TaskFile) -> None:
    older = at(file, "", remark="一")
    undo(file)
    redo(file)
    at(file, "", text="别的栏")
    undo_of(file, older)
    assert remark(file) == ""


def test_the_import_is_not_undone(file: TaskFile) -> None:
    with pytest.raises(Refused, match="新建清单"):
        undo_of(file, file.history[0].id)


def test_a_whole_history_has_no_breaks(file: TaskFile) -> None:
    at(file, "", remark="一")
    undo(file)
    file.commit(deleted_row(file))
    assert file.breaks() == []


def test_a_history_that_was_tampered_with_says_where(file: TaskFile) -> None:
    at(file, "", remark="一")
    at(file, "", remark="二")
    file.history.docs[1]["title"] = "另一个题目"
    assert any("第 3 次" in sentence for sentence in file.breaks())
    file.tasks.apply([created(replace(ROWS[1], key="stray", text="无中生有"))])
    assert any("tasks/stray" in sentence for sentence in file.breaks())
