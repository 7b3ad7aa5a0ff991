"""The queue of saves: what was taken goes to the journal in order, while the list is ours to write.

What it promises, and the test that holds it (tests/store/file):
- Changes that are saved together come back together, in order:
  test_journal.test_records_appended_together_are_all_there_or_none.
- `save` that fails keeps what was taken, and a retry saves it:
  test_saving.test_what_the_disk_refuses_stays_taken_and_a_retry_saves_it.
- What another program changed is not overwritten:
  test_folding.test_a_file_that_another_program_changed_is_never_overwritten.
- A stick that is pulled and put back takes what was not saved, unless another wrote on it meanwhile:
  test_pulled_stick.
"""

import contextlib
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from store.file import journal
from store.file.lock import Held, WriterLock
from store.file.memory import Memory
from store.file.problems import FileLocked, FileProblem
from store.file.watch import Watch
from store.machine.clock import Clock
from store.refused import fault_sentence


class Saves:
    """The way from memory to the journal of one list."""

    def __init__(
        self,
        path: Path,
        memory: Memory,
        lock: WriterLock | None,
        watch: Watch,
        clock: Clock,
    ) -> None:
        """Hold the list's lock, none where it is only read, and the watch over its file."""
        self.lock = lock
        self.watch = watch
        self.journal = journal.Journal(path)
        self.disk = threading.RLock()
        """Held by whoever writes; taken before the memory's mutex."""
        self.saved_at: datetime | None = None
        """When the last change was saved; none where none was."""
        self.path = path
        self._memory = memory
        self._clock = clock

    def save(self) -> None:
        """Put what was taken on the disk, in order, all or none.

        FileProblem where it does not take it, and it stays taken.
        """
        memory = self._memory
        with self.disk:
            waiting = memory.waiting[:]
            if not waiting:
                return
            self.append(waiting)
            with memory.mutex:
                del memory.waiting[: len(waiting)]

    def append(self, records: Sequence[journal.JournalRecord]) -> None:
        """Put records on the disk, all or none; FileProblem where it does not take them."""
        with self.disk:
            try:
                self.refuse_not_ours(records[0].before)
                self.journal.append(*records)
            except OSError as error:
                raise FileProblem(fault_sentence("这次修改没有保存", error)) from error
            self.saved_at = self._clock.now().astimezone()

    def drop(self) -> None:
        """Take back what was taken and not saved."""
        memory = self._memory
        with self.disk:
            with memory.mutex:
                memory.take_back(len(memory.waiting))
            with contextlib.suppress(OSError):
                self.journal.cut()

    def refuse_not_ours(self, head: str) -> None:
        """Raise FileProblem where the list is not what was saved last (by its hash), or another's to write.

        A stick that was pulled and put back has other files under the same names: they are looked at anew.
        """
        self.watch.refuse_changed()
        try:
            if self.lock is not None and self.lock.hold():
                self.watch.refuse_changed()
            self.journal.find_again(head)
        except Held as held:
            raise FileLocked(self.path, held.holder) from held
        except journal.Foreign as error:
            name = self.journal.path.name
            raise FileProblem(
                f"日志“{name}”已被别的程序改动或替换，没有覆盖它，请把现在的内容另存副本，再重新打开核对。"
            ) from error
