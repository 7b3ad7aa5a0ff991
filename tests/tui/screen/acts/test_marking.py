"""Rows that the clerk marks, and the acts that take them all, at the keyboard."""

import re
from pathlib import Path

import pytest

from store.records.kept import Pair
from tests.keys import (
    CTRL,
    DELETE,
    DOWN,
    END,
    ENTER,
    F3,
    F4,
    F6,
    F8,
    F10,
    LEFT,
    RIGHT,
    SHIFT_DOWN,
    SHIFT_UP,
    UP,
    paste,
)
from tests.tui.screen.pilot import ESC, Clerk, lead, opened, participant

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


def marked(desk: Clerk) -> list[str]:
    """The texts that stand in the lines of the list behind the sign of a marked row."""
    return re.findall(r"(?m)[\d.]+ *\*(\S+)", desk.text)


@PACED
async def test_space_marks_and_the_picker_takes_all_marked_rows(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(" " + DOWN + " ", paced=paced)
        assert desk.sees("已选 2 行")
        await desk.type(DOWN + "hzc", paced=paced)
        assert desk.sees(r"第 1、2 行牵头单位（所选 2 行）")
        assert desk.sees("各行不同. → 合作处")
        await desk.type(ENTER)
        assert desk.sees(r"第 1、2 行牵头单位：（各行不同） → 合作处")
        file = await desk.saved(2)
        assert [lead(file, name)[0] for name in ("1", "2", "3.1")] == ["合作处", "合作处", "法制处"]


@PACED
async def test_shift_and_arrows_mark_a_stretch_and_take_it_back(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN * 2, paced=paced)
        assert desk.sees("已选 5 行"), "the joined cell 3.1-3.3 is one step"
        await desk.type(SHIFT_UP, paced=paced)
        assert desk.sees("已选 2 行")
        await desk.type(ESC)
        assert not desk.sees("已选")


async def test_all_shown_rows_are_marked_and_let_go(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("a"))
        assert desk.sees("已选 9 行")
        await desk.type(CTRL("a"))
        assert not desk.sees("已选")
        await desk.type(CTRL("a") + F4 + "法制" + ENTER)
        assert desk.sees(r"只看 法制处 ([1-8]) 行.*已选 \1 行"), "what the filter hides is not marked"
        await desk.type(F4)
        assert desk.sees("6 事项 9 任务  已选 [1-8] 行")


@PACED
async def test_marks_stay_for_the_next_act_and_go_with_the_next_step(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + "hzc" + ENTER + RIGHT * 2 + "cgc" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert [lead(file, name) for name in ("1", "2")] == [("合作处", "王振旭")] * 2
        assert [participant(file, name) for name in ("1", "2")] == [("成果处", "胡军")] * 2
        assert desk.sees("已选 2 行")
        await desk.type(DOWN, paced=paced)
        assert not desk.sees("已选")


async def test_marked_rows_are_cleared_and_filled_as_one_change(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + CTRL("d"))
        file = await desk.saved(2)
        assert lead(file, "2") == lead(file, "1") == ("成果处", "胡军")
        await desk.type(DELETE)
        file = await desk.saved(3)
        assert [lead(file, name)[0] for name in ("1", "2", "3.1")] == ["", "", "法制处"]
        await desk.type(CTRL("z") + CTRL("z"))
        assert [lead(await desk.saved(5), name)[0] for name in ("1", "2")] == ["成果处", "平台处"]


async def test_marks_are_seen_in_the_matrix_too_where_space_turns(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + F8)
        assert desk.sees("方阵.单位.*已选 2 行")
        assert len(marked(desk)) == 2


async def test_lines_of_the_roster_are_marked_by_shift_and_arrows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F6 + DOWN + SHIFT_DOWN * 2)
        assert desk.sees(r"名册 .*已选 3 个")
        await desk.type(UP + ESC)
        assert not desk.sees("已选")


@PACED
async def test_marked_units_are_settled_on_one_leader_at_once(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F6 + END + UP * 2 + SHIFT_UP + " ", paced=paced)
        assert desk.sees("由谁分管.所选 2 个单位.")
        await desk.type("wzx" + ENTER, paced=paced)
        file = await desk.saved(2)
        assert [pair.leader for pair in file.tasks.all_of(Pair)] == [
            file.tasks.people_named("王振旭")[0].key
        ] * 2
        assert "企业中心" in file.history[-1].title


async def test_lead_and_partner_of_marked_rows_change_places(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(
            RIGHT * 2 + paste("法制处") + DOWN + paste("法制处") + SHIFT_UP + F10 + "牵责对调" + ENTER
        )
        await desk.wait_for("第 1、2 行牵头与责任单位对调")
        await desk.type(ENTER)
        file = await desk.saved(4)
        assert [lead(file, name)[0] for name in ("1", "2")] == ["法制处"] * 2


async def test_marked_people_are_deleted_together(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "郭峰" + ENTER + CTRL("n") + "钱进" + ENTER + CTRL("n") + "孙立" + ENTER)
        await desk.type(SHIFT_UP + CTRL("r"))
        file = await desk.saved(4)
        assert not file.tasks.people_named("钱进")
        assert not file.tasks.people_named("孙立")


async def test_space_marks_all_rows_of_an_item_in_its_column(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT * 2 + DOWN * 2 + " ")
        assert desk.sees("已选 4 行")
        await desk.type(" ")
        assert not desk.sees("已选")
