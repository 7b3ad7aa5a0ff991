"""Grounds of lists that older programs made: those of the import and of a notice that was followed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.history.undoing import undo_change
from store.importing.comparing import compare
from store.reading import read_notice
from store.records.changes import Change, History, updated
from store.records.ground import Ground, ground_key
from store.records.raised_grounds import grounds_after, raised_grounds
from store.records.tasklist import TaskList
from tests.made_before import FOLDERS, copied
from tests.sample import sample_change
from tests.store.made_history import made_history

NOTICE = sample_notice().decode()
CORRECTED = NOTICE.replace("| 平台处 | 刘 红 |", "| 合作处 | 王振旭 |")
OLD = next(folder for folder in FOLDERS if folder.name == "made_by_0_1_0")


class OldProgram:
    """A list as a program changed it that knew no grounds."""

    def __init__(self) -> None:
        self.tasks = TaskList()
        self.changes: list[Change] = []
        self.do(sample_change())

    def do(self, change: Change) -> None:
        known = [edit for edit in change.edits if edit.table != Ground.TABLE and edit.field != "only_here"]
        self.tasks.apply(known)
        self.changes.append(replace(change, edits=tuple(known)))

    def row(self, name: str) -> str:
        (key,) = self.tasks.rows_named(name)
        return key

    def follow(self, text: str) -> None:
        compared = compare(self.tasks, read_notice(text.encode()), self.changes)
        self.do(compared.change(compared.differences))

    @property
    def docs(self) -> list[dict[str, object]]:
        return [change.to_doc() for change in self.changes]

    def leads(self, name: str) -> tuple[Sequence[str], Sequence[str]]:
        """What the ground of a row's lead says, in words."""
        ground = grounds_after(self.docs)[ground_key(self.row(name), "lead", "notice")]
        units, leaders = ground["units"], ground["leaders"]
        return list(map(self.tasks.wording_of, units)), list(map(self.tasks.person_name, leaders))


@pytest.fixture
def old() -> OldProgram:
    return OldProgram()


def test_an_import_of_before_gives_the_grounds_that_one_of_today_makes(tmp_path: Path) -> None:
    path = copied(OLD / "sample.json", tmp_path)
    raw = path.read_bytes()
    with TaskFile.open(path, read_only=True) as file:
        made = {ground.name for ground in file.tasks.all_of(Ground)}
        assert made == {"1", "2", "3.1", "3.2", "3.3", "3.4", "4", "5"}
        assert len(file.tasks.all_of(Ground)) == 14
    assert path.read_bytes() == raw
    assert verify(path).whole


def test_what_is_changed_by_hand_leaves_the_grounds_of_the_import(old: OldProgram) -> None:
    at_import = grounds_after(old.docs)
    old.do(Change("改", tuple(updated(old.tasks.task(old.row("1")), lead_leaders=()))))
    assert grounds_after(old.docs) == at_import
    assert old.leads("1") == (["成果处"], ["胡军"])


def test_a_corrected_notice_that_was_followed_replaces_the_grounds_of_its_cells(old: OldProgram) -> None:
    old.follow(CORRECTED)
    assert old.leads("2") == (["合作处"], ["王振旭"])
    assert old.leads("1") == (["成果处"], ["胡军"])


def test_an_undo_of_before_takes_back_what_its_change_gave(old: OldProgram) -> None:
    old.follow(CORRECTED)
    old.do(undo_change(old.tasks, made_history(old.changes)))
    assert old.leads("2") == (["平台处"], ["刘红"])


def test_the_changes_and_the_grounds_that_they_make_are_one(old: OldProgram) -> None:
    old.follow(CORRECTED)
    tasks = TaskList()
    for change in History(old.docs):
        tasks.apply(change.edits)
    assert {ground.key: ground.to_doc() for ground in tasks.all_of(Ground)} == grounds_after(old.docs)
    assert raised_grounds([change.to_doc() for change in History(old.docs)]) == {}


def test_an_old_list_goes_on_with_its_grounds(tmp_path: Path) -> None:
    path = copied(OLD / "two_lists.json", tmp_path)
    with TaskFile.open(path) as file:
        before = file.tasks.all_of(Ground)
        task = file.tasks.task(file.tasks.task_keys[0])
        file.commit(Change("改", tuple(updated(task, remark="已发函"))))
    assert verify(path).whole
    with TaskFile.open(path, read_only=True) as file:
        assert file.tasks.all_of(Ground) == before
