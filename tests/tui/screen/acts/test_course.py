"""销号、调整 at the keyboard: the row under the cursor and the marked ones."""

import asyncio
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.acts.closing import ClosingGiven, close_rows
from store.acts.course import CourseChange
from store.file.task_file import TaskFile
from store.records.closing import Adjustment, Closing
from tests.keys import CTRL, DELETE, DOWN, ENTER, F2, F8, F10, LEFT, RIGHT, TAB, UP, paste
from tests.tui.screen.pilot import ESC, NARROW, WIDE, lead, opened, row, write
from tui.screen.acts import course_asked
from tui.screen.dialogs import progress

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
COURSE = F10 + "销号" + ENTER
LAST_DAY = "2031-12-31"


@PACED
async def test_the_row_under_the_cursor_is_closed_shown_so_and_opened_again(
    sample: Path, paced: bool
) -> None:
    async with opened(sample) as desk:
        keys = (
            COURSE + DOWN + "已新增42家" + DOWN * 4 + "徐涛" + TAB + "2021-11-20" + DOWN + "局办公会" + ENTER
        )
        await desk.type(DOWN + keys, paced=paced)
        file = await desk.saved(2)
        (closing,) = file.tasks.all_of(Closing)
        assert (closing.task, closing.result) == (row(file, "2").key, "已新增42家")
        assert (closing.approved_by, closing.approved_on) == ("徐涛", "2021-11-20")
        assert desk.titles()[-1] == "第 2 行销号（徐涛批准）"
        assert file.history[-1].basis == "局办公会"
        await desk.type("fzc" + ENTER, paced=paced)
        await desk.wait_for_words("2已于2021-11-20销号（徐涛批准），要改请先恢复。")
        assert lead(desk.file, "2")[0] == "平台处"
        await desk.type(COURSE + DOWN + "验收未通过" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert file.tasks.all_of(Closing)[0].reopen_reason == "验收未通过"
        await desk.type(CTRL("z"))
        await desk.saved(4)
        await desk.wait_for_words("撤销：第2行恢复")


async def test_rows_are_closed_beside_the_keys_which_wait_and_esc_stops_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slowly(*given: Any) -> CourseChange:
        may_go_on.wait()
        return close_rows(*given)

    monkeypatch.setattr(course_asked, "close_rows", slowly)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    form = DOWN + "已办结" + DOWN * 4 + "徐涛" + DOWN + "11-20" + DOWN + "局办公会"
    async with opened(sample) as desk:
        await desk.stop(" " + DOWN + " " + COURSE + form + ENTER, "正在办理所选的行", may_go_on)
        assert len(desk.file.history) == 1
        may_go_on.clear()
        typing = asyncio.ensure_future(desk.type(ENTER + CTRL("z")))
        await desk.wait_for("正在办理所选的行")
        may_go_on.set()
        await typing
        await desk.saved(3)
        assert desk.titles()[-1].startswith("撤销")


async def test_what_is_missing_is_said_in_the_form_and_can_be_written(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(COURSE + ENTER)
        await desk.wait_for_words("缺：完成情况、批准人、批准日期。")
        await desk.type(DOWN + "已办结" + DOWN * 4 + "徐涛" + ENTER)
        await desk.wait_for_words("缺：批准日期。")
        await desk.type(DOWN + "13-40" + ENTER)
        await desk.wait_for_words("没有这一天，请核对日期。")
        assert len(desk.file.history) == 1
        await desk.type("\x7f" * 5 + "11-20" + ESC)
        await desk.wait_for("文字还没有保存")
        await desk.type(DOWN + ENTER)
        await desk.wait_gone("完成情况")
        assert len(desk.file.history) == 1


async def test_marked_rows_wait_for_their_closing_in_one_change(sample: Path) -> None:
    write(sample, "2", deadline="12月底前")
    async with opened(sample) as desk:
        await desk.type(" " + DOWN + " " + COURSE)
        await desk.wait_for("第 1、2 行销号、调整（所选 2 行）")
        await desk.type(DOWN + "已办结" + ENTER)
        file = await desk.saved(3)
        assert [closing.is_waiting for closing in file.tasks.all_of(Closing)] == [True, True]
        assert desk.titles()[-1] == "第 1、2 行申请销号"
        assert desk.sees("待销号")


@PACED
async def test_a_deferral_to_an_earlier_day_is_asked_once(sample: Path, paced: bool) -> None:
    write(sample, "2", due_on=LAST_DAY)
    async with opened(sample) as desk:
        await desk.type(DOWN + COURSE + RIGHT + DOWN + "2031-06-30" + ENTER, paced=paced)
        await desk.wait_for_words("新时限早于现时限，确定提前？确定的请再按一次Enter，不是的请改新时限。")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(3)
        (adjustment,) = file.tasks.all_of(Adjustment)
        assert (adjustment.from_due, adjustment.to_due) == (LAST_DAY, "2031-06-30")
        assert row(file, "2").due_on == "2031-06-30"


async def test_a_suspended_row_resumes_with_the_day_that_is_proposed(sample: Path) -> None:
    write(sample, "2", due_on=LAST_DAY)
    async with opened(sample) as desk:
        await desk.type(DOWN + COURSE + RIGHT * 3 + DOWN + "上级政策调整" + ENTER)
        await desk.saved(3)
        await desk.wait_for("已中止")
        await desk.type(COURSE)
        await desk.wait_for(f"原时限 {LAST_DAY}，停了 0 天")
        await desk.type(ENTER)
        file = await desk.saved(4)
        assert [one.kind for one in file.tasks.all_of(Adjustment)] == ["suspension", "resumption"]
        assert row(file, "2").due_on == LAST_DAY


async def test_turning_to_another_act_keeps_what_it_asks_for_too(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(COURSE + RIGHT * 2 + DOWN * 2 + "并入另一项" + UP * 2 + RIGHT * 2 + ENTER)
        file = await desk.saved(2)
        (adjustment,) = file.tasks.all_of(Adjustment)
        assert (adjustment.kind, adjustment.reason) == ("cancellation", "并入另一项")
        await desk.wait_for("已取消")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_form_stands_whole_at_each_size(sample: Path, size: tuple[int, int]) -> None:
    close(sample, "1")
    async with opened(sample, size=size) as desk:
        await desk.type(DOWN + COURSE)
        for words in ("◂ 销号 ▸", "平台处还没有报“已完成”", "申请日期", "依据", "Enter 办理"):
            assert desk.sees(words), desk.text
        await desk.type(LEFT)
        assert desk.sees("◂ 取消 ▸") and not desk.sees("完成情况")


def close(path: Path, name: str) -> None:
    """Close a row of a list on the disk."""
    with TaskFile.open(path) as file:
        given = ClosingGiven("办结", approved_by="徐涛", approved_on="2021-11-20", basis="纪要")
        done = close_rows(file.tasks, file.tasks.rows_named(name), given, date(2026, 11, 20))
        file.commit(done.change)


async def test_in_a_cell_that_is_joined_the_row_under_the_cursor_alone_is_meant(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 2 + COURSE)
        await desk.wait_for(r"第 3\.1 行销号、调整")
        await desk.type(DOWN + "已办结" + ENTER)
        file = await desk.saved(2)
        assert [closing.task for closing in file.tasks.all_of(Closing)] == [row(file, "3.1").key]


@PACED
async def test_a_row_of_the_ledger_is_closed_there(sample: Path, paced: bool) -> None:
    write(sample, "2", due_on=LAST_DAY)
    async with opened(sample) as desk:
        await desk.type(DOWN + F8, paced=paced)
        await desk.wait_for("台账")
        await desk.type(COURSE + DOWN + "已办结" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert [closing.task for closing in file.tasks.all_of(Closing)] == [row(file, "2").key]
        await desk.wait_for("待销号")


async def test_how_rows_stand_is_there_when_a_list_without_deadlines_is_opened(sample: Path) -> None:
    close(sample, "2")
    async with opened(sample) as desk:
        await desk.wait_for("✓已销号")


async def test_what_stays_in_a_closed_row_is_refused_at_the_key_that_would_ask_for_it(sample: Path) -> None:
    write(sample, "2", deadline="12月底前")
    close(sample, "2")
    async with opened(sample) as desk:
        await desk.type(DOWN)
        on_lead = ("f", F2, ENTER, DELETE, CTRL("d"), CTRL("v"), CTRL("u"), paste("法制处\t徐涛"))
        on_leaders, on_deadline = (ENTER, "x", F2), ("6", F2, DELETE)
        for keys, way in ((on_lead, ""), (on_leaders, RIGHT), (on_deadline, RIGHT * 3)):
            await desk.type(way)
            for key in keys:
                await desk.type(CTRL("c"))
                await desk.wait_gone("要改请先恢复。")
                await desk.type(key)
                await desk.wait_for_words("2已于2021-11-20销号（徐涛批准），要改请先恢复。")
                assert not desk.title, f"{key!r}\n{desk.text}"
        await desk.type(CTRL("c") + F8 * 2 + RIGHT * 3)
        for key in (" ", F2):
            await desk.type(key)
            await desk.wait_for_words("2已于2021-11-20销号（徐涛批准），要改请先恢复。")
            assert not desk.title, f"{key!r}\n{desk.text}"
        assert len(desk.titles()) == 3


async def test_keys_typed_in_one_write_on_a_closed_row_change_nothing(sample: Path) -> None:
    close(sample, "2")
    async with opened(sample) as desk:
        await desk.type(DOWN + "fzc" + ENTER + F2 + DOWN + "gh" + ENTER)
        file = await desk.saved(3)
        assert desk.titles()[-1].startswith("第 3.1"), "the row below goes on"
        assert lead(file, "2")[0] == "平台处"


async def test_the_card_of_a_closed_row_lets_its_text_be_written_and_not_its_days(sample: Path) -> None:
    write(sample, "2", deadline="12月底前")
    close(sample, "2")
    async with opened(sample) as desk:
        await desk.type(DOWN + RIGHT * 4 + ENTER)
        assert desk.title.startswith("第 2 行")
        await desk.type(F2)
        await desk.wait_for_words("2已于2021-11-20销号（徐涛批准），要改请先恢复。")
        await desk.type(LEFT * 5 + F2 + CTRL("a") + "建设平台" + CTRL("s"))
        assert row(await desk.saved(4), "2").text == "建设平台"
