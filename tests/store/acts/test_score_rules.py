"""The rules of the assessment: how they are typed, kept and taken out."""

import pytest

from store.acts.score_rules import RuleGiven, rule_in, rules_in_toml, set_score_rules
from store.ledger.scoring import rule_said, score_rules_of
from store.records.ledger_rules import ScoreRule
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list

TOML = """
[[rule]]
event = "基础分"
points = 100

[[rule]]
event = "未报"
points = -0.50
cap = 10
"""


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("未报=-0.5", RuleGiven("missing", "-0.5")),
        ("未报＝－0.5／2", RuleGiven("missing", "-0.5", "2")),
        ("迟报 = −0.1 / -5", RuleGiven("late", "-0.1", "5")),
        ("基础分=100", RuleGiven("base", "100")),
        ("退回=", RuleGiven("returned", "")),
    ],
)
def test_a_rule_as_it_is_typed(words: str, rule: RuleGiven) -> None:
    assert rule_in(words) == rule


@pytest.mark.parametrize("words", ["", "未报", "-0.5", "未报=扣一分", "未报=-0.5/许多", "批示=20", "="])
def test_what_is_no_rule_is_refused_with_a_sentence(words: str) -> None:
    with pytest.raises(Refused, match=r"。$"):
        rule_in(words)


def _said(tasks: TaskList) -> list[str]:
    return list(map(rule_said, score_rules_of(tasks)))


def test_rules_are_set_beside_others_changed_and_taken_out() -> None:
    tasks = sample_list()
    tasks.apply(set_score_rules(tasks, map(rule_in, ("未报=-0.5/2", "基础分=100"))).edits)
    assert _said(tasks) == ["基础分 100", "未报 -0.5（最多 2 分）"]
    tasks.apply(set_score_rules(tasks, [rule_in("未报=-1")]).edits)
    assert _said(tasks) == ["基础分 100", "未报 -1"]
    assert not set_score_rules(tasks, [rule_in("未报=-1"), rule_in("退回=")]).edits
    tasks.apply(set_score_rules(tasks, [rule_in("未报=")]).edits)
    assert _said(tasks) == ["基础分 100"]


def test_the_title_says_of_each_rule_what_it_counts_and_at_most() -> None:
    tasks = sample_list()
    given = map(rule_in, ("基础分=100", "未报=-0.5/10", "退回=", "按期销号=2/-6"))
    title = set_score_rules(tasks, given).title
    assert title == "考核规则：基础分 100，未报 -0.5（最多 10 分），退回 不计，按期销号 2（最多 6 分）"
    whole = set_score_rules(tasks, rules_in_toml(TOML), whole=True)
    assert whole.title == "考核规则改为：基础分 100，未报 -0.5（最多 10 分）"


def test_two_desks_that_set_one_rule_make_one_record() -> None:
    keys = set()
    for points in ("-0.5", "-1"):
        tasks = sample_list()
        tasks.apply(set_score_rules(tasks, [rule_in(f"未报={points}")]).edits)
        keys |= set(tasks.keys_of(ScoreRule))
    assert len(keys) == 1


def test_rules_of_a_file_take_the_place_of_all() -> None:
    tasks = sample_list()
    tasks.apply(set_score_rules(tasks, [rule_in("退回=-2")]).edits)
    tasks.apply(set_score_rules(tasks, rules_in_toml(TOML), whole=True).edits)
    assert _said(tasks) == ["基础分 100", "未报 -0.5（最多 10 分）"]


@pytest.mark.parametrize(
    "text",
    ["", "rule = 3", "[[rule]]\nevent = '批示'", "[rule]\nevent = '未报'", "rule = [1]", "[[rule]\n", "\x00"],
)
def test_a_file_that_is_none_of_rules_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"。$"):
        rules_in_toml(text)
