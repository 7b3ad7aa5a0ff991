"""今日 on the screen: it opens by itself once a day, F5 turns to it, Enter goes there."""

import asyncio
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.machine.settings import load_settings
from store.records.changes import Change, created
from store.records.follow_up import FollowUp
from store.records.report import Report
from store.records.schedule import Schedule
from tests.keys import CTRL, DOWN, ENTER, F5, F9, F10, LEFT
from tests.tui.screen.pilot import ESC, NARROW, WIDE, opened, row, write
from tui.screen.acts.checking import Checking
from tui.screen.app import app_for
from tui.screen.asking import Asking
from tui.screen.main_screen import MainScreen

DAY = "2021-10-27"


@pytest.fixture
def late(sample: Path) -> Path:
    """The sample with a row that is late on the day, and one that is due in three days."""
    write(sample, "2", deadline="9月底前")
    write(sample, "3.2", deadline="10月30日前")
    return sample


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_it_opens_by_itself_and_says_what_is_late_first(late: Path, size: tuple[int, int]) -> None:
    async with opened(late, size=size, today=DAY) as desk:
        await desk.wait_for("今日 10月27日 .*2 件")
        assert desk.sees(r"▾ 逾期 +1") and desk.sees(r"▾ 三日内到期 +1")
        assert desk.sees(r"2 +新增省级及以上众创孵化机构40家。\n.*9月30日 逾期 27 天 +平台处 刘红")
        assert desk.text.index("▾ 逾期") < desk.text.index("▾ 三日内到期")
        assert desk.sees("10月30日 剩 3 天 +法制处 徐涛")


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """The checks begin to look when it is set."""
    event, began = asyncio.Event(), Checking.begin

    async def begin(self: Checking) -> None:
        await event.wait()
        await began(self)

    monkeypatch.setattr(Checking, "begin", begin)
    return event


async def test_errors_come_into_what_opened_by_itself_once_the_checks_have_looked(
    late: Path, looks: asyncio.Event
) -> None:
    write(late, "1", lead_units=(), lead_leaders=())
    async with opened(late, today=DAY) as desk:
        await desk.wait_for("今日 10月27日 .*2 件 · 核对中")
        await desk.type(" " + DOWN)
        looks.set()
        await desk.wait_for("今日 10月27日 .*3 件 *\n")
        assert desk.sees(r"▾ 核对错误 +1\n.* 1  C01\n.* 没有牵头单位")
        assert desk.sees(r"\* 2  新增省级"), "what is marked stays so"
        await desk.type(DOWN + ENTER)
        assert isinstance(screen := desk.app.screen, MainScreen)
        assert screen.desk.row == desk.file.tasks.rows_named("3.2")[0], "the cursor stayed where it was"


async def test_what_was_left_before_the_checks_have_looked_takes_nothing_in(
    late: Path, looks: asyncio.Event
) -> None:
    async with opened(late, today=DAY) as desk:
        await desk.wait_for("今日 10月27日 .*2 件 · 核对中")
        await desk.type(ESC)
        looks.set()
        await desk.wait_for("核对 .*提醒")
        assert not desk.title


@pytest.mark.parametrize("paced", [False, True])
async def test_enter_goes_to_the_row(late: Path, paced: bool) -> None:
    async with opened(late, today=DAY) as desk:
        await desk.type(DOWN * 2 + ENTER, paced=paced)
        await desk.wait_gone("今日 10月27日")
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        assert screen.desk.row == desk.file.tasks.rows_named("3.2")[0]
        assert len(desk.titles()) == 3


async def test_it_opens_once_a_day(late: Path) -> None:
    async with opened(late, today=DAY) as desk:
        await desk.wait_for("今日 10月27日")
        await desk.type(ESC)
    async with opened(late, today=DAY) as desk:
        assert not desk.title
    async with opened(late, today="2021-10-28") as desk:
        await desk.wait_for("今日 10月28日")


@pytest.mark.parametrize(("deadline", "day"), [("", DAY), ("12月底前", DAY), ("长期坚持", DAY)])
async def test_nothing_opens_where_nothing_is_to_be_seen_to(sample: Path, deadline: str, day: str) -> None:
    if deadline:
        write(sample, "2", deadline=deadline)
    async with opened(sample, today=day) as desk:
        assert not desk.title


def test_it_does_not_open_where_the_settings_say_so(late: Path, home: Path) -> None:
    settings = home / "config" / "yaodian" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('today = "never"\n', encoding="utf-8")
    app = app_for(late, load_settings())
    assert not app.opens_today
    settings.write_text("", encoding="utf-8")
    assert app_for(late, load_settings()).opens_today


@pytest.mark.parametrize("paced", [False, True])
async def test_f5_turns_from_the_findings_to_the_questions_to_today_and_on(late: Path, paced: bool) -> None:
    async with opened(late, today="2021-07-01") as desk:
        assert not desk.title
        await desk.type(F5 + F5, paced=paced)
        await desk.wait_for(r"待定 +\d+ 个问题")
        assert desk.sees("F5 今日")
        await desk.type(F5, paced=paced)
        await desk.wait_for("今日 7月1日 +0 件")
        assert desk.sees("今天没有要办的。")
        await desk.type(F5, paced=paced)
        await desk.wait_for("▌核对 ")


async def test_the_menu_opens_it_in_a_list_that_uses_no_ledger(sample: Path) -> None:
    async with opened(sample, today=DAY) as desk:
        await desk.type(F10 + "今日" + ENTER)
        await desk.wait_for("今日 10月27日 +0 件")
        await desk.type(ESC)
        await desk.wait_gone("今日 10月27日")


