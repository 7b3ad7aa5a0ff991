"""Restoration: the edits that give a list the records of another state of it, and how many they touch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.records.changes import Change, Edit
from store.records.describing import told
from store.records.differences import edits_between, in_two
from store.records.kept import Print
from store.records.task import Task
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class Restored:
    """How many rows and other records a restore touches."""

    changed: int = 0
    """Rows."""
    added: int = 0
    gone: int = 0
    others: int = 0
    """Records of other kinds: items, units, people, the notice, and so on."""

    def __str__(self) -> str:
        """Say it in words: 2 行改回、1 行恢复."""
        counts = (
            (self.changed, "{} 行改回"),
            (self.added, "{} 行恢复"),
            (self.gone, "{} 行去掉"),
            (self.others, "事项、名册等另有 {} 处"),
        )
        said = [words.format(count) for count, words in counts if count]
        return "、".join(said) or "与现在相同"


def restoring_edits(tasks: TaskList, backup: TaskList) -> Iterator[Edit]:
    """Return the edits that make a list's records those of a backup; what was printed stays printed."""
    tables, wanted = tasks.documents.tables, backup.documents.tables
    for table in {**tables, **wanted}:
        if table == Print.TABLE:
            continue
        now, then = tables.get(table, {}), wanted.get(table, {})
        for key in {**now, **then}:
            yield from in_two(edits_between(table, key, now.get(key), then.get(key)))


def beside_changes(edits: Iterable[Edit], changes: Iterable[Change]) -> Iterator[Edit]:
    """Yield those of some edits that leave what some changes wrote as it is."""
    written = [edit for change in changes for edit in change.edits]
    fields = {(edit.table, edit.key, edit.field) for edit in written}
    records = {(edit.table, edit.key) for edit in written}
    for edit in edits:
        record = edit.table, edit.key
        came_or_went = (*record, "") in fields
        touched = (*record, edit.field) in fields if edit.field else record in records
        if not touched and not came_or_went:
            yield edit


def restored(change: Change) -> Restored:
    """Count what a restoring change does."""
    ends: dict[tuple[str, str], tuple[bool, bool]] = {}
    for edit in told(change.edits):
        record = edit.table, edit.key
        was_there = bool(edit.field) or edit.before is not None
        is_there = bool(edit.field) or edit.after is not None
        first, _ = ends.get(record, (was_there, was_there))
        ends[record] = first, is_there
    rows = [end for (table, _), end in ends.items() if table == Task.TABLE]
    changed, added, gone = rows.count((True, True)), rows.count((False, True)), rows.count((True, False))
    return Restored(changed, added, gone, others=len(ends) - len(rows))
