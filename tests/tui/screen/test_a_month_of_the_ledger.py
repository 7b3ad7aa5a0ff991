"""Months of the made year at the keyboard: reports in the ledger, the course of rows, then 今日 and the
statistics, which come to what was worked out by hand.

    April      a row is suspended, a report comes late
    June       a closing waits and is approved
    October    a deferral is asked for when the row is late already
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.closing import Adjustment, Closing
from tests.keys import DOWN, ENTER, F8, F10, RIGHT, TAB, UP
from tests.store.ledger.year.expected_reports import MONTHS
from tests.store.ledger.year.expected_stats import ALL, BEHIND, BY_UNIT
from tests.store.ledger.year.facts import LI
from tests.store.ledger.year.running import Year
from tests.store.ledger.year.test_stats_of_the_year import COLUMNS
from tests.tui.screen.ledger_list import at_ledger
from tests.tui.screen.pilot import ESC, Clerk, opened
from tui.screen import place_keeping

TEXT = "按计划推进"
FIGURE = TAB * 3
"""From the text of a report to how much is done."""
COURSE = F10 + "销号" + ENTER


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes the made list as it stood in the evening of a day; each day at the program begins in the list,
    however long the one before took.
    """
    monkeypatch.setattr(place_keeping, "PAUSE_SECONDS", 3600.0)

    def as_on(day: str) -> Path:
        year = Year(tmp_path)
        year.pass_by(day)
        year.close()
        return year.desks[LI].path

    return as_on


@pytest.mark.parametrize("paced", [False, pytest.param(True, marks=pytest.mark.slow)])
async def test_june(made: Callable[[str], Path], paced: bool) -> None:
    june = made("2021-06-19")
    await _reports(june, paced)
    await _closing(june, paced)
    async with opened(june, size=(160, 40), today="2021-06-30") as desk:
        await desk.wait_for("今日 6月30日 .*2 件")
        assert desk.sees(r"▾ 未报 +1\b.*\n.*3\.3 +2021年2月至6月进展 5 份") and desk.sees("▾ 催办到期未回 +1")
        await _statistics_agree(desk, "2021-06-30", paced)


@pytest.mark.slow
async def test_april(made: Callable[[str], Path]) -> None:
    april = made("2021-04-11")
    async with at_ledger(april, today="2021-04-12") as desk:
        await desk.type(DOWN * 6 + COURSE + RIGHT * 3 + DOWN + "用地指标未落实" + ENTER)  # 3.1
        assert desk.titles()[-1] == "第 3.1 行中止"
    async with at_ledger(april, today="2021-04-20") as desk:
        await desk.type(F8 + _said("14") + _said("60"))  # 1.1 1.2
        await desk.type(DOWN + _said() + _said("20") + _said("8"))  # 2.1 2.2 of both units
        await desk.type(DOWN * 2 + _said("40") + _said("35"))  # 3.2 of both units
    async with at_ledger(april, today="2021-04-27") as desk:
        await desk.type(DOWN * 2 + F8 + _said())
        await desk.wait_for_words("第1.3行2021年4月进展：法规处")
    async with opened(april, size=(160, 40), today="2021-04-30") as desk:
        await desk.wait_for("今日 4月30日 .*1 件")
        assert desk.sees(r"▾ 未报 +1\b.*\n.*3\.3 +2021年2月至4月进展 3 份")
        await _statistics_agree(desk, "2021-04-30")


@pytest.mark.slow
async def test_october(made: Callable[[str], Path]) -> None:
    october = made("2021-10-09")
    async with at_ledger(october, today="2021-10-10") as desk:
        keys = COURSE + RIGHT + DOWN + "2021-11-30" + DOWN * 2 + "2021-10-08" + DOWN + "徐涛"
        await desk.type(keys + DOWN + "2021-10-10" + ENTER)  # 1.1
        (adjustment,) = [one for one in desk.file.tasks.all_of(Adjustment) if one.kind == "deferral"]
        assert (adjustment.asked_on, adjustment.days_late) == ("2021-10-08", 8)
    async with at_ledger(october, today="2021-10-20") as desk:
        await desk.type(F8 + _said("38") + DOWN + _said() + _said())  # 1.1 1.3 2.1
        await desk.type(_said("80") + _said("72"))  # 2.2 of both units
        await desk.type(DOWN + _said("75") + _said("90") + _said("70"))  # 3.1 3.2 3.3
    async with opened(october, size=(160, 40), today="2021-10-31") as desk:
        await desk.wait_for("今日 10月31日 .*3 件")
        assert desk.sees("▾ 三日内到期 +1") and desk.sees("▾ 未报 +2")
        await _statistics_agree(desk, "2021-10-31")


