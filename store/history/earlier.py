"""Earlier states: what a list said once, by the order in which its changes came to it.

What they promise, and the test that holds it (tests/store/history/test_history.py):
- An earlier state is by recording time; a day in force (effective_on) never moves a change:
  test_an_earlier_state_is_by_recording_time, test_a_day_in_force_moves_nothing.
- A time before the list began is refused and says when it began: test_there_is_nothing_before_the_beginning.
- What is looked at cannot be changed, and looking changes nothing: test_an_earlier_state_is_only_looked_at.
"""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple, Protocol

from store.records.changes import Change, History, hash_of, inverted
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.refused import Refused


class State(Protocol):
    """A list to be looked at, of now or of an earlier time: its records, and the changes that made them."""

    @property
    def tasks(self) -> TaskList:
        """The records."""

    @property
    def history(self) -> History:
        """The changes, oldest first."""

    def after(self, count: int) -> "Earlier":
        """Return the list as it was after its first `count` changes."""


class Earlier(NamedTuple):
    """A list as it was, held still: its records, and the changes up to then. It has no file of its own."""

    tasks: TaskList
    history: History

    @classmethod
    def of(cls, tasks: TaskList, history: History) -> "Earlier":
        """Return a list, on documents of its own, with the changes that made it what it is."""
        tasks.documents.history = lambda: history
        return cls(tasks, history)

    def after(self, count: int) -> "Earlier":
        """Return the list as it was after the first `count` changes that came to it.

        Where changes did not see one another it is evaluated from those, else the later ones are taken back.
        """
        tasks, now = self.tasks.copy(), self.history
        count = min(count, len(now))
        if now.is_straight:
            for number in range(len(now) - 1, count - 1, -1):
                _take_back(tasks, now[number])
            heads = (hash_of(now.docs[count - 1]),) if count else ()
            return Earlier.of(tasks, History(now.docs[:count], heads, now.arrived))
        return self.without(range(count, len(now)))

    def without(self, numbers: Collection[int]) -> "Earlier":
        """Return the list as it is made by all but some changes, which none of the others has seen."""
        from store.history.coming import outcome, put
        from store.history.gathering import touched_by
        from store.history.lineage import Lineage

        tasks, now = self.tasks.copy(), self.history
        docs = [doc for number, doc in enumerate(now.docs) if number not in numbers]
        lineage = Lineage(docs)
        then = History(docs, lineage.heads, now.arrived)
        later = touched_by(now, numbers)
        put(outcome(then, lineage, tasks.documents, later), tasks.documents, then, lineage)
        return Earlier.of(tasks, then)

    def as_of(self, time: datetime) -> "Earlier":
        """Return the list as it was at a time, by when changes were recorded.

        Refused for a time before the first.
        """
        return self.after(count_at(self.history, time))


def _take_back(tasks: TaskList, change: Change) -> None:
    """Take a change out of a list; Refused where it changes a record that is not there."""
    try:
        tasks.apply(inverted(change.edits))
    except KeyError as error:
        raise Refused(
            f"变更“{change.title}”与清单对不上，看不到更早的样子；请用命令 yaodian verify 核对历史。"
        ) from error


def count_at(history: History, time: datetime) -> int:
    """Count the changes up to the last that was recorded, or came, at or before a time.

    A time without a zone is local.
    """
    wanted = time.astimezone()
    for number in range(len(history.docs), 0, -1):
        if recorded(came_at(history, history.docs[number - 1])) <= wanted:
            return number
    if not history.docs:
        raise Refused("清单还没有变更，没有更早的样子。")
    began = recorded(came_at(history, history.docs[0]))
    raise Refused(f"清单从 {began:%Y-%m-%d %H:%M} 开始有记录，没有更早的样子，请写之后的时间。")


def came_at(history: History, doc: Doc) -> str:
    """Return when a change was recorded; that of another desk, when it came here."""
    arrival = history.arrived.get(doc["id"])
    return arrival.at if arrival else str(doc["at"])


def recorded(at: str) -> datetime:
    """Return when a change was recorded, in local time; the beginning of time where it does not say."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):
        return datetime(1970, 1, 2).astimezone()
