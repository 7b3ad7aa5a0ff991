"""The 方阵, at the keyboard: turning to it and back, and changing a crossing on the spot."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.keys import CTRL, DOWN, ENTER, F2, F3, F6, F8, HOME, RIGHT
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Clerk, lead, opened


async def test_the_view_is_turned_by_unit_by_leader_and_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + F8)
        assert desk.sees(r"方阵（单位） +6 事项 9 任务")
        await desk.type(F8)
        assert desk.sees(r"方阵（领导） +6 事项 9 任务")
        await desk.type(F8)
        assert desk.sees("重点任务清单 +6 事项 9 任务")
        await desk.type("gh")
        assert desk.sees("第 2 行牵头单位[^:]"), "the cursor is where it was"


async def test_space_turns_a_crossing_as_the_picker_would(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + RIGHT + " ")
        file = await desk.saved(2)
        await desk.wait_for(r"第 1 行牵头单位：\+")
        added = file.history[-1].title.removeprefix("第 1 行牵头单位：+")
        assert lead(file, "1")[0] == f"成果处 {added}"
        await desk.type(CTRL("z"))
        assert lead(await desk.saved(3), "1") == ("成果处", "胡军")


async def test_enter_goes_to_the_cell_of_a_crossing_and_f2_picks_there(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + F8 + RIGHT + F2)
        assert desk.sees("第 2 行牵头单位[^:]")
        await desk.type("cgc" + ENTER)
        assert lead(await desk.saved(2), "2") == ("成果处", "胡军")
        assert desk.sees(r"方阵（单位）"), "the view stays"
        await desk.type(ENTER)
        assert desk.sees("重点任务清单 +6 事项 9 任务")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_typing_on_a_crossing_picks_for_its_row_alone(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + DOWN * 2 + RIGHT + "ptc" + ENTER, paced=paced)
        file = await desk.saved(2)
        assert lead(file, "3.1") == ("平台处", "刘红")
        assert lead(file, "3.2")[0] != "平台处" and desk.sees("方阵（单位）")


async def test_acts_on_rows_and_the_way_to_the_list_know_the_row_after_a_change(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + DOWN * 3 + RIGHT + " ")
        await desk.saved(2)
        await desk.type(CTRL("r"))
        assert (await desk.saved(3)).history[-1].title.startswith("删除第 3.2 行")
        await desk.type(RIGHT * 3 + " " + ENTER + F2)
        assert desk.sees("第 3.2 行牵头单位")


async def test_a_rows_text_opens_its_card_and_esc_goes_back_to_the_list(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + HOME + ENTER)
        assert desk.title.startswith("第 1 行")
        await desk.type(ESC + F2)
        assert desk.title.startswith("第 1 行")
        await desk.type(ESC + ESC)
        assert desk.sees("重点任务清单 +6 事项 9 任务")


async def test_find_keeps_the_view_and_a_new_row_has_the_cursor(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + F3 + "电子证照" + ENTER)
        assert desk.sees(r"方阵（单位）")
        await desk.type(CTRL("n") + HOME + ENTER)
        assert desk.title.startswith("第 3.3 行")


async def test_an_earlier_list_turns_its_view_and_no_crossing(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(F8 + RIGHT + " ")
        assert desk.sees("是以只读方式打开的，不能修改")
        assert len(desk.titles()) == 1


def columns_of(desk: Clerk) -> tuple[int, int]:
    """How many columns are seen, of how many."""
    found = re.search(r"(?:单位|领导) (\d+)-(\d+)/(\d+)", desk.text)
    assert found, desk.text
    first, last, all_of_them = map(int, found.groups())
    return last - first + 1, all_of_them


async def test_the_panes_beside_go_away_where_the_columns_would_not_fit(sample: Path) -> None:
    async with opened(sample, size=WIDE) as desk:
        assert desk.sees("名册  ")
        await desk.type(F8)
        assert not desk.sees("名册  ")
        assert columns_of(desk) == (17, 17), "all stand side by side"
        assert desk.sees("深化科技成果“三权")
        await desk.type(F6)
        assert desk.sees("名册  "), "who goes there sees them"
        await desk.type(ESC + F6 + F6 + F8)
        assert desk.sees("名册  "), "there are few leaders"


@pytest.mark.parametrize("size", [NARROW, (60, 20)], ids=str)
async def test_the_other_columns_come_with_the_arrows(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(F8)
        seen, of = columns_of(desk)
        assert seen >= 6 and of == 17
        head = desk.text.splitlines()[1]
        assert head.strip("│ "), "no line of the head is blank"
        await desk.type(RIGHT * 17)
        assert desk.sees(r"-17/17")


async def test_empty_columns_are_put_away_and_that_is_kept(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8)
        assert columns_of(desk)[1] == 17 and desk.sees("党委")
        await desk.type(CTRL("w"))
        assert desk.sees("空列已隐去") and not desk.sees("党委")
        left = columns_of(desk)[1]
        assert left == 12, "ten units and two collectives stand in the rows"
        await desk.type(ESC + "p" + ESC)
    async with opened(sample) as desk:
        await desk.type(F8)
        assert columns_of(desk)[1] == left
        await desk.type(CTRL("w"))
        assert columns_of(desk)[1] == 17


async def test_signs_stand_under_signs_with_a_question_or_without(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8)
        rows = [
            line
            for line in desk.text.splitlines()
            if re.search(r"(^|[│▌ ])(3\.\d|[1-6]) +\S.*(\.  |[牵责])", line)
        ]
        assert len(rows) == 9 and "牵?" in "".join(rows)
        starts = set()
        for line in rows:
            signs = list(re.finditer(r"[牵责.]+", line))[-17:]
            starts.add(tuple(cell_len(line[: sign.start()]) for sign in signs))
        assert len(starts) == 1
