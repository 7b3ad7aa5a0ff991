"""What an open list holds: its records, its changes, its earlier states. Nothing here waits for a disk."""

from datetime import datetime

from store.file.memory import Memory
from store.file.saving import Saves
from store.history.earlier import Earlier
from store.records.changes import History
from store.records.tasklist import TaskList
from store.records.undecided import Undecided


class HeldList:
    """An open list, to be looked at."""

    held_because = ""
    """Why it cannot be changed here, where it was to be: who holds it, what is wrong with it."""

    def __init__(self, memory: Memory, saves: Saves) -> None:
        """Look at what is held in memory, and at what was saved of it."""
        self._memory = memory
        self._saves = saves

    @property
    def file_id(self) -> str:
        """What all copies of one list have in common."""
        return self._memory.file_id

    @property
    def tasks(self) -> TaskList:
        """The records."""
        return self._memory.tasks

    def choose(self, notice: str) -> None:
        """Look at the list of a notice of this file from now on."""
        self._memory.tasks = self.tasks.of(notice)

    @property
    def history(self) -> History:
        """All changes, oldest first, folded or not."""
        return self._memory.history

    @property
    def head(self) -> str:
        """The hash of the last change, as the file and its journals have it."""
        return self._memory.head

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was saved here, else when it was recorded; none where it does not say."""
        try:
            return self._saves.saved_at or datetime.fromisoformat(self.history.docs[-1]["at"])
        except (IndexError, ValueError):
            return None

    @property
    def unsaved(self) -> int:
        """How many changes were taken and are not on the disk."""
        return len(self._memory.waiting)

    def as_of(self, time: datetime) -> Earlier:
        """Return the list as it was at a time, as `Earlier.as_of` does."""
        return self._memory.snapshot().as_of(time)

    def after(self, count: int) -> Earlier:
        """Return the list as it was after its first `count` changes."""
        return self._memory.snapshot().after(count)

    def breaks(self) -> list[str]:
        """Say where the history is not whole, a sentence each."""
        from store.history.chain import breaks

        return list(map(str, breaks(self.history, self._memory.head, self.tasks)))

    @property
    def is_altered(self) -> bool:
        """Whether another program wrote records, and nobody has taken that over or set it aside."""
        return self._memory.is_altered

    @property
    def undecided(self) -> Undecided:
        """The conflicts that nobody has decided."""
        return self.tasks.documents.undecided

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the change that was taken last left out because nobody has decided it, a sentence each."""
        return self._memory.left_out
