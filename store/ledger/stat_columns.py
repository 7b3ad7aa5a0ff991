"""What the statistics count: by what a table is made, its columns, and a case, which is what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from store.ledger.owed import OWED_WORDS, OwedWord
from store.ledger.state_words import BEHIND, BY_GRAVITY, STATES, StateCode

By = Literal["state", "unit", "leader", "item"]

BYS: Mapping[By, str] = {"state": "状态", "unit": "单位", "leader": "领导", "item": "事项"}
"""By what a table is made, in the clerk's words: 按单位."""

ROWS = "rows"
"""The column of the rows that a line has, whatever their state: of a unit those that it leads."""
OWED = "owed"
"""The column of the reports that were asked for."""
ENDED_EARLY = "ended_early"
"""The column of the rows that were suspended or cancelled."""

Part = Literal["rows", "states", "behind", "owed", "words"]
"""What a column counts: rows, those in a state, those behind, reports that are owed, those of one word."""


class Case(NamedTuple):
    """What is counted: a row, or of a row the report of a unit for a period."""

    row: str
    unit: str = ""
    period: str = ""


Cases = tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class StatColumn:
    """A column of figures."""

    code: str
    label: str
    part: Part


_STATE_COLUMNS: tuple[tuple[str, str], ...] = (
    ("closed", STATES["closed"]),
    ("awaiting_closing", STATES["awaiting_closing"]),
    ("under_way", "正常"),
    ("continuing", "长期"),
    ("near", STATES["near"]),
    ("overdue", STATES["overdue"]),
    ("not_started", STATES["not_started"]),
    ("no_deadline", "未定"),
    (ENDED_EARLY, "中止/取消"),
)
BY_STATE = tuple(StatColumn(code, label, "states") for code, label in _STATE_COLUMNS)
"""The columns of states: a row stands in exactly one of them."""
BEHIND_COLUMN = StatColumn(BEHIND, BY_GRAVITY[BEHIND], "behind")
"""Rows behind the plan, of all that are open: apart from the states, so it is in no sum of theirs."""

_SHARED: Mapping[StateCode, str] = {"suspended": ENDED_EARLY, "cancelled": ENDED_EARLY}


def column_of(state: StateCode) -> str:
    """Return the code of the column in which a state is counted."""
    return _SHARED.get(state, state)


_WORD_COLUMNS: tuple[OwedWord, ...] = ("in_time", "late", "missing", "awaited")
OF_REPORTS = (
    StatColumn(OWED, "应报", "owed"),
    *(StatColumn(word, OWED_WORDS[word], "words") for word in _WORD_COLUMNS),
)
"""The columns of reports: what was asked for is the sum of the others."""


def column_of_word(word: OwedWord) -> OwedWord:
    """Return the code of the column in which a report is counted: one that was sent back is missing."""
    return "missing" if word == "returned" else word


def columns_by(by: By, *, has_reports: bool) -> tuple[StatColumn, ...]:
    """Return the columns of a table: one by state has its states down; reports only where some are owed."""
    label = "牵头" if by in ("unit", "leader") else "行数"
    rows = StatColumn(ROWS, label, "rows")
    states = () if by == "state" else BY_STATE
    reports = OF_REPORTS if has_reports else ()
    return (rows, *states, BEHIND_COLUMN, *reports)
