"""The 方阵, at the keyboard: turning to it and back, and changing a crossing on the spot."""

from pathlib import Path

from tests.keys import CTRL, DOWN, ENTER, F2, F3, F8, HOME, RIGHT
from tests.tui.screen.pilot import ESC, lead, opened


async def test_the_view_is_turned_by_unit_by_leader_and_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + F8)
        assert desk.sees(r"方阵\(单位\)  6 事项 9 任务")
        await desk.type(F8)
        assert desk.sees(r"方阵\(领导\)  6 事项 9 任务")
        await desk.type(F8)
        assert desk.sees("重点任务清单  6 事项 9 任务")
        await desk.type("gh")
        assert desk.sees("第 2 行牵头单位[^:]"), "the cursor is where it was"


async def test_space_turns_a_crossing_as_the_picker_would(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + RIGHT + " ")
        assert desk.sees(r"第 1 行牵头单位:\+")
        file = await desk.saved(2)
        added = file.history[-1].title.removeprefix("第 1 行牵头单位:+")
        assert lead(file, "1")[0] == f"成果处 {added}"
        await desk.type(CTRL("z"))
        assert lead(await desk.saved(3), "1") == ("成果处", "胡军")


async def test_enter_goes_to_the_cell_of_a_crossing_and_f2_picks_there(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + F8 + RIGHT + F2)
        assert desk.sees("第 2 行牵头单位[^:]")
        await desk.type("cgc" + ENTER)
        assert lead(await desk.saved(2), "2") == ("成果处", "胡军")
        assert desk.sees(r"方阵\(单位\)"), "the view stays"
        await desk.type(ENTER)
        assert desk.sees("重点任务清单  6 事项 9 任务")


async def test_a_rows_text_opens_its_card_and_esc_goes_back_to_the_list(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + HOME + ENTER)
        assert desk.title.startswith("第 1 行")
        await desk.type(ESC + F2)
        assert desk.title.startswith("第 1 行")
        await desk.type(ESC + ESC)
        assert desk.sees("重点任务清单  6 事项 9 任务")


async def test_find_keeps_the_view_and_a_new_row_has_the_cursor(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + F3 + "电子证照" + ENTER)
        assert desk.sees(r"方阵\(单位\)")
        await desk.type(CTRL("n") + HOME + ENTER)
        assert desk.title.startswith("第 3.3 行")


async def test_an_earlier_list_turns_its_view_and_no_crossing(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(F8 + RIGHT + " ")
        assert desk.sees("是以只读方式打开的,不能修改")
        assert len(desk.titles()) == 1
