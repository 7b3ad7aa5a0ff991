"""The 调整对照表 of a list: between the state after its first changes and the state that is printed."""

from store.history.earlier import State
from store.history.prints import is_print
from tui.paper.layout import Sheet, written_day
from tui.paper.sheets.changes import change_sheet


def changes_since(state: State, count: int) -> Sheet:
    """Return what differs between the list after its first `count` changes and now."""
    history = state.history
    moments = [history[count - 1].at, history[-1].at]
    days = [written_day(moment[:10]) for moment in moments if moment]
    later = [change for change in history[count:] if not is_print(change)]
    period = "至".join(dict.fromkeys(days))
    return change_sheet(state.after(count).tasks, state.tasks, later, period)