async def test_words_narrow_it_and_a_group_closes(late: Path) -> None:
    async with opened(late, today=DAY) as desk:
        await desk.type("法制处")
        await desk.wait_gone("▾ 逾期")
        assert desk.sees("剩 3 天")
        await desk.type(ESC)
        await desk.type(F10 + "今日" + ENTER + LEFT)
        await desk.wait_for("▸ 逾期")


async def test_a_reminder_that_nobody_answered_stands_there(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        row = file.tasks.rows_named("2")[0]
        unit = next(unit.key for unit in file.tasks.units if file.tasks.wording_of(unit.key) == "平台处")
        fact = FollowUp("f", "催办〔2021〕3号", unit=unit, tasks=(row,), answer_by="2021-10-20")
        file.commit(Change("催办", (created(fact),)))
    write(sample, "2", deadline="年底前")
    async with opened(sample, today=DAY) as desk:
        await desk.wait_for("▾ 催办到期未回 +1")
        assert desk.sees(r"催办〔2021〕3号\n.*10月20日 应回复，过 7 天 +平台处")
        await desk.type("催办〔2021〕3号" + ENTER)
        assert desk.title == "催办登记 1 次，未回复 1 次"
        await desk.type(ENTER + "已办。" + ENTER)
        assert desk.title == "催办登记 1 次，未回复 0 次"


async def test_it_is_not_laid_under_hands_that_type_already(
    late: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Asking, "keys_wait", True)
    async with opened(late, today=DAY) as desk:
        await desk.wait_for("有今日要办的，请按 F10，选“今日”。")
        assert not desk.title
    monkeypatch.undo()
    async with opened(late, today=DAY) as desk:
        await desk.wait_for("今日 10月27日")


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("paced", [False, True])
async def test_a_report_that_is_missing_leads_to_the_ledger_of_its_period(
    sample: Path, size: tuple[int, int], paced: bool
) -> None:
    with TaskFile.open(sample) as file:
        monthly = Schedule("s", file.tasks.notice.key, "月报", "month", 25, from_period="2021-09")
        file.commit(Change("月报", (created(monthly),)))
    async with opened(sample, size=size, today="2021-10-20") as desk:
        await desk.wait_for("▾ 未报")
        await desk.type("平台处", paced=paced)
        await desk.wait_for(r"2 +2021年9月进展\n.*应报 9月25日，迟 25 天 +平台处")
        await desk.type(ENTER, paced=paced)
        await desk.wait_for("台账 2021年9月")
        await desk.type("已认定三家" + ENTER, paced=paced)
        saved = await desk.saved(3)
        (report,) = saved.tasks.all_of(Report)
        assert (report.task, report.period) == (saved.tasks.rows_named("2")[0], "2021-09")
        assert report.done == "已认定三家"
        await desk.type(F10 + "今日" + ENTER + "平台处", paced=paced)
        await desk.wait_for("没有符合的。")


@pytest.mark.parametrize("paced", [False, True])
async def test_a_unit_that_owes_many_reports_has_a_line_and_a_slip_of_its_own(
    sample: Path, paced: bool
) -> None:
    """Rows 3.1 to 3.4 and 5 are led by 法制处, 3.4 by 转化中心 as well; August and September are missing."""
    with TaskFile.open(sample) as file:
        monthly = Schedule("s", file.tasks.notice.key, "月报", "month", 25, from_period="2021-08")
        file.commit(Change("月报", (created(monthly),)))
    async with opened(sample, today="2021-10-20") as desk:
        await desk.wait_for(r"3.1–3.4、5 +2021年8月至9月进展 10 份\n.*最早的应报 8月25日，迟 56 天 +法制处")
        await desk.type("法制处" + F9, paced=paced)
        await desk.wait_for(r"催办：第 3\.1–3\.4、5 行")
        await desk.type("11-5" + ENTER, paced=paced)
        (slip,) = (await desk.saved(3)).tasks.all_of(FollowUp)
        assert desk.file.tasks.wording_of(slip.unit) == "法制处"
        assert list(map(desk.file.tasks.row_name, slip.tasks)) == ["3.1", "3.2", "3.3", "3.4", "5"]
        await desk.type(ENTER, paced=paced)
        await desk.wait_for("台账 2021年9月")
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        assert screen.desk.row == desk.file.tasks.rows_named("3.1")[0]


@pytest.mark.parametrize("paced", [False, True])
async def test_several_rows_are_marked_and_reminded_at_once(late: Path, paced: bool) -> None:
    async with opened(late, today=DAY) as desk:
        await desk.type(" " + DOWN * 2 + " " + F9, paced=paced)
        await desk.wait_for("催办：第 2、3.2 行")
        await desk.type("11-5" + ENTER, paced=paced)
        slips = (await desk.saved(4)).tasks.all_of(FollowUp)
        assert [slip.answer_by for slip in slips] == ["2021-11-05", "2021-11-05"]
        rows = {desk.file.tasks.row_name(row) for slip in slips for row in slip.tasks}
        assert rows == {"2", "3.2"}
        await desk.wait_for("今日 10月27日")
        await desk.type(ESC + CTRL("z"))
        assert not (await desk.saved(5)).tasks.all_of(FollowUp)


async def test_a_reminder_that_ran_out_leads_to_the_register(late: Path) -> None:
    with TaskFile.open(late) as file:
        task = row(file, "2")
        unit = task.lead_units[0].key or ""
        fact = FollowUp("f", "催办〔2021〕3号", unit=unit, tasks=(task.key,), answer_by="2021-10-20")
        file.commit(Change("催办", (created(fact),)))
    async with opened(late, today=DAY) as desk:
        await desk.type("3号" + ENTER)
        await desk.wait_for("催办登记")
        assert desk.sees("催办〔2021〕3号")
