"""今日: what the ledger of a list has to be seen to on a day, in its groups."""

from datetime import date
from typing import Any

import pytest

from store.ledger.today import TodayLine, has_ledger_lines, ledger_lines
from store.records.follow_up import FollowUp
from store.records.record import Record
from store.records.schedule import Measure, Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import (
    PLATFORM,
    RESULTS,
    ROW,
    adjustment,
    closing,
    put,
    report,
    small_list,
    value,
)

FORTY = Measure("m", ROW, "000100", "众创孵化机构", "40", "家")


def lines(tasks: TaskList, day: str) -> list[TodayLine]:
    return ledger_lines(tasks, date.fromisoformat(day))


def said(tasks: TaskList, day: str) -> list[tuple[str, str, str]]:
    return [(line.group, line.said, line.figures) for line in lines(tasks, day)]


# 27 October less 30 September are 27 days; 18 of 40 are 45.0 %.
def test_a_late_row_stands_with_its_people_its_day_and_how_far_it_is() -> None:
    tasks = small_list(FORTY, report("2021-09", **value("18")), deadline="9月底前")
    (line,) = lines(tasks, "2021-10-27")
    assert (line.group, line.row, line.units) == ("overdue", ROW, ("平台处",))
    assert (line.text, line.day) == ("新增省级及以上众创孵化机构40家。", "2021-09-30")
    assert (line.said, line.figures) == ("9月30日 逾期 27 天", "18/40家 45.0%")


def test_of_several_measures_the_lowest_is_said() -> None:
    other = Measure("n", ROW, "000200", "平台", "10", "个")
    values = value("18")["values"] + (type(value("18")["values"][0])("n", "1"),)
    tasks = small_list(FORTY, other, report("2021-09", values=values), deadline="9月底前")
    assert said(tasks, "2021-10-01") == [("overdue", "9月30日 逾期 1 天", "1/10个 10.0%")]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2021-09-26", []),
        ("2021-09-27", [("soon", "9月30日 剩 3 天", "")]),
        ("2021-09-30", [("soon", "9月30日 今天到期", "")]),
        ("2021-10-01", [("overdue", "9月30日 逾期 1 天", "")]),
        ("2022-01-01", [("overdue", "2021年9月30日 逾期 93 天", "")]),
    ],
)
def test_a_row_is_soon_due_on_the_last_three_days_and_then_late(day: str, found: object) -> None:
    assert said(small_list(deadline="9月底前"), day) == found


def test_three_days_are_soon_however_few_days_near_is_set_to() -> None:
    tasks = small_list(deadline="9月底前")
    put(tasks, tasks.notice, warn_days=1)
    assert said(tasks, "2021-09-28") == [("soon", "9月30日 剩 2 天", "")]


@pytest.mark.parametrize(
    "facts",
    [
        (closing(asked_on="2021-06-01", approved_on="2021-06-02"),),
        (adjustment("suspension", "2021-06-01"),),
        (adjustment("cancellation", "2021-06-01"),),
    ],
)
def test_a_row_that_has_ended_wants_nothing(facts: tuple[Record, ...]) -> None:
    assert lines(small_list(*facts, deadline="6月底前"), "2021-08-01") == []


@pytest.mark.parametrize(
    ("fact", "words", "day"),
    [
        (report("2021-06", "completed"), "6月25日 报“已完成”，待批准", "2021-06-25"),
        (closing(asked_on="2021-07-02"), "7月2日 申请销号，待批准", "2021-07-02"),
    ],
)
def test_a_row_that_waits_for_its_closing_is_not_late(fact: Record, words: str, day: str) -> None:
    (line,) = lines(small_list(fact, deadline="6月底前"), "2021-08-01")
    assert (line.group, line.said, line.day) == ("awaiting_closing", words, day)


def reminder(**said: Any) -> FollowUp:
    rows = {"unit": "platform", "tasks": (ROW,), "answer_by": "2021-08-01", **said}
    return FollowUp("f", "催办〔2021〕3号", **rows)


