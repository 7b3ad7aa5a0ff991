"""What is owed: each row, unit and period up to a day has exactly one word, or owes nothing."""

from datetime import date
from typing import Any

import pytest

from store.ledger.owed import OWED_WORDS, Owed, owed_on
from store.ledger.periods import period_named
from store.records.record import Record
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import (
    PLATFORM,
    RESULTS,
    ROW,
    SEVERAL,
    UNSETTLED,
    adjustment,
    closing,
    put,
    report,
    small_list,
)

MONTHLY = Schedule("s", name="月报", every="month", due_day=25)
QUARTERLY = Schedule("q", name="季报", every="quarter", due_day=15, due_shift=1)


def owed(tasks: TaskList, day: str) -> list[Owed]:
    return list(owed_on(tasks, date.fromisoformat(day)).of(ROW))


def words(tasks: TaskList, day: str, unit: str = "platform") -> dict[str, str]:
    return {one.period.name: one.word for one in owed(tasks, day) if one.unit == unit}


# ---------------------------------------------------------------------- the word of one period

ONE: list[tuple[str, dict[str, Any] | None, str, int]] = [
    # the day looked at, what February's report says, its word, days late; it is due on 25 February.
    ("2021-02-10", None, "awaited", 0),
    ("2021-02-25", None, "awaited", 0),
    ("2021-02-26", None, "missing", 1),
    ("2021-03-10", None, "missing", 13),
    ("2021-02-26", {"received_on": "2021-02-24"}, "in_time", 0),
    ("2021-02-26", {"received_on": "2021-02-25"}, "in_time", 0),
    ("2021-03-10", {"received_on": "2021-02-27"}, "late", 2),
    ("2021-02-26", {"received_on": "2021-02-27"}, "missing", 1),
    ("2021-03-10", {"first": "2021-02-24", "received_on": "2021-03-02"}, "in_time", 0),
    ("2021-02-25", {"received_on": "2021-02-20", "returned_on": "2021-02-22"}, "awaited", 0),
    ("2021-02-26", {"received_on": "2021-02-20", "returned_on": "2021-02-22"}, "returned", 1),
    ("2021-02-21", {"received_on": "2021-02-20", "returned_on": "2021-02-22"}, "in_time", 0),
    ("2021-03-10", {"received_on": "2021-02-27", "due_on": "2021-02-28"}, "in_time", 0),
    ("2021-03-10", {"received_on": "2021-02-24", "due_on": "2021-02-20"}, "late", 4),
]


@pytest.mark.parametrize(("day", "said", "word", "days_late"), ONE)
def test_the_word_of_a_period(day: str, said: dict[str, Any] | None, word: str, days_late: int) -> None:
    facts: list[Record] = [MONTHLY, report("2021-01")]
    if said is not None:
        said = dict(said)
        first = said.pop("first", said["received_on"])
        facts.append(report("2021-02", first_received_on=first, **said))
    found = [one for one in owed(small_list(*facts), day) if one.period.name == "2021-02"]
    assert [(one.word, one.days_late) for one in found] == [(word, days_late)]


def test_the_running_period_is_awaited_and_the_next_is_not_asked_for() -> None:
    assert words(small_list(MONTHLY), "2021-03-01") == {
        "2021-01": "missing",
        "2021-02": "missing",
        "2021-03": "awaited",
    }


def test_a_quarter_is_due_in_the_month_after_it() -> None:
    found = owed(small_list(QUARTERLY), "2021-04-15")
    assert [(one.period.name, one.due_on, one.word) for one in found] == [
        ("2021Q1", "2021-04-15", "awaited"),
        ("2021Q2", "2021-07-15", "awaited"),
    ]


# ---------------------------------------------------------------------- what is not owed

NOT_OWED: list[tuple[str, tuple[Record, ...], dict[str, Any], str]] = [
    # what holds, and the periods that are owed on 30 April, the schedule monthly on the 25th
    ("nothing else", (), {}, "01 02 03 04"),
    ("suspended on two due days", (adjustment("suspension", "2021-02-01"),), {}, "01"),
    (
        "suspended and resumed",
        (adjustment("suspension", "2021-02-01"), adjustment("resumption", "2021-03-25")),
        {},
        "01 03 04",
    ),
    ("cancelled", (adjustment("cancellation", "2021-03-01"),), {}, ""),
    (
        "cancelled after a report",
        (adjustment("cancellation", "2021-03-01"), report("2021-02")),
        {},
        "02",
    ),
    ("closed before March", (closing(approved_on="2021-02-28"),), {}, "01 02"),
    ("closed before March's day", (closing(approved_on="2021-03-20"),), {}, "01 02"),
    ("closed after March's day", (closing(approved_on="2021-03-26"),), {}, "01 02 03"),
    (
        "closed in March, which was reported",
        (closing(approved_on="2021-03-20"), report("2021-03", first_received_on="2021-03-18")),
        {},
        "01 02 03",
    ),
    (
        "closed and opened again",
        (closing(approved_on="2021-02-10", reopened_on="2021-03-10"),),
        {},
        "01 03 04",
    ),
    ("said to be done in February", (report("2021-02", "completed"),), {}, "01 02"),
    (
        "done, said after March's day",
        (report("2021-02", "completed", first_received_on="2021-03-26"),),
        {},
        "01 02 03",
    ),
    (
        "done, and sent back",
        (report("2021-02", "completed", returned_on="2021-02-26"),),
        {},
        "01 02 03 04",
    ),
    (
        "done, and then not",
        (report("2021-02", "completed"), report("2021-03", "under_way")),
        {},
        "01 02 04",
    ),
    ("begun in March", (), {"start_on": "2021-03-24"}, "03 04"),
]


