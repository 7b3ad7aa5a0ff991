"""A list of one row for the tests of the ledger: two units, a notice of 2021, and the facts given."""

from datetime import date
from typing import Any

from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.records.changes import created, updated
from store.records.closing import Adjustment, AdjustmentKind, Closing, closing_key
from store.records.notice import Notice
from store.records.record import Record
from store.records.report import Report, ReportWord, report_key
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import MeasuredValue, Mention

ROW = "row"
PLATFORM, RESULTS = Mention("platform", "平台处"), Mention("results", "成果处")
SEVERAL = Mention("several", "相关处室")
UNSETTLED = Mention(None, "有关单位")


def small_list(*facts: Record, title: str = "2021年重点工作", **row: Any) -> TaskList:
    """A list issued on 20 January 2021 with one row that 平台处 leads, where nothing else is said."""
    tasks = TaskList()
    said: dict[str, Any] = {"lead_units": (PLATFORM,), **row}
    records: tuple[Record, ...] = (
        Notice("notice", title, issued_on="2021-01-20"),
        Unit("platform", "000100", "创新平台处"),
        Unit("results", "000200", "成果转化处"),
        Unit("several", "000300", "相关处室", kind="collective"),
        Item("item", "000100", "一、平台"),
        Task(ROW, "item", "000100", text="新增省级及以上众创孵化机构40家。", **said),
        *facts,
    )
    tasks.apply([created(record) for record in records])
    return tasks


def report(period: str, word: ReportWord = "under_way", unit: Mention = PLATFORM, **said: Any) -> Report:
    """A report of the row, received on the period's 25th unless it says otherwise."""
    received = (
        {"first_received_on": f"{period}-25", "received_on": f"{period}-25"} if len(period) == 7 else {}
    )
    key = unit.key or ""
    return Report(report_key(ROW, key, period), ROW, key, period, word=word, **{**received, **said})


def value(number: str) -> dict[str, Any]:
    """What a report says of the measure `m`."""
    return {"values": (MeasuredValue("m", number),)}


def closing(**said: Any) -> Closing:
    """A closing of the row."""
    number = said.get("number", 1)
    return Closing(closing_key(ROW, number), ROW, **said)


def adjustment(kind: AdjustmentKind, day: str) -> Adjustment:
    """An adjustment of the row that applies from a day."""
    return Adjustment(f"{kind}{day}", ROW, kind, applies_from=day)


def put(tasks: TaskList, record: Record, **values: Any) -> None:
    """Edit a record of the list, or make it where it is new."""
    is_new = tasks.record(record.TABLE, record.key) is None
    tasks.apply([created(record)] if is_new else updated(record, **values))


def state(tasks: TaskList, day: str) -> RowState:
    """The state of the row on a day."""
    return states_on(tasks, date.fromisoformat(day)).of(ROW)
