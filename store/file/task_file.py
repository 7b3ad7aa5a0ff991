"""TaskFile: one list on the disk. The one place that writes it.

Writing has two steps: `take` applies a change in memory and queues it, `save` puts what is queued into the journal,
on the disk, in one write and one fsync. `commit` does both. Folding puts the whole list, the journal's changes
included, in the place of the TinyDB file in one step.

What it promises, and the test that holds it (tests/store/file):
- A saved change comes back whatever happens after: test_crash, test_file_as_a_whole.
- Changes that are saved together come back together, in order: test_journal.test_records_appended_together_are_all_there_or_none.
- `commit` that fails leaves the list as it was: test_task_file.test_a_commit_that_the_disk_refuses_changes_nothing_and_can_be_tried_again.
- `save` that fails keeps what was taken, and a retry saves it: test_saving.test_what_the_disk_refuses_stays_taken_and_a_retry_saves_it.
- Neither a fold nor a backup holds what is not saved: test_saving.test_a_fold_saves_first_or_does_nothing,
  test_saving.test_a_backup_never_holds_what_is_not_saved.
- Taking waits for no disk: test_saving.test_taking_goes_on_while_the_disk_hangs.
- No slice of a fold holds the interpreter over 5 ms: test_saving.test_a_fold_gives_way_within_five_milliseconds.
- A fold loses nothing where the disk fails: test_task_file.test_a_fold_that_the_disk_refuses_loses_nothing.
- What another program changed is not overwritten: test_task_file.test_a_file_that_another_program_changed_is_never_overwritten.
- A stick that is pulled and put back takes what was not saved, unless another wrote on it meanwhile: test_pulled_stick.
- A file is its owner's alone, copies and backups too: test_saving.test_the_list_its_copies_and_its_backups_are_the_owners_alone.
"""

import contextlib
import functools
import json
import threading
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from store.file import journal, opening
from store.file.backups import Backups, chosen
from store.file.contents import OWN_TABLES, SCHEMA, Contents, sealed
from store.file.lock import Held, WriterLock
from store.file.problems import FileLocked, FileProblem, OpenedReadOnly
from store.file.storage import AtomicStorage, discard, exhausted
from store.file.watch import Watch
from store.history.chain import breaks
from store.history.earlier import count_at, list_after
from store.history.undoing import redo_change, undo_change, undo_older_change
from store.machine.whoami import machine, now, user
from store.records.changes import Change, History, canonical, hash_of
from store.records.describing import place
from store.records.keys import new_key
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused, fault_sentence

FOLD_AT_BYTES = 1 << 20
"""Of journal that the file does not hold: at some 1,500 changes a fold is due, so that opening stays quick."""


