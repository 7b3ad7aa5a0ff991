"""The panes joined: what one selects is marked in the others, and each shows what it should."""

import re
from pathlib import Path

from tests.keys import CTRL, DOWN, ENTER, F3, F4, F8, F10
from tests.tui.screen.pilot import Clerk, opened
from tui.screen.main_screen import MainScreen


def marked(desk: Clerk, begin: str) -> bool:
    """Whether a text stands a few signs behind the sign of a mark."""
    return desk.sees(rf"›[^›\n]{{0,20}}{re.escape(begin)}")


async def test_a_row_marks_its_work_point_its_units_and_its_people(sample: Path) -> None:
    async with opened(sample) as desk:
        assert marked(desk, "实施科技成果转化工程")
        assert marked(desk, "胡　军") and not marked(desk, "王振旭")
        await desk.type(DOWN + DOWN)
        assert marked(desk, "推进高效办成一件事")
        assert not marked(desk, "实施科技成果转化工程")


async def test_a_unit_marks_the_rows_that_name_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "科技合作处" + ENTER)
        assert marked(desk, "1.深入推进“一网通办”")


async def test_a_work_point_marks_its_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "建设高质量孵化载体" + ENTER)
        assert marked(desk, "二、建设高质")


async def test_the_rows_of_a_filter_are_shown_in_the_matrix_too(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "cgc" + ENTER + F8)
        assert desk.sees(r"方阵（单位） +只看 成果处 \d 行，F4 恢复全部")
        await desk.type(F4)
        assert desk.sees(r"方阵（单位） +6 事项 9 任务")


async def test_a_change_in_the_order_draws_all_anew(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("b") + "新的事项" + ENTER)
        assert desk.sees("7 事项 10 任务")
        await desk.type(CTRL("z"))
        assert desk.sees("6 事项 9 任务")


async def test_a_click_brings_the_keys_to_another_pane(sample: Path) -> None:
    async with opened(sample) as desk:
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        screen.desk.panes.roster.focus()
        await desk.type(F10 + "查看" + ENTER)
        assert desk.title != "", "the command is the roster's"
