"""The clock that a list is given says what day it is, everywhere."""

from datetime import date, datetime
from pathlib import Path

from store.file.task_file import TaskFile
from store.machine.clock import Clock
from store.records.changes import created, updated
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from tests.store.small_list import IMPORT, ROWS, SHORT, setting

NEW_YEAR = Clock(lambda: datetime(2030, 1, 1, 0, 30))


def test_it_says_the_day_and_the_moment() -> None:
    assert (NEW_YEAR.day(), NEW_YEAR.today()) == (date(2030, 1, 1), "2030-01-01")
    assert NEW_YEAR.stamp() == datetime(2030, 1, 1, 0, 30).astimezone().isoformat(timespec="seconds")


def test_changes_and_backups_are_dated_by_the_clock_of_their_file(tmp_path: Path) -> None:
    with TaskFile.create(tmp_path / SHORT, IMPORT, clock=NEW_YEAR) as file:
        change = file.commit(setting(file, remark="一"))
        copy = file.back_up()
        assert file.saved_at == datetime(2030, 1, 1, 0, 30).astimezone()
    assert (change.at, copy and copy.stem) == (NEW_YEAR.stamp(), "清单 20300101-003000")
    assert change.edits[0].key == ROWS[0].key


def test_who_is_in_the_group_is_said_for_the_day_of_the_clock() -> None:
    tasks = TaskList(clock=NEW_YEAR)
    tasks.apply(created(record) for record in (Person("p", name="胡军"), RosterEntry("r", "p")))
    assert len(tasks.roster) == 1
    tasks.apply(updated(tasks.get(RosterEntry, "r"), left_on="2030-01-02"))
    assert len(tasks.roster) == len(tasks.of("").roster) == len(tasks.copy().roster) == 1
    tasks.apply(updated(tasks.get(RosterEntry, "r"), left_on="2030-01-01"))
    assert (len(tasks.roster), len(tasks.entries)) == (0, 1)
