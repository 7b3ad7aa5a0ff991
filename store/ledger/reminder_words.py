"""What a reminder says of its rows: how each stands, and in one sentence why the unit is reminded."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from store.ledger.state_keeping import states_on
from store.ledger.state_words import BEHIND, BY_GRAVITY
from store.ledger.states import RowState
from store.records.tasklist import TaskList

_TOLD = ("overdue", "near", BEHIND, "not_started")
"""What a unit is reminded of, the gravest first."""


def stands_in_words(state: RowState) -> str:
    """Return how a row stands, with its days: 逾期 27 天, 临期，剩 3 天；落后 30.0."""
    days = state.days_left or 0
    said = state.word
    if state.code == "overdue":
        said = f"{state.word} {-days} 天"
    elif state.code == "near":
        said = f"{state.word}，{f'剩 {days} 天' if days else '今天到期'}"
    return f"{said}；落后 {state.behind}" if state.is_behind else said


def why_reminded(tasks: TaskList, rows: Sequence[str], day: date) -> str:
    """Return why a unit is reminded of rows: 2 项逾期，1 项临期; empty where they are on course."""
    states = states_on(tasks, day)
    counts: Counter[str] = Counter()
    for row in rows:
        state = states.of(row)
        counts[state.code] += 1
        counts[BEHIND] += state.is_behind
    said = [f"{counts[code]} 项{BY_GRAVITY[code]}" for code in _TOLD if counts[code]]
    return "，".join(said)
