"""Who stood in a row on an earlier day, by the changes of a real file."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.acts.rows import delete_rows
from store.file.task_file import TaskFile
from store.history.past_duties import PastDuties
from store.history.undoing import undo_older_change
from store.ledger.owed import owed_on
from store.ledger.owing import past_duties
from store.records.changes import Change, created, updated
from store.records.ground import Ground, ground_key
from store.records.schedule import Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from tests.store.small_list import ITEMS, NOTICE, ROWS, new_file, redo, setting, undo

RESULTS = Mention("unit00000001", "成果处")
LAWS = Mention("unit00000002", "法规处")
ROW = ROWS[0].key
MONTHLY = Schedule("s", name="月报", every="month", due_day=25)


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    made = new_file(tmp_path)
    first = updated(made.tasks.get(type(NOTICE), NOTICE.key), issued_on="2027-01-10")
    made.commit(Change("报送", (*first, created(MONTHLY)), at="2027-01-10T09:00:00+08:00"))
    return made


def give(file: TaskFile, *units: Mention, at: str, row: int = 0, **more: Any) -> Change:
    change = setting(file, row, lead_units=units)
    return file.commit(replace(change, at=f"{at}T09:00:00+08:00", **more))


def leads(file: TaskFile, day: str) -> list[str]:
    past, task = past_duties(file.tasks), file.tasks.task(ROW)
    return [unit.wording for unit in past.units_on(task, "lead", day)]


def test_a_change_holds_from_the_day_on_which_it_was_recorded(file: TaskFile) -> None:
    give(file, LAWS, at="2027-03-10")
    give(file, at="2027-05-10")
    assert leads(file, "2027-03-09") == ["成果处"]
    assert leads(file, "2027-03-10") == leads(file, "2027-05-09") == ["法规处"]
    assert leads(file, "2027-05-10") == []


def test_a_day_in_force_goes_before_it(file: TaskFile) -> None:
    give(file, LAWS, at="2027-03-10", effective_on="2027-02-01")
    assert [leads(file, day) for day in ("2027-01-31", "2027-02-01")] == [["成果处"], ["法规处"]]
    give(file, RESULTS, LAWS, at="2027-03-11", effective_on="2027-06-01")
    assert [leads(file, day) for day in ("2027-05-31", "2027-06-01")] == [["法规处"], ["成果处", "法规处"]]


def test_what_was_taken_back_never_held(file: TaskFile) -> None:
    taken_back = give(file, LAWS, at="2027-03-10")
    undo(file)
    assert leads(file, "2027-04-01") == ["成果处"]
    redo(file)
    assert leads(file, "2027-04-01") == ["法规处"]
    file.commit(undo_older_change(file.tasks, file.history, taken_back.id))
    assert leads(file, "2027-04-01") == ["成果处"]


def test_a_notice_that_was_misread_said_so_from_the_first(file: TaskFile) -> None:
    ground = Ground(ground_key(ROW, "lead", "notice"), NOTICE.key, ROW, units=(LAWS.key or "",))
    change = setting(file, 0, lead_units=(LAWS,))
    file.commit(replace(change, edits=(*change.edits, created(ground)), at="2027-03-10T09:00:00+08:00"))
    assert leads(file, "2027-01-01") == ["法规处"]


def test_a_wording_that_was_settled_since_is_that_unit_from_the_first(file: TaskFile) -> None:
    give(file, Mention(None, "法规处"), at="2027-02-01")
    give(file, LAWS, at="2027-03-10")
    past, task = past_duties(file.tasks), file.tasks.task(ROW)
    assert list(past.units_on(task, "lead", "2027-02-10")) == [LAWS]


def test_each_period_is_owed_by_who_stood_there_on_its_last_day(file: TaskFile) -> None:
    give(file, LAWS, at="2027-03-10")
    owed = [(one.period.name, one.unit) for one in owed_on(file.tasks, date(2027, 4, 1)).of(ROW)]
    assert owed == [
        ("2027-01", RESULTS.key),
        ("2027-02", RESULTS.key),
        ("2027-03", LAWS.key),
        ("2027-04", LAWS.key),
    ]
    now = file.after(3)
    assert [(one.period.name, one.unit) for one in owed_on(now.tasks, date(2027, 4, 1)).of(ROW)] == owed
    before = file.after(2)
    assert {one.unit for one in owed_on(before.tasks, date(2027, 4, 1)).of(ROW)} == {RESULTS.key}


def test_a_row_owes_from_the_period_in_which_it_came(file: TaskFile) -> None:
    row = Task("task00000009", item=ITEMS[0].key, order="9", text="新增", lead_units=(LAWS,))
    file.commit(Change("新增", (created(row),), at="2027-03-24T09:00:00+08:00"))
    owed = owed_on(file.tasks, date(2027, 4, 1))
    assert [one.period.name for one in owed.of(row.key)] == ["2027-03", "2027-04"]
    assert next(iter(owed.of(ROW))).period.name == "2027-01"
    file.commit(delete_rows(file.tasks, [row.key]))
    undo(file)
    assert len(owed_on(file.tasks, date(2027, 4, 1)).of(row.key)) == 2


def test_changes_that_were_dropped_are_forgotten(file: TaskFile) -> None:
    past_duties(file.tasks)
    file.take(replace(setting(file, lead_units=(LAWS,)), at="2027-03-10T09:00:00+08:00"))
    assert leads(file, "2027-04-01") == ["法规处"]
    file.drop_unsaved()
    assert leads(file, "2027-04-01") == ["成果处"]
    give(file, at="2027-03-20")
    assert leads(file, "2027-03-15") == ["成果处"]


def test_a_list_without_a_file_knows_the_present_alone() -> None:
    tasks = TaskList()
    past = PastDuties()
    past.catch_up(tasks.documents.history())
    assert list(past.units_on(ROWS[0], "lead", "2020-01-01")) == [RESULTS]
    assert past.came(ROW) == ""
