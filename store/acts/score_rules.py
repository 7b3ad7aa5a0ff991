"""Setting the rules by which units are assessed (考核), as the bureau's own document has them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from store.ledger.figures import number_in
from store.ledger.scoring import EVENT_WORDS, counts_said, event_word
from store.machine.toml_section import parsed_text
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.keys import key_made_of
from store.records.ledger_rules import ScoreRule
from store.records.tasklist import TaskList
from store.refused import Refused

_CODES: Mapping[str, str] = {word: event for event, word in EVENT_WORDS.items()}
_ORDER = tuple(_CODES.values())

# 未报=-0.5/2: each -0.5, at most 2 points; 未报= takes the rule out.
_WRITTEN = re.compile(r"(?P<event>[^=]+)=(?P<points>[^/]*)(?:/(?P<cap>.*))?")


class RuleGiven(NamedTuple):
    """A rule as typed: what event, its points, the most that it may count; no points take the rule out."""

    event: str
    """Its code."""
    points: str
    cap: str = ""


def rule_in(words: str) -> RuleGiven:
    """Return the rule that words are: 未报=-0.5/2; refused where they are none."""
    plain = unicodedata.normalize("NFKC", words).replace("−", "-")
    found = _WRITTEN.fullmatch(plain.strip())
    if found is None:
        raise Refused(f"看不懂考核规则“{words.strip()}”，请写作 未报=-0.5 或 未报=-0.5/2（最多 2 分）。")
    event, points, cap = found.groups(default="")
    return rule_given(event, points, cap)


def rule_given(event: str, points: str, cap: str = "") -> RuleGiven:
    """Return a rule of its parts as typed; refused for an event that there is not, or for no number."""
    name = event.strip()
    code = _CODES.get(name)
    if code is None:
        known = "、".join(_CODES)
        raise Refused(f"没有“{name}”这一考核事件，可写：{known}。")
    most = _number(cap, "上限").lstrip("-")
    return RuleGiven(code, _number(points, "分值"), most)


def _number(words: str, what: str) -> str:
    plain = words.strip()
    if not plain:
        return ""
    number = number_in(plain)
    if number is None:
        raise Refused(f"{what}要写数字，不能写“{plain}”，如 -0.5。")
    return str(number)


def rules_in_toml(text: str) -> list[RuleGiven]:
    """Return the rules of a TOML text, a [[rule]] each with event, points, cap; refused where it has none."""
    doc, broken = parsed_text(text.splitlines())
    if broken:
        raise Refused(f"规则文件第 {broken[0]} 行读不懂，请改正。")
    rules = doc.get("rule")
    if not isinstance(rules, list) or not rules:
        raise Refused('规则文件里没有规则，每条写作 [[rule]]，下面 event = "未报"、points = -0.5、cap = 2。')
    return [_rule_of(one) for one in rules]


def _rule_of(one: Any) -> RuleGiven:
    if not isinstance(one, dict):
        raise Refused("规则文件里的 rule 要写作 [[rule]]，请改正。")
    parts = [str(one.get(name, "")) for name in RuleGiven._fields]
    return rule_given(*parts)


def set_score_rules(tasks: TaskList, given: Iterable[RuleGiven], *, whole: bool = False) -> Change:
    """Set rules beside those that there are, or in place of all of them; one without points is taken out."""
    wanted = {rule.event: rule for rule in given}
    held = {rule.event: rule for rule in tasks.all_of(ScoreRule)}
    edits: list[Edit] = []
    for event, rule in wanted.items():
        edits += _edits(held.get(event), rule)
    for event, rule_held in held.items():
        if whole and event not in wanted:
            edits.append(deleted(rule_held))
    title = _title(wanted.values(), whole=whole)
    return Change(title, tuple(edits))


def _edits(known: ScoreRule | None, rule: RuleGiven) -> Sequence[Edit]:
    if not rule.points:
        return [deleted(known)] if known else []
    if known:
        return updated(known, points=rule.points, cap=rule.cap)
    order = f"{_ORDER.index(rule.event):03}"
    key = key_made_of("score", rule.event)
    new = ScoreRule(key, order, rule.event, rule.points, rule.cap)
    return [created(new)]


def _title(rules: Iterable[RuleGiven], *, whole: bool) -> str:
    """Return a title: 考核规则：未报 -0.5（最多 2 分），迟报 -0.1."""
    act = "考核规则改为" if whole else "考核规则"
    said: list[str] = []
    for rule in rules:
        counts = counts_said(rule.points, rule.cap)
        said.append(f"{event_word(rule.event)} {counts}")
    return f"{act}：{'，'.join(said)}"


def rule_as_typed(rule: ScoreRule) -> str:
    """Return what a rule counts as it is typed: -0.5/2."""
    return f"{rule.points}/{rule.cap}" if rule.cap else rule.points
