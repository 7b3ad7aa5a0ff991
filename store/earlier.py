"""What a list said at an earlier time: the list of now with the later changes taken back."""

from collections.abc import Sequence
from datetime import datetime

from store.changes import Change
from store.tasklist import TaskList


def as_of(tasks: TaskList, history: Sequence[Change], time: datetime) -> TaskList:
    """The list after the last change that was recorded at or before a time; a time without a zone is local."""
    earlier = TaskList(tasks.documents, tasks.notice.key)
    for index in range(len(history) - 1, -1, -1):
        change = history[index]
        if _recorded(change) <= time.astimezone():
            break
        earlier.apply(edit.inverted() for edit in reversed(change.edits))
    return earlier


def _recorded(change: Change) -> datetime:
    """When a change was recorded; the beginning of time where it does not say."""
    try:
        return datetime.fromisoformat(change.at).astimezone()
    except (ValueError, OverflowError):
        return datetime(1970, 1, 2).astimezone()
