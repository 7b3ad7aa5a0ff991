"""A text put in another's place over rows."""

from dataclasses import replace

from store.acts.field_values import set_fields
from store.acts.texts_replaced import places_of, replace_text
from store.records.fields import extra_field
from store.records.tasklist import TaskList


def test_texts_of_rows_and_titles_of_whole_items_are_replaced(sample: TaskList) -> None:
    rows = sample.task_keys
    places = places_of(sample, rows, "科技成果", "技术成果")
    assert places[0].where == "事项名称"
    assert (places[0].before, places[0].after) == ("一、实施科技成果转化工程", "一、实施技术成果转化工程")
    assert places[1].where == "第 1 行重点任务"
    assert places[1].before.startswith("深化科技成果“三权”改革")
    change = replace_text(sample, places, "科技成果", "技术成果")
    sample.apply(change.edits)
    assert change.title.startswith("替换：科技成果 → 技术成果（第 1")
    assert not places_of(sample, rows, "科技成果", "")
    assert "技术成果" in sample.items[0].title


def test_a_title_stays_where_a_row_of_its_item_is_not_meant(sample: TaskList) -> None:
    rows = sample.rows_named("3.1-3.2")
    assert not [one for one in places_of(sample, rows, "办成一件事", "") if one.field == "title"]


def test_what_is_left_out_stays_and_every_kind_of_text_is_looked_through(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    task = sample.task(row)
    sample.apply(
        set_fields(sample, task, deadline="12月底前", targets=("新增12家", "培训"), remark="12").edits
    )
    places = places_of(sample, (row,), "12", "11")
    assert {one.field for one in places} == {"deadline", "targets", "remark"}
    sample.apply(replace_text(sample, [one for one in places if one.field != "remark"], "12", "11").edits)
    after = sample.task(row)
    assert after == replace(after, deadline="11月底前", targets=("新增11家", "培训"), remark="12")


def test_a_text_may_be_taken_out(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    places = places_of(sample, (row,), "省级及以上", "")
    sample.apply(replace_text(sample, places, "省级及以上", "").edits)
    assert sample.task(row).text.startswith("新增众创孵化机构")


def test_further_columns_are_looked_through(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    sample.apply(set_fields(sample, sample.task(row), **{extra_field("资金来源"): "区财政"}).edits)
    (place,) = places_of(sample, (row,), "区财政", "市财政")
    assert place.where == "第 2 行资金来源"
    sample.apply(replace_text(sample, (place,), "区财政", "市财政").edits)
    assert sample.task(row).extra("资金来源") == "市财政"


def test_two_further_columns_of_a_row_are_both_replaced(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    money, site = extra_field("资金来源"), extra_field("实施地点")
    sample.apply(set_fields(sample, sample.task(row), **{money: "区财政", site: "本区"}).edits)
    places = places_of(sample, (row,), "区", "县")
    assert {one.field for one in places} == {money, site}
    sample.apply(replace_text(sample, places, "区", "县").edits)
    assert [sample.task(row).extra(label) for label in ("资金来源", "实施地点")] == ["县财政", "本县"]


def test_a_sign_is_found_in_both_its_widths_and_what_is_put_in_is_as_typed(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    sample.apply(set_fields(sample, sample.task(row), remark="甲(试行)、乙（试行）、丙（试行)").edits)
    places = places_of(sample, (row,), "（试行)", "(暂行）")
    assert len(places) == 3, "each place by itself"
    sample.apply(replace_text(sample, places[:2], "（试行)", "(暂行）").edits)
    assert sample.task(row).remark == "甲(暂行）、乙(暂行）、丙（试行)"


def test_what_is_there_already_as_it_is_to_be_is_no_place(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    sample.apply(set_fields(sample, sample.task(row), remark="一,二，三，四,五").edits)
    places = [one for one in places_of(sample, (row,), "，", "，") if one.field == "remark"]
    assert [one.before for one in places] == ["一,二，三，四,五"] * 2
    assert [one.after for one in places] == ["一，二，三，四,五", "一,二，三，四，五"]
    sample.apply(replace_text(sample, places, "，", "，").edits)
    assert sample.task(row).remark == "一，二，三，四，五"


def test_places_beside_one_another_change_together(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    sample.apply(set_fields(sample, sample.task(row), remark="！！!甲", targets=("A！", "!B")).edits)
    places = [one for one in places_of(sample, (row,), "!", "之一") if one.field != "text"]
    sample.apply(replace_text(sample, places, "!", "之一").edits)
    assert sample.task(row).remark == "之一之一之一甲"
    assert sample.task(row).targets == ("A之一", "之一B")


def test_no_number_in_a_circle_is_a_digit(sample: TaskList) -> None:
    row = sample.rows_named("2")[0]
    sample.apply(set_fields(sample, sample.task(row), remark="①建１个").edits)
    (place,) = [one for one in places_of(sample, (row,), "1", "2") if one.field == "remark"]
    assert place.after == "①建2个"
