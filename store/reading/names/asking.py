"""Questions that hold for all rows alike, asked once: which side 指导部门 is on, and the like."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.reading.result import TaskFound
from store.records.values import Doubt


def asked_once(tasks: Iterable[TaskFound]) -> Iterator[TaskFound]:
    """Give the tasks, a question that holds for others too in the first of its rows alone."""
    asked: set[str] = set()
    for task in tasks:
        kept = [doubt for doubt in task.doubts if _for_all(doubt) not in asked]
        asked.update(filter(None, map(_for_all, task.doubts)))
        yield replace(task, doubts=tuple(kept))


def _for_all(doubt: Doubt) -> str:
    """Return what tells a question that holds for all rows from others; empty for one of its row alone."""
    match doubt.code:
        case "bare_bracket":
            return doubt.code
        case "side_unknown":
            return doubt.reason
    return ""
