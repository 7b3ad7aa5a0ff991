"""Lights: which light a row wears by the scheme of the list, else by that of Yinchuan.

A scheme is an ordered list of rules, the gravest first; the first whose test a row meets is its light. A test
compares one fact, or names one:

    behind>30          percentage points behind the plan
    behind_share>50    the same in per cent of the plan
    days_left<=3       days to the day due; below 0 behind it
    overdue, near      what the row's state is

The last rule is the best light. A row is behind (落后) where a test of how far it is gives it another.
"""

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from store.ledger.figures import per_cent
from store.records.ledger_rules import LightRule
from store.refused import Refused

Scheme = tuple[LightRule, ...]
"""The rules of a scheme, the gravest first."""

SchemeName = Literal["银川", "三亚", "宿迁", "西安"]

_TEST = re.compile(
    r"(?P<fact>behind|behind_share|days_left)(?P<sign><=|>=|<|>)"
    r"(?P<limit>-?\d{1,4}(?:\.\d)?)"
)
_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
_FACTS = {"behind": "落后", "behind_share": "落后占比", "days_left": "剩余天数"}
_WORDS = {"overdue": "逾期", "near": "临期"}
COLOURS: Mapping[str, str] = {"red": "红", "orange": "橙", "yellow": "黄", "blue": "蓝", "green": "绿"}
"""The colours that a light may have, with the clerk's words."""
_IN_WORDS = sorted({**_FACTS, **_WORDS}.items(), key=lambda fact: -len(fact[1]))
"""The longest first: 落后占比 begins with 落后."""
_OF_PROGRESS = "behind"
"""With this begins the name of a fact that says how far a row is."""


def _rule(order: int, word: str, colour: str, test: str) -> LightRule:
    return LightRule(f"light{order}", f"{order}", word, "●", colour, test)


SCHEMES: Mapping[SchemeName, Scheme] = {
    "银川": (
        _rule(1, "红", "red", "behind>30"),
        _rule(2, "黄", "yellow", "behind>=10"),
        _rule(3, "绿", "green", "behind<10"),
    ),
    "三亚": (
        _rule(1, "红", "red", "behind_share>50"),
        _rule(2, "黄", "yellow", "behind_share>0"),
        _rule(3, "绿", "green", "behind_share<=0"),
    ),
    "宿迁": (
        _rule(1, "红", "red", "overdue"),
        _rule(2, "黄", "yellow", "behind>0"),
        _rule(3, "蓝", "blue", "near"),
        _rule(4, "绿", "green", "behind<=0"),
    ),
    "西安": (
        _rule(1, "红", "red", "overdue"),
        _rule(2, "黄", "yellow", "days_left<=3"),
        _rule(3, "绿", "green", "days_left>3"),
    ),
}
"""Schemes as cities have made them known; the clerk takes one over and edits it.

Yinchuan: 10 to 30 points behind yellow, more red. Sanya: up to half of the plan yellow, more red. Suqian:
near its day blue, behind yellow, late red. Xi'an: three days and less yellow, then red.
"""


@dataclass(frozen=True, slots=True)
class LightFacts:
    """What tests look at."""

    plan: Decimal | None = None
    """In per cent, as printed."""
    behind: Decimal | None = None
    """Points behind the plan, as printed; none where the plan or the share is not known."""
    days_left: int | None = None
    overdue: bool = False
    near: bool = False

    @property
    def behind_share(self) -> Decimal | None:
        """How far behind in per cent of the plan."""
        if self.behind is None or not self.plan:
            return None
        return per_cent(self.behind, self.plan)


def scheme_of(rules: Sequence[LightRule]) -> Scheme:
    """Return the scheme that the rules of a list make, else that of Yinchuan."""
    return tuple(sorted(rules, key=lambda rule: (rule.order, rule.key))) or SCHEMES["银川"]


def light_of(scheme: Scheme, facts: LightFacts) -> LightRule | None:
    """Return the light of a row; none where no rule's test is met."""
    return next((rule for rule in scheme if _meets(rule.test, facts)), None)


def is_behind(scheme: Scheme, facts: LightFacts) -> bool:
    """Tell whether a row is behind: how far it is gives it another light than the best."""
    of_progress = [rule for rule in scheme if rule.test.startswith(_OF_PROGRESS)]
    light = next((rule for rule in of_progress if _meets(rule.test, facts)), None)
    return light is not None and light is not scheme[-1]


def _meets(test: str, facts: LightFacts) -> bool:
    """Tell whether a row meets a test; one that says nothing that is known here is met by none."""
    plain = test.replace(" ", "")
    if plain in _WORDS:
        return bool(getattr(facts, plain))
    found = _TEST.fullmatch(plain)
    if found is None:
        return False
    fact = getattr(facts, found["fact"])
    return fact is not None and _SIGNS[found["sign"]](fact, Decimal(found["limit"]))


def understood_test(words: str) -> str:
    """Return a test as it is kept; refused where it is none."""
    plain = unicodedata.normalize("NFKC", words).replace(" ", "").replace("≤", "<=").replace("≥", ">=")
    for code, word in _IN_WORDS:
        if plain.startswith(word):
            plain = code + plain.removeprefix(word)
            break
    if plain not in _WORDS and not _TEST.fullmatch(plain):
        raise Refused(f"看不懂亮灯条件“{words.strip()}”，请写作 落后>30、剩余天数<=3、逾期 或 临期。")
    return plain


def test_in_words(test: str) -> str:
    """Return a test as the clerk reads and writes it: 落后>30; one that says nothing known as it stands."""
    found = _TEST.fullmatch(test)
    if found:
        return f"{_FACTS[found['fact']]}{found['sign']}{found['limit']}"
    return _WORDS.get(test, test)
