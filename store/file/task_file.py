"""TaskFile: one list on the disk. The one place that writes it.

Writing has two steps: `take` applies a change in memory and queues it (memory.py), `save` puts what is queued
into the journal, on the disk, in one write and one fsync (saving.py). `commit` does both. Folding puts the
whole list, the journal's changes included, in the place of the TinyDB file in one step (folding.py).

What it promises, and the test that holds it (tests/store/file); the parts have promises of their own:
- A saved change comes back whatever happens after: test_crash, test_file_as_a_whole.
- `commit` that fails leaves the list as it was:
  test_task_file.test_a_commit_that_the_disk_refuses_changes_nothing_and_can_be_tried_again.
- Taking waits for no disk: test_saving_and_folding.test_taking_goes_on_while_the_disk_hangs.
"""

import contextlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from store.file import opening
from store.file.contents import SCHEMA, Contents
from store.file.folding import Folds
from store.file.held import HeldList
from store.file.lock import WriterLock
from store.file.memory import Memory
from store.file.problems import FileProblem, OpenedReadOnly
from store.file.saving import Saves
from store.file.storage import AtomicStorage, discard
from store.file.tables import OWN_TABLES
from store.file.watch import Watch
from store.history.coming import TakenIn
from store.history.earlier import Earlier
from store.machine.clock import SYSTEM_CLOCK, Clock
from store.machine.desks import Author
from store.machine.whoami import user
from store.progress import Progress, begin_to_write, silent
from store.records.changes import Arrival, Change, hash_of, inverted
from store.records.keys import new_key
from store.records.record import Doc
from store.refused import Refused, fault_sentence

if TYPE_CHECKING:
    from store.file.backups import Backups
    from store.file.foreign import Foreign


