"""A unit in another's place in all rows, and lead and partner swapped, on the sample."""

import pytest

from store.acts.preview import Preview
from store.acts.settling import settle
from store.acts.unit_in_rows import replace_unit_preview, swap_preview
from store.records.changes import created, updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Doubt
from store.refused import Refused
from tests.sample import sample_list
from tests.store.acts.test_handover import person, unit


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def after(tasks: TaskList, found: Preview) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (tasks.row_name(row.row), row.side): (
            " ".join(mention.wording for mention in row.after.units),
            " ".join(mention.wording for mention in row.after.leaders),
        )
        for row in found.rows
    }


def rows(tasks: TaskList, words: str) -> tuple[str, ...]:
    return tasks.rows_named(words)


def test_a_new_unit_without_a_leader_takes_the_place_and_leaders_stay(sample: TaskList) -> None:
    sample.apply([created(Unit("new", order="zz", full_name="成果与平台处"))])
    found = replace_unit_preview(sample, unit(sample, "平台处"), ["new"])
    assert found.open == ()
    assert after(sample, found) == {
        ("2", "lead"): ("成果与平台处", "刘红"),
        ("4", "participant"): ("成果处 高新处 成果与平台处 农社处 项目中心", "胡军 刘红 赵峰"),
    }


def test_a_unit_that_stands_there_already_is_not_named_twice(sample: TaskList) -> None:
    found = replace_unit_preview(
        sample,
        unit(sample, "平台处"),
        [unit(sample, "成果处")],
        {(rows(sample, "4")[0], "participant"): "drop"},
    )
    assert after(sample, found) == {
        ("2", "lead"): ("成果处", "胡军"),
        ("4", "participant"): ("成果处 高新处 农社处 项目中心", "胡军 赵峰"),
    }


def test_leaders_follow_units_whose_leaders_differ_and_what_cannot_be_told_is_asked(sample: TaskList) -> None:
    found = replace_unit_preview(sample, unit(sample, "平台处"), [unit(sample, "规划处")])
    assert [(sample.row_name(one.row), one.unit.wording) for one in found.open] == [
        ("4", "高新处"),
        ("4", "农社处"),
    ]
    assert after(sample, found)["2", "lead"] == ("规划处", "徐涛")
    assert "刘红" in after(sample, found)["4", "participant"][1]


def test_only_some_rows(sample: TaskList) -> None:
    found = replace_unit_preview(
        sample, unit(sample, "平台处"), [unit(sample, "规划处")], rows=rows(sample, "2")
    )
    assert list(after(sample, found)) == [("2", "lead")]


def test_lead_and_the_one_partner_change_places_with_their_leaders(sample: TaskList) -> None:
    found = swap_preview(sample, rows(sample, "3.4"))
    assert after(sample, found) == {
        ("3.4", "lead"): ("合作处", "王振旭"),
        ("3.4", "participant"): ("法制处 转化中心", "徐涛 胡军"),
    }
    before = sample.task(rows(sample, "3.4")[0])
    change = found.change(sample)
    sample.apply(change.edits)
    assert sample.task(before.key).lead_units == before.participant_units
    sample.apply([edit.inverted() for edit in reversed(change.edits)])
    assert sample.task(before.key) == before


def test_of_several_partners_one_is_named_and_his_leader_asked_about(sample: TaskList) -> None:
    with pytest.raises(Refused, match="4 个责任单位"):
        swap_preview(sample, rows(sample, "3.1"))
    found = swap_preview(sample, rows(sample, "3.1-3.3"), unit(sample, "合作处"))
    assert found.open == ()
    assert after(sample, found)["3.2", "lead"] == ("合作处", "王振旭")
    assert after(sample, found)["3.2", "participant"] == ("法制处 成果处 企业中心 项目中心", "徐涛 胡军 赵峰")
    asked = swap_preview(sample, rows(sample, "3.1"), unit(sample, "成果处"))
    assert [one.unit.wording for one in asked.open] == ["企业中心"]


def test_a_partner_whose_leader_is_open_is_refused_until_settled(sample: TaskList) -> None:
    with pytest.raises(Refused, match="企业中心的分管领导未定"):
        swap_preview(sample, rows(sample, "3.1"), unit(sample, "企业中心"))
    sample.apply(settle(sample, unit(sample, "企业中心"), person(sample, "胡军")).edits)
    found = swap_preview(sample, rows(sample, "3.1"), unit(sample, "企业中心"))
    # 成果处 is 胡军's too, so he stays.
    assert after(sample, found)["3.1", "participant"] == (
        "合作处 成果处 法制处 项目中心",
        "王振旭 胡军 徐涛 赵峰",
    )


def test_a_row_in_doubt_is_refused(sample: TaskList) -> None:
    row = sample.task(rows(sample, "3.4")[0])
    sample.apply(updated(row, doubts=(Doubt("lead", "原文难辨"),)))
    with pytest.raises(Refused, match="待定"):
        swap_preview(sample, [row.key])


def test_a_row_without_a_partner_is_refused(sample: TaskList) -> None:
    with pytest.raises(Refused, match="没有责任单位"):
        swap_preview(sample, rows(sample, "1"))
