"""Copy, cut and paste in the list: cells, marked rows, and blocks as WPS gives them."""

from pathlib import Path

import pytest

from store.words.blocks import block_of
from tests.keys import CTRL, CTRL_END, DOWN, ENTER, F2, F8, LEFT, RIGHT, SHIFT_DOWN, UP, paste
from tests.tui.screen.pilot import ESC, lead, opened, participant, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


@PACED
async def test_a_cell_is_copied_cut_and_pasted_inside(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("c") + DOWN + CTRL("v"), paced=paced)
        assert desk.sees("第 2 行牵头单位：平台处 → 成果处")
        await desk.type(CTRL("x"), paced=paced)
        assert lead(await desk.saved(3), "2") == ("", "")
        await desk.type(DOWN + CTRL("v"), paced=paced)
        assert lead(await desk.saved(4), "3.3") == ("成果处", "胡军")
        await desk.type(RIGHT + CTRL("v"), paced=paced)
        assert desk.sees("单位和领导不能互相粘贴")


@PACED
async def test_one_value_goes_into_the_cell_at_once(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(paste("平台处、合作处"), paced=paced)
        assert desk.sees("第 1 行牵头单位：成果处 → 平台处 合作处；分管领导：胡军 → 刘红 王振旭")
        await desk.type(RIGHT * 2 + paste("法制处 县发改局\r\n"), paced=paced)
        await desk.wait_for_words("1个名称清单中没有，作为待定写入：县发改局")
        await desk.type(LEFT * 3 + paste("改写的任务"), paced=paced)
        assert desk.sees("第 1 行的重点任务：.* → 改写的任务|第 1 行重点任务：.* → 改写的任务")
        file = await desk.saved(4)
        assert (lead(file, "1")[0], participant(file, "1")[0]) == ("平台处 合作处", "法制处 县发改局")
        assert row(file, "1").text == "改写的任务"
        await desk.type(paste("改了") + CTRL("z") * 2, paced=paced)
        assert row(await desk.saved(7), "1").text.startswith("深化科技成果")


@PACED
async def test_a_block_is_shown_first_and_laid_from_the_cursor_on(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(paste("法制处\t徐涛\r\n县发改局\t胡军\r\n"), paced=paced)
        assert desk.sees("改动 2 行 4 处。1 个名称清单中没有，作为待定写入：县发改局")
        assert desk.sees("第 1 行牵头单位：成果处 → 法制处")
        await desk.type(DOWN + " " + ENTER, paced=paced)
        assert desk.sees("法制处由徐涛分管，改后没有他"), "his cell was left out"
        await desk.type(RIGHT + ENTER, paced=paced)
        file = await desk.saved(2)
        assert (lead(file, "1"), lead(file, "2")) == (("法制处", "胡军"), ("县发改局", "胡军"))
        assert file.history[-1].title == "粘贴：第 1、2 行 3 处"
        await desk.type(CTRL("z"), paced=paced)
        assert lead(await desk.saved(3), "1") == ("成果处", "胡军")


async def test_esc_pastes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(paste("法制处\t徐涛\n成果处\t胡军") + ESC)
        assert len(desk.titles()) == 1


@PACED
async def test_lines_beyond_the_last_row_become_rows(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(
            LEFT + CTRL_END + paste("末行\t成果处\n新的一行\t法制处\n再一行\t平台处"), paced=paced
        )
        assert desk.sees("超出末行的 2 行将新增")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(2)
        assert [row(file, f"6.{number}").text for number in (1, 2, 3)] == ["末行", "新的一行", "再一行"]
        assert lead(file, "6.3") == ("平台处", "刘红")


@PACED
async def test_an_empty_list_takes_its_first_rows_from_a_block(sample: Path, paced: bool) -> None:
    block = "一、甲\t做甲\t成果处\n\t做乙\t法制处\n二、丙\t做丙\t平台处\n"
    async with opened(sample) as desk:
        await desk.type(CTRL("a") + CTRL("r") + ENTER + paste(block), paced=paced)
        assert desk.sees("粘贴内容的第一栏是")
        await desk.type(ENTER + ENTER, paced=paced)
        file = await desk.saved(3)
        assert [item.title for item in file.tasks.items] == ["一、甲", "二、丙"]
        assert [row(file, name).text for name in ("1.1", "1.2", "2")] == ["做甲", "做乙", "做丙"]
        assert lead(file, "1.2") == ("法制处", "徐涛")


async def test_behind_new_items_numbers_may_run_on(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT * 2 + CTRL_END + paste("六、其他共性任务\t末行\n新的事项\t新的任务") + ENTER)
        await desk.wait_for_words("新增1行；编号可重排，按Ctrl+Y")
        await desk.type(CTRL("y"))
        assert (await desk.saved(3)).tasks.items[-1].title == "七、新的事项"


async def test_a_joined_cell_whose_lines_differ_is_asked_about(sample: Path) -> None:
    block = paste("平台处\n成果处\n合作处")
    async with opened(sample) as desk:
        await desk.type(DOWN * 2 + block)
        assert desk.sees("第 3.1–3.3 行牵头单位是合并的格")
        await desk.type(ESC + block + DOWN + ENTER + ENTER)
        file = await desk.saved(2)
        assert [lead(file, f"3.{number}")[0] for number in (1, 2, 3)] == ["平台处", "成果处", "合作处"]


async def test_lines_on_a_text_are_asked_about(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + paste("甲\n乙"))
        assert desk.sees("作为一格的文字.2 行字.")
        await desk.type(ENTER)
        assert row(await desk.saved(2), "1").text == "甲\n乙"
        await desk.type(paste("丙\n丁") + DOWN + ENTER + ENTER)
        file = await desk.saved(3)
        assert (row(file, "1").text, row(file, "2").text) == ("丙", "丁")


@PACED
async def test_marked_rows_go_to_a_spreadsheet_and_come_back(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + CTRL("c"), paced=paced)
        assert desk.sees("已复制 2 行")
        block = block_of(desk.app.clipboard)
        assert [line[2:4] for line in block] == [("成果处", "胡军"), ("平台处", "刘红")]
        await desk.type(ESC + DOWN + CTRL("v") + ENTER, paced=paced)
        assert desk.sees("事项名称不随粘贴改动")
        await desk.type(ESC + paste(desk.app.clipboard) + ENTER, paced=paced)
        assert desk.sees("第 3.1–3.3 行牵头单位：法制处 → 成果处"), "what was copied here keeps its columns"


async def test_marked_rows_are_cut_and_one_value_goes_to_all_of_them(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + paste("法制处"))
        file = await desk.saved(2)
        assert [lead(file, name) for name in ("1", "2")] == [("法制处", "徐涛")] * 2
        await desk.type(CTRL("x"))
        file = await desk.saved(3)
        assert file.history[-1].title.startswith("剪切：第 1、2 行 ")
        assert (row(file, "1").text, lead(file, "2")) == ("", ("", ""))
        assert lead(file, "3.1")[0] == "法制处"
        await desk.type(CTRL("v") + ENTER)
        assert lead(await desk.saved(4), "1") == ("法制处", "徐涛")


async def test_one_line_goes_to_all_marked_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + paste("法制处\t徐涛") + ENTER)
        file = await desk.saved(2)
        assert [lead(file, name) for name in ("1", "2")] == [("法制处", "徐涛")] * 2


async def test_a_text_that_is_being_written_takes_the_paste(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + paste("续写"))
        assert not desk.sees("粘贴只能在清单的格中")
        await desk.type(ENTER)
        assert row(await desk.saved(2), "1").text.endswith("续写")
        await desk.type(RIGHT + "x" + paste("合作处") + ESC)
        assert not desk.sees("粘贴只能在清单的格中")


async def test_elsewhere_a_paste_says_where_it_goes(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + paste("法制处"))
        assert desk.sees("粘贴只能在清单的格中")
        await desk.type(ESC + CTRL("v"))
        assert desk.sees("这里还没有复制内容")
        await desk.type(UP + LEFT + LEFT + paste("一、新的名称"))
        assert (await desk.saved(2)).tasks.items[0].title == "一、新的名称"
        await desk.type(RIGHT * 2 + paste("做好这件事。"))
        assert desk.sees("不像单位的名称，请粘贴到文字栏")
        assert len(desk.titles()) == 2
