"""The sample as a ledger: monthly reports by the 25th from February 2021, deadlines, a measure, reports of
September; and the program on it on a day of October.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from store.file.task_file import TaskFile
from store.machine.clock import Clock
from store.records.changes import Change, Edit, created, updated
from store.records.report import Report, report_key
from store.records.schedule import Measure, Schedule
from store.records.tasklist import TaskList
from store.records.values import MeasuredValue
from tests.tui.screen.pilot import WIDE, Clerk, at_work
from tui.screen.app import YaodianApp

TODAY = "2021-10-20"
_DEADLINES = {"1": "9月底前", "2": "10月24日前", "3.1": "每季度", "3.2": "长期坚持"}


def unit_named(tasks: TaskList, row: str, wording: str) -> str:
    """The key of a unit that stands in a row under a wording."""
    task = tasks.task(*tasks.rows_named(row))
    found = [one.key for one in (*task.lead_units, *task.participant_units) if one.wording == wording]
    assert found[0], (row, wording)
    return found[0]


def of_september(tasks: TaskList, row: str, unit: str, **said: Any) -> Edit:
    """A report of a row for September that came in time."""
    (key,) = tasks.rows_named(row)
    of_unit = unit_named(tasks, row, unit)
    came: dict[str, Any] = {
        "first_received_on": "2021-09-24",
        "received_on": "2021-09-24",
        "due_on": "2021-09-25",
    }
    report = report_key(key, of_unit, "2021-09")
    return created(Report(report, key, of_unit, "2021-09", word="under_way", **came, **said))


def make_ledger(path: Path, *, at: str = "") -> None:
    """Make the sample that lies at a path a ledger, by a change of now or of another moment (ISO)."""
    with TaskFile.open(path) as file:
        tasks = file.tasks
        schedule = Schedule("monthly", tasks.notice.key, "月报", "month", 25, from_period="2021-02")
        edits = [created(schedule)]
        for name, wording in _DEADLINES.items():
            edits += updated(tasks.task(*tasks.rows_named(name)), deadline=wording)
        (second,) = tasks.rows_named("2")
        edits.append(created(Measure("m", second, text="众创孵化机构", target="40", unit_of_measure="家")))
        done = {"done": "新认定三家机构。", "problem": "用地紧张", "next_step": "组织评审"}
        edits.append(of_september(tasks, "2", "平台处", **done, values=(MeasuredValue("m", "18"),)))
        edits.append(of_september(tasks, "3.4", "法制处", done="窗口已设。", reporter="王小明"))
        edits.append(of_september(tasks, "3.4", "转化中心", done="已派专人。"))
        file.commit(Change("设台账", tuple(edits), at=at))


@asynccontextmanager
async def at_ledger(path: Path, *, size: tuple[int, int] = WIDE, today: str = TODAY) -> AsyncIterator[Clerk]:
    """The program on a list on a day, whatever opens by itself on others left out."""
    file = TaskFile.open(path, clock=Clock(lambda: datetime.fromisoformat(f"{today}T09:00:00")))
    app = YaodianApp(file)
    app.opens_today = False
    async with at_work(app, file, size) as desk:
        yield desk
