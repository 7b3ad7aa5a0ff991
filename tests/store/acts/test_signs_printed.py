"""标点规范: the texts of rows with the punctuation of print."""

from store.acts.field_values import set_fields
from store.acts.signs_printed import places_of_signs, print_signs
from store.records.fields import extra_field
from store.records.tasklist import TaskList

HALF = ",;:()?!"


def test_the_texts_of_the_whole_list_get_full_width_signs_and_the_source_keeps_its_own(
    sample: TaskList,
) -> None:
    source = sample.notice.source_text
    places = places_of_signs(sample, sample.task_keys)
    assert places[0].where == "第 1 行重点任务"
    assert "改革,探索" in places[0].before and "改革，探索" in places[0].after
    half_width = sum(task.text.count(sign) for task in sample.tasks for sign in HALF)
    change = print_signs(sample, places)
    assert change.title.startswith("标点规范（第 1") and f" {half_width} 处）" in change.title
    sample.apply(change.edits)
    assert not any(sign in task.text for task in sample.tasks for sign in HALF)
    assert sample.notice.source_text == source
    assert not places_of_signs(sample, sample.task_keys)


def test_rows_that_are_not_meant_and_places_that_are_left_out_stay(sample: TaskList) -> None:
    first, other = sample.rows_named("1")[0], sample.rows_named("3.1")[0]
    values = {"remark": "甲,乙", "deadline": "6月底前(暂定)", extra_field("资金"): "局内,12:30"}
    sample.apply(set_fields(sample, sample.task(first), **values).edits)
    places = places_of_signs(sample, (first,))
    assert {place.field for place in places} == {"text", "remark", "deadline", extra_field("资金")}
    kept = [place for place in places if place.field != "remark"]
    untouched = sample.task(other).text
    sample.apply(print_signs(sample, kept).edits)
    task = sample.task(first)
    assert (task.remark, task.deadline, task.extra("资金")) == ("甲,乙", "6月底前（暂定）", "局内，12:30")
    assert sample.task(other).text == untouched


def test_a_list_without_half_width_signs_has_no_places(sample: TaskList) -> None:
    assert places_of_signs(sample, sample.rows_named("2")) == ()
