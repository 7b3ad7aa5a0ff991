"""From when what changed may be printed, as the print dialog offers it: since the last print, since March."""

from store.history.earlier import State
from store.history.finding import count_before
from store.history.prints import count_at_last_print
from store.refused import Refused

LAST = "last"
"""Since the list was printed last."""
_YEAR, _MONTH = "year", "month"


def since_last_print(state: State) -> tuple[tuple[str, str], ...]:
    """Return the span since the last print of the list with its words; none where it was never printed."""
    try:
        count = count_at_last_print(state.tasks, state.history)
    except Refused:
        return ()
    return ((LAST, "上次打印以来"),) if count else ()


def since_calendar(state: State) -> tuple[tuple[str, str], ...]:
    """Return the spans that begin with the month and with the year, with their words."""
    today = state.tasks.clock.day()
    month = f"{today.month}月1日以来"
    year = f"{today.year}年以来"
    return ((_MONTH, month), (_YEAR, year))


def count_since(state: State, span: str) -> int | None:
    """Count the changes before a span; None for one that has no beginning.

    Refused for that since the last print where there was none.
    """
    if span == LAST:
        return count_at_last_print(state.tasks, state.history)
    if span not in (_MONTH, _YEAR):
        return None
    first = state.tasks.clock.day().replace(day=1)
    begins = first if span == _MONTH else first.replace(month=1)
    return count_before(state.history, begins)
