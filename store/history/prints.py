"""Prints: the record that each leaves, and what the list said when the last one was made.

A record is a change like any other; undo and redo pass over it, as what is on paper cannot be taken back.
"""

from collections.abc import Sequence

from store.records.changes import Change, History, created
from store.records.kept import Print
from store.records.keys import new_key
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused


def print_change(
    history: History, title: str, sheet: str, subjects: Sequence[str], format_name: str, at: str
) -> Change:
    """Return the change that records a print, at a moment, of the list as its history has it."""
    shown = str(history.docs[-1]["id"]) if history.docs else ""
    record = Print(new_key(), sheet=sheet, subjects=tuple(subjects), format=format_name, at=at, change=shown)
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
    counts = {doc["id"]: number for number, doc in enumerate(history.docs, 1)}
    printed = [record for record in tasks.all_of(Print) if record.sheet == sheet]
    later = [record.at for record in printed if counts.get(record.change, 0) > count]
    return max(later, default="")


WHOLE = ("list", "changes")
"""The kinds of sheets that put the whole list on paper: a 调整对照表 goes on from the last of them."""


def count_at_last_print(tasks: TaskList, history: History) -> int:
    """Count the changes that the last print of the whole list showed; Refused where there was none."""
    counts = {doc["id"]: count for count, doc in enumerate(history.docs, 1)}
    printed = [record for record in tasks.all_of(Print) if record.sheet in WHOLE]
    found = [counts[record.change] for record in printed if record.change in counts]
    if not found:
        raise Refused("任务清单和对照表都还没有打印过，请写明从什么时候起，如 --since 2026-11-01。")
    return max(found)
