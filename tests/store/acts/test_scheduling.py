"""Reporting schedules: made, changed, taken out, and what is refused."""

from datetime import date
from typing import Any

import pytest

from store.acts.scheduling import (
    ScheduleGiven,
    schedule_added,
    schedule_changed,
    schedule_named,
    schedule_removed,
)
from store.ledger.days import schedules_of
from store.ledger.periods import periods_due
from store.ledger.schedule_words import rhythm_in_words
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import put, small_list


def added(tasks: TaskList, **given: Any) -> Schedule:
    change = schedule_added(tasks, ScheduleGiven(**given))
    tasks.apply(change.edits)
    return schedules_of(tasks)[-1]


def test_a_schedule_is_made_with_what_is_said_and_the_rest_as_usual() -> None:
    tasks = small_list()
    change = schedule_added(tasks, ScheduleGiven(due_day=25))
    assert change.title == "新增报送安排：月报（每月，25 日前；2021年12月止；牵头单位）"
    tasks.apply(change.edits)
    (made,) = schedules_of(tasks)
    assert (made.name, made.every, made.due_day, made.due_shift, made.who) == ("月报", "month", 25, 0, "lead")
    assert made.notice == tasks.notice.key


@pytest.mark.parametrize(
    ("given", "last"),
    [
        ({}, "2021-12"),
        ({"every": "quarter"}, "2021Q4"),
        ({"every": "half_year"}, "2021H2"),
        ({"every": "year"}, "2021"),
        ({"every": "week"}, "2021-W52"),
        ({"until_period": "2021-06"}, "2021-06"),
        ({"until_period": ""}, ""),
        ({"from_period": "2022-02"}, ""),
    ],
)
def test_a_new_schedule_ends_with_the_year_of_the_list(given: dict[str, Any], last: str) -> None:
    assert added(small_list(), **given).until_period == last


def test_the_last_week_of_a_year_is_that_of_its_number() -> None:
    """The 53rd of 2026 ends in January; the last days of 2024 lie in the first of 2025."""
    for year, last in (("2026", "2026-W53"), ("2024", "2024-W52")):
        tasks = small_list(title="行动方案")
        put(tasks, tasks.notice, issued_on=None, year=year)
        assert added(tasks, every="week").until_period == last


def test_reports_are_asked_for_until_the_year_of_the_list_ends() -> None:
    tasks = small_list()
    schedule = added(tasks, due_day=25)
    asked = [period.name for period in periods_due(schedule, date(2021, 11, 1), date(2022, 3, 31))]
    assert asked == ["2021-11", "2021-12"]


def test_a_schedule_of_before_without_an_end_has_none() -> None:
    tasks = small_list()
    schedule = added(tasks, until_period="")
    tasks.apply(schedule_changed(tasks, schedule, ScheduleGiven(due_day=25)).edits)
    assert schedules_of(tasks)[-1].until_period == ""


def test_first_and_last_period_follow_another_rhythm() -> None:
    tasks = small_list()
    monthly = added(tasks, from_period="2021-04")
    tasks.apply(schedule_changed(tasks, monthly, ScheduleGiven(every="quarter")).edits)
    (quarterly,) = schedules_of(tasks)
    assert (quarterly.from_period, quarterly.until_period) == ("2021Q2", "2021Q4")


def test_the_same_schedule_made_at_two_desks_is_one_record() -> None:
    assert added(small_list(), due_day=25).key == added(small_list(), due_day=25).key


def test_a_schedule_that_was_renamed_leaves_its_name_free() -> None:
    tasks = small_list()
    first = added(tasks)
    tasks.apply(schedule_changed(tasks, first, ScheduleGiven(name="旬报")).edits)
    assert added(tasks).key != first.key


def test_a_later_schedule_knows_the_days_off_of_the_list() -> None:
    tasks = small_list()
    first = added(tasks, every="quarter")
    put(tasks, first, holidays=("2021-10-01",), workdays=("2021-10-09",))
    later = added(tasks)
    assert (later.holidays, later.workdays) == (("2021-10-01",), ("2021-10-09",))


def test_what_is_given_alone_changes() -> None:
    tasks = small_list()
    made = added(tasks, every="quarter", due_day=15, due_shift=1, from_period="2021年第二季度")
    assert made.from_period == "2021Q2"
    change = schedule_changed(tasks, made, ScheduleGiven(who="all", sign_off="单位主要负责人"))
    assert [edit.field for edit in change.edits] == ["who", "sign_off"]
    assert (
        "次月 15 日前；2021年第二季度起，2021年第四季度止；牵头和责任单位；单位主要负责人审签" in change.title
    )
    assert schedule_changed(tasks, made, ScheduleGiven(due_day=15)).edits == ()
    tasks.apply(schedule_removed(made).edits)
    assert schedules_of(tasks) == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"due_day": 32}, "报送日要写几日（1 至 31，31 为月末），不能写 32；写 0 为本期最后一天。"),
        ({"due_day": -1}, "报送日要写几日（1 至 31，31 为月末），不能写 -1；写 0 为本期最后一天。"),
        ({"every": "week", "due_day": 8}, "报送日要写周几"),
        ({"due_shift": 2}, "顺延期数只能是 0（当月、当周）或 1（次月、下周），不能写 2。"),
        ({"from_period": "2021Q1"}, "起报期要写一个月，“2021Q1”不是"),
        ({"from_period": "去年"}, "“去年”不是报送期"),
        ({"from_period": "2021-05", "until_period": "2021-04"}, "止报期 2021-04 早于起报期 2021-05"),
        ({"name": " "}, "报送安排要有名称，如 月报。"),
        ({"name": "旬报"}, "已有报送安排“旬报”"),
    ],
)
def test_what_makes_no_sense_is_refused(given: dict[str, Any], said: str) -> None:
    tasks = small_list()
    added(tasks, name="旬报")
    with pytest.raises(Refused) as refused:
        schedule_added(tasks, ScheduleGiven(**given))
    assert str(refused.value).startswith(said)


def test_a_list_whose_days_nobody_knows_is_asked_for_the_first_period() -> None:
    tasks = small_list(title="行动方案")
    put(tasks, tasks.notice, issued_on=None)
    with pytest.raises(Refused, match="请写起报期。"):
        schedule_added(tasks, ScheduleGiven())
    assert added(tasks, from_period="2021-02").from_period == "2021-02"


def test_a_schedule_goes_by_its_name_or_its_number() -> None:
    tasks = small_list()
    first, second = added(tasks), added(tasks, every="year")
    assert schedule_named(tasks, "年报") == schedule_named(tasks, "2") == second
    assert schedule_named(tasks, " 1 ") == first
    with pytest.raises(Refused, match="没有报送安排“周报”，现有：月报、年报。"):
        schedule_named(tasks, "周报")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"every": "month", "due_day": 25}, "每月，25 日前"),
        ({"every": "month", "due_day": 31}, "每月，月末前"),
        ({"every": "month", "due_day": 5, "due_shift": 1}, "每月，次月 5 日前"),
        ({"every": "quarter", "due_day": 15, "due_shift": 1}, "每季度，次月 15 日前"),
        ({"every": "quarter"}, "每季度，期末前"),
        ({"every": "half_year", "due_day": 20}, "每半年，末月 20 日前"),
        ({"every": "week", "due_day": 5}, "每周，周五前"),
        ({"every": "week", "due_shift": 1}, "每周，下周日前"),
    ],
)
def test_a_schedule_in_words(said: dict[str, Any], words: str) -> None:
    assert rhythm_in_words(Schedule("s", **said)) == words
