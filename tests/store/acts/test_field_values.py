"""A field as the text that the clerk sees and writes, and what a text stands for in it."""

import pytest

from store.acts.field_values import checked_value, field_text, field_value, set_field_of_rows, set_fields
from store.acts.resolving import one_unit_named
from store.records.notice import Notice
from store.records.record import Record
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def row(tasks: TaskList) -> Record:
    return tasks.task(tasks.rows_named("3.2")[0])


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("deadline", "6月底前", "6月底前"),
        ("deadline", "", None),
        ("remark", "", ""),
        ("targets", " 一项 \n\n二项", ("一项", "二项")),
        ("measures", "一、建专班\n二、周调度", "一、建专班\n二、周调度"),
    ],
)
def test_a_text_stands_for_what_its_field_holds(
    tasks: TaskList, field: str, text: str, value: object
) -> None:
    assert field_value(tasks, row(tasks), field, text) == value


def test_several_rows_take_one_text_as_one_change(tasks: TaskList) -> None:
    rows = tasks.rows_named("3.1-3.2")
    change = set_field_of_rows(tasks, rows, "deadline", "6月底前")
    assert change.title == "第 3.1–3.2 行的完成时限：6月底前"
    tasks.apply(change.edits)
    assert [tasks.task(key).deadline for key in rows] == ["6月底前"] * 2
    assert not set_field_of_rows(tasks, rows, "deadline", "6月底前").edits
    assert set_field_of_rows(tasks, rows, "deadline", "").title == "第 3.1–3.2 行的完成时限：（空）"
    assert set_field_of_rows(tasks, rows, "text", "长" * 40).title == "修改第 3.1–3.2 行的重点任务"


def test_names_stand_for_the_units_and_people_of_the_list(tasks: TaskList) -> None:
    units = field_value(tasks, row(tasks), "lead_units", "平台处、成果处")
    assert [(bool(unit.key), unit.wording) for unit in units] == [(True, "平台处"), (True, "成果处")]
    (leader,) = field_value(tasks, row(tasks), "lead_leaders", "胡军")
    assert tasks.person_name(leader.key) == "胡军"
    with pytest.raises(Refused):
        field_value(tasks, row(tasks), "lead_units", "没有这个单位处")


@pytest.mark.parametrize(
    "field", ["lead_units", "text", "deadline", "targets", "number", "participant_leaders"]
)
def test_what_is_shown_as_text_is_read_back_as_it_was(tasks: TaskList, field: str) -> None:
    task = row(tasks)
    text = field_text(tasks, task, field)
    change = set_fields(tasks, task, **{field: field_value(tasks, task, field, text)})
    assert change.edits == ()


def test_an_emptied_fact_of_the_notice_is_none(tasks: TaskList) -> None:
    assert field_value(tasks, tasks.notice, "document_number", "") is None
    assert field_value(tasks, Notice("n"), "issuer", "") == ""


def test_each_line_is_a_value_of_a_field_of_several() -> None:
    tasks = sample_list()
    unit = one_unit_named(tasks, "科技合作处")
    assert field_value(tasks, unit, "aliases", " 合作处 \n\n科技处\n") == ("合作处", "科技处")
    assert field_text(tasks, unit, "aliases") == "合作处"


def test_a_day_is_read_as_clerks_write_it() -> None:
    tasks = sample_list()
    unit = one_unit_named(tasks, "科技合作处")
    assert checked_value(tasks, unit, "valid_from", "2021年6月1日") == "2021-06-01"
    assert checked_value(tasks, unit, "valid_from", "") is None
    assert checked_value(tasks, unit, "aliases", "合作处") == ("合作处",)
    with pytest.raises(Refused, match="不是日期"):
        checked_value(tasks, unit, "valid_from", "明天")


def test_names_stand_for_mentions_in_a_responsibility_cell() -> None:
    tasks = sample_list()
    row = tasks.task(tasks.task_keys[0])
    (mention,) = field_value(tasks, row, "lead_units", "创新平台处")
    assert mention.key == one_unit_named(tasks, "创新平台处").key
    assert field_text(tasks, row, "lead_units") == "成果处"
