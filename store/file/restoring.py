"""Going back to a backup: one change makes a list say what the backup says, and its history goes on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from store.file.task_file import TaskFile
from store.history.prints import is_print
from store.history.restoration import Restored, beside_changes, restored, restoring_edits
from store.records.changes import Change, Edit
from store.records.leaving_out import what_goes
from store.records.tasklist import TaskList
from store.refused import Refused

Whose = Literal["own", "all"]
"""Whether the changes of this desk are taken back, or those of others too."""


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
    missing: int = 0
    """How many changes the backup does not have; no prints."""
    theirs: tuple[Change, ...] = field(default=())
    """Of these, those that came from other desks."""

    @classmethod
    def of(cls, file: TaskFile, source: str | Path) -> "Restoring":
        """Read a backup or copy of a list; Refused where it cannot be read or is of another list."""
        backup = TaskFile.open(source, read_only=True)
        if backup.file_id != file.file_id:
            raise Refused(f"“{backup.path.name}”不是这份清单的备份，没有恢复；要用它的内容，请直接打开它。")
        last = backup.history[-1].title if backup.history else ""
        title = f"恢复备份“{backup.path.stem}”"
        held = {doc["id"] for doc in backup.history.docs}
        missing = [change for change in file.history if change.id not in held and not is_print(change)]
        theirs = tuple(change for change in missing if change.id in file.history.arrived)
        return cls(title, backup.tasks, len(backup.history), last, len(missing), theirs)

    @property
    def others_in_words(self) -> str:
        """Say whose changes it would take back: 恢复会收回 12 次变更，其中 9 次是王芳（PC-05）的."""
        counts = Counter(f"{change.by}（{change.machine}）" for change in self.theirs)
        named = "、".join(f"{count} 次是{who}的" for who, count in counts.most_common())
        return f"恢复会收回 {self.missing} 次变更，其中 {named}" if named else ""

    def change(self, tasks: TaskList, whose: Whose = "all") -> Change:
        """Return the change that makes the list's records those of the backup.

        Where only one's own is taken back, what the changes of others wrote stays.
        """
        return Change(self.title, what_goes(tasks, self._edits(tasks, whose)).edits)

    def left_out(self, tasks: TaskList, whose: Whose = "all") -> tuple[str, ...]:
        """Say what stays as it is because nobody has decided it, a sentence each."""
        return what_goes(tasks, self._edits(tasks, whose)).in_words(tasks)

    def restored(self, tasks: TaskList, whose: Whose = "all") -> Restored:
        """Return what that change does, counted."""
        return restored(self.change(tasks, whose))

    def _edits(self, tasks: TaskList, whose: Whose) -> Iterable[Edit]:
        edits = restoring_edits(tasks, self.backup)
        return beside_changes(edits, self.theirs) if whose == "own" else edits
