"""Rows and items: new, delete, move."""

import pytest

from store.acts.rows import delete_rows, move_items, move_rows, new_item, new_row
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def key(tasks: TaskList, name: str) -> str:
    return tasks.rows_named(name)[0]


def done(tasks: TaskList, change: Change) -> str:
    tasks.apply(change.edits)
    return change.title


def test_a_new_row_stands_under_its_row_in_the_same_item(tasks: TaskList) -> None:
    change, row = new_row(tasks, key(tasks, "3.1"))
    assert done(tasks, change) == "新增行：在第 3.1 行之后"
    assert tasks.row_name(row) == "3.2"
    assert tasks.task(row).text == ""


def test_a_new_item_has_one_empty_row_under_the_item_of_a_row_or_last(tasks: TaskList) -> None:
    change, row = new_item(tasks, " 新事项 ", key(tasks, "3.2"))
    assert done(tasks, change) == "新增事项：新事项"
    assert (tasks.row_name(row), tasks.items[3].title) == ("4", "新事项")
    change, last = new_item(tasks, "末项")
    done(tasks, change)
    assert tasks.row_name(last) == str(len(tasks.items))
    with pytest.raises(Refused, match="事项名称不能为空"):
        new_item(tasks, " ")


def test_an_item_goes_with_its_last_row(tasks: TaskList) -> None:
    items = len(tasks.items)
    title = done(tasks, delete_rows(tasks, tasks.rows_named("3.1-3.2")))
    assert title == "删除第 3.1–3.2 行“深入推进“一网通办”。加强沟通协…”等 2 行"
    assert len(tasks.items) == items
    done(tasks, delete_rows(tasks, tasks.rows_named("3.1-3.2")))
    assert len(tasks.items) == items - 1


def test_a_row_moves_within_its_item_and_no_further(tasks: TaskList) -> None:
    row = key(tasks, "3.1")
    assert done(tasks, move_rows(tasks, (row,), 1)) == "第 3.1 行下移"
    assert tasks.row_name(row) == "3.2"
    done(tasks, move_rows(tasks, (row,), -1))
    with pytest.raises(Refused, match="已是本事项的第一行"):
        move_rows(tasks, (row,), -1)


def test_the_only_row_of_an_item_moves_with_the_item(tasks: TaskList) -> None:
    row = key(tasks, "2")
    title = tasks.items[1].title
    assert done(tasks, move_rows(tasks, (row,), -1)) == f"上移事项：{title}"
    assert tasks.row_name(row) == "1"
    with pytest.raises(Refused, match="已是第一个事项"):
        move_items(tasks, (tasks.items[0].key,), -1)
    with pytest.raises(Refused, match="已是最后一个事项"):
        move_items(tasks, (tasks.items[-1].key,), 1)


def test_deleting_names_the_text_the_item_or_both(tasks: TaskList) -> None:
    change = delete_rows(tasks, tasks.rows_named("3.2"))
    assert change.title == "删除第 3.2 行“加快电子证照共享调用。”"
    change = delete_rows(tasks, tasks.rows_named("3.1-3.4"))
    assert change.title == "删除事项“三、推进高效办成一件事”及其 4 项任务"
    change = delete_rows(tasks, tasks.task_keys)
    assert (
        change.title == "删除事项“一、实施科技成果转化工程”“二、建设高质量孵化载体”等 6 个事项及其 9 项任务"
    )
    change = delete_rows(tasks, tasks.rows_named("2-3.1"))
    assert (
        change.title
        == "删除第 2、3.1 行“新增省级及以上众创孵化机构40家…”等 2 行，连同事项“二、建设高质量孵化载体”"
    )


def test_neighbouring_rows_move_together(tasks: TaskList) -> None:
    rows = tasks.rows_named("3.2-3.3")
    assert done(tasks, move_rows(tasks, rows, -1)) == "第 3.2–3.3 行上移"
    assert [tasks.row_name(row) for row in rows] == ["3.1", "3.2"]
    done(tasks, move_rows(tasks, rows, 1))
    done(tasks, move_rows(tasks, rows, 1))
    assert [tasks.row_name(row) for row in rows] == ["3.3", "3.4"]
    with pytest.raises(Refused, match="已是本事项的最后一行"):
        move_rows(tasks, rows, 1)
    with pytest.raises(Refused, match="不相邻"):
        move_rows(tasks, [*tasks.rows_named("3.1"), *tasks.rows_named("3.3")], 1)
    with pytest.raises(Refused, match="分属几个事项"):
        move_rows(tasks, tasks.rows_named("2-3.1"), 1)


def test_rows_that_are_whole_items_move_with_them(tasks: TaskList) -> None:
    rows = tasks.rows_named("1-2")
    assert (
        done(tasks, move_rows(tasks, rows, 1)) == "下移事项：一、实施科技成果转化工程、二、建设高质量孵化载体"
    )
    assert [tasks.row_name(row) for row in rows] == ["2", "3"]