@pytest.mark.parametrize(
    ("fact", "day", "words"),
    [
        (reminder(), "2021-07-31", []),
        (reminder(), "2021-08-01", []),
        (reminder(), "2021-08-02", ["8月1日 应回复，过 1 天"]),
        (reminder(), "2021-08-04", ["8月1日 应回复，过 3 天"]),
        (reminder(answered_on="2021-08-04"), "2021-08-03", ["8月1日 应回复，过 2 天"]),
        (reminder(answered_on="2021-08-04"), "2021-08-04", []),
        (reminder(answer_by=None), "2021-08-04", []),
        (reminder(tasks=("gone",)), "2021-08-04", ["8月1日 应回复，过 3 天"]),
    ],
)
def test_a_reminder_stands_until_it_is_answered(fact: FollowUp, day: str, words: list[str]) -> None:
    found = lines(small_list(fact), day)
    assert [line.said for line in found] == words
    assert [(line.group, line.text, line.units) for line in found] == [
        ("unanswered", "催办〔2021〕3号", ("平台处",)) for _ in words
    ]


def test_groups_stand_in_their_order_and_in_each_the_earliest_day_first() -> None:
    tasks = small_list(reminder(answer_by="2021-08-02"), deadline="6月底前")
    for key, deadline in (("second", "5月底前"), ("third", "8月5日前"), ("fourth", "6月底前")):
        row = Task(key, "item", f"0002{key[0]}0", text=key, deadline=deadline, lead_units=(PLATFORM, RESULTS))
        put(tasks, row)
    found = lines(tasks, "2021-08-03")
    assert [(line.group, line.row) for line in found] == [
        ("overdue", "second"),
        ("overdue", ROW),
        ("overdue", "fourth"),
        ("soon", "third"),
        ("unanswered", ROW),
    ]
    assert found[0].units == ("平台处", "成果处")
    assert len({line.name for line in found}) == len(found)


MONTHLY = Schedule("s", name="月报", every="month", due_day=25)


# A list issued on 20 January owes from January on; the fact of August is due on the 25th.
@pytest.mark.parametrize(
    ("facts", "day", "found"),
    [
        ((report("2021-01"),), "2021-02-24", []),
        ((report("2021-01"),), "2021-02-25", [("due_today", "2021年2月进展", "今天应报")]),
        ((report("2021-01"),), "2021-03-24", [("missing", "2021年2月进展", "应报 2月25日，迟 27 天")]),
        ((report("2021-01"), report("2021-02")), "2021-02-25", []),
        (
            (report("2021-01"), report("2021-02", returned_on="2021-02-26")),
            "2021-02-28",
            [("missing", "2021年2月进展", "已退回，应报 2月25日，迟 3 天")],
        ),
        ((report("2021-01"), closing(approved_on="2021-02-20")), "2021-03-24", []),
    ],
)
def test_a_report_stands_on_its_day_and_while_it_is_missing(
    facts: tuple[Record, ...], day: str, found: list[tuple[str, str, str]]
) -> None:
    owed = [
        line for line in lines(small_list(MONTHLY, *facts), day) if line.group in ("due_today", "missing")
    ]
    assert [(line.group, line.text, line.said) for line in owed] == found
    assert all(line.units == ("平台处",) for line in owed)


def test_each_unit_that_is_missing_has_a_line_of_its_own() -> None:
    tasks = small_list(MONTHLY, report("2021-01"), lead_units=(PLATFORM, RESULTS))
    missing = [line.units for line in lines(tasks, "2021-02-10") if line.group == "missing"]
    assert missing == [("成果处",)]


def test_all_that_a_unit_has_not_reported_stands_in_one_line() -> None:
    """平台处 owes January to March of two rows, March of the first being there, February sent back."""
    facts = (report("2021-03"), report("2021-02", returned_on="2021-02-26"))
    tasks = small_list(MONTHLY, *facts)
    put(tasks, Task("second", "item", "000220", text="又一项", lead_units=(PLATFORM,)))
    (line,) = [line for line in lines(tasks, "2021-04-01") if line.group == "missing"]
    assert (line.text, line.units, line.rows) == ("2021年1月至3月进展 5 份", ("平台处",), (ROW, "second"))
    assert line.said == "已退回 1 份，最早的应报 1月25日，迟 66 天"
    assert (line.row, line.period) == ("second", "2021-03"), "where the last of them is missing"


def test_a_list_without_days_and_reports_has_nothing_to_be_seen_to() -> None:
    assert lines(small_list(), "2021-08-01") == []
    assert not has_ledger_lines(small_list(), date(2021, 8, 1))
    assert has_ledger_lines(small_list(deadline="6月底前"), date(2021, 8, 1))
