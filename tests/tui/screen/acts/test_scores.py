"""The assessment at the keyboard: rules, scores, and the way to the row behind a point."""

from pathlib import Path

import pytest

from store.ledger.scoring import rule_said, score_rules_of
from tests.keys import CTRL, ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, WIDE, opened, write

SCORES = F10 + "考核" + ENTER


async def test_without_rules_nobody_is_marked(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SCORES)
        assert desk.title.startswith("考核") and desk.sees("考核规则未设，不打分。")
        await desk.type(ESC)
        assert not desk.title


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("paced", [False, True])
async def test_a_rule_is_set_and_a_score_leads_to_its_row(
    sample: Path, size: tuple[int, int], paced: bool
) -> None:
    write(sample, "2", due_on="2021-09-30")
    async with opened(sample, size=size) as desk:
        await desk.type(SCORES + "逾期" + ENTER + "-2/5" + ENTER, paced=paced)
        saved = await desk.saved(3)
        assert [rule_said(rule) for rule in score_rules_of(saved.tasks)] == ["逾期 -2（最多 5 分）"]
        assert desk.sees("平台处.*逾期 -2.*-2")
        await desk.type("平台处" + ENTER, paced=paced)
        assert desk.title.startswith("平台处的得分由来") and desk.sees(r"2 逾期 \d+ 天")
        await desk.type(ENTER, paced=paced)
        assert not desk.title and desk.sees("▌2 ")
        await desk.type(CTRL("z"))
        assert not score_rules_of((await desk.saved(4)).tasks)


@pytest.mark.parametrize("words", ["扣两分", "-2/许多", "1/2/3"])
async def test_what_is_no_rule_is_refused_in_the_field(sample: Path, words: str) -> None:
    async with opened(sample) as desk:
        await desk.type(SCORES + "未报" + ENTER + words + ENTER)
        await desk.wait_for("要写数字")
        assert len(desk.titles()) == 1


async def test_a_list_that_is_only_looked_at_keeps_its_rules(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(SCORES + "未报" + ENTER)
        assert desk.sees("只读")
        assert len(desk.titles()) == 1
