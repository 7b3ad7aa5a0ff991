"""What came from other desks, as batches: what one person made, and came together, and can be taken back.

Each change of a batch is taken back by an undo of its own, the latest first: what others wrote over it since
stays, and is named.
"""

from collections.abc import Callable
from typing import NamedTuple

from store.history.prints import is_print
from store.history.undoing import standing, undo_older_change
from store.progress import Progress, silent
from store.records.changes import Change, History
from store.records.tasklist import TaskList
from store.refused import Refused


class Batch(NamedTuple):
    """The changes of one person that came to a list at one time and that nothing took back."""

    at: str
    """When they came (ISO with zone)."""
    by: str
    machine: str
    changes: tuple[str, ...]
    """Their ids, the latest first."""


class TakenBack(NamedTuple):
    """What became of a batch."""

    changes: int
    """How many were taken back."""
    left: tuple[Refused, ...]
    """Why the others were not."""


def batches(history: History) -> list[Batch]:
    """Return what came from other desks and can be taken back, the last that came first."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for change in standing(history):
        arrival = history.arrived.get(change.id)
        if arrival and not (is_print(change) or change.undoes or change.redoes):
            found.setdefault((arrival.at, change.by, change.machine), []).append(change.id)
    made = [Batch(*named, tuple(changes)) for named, changes in found.items()]
    return sorted(made, reverse=True)


def take_batch_back(
    tasks: TaskList,
    history: Callable[[], History],
    batch: Batch,
    take: Callable[[Change], object],
    progress: Progress = silent,
) -> TakenBack:
    """Take each change of a batch back; `take` carries out an undo, after which `history` holds it."""
    done, left = 0, []
    for number, change_id in enumerate(batch.changes):
        progress(number, len(batch.changes))
        try:
            take(undo_older_change(tasks, history(), change_id))
        except Refused as refusal:
            left.append(refusal)
        else:
            done += 1
    return TakenBack(done, tuple(left))
