"""Reminders: their numbers, which of them wait for an answer, their level by either scheme."""

from datetime import date
from typing import Any

import pytest

from store.ledger.follow_ups import follow_ups_of, ran_out, standing_word
from store.ledger.numbering import next_number, number_in, numbered_twice
from store.ledger.reminder_levels import level_of
from store.ledger.reminder_words import stands_in_words, unreported_in_words, why_reminded
from store.records.follow_up import FollowUp
from store.records.notice import Notice
from store.records.schedule import Measure, Schedule
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import PLATFORM, ROW, closing, put, report, small_list, state, value


def sent(key: str, number: str, **said: Any) -> FollowUp:
    """A reminder of the row to 平台处."""
    return FollowUp(key, number, **{"unit": "platform", "tasks": (ROW,), "sent_on": "2021-10-08", **said})


def level(tasks: TaskList, day: str) -> str:
    return level_of(tasks, "platform", [ROW], date.fromisoformat(day))


# ---------------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    "typed",
    ["催办〔2026〕3号", "催办[2026]3号", "催办（2026）3", "催办 2026-3 号", "催办【2026】 ３号"],
)
def test_a_number_is_known_however_it_is_typed(typed: str) -> None:
    number = number_in(typed)
    assert number and number.words == "催办〔2026〕3号"


