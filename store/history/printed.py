"""A list as it was when a sheet was printed, so that the sheet can be printed again."""

from collections.abc import Sequence
from datetime import datetime

from store.history.earlier import Earlier, State
from store.history.prints import lacking_in
from store.machine.clock import Clock
from store.records.changes import Change
from store.records.kept import Print
from store.records.tasklist import TaskList
from store.refused import Refused


def printed_last(tasks: TaskList, sheet: str, day: str = "") -> Print:
    """Return the last print of a kind of sheet, up to a day (ISO) where one is given; Refused without one.

    Prints of before that do not say on what they stood are passed over.
    """
    found = [one for one in tasks.all_of(Print) if one.sheet == sheet and one.base]
    if day:
        found = [one for one in found if one.at[:10] <= day]
    if not found:
        raise Refused("还没有这样的打印可以重印，请去掉 --again 新印一份。")
    return max(found, key=lambda one: one.at)


def statistics_printed(change: Change) -> str:
    """Return the key of the print of statistics that a change records; empty where it records none."""
    for edit in change.edits:
        if edit.table == Print.TABLE and isinstance(edit.after, dict) and edit.after.get("base"):
            return edit.key
    return ""


def state_printed(state: State, record: Print) -> Earlier:
    """Return the list as a print showed it, by its heads, on the day on which it was printed.

    Refused where the list has not the change that it showed.
    """
    lacking = lacking_in(state.history, record)
    if lacking is None:
        raise Refused("历史里找不到那次打印时的清单，不能重印。")
    then = _without(state, lacking)
    printed_at = datetime.fromisoformat(record.at).replace(tzinfo=None)
    then.tasks.clock = Clock(lambda: printed_at)
    return then


def _without(state: State, lacking: Sequence[int]) -> Earlier:
    """Return the list without some changes; where each has seen all before it these are the last."""
    count = len(state.history)
    if state.history.is_straight:
        return state.after(count - len(lacking))
    return state.after(count).without(frozenset(lacking))
