"""What a list said earlier: the list of now with the later changes taken back.

What it promises, and the test that holds it (tests/store/history/test_history.py):
- An earlier state is by recording time; a day in force (effective_on) never moves a change: test_an_earlier_state_is_by_recording_time,
  test_a_day_in_force_moves_nothing.
- A time before the list began is refused and says when it began: test_there_is_nothing_before_the_beginning.
- What is looked at cannot be changed, and looking changes nothing: test_an_earlier_state_is_only_looked_at.
"""

from datetime import datetime

from store.records.changes import History
from store.records.tasklist import TaskList
from store.refused import Refused


def count_at(history: History, time: datetime) -> int:
    """How many changes come up to the last that was recorded at or before a time; a time without a zone is local."""
    wanted = time.astimezone()
    for place in range(len(history.docs) - 1, -1, -1):
        if recorded(history.docs[place]["at"]) <= wanted:
            return place + 1
    if not history.docs:
        raise Refused("清单还没有变更,没有更早的样子。")
    raise Refused(
        f"清单从 {recorded(history.docs[0]['at']):%Y-%m-%d %H:%M} 开始有记录,没有更早的样子,请写之后的时间。"
    )


def list_after(tasks: TaskList, history: History, count: int) -> TaskList:
    """The list after its first `count` changes; `tasks` is the list after all of them, and stays as it is."""
    earlier = TaskList(tasks.documents, tasks.notice.key)
    for place in range(len(history) - 1, count - 1, -1):
        earlier.apply(edit.inverted() for edit in reversed(history[place].edits))
    return earlier


def recorded(at: str) -> datetime:
    """When a change was recorded, in local time; the beginning of time where it does not say."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):
        return datetime(1970, 1, 2).astimezone()
