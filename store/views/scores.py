"""The assessment of units and its rules, as JSON."""

from collections.abc import Sequence

from store.ledger.scoring import Scored, UnitScore, event_word, points_said
from store.records.ledger_rules import ScoreRule
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def scores_view(tasks: TaskList, rules: Sequence[ScoreRule], scores: Sequence[UnitScore]) -> JsonObject:
    """Return the rules of a list and the score of each unit, with each event that counts."""
    units = [_unit(tasks, score) for score in scores]
    return {"rules": list(map(_rule, rules)), "units": units}


def _rule(rule: ScoreRule) -> JsonObject:
    word = event_word(rule.event)
    view: JsonObject = {"event": rule.event, "event_word": word}
    return view | {"points": rule.points, "cap": rule.cap or None}


def _unit(tasks: TaskList, score: UnitScore) -> JsonObject:
    scored = [_scored(tasks, one) for one in score.scored]
    name = tasks.wording_of(score.unit)
    view: JsonObject = {"unit": name, "key": score.unit}
    view["base"] = points_said(score.base)
    view["total"] = points_said(score.total)
    view["scored"] = scored
    return view


def _scored(tasks: TaskList, one: Scored) -> JsonObject:
    events = []
    for met in one.events:
        row = tasks.row_name(met.row) if met.row else None
        events.append({"row": row, "said": met.said})
    event = one.rule.event
    view: JsonObject = {"event": event, "event_word": event_word(event)}
    view["count"] = len(one.events)
    view["points"] = points_said(one.points)
    view["capped"] = one.is_capped
    view["events"] = events
    return view