@pytest.mark.parametrize(("holds", "facts", "row", "periods"), NOT_OWED)
def test_what_is_owed(holds: str, facts: tuple[Record, ...], row: dict[str, Any], periods: str) -> None:
    found = words(small_list(MONTHLY, *facts, **row), "2021-04-30")
    assert " ".join(name[-2:] for name in found) == periods, holds


def test_a_period_that_was_due_before_the_list_is_not_owed() -> None:
    tasks = small_list(MONTHLY)
    put(tasks, tasks.notice, issued_on="2021-01-26")
    assert list(words(tasks, "2021-02-01")) == ["2021-02"]


def test_one_unit_that_is_done_leaves_the_other_at_work() -> None:
    tasks = small_list(MONTHLY, report("2021-01", "completed"), lead_units=(PLATFORM, RESULTS))
    assert list(words(tasks, "2021-03-01")) == ["2021-01"]
    assert list(words(tasks, "2021-03-01", "results")) == ["2021-01", "2021-02", "2021-03"]


def test_lead_units_owe_or_all_do_as_the_schedule_says() -> None:
    row: dict[str, Any] = {"lead_units": (PLATFORM,), "participant_units": (RESULTS, PLATFORM)}
    tasks = small_list(MONTHLY, **row)
    assert [one.unit for one in owed(tasks, "2021-01-25")] == ["platform"]
    put(tasks, tasks.get(Schedule, "s"), who="all")
    assert [one.unit for one in owed(tasks, "2021-01-25")] == ["platform", "results"]


def test_a_collective_whose_members_nobody_knows_is_named_and_owes_nothing() -> None:
    tasks = small_list(MONTHLY, lead_units=(SEVERAL, UNSETTLED, PLATFORM), participant_units=(UNSETTLED,))
    now = owed_on(tasks, date(2021, 1, 25))
    assert [one.unit for one in now.of(ROW)] == ["platform"]
    assert now.unclear(ROW) == ("相关处室", "有关单位")
    put(tasks, tasks.get(Schedule, "s"), who="all")
    assert owed_on(tasks, date(2021, 1, 25)).unclear(ROW) == ("相关处室", "有关单位")
    put(tasks, closing(approved_on="2021-01-20"))
    assert owed_on(tasks, date(2021, 1, 25)).unclear(ROW) == ()


def test_nothing_is_owed_without_a_schedule() -> None:
    tasks = small_list(report("2021-01"), lead_units=(SEVERAL,))
    assert list(owed_on(tasks, date(2021, 3, 1))) == []
    assert owed_on(tasks, date(2021, 3, 1)).unclear(ROW) == ()


def test_two_schedules_each_ask_for_their_own_periods() -> None:
    found = owed(small_list(MONTHLY, QUARTERLY), "2021-04-01")
    assert [one.period.name for one in found] == [
        "2021-01",
        "2021-02",
        "2021-03",
        "2021Q1",
        "2021-04",
        "2021Q2",
    ]


def test_a_schedule_asks_from_its_first_period_to_its_last() -> None:
    some = Schedule("s", every="month", due_day=25, from_period="2021-02", until_period="2021-03")
    assert list(words(small_list(some), "2021-06-01")) == ["2021-02", "2021-03"]


def test_a_list_whose_days_nobody_knows_owes_from_the_first_period_of_its_schedule() -> None:
    tasks = small_list(MONTHLY, title="行动方案")
    put(tasks, tasks.notice, issued_on=None)
    assert owed(tasks, "2021-06-01") == []
    put(tasks, tasks.get(Schedule, "s"), from_period="2021-05")
    assert list(words(tasks, "2021-06-01")) == ["2021-05", "2021-06"]


def test_what_is_owed_follows_edits_and_the_day() -> None:
    tasks = small_list(MONTHLY)
    assert words(tasks, "2021-01-26") == {"2021-01": "missing"}
    put(tasks, report("2021-01"))
    assert words(tasks, "2021-01-26") == {"2021-01": "in_time"}
    put(tasks, tasks.task(ROW), lead_units=(RESULTS,))
    assert words(tasks, "2021-01-26") == {}
    assert words(tasks, "2021-01-26", "results") == {"2021-01": "missing"}
    assert words(tasks, "2021-01-25", "results") == {"2021-01": "awaited"}


def test_a_period_of_the_list() -> None:
    now = owed_on(small_list(MONTHLY), date(2021, 3, 1))
    assert [one.period.name for one in now.of_period(period_named("2021年2月"))] == ["2021-02"]
    assert [one.period.name for one in now] == ["2021-01", "2021-02", "2021-03"]


def test_what_is_outstanding_is_asked_of_open_rows_alone() -> None:
    tasks = small_list(MONTHLY, report("2021-02"))

    def outstanding(day: str) -> list[str]:
        return [one.period.name for one in owed_on(tasks, date.fromisoformat(day)).outstanding()]

    assert outstanding("2021-03-26") == ["2021-01", "2021-03"]
    put(tasks, closing(approved_on="2021-03-26"))
    assert outstanding("2021-03-26") == []
    assert len(owed(tasks, "2021-03-26")) == 3, "what was missing stays said"


def test_every_word_is_said_apart() -> None:
    assert len(set(OWED_WORDS.values())) == len(OWED_WORDS) == 5
