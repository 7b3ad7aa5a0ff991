"""The assessment of units (考核): a base and points for events, by the bureau's own rules.

    基础分 100，迟报 −0.1，未报 −0.5 （最多 2 分）      six reports missing, one late: 100 − 0.1 − 2 = 97.9

What a rule counts is capped by its sum, whatever its sign. Points are decimal numbers and are not rounded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from store.ledger.figures import number_in
from store.ledger.periods import Period
from store.ledger.reporters import reporting_units
from store.ledger.score_events import EVENTS, ScoreEvent, events_on
from store.ledger.stat_base import stat_base
from store.records.ledger_rules import ScoreRule
from store.records.tasklist import TaskList
from store.refused import Refused

BASE = "base"
"""The event of the rule that says with how many points each unit begins."""
BASE_WORD = "基础分"

NO_RULES = "考核规则未设，不打分。"
"""What there is to say where the bureau has set no rule."""

EVENT_WORDS: Mapping[str, str] = {BASE: BASE_WORD} | {str(code): word for code, word in EVENTS.items()}
"""What the events of rules are called; the base is one of them."""

_NOTHING = Decimal(0)
_RULED = (BASE, *EVENTS)


@dataclass(frozen=True, slots=True)
class ScoreBase:
    """The day on which units are marked, and the period whose events alone count."""

    day: date
    period: Period | None = None
    """None for all that was up to the day."""


def score_base(
    tasks: TaskList, today: date, period: Period | None = None, day: date | None = None
) -> ScoreBase:
    """Return the base of scores of a period, seen from its end as in statistics, or of all up to a day.

    Refused where the period has not begun on that day: what is late by then is none of its events.
    """
    if period is None:
        return ScoreBase(day or today)
    seen = stat_base(tasks, today, period, day).day
    if seen < period.first:
        raise Refused(f"{period.label}到 {seen.isoformat()} 还没有开始，不能打分，请改写报送期或日期。")
    return ScoreBase(seen, period)


@dataclass(frozen=True, slots=True)
class Scored:
    """What one rule counts for a unit, with the events behind it."""

    rule: ScoreRule
    events: tuple[ScoreEvent, ...]

    @property
    def uncapped(self) -> Decimal:
        """The points of all its events."""
        each = number_in(self.rule.points) or _NOTHING
        return each * len(self.events)

    @property
    def points(self) -> Decimal:
        """The points that count: no more than the cap, on either side of 0."""
        cap = number_in(self.rule.cap)
        if cap is None:
            return self.uncapped
        most = abs(cap)
        below = min(most, self.uncapped)
        return max(-most, below)

    @property
    def is_capped(self) -> bool:
        """Whether the cap takes something away."""
        return self.points != self.uncapped


@dataclass(frozen=True, slots=True)
class UnitScore:
    """The score of a unit: its base, and what each rule that it met counts."""

    unit: str
    """Key."""
    base: Decimal
    scored: tuple[Scored, ...]

    @property
    def total(self) -> Decimal:
        """The sum."""
        return sum((one.points for one in self.scored), self.base)

    def of(self, event: str) -> Scored | None:
        """Return what a rule counts, by its event; none where the unit never met it."""
        for one in self.scored:
            if one.rule.event == event:
                return one
        return None


def score_rules_of(tasks: TaskList) -> tuple[ScoreRule, ...]:
    """Return the rules of a list in their order, that of the base apart from the others and first."""
    rules = tasks.all_of(ScoreRule)
    known = [rule for rule in rules if rule.event in _RULED]
    return tuple(sorted(known, key=_place))


def _place(rule: ScoreRule) -> tuple[bool, str, str]:
    is_base = rule.event == BASE
    return not is_base, rule.order, rule.key


def scores_on(tasks: TaskList, day: date, period: Period | None = None) -> tuple[UnitScore, ...]:
    """Return the score of each unit that leads a row, or that an event is of, in the list's order.

    Refused where no rule is set: nobody is marked by rules that the bureau did not make.
    """
    rules = score_rules_of(tasks)
    if not rules:
        raise Refused(NO_RULES)
    base = _base(rules)
    found = _leading(tasks)
    for event in events_on(tasks, day, period):
        found.setdefault(event.unit, []).append(event)
    scores: list[UnitScore] = []
    for unit in tasks.units:
        if unit.key in found:
            scored = _scored(rules, found[unit.key])
            scores.append(UnitScore(unit.key, base, scored))
    return tuple(scores)


def _base(rules: Sequence[ScoreRule]) -> Decimal:
    for rule in rules:
        if rule.event == BASE:
            return number_in(rule.points) or _NOTHING
    return _NOTHING


def _leading(tasks: TaskList) -> dict[str, list[ScoreEvent]]:
    """Return the units that lead a row, each without an event yet."""
    units: dict[str, list[ScoreEvent]] = {}
    for task in tasks.tasks:
        for unit in reporting_units(tasks, task).units:
            units[unit] = []
    return units


def _scored(rules: Sequence[ScoreRule], events: Sequence[ScoreEvent]) -> tuple[Scored, ...]:
    found: list[Scored] = []
    for rule in rules:
        met = [event for event in events if event.code == rule.event]
        if met:
            found.append(Scored(rule, tuple(met)))
    return tuple(found)


# ---------------------------------------------------------------------- in words


def event_word(event: str) -> str:
    """Return what an event is called; the base among them."""
    return EVENT_WORDS[event]


def points_said(points: Decimal) -> str:
    """Return points as they are printed: 97.9, -0.5, 2."""
    plain = f"{points:f}"
    if "." not in plain:
        return plain
    return plain.rstrip("0").rstrip(".")


def rule_said(rule: ScoreRule) -> str:
    """Return a rule in words: 未报 -0.5（最多 2 分）."""
    return f"{event_word(rule.event)} {counts_said(rule.points, rule.cap)}"


def counts_said(points: str, cap: str) -> str:
    """Return what a rule counts, in words: -0.5（最多 2 分）; 不计 where it has no points."""
    most = f"（最多 {cap} 分）" if cap else ""
    return f"{points}{most}" if points else "不计"
