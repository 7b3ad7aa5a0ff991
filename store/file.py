"""TaskFile: one list on the disk. The one place that writes it.

A commit is in the journal, on the disk, before it is in memory and before `commit` returns. Folding puts the
whole list, the journal's changes included, in the place of the TinyDB file in one step.
"""

import contextlib
import functools
import json
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from store import disk, journal, opening
from store.backups import KEPT, Backups
from store.changes import Change, History, canonical
from store.contents import OWN_TABLES, SCHEMA, SEAL_LENGTH, Contents, seal, sealed
from store.describing import place
from store.earlier import as_of
from store.lock import WriterLock
from store.model import Doc, Refused, new_key
from store.problems import FileProblem, NotWritable, because
from store.storage import AtomicStorage, discard, exhausted
from store.tasklist import TaskList
from store.undoing import redo_change, undo_change, undo_older_change
from store.verify import breaks
from store.whoami import machine, now, user


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
        self._seals = {contents.seal}
        self._stamp = loaded.stamp
        self._by = by
        self._lock = lock
        self._storage = AtomicStorage(path)
        self._journal = journal.Journal(opening.journal_path(path), loaded.reading)
        self._folds = 0
        self._mutex = threading.RLock()
        for doc in loaded.unfolded:
            self._take(Change.from_doc(doc), doc)

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
                notices = opening.set_aside_stray_journal(path)
                loaded = opening.Loaded(
                    Contents(new_key(), "", {name: {} for name in OWN_TABLES}, []), None, journal.Reading((), 0), [], "", notices
                )
                file = cls(path, loaded, by, lock)
                change, doc = file._prepared(first)
                file._take(change, doc)
                file._head = change.hash()
                exhausted(file._fold())
            except OSError as error:
                raise because(f"无法新建清单“{path.name}”", error) from error
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
                raise because(f"无法打开清单“{path.name}”", error) from error
            undo.pop_all()
        return file

    def close(self) -> None:
        """Fold if needed and let the next writer in. A FileProblem says why folding failed: the changes stay in the journal."""
        with self._mutex:
            lock, self._lock = self._lock, None
            if lock is None:
                return
            try:
                self.fold()
            finally:
                self.read_only = True
                with contextlib.suppress(OSError):
                    self._journal.close()
                lock.release()

    def __enter__(self) -> "TaskFile":
        """The file itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close; an error that is already on its way is not hidden by one of closing."""
        with contextlib.suppress(*((FileProblem,) if kind else ())):
            self.close()

    # ------------------------------------------------------------------ changes

    @property
    def history(self) -> Sequence[Change]:
        """All changes, oldest first, folded or not."""
        return self._history

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was saved; none where it does not say."""
        try:
            return datetime.fromisoformat(self._history[-1].at)
        except (IndexError, ValueError):
            return None

    def commit(self, change: Change) -> Change:
        """Save a change and apply it: the change as it stands in the history, on the disk.

        Refused where it has no edits or the list no longer holds what it changes; FileProblem where the disk does
        not take it. The list is then as it was.
        """
        with self._mutex:
            self._refuse_reading()
            change, doc = self._prepared(change)
            spelling = canonical(doc)
            record = journal.Record(self.file_id, self._head, spelling)
            try:
                self._refuse_changed_underneath()
                self._journal.append(record)
            except OSError as error:
                raise because("这次修改没有保存", error) from error
            self._take(change, doc)
            self._head = record.hash
            return change

    def undo(self) -> Change:
        """Take back the last change not yet undone; Refused where there is none or a later change stands on it."""
        return self.commit(undo_change(self.tasks, self._history))

    def redo(self) -> Change:
        """Take back the last undo while no other change came after it; Refused without one."""
        return self.commit(redo_change(self.tasks, self._history))

    def undo_of(self, change_id: str) -> Change:
        """Take back a change of any age; Refused where a later change touched the same fields, which it names."""
        return self.commit(undo_older_change(self.tasks, self._history, change_id))

    def as_of(self, time: datetime) -> TaskList:
        """What the list said at a time, by when changes were recorded; not to be edited."""
        return as_of(self.tasks, self._history, time)

    def breaks(self) -> list[str]:
        """Sentences on where the history is not whole; none where it is."""
        return list(breaks(self._history.docs, self._head, self.tasks))

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
            raise Refused(f"{place(self.tasks, conflict)}已不是修改前的内容,这次修改没有保存,请按现在的内容重新修改。")
        return stamped, doc

    def _take(self, change: Change, doc: Doc) -> None:
        self.tasks.apply(change.edits)
        self._history.append(change, doc)

    # ------------------------------------------------------------------ folding

    @property
    def needs_fold(self) -> bool:
        """Whether the journal holds changes that the file does not."""
        return not self.read_only and len(self._history) > self._folded

    def fold(self) -> None:
        """Put the journal's changes into the file; FileProblem where the disk does not take them, which loses nothing."""
        for _ in self.fold_steps():
            pass

    def fold_steps(self) -> Iterator[None]:
        """Fold in steps of a few milliseconds; commits may come between them. Abandoned, it leaves all as it was.

        The last steps wait for the disk without holding the interpreter: a screen takes the steps in a thread.
        """
        try:
            yield from self._fold()
        except OSError as error:
            raise because(f"变更都在日志“{self._journal.path.name}”里,只是还没有并入清单文件", error) from error

    def _fold(self) -> Generator[None, None, None]:
        with self._mutex:
            if not self.needs_fold:
                return
            if self._stamp:
                self._refuse_changed_underneath()
            self._folds += 1
            fold, count, head = self._folds, len(self._history), self._head
            content = self._content()
        staged = yield from self._storage.stage(content)
        with self._mutex:
            if fold != self._folds or self.read_only:
                discard(staged)
                return
            if self._stamp:
                self._refuse_changed_underneath()
            stamp, new_seal = disk.stamp(staged), seal(disk.read_end(staged, SEAL_LENGTH))
            # From here to the end of publishing either file may be found under the name.
            self._seals.add(new_seal)
            self._storage.publish(staged)
            self._folded, self._stamp, self._seals = count, stamp, {new_seal}
            if head == self._head:
                with contextlib.suppress(OSError):  # Records that the file holds are skipped.
                    self._journal.clear()

    def save_copy(self, path: str | Path) -> None:
        """Write the whole list, the journal's changes included, to a new file (另存副本); an existing one is refused."""
        path = opening.real(path)
        try:
            opening.refuse_existing(path)
            storage = AtomicStorage(path)
            with self._mutex:
                content = self._content()
            storage.publish(exhausted(storage.stage(content)))
        except OSError as error:
            raise because(f"副本“{path.name}”没有存成", error) from error

    def back_up(self, folder: Path | None = None, keep: int = KEPT) -> Path | None:
        """Keep a dated copy where none was made within the hour, and thin the old ones; the copy, if one was made.

        To be called after opening and after each fold, from a thread: it writes the whole list.
        """
        moment = datetime.now()
        backups = Backups(self.path, folder, keep)
        try:
            if self.read_only or not backups.is_due(moment):
                return None
            copy = backups.place(moment)
            self.save_copy(copy)
            backups.thin(moment)
        except OSError as error:
            raise because("备份没有存成", error) from error
        return copy

    def _content(self) -> Iterator[str]:
        """The file as it is to be, as of now: documents are replaced and never changed, so that lists of them hold still."""
        tables = {name: list(docs.values()) for name, docs in self.tasks.documents.items()}
        meta = {"key": "meta", "schema": SCHEMA, "program": _program(), "file_id": self.file_id, "last_change": self._head}
        return sealed(tables | {"changes": list(self._history.docs)}, self._others, meta)

    # ------------------------------------------------------------------ refusals

    def _refuse_reading(self) -> None:
        if self.read_only:
            raise NotWritable(f"清单“{self.path.name}”是以只读方式打开的,不能修改,请关闭后重新打开,或另存副本再改。")

    def _refuse_changed_underneath(self) -> None:
        found = disk.stamp(self.path)
        if found == self._stamp:
            return
        # A copied date or a disk without lasting inode numbers changes the stamp alone; the seal tells.
        if seal(disk.read_end(self.path, SEAL_LENGTH)) not in self._seals - {None}:
            raise FileProblem(f"清单“{self.path.name}”已被别的程序改动或替换,没有覆盖它,请把现在的内容另存副本,再重新打开核对。")
        self._stamp = found


@functools.cache
def _program() -> str:
    # Imported by the first fold: it costs as much as the rest of the store.
    from importlib import metadata

    try:
        return metadata.version("yaodian")
    except metadata.PackageNotFoundError:
        return ""
