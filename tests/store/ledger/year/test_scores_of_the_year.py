"""The assessment of the made year against what was worked out by hand."""

from datetime import date

import pytest

from store.acts.score_rules import rule_in, set_score_rules
from store.history.earlier import Earlier
from store.ledger.periods import period_named
from store.ledger.scoring import UnitScore, points_said, scores_on
from store.refused import Refused
from tests.store.ledger.year.running import Year

RULES = (
    "基础分=100",
    "迟报=-0.1",
    "未报=-0.5/2",
    "退回=-2",
    "逾期=-1",
    "按期销号=1",
    "逾期申请延期=-0.5",
    "被催办=-0.2",
)
SCORES = {
    "法规处": "99.8",  # April and July of 1.3 late.
    "平台处": "100.4",  # 1.1: August late, asked for a deferral late, closed in time: -0.1 - 0.5 + 1.
    "成果处": "100.5",  # 1.2 closed in time, November of 2.1 missing: 1 - 0.5.
    "转化中心": "98",  # March of 2.1 was sent back; it is still the unit that it was then.
    "规划处": "98.5",  # July of 2.2 missing, 3.1 overdue: -0.5 - 1.
    "外专处": "97.8",  # Six reports of 3.3 missing, of which 2 points count; reminded once.
}
"""Unit to its score on the last day of the year."""


def _marked(year: Year, *rules: str) -> Earlier:
    then = year.on["2021-12-31"]
    tasks = then.tasks.copy()
    tasks.apply(set_score_rules(tasks, map(rule_in, rules)).edits)
    return then._replace(tasks=tasks)


def _totals(then: Earlier, scores: tuple[UnitScore, ...]) -> dict[str, str]:
    return {then.tasks.wording_of(score.unit): points_said(score.total) for score in scores}


def test_the_scores_of_the_year(year: Year) -> None:
    then = _marked(year, *RULES)
    assert _totals(then, scores_on(then.tasks, date(2021, 12, 31))) == SCORES


def test_each_score_has_its_events(year: Year) -> None:
    then = _marked(year, *RULES)
    scores = {then.tasks.wording_of(one.unit): one for one in scores_on(then.tasks, date(2021, 12, 31))}
    missing = scores["外专处"].of("missing")
    assert missing and missing.is_capped
    months = [event.said for event in missing.events]
    assert months == [f"2021年{month}月" for month in range(2, 8)]
    late = scores["平台处"].of("late")
    assert late and [event.said for event in late.events] == ["2021年8月，迟 9 天"]
    returned = scores["转化中心"].of("returned")
    assert returned and [event.said for event in returned.events] == ["2021年3月，2021-03-28 退回"]


def test_only_what_lies_in_a_period_counts(year: Year) -> None:
    then = _marked(year, "迟报=-0.1", "被催办=-0.2", "按期销号=1", "退回=-2")
    scores = scores_on(then.tasks, date(2021, 12, 31), period_named("2021Q2"))
    assert _totals(then, scores) == {
        "法规处": "-0.1",  # April.
        "平台处": "0",
        "成果处": "1",  # 1.2, on 29 June.
        "规划处": "0",
        "外专处": "-0.2",  # On 6 May.
    }


def test_what_was_undone_was_not_sent_back(year: Year) -> None:
    then = _marked(year, "退回=-2")
    (sent,) = [change for change in then.history if change.title.startswith("退回")]
    docs = list(then.history.docs)
    undo = {**docs[-1], "id": "undo1", "undoes": sent.id, "edits": [], "parents": list(then.history.heads)}
    history = type(then.history)([*docs, undo])
    then.tasks.documents.history = lambda: history
    scores = scores_on(then.tasks, date(2021, 12, 31))
    assert set(_totals(then, scores).values()) == {"0"}


def test_without_rules_nobody_is_marked(year: Year) -> None:
    with pytest.raises(Refused, match="考核规则未设，不打分。"):
        scores_on(year.on["2021-12-31"].tasks, date(2021, 12, 31))
