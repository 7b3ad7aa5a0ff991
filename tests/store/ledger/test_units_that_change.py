"""Reports when units are renamed, merged and split: they stay those of who made them, and still count."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from store.acts.reporting import ReportGiven, reported
from store.acts.unit_renamed import Renaming, rename_preview
from store.acts.unit_split import Split, split_change
from store.acts.units_merged import Merger, merge_preview
from store.file.task_file import TaskFile
from store.ledger.owed import owed_on
from store.ledger.periods import period_named
from store.ledger.state_keeping import states_on
from store.machine.clock import Clock
from store.records.changes import Change, created
from store.records.record import Record
from store.records.report import Report
from store.records.schedule import Measure, Schedule
from store.records.tables import RECORDS
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tests.store.ledger.small_list import PLATFORM, RESULTS, ROW, report, small_list, value
from tests.store.small_list import undo

MONTHLY = Schedule("s", name="月报", every="month", due_day=25, from_period="2021-02")
Opened = Callable[..., TaskFile]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """The small list with some facts as a file, on 2 July 2021."""
    files: list[TaskFile] = []

    def made(*facts: Record, **row: Any) -> TaskFile:
        tasks = small_list(*facts, **row)
        records: list[Record] = []
        for kind in RECORDS.values():
            records += tasks.all_of(kind)
        first = Change("建清单", tuple(map(created, records)), at="2021-01-20T09:00:00+08:00")
        clock = Clock(lambda: datetime(2021, 7, 2, 9))
        files.append(TaskFile.create(tmp_path / "清单.json", first, by="李明", clock=clock))
        return files[0]

    yield made
    for file in files:
        file.close()


def merge(file: TaskFile, since: str = "2021-07-01") -> None:
    """平台处 becomes part of 成果处."""
    merger = Merger(("platform",), file.tasks.get(Unit, "results"), since)
    file.commit(merge_preview(file.tasks, merger, {}).change(file.tasks))


def words(tasks: TaskList, day: str) -> dict[tuple[str, str], str]:
    """Unit and month to the word of each report that is owed."""
    owed = owed_on(tasks, date.fromisoformat(day)).of(ROW)
    return {(one.unit, one.period.name): one.word for one in owed}


def test_how_far_a_row_is_goes_on_from_what_the_merged_unit_said(opened: Opened) -> None:
    measure = Measure("m", ROW, target="40")
    file = opened(MONTHLY, measure, report("2021-06", **value("18")), deadline="年底前")
    before = states_on(file.tasks, date(2021, 7, 2)).of(ROW)
    merge(file)
    after = states_on(file.tasks, date(2021, 7, 2)).of(ROW)
    assert (after.code, str(after.share)) == ("under_way", "45.0")
    assert after == before


def test_a_row_that_the_merged_unit_calls_done_waits_for_its_closing(opened: Opened) -> None:
    file = opened(MONTHLY, report("2021-06", "completed"))
    merge(file)
    assert states_on(file.tasks, date(2021, 8, 1)).of(ROW).code == "awaiting_closing"
    assert ("results", "2021-07") not in words(file.tasks, "2021-08-01")


def test_each_period_is_owed_by_who_stood_then(opened: Opened) -> None:
    reports = [report(f"2021-{month:02}") for month in (2, 3, 4, 6)]
    file = opened(MONTHLY, *reports)
    merge(file)
    assert words(file.tasks, "2021-08-01") == {
        ("platform", "2021-02"): "in_time",
        ("platform", "2021-03"): "in_time",
        ("platform", "2021-04"): "in_time",
        ("platform", "2021-05"): "missing",
        ("platform", "2021-06"): "in_time",
        ("results", "2021-07"): "missing",
        ("results", "2021-08"): "awaited",
    }


def test_a_recurring_row_is_not_late_for_periods_before_the_merger(opened: Opened) -> None:
    reports = [report(f"2021-{month:02}") for month in range(2, 7)]
    file = opened(MONTHLY, *reports, deadline="每月")
    merge(file)
    state = states_on(file.tasks, date(2021, 7, 2)).of(ROW)
    assert (state.code, state.due) == ("under_way", "2021-07-25")


def test_what_the_merged_unit_reported_of_the_running_period_counts(opened: Opened) -> None:
    july = report("2021-07", first_received_on="2021-07-01", received_on="2021-07-01")
    file = opened(MONTHLY, july)
    merge(file, since="2021-07-02")
    assert words(file.tasks, "2021-07-31")["results", "2021-07"] == "in_time"


def test_a_unit_that_led_too_still_reports_for_itself(opened: Opened) -> None:
    july = report("2021-07", first_received_on="2021-07-01", received_on="2021-07-01")
    file = opened(MONTHLY, july, lead_units=(PLATFORM, RESULTS))
    merge(file, since="2021-07-02")
    assert words(file.tasks, "2021-07-31")["results", "2021-07"] == "missing"


def test_an_old_period_can_still_be_reported_by_the_unit_of_then(opened: Opened) -> None:
    file = opened(MONTHLY)
    merge(file)
    given = ReportGiven(word="under_way", done="补报")
    change = reported(file.tasks, ROW, "platform", period_named("2021-05"), given, date(2021, 7, 2))
    file.commit(change)
    assert words(file.tasks, "2021-07-02")["platform", "2021-05"] == "late"


def test_of_a_split_unit_each_row_goes_on_with_its_new_one(opened: Opened) -> None:
    file = opened(MONTHLY, report("2021-06", share="30"), deadline="年底前")
    new = (Unit("base", full_name="基地处"), Unit("park", full_name="园区处"))
    file.commit(split_change(file.tasks, Split("platform", new, "2021-07-01"), {ROW: ("park",)}))
    state = states_on(file.tasks, date(2021, 7, 2)).of(ROW)
    assert str(state.share) == "30.0"
    assert words(file.tasks, "2021-08-01")["park", "2021-07"] == "missing"
    assert words(file.tasks, "2021-08-01")["platform", "2021-06"] == "in_time"


def test_a_renamed_unit_is_the_same_unit(opened: Opened) -> None:
    file = opened(MONTHLY, report("2021-06", share="30"))
    before = words(file.tasks, "2021-08-01")
    file.commit(rename_preview(file.tasks, Renaming("platform", "科技基地处")).change(file.tasks))
    assert words(file.tasks, "2021-08-01") == before
    assert file.tasks.wording_of("platform") == "科技基地处"


def test_an_undone_merger_never_was(opened: Opened) -> None:
    file = opened(MONTHLY, report("2021-06"))
    before = words(file.tasks, "2021-08-01")
    merge(file)
    undo(file)
    assert words(file.tasks, "2021-08-01") == before


def test_no_report_is_rewritten(opened: Opened) -> None:
    file = opened(MONTHLY, report("2021-06"))
    before = file.tasks.all_of(Report)
    merge(file)
    assert file.tasks.all_of(Report) == before
