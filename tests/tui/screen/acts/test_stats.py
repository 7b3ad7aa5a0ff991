"""统计 on the screen: the sample's October by hand, what a figure leads to, and printing it."""

import io
import re
from pathlib import Path

import docx
import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.keys import DOWN, END, ENTER, F7, F9, F10, LEFT, RIGHT, TAB, UP
from tests.store.ledger.october import october_edits, reports_edits
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Clerk, opened
from tui.screen.main_screen import MainScreen

DAY = "2021-10-31"
STATS = F10 + "统计" + ENTER


@pytest.fixture
def october(sample: Path) -> Path:
    """The sample in October with its reports."""
    with TaskFile.open(sample) as file:
        file.commit(Change("十月情况", tuple(october_edits(file.tasks))))
        file.commit(Change("十月报送", tuple(reports_edits(file.tasks))))
    return sample


def figures(desk: Clerk, label: str) -> list[str]:
    """The figures of a line of the table."""
    found = re.search(rf"^[▌ ]{label} +(\S.*)$", desk.text, re.MULTILINE)
    assert found, desk.text
    return found[1].replace("[", " ").replace("]", " ").split()


async def leave_today(desk: Clerk) -> None:
    await desk.wait_for("今日 10月31日")
    await desk.type(ESC)


async def test_october_by_unit_adds_up_on_the_screen(october: Path) -> None:
    async with opened(october, size=(160, 40), today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS)
        await desk.wait_for("统计口径：9 行，截至 2021-10-31；有 2 个牵头单位的 1 行")
        heads = next(line for line in desk.text.splitlines() if "牵头 " in line)
        assert heads.split() == (
            [
                "牵头",
                "已销号",
                "待销号",
                "正常",
                "长期",
                "临期",
                "逾期",
                "未启动",
                "未定",
                "中止/取消",
                "落后",
                "应报",
                "按时",
                "迟报",
                "未报",
                "按时率",
            ]
        )
        assert figures(desk, "法制处") == [
            "5",
            "0",
            "1",
            "1",
            "1",
            "1",
            "0",
            "1",
            "0",
            "0",
            "1",
            "5",
            "2",
            "1",
            "2",
            "40.0%",
        ]
        assert figures(desk, "重复计") == [
            "1",
            "0",
            "1",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "—",
        ]
        assert figures(desk, "合计") == [
            "9",
            "1",
            "1",
            "1",
            "1",
            "1",
            "1",
            "1",
            "1",
            "1",
            "1",
            "7",
            "3",
            "1",
            "3",
            "42.9%",
        ]
        assert desk.sees("重复计：第 3.4 行（法制处、转化中心）。")
        assert desk.sees("全为 0 的 1 栏没有列出"), "待报"


@pytest.mark.parametrize("paced", [False, True])
async def test_arrows_turn_by_what_and_the_period(october: Path, paced: bool) -> None:
    async with opened(october, size=WIDE, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + RIGHT, paced=paced)
        assert desk.sees("按领导") and figures(desk, "徐涛")[0] == "6"
        await desk.type(LEFT + LEFT, paced=paced)
        assert desk.sees("按状态") and figures(desk, "逾期")[:3] == ["1", "11.1%", "0"]
        await desk.type(DOWN + RIGHT, paced=paced)
        await desk.wait_for("2021年9月 .*\n.*\n.*截至 2021-09-30")


@pytest.mark.parametrize("paced", [False, True])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_enter_on_a_figure_shows_its_rows_and_goes_there(
    october: Path, size: tuple[int, int], paced: bool
) -> None:
    async with opened(october, size=size, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + DOWN * 3 + RIGHT * 2, paced=paced)
        assert desk.title == "统计 法制处 · 待销号 1" and desk.sees(r"\[1\]")
        await desk.type(ENTER, paced=paced)
        assert desk.title == "法制处 · 待销号（1 行）" and desk.sees("3.4 +4.提升政务服务窗口")
        await desk.type(ESC, paced=paced)
        assert desk.title == "统计 法制处 · 待销号 1"
        await desk.type(ENTER + ENTER, paced=paced)
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        assert screen.desk.row == desk.file.tasks.rows_named("3.4")[0]
        await desk.type(STATS, paced=paced)
        assert desk.title == "统计 法制处 · 待销号 1", "it is shown again as it was left"


