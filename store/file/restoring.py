"""Going back to a backup: the one change that makes a list say what the backup says, its history kept and grown."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.file.task_file import TaskFile
from store.records.changes import Change, Edit
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class Difference:
    """What a restore does to a list, counted."""

    changed: int = 0
    """Rows."""
    added: int = 0
    gone: int = 0
    others: int = 0
    """Records of other kinds: items, units, people, the notice, and so on."""

    def __str__(self) -> str:
        """In words."""
        counts = (
            (self.changed, "{} 行改回"),
            (self.added, "{} 行恢复"),
            (self.gone, "{} 行去掉"),
            (self.others, "事项、名册等另有 {} 处"),
        )
        return "、".join(words.format(count) for count, words in counts if count) or "与现在相同"


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
        """A backup or copy of a list, read whole; Refused where it cannot be read or is of another list."""
        backup = TaskFile.open(source, read_only=True)
        if backup.file_id != file.file_id:
            raise Refused(f"“{backup.path.name}”不是这份清单的备份,没有恢复;要用它的内容,请直接打开它。")
        last = backup.history[-1].title if backup.history else ""
        return cls(f"恢复备份“{backup.path.stem}”", backup.tasks, len(backup.history), last)

    def change(self, tasks: TaskList) -> Change:
        """The change that makes the list's records those of the backup; without edits where they are."""
        return Change(self.title, tuple(restoring_edits(tasks, self.backup)))

    def difference(self, tasks: TaskList) -> Difference:
        """What that change does, counted."""
        return difference(self.change(tasks))


def restoring_edits(tasks: TaskList, backup: TaskList) -> Iterator[Edit]:
    """The edits that make a list's records those of a backup."""
    for table in {**tasks.documents, **backup.documents}:
        now, then = tasks.documents.get(table, {}), backup.documents.get(table, {})
        for key in {**now, **then}:
            yield from _record_edits(table, key, now.get(key), then.get(key))


def _record_edits(table: str, key: str, before: Doc | None, after: Doc | None) -> Iterator[Edit]:
    """Field by field; a record that is on one side alone, or that another program gave other fields, is replaced."""
    if before is not None and after is not None and before.keys() == after.keys():
        yield from (
            Edit(table, key, field, before[field], after[field])
            for field in before
            if before[field] != after[field]
        )
        return
    if before is not None:
        yield Edit(table, key, "", before, None)
    if after is not None:
        yield Edit(table, key, "", None, after)


def difference(change: Change) -> Difference:
    """What a restoring change does, counted."""
    ends: dict[tuple[str, str], tuple[bool, bool]] = {}
    for edit in change.edits:
        there = bool(edit.field) or edit.before is not None
        was, _ = ends.get((edit.table, edit.key), (there, there))
        ends[edit.table, edit.key] = (was, bool(edit.field) or edit.after is not None)
    rows = [end for (table, _), end in ends.items() if table == "tasks"]
    return Difference(
        rows.count((True, True)), rows.count((False, True)), rows.count((True, False)), len(ends) - len(rows)
    )
