from typing import Any

import pytest

from store.history.undoing import redo_change, undo_change
from store.records.changes import Change, History, created, updated
from store.records.kept import Print
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.made_history import add

ITEM = Item("item", order="1", title="一、实施工程")
ROW = Task("row", item="item", order="1", text="深化改革")


class Desk:
    """A list in memory and its history: what is done, undone and redone, without a disk."""

    def __init__(self) -> None:
        self.tasks = TaskList()
        self.history = History([])
        self.take(Change("导入", (created(ITEM), created(ROW))))

    def take(self, change: Change) -> None:
        assert self.tasks.conflict(change.edits) is None
        self.tasks.apply(change.edits)
        add(self.history, change)

    def set(self, **values: object) -> None:
        self.take(
            Change(
                "改" + "".join(map(str, values.values())), tuple(updated(self.tasks.task("row"), **values))
            )
        )

    def undo(self) -> str:
        self.take(undo_change(self.tasks, self.history))
        return self.history[-1].title

    def redo(self) -> str:
        self.take(redo_change(self.tasks, self.history))
        return self.history[-1].title

    @property
    def remark(self) -> str:
        return self.tasks.task("row").remark


def test_acts_are_taken_back_from_the_last_to_the_first_and_given_again_from_the_first() -> None:
    desk = Desk()
    for text in "甲乙丙":
        desk.set(remark=text)
    assert [desk.undo(), desk.undo(), desk.undo(), desk.remark] == [
        "撤销：改丙",
        "撤销：改乙",
        "撤销：改甲",
        "",
    ]
    assert [desk.redo(), desk.redo(), desk.remark] == ["重做：改甲", "重做：改乙", "乙"]
    assert [desk.undo(), desk.remark, desk.redo(), desk.remark] == [
        "撤销：改乙",
        "甲",
        "重做：改乙",
        "乙",
    ]
    assert [desk.redo(), desk.remark] == ["重做：改丙", "丙"]


def test_the_import_is_not_taken_back() -> None:
    desk = Desk()
    with pytest.raises(Refused, match="没有可以撤销的变更"):
        desk.undo()
    desk.set(remark="甲")
    desk.undo()
    with pytest.raises(Refused, match="没有可以撤销的变更"):
        desk.undo()


def test_another_change_ends_what_can_be_given_again() -> None:
    desk = Desk()
    desk.set(remark="甲")
    with pytest.raises(Refused, match="没有可以重做的变更"):
        desk.redo()
    desk.undo()
    desk.set(remark="乙")
    with pytest.raises(Refused, match="没有可以重做的变更"):
        desk.redo()
    assert [desk.undo(), desk.remark] == ["撤销：改乙", ""]
    with pytest.raises(Refused, match="没有可以撤销的变更"):
        desk.undo()


def test_a_change_that_makes_a_record_and_then_writes_to_it_is_taken_back_whole() -> None:
    desk = Desk()
    new = Task("new", item="item", order="2", text="新行")
    desk.take(Change("新增", (created(new), *updated(new, remark="甲"))))
    desk.undo()
    assert desk.tasks.find(Task, "new") is None
    desk.redo()
    assert desk.tasks.task("new").remark == "甲"


def test_a_field_that_was_overwritten_is_not_taken_back_and_the_later_change_is_named() -> None:
    desk = Desk()
    desk.set(remark="甲")
    later = Change(
        "合并来的改动", tuple(updated(desk.tasks.task("row"), remark="乙")), at="2026-11-23T14:32:00+08:00"
    )
    undo = undo_change(desk.tasks, desk.history)
    desk.take(later)
    desk.history.pop()
    with pytest.raises(Refused, match="第 1 行的备注已被"):
        undo_change(desk.tasks, desk.history)
    assert desk.tasks.conflict(undo.edits) == undo.edits[0]


class Looked(History):
    """A history that notes the places that were looked at."""

    def __init__(self, history: History) -> None:
        super().__init__(history.docs, history.heads)
        self.places: list[object] = []

    def __getitem__(self, place: Any) -> Any:
        self.places.append(place)
        return super().__getitem__(place)


def test_a_long_history_is_looked_at_from_its_end_and_no_further_than_needed() -> None:
    desk = Desk()
    for text in "甲乙丙":
        desk.set(remark=text)
    looked = Looked(desk.history)
    undo_change(desk.tasks, looked)
    assert looked.places == [3]


def test_undo_and_redo_pass_over_a_print() -> None:
    desk = Desk()
    desk.set(remark="急")
    desk.take(Change("打印：任务清单", (created(Print("print0000001", sheet="list")),)))
    assert desk.undo() == "撤销：改急"
    desk.take(Change("打印：任务清单", (created(Print("print0000002", sheet="list")),)))
    assert desk.redo() == "重做：改急"
    assert desk.remark == "急"
