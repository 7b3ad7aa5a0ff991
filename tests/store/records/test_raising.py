"""Old shapes are raised when they are read: tables, and the values in old changes, by the same functions.

The format here is made up, so that the seam is tried by itself: it kept a row's number within its text
(`3.重点`), and a change's reason under the name `why`.
"""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.records import raising
from store.records.changes import Change, Edit, hash_of
from store.records.record import Doc
from tests.store.small_list import IMPORT, ROWS, SHORT, abandon, new_file, redo, undo

ROW = ROWS[0].key


def number_of_its_own(doc: Doc) -> Doc:
    number, point, text = doc.get("text", "").partition(".")
    return {**doc, "number": number, "text": text} if point else doc


def basis_for_why(doc: Doc) -> Doc:
    return {name: value for name, value in doc.items() if name != "why"} | {
        "basis": doc.get("why") or doc["basis"]
    }


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A list as the made-up program wrote it: a row's text changed, and a row with a number made; the journal
    is unfolded.
    """
    with new_file(tmp_path) as file:
        file.commit(Change("加编号", (Edit("tasks", ROW, "text", "深化改革", "3.深化改革"),)))
        made = {**ROWS[1].to_doc(), "key": "task00000009", "text": "4.新任务"}
        file.commit(Change("新增一行", (Edit("tasks", "task00000009", "", None, made),)))
        file.fold()
        file.commit(Change("改编号", (Edit("tasks", ROW, "text", "3.深化改革", "5.深化改革"),)))
        abandon(file)
    return tmp_path / SHORT


@pytest.fixture
def today(old: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(raising.RAISINGS, "tasks", {"text": number_of_its_own})
    return old


def row(file: TaskFile, key: str = ROW) -> tuple[str, str]:
    task = file.tasks.task(key)
    return task.number, task.text


def test_tables_the_journal_and_old_changes_are_raised_alike(today: Path) -> None:
    assert verify(today).whole
    with TaskFile.open(today) as file:
        assert (row(file), row(file, "task00000009")) == (("5", "深化改革"), ("4", "新任务"))
        assert [(edit.field, edit.before, edit.after) for edit in file.history[1].edits] == [
            ("number", "", "3")
        ]
        assert file.breaks() == []
    assert verify(today).whole, "folded, the tables are in the new shape and the changes in the old"


def test_old_changes_are_undone_to_the_import_and_redone(today: Path) -> None:
    with TaskFile.open(today) as file:
        for _ in range(3):
            undo(file)
        assert row(file) == ("", "深化改革")
        assert file.tasks.find(type(ROWS[0]), "task00000009") is None
        for _ in range(3):
            redo(file)
        assert (row(file), row(file, "task00000009")) == (("5", "深化改革"), ("4", "新任务"))
    assert verify(today).whole


def test_what_an_old_change_says_of_itself_is_raised_and_its_bytes_and_hash_stay(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = {**IMPORT.to_doc(), "why": "会议纪要"}
    monkeypatch.setattr(raising, "CHANGE_RAISINGS", (basis_for_why,))
    before = hash_of(doc)
    assert Change.from_doc(doc).basis == "会议纪要"
    assert (doc["why"], hash_of(doc)) == ("会议纪要", before)
    with TaskFile.open(old) as file:
        docs = list(file.history.docs)
        undo(file)
        assert file.history.docs[:-1] == docs


def test_raising_twice_is_raising_once(today: Path) -> None:
    once = raising.raised("tasks", {**ROWS[0].to_doc(), "text": "3.深化改革"})
    assert raising.raised("tasks", once) == once


def test_a_record_made_before_a_field_existed_is_taken_back_and_given_again(tmp_path: Path) -> None:
    made = {**ROWS[1].to_doc(), "key": "task00000009"}
    del made["extras"]
    with new_file(tmp_path) as file:
        file.commit(Change("新增一行", (Edit("tasks", "task00000009", "", None, made),)))
        extra = [{"label": "资金来源", "text": "区财政"}]
        file.commit(Change("填资金来源", (Edit("tasks", "task00000009", "extras", [], extra),)))
        for _ in range(2):
            undo(file)
        assert file.tasks.find(type(ROWS[0]), "task00000009") is None
        for _ in range(2):
            redo(file)
        assert file.tasks.task("task00000009").extras[0].text == "区财政"
        assert file.breaks() == []
    assert verify(tmp_path / SHORT).whole
