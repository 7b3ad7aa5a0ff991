"""A text is edited in a field; nothing that was typed is lost without a word."""

from store.refused import Refused
from tests.keys import CTRL, DOWN, ENTER, F2
from tests.tui.screen.pilot import ESC, asked
from tui.screen.dialogs.text import TextDialog


def no_numbers(text: str) -> None:
    if any(sign.isdigit() for sign in text):
        raise Refused("不能有数字。")


async def test_a_line_is_given_back_by_enter_without_what_no_line_holds() -> None:
    async with asked(TextDialog("文号", "武科")) as dialog:
        await dialog.wait_for("Enter 保存 · Esc 取消")
        await dialog.type("1号  " + ENTER)
        assert dialog.answer == "武科1号"


async def test_what_a_check_refuses_is_said_and_the_field_stays() -> None:
    async with asked(TextDialog("姓名", check=no_numbers, problem="请重新输入。")) as dialog:
        await dialog.wait_for("请重新输入")
        await dialog.type("王1" + ENTER)
        await dialog.wait_for("不能有数字")
        await dialog.type("\x7f" + "芳" + ENTER)
        assert dialog.answer == "王芳"


async def test_in_a_long_text_enter_is_a_new_line() -> None:
    async with asked(TextDialog("正文", "一", long=True)) as dialog:
        await dialog.wait_for("Ctrl.S 或 F2 保存")
        await dialog.type(ENTER + "二" + F2)
        assert dialog.answer == "一\n二"


async def test_an_unchanged_text_is_left_at_once() -> None:
    async with asked(TextDialog("正文", "一")) as dialog:
        await dialog.type(ESC)
        assert dialog.answer is None


async def test_a_changed_text_is_asked_about_before_it_is_left() -> None:
    async with asked(TextDialog("正文", "一")) as dialog:
        await dialog.type("二" + ESC)
        await dialog.wait_for("文字已改动")
        await dialog.type(ENTER + "三" + ESC + DOWN + ENTER)
        assert dialog.answer == "一二三"


async def test_a_changed_text_may_be_dropped() -> None:
    async with asked(TextDialog("正文", "一", long=True)) as dialog:
        await dialog.type("二" + ESC + DOWN * 2 + ENTER)
        assert dialog.answer is None


async def test_ctrl_s_saves_a_line_too() -> None:
    async with asked(TextDialog("正文", "一")) as dialog:
        await dialog.type("二" + CTRL("s"))
        assert dialog.answer == "一二"
