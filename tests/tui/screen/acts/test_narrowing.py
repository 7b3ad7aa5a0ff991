"""Narrowing and sorting at the keyboard (F4): rows are shown, nothing is changed."""

from pathlib import Path

import pytest

from tests.keys import CTRL, DOWN, ENTER, F4, F10
from tests.tui.screen.pilot import ESC, Clerk, opened, write


def order(desk: Clerk, *texts: str) -> list[int]:
    """At which lines of the screen some texts begin."""
    lines = desk.text.splitlines()
    found: list[int] = []
    for text in texts:
        found.append(next(number for number, line in enumerate(lines) if text in line))
    return found


async def test_a_filter_is_stated_over_the_rows_and_let_go(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "cgc" + ENTER)
        assert desk.sees(r"重点任务清单 +只看 成果处 \d 行，F4 恢复全部")
        assert not desk.sees("五、加快科技诚信")
        await desk.type(F4)
        assert desk.sees("重点任务清单 +6 事项 9 任务")
        await desk.type(F4 + ESC)
        assert desk.sees("重点任务清单 +6 事项 9 任务")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_several_are_marked_with_space(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "ptc", paced=paced)
        await desk.type(" ", paced=paced)
        assert desk.sees("已选：平台处")
        await desk.type("规划处 " + ENTER, paced=paced)
        assert desk.sees("只看 平台处、规划处 3 行，F4 恢复全部")


async def test_what_is_missing_a_day_and_words_narrow_too(sample: Path) -> None:
    write(sample, "3.2", deadline="6月底前")
    async with opened(sample) as desk:
        await desk.type(F4 + "没有时限" + ENTER)
        assert desk.sees("只看 没有时限 8 行") and not desk.sees("加快电子证照")
        await desk.type(F4 + F4 + "6-30" + ENTER)
        assert desk.sees("只看 时限到 2021-06-30 1 行"), "a day without a year is in the list's year"
        await desk.type(F4 + F4 + "上半年" + ENTER)
        assert desk.sees("只看 时限到 2021-06-30 1 行")
        await desk.type(F4 + F4 + "电子证照" + ENTER)
        assert desk.sees("只看 含“电子证照” 1 行")


async def test_where_no_row_fits_the_dialog_says_so_and_stays(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "没有这样的字" + ENTER)
        assert desk.sees("没有这样的行。") and desk.title == "筛选和排序"
        await desk.type(ESC)
        assert desk.sees("6 事项 9 任务")


async def test_a_row_that_an_edit_makes_unfit_stays_until_all_are_shown(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "平台处" + ENTER + "ptc" + ENTER)
        await desk.type(CTRL("z"))
        assert desk.sees("只看 平台处 2 行")
        await desk.type("法制" + ENTER)
        assert desk.sees("新增省级及以上众创孵化"), "it is still there to be looked at"


async def test_sorted_rows_carry_their_items_title_and_f4_lets_them_go(sample: Path) -> None:
    write(sample, "3.2", deadline="6月底前")
    write(sample, "5", deadline="3月底前")
    async with opened(sample) as desk:
        await desk.type(F10 + "排序" + ENTER + "时限" + ENTER)
        assert desk.sees("按完成时限排序，F4 恢复原序")
        first, second, third = order(desk, "五、加快", "三、推进", "一、实施")
        assert first < second < third
        await desk.type(F4)
        assert desk.sees("6 事项 9 任务")
        first, second, third = order(desk, "一、实施", "二、建设", "三、推进")
        assert first < second < third


async def test_the_order_of_sorted_rows_is_not_changed(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "排序" + ENTER + "任务" + ENTER)
        for key in (CTRL("n"), CTRL("b"), "\x1b[1;5B"):
            await desk.type(DOWN + key)
            assert desk.sees("现按重点任务排序，不能移动或新增，请先按 F4")
        assert len(desk.titles()) == 1
        await desk.type(F10 + "下移" + ENTER)
        assert desk.title == "菜单", "it is dim there"
        assert desk.sees("现按重点任务排序，不能移动或新增")


async def test_what_is_shown_is_shown_again_the_next_time(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "平台处" + ENTER)
        assert desk.sees("只看 平台处 2 行")
    async with opened(sample) as desk:
        assert desk.sees("只看 平台处 2 行，F4 恢复全部")
        await desk.type(F4)
    async with opened(sample) as desk:
        assert desk.sees("6 事项 9 任务")
