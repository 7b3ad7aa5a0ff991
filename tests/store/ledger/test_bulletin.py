"""What the bulletin of October tells of the sample's nine rows, worked out by hand."""

from datetime import date
from typing import Any

import pytest

from store.ledger.bulletin import Bulletin, SectionName, bulletin_of
from store.ledger.periods import period_named
from store.ledger.stat_base import stat_base
from store.records.changes import created, updated
from store.records.closing import Closing
from store.records.report import Problem
from store.records.tasklist import TaskList
from tests.store.ledger.october import DAY, october, report, reported_october, row, unit

Found = dict[str, list[tuple[Any, ...]]]


def october_told(tasks: TaskList, day: date = DAY) -> Bulletin:
    return bulletin_of(tasks, stat_base(tasks, day, period_named("2021-10"), day))


def told(tasks: TaskList, bulletin: Bulletin, name: SectionName) -> Found:
    """By unit the rows that a section tells of, each with its day, days and words."""
    found: Found = {}
    for of_unit in bulletin.sections[name]:
        rows = [(tasks.row_name(one.row), one.on, one.days, one.words) for one in of_unit.told]
        found[of_unit.label] = rows
    return found


def test_october_is_told_unit_by_unit() -> None:
    tasks = reported_october()
    bulletin = october_told(tasks)
    assert told(tasks, bulletin, "overdue") == {"平台处": [("2", "2021-09-30", 31, "")]}
    assert told(tasks, bulletin, "behind") == {"法制处": [("3.3", "", 0, "")]}
    assert told(tasks, bulletin, "missing") == {
        "法制处": [("3.2", "2021-10-25", 6, ""), ("5", "2021-10-25", 6, "")],
        "平台处": [("2", "2021-10-25", 6, "")],
    }
    assert told(tasks, bulletin, "late") == {"法制处": [("3.1", "2021-10-25", 3, "")]}
    assert told(tasks, bulletin, "closed") == {"成果处": [("1", "2021-10-20", 0, "徐涛")]}
    assert told(tasks, bulletin, "problems") == {}, "the report that told it was sent back"
    assert told(tasks, bulletin, "coming") == {"法制处": [("3.2", "2021-11-03", 0, "")]}


def test_how_far_a_row_is_behind_is_its_own() -> None:
    ((behind,),) = [one.told for one in october_told(reported_october()).sections["behind"]]
    assert behind.state
    assert [str(behind.state.plan), str(behind.state.share), str(behind.state.behind)] == [
        "83.3",
        "20.0",
        "63.3",
    ]


def test_problems_of_the_period_and_those_not_yet_settled_are_told_once() -> None:
    tasks = october()
    law, second = unit(tasks, "法制处"), row(tasks, "2")
    facts = (
        report(tasks, "3.2", "法制处", "needs_help", problem="接口未开通"),
        report(tasks, "5", "法制处", "impossible"),
        Problem("p1", row(tasks, "3.2"), law, "接口未开通"),
        Problem("p2", second, unit(tasks, "平台处"), "用地未落实", since="2021-08-01"),
        Problem("p3", second, unit(tasks, "平台处"), "资金未到位", settled_on="2021-10-30"),
        Problem("p4", second, unit(tasks, "平台处"), "以后的", since="2021-11-01"),
    )
    tasks.apply([created(fact) for fact in facts])
    assert told(tasks, october_told(tasks), "problems") == {
        "法制处": [("3.2", "", 0, "接口未开通"), ("5", "", 0, "")],
        "平台处": [("2", "", 0, "用地未落实")],
    }


def test_a_row_of_two_units_is_told_under_both_and_one_of_nobody_last() -> None:
    tasks = october()
    for name in ("3.4", "6"):
        tasks.apply(updated(tasks.task(row(tasks, name)), deadline="2021年11月10日前"))
    found = told(tasks, october_told(tasks), "coming")
    assert list(found) == ["法制处", "转化中心", "无牵头单位（未定、统称）"]
    assert found["转化中心"] == [("3.4", "2021-11-10", 0, "")]


@pytest.mark.parametrize(
    ("approved", "reopened", "is_told"),
    [
        ("2021-10-01", None, True),
        ("2021-10-31", None, True),
        ("2021-09-30", None, False),
        ("2021-11-01", None, False),
        ("2021-10-10", "2021-10-12", False),
        ("2021-10-10", "2021-11-05", True),
        (None, None, False),
    ],
)
def test_closed_is_what_was_approved_in_the_period_and_stays_so(
    approved: str | None, reopened: str | None, is_told: bool
) -> None:
    tasks = october()
    fifth = row(tasks, "5")
    made = Closing("c", fifth, approved_on=approved, reopened_on=reopened, days_late=3)
    tasks.apply([created(made)])
    found = told(tasks, october_told(tasks), "closed")
    assert ("法制处" in found) is is_told
    if is_told:
        assert found["法制处"] == [("5", approved, 3, "")]


def test_of_a_list_without_ledger_there_is_nothing_to_tell() -> None:
    tasks = TaskList()
    bulletin = october_told(tasks)
    assert not any(bulletin.sections.values())
