"""Lists that earlier versions wrote: what an old change did can be taken back and given again, and no byte of
it changes.
"""

import json
import shutil
from pathlib import Path

import pytest

from store.file.restoring import Restoring
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.history.undoing import redo_change, undo_change
from store.records.changes import Change, updated
from store.records.kept import Print
from store.records.record import Doc
from store.records.tables import say_the_same
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.tasks import tasks_view
from tests.made_before import copied, digest, expected, made_lists


def name_of(made: Path) -> str:
    """What a list is called among the tests."""
    return f"{made.parent.name}/{made.stem}"


LISTS = made_lists()


OF_ONE_DESK = [made for made in LISTS if made.stem != "two_desks"]
"""Lists that are the changes of one desk, one after another, so that all of it can be undone there."""


@pytest.fixture(params=LISTS, ids=name_of)
def made(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def rows(tasks: TaskList) -> list[str]:
    """A digest of the rows of each list of a file, as the version that made it took one."""
    return [digest(tasks_view(tasks.of(notice.key))) for notice in tasks.notices]


def states(made: Path) -> list[list[str]]:
    """The same as that version showed it, after each change."""
    return [state[1:] for state in expected(made)["states"]]


def differing(one: TaskList, other: TaskList) -> list[tuple[str, str]]:
    """The records that two states do not have alike; what was printed stays printed."""
    found = []
    for table in one.documents.tables.keys() - {Print.TABLE}:
        for key in one.documents.tables[table].keys() | other.documents.tables[table].keys():
            if not say_the_same(table, one.value(table, key, ""), other.value(table, key, "")):
                found.append((table, key))
    return found


def changes_on_disk(path: Path) -> list[Doc]:
    return list(json.loads(path.read_bytes())["changes"].values())


def undone_to_the_import(file: TaskFile) -> int:
    """Undo until there is nothing more to undo; how often that went."""
    count = 0
    while True:
        try:
            change = undo_change(file.tasks, file.history)
        except Refused as refusal:
            assert str(refusal) == "没有可以撤销的变更。"
            return count
        file.commit(change)
        count += 1


def test_it_is_whole_before_and_after_a_fold_and_its_changes_keep_their_documents(
    made: Path, tmp_path: Path
) -> None:
    path = copied(made, tmp_path)
    before = changes_on_disk(path)
    assert verify(path).whole
    with TaskFile.open(path) as file:
        task = next(file.tasks.tasks)
        file.commit(Change("改备注", tuple(updated(task, remark=f"{task.remark}又一句"))))
    assert verify(path).whole
    assert changes_on_disk(path)[: len(before)] == before


@pytest.mark.parametrize("made", OF_ONE_DESK, indirect=True, ids=name_of)
def test_each_earlier_state_has_the_rows_that_it_had(made: Path, tmp_path: Path) -> None:
    file = TaskFile.open(copied(made, tmp_path), read_only=True)
    assert [rows(file.after(count).tasks) for count in range(1, len(file.history) + 1)] == states(made)


@pytest.mark.parametrize("made", OF_ONE_DESK, indirect=True, ids=name_of)
def test_all_is_undone_back_to_the_import_and_redone(made: Path, tmp_path: Path) -> None:
    path = copied(made, tmp_path)
    with TaskFile.open(path) as file:
        last = file.after(len(file.history))
        undone = undone_to_the_import(file)
        assert (rows(file.tasks), differing(file.tasks, file.after(1).tasks)) == (states(made)[0], [])
        for _ in range(undone):
            file.commit(redo_change(file.tasks, file.history))
        assert differing(file.tasks, last.tasks) == []
        assert file.breaks() == []
    assert verify(path).whole


def test_a_backup_that_an_earlier_version_made_is_restored_and_that_is_undone(tmp_path: Path) -> None:
    for folder in {made.parent for made in LISTS if made.stem == "backup"}:
        path = copied(folder / "lived_in.json", tmp_path / folder.name)
        backup = Path(shutil.copyfile(folder / "backup.json", tmp_path / folder.name / "备份.json"))
        with TaskFile.open(path) as file:
            now = file.after(len(file.history))
            file.commit(Restoring.of(file, backup).change(file.tasks))
            assert rows(file.tasks) == states(folder / "backup.json")[-1]
            assert differing(file.tasks, TaskFile.open(backup, read_only=True).tasks) == []
            file.commit(undo_change(file.tasks, file.history))
            assert differing(file.tasks, now.tasks) == []
        assert verify(path).whole


def test_a_journal_that_an_earlier_version_left_is_read(tmp_path: Path) -> None:
    for folder in {made.parent for made in LISTS if made.stem == "unfolded"}:
        path = copied(folder / "unfolded.json", tmp_path / folder.name)
        journalled = verify(path).journalled
        assert journalled == 4
        with TaskFile.open(path) as file:
            assert rows(file.tasks) == states(folder / "unfolded.json")[-1]
            assert len(file.history) == len(changes_on_disk(path)) + journalled
        assert not path.with_name("unfolded.json.journal").exists()
        assert (verify(path).whole, verify(path).journalled) == (True, 0)
