"""Measures proposed and taken, and milestones."""

import pytest

from store.acts.measuring import (
    MeasureGiven,
    MilestoneGiven,
    measure_added,
    measure_changed,
    measure_in_words,
    measure_removed,
    measures_of,
    measures_taken,
    milestone_added,
    milestone_changed,
    milestone_removed,
    milestones_of,
    proposed_measures,
)
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import ROW, small_list

FORTY = "新增省级及以上众创孵化机构40家"


def proposed(*targets: str) -> list[str]:
    tasks = small_list(targets=targets)
    return [measure_in_words(one) for one in proposed_measures(tasks, ROW)]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (FORTY, ["新增省级及以上众创孵化机构至少40家"]),
        ("实名差评回访整改率达到100%", ["实名差评回访整改率至少100%"]),
        ("办理时间不超过3个工作日", ["办理时间至多3个工作日"]),
        ("单位能耗控制在2.5%以内", ["单位能耗至多2.5%"]),
        ("受理户数不少于30户", ["受理户数至少30户"]),
        ("改造老旧小区40个、惠及居民1.2万户", ["改造老旧小区至少40个", "惠及居民至少1.2万户"]),
        ("培育企业3-5家", ["培育企业至少（未定目标值）"]),
        ("加快推进", []),
    ],
)
def test_what_targets_word_is_proposed(target: str, words: list[str]) -> None:
    assert proposed(target) == words


def test_what_is_taken_is_not_proposed_again() -> None:
    tasks = small_list(targets=(FORTY, "改造老旧小区40个"))
    first, second = proposed_measures(tasks, ROW)
    change = measures_taken(tasks, [second])
    assert change.title == "设第 1 行指标：改造老旧小区至少40个"
    tasks.apply(change.edits)
    assert list(proposed_measures(tasks, ROW)) == [first]
    tasks.apply(measures_taken(tasks, [first]).edits)
    assert [one.text for one in measures_of(tasks, ROW)] == ["改造老旧小区", first.text]
    assert proposed_measures(tasks, ROW) == ()


def test_two_desks_that_take_one_measure_meet_in_one_record() -> None:
    keys = {proposed_measures(small_list(targets=(FORTY,)), ROW)[0].key for _ in range(2)}
    assert len(keys) == 1


def with_measure() -> TaskList:
    tasks = small_list()
    given = MeasureGiven("众创孵化机构", "４０", "家")
    tasks.apply(measure_added(tasks, ROW, given).edits)
    return tasks


def test_a_measure_is_made_changed_and_taken_out() -> None:
    tasks = with_measure()
    (measure,) = measures_of(tasks, ROW)
    assert (measure.text, measure.target, measure.unit_of_measure) == ("众创孵化机构", "40", "家")
    change = measure_changed(tasks, measure, MeasureGiven(target="1,200.5", sense="at_most"))
    assert change.title == "改第 1 行指标：众创孵化机构至多1200.5家"
    assert [edit.field for edit in change.edits] == ["target", "sense"]
    tasks.apply(change.edits)
    tasks.apply(measure_removed(tasks, measures_of(tasks, ROW)[0]).edits)
    assert measures_of(tasks, ROW) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (MeasureGiven(target="四十"), "目标值要写数字，不能写“四十”；计量单位另写，如 40 和 家。"),
        (MeasureGiven(target="40家"), "目标值要写数字，不能写“40家”；计量单位另写，如 40 和 家。"),
        (MeasureGiven(baseline="少"), "基数要写数字，不能写“少”；计量单位另写，如 40 和 家。"),
        (MeasureGiven(text=" "), "指标要有名称，如 众创孵化机构。"),
    ],
)
def test_what_is_no_measure_is_refused(given: MeasureGiven, said: str) -> None:
    tasks = with_measure()
    with pytest.raises(Refused) as refused:
        measure_changed(tasks, measures_of(tasks, ROW)[0], given)
    assert str(refused.value) == said


def test_milestones_have_days_in_the_year_of_the_list() -> None:
    tasks = small_list()
    change = milestone_added(tasks, ROW, MilestoneGiven("完成立项", "3月底前"))
    assert change.title == "设第 1 行节点：完成立项（2021-03-31）"
    tasks.apply(change.edits)
    tasks.apply(milestone_added(tasks, ROW, MilestoneGiven("建成平台", "2021-10-30")).edits)
    first, second = milestones_of(tasks, ROW)
    assert (first.worded, first.due_on, second.due_on) == ("3月底前", "2021-03-31", "2021-10-30")
    tasks.apply(milestone_changed(tasks, first, MilestoneGiven(day="")).edits)
    assert milestones_of(tasks, ROW)[0].due_on is None
    tasks.apply(milestone_removed(tasks, second).edits)
    assert [one.text for one in milestones_of(tasks, ROW)] == ["完成立项"]


@pytest.mark.parametrize("given", [MilestoneGiven("", "3月底前"), MilestoneGiven("立项", "适时")])
def test_a_milestone_without_a_text_or_with_no_day_is_refused(given: MilestoneGiven) -> None:
    with pytest.raises(Refused):
        milestone_added(small_list(), ROW, given)
