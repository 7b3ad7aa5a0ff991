"""Numbers run on again: each in its form, only where they stood, in the way that the list counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.acts.renumbering import disorder, renumbering
from store.acts.rows import delete_rows, move_rows, new_item, new_row
from store.records.changes import Change, created
from store.records.keys import order_between
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from tests.examples import most


def done(tasks: TaskList, change: Change) -> str:
    tasks.apply(change.edits)
    return change.title


def renumbered(tasks: TaskList) -> str:
    return done(tasks, renumbering(tasks, disorder(tasks)))


def numbers(tasks: TaskList) -> list[str]:
    return [task.number for task in tasks.tasks]


def listed(*items: tuple[str, tuple[str, ...]]) -> TaskList:
    """A list as a notice gives it: titles, and the numbers of their rows."""
    tasks = TaskList()
    place = ""
    for name, (title, rows) in enumerate(items):
        place = order_between(place, "")
        item = Item(f"item{name}", place, title, source=(name + 1,))
        tasks.apply([created(item)])
        for number, printed in enumerate(rows):
            row = Task(f"row{name}{number}", item.key, f"00{number}000", printed, "做", source=(1,))
            tasks.apply([created(row)])
    return tasks


def test_the_sample_is_in_order_as_it_is(sample: TaskList) -> None:
    assert disorder(sample) == {}


def test_an_item_that_goes_lets_the_titles_behind_it_move_up(sample: TaskList) -> None:
    done(sample, delete_rows(sample, sample.rows_named("2")))
    assert renumbered(sample) == "重排编号：4 个事项"
    assert [item.title[:4] for item in sample.items] == [
        "一、实施",
        "二、推进",
        "三、赋予",
        "四、加快",
        "五、其他",
    ]
    assert disorder(sample) == {}


def test_a_moved_row_and_a_new_one_are_counted_where_their_neighbours_are(sample: TaskList) -> None:
    done(sample, move_rows(sample, sample.rows_named("3.1"), 1))
    assert numbers(sample)[2:6] == ["2.", "1.", "3.", "4."]
    assert renumbered(sample) == "重排编号：第 3.1–3.2 行"
    done(sample, new_row(sample, sample.rows_named("3.1")[0])[0])
    renumbered(sample)
    assert numbers(sample) == ["", "", "1.", "2.", "3.", "4.", "5.", "", "", ""]
    done(sample, new_row(sample, sample.rows_named("1")[0])[0])
    assert disorder(sample) == {}, "where no neighbour has a number, the new one gets none"


def test_a_new_item_gets_a_number_as_the_others_have(sample: TaskList) -> None:
    done(sample, new_item(sample, "新的事项", sample.rows_named("1")[0])[0])
    renumbered(sample)
    assert [item.title[:3] for item in sample.items][:3] == ["一、实", "二、新", "三、建"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("1", "2", "3"), ["1", "2"]),
        (("1", "2", "3"), ["1", "2"]),
        (("(1)", "(2)", "(3)"), ["(1)", "(2)"]),
        (("一、", "二、", "三、"), ["一、", "二、"]),
        (("①", "②", "③"), ["①", "②"]),
        (("㈠", "㈡", "㈢"), ["㈠", "㈡"]),
    ],
)
def test_a_number_keeps_its_form(before: tuple[str, ...], after: list[str]) -> None:
    tasks = listed(("甲", before))
    done(tasks, delete_rows(tasks, ["row01"]))
    renumbered(tasks)
    assert numbers(tasks) == after


def test_a_list_that_counts_over_its_items_is_counted_so() -> None:
    tasks = listed(("甲", ("1", "2")), ("乙", ("3",)), ("丙", ("4",)))
    done(tasks, delete_rows(tasks, ["row00"]))
    renumbered(tasks)
    assert numbers(tasks) == ["1", "2", "3"]


def test_a_list_that_begins_anew_in_each_item_is_counted_so() -> None:
    tasks = listed(("甲", ("1.", "2.")), ("乙", ("1.", "2.", "3.")))
    done(tasks, delete_rows(tasks, ["row11"]))
    renumbered(tasks)
    assert numbers(tasks) == ["1.", "2.", "1.", "2."]


def test_a_number_that_stands_at_all_rows_of_an_item_counts_items() -> None:
    tasks = listed(("甲", ("1",)), ("乙", ("2", "2")), ("丙", ("3",)))
    done(tasks, delete_rows(tasks, ["row00"]))
    renumbered(tasks)
    assert numbers(tasks) == ["1", "1", "2"]


def test_what_the_notice_printed_without_a_number_stays_without() -> None:
    tasks = listed(("一、甲", ("1.", "", "2.")), ("附则", ("",)))
    done(tasks, delete_rows(tasks, ["row00"]))
    renumbered(tasks)
    assert numbers(tasks) == ["", "1.", ""]
    assert [item.title for item in tasks.items] == ["一、甲", "附则"]


def test_a_list_of_more_than_ten_items_is_counted_in_chinese() -> None:
    tasks = listed(*((f"{number}、事", ("",)) for number in "一二三四五六七八九"), *(("十、事", ("",)),) * 3)
    renumbered(tasks)
    assert [item.title for item in tasks.items][9:] == ["十、事", "十一、事", "十二、事"]


def test_a_hundred_and_five_is_written_as_it_is_said() -> None:
    tasks = listed(*(("一、事", ("",)),) * 120)
    renumbered(tasks)
    titles = [item.title.removesuffix("、事") for item in tasks.items]
    assert [titles[number - 1] for number in (10, 11, 20, 21, 100, 105, 110, 111)] == [
        *("十", "十一", "二十", "二十一", "一百", "一百零五", "一百一十", "一百一十一")
    ]


NUMBERS = st.lists(st.sampled_from(["", "1.", "2.", "3.", "(2)", "四、", "7"]), min_size=1, max_size=4).map(
    tuple
)


@settings(max_examples=most(60), deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["一、甲", "二、乙", "丙", "(3)丁"]), NUMBERS), min_size=1, max_size=5)
)
def test_once_renumbered_numbers_run_on_and_no_text_is_touched(
    items: list[tuple[str, tuple[str, ...]]],
) -> None:
    tasks = listed(*items)
    renumbered(tasks)
    assert disorder(tasks) == {}
    assert [task.text for task in tasks.tasks] == ["做"] * len(tasks.task_keys)
    assert [bool(number) for number in numbers(tasks)] == [bool(one) for _, rows in items for one in rows]


def test_a_year_or_a_figure_at_the_head_of_a_title_is_no_number() -> None:
    tasks = listed(("一、甲", ("",)), ("2026年重点", ("",)), ("3.5亿元投资", ("",)))
    assert disorder(tasks) == {}
