"""What the words over the columns of a task list mean."""

import pytest

from store.reading.signs.columns import columns_of, field_of


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("序号", "number"),
        ("事 项", "item"),
        ("重点任务", "text"),
        ("工作目标", "targets"),
        ("目标任务", "text"),
        ("牵头单位", "lead_units"),
        ("牵头责任单位", "lead_units"),
        ("牵头领导", "lead_leaders"),
        ("责任单位", "participant_units"),
        ("配合部门", "participant_units"),
        ("分管领导", "leaders"),
        ("完成时限", "deadline"),
        ("备注", "remark"),
        ("市水务局", None),
        ("清理河道,建立台账", None),
        ("联系电话", None),
    ],
)
def test_a_header_word_names_a_field(label: str, field: str | None) -> None:
    assert field_of(label) == field


def fields(*labels: str) -> list[str]:
    return [column.field for column in columns_of(labels) or ()]


def test_leaders_stand_on_the_side_of_the_units_before_them() -> None:
    assert fields("事项", "重点任务", "牵头单位", "分管领导", "责任单位", "分管领导") == [
        "item",
        "text",
        "lead_units",
        "lead_leaders",
        "participant_units",
        "participant_leaders",
    ]
    assert fields("任务", "责任领导", "责任单位") == ["text", "participant_leaders", "participant_units"]


def test_a_list_always_has_a_text() -> None:
    assert fields("序号", "事项", "责任单位") == ["number", "text", "participant_units"]
    assert fields("重点任务", "工作措施", "责任单位") == ["item", "text", "participant_units"]


def test_a_column_that_the_program_does_not_know_is_kept_under_its_label() -> None:
    columns = columns_of(["任务", "责任单位", "联系电话"])
    assert columns is not None
    assert [(column.field, column.label) for column in columns][2] == ("other", "联系电话")


def test_what_is_no_header_of_a_task_list() -> None:
    assert columns_of(["姓名", "职务", "单位"]) is None
    assert columns_of(["责任单位"]) is None
    assert columns_of(["序号", "任务", "备注"]) is None


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("责任处室", "participant_units"),
        ("主责单位", "lead_units"),
        ("牵 头 部 门", "lead_units"),
        ("指导部门", "participant_units"),
        ("责任分工", "participant_units"),
        ("责任", "participant_units"),
        ("责任单位及责任人", "participant_units"),
        ("包保领导", "leaders"),
        ("牵头责任人", "lead_leaders"),
        ("联系单位", None),
        ("落实情况", None),
        ("受益单位", None),
    ],
)
def test_words_for_owners_over_a_column(label: str, field: str | None) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("2026年计划", "targets"),
        ("年度计划", "targets"),
        ("完成标准", "targets"),
        ("工作计划", "item"),
        ("2025年完成", None),
    ],
)
def test_what_is_planned_for_a_year_is_a_target(label: str, field: str | None) -> None:
    assert field_of(label) == field


def test_an_unknown_word_beside_number_owners_and_time_heads_what_is_to_be_done() -> None:
    assert fields("编号", "建议标题", "主办单位", "会办单位", "办结期限")[1] == "text"
    assert fields("案号", "案由", "主办单位", "协办单位", "办理时限")[1] == "text"
    assert fields("序号", "镇街", "联系单位", "完成时限") == []
    assert fields("序号", "甲", "乙", "责任单位", "完成时限") == []


def test_columns_of_money_do_not_keep_a_header_from_being_one() -> None:
    labels = (
        "序号",
        "项目名称",
        "建设地点",
        "总投资（亿元）",
        "2026年计划投资（亿元）",
        "责任单位",
        "一季度目标",
    )
    assert fields(*labels) == ["number", "text", "other", "other", "other", "participant_units", "targets"]


def test_leaders_of_each_side_stand_before_their_units() -> None:
    assert fields("任务", "牵头领导", "牵头单位", "责任领导", "责任单位") == [
        "text",
        "lead_leaders",
        "lead_units",
        "participant_leaders",
        "participant_units",
    ]
    assert fields("任务", "责任领导", "责任单位", "具体责任人")[3] == "other"


@pytest.mark.parametrize("limit", ["完成时限", "办结期限", "竣工时间", "完成日期"])
@pytest.mark.parametrize("other", ["进度安排", "时间安排", "开工时间", "交办时间"])
def test_the_deadline_is_the_column_that_names_a_limit(limit: str, other: str) -> None:
    assert fields("任务", "责任单位", other, limit)[2:] == ["other", "deadline"]
    assert fields("任务", "责任单位", limit, other)[2:] == ["deadline", "other"]


def test_when_a_thing_begins_is_no_deadline() -> None:
    assert field_of("开工时间") is None
    assert fields("任务", "责任单位", "交办日期") == ["text", "participant_units", "other"]
    assert field_of("进度安排") == "deadline"
