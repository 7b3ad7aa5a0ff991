"""Acts that look: panes, menu and help, at the keyboard."""

from pathlib import Path

import pytest

from tests.keys import CTRL, DOWN, ENTER, F1, F3, F6, F7, F8, F10, LEFT, RIGHT, SHIFT_TAB, TAB, UP
from tests.tui.screen.pilot import ESC, NARROW, WIDE, lead, opened
from tui.screen.commands import GROUPS


async def test_panes_are_gone_through_in_both_directions(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        assert desk.sees("重点任务清单") and not desk.sees("▌名册")
        await desk.type(F6)
        assert desk.sees("▌名册") and not desk.sees("▌重点任务清单")
        await desk.type(TAB)
        assert desk.sees("▌工作要点")
        await desk.type(SHIFT_TAB + SHIFT_TAB)
        assert desk.sees("▌重点任务清单")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_tab_goes_right_and_left_in_the_list(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TAB + "zf" + ENTER + RIGHT + ENTER, paced=paced)
        assert lead(await desk.saved(2), "1") == ("成果处", "赵峰")
        await desk.type(SHIFT_TAB + "cgc" + ENTER, paced=paced)
        assert lead(await desk.saved(3), "2")[0] == "成果处"


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)], ids=str)
async def test_the_menu_lists_all_and_help_what_is_here(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(F10)
        assert desk.sees(r" 修改\s") and desk.sees(r" 撤销 +Ctrl\+Z")
        assert desk.sees("修改光标所在的内容"), "what the first one does"
        for group in GROUPS[1:]:
            await desk.type(RIGHT)
            assert desk.sees(rf" {group}( .*)?\n.*▌  \S"), f"the first command under {group} has the cursor"
        await desk.type(LEFT * 3 + "dayin" + DOWN + UP + ENTER)
        assert desk.title == "打印"
        await desk.type(ESC + F1)
        assert desk.title == "帮助：任务清单"
        assert desk.sees("最常用") and desk.sees("直接输入 +在责任栏上")
        await desk.type(F1)
        assert desk.title == ""


async def test_help_and_menu_are_behind_their_keys_in_dialogs_and_in_the_picker(sample: Path) -> None:
    async with opened(sample) as desk:
        for keys, place, words in (
            (F7, "历史", "F8 +看当时"),
            (F3, "选一项", "Enter +选定"),
            (F8 + F8 + "", "方阵", "空格 +牵/责/空"),
            (F8 + "p", "选择框", "Tab +仅此行"),
        ):
            await desk.type(keys + F1)
            assert desk.title == f"帮助：{place}"
            assert desk.sees(words)
            await desk.type(CTRL("g"))
            await desk.type(ESC if place != "方阵" else "")
        await desk.type(F7 + F10 + "全部" + ENTER)
        assert desk.title.startswith("历史：全部")
        await desk.type(ESC + "p" + F10 + "取消" + ENTER)
        assert not desk.sees("Tab 仅此行")
