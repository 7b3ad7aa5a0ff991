"""C29: rows past their day, until they are closed."""

from datetime import datetime
from typing import Any

from store.checks.checker import Checker, checked
from store.machine.clock import Clock
from store.records.changes import Edit, created, updated
from store.records.record import Record
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import ROW, adjustment, closing, report, small_list


def on_first_july(*facts: Record, deadline: str | None = "6月底前") -> TaskList:
    made = small_list(*facts, deadline=deadline)
    return TaskList(made.documents, clock=Clock(lambda: datetime(2021, 7, 1, 9)))


def checker_on_first_july(*facts: Record, deadline: str | None = "6月底前") -> Checker:
    return checked(on_first_july(*facts, deadline=deadline))


def overdue(checker: Checker) -> list[str]:
    return [finding.hit.says for finding in checker.findings() if finding.code == "C29"]


def test_a_row_past_its_day_says_by_how_much() -> None:
    (said,) = overdue(checker_on_first_july())
    assert said == "应于 2021-06-30 完成，已逾期 1 天，请办理销号或延期，或核对时限。"


def test_a_row_that_is_closed_suspended_or_waits_is_not_overdue() -> None:
    received: dict[str, Any] = {"first_received_on": "2021-06-20", "received_on": "2021-06-20"}
    for fact in (
        closing(approved_on="2021-06-30"),
        adjustment("suspension", "2021-05-01"),
        report("2021-06", "completed", **received),
    ):
        assert overdue(checker_on_first_july(fact)) == []
    for deadline in ("7月1日前", "长期坚持", None):
        assert overdue(checker_on_first_july(deadline=deadline)) == []


def test_a_closing_takes_the_finding_away_and_an_undone_one_brings_it_back() -> None:
    tasks = on_first_july()
    checker = checked(tasks)
    fact = closing(approved_on="2021-07-01")
    for edits, count in (
        ([created(fact)], 0),
        (updated(fact, reopened_on="2021-07-01"), 1),
        ([Edit("tasks", ROW, "due_on", None, "2021-07-31")], 0),
    ):
        tasks.apply(edits)
        checker.note(edits)
        checker.work()
        assert len(overdue(checker)) == count
