"""What another program wrote into a list is told until it is taken over or set aside."""

import codecs
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store.file.foreign import TITLE, Foreign
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.history.undoing import undo_change
from store.refused import Refused
from tests.store.small_list import SHORT, new_file, remark, setting


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
    return tmp_path / SHORT


def edited(path: Path, **values: Any) -> None:
    """Give fields of the first row other values as a plain TinyDB does it."""
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as db:
        db.table("tasks").update(values, doc_ids=[1])


def told(path: Path) -> bool:
    with TaskFile.open(path, read_only=True) as file:
        said = any("yaodian adopt" in notice for notice in file.notices)
        assert file.is_altered is said
        return said


def test_it_is_told_at_each_opening_after_saves_too(listed: Path) -> None:
    edited(listed, remark="乙")
    for number in range(2):
        assert told(listed)
        with TaskFile.open(listed) as file:
            file.commit(setting(file, row=1, remark=f"丙{number}"))
    assert told(listed)
    assert any("yaodian adopt" in note for note in verify(listed).notes)
    assert not verify(listed).whole


def test_taken_over_it_is_one_change_that_can_be_undone(listed: Path) -> None:
    edited(listed, remark="乙\x1b[2J\u202e", measures="新措施")
    with TaskFile.open(listed) as file:
        foreign = Foreign.of(file, basis="手工更正")
        assert (foreign.tasks.task(file.tasks.task_keys[0]).remark, remark(file)) == ("甲", "乙\x1b[2J\u202e")
        taken = file.take_over(foreign)
        assert taken and (taken.title, taken.basis) == (TITLE, "手工更正")
        assert remark(file) == "乙[2J"
    assert not told(listed) and verify(listed).whole
    with TaskFile.open(listed) as file:
        assert file.history[-1].title == TITLE
        file.commit(undo_change(file.tasks, file.history))
        assert remark(file) == "甲"
    assert verify(listed).whole


def test_set_aside_the_list_is_as_its_history_has_it_and_the_file_is_kept(listed: Path) -> None:
    edited(listed, remark="乙")
    foreign_bytes = listed.read_bytes()
    with TaskFile.open(listed) as file:
        kept = file.set_aside(Foreign.of(file))
        assert remark(file) == "甲"
    assert kept.read_bytes() == foreign_bytes and kept.parent == listed.parent
    assert not told(listed) and verify(listed).whole
    with TaskFile.open(listed, read_only=True) as file:
        assert (remark(file), len(file.history)) == ("甲", 2)


def test_rows_that_came_or_went_are_taken_over_too(listed: Path) -> None:
    with TinyDB(listed, encoding="utf-8", ensure_ascii=False) as db:
        rows = db.table("tasks")
        rows.insert({**rows.all()[0], "key": "task00000099", "order": "99", "text": "手工加的一行"})
        rows.remove(doc_ids=[2])
    with TaskFile.open(listed) as file:
        taken = file.take_over(Foreign.of(file))
        assert taken is not None
        edits = {(edit.before is None, edit.after is None) for edit in taken.edits}
        assert edits == {(True, False), (False, True)}
    assert verify(listed).whole
    with TaskFile.open(listed, read_only=True) as file:
        assert [file.tasks.task(key).text for key in file.tasks.task_keys].count("手工加的一行") == 1


def test_what_was_changed_after_it_stays_changed(listed: Path) -> None:
    edited(listed, remark="乙", measures="新措施")
    with TaskFile.open(listed) as file:
        file.commit(setting(file, remark="丙"))
    with TaskFile.open(listed) as file:
        taken = file.take_over(Foreign.of(file))
        assert taken and [edit.field for edit in taken.edits if edit.field] in (["measures"], [])
        assert remark(file) == "丙"
    assert verify(listed).whole


def test_a_wrong_value_is_never_taken_over(listed: Path) -> None:
    edited(listed, remark=7, measures="新措施")
    with TaskFile.open(listed, mending=True) as file:
        file.take_over(Foreign.of(file))
    with TaskFile.open(listed) as file:
        row = file.tasks.task(file.tasks.task_keys[0])
        assert (row.remark, row.measures, file.notices) == ("甲", "新措施", [])
    assert verify(listed).whole


def test_a_disk_that_refuses_leaves_the_list_as_it_was(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(listed, remark="乙")
    with TaskFile.open(listed) as file:

        def refuse() -> None:
            raise FileProblem("磁盘已满，请清理出空间后再试。")

        with monkeypatch.context() as broken:
            broken.setattr(file, "save", refuse)
            with pytest.raises(FileProblem):
                file.take_over(Foreign.of(file))
        assert (remark(file), file.is_altered, len(file.history)) == ("乙", True, 2)
    assert told(listed)


def test_a_history_that_was_altered_too_is_refused(listed: Path) -> None:
    with TinyDB(listed, encoding="utf-8", ensure_ascii=False) as db:
        db.table("changes").update({"title": "另一个名称"}, doc_ids=[1])
        db.table("tasks").update({"remark": "乙"}, doc_ids=[1])
    with TaskFile.open(listed) as file, pytest.raises(Refused, match="历史也被改动过"):
        Foreign.of(file)


def test_a_file_that_was_only_written_anew_holds_nothing_foreign(listed: Path) -> None:
    edited(listed)
    with TaskFile.open(listed) as file:
        assert not file.is_altered and "与历史一致" in file.notices[0]


def test_a_mark_before_the_file_is_read_over(listed: Path) -> None:
    listed.write_bytes(codecs.BOM_UTF8 + listed.read_bytes())
    assert verify(listed).whole
    with TaskFile.open(listed) as file:
        assert (remark(file), file.notices) == ("甲", [])
        file.commit(setting(file, remark="乙"))
    assert listed.read_bytes()[:1] == b"{"
