"""替换 and 重复上次操作 at the keyboard."""

from pathlib import Path

import pytest

from tests.keys import CTRL, DELETE, DOWN, ENTER, F3, F10, LEFT, SHIFT_DOWN, UP, paste
from tests.tui.screen.pilot import ESC, lead, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
SIGNS = F10 + "标点规范" + ENTER
REPLACE, REPEAT = F10 + "替换" + ENTER, F10 + "重复上次" + ENTER
WHOLE = CTRL("u")


@PACED
async def test_a_text_is_replaced_where_it_is_not_left_out(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(REPLACE + "科技成果" + ENTER + WHOLE + "技术成果" + ENTER, paced=paced)
        assert desk.sees("事项名称：一、实施科技成果转化工程 → 一、实施技术成果转化工程")
        await desk.type(" " + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].title.startswith("替换：科技成果 → 技术成果（第 1")
        assert file.tasks.items[0].title == "一、实施科技成果转化工程"
        assert row(file, "1").text.startswith("深化技术成果")
        await desk.type(CTRL("z"), paced=paced)
        assert row(await desk.saved(3), "1").text.startswith("深化科技成果")


@PACED
async def test_a_unit_is_replaced_by_key_in_the_marked_rows(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + REPLACE + "成果转化处" + ENTER, paced=paced)
        assert desk.sees("“成果处”替换为")
        await desk.type("hzc" + ENTER, paced=paced)
        assert desk.sees("第 1 行 牵头单位：成果处 → 合作处")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(2)
        assert lead(file, "1") == ("合作处", "王振旭")
        assert file.history[-1].title == "替换：成果处 → 合作处（第 1 行）"


async def test_a_text_that_nothing_has_is_refused_in_the_field(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(REPLACE + "不存在的字" + ENTER)
        assert desk.sees("显示的 9 行中没有“不存在的字”")
        await desk.type(ESC)


async def test_a_name_that_is_a_text_too_is_asked_about(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + paste("由成果处办理") + REPLACE + "成果处" + ENTER)
        assert desk.sees("单位“成果处” +[2-9] 行")
        assert desk.sees("文字中的“成果处” +1 处")
        await desk.type(DOWN + ENTER + WHOLE + ENTER + ENTER)
        assert row(await desk.saved(3), "1").text == "由办理"


@PACED
async def test_the_last_act_is_given_to_the_marked_rows(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("hzc" + ENTER + DOWN + " " + REPEAT, paced=paced)
        assert desk.sees("第 3.1–3.3 行牵头单位：法制处 → 合作处；分管领导：徐涛 → 王振旭")
        assert lead(await desk.saved(3), "3.2") == ("合作处", "王振旭")
        await desk.type(ESC + LEFT + UP + DELETE + DOWN + REPEAT, paced=paced)
        file = await desk.saved(5)
        assert [bool(row(file, name).text) for name in ("2", "3.1", "3.2")] == [False, False, True]


@PACED
async def test_signs_become_full_width_and_come_back(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(SIGNS, paced=paced)
        assert desk.sees("标点规范（清单）") and desk.sees(r"第 1 行重点任务（3 处）")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].title.startswith("标点规范（第 1")
        assert "改革，探索" in row(file, "1").text and "改革,探索" in file.tasks.notice.source_text
        await desk.type(SIGNS)
        assert desk.sees("清单中文字旁的标点都是全角")
        await desk.type(CTRL("z"), paced=paced)
        assert "改革,探索" in row(await desk.saved(3), "1").text


async def test_only_the_marked_rows_get_their_signs(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + SIGNS)
        assert desk.sees("标点规范（所选 2 行）")
        await desk.type(ENTER)
        file = await desk.saved(2)
        assert "," not in row(file, "1").text and "," in row(file, "3.1").text


async def test_full_width_signs_are_found_by_half_width_ones_and_the_other_way(sample: Path) -> None:
    async with opened(sample) as desk:
        for words in ("改革,探索", "改革，探索"):
            await desk.type(F3 + paste(words))
            assert desk.sees("任务 +1 ")
            await desk.type(ESC)
        await desk.type(SIGNS + ENTER + F3 + paste("改革,探索"))
        assert desk.sees("任务 +1 ")


async def test_a_sign_is_replaced_in_both_its_widths_and_each_place_is_shown(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + paste("甲(试行)和乙（试行）") + REPLACE + "（试行）" + ENTER)
        await desk.type(WHOLE + "(暂行)" + ENTER)
        assert desk.sees("共 2 处")
        assert desk.sees(r"甲\(暂行\)和乙") and desk.sees(r"和乙\(暂行\)")
        await desk.type(ENTER)
        assert row(await desk.saved(3), "1").text == "甲(暂行)和乙(暂行)"


async def test_words_replaced_by_themselves_change_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(REPLACE + "科技成果" + ENTER + ENTER)
        assert desk.sees("没有变化")
