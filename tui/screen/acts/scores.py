"""The assessment of units (考核): its rules, and each unit's score with what it is made of."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from store.ledger.scoring import (
    EVENT_WORDS,
    NO_RULES,
    Scored,
    UnitScore,
    counts_said,
    event_word,
    points_said,
    rule_said,
    score_rules_of,
    scores_on,
)
from store.records.changes import Change
from store.words.cleaning import clean_line
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

_HOW = "选一条规则改分值，选一个单位看由来。"


class _Chosen(NamedTuple):
    """A rule by its event, or a unit by its key."""

    what: Literal["rule", "unit"]
    key: str


class ScoreActs:
    """Shows the scores, and sets the rules that they go by."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def show(self) -> None:
        """Show rules and scores until the clerk leaves, or goes to a row."""
        desk = self._desk
        while True:
            scores = await self._scores()
            about = _HOW if scores else NO_RULES
            choices = [*self._units(scores), *self._rules()]
            chosen = await desk.choose("考核", choices, about=about)
            if chosen is None:
                return
            if chosen.what == "rule":
                await self._set(chosen.key)
            elif await self._went_to_row(scores, chosen.key):
                return

    async def _scores(self) -> Sequence[UnitScore]:
        """Return the scores of today; none without a rule."""
        from tui.screen.acts.look_over import look_over

        tasks = self._desk.tasks
        if not score_rules_of(tasks):
            return ()
        await look_over(tasks)
        return scores_on(tasks, tasks.clock.day())

    # ------------------------------------------------------------------ what there is to choose

    def _units(self, scores: Sequence[UnitScore]) -> list[Choice[_Chosen]]:
        choices: list[Choice[_Chosen]] = []
        for score in scores:
            name = clean_line(self._desk.tasks.wording_of(score.unit))
            about = "，".join(map(_scored, score.scored))
            points = points_said(score.total)
            chosen = _Chosen("unit", score.unit)
            choices.append(Choice(chosen, name, about=about, right=points, group="各单位得分"))
        return choices

    def _rules(self) -> list[Choice[_Chosen]]:
        rules = score_rules_of(self._desk.tasks)
        held = {rule.event: rule for rule in rules}
        choices: list[Choice[_Chosen]] = []
        for event, word in EVENT_WORDS.items():
            rule = held.get(event)
            about = counts_said(rule.points, rule.cap) if rule else counts_said("", "")
            chosen = _Chosen("rule", event)
            choices.append(Choice(chosen, word, about=about, group="考核规则"))
        return choices

    # ------------------------------------------------------------------ a rule

    async def _set(self, event: str) -> None:
        """Ask what an event counts, and keep it."""
        from store.acts.score_rules import rule_as_typed, rule_in, set_score_rules

        desk, word = self._desk, event_word(event)
        if not desk.may_change():
            return

        def make(words: str) -> Change:
            rule = rule_in(f"{word}={words}")
            return set_score_rules(desk.tasks, [rule])

        rules = score_rules_of(desk.tasks)
        held = [rule for rule in rules if rule.event == event]
        typed = rule_as_typed(held[0]) if held else ""
        await desk.change_text(f"{word}：每次几分，最多几分（如 -0.5/2；空为不计）", typed, make)

    # ------------------------------------------------------------------ a unit

    async def _went_to_row(self, scores: Sequence[UnitScore], unit: str) -> bool:
        """Show the events of a unit; tell whether the clerk went to the row of one."""
        desk, tasks = self._desk, self._desk.tasks
        choices: list[Choice[str]] = []
        for score in scores:
            for one in score.scored if score.unit == unit else ():
                word = rule_said(one.rule)
                for event in one.events:
                    row_name = tasks.row_name(event.row)
                    label = f"{row_name} {event.said}".strip()
                    choices.append(Choice(event.row, label, group=word))
        name = clean_line(tasks.wording_of(unit))
        title = f"{name}的得分由来"
        row = await desk.choose(title, choices, nothing="没有加分、扣分事项。")
        if not row:
            return False
        desk.go_to_row(row)
        return True


def _scored(one: Scored) -> str:
    word = event_word(one.rule.event)
    return f"{word} {points_said(one.points)}"