class TaskFile:
    """An open list: its records, its changes, and the way to the disk. A context manager; its calls may come from any thread."""

    def __init__(self, path: Path, loaded: opening.Loaded, by: str, lock: WriterLock | None) -> None:
        """Hold what was loaded; `create` and `open` call it."""
        contents = loaded.contents
        self.path = path
        """With links resolved."""
        self.tasks = TaskList(contents.tables)
        self.file_id = contents.file_id
        self.read_only = lock is None
        self.notices = loaded.notices
        """Sentences for the clerk on what was found when the list was opened."""
        self._history = History(contents.changes)
        self._folded = len(contents.changes) if contents.schema == SCHEMA else 0
        self._others = contents.others
        self._head = loaded.head
        self._waiting: list[journal.Record] = []
        """What was taken and is not saved."""
        self._saved_at: datetime | None = None
        self._by = by
        self._lock = lock
        self._watch = Watch(path, loaded.stamp, contents.seal)
        self._storage = AtomicStorage(path)
        self._journal = journal.Journal(opening.journal_path(path), loaded.reading)
        self._folds = self._folded_bytes = 0
        self._disk = threading.RLock()
        """Held by whoever writes; taken before `_mutex`."""
        self._mutex = threading.RLock()
        """Held to look at or change what is in memory, never while a disk is waited for but in `commit`."""
        for doc in loaded.unfolded:
            self._apply(Change.from_doc(doc), doc)

    # ------------------------------------------------------------------ opening and closing

    @classmethod
    def create(cls, path: str | Path, first: Change, *, by: str | None = None) -> "TaskFile":
        """A new list that begins with a change, held for writing and on the disk; an existing file is refused."""
        path, by = opening.real(path), by or user()
        with contextlib.ExitStack() as undo:
            try:
                opening.refuse_existing(path)
                lock = opening.locked(path, by)
                undo.callback(lock.release)
                opening.refuse_existing(path)
                undo.callback(discard, path)
                notices = opening.set_aside_stray_journal(path)
                loaded = opening.Loaded(
                    Contents(new_key(), "", {name: {} for name in OWN_TABLES}, []),
                    None,
                    journal.Reading((), 0),
                    [],
                    "",
                    notices,
                )
                file = cls(path, loaded, by, lock)
                change, doc = file._prepared(first)
                file._apply(change, doc)
                file._head = hash_of(doc)
                exhausted(file._fold())
            except OSError as error:
                raise FileProblem(fault_sentence(f"无法新建清单“{path.name}”", error)) from error
            undo.pop_all()
        return file

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, by: str | None = None) -> "TaskFile":
        """The list of a file with its journal's changes; read-only it writes nothing and needs no lock.

        `by` stands for the OS user as the author of changes. NotWritable where the list can only be read from here.
        """
        path, by = opening.real(path), by or user()
        with contextlib.ExitStack() as undo:
            try:
                opening.refuse_unreadable(path)
                lock = None if read_only else opening.locked(path, by)
                if lock:
                    undo.callback(lock.release)
                file = cls(path, opening.load(path, writing=not read_only), by, lock)
                if lock:
                    file._storage.sweep()
                    file._journal.cut()
            except OSError as error:
                raise FileProblem(fault_sentence(f"无法打开清单“{path.name}”", error)) from error
            undo.pop_all()
        return file

    def close(self) -> None:
        """Save, fold if needed, and let the next writer in.

        A FileProblem says why folding failed: what was saved stays in the journal, what could not be saved is gone.
        """
        with self._disk:
            with self._mutex:
                self.read_only = True  # Nothing more is taken.
            if self._lock is None:
                return
            try:
                self.fold()
            finally:
                self._folds += 1
                with contextlib.suppress(OSError):
                    if self._lock.stands and self._journal.size and len(self._history) == self._folded:
                        self._journal.clear()  # A fold before could not.
                    self._journal.close(ours=self._lock.stands)
                self._lock.release()
                self._lock = None

    def __enter__(self) -> "TaskFile":
        """The file itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; an error that is already on its way is not hidden by one of closing."""
        with contextlib.suppress(*((FileProblem,) if kind else ())):
            self.close()

    # ------------------------------------------------------------------ changes

    @property
    def history(self) -> History:
        """All changes, oldest first, folded or not."""
        return self._history

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was saved, or recorded where it was saved before the list was opened; none where it does not say."""
        try:
            return self._saved_at or datetime.fromisoformat(self._history[-1].at)
        except (IndexError, ValueError):
            return None

    @property
    def unsaved(self) -> int:
        """How many changes were taken and are not on the disk."""
        return len(self._waiting)

    def commit(self, change: Change) -> Change:
        """Take a change and save it: the change as it stands in the history, on the disk.

        Refused where it has no edits or the list no longer holds what it changes; FileProblem where the disk does
        not take it. The list is then as it was.
        """
        with self._disk, self._mutex:
            taken = self.take(change)
            try:
                self.save()
            except FileProblem:
                self._take_back(1)
                raise
            return taken

    def take(self, change: Change) -> Change:
        """Apply a change in memory, to be saved by `save`: the change as it stands in the history. It waits for no disk.

        Refused where it has no edits or the list no longer holds what it changes.
        """
        with self._mutex:
            self._refuse_reading()
            change, doc = self._prepared(change)
            record = journal.Record(self.file_id, self._head, canonical(doc))
            self._apply(change, doc)
            self._waiting.append(record)
            self._head = record.hash
            return change

    def save(self) -> None:
        """Put what was taken on the disk, in order, all or none; FileProblem where the disk does not take it, and it stays taken."""
        with self._disk:
            waiting = self._waiting[:]
            if not waiting:
                return
            try:
                self._refuse_not_ours(waiting[0].before)
                self._journal.append(*waiting)
            except OSError as error:
                raise FileProblem(fault_sentence("这次修改没有保存", error)) from error
            with self._mutex:
                del self._waiting[: len(waiting)]
                self._saved_at = datetime.now().astimezone()

    def drop_unsaved(self) -> None:
        """Take back what was taken and not saved (放弃)."""
        with self._disk:
            with self._mutex:
                self._take_back(len(self._waiting))
            with contextlib.suppress(OSError):
                self._journal.cut()

    def undo(self) -> Change:
        """Take back the last change not yet undone; Refused where there is none or a later change stands on it."""
        return self.commit(undo_change(self.tasks, self._history))

    def redo(self) -> Change:
        """Take back the last undo while no other change came after it; Refused without one."""
        return self.commit(redo_change(self.tasks, self._history))

    def undo_of(self, change_id: str) -> Change:
        """Take back a change of any age; Refused where a later change touched the same fields, which it names."""
        return self.commit(undo_older_change(self.tasks, self._history, change_id))

    def as_of(self, time: datetime) -> "TaskFile":
        """The list as it was at a time, by when changes were recorded; Refused for a time before the first."""
        return self.after(count_at(self._history, time))

    def after(self, count: int) -> "TaskFile":
        """The list as it was after its first `count` changes, to be looked at: read-only, with the history up to there."""
        with self._mutex:
            tasks, history = self.tasks.of(self.tasks.notice.key), History(list(self._history.docs))
        tables = {name: dict(docs) for name, docs in list_after(tasks, history, count).documents.items()}
        del history.docs[count:]
        head = hash_of(history.docs[-1]) if count else ""
        contents = Contents(self.file_id, head, tables, history.docs, self._others)
        file = TaskFile(
            self.path, opening.Loaded(contents, None, journal.Reading((), 0), [], head), self._by, None
        )
        file.tasks.choose(tasks.notice.key)
        return file

    def breaks(self) -> list[str]:
        """Sentences on where the history is not whole; none where it is."""
        return list(map(str, breaks(self._history.docs, self._head, self.tasks)))

    def _prepared(self, change: Change) -> tuple[Change, Doc]:
        """A change with its author, time and parent, and its document; as reading it back will give it."""
        if not change.edits:
            raise Refused("没有变化,不必保存。")
        stamped = replace(
            change,
            edits=tuple(self.tasks.whole(edit) for edit in change.edits),
            at=change.at or now(),
            by=change.by or self._by,
            machine=change.machine or machine(),
            parents=change.parents or ((self._head,) if self._head else ()),
        )
        doc = json.loads(canonical(stamped.to_doc()))
        stamped = Change.from_doc(doc)
        conflict = self.tasks.conflict(stamped.edits)
        if conflict:
            raise Refused(
                f"{place(self.tasks, conflict)}已不是修改前的内容,这次修改没有保存,请按现在的内容重新修改。"
            )
        return stamped, doc

    def _apply(self, change: Change, doc: Doc) -> None:
        self.tasks.apply(change.edits)
        self._history.append(change, doc)

    def _take_back(self, count: int) -> None:
        for _ in range(count):
            change = self._history.pop()
            self.tasks.apply(edit.inverted() for edit in reversed(change.edits))
            self._head = self._waiting.pop().before

    # ------------------------------------------------------------------ folding

    @property
    def needs_fold(self) -> bool:
        """Whether there are changes that the file does not hold."""
        return not self.read_only and len(self._history) > self._folded

    @property
    def fold_is_due(self) -> bool:
        """Whether the journal has grown so large that a fold should not wait for the clerk to rest."""
        return self.needs_fold and self._journal.size - self._folded_bytes > FOLD_AT_BYTES

    def fold(self) -> None:
        """Save, then put the journal's changes into the file; FileProblem where the disk does not take them, which loses nothing."""
        for _ in self.fold_steps():
            pass

    def fold_steps(self) -> Iterator[None]:
        """Fold in steps of a few milliseconds; commits may come between them. Abandoned, it leaves all as it was.

        The last steps wait for the disk without holding the interpreter: a screen takes the steps in a thread.
        """
        try:
            yield from self._fold()
        except OSError as error:
            raise FileProblem(
                fault_sentence(f"变更都在日志“{self._journal.path.name}”里,只是还没有并入清单文件", error)
            ) from error

    def _fold(self) -> Generator[None, None, None]:
        with self._disk:
            self.save()
            with self._mutex:
                if self._lock is None or self._waiting or len(self._history) == self._folded:
                    return  # What was taken meanwhile asks for a fold of its own.
                self._folds += 1
                fold, count, head, size = self._folds, len(self._history), self._head, self._journal.size
                content = self._content()
            self._refuse_not_ours(head)
        yield  # Of a large list the snapshot is a slice by itself.
        staged = yield from self._storage.stage(content)
        with self._disk:
            try:
                if fold != self._folds:
                    return
                self._watch.refuse_changed()
                self._watch.replace(staged, self._storage.publish)
            finally:
                discard(staged)
            self._folded, self._folded_bytes = count, size
            if head == self._head:
                with contextlib.suppress(OSError):  # Records that the file holds are skipped.
                    self._journal.clear()
                    self._folded_bytes = 0

    def save_copy(self, path: str | Path) -> None:
        """Write the whole list as it is in memory to a new file (另存副本), what is not saved included; an existing one is refused."""
        path = opening.real(path)
        with self._mutex:
            content = self._content()
        try:
            self._write_new(path, content)
        except OSError as error:
            raise FileProblem(fault_sentence(f"副本“{path.name}”没有存成", error)) from error

    def back_up(self, backups: Backups | None = None) -> Path | None:
        """Keep a dated copy where none was made within the hour, and thin the old ones; the copy, if one was made.

        To be called after opening and after each fold, from a thread: it writes the whole list. What is not saved
        is in no backup. Where and how many, the settings say.
        """
        moment = datetime.now()
        try:
            backups = backups or chosen(self.path)
            if not backups.is_due(moment):
                return None
            with self._mutex:
                if self.read_only or self._waiting:
                    return None
                content = self._content()
            copy = backups.place(moment)
            self._write_new(copy, content)
            backups.thin(moment)
        except OSError as error:
            raise FileProblem(fault_sentence("备份没有存成", error)) from error
        return copy

    def _write_new(self, path: Path, content: Iterator[str]) -> None:
        opening.refuse_existing(path)
        storage = AtomicStorage(path)
        try:
            storage.publish(exhausted(storage.stage(content)))
        except OSError:
            discard(path)  # Its name may stand already, and a second try would be refused for it.
            raise

    def _content(self) -> Iterator[str]:
        """The file as it is to be, as of now: documents are replaced and never changed, so that lists of them hold still."""
        tables = {name: list(docs.values()) for name, docs in self.tasks.documents.items()}
        meta = {
            "key": "meta",
            "schema": SCHEMA,
            "program": _program(),
            "file_id": self.file_id,
            "last_change": self._head,
        }
        return sealed(tables | {"changes": list(self._history.docs)}, self._others, meta)

    # ------------------------------------------------------------------ refusals

    def _refuse_reading(self) -> None:
        if self.read_only:
            raise OpenedReadOnly(self.path)

    def _refuse_not_ours(self, head: str) -> None:
        """FileProblem where the list is no longer what was saved last, whose hash is given, or is another's to write.

        A stick that was pulled and put back has other files under the same names: they are looked at anew.
        """
        self._watch.refuse_changed()
        try:
            if self._lock is not None and self._lock.hold():
                self._watch.refuse_changed()
            self._journal.find_again(head)
        except Held as held:
            raise FileLocked(self.path, held.holder) from held
        except journal.Foreign as error:
            raise FileProblem(
                f"日志“{self._journal.path.name}”已被别的程序改动或替换,没有覆盖它,请把现在的内容另存副本,再重新打开核对。"
            ) from error


@functools.cache
def _program() -> str:
    # Imported by the first fold: it costs as much as the rest of the store.
    from importlib import metadata

    try:
        return metadata.version("yaodian")
    except metadata.PackageNotFoundError:
        return ""
