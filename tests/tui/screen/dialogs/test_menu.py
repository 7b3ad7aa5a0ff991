"""The menu by itself: groups, typing, what cannot be used."""

import pytest
from rich.cells import cell_len

from tests.keys import DOWN, ENTER, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, UP
from tests.tui.screen.pilot import ESC, NARROW, WIDE, asked
from tui.screen.dialogs.menu import MenuDialog, MenuEntry

ENTRIES = [
    MenuEntry("undo", "撤销", "Ctrl+Z", "撤销上一次变更", "修改"),
    MenuEntry("swap", "牵责对调", "", "本行的牵头单位与责任单位对调", "修改", "请先按 F8 回到清单。"),
    MenuEntry("find", "查找", "F3", "查找任务、单位、人员", "查看"),
    MenuEntry("print", "打印", "F9", "先看样子", "文件"),
]


def menu() -> MenuDialog:
    return MenuDialog("菜单", ENTRIES)


async def test_the_cursor_passes_over_headings_and_goes_from_group_to_group() -> None:
    async with asked(menu()) as dialog:
        await dialog.wait_for("撤销上一次变更")  # It begins on a command.
        await dialog.type(UP + DOWN * 2)
        assert dialog.sees("查找任务、单位、人员")
        await dialog.type(LEFT)
        assert dialog.sees("撤销上一次变更")
        await dialog.type(RIGHT * 5 + PAGE_UP + PAGE_DOWN + ENTER)
        assert dialog.answer == "print"


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_typing_finds_by_pinyin_and_the_field_has_the_arrows_then(paced: bool) -> None:
    async with asked(menu()) as dialog:
        await dialog.type("daying" + LEFT + "\x1b[3~" + ENTER, paced=paced)
        assert dialog.answer == "print", "a letter too many was taken out in the midst"


async def test_what_cannot_be_used_says_why_and_the_menu_stays() -> None:
    async with asked(menu()) as dialog:
        await dialog.type("qzdd" + ENTER)
        assert dialog.is_open and dialog.sees("请先按 F8 回到清单。")
        await dialog.type(ENTER + ESC)
        assert dialog.answer is None


async def test_nothing_that_fits_is_said_and_not_chosen() -> None:
    async with asked(menu()) as dialog:
        await dialog.type("没有这样的" + ENTER)
        assert dialog.is_open and dialog.sees("没有符合的。")


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)], ids=str)
async def test_keys_stand_at_the_right_edge(size: tuple[int, int]) -> None:
    async with asked(menu(), size=size) as dialog:
        lines = [line for line in dialog.text.splitlines() if "Ctrl+Z" in line or " F3" in line]
        ends = {cell_len(line.rstrip(" │▁▂▃▄▅▆▇█")) for line in lines}
        assert len(lines) == 2 and len(ends) == 1
