"""Any sequence of acts on a file leaves what the same acts leave in memory."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from store.changes import Change, created, deleted, updated
from store.contents import parse
from store.file import TaskFile
from store.model import Refused, Task, new_key
from tests.store.small_list import IMPORT, ROWS, SHORT, abandon

TEXTS = st.text(max_size=8) | st.sampled_from(["赵峰", "\ud83d", "\n\0", "[/x]", "\u2028"])
Rows = dict[str, dict[str, Any]]


class FileMachine(RuleBasedStateMachine):
    """A file and a plain model of it: the rows now, and the rows before and after each act that can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = TaskFile.create(self.folder / SHORT, IMPORT)
        self.rows: Rows = {row.key: row.to_doc() for row in ROWS}
        self.done: list[tuple[Rows, Rows]] = []
        self.undone: list[tuple[Rows, Rows]] = []
        self.count = 1

    def act(self, change: Change, rows: Rows) -> None:
        self.file.commit(change)
        self.done.append((self.rows, rows))
        self.undone.clear()
        self.rows = rows
        self.count += 1

    @rule(text=TEXTS)
    def add(self, text: str) -> None:
        row = Task(new_key(), item="item00000001", order=text, text=text)
        self.act(Change("新增", (created(row),)), {**self.rows, row.key: row.to_doc()})

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), remark=TEXTS, text=TEXTS)
    def change(self, data: st.DataObject, remark: str, text: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.rows)))
        edits = tuple(updated(self.file.tasks.task(key), remark=remark, text=text))
        if edits:
            self.act(Change("修改", edits), {**self.rows, key: {**self.rows[key], "remark": remark, "text": text}})

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.rows)))
        edit = deleted(self.file.tasks.task(key))
        self.act(Change("删除", (edit,)), {other: doc for other, doc in self.rows.items() if other != key})

    @rule()
    def undo(self) -> None:
        self.move(self.file.undo, self.done, self.undone, 0)

    @rule()
    def redo(self) -> None:
        self.move(self.file.redo, self.undone, self.done, 1)

    def move(self, act: Any, source: list[tuple[Rows, Rows]], target: list[tuple[Rows, Rows]], side: int) -> None:
        try:
            act()
        except Refused:
            assert not source
            return
        target.append(source.pop())
        self.rows = target[-1][side]
        self.count += 1

    @rule()
    def fold(self) -> None:
        self.file.fold()

    @rule(steps=st.integers(0, 3))
    def begin_to_fold(self, steps: int) -> None:
        for _ in zip(range(steps), self.file.fold_steps(), strict=False):
            pass

    @rule()
    def close_and_open(self) -> None:
        self.file.close()
        assert sorted(path.name for path in self.folder.iterdir()) == [SHORT]
        self.file = TaskFile.open(self.folder / SHORT)

    @rule(torn=st.integers(0, 40))
    def die_and_open(self, torn: int) -> None:
        abandon(self.file)
        if torn:
            with (self.folder / f"{SHORT}.journal").open("ab") as journal:
                journal.write(b"0123456789abcdef" * 3 * torn)
        self.file = TaskFile.open(self.folder / SHORT)
        assert len(self.file.notices) == bool(torn)
        for kept in self.folder.glob(f"{SHORT}.journal.2*"):
            kept.unlink()

    @invariant()
    def file_and_model_agree(self) -> None:
        with TaskFile.open(self.folder / SHORT, read_only=True) as reader:
            for file in (self.file, reader):
                assert dict(file.tasks.documents["tasks"]) == self.rows
                assert len(file.history) == self.count
                assert file.notices == [] or file is self.file

    def teardown(self) -> None:
        self.file.close()
        whole = parse((self.folder / SHORT).read_bytes(), self.folder)
        assert whole.tables["tasks"] == self.rows
        assert [change["parents"] for change in whole.changes[1:]] == [[Change.from_doc(doc).hash()] for doc in whole.changes[:-1]]
        shutil.rmtree(self.folder)


TestFileMachine = FileMachine.TestCase
TestFileMachine.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
