"""A text is written in a field; nothing that was typed is lost without a word."""

import pytest

from store.refused import Refused
from tests.keys import BACKSPACE, CTRL, DOWN, END, ENTER, F2, TAB, paste
from tests.tui.screen.pilot import ESC, asked
from tui.screen.dialogs.text import TextDialog

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


def no_numbers(text: str) -> None:
    if any(sign.isdigit() for sign in text):
        raise Refused("不能有数字。")


async def test_a_line_is_given_back_by_enter_without_what_no_line_holds() -> None:
    async with asked(TextDialog("文号", "武科")) as dialog:
        await dialog.wait_for("Enter 确定 +Esc 不改")
        await dialog.type("1号  " + CTRL("j") + ENTER)
        assert dialog.answer == "武科1号"


@pytest.mark.parametrize("stands", ["0", "25", "2026-10", "2026Q4", "2026-11-01 14:30"])
async def test_a_number_day_or_period_is_written_anew(stands: str) -> None:
    async with asked(TextDialog("报送日", stands)) as dialog:
        await dialog.type("10" + ENTER)
        assert dialog.answer == "10"
    async with asked(TextDialog("报送日", stands)) as dialog:
        await dialog.type(END + "1" + ENTER)
        assert dialog.answer == f"{stands}1"


async def test_what_a_check_refuses_is_said_and_the_field_stays() -> None:
    async with asked(TextDialog("姓名", check=no_numbers, problem="请重新输入。")) as dialog:
        await dialog.wait_for("请重新输入")
        await dialog.type("王1" + ENTER)
        await dialog.wait_for("不能有数字")
        await dialog.type(BACKSPACE + "芳" + ENTER)
        assert dialog.answer == "王芳"


async def test_in_a_long_text_ctrl_j_is_a_new_line_and_enter_keeps_it() -> None:
    async with asked(TextDialog("正文", "一", long=True)) as dialog:
        await dialog.wait_for("Ctrl.J 换行")
        await dialog.type(F2 + CTRL("j") + "二" + TAB + ENTER)
        assert dialog.answer == "一\n二"


async def test_a_paste_is_taken_whole_and_a_line_of_it_into_one() -> None:
    async with asked(TextDialog("正文", long=True)) as dialog:
        await dialog.type(paste("一\r\n二\x07") + ENTER)
        assert dialog.answer == "一\n二"
    async with asked(TextDialog("文号")) as dialog:
        await dialog.type(paste("武科\n1号") + ENTER)
        assert dialog.answer == "武科 1号"


@PACED
async def test_up_to_two_characters_are_left_at_once(paced: bool) -> None:
    for typed in ("", "文字", BACKSPACE):
        async with asked(TextDialog("正文", "一")) as dialog:
            await dialog.type(typed + ESC, paced=paced)
            assert dialog.answer is None


@PACED
async def test_more_is_asked_about_and_a_second_esc_goes_on(paced: bool) -> None:
    async with asked(TextDialog("正文", "一")) as dialog:
        await dialog.type("二三四" + ESC, paced=paced)
        await dialog.wait_for("文字还没有保存")
        await dialog.type(ESC + "五" + ESC + ENTER + ENTER, paced=paced)
        assert dialog.answer == "一二三四五"


async def test_a_text_may_be_dropped_when_asked() -> None:
    async with asked(TextDialog("正文", "一", long=True)) as dialog:
        await dialog.type("二三四" + ESC + DOWN + ENTER)
        assert dialog.answer is None


async def test_ctrl_s_keeps_a_line_too() -> None:
    async with asked(TextDialog("正文", "一")) as dialog:
        await dialog.type("二" + CTRL("s"))
        assert dialog.answer == "一二"


async def test_ctrl_a_takes_all_of_the_text_as_in_a_word_processor() -> None:
    async with asked(TextDialog("正文", "一二三\n四", long=True)) as dialog:
        await dialog.type(CTRL("a") + "五" + ENTER)
        assert dialog.answer == "五"
