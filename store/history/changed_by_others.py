"""Rows that this desk edited and that another one edited too, since what it did came in here."""

from collections.abc import Mapping
from typing import NamedTuple

from store.records.changes import Change, History
from store.records.task import Task
from store.records.tasklist import TaskList


class RowOfMine(NamedTuple):
    """A row that was edited here, and the last change of another desk that edited it after that."""

    row: str
    change: Change

    @property
    def name(self) -> str:
        """What is kept of it once it was looked at: another change of the row makes it new."""
        return f"{self.row}.{self.change.id}"


def rows_changed_by_others(tasks: TaskList, history: History) -> list[RowOfMine]:
    """Return them in the list's order; one that was edited here since is known and left out.

    The change that made the list is nobody's edit. None where nothing ever came from another desk.
    """
    if not history.arrived:
        return []
    found: list[RowOfMine] = []
    theirs = _places_of_theirs(history)
    for row in tasks.task_keys:
        if row in theirs:
            found.append(RowOfMine(row, history[theirs[row]]))
    return found


def _places_of_theirs(history: History) -> Mapping[str, int]:
    """Return by row the place of the last change that came and edited it after this desk had."""
    own: set[str] = set()
    theirs: dict[str, int] = {}
    for place in range(1, len(history)):
        doc = history.docs[place]
        has_come = doc["id"] in history.arrived
        for edit in doc["edits"]:
            if edit["table"] != Task.TABLE:
                continue
            row = edit["key"]
            if not has_come:
                own.add(row)
                theirs.pop(row, None)
            elif row in own:
                theirs[row] = place
    return theirs
