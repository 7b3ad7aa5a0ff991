"""What stands under the deadline of a row: its state, where that wants attention or the row has ended.

A word and a sign, and days: ●逾期3天, ●临期2天, ●落后30.1, ✓已销号.
"""

from collections.abc import Callable
from typing import NamedTuple

from store.records.tasklist import TaskList
from tui.screen.widgets.signs import DOT, WELL


class DeadlineMarks(NamedTuple):
    """The lines under a deadline, and their look."""

    lines: tuple[str, ...] = ()
    part: str = ""
    """`open` for what wants attention, `dim` for what is settled; empty for no state."""


MarksOf = Callable[[str], DeadlineMarks]
"""The marks of a row, by its key."""

MarksOfList = Callable[[TaskList], MarksOf]
"""What gives the marks of the rows of a list."""

_NONE = DeadlineMarks()
WIDEST = 10
"""Cells of the usual marks: ●逾期27天; so much room has the column from the start, that nothing moves."""


def no_marks(_: TaskList) -> MarksOf:
    """Return what gives no marks, before the states are worked out."""
    return lambda _: _NONE


def marks_of(tasks: TaskList) -> MarksOf:
    """Return what gives the marks of a list's rows on its today."""
    from store.ledger.state_keeping import states_on

    def marks(row: str) -> DeadlineMarks:
        state = states_on(tasks, tasks.clock.day()).of(row)
        match state.code:
            case "closed":
                return DeadlineMarks((f"{WELL}已销号",), "dim")
            case "suspended" | "cancelled":
                return DeadlineMarks((state.word,), "dim")
            case "awaiting_closing":
                return DeadlineMarks((f"{DOT}待销号",), "open")
        days = state.days_left or 0
        warning = {
            "overdue": f"{DOT}逾期{-days}天",
            "near": f"{DOT}临期{days}天" if days else f"{DOT}今天到期",
        }
        wanted = [warning[state.code]] if state.code in warning else []
        wanted += [f"{DOT}落后{state.behind}"] if state.is_behind else []
        return DeadlineMarks(tuple(wanted), "open") if wanted else _NONE

    return marks
