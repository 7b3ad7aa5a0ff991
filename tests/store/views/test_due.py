"""When rows are due and their states, as JSON."""

from datetime import date

from store.records.changes import Edit
from store.views.due import due_view
from tests.sample import sample_list


def test_each_row_says_when_it_is_due_from_where_and_how_it_stands() -> None:
    tasks = sample_list()
    first, second, *_ = tasks.task_keys
    tasks.apply(
        [
            Edit("tasks", first, "deadline", None, "6月底前"),
            Edit("tasks", second, "due_on", None, "2021-07-05"),
        ]
    )
    one, two, three, *_ = due_view(tasks, date(2021, 7, 1))
    assert (one["row"], one["deadline"], one["due"]) == ("1", "6月底前", "2021-06-30")
    assert (one["from_word"], one["state_word"], one["days_left"]) == ("原文", "逾期", -1)
    assert (two["from_word"], two["state"], two["days_left"]) == ("人定", "near", 4)
    assert (three["from_word"], three["state_word"], three["due"]) == ("", "未定时限", None)


def test_only_the_rows_asked_for_are_told() -> None:
    tasks = sample_list()
    rows = tasks.task_keys[2:4]
    assert [row["row"] for row in due_view(tasks, date(2021, 7, 1), rows)] == ["3.1", "3.2"]
