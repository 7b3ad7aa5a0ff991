"""Reminders that went out: those of a list, and which of them wait for an answer on a day."""

from store.records.derived import derived
from store.records.documents import on, on_which
from store.records.follow_up import FollowUp
from store.records.notice import Notice
from store.records.task import Item, Task
from store.records.tasklist import TaskList


@derived(on(FollowUp), on(Task, "item"), on(Item, "notice"), on_which(Notice))
def follow_ups_of(tasks: TaskList) -> tuple[FollowUp, ...]:
    """Return the reminders of the list, by the day on which they went out and their numbers; those of one
    number by their keys, so that all desks have them in one order.

    A reminder belongs to the list of its first row that there is; one without rows to all lists of the file.
    """
    found = [one for one in tasks.all_of(FollowUp) if _is_of_list(tasks, one)]
    return tuple(sorted(found, key=_order))


def _order(one: FollowUp) -> tuple[str, int, str, str]:
    return one.sent_on or "", len(one.number), one.number, one.key


def _is_of_list(tasks: TaskList, follow_up: FollowUp) -> bool:
    for row in follow_up.tasks:
        task = tasks.find(Task, row)
        if task:
            return tasks.list_of(Item, task.item) == tasks.notice.key
    return True


def is_awaited(follow_up: FollowUp, day: str) -> bool:
    """Tell whether a reminder went out by a day, ISO, and was not answered by it."""
    is_sent = follow_up.sent_on is None or follow_up.sent_on <= day
    is_answered = follow_up.answered_on is not None and follow_up.answered_on <= day
    return is_sent and not is_answered


def ran_out(follow_up: FollowUp, day: str) -> bool:
    """Tell whether the day by which a reminder was to be answered is past, and no answer came."""
    return is_awaited(follow_up, day) and follow_up.answer_by is not None and follow_up.answer_by < day


def standing_word(follow_up: FollowUp, day: str) -> str:
    """Return how a reminder stands on a day in the clerk's words: 已回复, 到期未回, 待回复."""
    if not is_awaited(follow_up, day):
        return "已回复"
    return "到期未回" if ran_out(follow_up, day) else "待回复"
