"""June of the made year at the keyboard: reports in the ledger, a closing that waits and is approved, then
今日 and the statistics, which come to what was worked out by hand.
"""

import re
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.closing import Closing
from tests.keys import DOWN, ENTER, F8, F10, RIGHT, TAB, UP
from tests.store.ledger.year.expected_reports import MONTHS
from tests.store.ledger.year.expected_stats import ALL, BEHIND, BY_UNIT
from tests.store.ledger.year.facts import LI
from tests.store.ledger.year.running import Year
from tests.store.ledger.year.test_stats_of_the_year import COLUMNS
from tests.tui.screen.ledger_list import at_ledger
from tests.tui.screen.pilot import ESC, Clerk, opened
from tui.screen import place_keeping

TEXT = "6月进展"
FIGURE = TAB * 3
"""From the text of a report to how much is done."""
COURSE = F10 + "销号" + ENTER
LAST = "2021-06-30"


@pytest.fixture
def june(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made list as it stood on 19 June, before anything of June was reported; each day at the program
    begins in the list, however long the one before took.
    """
    monkeypatch.setattr(place_keeping, "PAUSE_SECONDS", 3600.0)
    year = Year(tmp_path)
    year.pass_by("2021-06-19")
    year.close()
    return year.desks[LI].path


@pytest.mark.parametrize("paced", [False, pytest.param(True, marks=pytest.mark.slow)])
async def test_june(june: Path, paced: bool) -> None:
    await _reports(june, paced)
    await _closing(june, paced)
    async with opened(june, size=(160, 40), today=LAST) as desk:
        await desk.wait_for("今日 6月30日 .*2 件")
        assert desk.sees(r"▾ 未报 +1\b.*\n.*3\.3 +2021年2月至6月进展 5 份") and desk.sees("▾ 催办到期未回 +1")
        await desk.type(ESC + F10 + "统计" + ENTER, paced=paced)
        await desk.wait_for("统计口径：9 行，截至 2021-06-30")
        for line in BY_UNIT[LAST]:
            assert _figures(desk, line) == _expected(line), line


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


def _expected(line: str) -> dict[str, int]:
    """The rows, those in each state and behind, the reports owed, in time, late and missing; no nought."""
    states, owed = BY_UNIT[LAST][line], MONTHS["2021-06"]
    counts = {COLUMNS.get(state, state): count for state, count in states.items()}
    counts |= {"牵头": sum(states.values()), "落后": BEHIND[LAST].get(line, 0)}
    of_line = owed.values() if line == ALL else [owed[line]] if line in owed else []
    for place, head in enumerate(("应报", "按时", "迟报", "未报")):
        counts[head] = sum(count[place] for count in of_line)
    return {head: count for head, count in counts.items() if count}
