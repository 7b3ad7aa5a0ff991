"""Prints: the record that each leaves, and what the list said when the last one was made.

A record is a change like any other; undo and redo pass over it, as what is on paper cannot be taken back.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records.changes import Change, History, created
from store.records.kept import Print
from store.records.keys import new_key
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused

if TYPE_CHECKING:
    from store.history.lineage import Lineage


def print_change(
    history: History,
    title: str,
    sheet: str,
    subjects: Sequence[str],
    format_name: str,
    at: str,
    base: str = "",
) -> Change:
    """Return the change that records a print, at a moment, of the list as its history has it.

    `base` says on what statistics stand.
    """
    shown = str(history.docs[-1]["id"]) if history.docs else ""
    record = Print(
        new_key(),
        sheet=sheet,
        subjects=tuple(subjects),
        format=format_name,
        at=at,
        change=shown,
        heads=history.heads,
        base=base,
    )
    return Change(f"打印：{title}", (created(record),))


def is_print(change: Change) -> bool:
    """Tell whether a change does no more than record a print."""
    return bool(change.edits) and all(edit.table == Print.TABLE for edit in change.edits)


def changes_of_list(history: History) -> int:
    """Count the changes that are no prints: by this number two states of one day are told apart."""
    return sum(not _records_a_print(doc) for doc in history.docs)


def _records_a_print(doc: Doc) -> bool:
    """Tell of a change's document what `is_print` tells of a change: nothing is made of 100,000 of them."""
    edits = doc["edits"]
    return bool(edits) and all(edit["table"] == Print.TABLE for edit in edits)


def newer_print(tasks: TaskList, history: History, count: int, sheet: str) -> str:
    """Return when a kind of sheet was last printed of a state later than that after `count` changes.

    Empty where none was.
    """
    shown = _Shown(history)
    printed = [record for record in tasks.all_of(Print) if record.sheet == sheet]
    later = [record.at for record in printed if (shown.count(record) or 0) > count]
    return max(later, default="")


WHOLE = ("list", "changes")
"""The kinds of sheets that put the whole list on paper: a 调整对照表 goes on from the last of them."""


def count_at_last_print(tasks: TaskList, history: History) -> int:
    """Count the changes that the last print of the whole list showed; Refused where there was none.

    Where another desk printed it, those are counted that came here before any which that print lacks.
    """
    shown = _Shown(history)
    counts = [shown.count(record) for record in tasks.all_of(Print) if record.sheet in WHOLE]
    found = [count for count in counts if count is not None]
    if not found:
        raise Refused("任务清单和对照表都还没有打印过，请写明从什么时候起，如 --since 2026-11-01。")
    return max(found)


def places_since_last_print(tasks: TaskList, history: History) -> Sequence[int]:
    """Return the places of the changes that the last print of the whole list does not show.

    None where it was never printed.
    """
    shown = _Shown(history)
    lacking: list[Sequence[int]] = []
    for record in tasks.all_of(Print):
        found = shown.lacking(record) if record.sheet in WHOLE else None
        if found is not None:
            lacking.append(found)
    return min(lacking, key=len, default=())


def lacking_in(history: History, record: Print) -> Sequence[int] | None:
    """Return the places of the changes that a print does not show; none where nobody can tell."""
    return _Shown(history).lacking(record)


def _lineage_of(history: History) -> "Lineage":
    from store.history.lineage import Lineage

    return Lineage(history.docs)


class _Shown:
    """What the prints of a list show of its history."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._counts = {doc["id"]: count for count, doc in enumerate(history.docs, 1)}
        self._lineage = None if history.is_straight else _lineage_of(history)

    def lacking(self, record: Print) -> Sequence[int] | None:
        """Return the places of the changes that a print does not show; none where nobody can tell."""
        if self._lineage and record.heads:
            return self._lineage.outside(record.heads)
        count = self._counts.get(record.change)
        return None if count is None else range(count, len(self._history))

    def count(self, record: Print) -> int | None:
        """Count the changes that came before any which a print does not show."""
        lacking = self.lacking(record)
        if lacking is None:
            return None
        return lacking[0] if lacking else len(self._history)