class TaskFile(HeldList):
    """An open list: its records, its changes, and the way to the disk; its calls may come from any thread."""

    def __init__(
        self,
        path: Path,
        loaded: opening.Loaded,
        by: str,
        lock: WriterLock | None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        """Hold what was loaded; `create` and `open` call it."""
        contents = loaded.contents
        self.path = path
        """With links resolved."""
        self.read_only = lock is None
        self._clock = clock
        self.notices = loaded.notices
        """Sentences for the clerk on what was found when the list was opened."""
        is_older = contents.schema != SCHEMA
        watch, folded = Watch(path, loaded.stamp, contents.seal), len(contents.changes)
        memory = Memory(contents, loaded.head, Author(by, contents.file_id, path), clock)
        super().__init__(memory, Saves(path, memory, lock, watch, clock))
        self._storage = AtomicStorage(path)
        self._folds = Folds(self._memory, self._saves, self._storage, folded, loaded.left, is_older=is_older)
        self._memory.load(loaded.unfolded)
        self.notices += opening.said_of_beside(loaded.beside, self._memory.load_beside(loaded.beside))

    # ------------------------------------------------------------------ opening and closing

    @classmethod
    def create(
        cls,
        path: str | Path,
        first: Change,
        *,
        by: str | None = None,
        clock: Clock = SYSTEM_CLOCK,
        progress: Progress = silent,
    ) -> "TaskFile":
        """Make a list that begins with a change, open for writing; an existing file is refused."""
        path, by = opening.real(path), user() if by is None else by
        with contextlib.ExitStack() as undo:
            try:
                opening.refuse_existing(path)
                lock = opening.locked(path, by, clock)
                undo.callback(lock.release)
                opening.refuse_existing(path)
                undo.callback(discard, path)
                notices = opening.set_aside_stray_journals(path)
                empty = Contents(new_key(), "", {name: {} for name in OWN_TABLES}, [])
                loaded = opening.Loaded(empty, None, "", notices=notices)
                file = cls(path, loaded, by, lock, clock)
                file._begin(first, progress)
            except OSError as error:
                raise FileProblem(fault_sentence(f"无法新建清单“{path.name}”", error)) from error
            undo.pop_all()
        return file

    def _begin(self, first: Change, progress: Progress) -> None:
        """Put the first change straight into the file; OSError where the disk does not take it."""
        change, doc = self._memory.prepared(first)
        self._memory.apply(change, doc, hash_of(doc))
        self._folds.write_first(progress)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        read_only: bool = False,
        mending: bool = False,
        by: str | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> "TaskFile":
        """Open a list with its journal's changes; read-only it writes nothing and needs no lock.

        `by` stands for the OS user as the author of changes. It raises NotWritable where it can only be read:
        one with wrong records too, unless they are to be mended.
        """
        path, by = opening.real(path), user() if by is None else by
        with contextlib.ExitStack() as undo:
            try:
                opening.refuse_unreadable(path)
                lock = None if read_only else opening.locked(path, by, clock)
                if lock:
                    undo.callback(lock.release)
                file = cls(path, opening.load(path, writing=not read_only, mending=mending), by, lock, clock)
                if lock:
                    file._storage.sweep()
            except OSError as error:
                raise FileProblem(fault_sentence(f"无法打开清单“{path.name}”", error)) from error
            undo.pop_all()
        return file

    def close(self, progress: Progress = silent) -> None:
        """Save, fold if needed, and let the next writer in.

        A FileProblem says why folding failed, Cancelled that it was called off: what was saved stays in the
        journal, what could not be saved is gone.
        """
        saves = self._saves
        with saves.disk:
            with self._memory.mutex:
                self.read_only = True  # Nothing more is taken.
            if saves.lock is None:
                return
            try:
                self.fold(progress)
            finally:
                self._folds.end()
                with contextlib.suppress(OSError):
                    self._folds.empty_journals(own=self._folds.holds_all)  # A fold before could not.
                    saves.journal.close()
                saves.lock.release()
                saves.lock = None

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

    def commit(self, change: Change) -> Change:
        """Take a change and save it; return it as it stands in the history, on the disk.

        It raises Refused as `take` does, FileProblem as `save` does. The list is then as it was.
        """
        with self._saves.disk, self._memory.mutex:
            taken = self.take(change)
            try:
                self.save()
            except FileProblem:
                self._memory.take_back(1)
                raise
            return taken

    def take(self, change: Change) -> Change:
        """Apply a change in memory, to be saved by `save`; return it as it stands in the history.

        It waits for no disk. It raises Refused where the list no longer holds what the change edits.
        """
        with self._memory.mutex:
            self._refuse_reading()
            return self._memory.take(change)

    def take_in(self, docs: Sequence[Doc], at: str, desk: str, progress: Progress = silent) -> TakenIn:
        """Take documents of changes of another desk in, all or none, and save those that are new as one line.

        Refused where one is here with other bytes, an earlier one is missing or it is called off before it
        writes, FileProblem as by `save`; the list is then as it was.
        """
        with self._saves.disk, self._memory.mutex:
            self._refuse_reading()
            self.save()
            coming = self._memory.coming(docs, Arrival(at, desk), progress)
            begin_to_write(progress)
            if coming.records:
                self._folds.save_together(coming.records)
                self._memory.take_in(coming)
            return coming.told

    def would_take_in(self, docs: Sequence[Doc], progress: Progress = silent) -> TakenIn:
        """Return what `take_in` would do with changes of another desk; nothing is taken in."""
        with self._memory.mutex:
            return self._memory.coming(docs, Arrival("", ""), progress).told

    def save(self) -> None:
        """Put what was taken on the disk, all or none; what a FileProblem keeps from it stays taken."""
        self._folds.save()

    def take_over(self, foreign: "Foreign") -> Change | None:
        """Save what another program wrote as one change; none where nothing of it is left to be saved."""
        with self._saves.disk, self._memory.mutex:
            self._refuse_reading()
            self._memory.replace_records(foreign.back)
            try:
                taken = self.commit(foreign.change) if foreign.change.edits else None
            except Refused:
                self._memory.replace_records(inverted(foreign.back))
                raise
            self._folds.have_parted()
            return taken

    def set_aside(self, foreign: "Foreign") -> Path:
        """Make the records what the history makes of them; return the copy that is kept of the file."""
        with self._saves.disk, self._memory.mutex:
            self._refuse_reading()
            kept = opening.keep_copy(self.path)
            self._memory.replace_records(foreign.back)
            self._folds.have_parted()
            return kept

    def drop_unsaved(self) -> None:
        """Take back what was taken and not saved (放弃)."""
        self._saves.drop()

    def _refuse_reading(self) -> None:
        if self.read_only:
            raise OpenedReadOnly(self.path)

    # ------------------------------------------------------------------ folding and copies

    @property
    def needs_fold(self) -> bool:
        """Whether there are changes that the file does not hold."""
        return not self.read_only and not self._folds.holds_all

    @property
    def fold_is_due(self) -> bool:
        """Whether the journal has grown so large that a fold should not wait for the clerk to rest."""
        return self.needs_fold and self._folds.is_due

    def fold(self, progress: Progress = silent) -> None:
        """Save, then put the journal's changes into the file; a FileProblem loses nothing, nor Cancelled."""
        self._folds.run(progress)

    def fold_steps(self) -> Iterator[None]:
        """Fold in steps of a few milliseconds, between which commits may come."""
        return self._folds.steps()

    def save_copy(self, path: str | Path, earlier: Earlier | None = None) -> None:
        """Write the whole list, as in memory or as it was, to a new file; unsaved changes included."""
        from store.file.copies import write_copy

        with self._memory.mutex:
            content = self._memory.content_of(earlier) if earlier else self._memory.content()
        write_copy(opening.real(path), content)

    def back_up(self, backups: "Backups | None" = None, *, at: datetime | None = None) -> Path | None:
        """Keep a dated copy where none was made within the hour, and thin the old ones; return the copy.

        It writes the whole list: call it from a thread, after opening and after a fold. The settings say
        where and how many; `at` stands for now.
        """
        from store.file.copies import write_backup

        return write_backup(self.path, backups, self._content_to_keep, at or self._clock.now())

    def _content_to_keep(self) -> Iterator[str] | None:
        """Return what a backup holds; none where something is not saved."""
        with self._memory.mutex:
            if self.read_only or self._memory.waiting:
                return None
            return self._memory.content()
