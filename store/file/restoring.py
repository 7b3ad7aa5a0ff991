"""Going back to a backup: one change makes a list say what the backup says, and its history goes on."""

from dataclasses import dataclass
from pathlib import Path

from store.file.task_file import TaskFile
from store.history.restoration import Restored, restored, restoring_edits
from store.records.changes import Change
from store.records.leaving_out import without_undecided
from store.records.tasklist import TaskList
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class Restoring:
    """A backup that was read to be restored."""

    title: str
    """Of the change that restores it."""
    backup: TaskList
    changes: int
    """How many changes its history holds."""
    last_change: str
    """Title of the last one."""

    @classmethod
    def of(cls, file: TaskFile, source: str | Path) -> "Restoring":
        """Read a backup or copy of a list; Refused where it cannot be read or is of another list."""
        backup = TaskFile.open(source, read_only=True)
        if backup.file_id != file.file_id:
            raise Refused(f"“{backup.path.name}”不是这份清单的备份，没有恢复；要用它的内容，请直接打开它。")
        last = backup.history[-1].title if backup.history else ""
        return cls(f"恢复备份“{backup.path.stem}”", backup.tasks, len(backup.history), last)

    def change(self, tasks: TaskList) -> Change:
        """Return the change that makes the list's records those of the backup."""
        edits = restoring_edits(tasks, self.backup)
        return Change(self.title, without_undecided(tasks, edits).edits)

    def left_out(self, tasks: TaskList) -> tuple[str, ...]:
        """Say what stays as it is because nobody has decided it, a sentence each."""
        return without_undecided(tasks, restoring_edits(tasks, self.backup)).in_words(tasks)

    def restored(self, tasks: TaskList) -> Restored:
        """Return what that change does, counted."""
        return restored(self.change(tasks))
