"""The assessment of units and its rules, as JSON."""

from collections.abc import Sequence

from store.ledger.scoring import Scored, UnitScore, event_word, points_said
from store.records.ledger_rules import ScoreRule
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def scores_view(tasks: TaskList, rules: Sequence[ScoreRule], scores: Sequence[UnitScore]) -> JsonObject:
    """Return the rules of a list and the score of each unit, with each event that counts."""
    return {"rules": list(map(_rule, rules)), "units": [_unit(tasks, score) for score in scores]}


def _rule(rule: ScoreRule) -> JsonObject:
    word = event_word(rule.event)
    return {"event": rule.event, "event_word": word, "points": rule.points, "cap": rule.cap or None}


def _unit(tasks: TaskList, score: UnitScore) -> JsonObject:
    scored = [_scored(tasks, one) for one in score.scored]
    view: JsonObject = {"unit": tasks.wording_of(score.unit), "key": score.unit}
    view["base"], view["total"] = points_said(score.base), points_said(score.total)
    view["scored"] = scored
    return view


def _scored(tasks: TaskList, one: Scored) -> JsonObject:
    events = []
    for event in one.events:
        row = tasks.row_name(event.row) if event.row else None
        events.append({"row": row, "said": event.said})
    view: JsonObject = {"event": one.rule.event, "event_word": event_word(one.rule.event)}
    view["count"], view["points"] = len(one.events), points_said(one.points)
    view["capped"] = one.is_capped
    view["events"] = events
    return view
