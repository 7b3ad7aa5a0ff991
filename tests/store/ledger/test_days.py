"""When a row is due: by the clerk's word, else by the wording."""

from datetime import date
from typing import Any

import pytest

from store.ledger.days import ORIGINS, deadlines_of_row, next_due
from store.records.changes import created, updated
from store.records.schedule import Schedule
from tests.store.ledger.small_list import ROW, small_list

QUARTERLY = Schedule("q", name="季报", every="quarter", due_day=15, due_shift=1)
MONTHLY = Schedule("m", name="月报", every="month", due_day=25)


@pytest.mark.parametrize(
    ("row", "kind", "due"),
    [
        ({"deadline": "6月底前"}, "dated", "2021-06-30"),
        ({"deadline": "2022年3月底前"}, "dated", "2022-03-31"),
        ({"deadline": "长期坚持"}, "continuing", None),
        ({"deadline": "立即"}, "immediate", None),
        ({"deadline": "汛期前"}, "unset", None),
        ({}, "unset", None),
        ({"deadline": "每季度"}, "recurring", "2021-06-30"),
        ({"deadline": "每月25日前"}, "recurring", "2021-05-25"),
        ({"deadline": "每周五前"}, "recurring", "2021-05-23"),
        ({"deadline": "6月底前完成并长期坚持"}, "dated", "2021-06-30"),
        ({"deadline": "3月底前试点，10月底前推开"}, "dated", "2021-10-31"),
        ({"deadline": "3月底前试点，4月底前推开"}, "dated", "2021-04-30"),
        ({"deadline": "6月底前", "due_on": "2021-09-30"}, "dated", "2021-09-30"),
        ({"deadline": "6月底前", "due_kind": "continuing"}, "continuing", None),
        ({"deadline": "6月底前", "due_kind": "recurring"}, "recurring", None),
    ],
)
def test_the_day_that_counts_on_20_may(row: dict[str, Any], kind: str, due: str | None) -> None:
    tasks = small_list(**row)
    task = tasks.task(ROW)
    assert deadlines_of_row(tasks, task).kind == kind
    assert next_due(tasks, task, date(2021, 5, 20)) == due


@pytest.mark.parametrize(
    ("row", "schedules", "due"),
    [
        ({"deadline": "每季度"}, (QUARTERLY, MONTHLY), "2021-07-15"),
        ({"deadline": "每月"}, (QUARTERLY, MONTHLY), "2021-05-25"),
        ({"deadline": "每季度"}, (MONTHLY,), "2021-06-30"),
        ({"due_kind": "recurring"}, (MONTHLY,), "2021-05-25"),
        ({"due_kind": "recurring"}, (MONTHLY, QUARTERLY), None),
    ],
)
def test_a_recurring_row_is_due_by_its_schedule(
    row: dict[str, Any], schedules: tuple[Schedule, ...], due: str | None
) -> None:
    tasks = small_list(*schedules, **row)
    assert next_due(tasks, tasks.task(ROW), date(2021, 5, 20)) == due


def test_the_clerks_word_outranks_the_wording_and_leaves_it() -> None:
    tasks = small_list(deadline="6月底前", due_on="2021-09-30", due_kind="dated")
    found = deadlines_of_row(tasks, tasks.task(ROW))
    assert (found.days, ORIGINS[found.origin], found.wording) == (("2021-09-30",), "人定", "6月底前")


@pytest.mark.parametrize(("title", "lacks_year"), [("重点工作", False), ("2021—2023年行动方案", True)])
def test_a_day_without_a_year_is_asked_for(title: str, lacks_year: bool) -> None:
    tasks = small_list(title=title, deadline="6月底前")
    assert deadlines_of_row(tasks, tasks.task(ROW)).lacks_year is lacks_year


def test_working_days_go_by_the_days_off_of_the_list() -> None:
    wording = "自印发之日起5个工作日内"
    tasks = small_list(deadline=wording)
    assert deadlines_of_row(tasks, tasks.task(ROW)).days == ("2021-01-27",)
    tasks.apply([created(Schedule("s", every="month", holidays=("2021-01-25",), workdays=("2021-01-23",)))])
    assert deadlines_of_row(tasks, tasks.task(ROW)).days == ("2021-01-27",)
    tasks.apply(updated(tasks.all_of(Schedule)[0], workdays=()))
    assert deadlines_of_row(tasks, tasks.task(ROW)).days == ("2021-01-28",)
