"""Any sequence of acts on a file leaves what the same acts leave in memory."""

import shutil
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from store.file import disk
from store.file.beside import journals, new_journal_path
from store.file.contents import parse
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.history.undoing import redo_change, undo_change
from store.records.changes import Change, created, deleted, hash_of, updated
from store.records.keys import new_key
from store.records.task import Task
from store.refused import Refused
from tests.examples import most
from tests.store.small_list import IMPORT, ROWS, SHORT, abandon

TEXTS = st.text(max_size=8) | st.sampled_from(["赵峰", "\ud83d", "\n\0", "[/x]", "\u2028"])
Rows = dict[str, dict[str, Any]]


def left_journal(path: Path) -> Path:
    """The journal that was written last, or a new one."""
    found = sorted(journals(path), key=lambda one: one.stat().st_mtime_ns)
    return found[-1] if found else new_journal_path(path)


class FileMachine(RuleBasedStateMachine):
    """A file and a plain model of it: the rows now, and the rows before and after each act that can be taken
    back.

    Beside it the same as it was when the last change was saved.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = TaskFile.create(self.folder / SHORT, IMPORT)
        self.rows: Rows = {row.key: row.to_doc() for row in ROWS}
        self.done: list[tuple[Rows, Rows]] = []
        self.undone: list[tuple[Rows, Rows]] = []
        self.count = 1
        self.saved()

    def saved(self) -> None:
        self.on_disk = (self.rows, [*self.done], [*self.undone], self.count)

    def lost(self) -> None:
        self.rows, done, undone, self.count = self.on_disk
        self.done, self.undone = [*done], [*undone]

    def act(self, change: Change, rows: Rows) -> None:
        self.file.take(change)
        self.done.append((self.rows, rows))
        self.undone.clear()
        self.rows = rows
        self.count += 1

    @rule(text=TEXTS)
    def add(self, text: str) -> None:
        row = Task(new_key(), item="item00000001", order="9", text=text)
        self.act(Change("新增", (created(row),)), {**self.rows, row.key: row.to_doc()})

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), remark=TEXTS, text=TEXTS)
    def change(self, data: st.DataObject, remark: str, text: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.rows)))
        edits = tuple(updated(self.file.tasks.task(key), remark=remark, text=text))
        if edits:
            self.act(
                Change("修改", edits), {**self.rows, key: {**self.rows[key], "remark": remark, "text": text}}
            )

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.rows)))
        edit = deleted(self.file.tasks.task(key))
        self.act(Change("删除", (edit,)), {other: doc for other, doc in self.rows.items() if other != key})

    @rule()
    def undo(self) -> None:
        self.move(undo_change, self.done, self.undone, 0)

    @rule()
    def redo(self) -> None:
        self.move(redo_change, self.undone, self.done, 1)

    def move(
        self, act: Any, source: list[tuple[Rows, Rows]], target: list[tuple[Rows, Rows]], side: int
    ) -> None:
        try:
            self.file.take(act(self.file.tasks, self.file.history))
        except Refused:
            assert not source
            return
        target.append(source.pop())
        self.rows = target[-1][side]
        self.count += 1

    @rule()
    def save(self) -> None:
        self.file.save()
        self.saved()

    @precondition(lambda self: self.file.unsaved)
    @rule(call=st.sampled_from(["write", "sync", "truncate", "stamp"]), folding=st.booleans())
    def fail_to_save(self, call: str, folding: bool) -> None:
        with mock.patch.object(disk, call, side_effect=OSError(5, "put in by the test")):
            try:
                (self.file.fold if folding else self.file.save)()
            except FileProblem:
                return
        self.saved()  # A journal that ends clean is not cut.

    @rule()
    def drop(self) -> None:
        self.file.drop_unsaved()
        self.lost()

    @rule()
    def fold(self) -> None:
        self.file.fold()
        self.saved()

    @rule(steps=st.integers(0, 3))
    def begin_to_fold(self, steps: int) -> None:
        for _ in zip(range(steps), self.file.fold_steps(), strict=False):
            pass
        if not self.file.unsaved:
            self.saved()

    @rule()
    def close_and_open(self) -> None:
        self.file.close()
        self.saved()
        for kept in self.folder.glob("*.journal.2*"):
            kept.unlink()
        assert sorted(path.name for path in self.folder.iterdir()) == [SHORT]
        self.file = TaskFile.open(self.folder / SHORT)

    @rule(torn=st.integers(0, 40))
    def die_and_open(self, torn: int) -> None:
        abandon(self.file)
        self.lost()
        if torn:
            with left_journal(self.folder / SHORT).open("ab") as journal:
                journal.write(b"0123456789abcdef" * 3 * torn)
        self.file = TaskFile.open(self.folder / SHORT)
        assert len(self.file.notices) == bool(torn)

    @invariant()
    def file_and_model_agree(self) -> None:
        with TaskFile.open(self.folder / SHORT, read_only=True) as reader:
            for file, rows, count in (
                (self.file, self.rows, self.count),
                (reader, self.on_disk[0], self.on_disk[3]),
            ):
                assert dict(file.tasks.documents.tables["tasks"]) == rows
                assert len(file.history) == count
                assert file.notices == [] or file is self.file

    def teardown(self) -> None:
        self.file.close()
        whole = parse((self.folder / SHORT).read_bytes(), self.folder)
        assert whole.tables["tasks"] == self.rows
        assert [change["parents"] for change in whole.changes[1:]] == [
            [hash_of(doc)] for doc in whole.changes[:-1]
        ]
        shutil.rmtree(self.folder)


TestFileMachine = FileMachine.TestCase
TestFileMachine.settings = settings(max_examples=most(45), stateful_step_count=30)
