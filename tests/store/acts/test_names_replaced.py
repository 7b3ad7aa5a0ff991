"""A unit or leader put in another's place over rows, by key."""

import pytest

from store.acts.names_replaced import (
    asked_of_names,
    asks,
    named_so,
    replace_name,
    row_in_words,
    unit_preview,
)
from store.acts.resolving import leader_named, unit_named
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.refused import Refused
from tests.store.giving import assign_units


def cell(tasks: TaskList, row: str, field: str) -> str:
    mentions = getattr(tasks.task(tasks.rows_named(row)[0]), field)
    return " ".join(mention.wording for mention in mentions)


def test_a_unit_is_found_by_any_name_and_its_leader_follows(sample: TaskList) -> None:
    (named,) = named_so(sample, sample.task_keys, "成果转化处")
    assert (named.kind, named.mention.wording) == ("units", "成果处")
    new = unit_named(sample, "平台处")
    first = named.rows[0]
    assert row_in_words(sample, first, named, new) == "第 1 行 牵头单位：成果处 → 平台处"
    assert asks(named, new)
    preview = unit_preview(sample, (first,), named, new, {})
    assert not preview.open
    sample.apply(preview.change(sample).edits)
    assert preview.title == "替换：成果处 → 平台处（第 1 行）"
    assert (cell(sample, "1", "lead_units"), cell(sample, "1", "lead_leaders")) == ("平台处", "刘红")
    assert "成果处" in cell(sample, "3.1", "participant_units")


def test_a_leader_is_replaced_where_he_is_meant(sample: TaskList) -> None:
    (named,) = named_so(sample, sample.task_keys, "胡 军")
    assert named.kind == "leaders"
    new = leader_named(sample, "赵峰")
    asked = asked_of_names(sample, named.rows, named, new)
    assert [(one.unit.wording, sample.person_name(one.leader)) for one in asked] == [
        ("成果处", "胡军"),
        ("转化中心", "胡军"),
    ]
    with pytest.raises(Refused, match="仅此行”、“分工调整”，还是“原文读错"):
        replace_name(sample, named.rows, named, new)
    change = replace_name(sample, named.rows, named, new, "only_here")
    sample.apply(change.edits)
    assert not sample.rows_naming(named.mention.key or "")
    assert cell(sample, "3.1", "participant_leaders").split() == ["王振旭", "赵峰"], (
        "once where he stands already"
    )


def test_an_open_wording_is_settled_on_a_unit(sample: TaskList) -> None:
    row = sample.rows_named("2")
    sample.apply(assign_units(sample, row, "lead", [Mention(None, "孵化办")]).edits)
    (named,) = named_so(sample, row, "孵化办")
    new = unit_named(sample, "法制处")
    assert not asks(named, new)
    sample.apply(replace_name(sample, row, named, new).edits)
    task = sample.task(row[0])
    assert (cell(sample, "2", "lead_units"), cell(sample, "2", "lead_leaders")) == ("法制处", "徐涛")
    assert not task.doubts


def test_names_that_no_row_has_are_not_found(sample: TaskList) -> None:
    assert not named_so(sample, sample.rows_named("1"), "平台处")
