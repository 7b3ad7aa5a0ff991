"""Find at the keyboard: names, texts, row names, further columns, changes."""

from pathlib import Path

import pytest

from tests.keys import CTRL, ENTER, F3, F4, F10
from tests.tui.screen.pilot import ESC, opened, write


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_find_goes_to_a_unit_a_text_a_heading_and_a_command(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "cgzhc" + ENTER + F10 + "查看" + ENTER, paced=paced)
        assert desk.title == "成果转化处"
        await desk.type(ESC + F3 + "电子证照" + ENTER + CTRL("c"), paced=paced)
        assert desk.sees("已复制")
        await desk.type(F3 + "高质量孵化载体" + ENTER, paced=paced)
        await desk.type(F3 + "待定" + ENTER, paced=paced)
        assert desk.title.startswith("待定")


async def test_find_says_where_nothing_is_found_and_esc_leaves_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "没有这样的字")
        assert desk.sees("没有符合的。")
        await desk.type(ENTER)
        assert desk.title == "查找"
        await desk.type(ESC)
        assert desk.title == ""


async def test_find_lets_a_filter_go_that_hides_the_row(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "cgc" + ENTER + F3 + "信用信息管理" + ENTER)
        assert desk.sees("重点任务清单 +6 事项 9 任务")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_a_row_is_found_by_its_name(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "3.2" + ENTER + CTRL("c"), paced=paced)
        assert desk.sees("已复制：2.加快电子证照共享调用") or desk.sees("已复制：加快电子证照共享调用")
        await desk.type(F3 + "５" + ENTER + CTRL("c"), paced=paced)
        assert desk.sees("已复制：印发《市科技局关于信用信息"), "full-width signs name a row too"


async def test_deadlines_remarks_and_targets_are_found_with_their_row(sample: Path) -> None:
    write(sample, "3.3", deadline="11月底前", remark="与大数据局会商")
    async with opened(sample) as desk:
        await desk.type(F3 + "大数据局")
        assert desk.sees("任务  3.3  备注：与大数据局会商")
        await desk.type(ESC + F3 + "11月底")
        assert desk.sees("任务  3.3  完成时限：11月底前")
        await desk.type(ESC + F3 + "孵化机构40家")
        assert desk.sees(r"任务  2  新增省级及以上众创孵化机构40家")


async def test_a_change_is_found_and_shown_in_the_history(sample: Path) -> None:
    write(sample, "3.3", remark="先商大数据局")
    write(sample, "1", remark="再议")
    async with opened(sample) as desk:
        await desk.type(F3 + "改3.3" + ENTER)
        assert desk.title.startswith("历史：全部")
        assert desk.sees("先商大数据局"), "the change that was found is the one whose edits are told"