@pytest.mark.parametrize("paced", [False, True])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_the_bulletin_tells_of_leads_to_its_rows(
    october: Path, size: tuple[int, int], paced: bool
) -> None:
    """Of October 2 (sent back), 3.2 and 5 are not reported; 3.2 is due on 3 November."""
    async with opened(october, size=size, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + END, paced=paced)
        assert desk.title == "统计 下期到期的任务 1 项"
        await desk.type(UP + ENTER, paced=paced)
        assert desk.title == "统计 需协调解决的问题 0 项", "nothing is behind it"
        assert figures(desk, "本期销号的任务") == ["1", "项"], "all lines are drawn, far down too"
        await desk.type(UP * 3, paced=paced)
        assert desk.title == "统计 未报送的进展 3 份"
        await desk.type(ENTER, paced=paced)
        assert desk.title == "未报送的进展（3 行）"
        await desk.type(DOWN + ENTER, paced=paced)
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        assert screen.desk.row == desk.file.tasks.rows_named("3.2")[0]


async def test_a_figure_of_nothing_leads_nowhere(october: Path) -> None:
    async with opened(october, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + DOWN * 2 + RIGHT + ENTER)
        assert desk.title == "统计 规划处 · 已销号 0"


async def test_in_little_room_the_column_at_hand_is_seen(october: Path) -> None:
    async with opened(october, size=NARROW, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + DOWN * 2 + RIGHT * 30)
        assert desk.title == "统计 规划处 · 按时率 —"
        assert desk.sees(r"\[—\]") and not desk.sees("已销号")
        await desk.type(LEFT * 30 + UP * 2)
        assert desk.sees("牵头 +已销号")


async def test_f9_prints_what_is_shown(october: Path) -> None:
    async with opened(october, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + RIGHT + F9)
        await desk.wait_for("统计表")
        await desk.wait_for("按领导，2021年10月")
        await desk.type(ENTER)
        await desk.wait_for("已保存到|打印：统计表")
        assert desk.titles()[-1] == "打印：统计表"


async def test_a_list_without_ledger_has_its_rows_counted(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(STATS)
        assert figures(desk, "合计") == ["9", "9"]
        assert not desk.sees("应报")


async def test_what_was_printed_is_printed_again_from_the_history(october: Path) -> None:
    async with opened(october, today=DAY) as desk:
        await leave_today(desk)
        await desk.type(STATS + F9)
        await desk.wait_for("按单位，2021年10月")
        await desk.type(ENTER)
        await desk.wait_for("已保存到|打印：统计表")
    with TaskFile.open(october) as file:
        second = file.tasks.task(file.tasks.rows_named("2")[0])
        file.commit(Change("改时限", tuple(updated(second, deadline="年底前"))))
    async with opened(october, today="2021-11-05") as desk:
        await desk.wait_for("今日 11月5日")
        await desk.type(ESC + F7 + TAB + "统计表" + F9)
        await desk.wait_for("按单位，2021年10月")
        await desk.wait_for("截至2021年10月31日，第 ?3 ?次变更")
        await desk.wait_for("平台处")
        await desk.type(ENTER)
        await desk.wait_for("已保存到|打印：统计表")
        assert desk.titles()[-1] == "打印：统计表"
    texts = [path.read_bytes() for path in october.parent.glob("*统计表*.docx")]
    found = ["更正" in document_text(data) for data in texts]
    assert sorted(found) == [False, True]


def document_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
