"""Acts that look: panes, menu and help, at the keyboard."""

from pathlib import Path

import pytest

from tests.keys import ENTER, F1, F6, F10, SHIFT_TAB, TAB
from tests.tui.screen.pilot import ESC, NARROW, lead, opened


async def test_panes_are_gone_through_in_both_directions(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        assert desk.sees("重点任务清单") and not desk.sees("─ 名册")
        await desk.type(F6)
        assert desk.sees("─ 名册") and not desk.sees("─ 重点任务清单")
        await desk.type(TAB)
        assert desk.sees("─ 工作要点")
        await desk.type(SHIFT_TAB + SHIFT_TAB)
        assert desk.sees("─ 重点任务清单")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_tab_goes_right_and_left_in_the_list(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TAB + "zf" + ENTER, paced=paced)
        assert lead(await desk.saved(2), "1") == ("成果处", "赵峰")
        await desk.type(SHIFT_TAB + "cgc" + ENTER, paced=paced)
        assert lead(await desk.saved(3), "2")[0] == "成果处"


async def test_the_menu_lists_all_and_help_what_is_here(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10)
        assert desk.sees("文件  打印") and desk.sees("修改  撤销")
        await desk.type(ESC + F1)
        assert desk.title == "帮助:任务清单"
        await desk.type(ESC)
        assert desk.title == ""
