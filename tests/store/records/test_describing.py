"""Fields and changes in the clerk's words."""

from collections.abc import Sequence

import pytest

from store.acts.field_values import set_fields
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.describing import change_title, describe, field_title, label, words
from store.records.fields import field_of
from store.records.kept import Pair
from store.records.notice import WorkPoint
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def row(tasks: TaskList, name: str) -> Task:
    return tasks.task(tasks.rows_named(name)[0])


def lines(tasks: TaskList, edits: Sequence[Edit]) -> list[tuple[str, str, str]]:
    return describe(tasks, Change("", tuple(edits)))


def test_columns_of_one_label_are_told_apart_by_their_units(tasks: TaskList) -> None:
    assert label(tasks, "participant_leaders") == "责任单位的分管领导"
    assert label(tasks, "deadline") == "完成时限"
    assert label(tasks, "text", WorkPoint) == "正文"


def test_an_edit_of_a_row_says_what_was_and_what_is(tasks: TaskList) -> None:
    task = row(tasks, "3.2")
    units = (Mention(None, "甲处"), Mention(None, "乙处"))
    edits = updated(task, deadline="6月底前", targets=("一", "二"), lead_units=units)
    assert lines(tasks, edits) == [
        ("第 3.2 行的完成时限", "（空）", "6月底前"),
        ("第 3.2 行的目标", "（空）", "一、二"),
        ("第 3.2 行的牵头单位", "法制处", "甲处 乙处"),
    ]


def test_keys_go_by_names_and_kinds_by_words(tasks: TaskList) -> None:
    unit = next(unit for unit in tasks.units if unit.head)
    edits = updated(unit, head=None, acting=not unit.acting, kind="affiliated_agency")
    said = {where: (before, after) for where, before, after in lines(tasks, edits)}
    where = f"单位“{unit.full_name}”的"
    assert said[f"{where}负责人"] == (tasks.person_name(unit.head), "（空）")
    assert said[f"{where}主持工作"] == ("否", "是")
    assert said[f"{where}类别"] == ("处室", "直属单位")
    assert words(tasks, field_of(Unit, "head"), "gone") == "（已删除）"


def test_whole_records_and_places_in_the_order_go_by_a_word(tasks: TaskList) -> None:
    task = row(tasks, "1")
    leader = tasks.roster[1].person
    pair = Pair("p", unit=tasks.units[0].key, leader=leader)
    assert lines(tasks, updated(task, order="zz")) == [("第 1 行的次序", "原处", "新处")]
    assert lines(tasks, [deleted(task)]) == [("第 1 行", "有", "已删除")]
    ((where, before, after),) = lines(tasks, [created(pair)])
    assert (where, before) == (f"“{tasks.units[0].full_name}”的分管领导", "（无）")
    assert after == tasks.person_name(leader)


def test_a_title_says_from_what_to_what_where_that_is_short(tasks: TaskList) -> None:
    task = row(tasks, "3.2")
    assert field_title(tasks, task, "remark") == "第 3.2 行的备注"
    assert set_fields(tasks, task, remark="列入考核").title == "第 3.2 行的备注：（空） → 列入考核"
    assert set_fields(tasks, task, remark="长" * 50).title == "修改第 3.2 行的备注"
    both = updated(task, remark="一", deadline="年底")
    assert change_title(tasks, tuple(both)) == "第 3.2 行的备注等 2 处：（空） → 一"
    assert change_title(tasks, ()) == "没有变化"
