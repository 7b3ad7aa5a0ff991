"""The bureau's rules by which rows are lit and units are marked; they travel with the list."""

from dataclasses import dataclass
from typing import ClassVar

from store.records.record import Record


@dataclass(frozen=True, slots=True)
class LightRule(Record):
    """One light of a scheme: the first rule, in order, whose test a row meets is its light."""

    TABLE: ClassVar[str] = "light_rules"

    order: str = ""
    word: str = ""
    """What it is called, on paper too: 黄灯."""
    sign: str = ""
    colour: str = ""
    test: str = ""
    """What it asks of a row: behind>=10, plan%<50, due<=3, overdue; store/ledger/lights.py reads it."""


@dataclass(frozen=True, slots=True)
class ScoreRule(Record):
    """What an event counts in the assessment of units."""

    TABLE: ClassVar[str] = "score_rules"

    order: str = ""
    event: str = ""
    """The event's code; store/ledger/scoring.py has them."""
    points: str = ""
    """A decimal number, negative for a loss."""
    cap: str = ""
    """The most that it can count, without its sign; empty for no limit."""
