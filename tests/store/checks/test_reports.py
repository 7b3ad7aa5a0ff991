"""C28, C33, C34, C35: what units report, against what is owed, what they said before, who stands there."""

from datetime import datetime
from typing import Any

import pytest

from store.checks.checker import Checker, checked
from store.machine.clock import Clock
from store.records.changes import Edit, created, updated
from store.records.record import Record
from store.records.schedule import Measure, Schedule
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import (
    PLATFORM,
    RESULTS,
    ROW,
    adjustment,
    closing,
    report,
    small_list,
    value,
)

MONTHLY = Schedule("s", name="月报", every="month", due_day=25)
FORTY = Measure("m", ROW, "1", "众创孵化机构", "40", "家")
CODES = ("C28", "C33", "C34", "C35")


def on_first_march(*facts: Record, **row: Any) -> TaskList:
    made = small_list(*facts, **row)
    return TaskList(made.documents, clock=Clock(lambda: datetime(2021, 3, 1, 9)))


def said(*facts: Record, **row: Any) -> list[tuple[str, str]]:
    return told(checked(on_first_march(*facts, **row)))


def told(checker: Checker) -> list[tuple[str, str]]:
    found = checker.findings()
    return [(finding.code, finding.hit.says) for finding in found if finding.code in CODES]


def test_a_list_that_asks_for_no_report_is_told_nothing() -> None:
    assert said(lead_units=(PLATFORM, RESULTS), deadline="6月底前") == []
    assert said(FORTY) == []


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ((report("2021-01"),), "平台处2021年2月的进展未报，应于 2021-02-25 报送，已过 4 天，请催报。"),
        (
            (),
            "平台处有 2 期进展未报，最早的2021年1月应于 2021-01-25 报送，已过 35 天，请催报。",
        ),
        (
            (report("2021-01"), report("2021-02", returned_on="2021-02-26")),
            "平台处2021年2月的进展已退回，还没有重报，应于 2021-02-25 报送，已过 4 天，请催报。",
        ),
    ],
)
def test_what_is_missing_is_said_once_a_unit(facts: tuple[Record, ...], says: str) -> None:
    assert said(MONTHLY, *facts) == [("C28", says)]


def test_two_units_are_said_apart() -> None:
    found = said(MONTHLY, report("2021-01"), lead_units=(PLATFORM, RESULTS))
    assert [says[:3] for _, says in found] == ["成果处", "平台处"], "the longest missing first"


@pytest.mark.parametrize(
    "fact",
    [closing(approved_on="2021-02-28"), adjustment("suspension", "2021-02-28"), report("2021-02")],
)
def test_a_row_that_is_not_open_or_has_reported_is_not_missing(fact: Record) -> None:
    assert said(MONTHLY, report("2021-01"), fact) == []


def test_a_report_takes_the_finding_away_and_a_later_schedule_brings_one() -> None:
    tasks = on_first_march(report("2021-01"))
    checker = checked(tasks)
    fact = report("2021-02")
    steps: list[tuple[list[Edit], int]] = [
        ([created(MONTHLY)], 1),
        ([created(fact)], 0),
        (updated(fact, returned_on="2021-02-27"), 1),
        (updated(MONTHLY, until_period="2021-01"), 0),
    ]
    for edits, count in steps:
        tasks.apply(edits)
        checker.note(edits)
        checker.work()
        assert len(told(checker)) == count


def test_a_value_that_falls_is_said() -> None:
    found = said(FORTY, report("2021-01", **value("18")), report("2021-02", **value("16")))
    assert found == [("C33", "平台处报的“众创孵化机构”2021年2月为 16家，少于2021年1月的 18家，请核对。")]


@pytest.mark.parametrize(
    ("values", "sense"),
    [
        (("18", "18"), "at_least"),
        (("18", "20"), "at_least"),
        (("18", "16"), "at_most"),
        (("18", ""), "at_least"),
    ],
)
def test_a_value_that_stays_or_rises_or_is_a_limit_is_not(values: tuple[str, str], sense: Any) -> None:
    measure = Measure("m", ROW, "1", "众创孵化机构", "40", "家", sense)
    facts = [report("2021-01", **value(values[0])), report("2021-02", **value(values[1]))]
    assert said(measure, *facts) == []


def test_values_of_two_units_are_not_held_against_each_other() -> None:
    facts = [report("2021-01", **value("18")), report("2021-02", unit=RESULTS, **value("16"))]
    assert said(FORTY, *facts, lead_units=(PLATFORM, RESULTS)) == []


def test_what_is_said_to_be_done_and_is_short_of_the_target_is_said() -> None:
    found = said(FORTY, report("2021-02", "completed", **value("38")))
    assert found == [("C34", "平台处报“已完成”，而“众创孵化机构”38家，目标 40家，请核对或退回。")]
    assert said(FORTY, report("2021-02", "completed", **value("40"))) == []
    assert said(FORTY, report("2021-02", "under_way", **value("38"))) == []
    assert said(FORTY, report("2021-02", "completed", returned_on="2021-02-26", **value("38"))) == []


def test_a_unit_that_stood_there_at_no_time_of_the_period_is_said() -> None:
    found = said(report("2021-02", unit=RESULTS))
    says = "成果转化处报了2021年2月的进展，而那时不在责任单位里，请核对单位，或先改责任。"
    assert found == [("C35", says)]
    assert said(report("2021-02", unit=RESULTS), participant_units=(RESULTS,)) == []