def _said(number: str = "") -> str:
    """The keys of a report, with how much is done."""
    return TEXT + (FIGURE + number if number else "") + ENTER


async def _statistics_agree(desk: Clerk, last: str, paced: bool = False) -> None:
    """Open the statistics of a month's last day and find each unit's figures in them."""
    await desk.type(ESC + F10 + "统计" + ENTER, paced=paced)
    await desk.wait_for(f"统计口径：9 行，截至 {last}")
    for line in BY_UNIT[last]:
        assert _figures(desk, line) == _expected(line, last), line


async def _reports(path: Path, paced: bool) -> None:
    """Enter what the units reported on the 20th, row after row, and on the 24th."""
    async with at_ledger(path, today="2021-06-20") as desk:
        await desk.type(F8 + TEXT + FIGURE + "16" + ENTER, paced=paced)  # 1.1
        await desk.type(DOWN + TEXT + ENTER + TEXT + ENTER, paced=paced)  # 1.3 2.1
        await desk.type(TEXT + FIGURE + "40" + ENTER, paced=paced)  # 2.2, 平台处
        await desk.type(TEXT + FIGURE + "29.95" + ENTER, paced=paced)  # 2.2, 规划处
        await desk.type(DOWN * 2 + TEXT + FIGURE + "60" + ENTER, paced=paced)  # 3.2, 成果处
        await desk.type(TEXT + FIGURE + "55" + ENTER, paced=paced)  # 3.2, 转化中心
        assert desk.titles()[-1] == "第 3.2 行2021年6月进展：转化中心"
    async with at_ledger(path, today="2021-06-24") as desk:
        done = UP + RIGHT + DOWN + "全部登记" + FIGURE + "100" + ENTER
        await desk.type(F8 + DOWN + ENTER + done, paced=paced)  # 1.2
        await desk.wait_for("成果登记.*待销号")


async def _closing(path: Path, paced: bool) -> None:
    """Ask for the closing of row 1.2, and have it approved four days later."""
    async with at_ledger(path, today="2021-06-25") as desk:
        await desk.type(DOWN + COURSE + DOWN + "登记成果 120 项" + ENTER, paced=paced)
        assert desk.titles()[-1] == "第 1.2 行申请销号"
    async with at_ledger(path, today="2021-06-29") as desk:
        await desk.type(DOWN + COURSE + DOWN * 5 + "胡军" + TAB + "2021-06-29" + ENTER, paced=paced)
        assert desk.titles()[-1] == "第 1.2 行销号（胡军批准）"
    with TaskFile.open(path, read_only=True) as file:
        (closing,) = file.tasks.all_of(Closing)
        assert (closing.result, closing.asked_on) == ("登记成果 120 项", "2021-06-25")
        assert (closing.due_on, closing.days_late) == ("2021-06-30", 0)


def _figures(desk: Clerk, label: str) -> dict[str, int]:
    """The figures of a line of the table by their heads, but the rate; a column of noughts is left out."""
    (heads,) = re.findall(r"^ *(牵头 .*)$", desk.text, re.MULTILINE)
    found = re.search(rf"^[▌ ]{label}\S* +(\d.*)$", desk.text, re.MULTILINE)
    assert found, desk.text
    figures = dict(zip(heads.split(), found[1].replace("[", " ").replace("]", " ").split(), strict=True))
    return {head: int(figure) for head, figure in figures.items() if head != "按时率" and figure != "0"}


def _expected(line: str, last: str) -> dict[str, int]:
    """The rows, those in each state and behind, the reports owed, in time, late and missing; no nought."""
    states, owed = BY_UNIT[last][line], MONTHS[last[:7]]
    counts = {COLUMNS.get(state, state): count for state, count in states.items()}
    counts |= {"牵头": sum(states.values()), "落后": BEHIND[last].get(line, 0)}
    of_line = owed.values() if line == ALL else [owed[line]] if line in owed else []
    for place, head in enumerate(("应报", "按时", "迟报", "未报")):
        counts[head] = sum(count[place] for count in of_line)
    return {head: count for head, count in counts.items() if count}
