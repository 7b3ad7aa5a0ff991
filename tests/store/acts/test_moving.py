"""Moving rows, items, people and units one place up or down."""

import pytest

from store.acts.moving import moved_to, places_before
from store.acts.person_replaced import Succession, new_successor, succession_preview
from store.acts.resolving import one_unit_named
from store.acts.roster import move_person, new_person
from store.acts.rows import move_items, move_rows, new_row
from store.acts.units import created_behind, move_unit, unit_to_be
from store.records.changes import Change, updated
from store.records.tasklist import TaskList
from store.refused import Refused


def test_the_ends_are_refused_with_the_words_given() -> None:
    keys = ["甲", "乙", "丙"]
    assert moved_to(keys, "乙", -1, "") == 0
    with pytest.raises(Refused, match="已是第一"):
        moved_to(keys, "甲", -1, "已是第一。")
    with pytest.raises(Refused, match="已是最后"):
        moved_to(keys, "丙", 1, "已是最后。")


def test_a_row_moves_within_its_item_and_says_so(sample: TaskList) -> None:
    (row,) = sample.rows_named("3.2")
    change = move_rows(sample, (row,), 1)
    sample.apply(change.edits)
    assert (change.title, sample.row_name(row)) == ("第 3.2 行下移", "3.3")


def test_the_only_row_of_an_item_moves_with_it(sample: TaskList) -> None:
    (row,) = sample.rows_named("2")
    change = move_rows(sample, (row,), -1)
    sample.apply(change.edits)
    assert change.title == "上移事项：二、建设高质量孵化载体"
    assert sample.row_name(row) == "1"


def test_a_person_passes_one_neighbour_in_rank(sample: TaskList) -> None:
    second, third = sample.roster[1:3]
    sample.apply(move_person(sample, third.key, -1).edits)
    assert [entry.key for entry in sample.roster[1:3]] == [third.key, second.key]


def refused(change: Change) -> None:
    raise AssertionError(f"should have been refused: {change.title}")


def test_each_says_where_it_stands_already(sample: TaskList) -> None:
    first, last = sample.rows_named("3.1")[0], sample.rows_named("3.4")[0]
    with pytest.raises(Refused, match=r"第 3\.1 行已是本事项的第一行"):
        refused(move_rows(sample, (first,), -1))
    with pytest.raises(Refused, match=r"第 3\.4 行已是本事项的最后一行"):
        refused(move_rows(sample, (last,), 1))
    with pytest.raises(Refused, match="已是最后一个事项"):
        refused(move_items(sample, (sample.items[-1].key,), 1))
    with pytest.raises(Refused, match="“盛继亮”已排在最前"):
        refused(move_person(sample, sample.roster[0].key, -1))
    top = one_unit_named(sample, sample.units[0].full_name)
    with pytest.raises(Refused, match="已是第一个单位"):
        refused(move_unit(sample, top.key, -1))


def test_a_row_put_between_two_that_desks_put_at_one_place_parts_them(sample: TaskList) -> None:
    above, row, moved = sample.rows_named("3.1-3.3")
    sample.apply(updated(sample.task(row), order=sample.task(above).order))
    above, row = sorted((above, row))
    sample.apply(move_rows(sample, (moved,), -1).edits)
    names = [sample.row_name(key) for key in (above, moved, row)]
    assert names == ["3.1", "3.2", "3.3"]
    orders = [sample.task(key).order for key in (above, moved, row)]
    assert orders == sorted(set(orders))


def test_a_new_row_under_the_first_of_two_at_one_place_stands_between_them(sample: TaskList) -> None:
    above, row = sorted(sample.rows_named("3.1-3.2"))
    sample.apply(updated(sample.task(row), order=sample.task(above).order))
    change, new = new_row(sample, above)
    sample.apply(change.edits)
    assert [sample.row_name(key) for key in (above, new, row)] == ["3.1", "3.2", "3.3"]


def test_where_no_two_stand_at_one_place_nothing_else_is_touched(sample: TaskList) -> None:
    places, edits = places_before(sample.items, 1, 2)
    assert edits == []
    assert sample.items[0].order < places[0] < places[1] < sample.items[1].order


def test_a_person_put_below_the_first_of_two_at_one_place_stands_between_them(sample: TaskList) -> None:
    first, second = sample.entries[1:3]
    sample.apply(updated(second, order=first.order))
    above, below = sorted((first.key, second.key))
    change, entry = new_person(sample, "钱进", above)
    sample.apply(change.edits)
    assert [one.key for one in sample.entries[1:4]] == [above, entry, below]


def test_units_that_take_over_stand_behind_the_old_one_each_at_a_place_of_its_own(sample: TaskList) -> None:
    first, second = sample.units[1:3]
    sample.apply(updated(second, order=first.order))
    above, below = sorted((first.key, second.key))
    news = [unit_to_be(sample, name, [first]) for name in ("甲处", "乙处")]
    sample.apply(created_behind(sample, above, news))
    assert [unit.key for unit in sample.units[1:5]] == [above, news[0].key, news[1].key, below]
    assert len({unit.order for unit in sample.units}) == len(sample.units)


def test_a_successor_takes_the_line_below_of_two_at_one_place(sample: TaskList) -> None:
    first, second = sample.entries[1:3]
    sample.apply(updated(second, order=first.order))
    above, below = sorted((first.key, second.key))
    succession = Succession(above, new_successor("钱进"))
    sample.apply(succession_preview(sample, succession).edits)
    names = [sample.person_name(one.person) for one in sample.entries[1:4]]
    assert names[1] == "钱进"
    assert [one.key for one in sample.entries[1:4]][::2] == [above, below]
