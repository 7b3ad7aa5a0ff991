"""What stands under the deadline of a row: its state, where that wants attention or the row has ended.

A word and a sign, and days: ●逾期3天, ●临期2天, ●落后30.1, ✓已销号; of a row that wears a light its sign, its
word and its colour: ●红逾期3天.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.records.ledger_rules import LightRule
from store.records.tasklist import TaskList
from tui.screen.widgets.signs import DOT, WELL


class DeadlineMarks(NamedTuple):
    """The lines under a deadline, and their look."""

    lines: tuple[str, ...] = ()
    part: str = ""
    """`open` for what wants attention, `dim` for what is settled, else of a light; empty for no state."""


MarksOf = Callable[[str], DeadlineMarks]
"""The marks of a row, by its key."""

MarksOfList = Callable[[TaskList], MarksOf]
"""What gives the marks of the rows of a list."""

_NONE = DeadlineMarks()
WIDEST = 11
"""Cells of the usual marks: ●红逾期27天; so much room has the column from the start, that nothing moves."""


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
        return lit(wanted, state.light) if wanted else _NONE

    return marks


_PARTS = {"red": "red", "orange": "open", "yellow": "open", "blue": "blue", "green": "well"}
"""Colour of a light to the part of the grid; orange and yellow are that of what wants attention."""


def lit(lines: Sequence[str], light: LightRule | None) -> DeadlineMarks:
    """Return lines that begin with a dot as marks, with a row's light, where it wears one, on the first."""
    if light is None:
        return DeadlineMarks(tuple(lines), "open")
    first, *others = lines
    shown = (f"{light.sign}{light.word}{first.removeprefix(DOT)}", *others)
    return DeadlineMarks(shown, _PARTS.get(light.colour, "open"))
