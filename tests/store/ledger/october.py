"""The sample's nine rows on 31 October 2021 with a state each, worked out by hand.

1    成果处            closed on 20 October
2    平台处            9月底前: past its day
3.1  法制处            长期坚持
3.2  法制处            due on 3 November: near
3.3  法制处            年底前, 20 % done: 304 of 365 days are 83.3 %, so 63.3 behind
3.4  法制处、转化中心   年底前, both say 已完成
4    规划处            suspended on 1 October
5    法制处            no deadline
6    相关处室及单位     no deadline, and nobody knows whose it is
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from store.records.changes import Edit, created, updated
from store.records.closing import Adjustment, Closing, closing_key
from store.records.record import Record
from store.records.report import Report, ReportWord, report_key
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from tests.sample import sample_list

DAY = date(2021, 10, 31)
_DEADLINES = {
    "2": "9月底前",
    "3.1": "长期坚持",
    "3.2": "2021年11月3日前",
    "3.3": "年底前",
    "3.4": "年底前",
}


def row(tasks: TaskList, name: str) -> str:
    """The key of a row by its name."""
    (key,) = tasks.rows_named(name)
    return key


def unit(tasks: TaskList, wording: str) -> str:
    """The key of a unit as rows call it."""
    return next(unit.key for unit in tasks.units if tasks.wording_of(unit.key) == wording)


def report(tasks: TaskList, name: str, wording: str, word: ReportWord, **said: Any) -> Report:
    """A report of a row for October, received on the 24th unless it says otherwise."""
    key, by, period = row(tasks, name), unit(tasks, wording), "2021-10"
    received = {"first_received_on": "2021-10-24", "received_on": "2021-10-24"}
    return Report(report_key(key, by, period), key, by, period, word=word, **{**received, **said})


def october_edits(tasks: TaskList) -> Iterator[Edit]:
    """What makes the sample as imported that of October."""
    for name, wording in _DEADLINES.items():
        yield from updated(tasks.task(row(tasks, name)), deadline=wording)
    first, fourth = row(tasks, "1"), row(tasks, "4")
    facts: tuple[Record, ...] = (
        Closing(closing_key(first, 1), first, result="已印发", approved_by="徐涛", approved_on="2021-10-20"),
        Adjustment("suspended", fourth, "suspension", applies_from="2021-10-01"),
        report(tasks, "3.3", "法制处", "under_way", share="20"),
        report(tasks, "3.4", "法制处", "completed"),
        report(tasks, "3.4", "转化中心", "completed"),
    )
    yield from map(created, facts)


def october(*facts: Record) -> TaskList:
    """The sample in October, and further facts."""
    tasks = sample_list()
    tasks.apply(list(october_edits(tasks)))
    tasks.apply([created(fact) for fact in facts])
    return tasks


MONTHLY = Schedule("monthly", name="月报", every="month", due_day=25, until_period="2021-10")
"""By it seven reports are owed for October: 2, 3.1, 3.2, 3.3, 3.4 of both units, 5.

Row 1 was closed before the 25th without one, 4 is suspended, 6 is nobody's. Row 5, which never reported, is
未启动 by it.
"""


def reports_edits(tasks: TaskList) -> Iterator[Edit]:
    """What gives the sample in October monthly reports: one late, one sent back."""
    late = {"first_received_on": "2021-10-28", "received_on": "2021-10-28", "due_on": "2021-10-25"}
    yield created(MONTHLY)
    yield created(report(tasks, "3.1", "法制处", "under_way", **late))
    back = {"problem": "用地未落实", "returned_on": "2021-10-26"}
    yield created(report(tasks, "2", "平台处", "needs_help", **back))


def reported_october() -> TaskList:
    """The sample in October with monthly reports: of the seven three in time, one late, one sent back."""
    tasks = october()
    tasks.apply(list(reports_edits(tasks)))
    return tasks
