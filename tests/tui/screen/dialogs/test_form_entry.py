"""A whole form typed in: text goes to the field under the cursor, and all of it is one change."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.report import Report
from store.records.schedule import Measure, Schedule
from tests.keys import CTRL, DOWN, ENTER, F10, LEFT, RIGHT, UP
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Clerk, opened

DAY = "2021-10-28"
TYPE = F10 + "按表录入" + ENTER
TO_UNIT = ENTER + "平台" + ENTER


@pytest.fixture
def ledger(sample: Path) -> Path:
    """The sample list, reported monthly by the 25th by all units; row 2 has a measure."""
    with TaskFile.open(sample) as file:
        row = file.tasks.task_keys[1]
        facts = (
            Schedule("s", every="month", due_day=25, who="all"),
            Measure("m", row, "1", "机构", "40", "家"),
        )
        file.commit(Change("设报送安排", tuple(map(created, facts))))
    return sample


def reports(path: Path) -> dict[str, Report]:
    tasks = TaskFile.open(path, read_only=True).tasks
    return {tasks.row_name(one.task): one for one in tasks.all_of(Report)}


async def at_the_form(desk: Clerk) -> None:
    """Go to 平台处's form of October."""
    await desk.type(ESC + TYPE)
    await desk.wait_for("录入哪一期的进展")
    await desk.type(ENTER)
    await desk.wait_for("录入哪个单位的")
    await desk.type("平台" + ENTER)
    await desk.wait_for("按表录入：平台处")


@pytest.mark.parametrize("paced", [False, True])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_form_is_typed_in_and_registered_at_once(
    ledger: Path, size: tuple[int, int], *, paced: bool
) -> None:
    async with opened(ledger, size=size, today=DAY) as desk:
        await at_the_form(desk)
        keys = "18" + ENTER + "2" + "新认定3家" + ENTER + "用地紧张" + ENTER + "抓紧" + ENTER
        keys += "45" + ENTER + "4已发文" + ENTER + CTRL("s")
        await desk.type(keys, paced=paced)
        await desk.wait_for("登记平台处2021年10月进展（2 行）")
        assert desk.titles()[-1] == "登记平台处2021年10月进展（2 行）"
    held = reports(ledger)
    first, second = held["2"], held["4"]
    assert (first.done, first.problem, first.next_step, first.word) == (
        "新认定3家",
        "用地紧张",
        "抓紧",
        "under_way",
    )
    assert [one.value for one in first.values] == ["18"]
    assert (second.share, second.word, second.done) == ("45", "needs_help", "已发文")
    assert (first.received_on, first.source) == (DAY, "报送表")


async def test_who_reported_and_the_day_stand_over_the_rows(ledger: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await at_the_form(desk)
        await desk.type(UP * 4 + ENTER + CTRL("a") + "10-24" + ENTER)
        await desk.type("李明" + ENTER + "87654321" + ENTER + "刘红" + ENTER)
        await desk.type(DOWN + DOWN + "新认定3家" + ENTER + CTRL("s"))
        await desk.wait_for("登记平台处2021年10月进展（1 行）")
    one = reports(ledger)["2"]
    assert (one.received_on, one.reporter, one.signed_by) == ("2021-10-24", "李明 87654321", "刘红")


async def test_what_is_no_figure_and_no_day_is_refused_in_the_field(ledger: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await at_the_form(desk)
        await desk.type("十八" + ENTER)
        await desk.wait_for("请只写数字，如 18。")
        await desk.type(ESC + UP + UP + UP + UP + ENTER + CTRL("a") + "13-45" + ENTER)
        await desk.wait_for("没有这一天|不是日期")


async def test_a_state_is_turned_by_arrows(ledger: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await at_the_form(desk)
        await desk.type(DOWN + RIGHT + RIGHT + RIGHT + LEFT + CTRL("s"))
        await desk.wait_for("登记平台处2021年10月进展（1 行）")
    assert reports(ledger)["2"].word == "under_way"


async def test_leaving_asks_and_changes_nothing(ledger: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await at_the_form(desk)
        await desk.type("18" + ENTER + ESC)
        await desk.wait_for("文字还没有保存")
        await desk.type(ENTER)
        await desk.wait_for("按表录入：平台处")
        await desk.type(ESC + DOWN + ENTER)
        await desk.wait_gone("按表录入：平台处")
        await desk.type(TYPE + TO_UNIT)
        await desk.wait_for("按表录入：平台处")
        await desk.type(ESC)
        await desk.wait_gone("按表录入：平台处")
    assert reports(ledger) == {}


async def test_the_last_period_is_taken_over(ledger: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await at_the_form(desk)
        await desk.type(DOWN + DOWN + "新认定3家" + ENTER + CTRL("s"))
        await desk.wait_for("登记平台处2021年10月进展")
    async with opened(ledger, today="2021-11-20") as desk:
        await at_the_form(desk)
        await desk.type(CTRL("d"))
        await desk.wait_for("进展情况 +新认定3家")
        await desk.type(CTRL("s"))
        await desk.wait_for("登记平台处2021年11月进展（1 行）")
