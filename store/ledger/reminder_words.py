"""What a reminder says of its rows: how each stands, and in one sentence why the unit is reminded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from store.ledger.owed import OUTSTANDING, Owed, owed_on
from store.ledger.state_keeping import states_on
from store.ledger.state_words import BEHIND, BY_GRAVITY
from store.ledger.states import RowState
from store.records.tasklist import TaskList

_TOLD = ("overdue", "near", BEHIND, "not_started")
"""What a unit is reminded of, the gravest first."""

_MOST_PERIODS = 2
"""Periods that are named one by one."""


def stands_in_words(state: RowState) -> str:
    """Return how a row stands, with its days: 逾期 27 天, 临期，剩 3 天；落后 30.0."""
    days = state.days_left or 0
    said = state.word
    if state.code == "overdue":
        said = f"{state.word} {-days} 天"
    elif state.code == "near":
        left = f"剩 {days} 天" if days else "今天到期"
        said = f"{state.word}，{left}"
    return f"{said}；落后 {state.behind}" if state.is_behind else said


def unreported_in_words(tasks: TaskList, unit: str, row: str, day: date) -> str:
    """Return which reports of a row a unit owes past their day: 2021年9月进展未报; empty for none."""
    owed = _unreported(tasks, unit, [row], day)
    labels = [one.period.label for one in owed]
    if not labels:
        return ""
    count = len(labels)
    many = f"等 {count} 期" if count > _MOST_PERIODS else ""
    named = "、".join(labels[:_MOST_PERIODS])
    return f"{named}{many}进展未报"


def _unreported(tasks: TaskList, unit: str, rows: Iterable[str], day: date) -> Iterator[Owed]:
    reports = owed_on(tasks, day)
    for row in rows:
        for owed in reports.of(row):
            if owed.unit == unit and owed.word in OUTSTANDING:
                yield owed


def why_reminded(tasks: TaskList, unit: str, rows: Sequence[str], day: date) -> str:
    """Return why a unit is reminded of rows: 逾期 2 项，未报进展 3 次; empty where nothing is amiss."""
    states = states_on(tasks, day)
    counts: Counter[str] = Counter()
    for row in rows:
        state = states.of(row)
        counts[state.code] += 1
        counts[BEHIND] += state.is_behind
    told = [code for code in _TOLD if counts[code]]
    said = [f"{BY_GRAVITY[code]} {counts[code]} 项" for code in told]
    unreported = len(list(_unreported(tasks, unit, rows, day)))
    said += [f"未报进展 {unreported} 次"] if unreported else []
    return "，".join(said)
