"""The line of keys: what can be used where the cursor is, and a click in place of the key."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.keys import F6, F8, LEFT
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Clerk, opened


def foot(clerk: Clerk) -> str:
    return " ".join(clerk.text.splitlines()[-1].split())


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)], ids=str)
async def test_it_shows_the_keys_of_the_place_that_has_them(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size=size) as clerk:
        assert foot(clerk).startswith("直接输入 Enter 打开 F2 修改")
        for keys, begins in {
            "p": "Enter 确定 空格 多选 Tab 仅此行 Esc 取消",
            ESC + LEFT + "文": "Enter 保存 Tab 保存右移",
            ESC + F8: "空格 牵/责/空 Enter 到清单 Esc 回清单",
            ESC + F6: "Enter 卡片 空格 分管",
            F6: "Enter 修改 ← → 收起展开",
        }.items():
            await clerk.type(keys)
            line = foot(clerk)
            assert line.startswith(begins), line
            assert line.endswith("F1 帮助 F10 菜单") and cell_len(line) < size[0], line


async def test_a_click_on_a_key_does_what_it_does(sample: Path) -> None:
    async with opened(sample, size=NARROW) as clerk:
        line = clerk.text.splitlines()[-1]
        before, _, _ = line.partition("菜单")
        await Pilot(clerk.app).click(offset=(cell_len(before), NARROW[1] - 1))
        await clerk.rest()
        assert clerk.title.startswith("菜单")
