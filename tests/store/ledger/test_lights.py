"""Lights by the scheme of a list; the schemes of four cities."""

from decimal import Decimal
from typing import Any

import pytest

from store.ledger.lights import (
    SCHEMES,
    LightFacts,
    SchemeName,
    is_behind,
    light_of,
    scheme_of,
    understood_test,
)
from store.ledger.lights import (
    test_in_words as in_words,
)
from store.records.ledger_rules import LightRule
from store.refused import Refused


def facts(plan: str = "50.0", behind: str | None = None, **said: Any) -> LightFacts:
    return LightFacts(Decimal(plan), Decimal(behind) if behind else None, **said)


@pytest.mark.parametrize(
    ("scheme", "seen", "word", "late"),
    [
        ("银川", facts(behind="30.1"), "红", True),
        ("银川", facts(behind="30.0"), "黄", True),
        ("银川", facts(behind="10.0"), "黄", True),
        ("银川", facts(behind="9.9"), "绿", False),
        ("银川", facts(behind="-20.0"), "绿", False),
        ("银川", facts(), None, False),
        ("三亚", facts(behind="25.1"), "红", True),
        ("三亚", facts(behind="25.0"), "黄", True),
        ("三亚", facts(behind="0.0"), "绿", False),
        ("三亚", facts(plan="0.0", behind="0.0"), None, False),
        ("宿迁", facts(behind="1.0", overdue=True), "红", True),
        ("宿迁", facts(behind="1.0"), "黄", True),
        ("宿迁", facts(near=True), "蓝", False),
        ("宿迁", facts(behind="0.0"), "绿", False),
        ("西安", facts(behind="90.0", days_left=3), "黄", False),
        ("西安", facts(days_left=4), "绿", False),
        ("西安", facts(days_left=-1, overdue=True), "红", False),
    ],
)
def test_a_row_wears_the_first_light_whose_test_it_meets(
    scheme: SchemeName, seen: LightFacts, word: str | None, late: bool
) -> None:
    light = light_of(SCHEMES[scheme], seen)
    assert (light and light.word) == word
    assert is_behind(SCHEMES[scheme], seen) is late


def test_the_rules_of_a_list_outrank_yinchuan_in_their_order() -> None:
    rules = [LightRule("b", "2", "好", test="behind<=5"), LightRule("a", "1", "差", test="behind>5")]
    assert [rule.word for rule in scheme_of(rules)] == ["差", "好"]
    assert scheme_of([]) is SCHEMES["银川"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_rule_of_a_scheme_is_understood(scheme: SchemeName) -> None:
    for rule in SCHEMES[scheme]:
        assert understood_test(rule.test) == rule.test


@pytest.mark.parametrize("words", ["", "behind", "behind=>3", "落伍>10", "behind>1e9", "__class__", "near>3"])
def test_a_test_that_says_nothing_is_refused_and_met_by_no_row(words: str) -> None:
    with pytest.raises(Refused, match="看不懂亮灯条件"):
        understood_test(words)
    assert light_of((LightRule("a", "1", "红", test=words),), facts(behind="50.0")) is None


def test_a_test_is_kept_in_plain_signs() -> None:
    assert understood_test(" behind ≥ 10 ") == "behind>=10"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("落后＞30", "behind>30"),
        ("落后占比 ≥ 50", "behind_share>=50"),
        ("剩余天数<=3", "days_left<=3"),
        ("逾期", "overdue"),
        ("临期", "near"),
        ("behind>=10", "behind>=10"),
    ],
)
def test_a_test_is_written_and_read_in_the_clerks_words(words: str, code: str) -> None:
    assert understood_test(words) == code
    assert understood_test(in_words(code)) == code
    assert in_words(code).isascii() is False
