"""Earlier states: what a list said once, which is the list of now with the later changes taken back.

What they promise, and the test that holds it (tests/store/history/test_history.py):
- An earlier state is by recording time; a day in force (effective_on) never moves a change:
  test_an_earlier_state_is_by_recording_time, test_a_day_in_force_moves_nothing.
- A time before the list began is refused and says when it began: test_there_is_nothing_before_the_beginning.
- What is looked at cannot be changed, and looking changes nothing: test_an_earlier_state_is_only_looked_at.
"""

from datetime import datetime
from typing import NamedTuple, Protocol

from store.records.changes import History
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

    def after(self, count: int) -> "Earlier":
        """Return the list as it was after its first `count` changes."""
        earlier = self.tasks.copy()
        for number in range(len(self.history) - 1, count - 1, -1):
            edits = self.history[number].edits
            earlier.apply(edit.inverted() for edit in reversed(edits))
        return Earlier(earlier, History(self.history.docs[:count]))

    def as_of(self, time: datetime) -> "Earlier":
        """Return the list as it was at a time, by when changes were recorded.

        Refused for a time before the first.
        """
        return self.after(count_at(self.history, time))


def count_at(history: History, time: datetime) -> int:
    """Count the changes up to the last that was recorded at or before a time.

    A time without a zone is local.
    """
    wanted = time.astimezone()
    for number in range(len(history.docs), 0, -1):
        if recorded(history.docs[number - 1]["at"]) <= wanted:
            return number
    if not history.docs:
        raise Refused("清单还没有变更，没有更早的样子。")
    began = recorded(history.docs[0]["at"])
    raise Refused(f"清单从 {began:%Y-%m-%d %H:%M} 开始有记录，没有更早的样子，请写之后的时间。")


def recorded(at: str) -> datetime:
    """Return when a change was recorded, in local time; the beginning of time where it does not say."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):
        return datetime(1970, 1, 2).astimezone()
