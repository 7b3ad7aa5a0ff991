"""The people of the roster: new, delete, name, rank, leaving."""

import pytest

from store.acts.roster import delete_person, move_person, new_person, rename_person, set_entry
from store.records.changes import Change
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def line(tasks: TaskList, name: str) -> RosterEntry:
    return next(entry for entry in tasks.roster if tasks.person_name(entry.person) == name)


def done(tasks: TaskList, change: Change) -> str:
    tasks.apply(change.edits)
    return change.title


def test_a_new_person_stands_behind_another_in_the_same_role(tasks: TaskList) -> None:
    above = line(tasks, "胡军")
    change, key = new_person(tasks, "高 远", above.key)
    assert done(tasks, change) == "新增人员：高远"
    names = [tasks.person_name(entry.person) for entry in tasks.roster]
    assert names.index("高远") == names.index("胡军") + 1
    assert tasks.get(RosterEntry, key).role == above.role
    with pytest.raises(Refused, match="姓名不能为空"):
        new_person(tasks, " ")


def test_whom_rows_name_is_not_deleted_and_who_is_gives_up_what_he_heads(tasks: TaskList) -> None:
    with pytest.raises(Refused, match=r"“胡军”不能删除：第 .+ 行正在使用"):
        delete_person(tasks, line(tasks, "胡军").key)
    head = next(unit for unit in tasks.units if unit.head and not tasks.rows_naming(unit.head))
    name = tasks.person_name(head.head)
    assert done(tasks, delete_person(tasks, line(tasks, name).key)) == f"删除人员：{name}"
    assert next(unit for unit in tasks.units if unit.key == head.key).head is None
    assert not tasks.people_named(name)


def test_a_name_is_put_right_in_every_row(tasks: TaskList) -> None:
    person = tasks.get(Person, line(tasks, "胡军").person)
    rows = tasks.rows_naming(person.key)
    assert done(tasks, rename_person(tasks, person, "胡 钧")) == "“胡军”的姓名：胡军 → 胡钧"
    wordings = {one.wording for row in rows for one in tasks.task(row).all_mentions if one.key == person.key}
    assert wordings == {"胡钧"}


def test_rank_moves_among_those_who_are_in_the_group(tasks: TaskList) -> None:
    first, second = tasks.roster[0], tasks.roster[1]
    name = tasks.person_name(second.person)
    assert done(tasks, move_person(tasks, second.key, -1)) == f"{name}的排名上移"
    assert [entry.key for entry in tasks.roster[:2]] == [second.key, first.key]
    with pytest.raises(Refused, match=f"“{name}”已排在最前"):
        move_person(tasks, second.key, -1)
    with pytest.raises(Refused, match="已排在最后"):
        move_person(tasks, tasks.roster[-1].key, 1)


def test_days_that_cannot_be_are_refused(tasks: TaskList) -> None:
    entry = line(tasks, "胡军")
    with pytest.raises(Refused, match="早于进入日期"):
        set_entry(tasks, entry, entered_on="2021-05-01", left_on="2021-04-01")
    with pytest.raises(Refused, match="行仍由胡军分管"):
        set_entry(tasks, entry, left_on="2021-05-01")
