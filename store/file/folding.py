"""Folding: the whole list, the journal's changes included, takes the place of the TinyDB file in one step.

What it promises, and the test that holds it (tests/store/file):
- A fold holds nothing that is not saved: test_saving_and_folding.test_a_fold_saves_first_or_does_nothing.
- No slice of a fold holds the interpreter over 5 ms:
  test_saving_and_folding.test_a_fold_gives_way_within_five_milliseconds.
- A fold loses nothing where the disk fails: test_folding.test_a_fold_that_the_disk_refuses_loses_nothing.
"""

import contextlib
from collections.abc import Generator, Sequence

from store.file.journal import JournalRecord
from store.file.journals import Left, take_away
from store.file.memory import Memory
from store.file.problems import FileProblem
from store.file.saving import Saves
from store.file.storage import AtomicStorage, discard, exhausted
from store.progress import Progress, silent
from store.refused import fault_sentence

FOLD_AT_BYTES = 1 << 20
"""So much journal that the file does not hold, some 1,500 changes, makes a fold due: opening stays quick."""


class Folds:
    """The folds of one open list, one after another."""

    def __init__(
        self,
        memory: Memory,
        saves: Saves,
        storage: AtomicStorage,
        folded: int,
        left: Sequence[Left],
        *,
        is_older: bool,
    ) -> None:
        """Begin with a file that holds the first `folded` changes, in an older format or in today's.

        Beside it stand the journals that writers before left.
        """
        self._memory = memory
        self._saves = saves
        self._storage = storage
        self._folded = folded
        self._left = [one.path for one in left]
        self._left_bytes = sum(one.contents.size for one in left)
        self._is_outdated = is_older
        self._folded_bytes = 0
        """Of this writer's journal, those whose records the file holds."""
        self._begun = 0
        """How many folds were begun: one that finds another begun since gives way to it."""

    @property
    def holds_all(self) -> bool:
        """Whether the file holds every change that was taken."""
        return len(self._memory.history) == self._folded and not self._is_outdated

    @property
    def is_due(self) -> bool:
        """Whether the journal has grown so large that a fold should not wait for the clerk to rest."""
        size = self._left_bytes + self._saves.journal.size - self._folded_bytes
        return not self.holds_all and size > FOLD_AT_BYTES

    def save(self) -> None:
        """Save what was taken, as `Saves.save` does.

        A file of an older format is first written in today's: a program that knows that format alone then
        refuses the list, and never reads it without the journal's records.
        """
        with self._saves.disk:
            if self._memory.waiting:
                self._be_of_today()
            self._saves.save()

    def save_together(self, records: Sequence[JournalRecord]) -> None:
        """Put records that nothing waits before on the disk, all or none."""
        with self._saves.disk:
            self._be_of_today()
            self._saves.append(records)

    def _be_of_today(self) -> None:
        if self._is_outdated:
            try:
                self._migrate()
            except OSError as error:
                raise FileProblem(fault_sentence("这次修改没有保存", error)) from error

    def _migrate(self) -> None:
        """Write the file in today's format, without what waits to be saved."""
        memory, saves = self._memory, self._saves
        with memory.mutex:
            saved = len(memory.history) - len(memory.waiting)
            head = memory.waiting[0].before if memory.waiting else memory.head
            content = memory.content_of(memory.snapshot().after(saved))
        saves.refuse_not_ours(head)
        staged = exhausted(self._storage.stage(content))
        saves.watch.refuse_changed()
        saves.watch.replace(staged, self._storage.publish)
        self._has_folded(saved, saves.journal.size, empty=True)

    def _has_folded(self, count: int, size: int, *, empty: bool) -> None:
        """Note how much the file holds, and empty the journal where it holds all."""
        self._is_outdated = False
        self._folded, self._folded_bytes, self._left_bytes = count, size, 0
        self.empty_journals(own=empty)

    def run(self, progress: Progress = silent) -> None:
        """Fold to the end; called off, it leaves all as it was."""
        _carry_out(self.steps(), progress)

    def write_first(self, progress: Progress) -> None:
        """Write the file of a new list; OSError where the disk fails."""
        _carry_out(self._raw_steps(), progress)

    def steps(self) -> Generator[None, None, None]:
        """Fold in steps of a few milliseconds; commits may come between them.

        Abandoned, it leaves all as it was.

        The last steps wait for the disk without holding the interpreter: a screen takes the steps in a
        thread.
        """
        try:
            yield from self._raw_steps()
        except OSError as error:
            name = self._saves.journal.path.name
            problem = fault_sentence(f"变更都在日志“{name}”里，只是还没有并入清单文件", error)
            raise FileProblem(problem) from error

    def _raw_steps(self) -> Generator[None, None, None]:
        """Fold in steps; OSError where the disk fails."""
        memory, saves = self._memory, self._saves
        with saves.disk:
            self.save()
            with memory.mutex:
                if saves.lock is None or memory.waiting or self.holds_all:
                    return  # What was taken meanwhile asks for a fold of its own.
                self._begun += 1
                fold, count = self._begun, len(memory.history)
                head, size = memory.head, saves.journal.size
                content = memory.content()
            saves.refuse_not_ours(head)
        yield  # Of a large list the snapshot is a slice by itself.
        staged = yield from self._storage.stage(content)
        with saves.disk:
            try:
                if fold != self._begun:
                    return
                saves.watch.refuse_changed()
                saves.watch.replace(staged, self._storage.publish)
            finally:
                discard(staged)
            self._has_folded(count, size, empty=head == memory.head)

    def empty_journals(self, *, own: bool) -> None:
        """Take from the journals what the file holds, where nobody is about to put another in its place.

        This writer's own is emptied where the file holds all of it.
        """
        with contextlib.suppress(OSError, FileProblem):  # Records that the file holds are skipped.
            if not (self._left or self._saves.journal.size) or not self._saves.watch.is_alone():
                return
            if own:
                self._saves.journal.clear()
                self._folded_bytes = 0
            self._take_away_left()

    def _take_away_left(self) -> None:
        """Remove the journals of writers before that hold nothing which the file lacks."""
        if not self._left:
            return
        held = {doc["id"] for doc in self._memory.history.docs[: self._folded]}
        path = self._saves.path
        self._left = [one for one in self._left if not take_away(path, one, held)]

    def have_parted(self) -> None:
        """Note that no record is another program's any more: the next fold writes so, whatever it holds."""
        self._memory.is_altered = False
        self._is_outdated = True

    def end(self) -> None:
        """Let a fold that is under way in another thread leave the file as it is."""
        self._begun += 1


def _carry_out(steps: Generator[None, None, None], progress: Progress) -> None:
    """Take all steps of a fold; what it staged goes with it where it is called off."""
    with contextlib.closing(steps):
        for _ in steps:
            progress(0, 0)
