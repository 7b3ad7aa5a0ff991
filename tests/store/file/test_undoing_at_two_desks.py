"""Undo where two desks changed one list: it takes back what was done here alone."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.history.undoing import redo_change, undo_change, undo_older_change
from store.records.changes import Address, Change, Edit, created, deleted
from store.records.task import Task
from store.refused import Refused
from tests.store.file.two_desks import differing, meet, orders, take_in, two_desks
from tests.store.small_list import ROWS, redo, remark, setting, undo

ROW = ROWS[0].key


def met(folder: Path, first: str, second: str) -> tuple[TaskFile, TaskFile]:
    """Two desks that gave one remark different values and took the other's in."""
    one, two = two_desks(folder)
    one.commit(setting(one, remark=first))
    two.commit(setting(two, remark=second))
    meet(one, two)
    return one, two


@pytest.mark.parametrize("who", [0, 1])
def test_of_two_values_the_other_is_left_once_its_author_takes_his_back(tmp_path: Path, who: int) -> None:
    files = met(tmp_path, "甲", "乙")
    mine, other = files[who], files[1 - who]
    with mine, other:
        undo(mine)
        left = "乙甲"[who]
        assert (remark(mine), list(mine.undecided)) == (left, [])
        take_in(other, mine)
        assert (remark(other), list(other.undecided), differing(mine, other)) == (left, [], [])
        redo(mine)
        assert len(mine.undecided) == 1
        assert mine.breaks() == []
    assert verify(mine.path).whole and verify(other.path).whole


def test_what_came_from_another_desk_is_not_taken_back(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 1, remark="这里"))
        two.commit(setting(two, 2, remark="那里"))
        take_in(one, two)
        assert undo(one).title == "撤销：修改"
        assert (remark(one, 1), remark(one, 2)) == ("", "那里")
        with pytest.raises(Refused, match="没有可以撤销的变更"):
            undo_change(one.tasks, one.history)
        assert redo(one).title == "重做：修改"
        assert (remark(one, 1), remark(one, 2)) == ("这里", "那里")


def test_a_straight_history_with_changes_of_another_desk_undoes_ones_own(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 1, remark="这里"))
        take_in(two, one)
        two.commit(setting(two, 2, remark="那里"))
        take_in(one, two)
        assert one.history.is_straight
        undo(one)
        assert (remark(one, 1), remark(one, 2)) == ("", "那里")
        with pytest.raises(Refused, match="没有可以撤销"):
            undo_change(one.tasks, one.history)


def test_who_saw_the_value_and_wrote_over_it_stands_in_the_way(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        mine = one.commit(setting(one, remark="甲"))
        two.commit(setting(two, 1, remark="别处"))
        meet(one, two)
        two.commit(setting(two, remark="乙"))
        take_in(one, two)
        with pytest.raises(Refused, match="已被后来的“修改”"):
            undo_change(one.tasks, one.history)
        with pytest.raises(Refused, match="已被后来的“修改”"):
            undo_older_change(one.tasks, one.history, mine.id)


def test_a_row_taken_out_here_and_edited_there_comes_back_with_the_edit(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(Change("删除", (deleted(one.tasks.task(ROW)),)))
        two.commit(setting(two, remark="乙"))
        meet(one, two)
        assert remark(one) == "乙" and len(one.undecided) == 1
        undo(one)
        take_in(two, one)
        assert (remark(one), list(one.undecided), differing(one, two)) == ("乙", [], [])
        assert orders(one) == orders(two)
        assert one.breaks() == []


def test_a_decision_taken_back_opens_the_conflict_again(tmp_path: Path) -> None:
    one, two = met(tmp_path, "甲", "乙")
    with one, two:
        edit = Edit("tasks", ROW, "remark", remark(one), "丙")
        one.commit(Change("定夺", (edit,), decides=(Address("tasks", ROW, "remark"),)))
        assert not one.undecided
        undo(one)
        assert {side.values["remark"] for side in next(iter(one.undecided)).sides} == {"甲", "乙"}
        redo(one)
        assert (remark(one), list(one.undecided)) == ("丙", [])
        assert one.breaks() == []


def test_a_new_row_is_taken_back_and_given_again_after_a_merge(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        row = Task("row000000009", item="item00000002", order="9", text="新增的一行")
        one.commit(Change("新增", (created(row),)))
        two.commit(setting(two, 1, remark="那里"))
        meet(one, two)
        undo(one)
        assert row.key not in one.tasks.task_keys
        redo(one)
        take_in(two, one)
        assert row.key in two.tasks.task_keys
        assert (differing(one, two), orders(one)) == ([], orders(two))


def test_an_older_change_is_taken_back_among_branches(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        mine = one.commit(setting(one, 0, remark="甲"))
        two.commit(setting(two, 1, remark="那里"))
        take_in(one, two)
        one.commit(setting(one, 2, remark="丙"))
        one.commit(undo_older_change(one.tasks, one.history, mine.id))
        assert [remark(one, row) for row in range(3)] == ["", "那里", "丙"]
        with pytest.raises(Refused, match="已经撤销"):
            undo_older_change(one.tasks, one.history, mine.id)
        undone = redo_change(one.tasks, one.history)
        one.commit(undone)
        assert remark(one) == "甲"
