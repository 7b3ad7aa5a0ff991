"""Fill down and clear, on every kind of cell, at the keyboard."""

from pathlib import Path

import pytest

from tests.keys import CTRL, DELETE, DOWN, ENTER, F4, LEFT, SHIFT_DOWN
from tests.tui.screen.pilot import lead, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


@PACED
async def test_units_are_filled_down_and_cleared(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + CTRL("d"), paced=paced)
        assert desk.sees("第 2 行牵头单位：平台处 → 成果处")
        await desk.type(DOWN + DELETE, paced=paced)
        assert desk.sees(r"第 3.1–3.3 行牵头单位：法制处 → （空）")
        file = await desk.saved(3)
        assert lead(file, "2") == ("成果处", "胡军")
        assert lead(file, "3.2") == ("", "")


@PACED
async def test_texts_are_filled_down_and_cleared(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + DOWN + CTRL("d"), paced=paced)
        file = await desk.saved(2)
        assert row(file, "2").text == row(file, "1").text
        await desk.type(DELETE, paced=paced)
        assert desk.sees(r"第 2 行重点任务：深化科技成果“三权”改革,探索赋… → （空）")
        assert row(await desk.saved(3), "2").text == ""
        await desk.type(SHIFT_DOWN + CTRL("d"), paced=paced)
        file = await desk.saved(4)
        assert (row(file, "3.1").text, row(file, "3.2").text[:2]) == ("", "加快")


async def test_in_a_narrowed_list_the_row_shown_above_is_filled_from(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "平台处" + ENTER + DOWN + CTRL("d"))
        assert lead(await desk.saved(2), "4") == ("平台处", "刘红"), "3.4 is not shown"


async def test_where_nothing_is_filled_or_cleared_it_is_said(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("d"))
        assert desk.sees("已是第一行，上面没有可填充的内容")
        await desk.type(LEFT + LEFT)
        for keys in (CTRL("d"), DELETE):
            await desk.type(keys)
            assert desk.sees("事项一栏不填充、不清空")
        assert len(desk.titles()) == 1
