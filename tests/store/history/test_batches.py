"""What came from other desks, taken back a person and a time at once."""

from pathlib import Path

from store.file.task_file import TaskFile
from store.history.batches import Batch, TakenBack, batches, take_batch_back
from store.records.changes import Change, updated
from tests.store.exchange.desks import edited, two_desks
from tests.store.small_list import setting


def remarks(file: TaskFile) -> list[str]:
    return [task.remark for task in file.tasks.tasks]


def taken_back(file: TaskFile, batch: Batch) -> TakenBack:
    return take_batch_back(file.tasks, lambda: file.history, batch, file.commit)


def test_each_person_and_each_coming_is_a_batch_and_own_changes_are_none(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    first = edited(theirs, "甲", by="李明")
    second = edited(theirs, "乙", "丙", by="王芳", row=1)
    with TaskFile.open(ours) as file:
        file.commit(setting(file, 2, remark="自己的"))
        file.take_in(first, "2026-11-01T09:00:00+08:00", "对方")
        file.take_in(second, "2026-11-02T09:00:00+08:00", "对方")
        found = batches(file.history)
        assert [(one.at[:10], one.by, len(one.changes)) for one in found] == [
            ("2026-11-02", "王芳", 2),
            ("2026-11-01", "李明", 1),
        ]
        assert found[0].changes == (second[1]["id"], second[0]["id"])


def test_a_batch_goes_from_the_last_change_to_the_first_and_leaves_the_rest(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    docs = edited(theirs, "甲", "乙", by="王芳")
    with TaskFile.open(ours) as file:
        file.commit(setting(file, 1, remark="自己的"))
        before = remarks(file)
        file.take_in(docs, "2026-11-02T09:00:00+08:00", "对方")
        (batch,) = batches(file.history)
        assert taken_back(file, batch) == TakenBack(2, ())
        assert remarks(file) == before
        assert batches(file.history) == []


def test_what_was_written_over_since_stays_and_is_named(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    docs = [*edited(theirs, "甲", by="王芳"), *edited(theirs, "乙", by="王芳", row=1)]
    with TaskFile.open(ours) as file:
        file.take_in(docs, "2026-11-02T09:00:00+08:00", "对方")
        row = next(file.tasks.tasks)
        file.commit(Change("又改", tuple(updated(row, remark="又改"))))
        (batch,) = batches(file.history)
        taken = taken_back(file, batch)
        assert (taken.changes, len(taken.left)) == (1, 1)
        assert "又改" in str(taken.left[0])
        assert remarks(file)[:2] == ["又改", ""]
