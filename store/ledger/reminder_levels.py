"""The level of a reminder (三色督办单), by one of two schemes; which, the list says.

按状态, as 宿迁产发 has it (2025): blue for rows that are near their day, yellow behind the plan, red overdue;
of several rows the gravest.
逐级, as 三明 has it: blue first; orange where a blue one ran out unanswered; red where an orange one did.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from store.ledger.follow_ups import follow_ups_of, is_awaited, ran_out
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.records.tasklist import TaskList

LEVELS = ("蓝", "黄", "橙", "红")
"""What a slip may have, the lightest first; none is a level too."""

_STEPS = ("蓝", "橙", "红")
"""One after the other, where levels rise."""


def level_of(tasks: TaskList, unit: str, rows: Sequence[str], day: date) -> str:
    """Return the level of a reminder that goes to a unit about rows on a day; empty for none."""
    if tasks.notice.reminder_levels == "escalation":
        return _risen(tasks, unit, rows, day.isoformat())
    states = states_on(tasks, day)
    return _by_states(states.of(row) for row in rows)


def _by_states(states: Iterable[RowState]) -> str:
    levels = {_by_state(state) for state in states}
    return max(levels - {""}, key=LEVELS.index, default="")


def _by_state(state: RowState) -> str:
    if state.code == "overdue":
        return "红"
    if state.is_behind:
        return "黄"
    return "蓝" if state.code == "near" else ""


def _risen(tasks: TaskList, unit: str, rows: Sequence[str], day: str) -> str:
    """Return the level behind the gravest reminder of a row that nobody has answered; the same while it
    still runs.
    """
    step = 0
    for earlier in follow_ups_of(tasks):
        is_alike = earlier.unit == unit and not set(rows).isdisjoint(earlier.tasks)
        if is_alike and is_awaited(earlier, day) and earlier.level in _STEPS:
            reached = _STEPS.index(earlier.level) + ran_out(earlier, day)
            step = max(step, reached)
    return _STEPS[min(step, len(_STEPS) - 1)]