@pytest.mark.parametrize("typed", ["", "3", "通报〔2026〕3号", "催办〔26〕3号", "催办〔2026〕号", "催办2026"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_in(typed) is None


def test_numbers_run_on_by_kind_and_year() -> None:
    tasks = small_list(
        sent("a", "催办〔2021〕1号"),
        sent("b", "催办〔2021〕4号"),
        sent("c", "督办〔2021〕2号", kind="follow_up"),
        sent("d", "催办〔2020〕9号", sent_on="2020-12-01"),
        sent("e", "写错了的文号"),
    )
    assert next_number(tasks, "reminder", 2021).words == "催办〔2021〕5号"
    assert next_number(tasks, "follow_up", 2021).words == "督办〔2021〕3号"
    assert next_number(tasks, "phone", 2021).words == "电话〔2021〕1号"
    assert next_number(tasks, "reminder", 2022).words == "催办〔2022〕1号"


def test_each_list_of_a_file_counts_for_itself() -> None:
    tasks = small_list(sent("a", "催办〔2021〕1号"))
    put(tasks, Notice("other", "2022年重点工作"))
    put(tasks, Item("item2", "000100", "一、其他", notice="other"))
    put(tasks, Task("row2", "item2", "000100", text="另一份清单的任务。", lead_units=(PLATFORM,)))
    put(tasks, sent("b", "催办〔2021〕1号", tasks=("row2",)))
    other = tasks.of("other")
    assert [one.key for one in follow_ups_of(tasks)] == ["a"]
    assert [one.key for one in follow_ups_of(other)] == ["b"]
    assert next_number(other, "reminder", 2021).words == "催办〔2021〕2号"
    assert not numbered_twice(tasks) and not numbered_twice(other)


def test_of_two_with_one_number_the_one_that_went_out_first_keeps_it() -> None:
    later = sent("a", "催办〔2021〕1号", sent_on="2021-10-09")
    tasks = small_list(later, sent("b", "催办[2021]1号"), sent("c", "催办〔2021〕2号"))
    twice = numbered_twice(tasks)
    assert list(twice) == ["催办〔2021〕1号"]
    assert [one.key for one in twice["催办〔2021〕1号"]] == ["b", "a"]


# ---------------------------------------------------------------------- answers


def test_a_reminder_runs_out_behind_its_day() -> None:
    slip = sent("a", "催办〔2021〕1号", answer_by="2021-10-15", answered_on="2021-10-18", answer="已办。")
    words = [standing_word(slip, f"2021-10-{day}") for day in ("08", "15", "16", "17", "18")]
    assert words == ["待回复", "待回复", "到期未回", "到期未回", "已回复"]
    assert [ran_out(slip, f"2021-10-{day}") for day in ("15", "16", "18")] == [False, True, False]


def test_one_without_a_day_never_runs_out() -> None:
    assert standing_word(sent("a", "催办〔2021〕1号"), "2029-01-01") == "待回复"


# ---------------------------------------------------------------------- levels


def test_by_state_near_is_blue_behind_yellow_overdue_red() -> None:
    due = {"due_on": "2021-10-31", "due_kind": ""}
    tasks = small_list(**due)
    assert [level(tasks, day) for day in ("2021-10-23", "2021-10-24", "2021-10-31", "2021-11-01")] == [
        "",
        "蓝",
        "蓝",
        "红",
    ]
    behind = small_list(
        Measure("m", ROW, "000100", text="机构", target="40"),
        report("2021-06", **value("8")),
        deadline="12月底前",
    )
    assert state(behind, "2021-06-30").is_behind
    assert level(behind, "2021-06-30") == "黄"


def test_by_escalation_a_level_rises_only_where_the_last_ran_out_unanswered() -> None:
    tasks = small_list(due_on="2021-10-31")
    put(tasks, tasks.notice, reminder_levels="escalation")
    assert level(tasks, "2021-10-08") == "蓝"
    put(tasks, sent("a", "催办〔2021〕1号", level="蓝", answer_by="2021-10-15"))
    assert level(tasks, "2021-10-15") == "蓝"
    assert level(tasks, "2021-10-16") == "橙"
    put(tasks, sent("b", "催办〔2021〕2号", level="橙", sent_on="2021-10-16", answer_by="2021-10-20"))
    assert level(tasks, "2021-10-20") == "橙"
    assert level(tasks, "2021-10-21") == "红"
    put(tasks, sent("c", "催办〔2021〕3号", level="红", sent_on="2021-10-21", answer_by="2021-10-25"))
    assert level(tasks, "2021-10-26") == "红"
    for key in "abc":
        put(tasks, tasks.get(FollowUp, key), answered_on="2021-10-27")
    assert level(tasks, "2021-10-28") == "蓝"


def test_another_unit_or_row_begins_at_blue() -> None:
    tasks = small_list(sent("a", "催办〔2021〕1号", level="蓝", answer_by="2021-10-15"))
    put(tasks, tasks.notice, reminder_levels="escalation")
    assert level_of(tasks, "results", [ROW], date(2021, 11, 1)) == "蓝"
    assert level_of(tasks, "platform", [ROW], date(2021, 11, 1)) == "橙"


# ---------------------------------------------------------------------- words


def test_a_row_stands_in_words_with_its_days() -> None:
    tasks = small_list(due_on="2021-10-31")
    days = ("2021-10-20", "2021-10-28", "2021-10-31", "2021-11-27")
    assert [stands_in_words(state(tasks, day)) for day in days] == [
        "正常推进",
        "临期，剩 3 天",
        "临期，今天到期",
        "逾期 27 天",
    ]
    put(tasks, closing(approved_on="2021-11-20"))
    assert stands_in_words(state(tasks, "2021-11-27")) == "已销号"


def test_why_counts_what_is_amiss() -> None:
    tasks = small_list(due_on="2021-10-31")
    put(tasks, Task("row2", "item", "000200", text="二", lead_units=(PLATFORM,), due_on="2021-11-05"))
    put(tasks, Task("row3", "item", "000300", text="三", lead_units=(PLATFORM,), due_kind="continuing"))
    rows = [ROW, "row2", "row3"]
    assert why_reminded(tasks, "platform", rows, date(2021, 11, 3)) == "逾期 1 项，临期 1 项"
    assert why_reminded(tasks, "platform", ["row3"], date(2021, 11, 3)) == ""


def test_reports_that_are_past_their_day_are_named() -> None:
    monthly = Schedule("s", every="month", due_day=25)
    tasks = small_list(monthly, report("2021-01"), report("2021-02"), due_on="2021-12-31")

    def said(day: str, unit: str = "platform") -> str:
        return unreported_in_words(tasks, unit, ROW, date.fromisoformat(day))

    assert said("2021-03-25") == ""
    assert said("2021-03-26") == "2021年3月进展未报"
    assert said("2021-04-26") == "2021年3月、2021年4月进展未报"
    assert said("2021-06-26") == "2021年3月、2021年4月等 4 期进展未报"
    assert said("2021-06-26", "results") == ""
    assert why_reminded(tasks, "platform", [ROW], date(2021, 6, 26)) == "未报进展 4 次"
