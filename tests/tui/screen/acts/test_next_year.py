"""The list of the year after, made at the keyboard."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.keys import BACKSPACE, CTRL, DOWN, ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, WIDE, lead, opened


@pytest.mark.parametrize("paced", [False, True])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_rows_are_chosen_and_the_list_of_the_year_after_is_opened(
    sample: Path, size: tuple[int, int], *, paced: bool
) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(F10 + "据此" + ENTER + DOWN + " " + ENTER, paced=paced)
        assert desk.title == "下年清单的名称" and desk.sees("市科技局2022年|务清单")
        await desk.wait_for_words("名称中的年份已加一。存为")
        await desk.type(ENTER, paced=paced)
        await desk.wait_for("5 事项 8 任务")
        assert desk.sees("市科技局2022年")
        await desk.type(CTRL("q"))
    new = TaskFile.open(
        sample.with_name("市科技局2022年深化“放管服”改革优化营商环境重点任务清单.json"), read_only=True
    )
    assert new.tasks.list_name == "市科技局2022年深化“放管服”改革优化营商环境重点任务清单"
    assert lead(new, "1") == ("成果处", "胡军") and lead(new, "2.1") == ("法制处", "徐涛")
    assert len(new.history) == 1
    assert len(TaskFile.open(sample, read_only=True).history) == 1


async def test_the_name_may_be_another_and_nothing_is_made_where_it_is_left(sample: Path, home: Path) -> None:
    year = sample.rename(home / "2021.json")
    async with opened(year) as desk:
        await desk.type(F10 + "据此" + ENTER + ESC)
        await desk.type(F10 + "据此" + ENTER + ENTER + ESC)
        assert desk.title == "" and not list(home.glob("2022*"))
        await desk.type(F10 + "据此" + ENTER + ENTER + BACKSPACE * 80 + "明年的清单" + ENTER)
        await desk.wait_for(r"2022\.json")
        await desk.type(CTRL("q"))
    assert TaskFile.open(home / "2022.json", read_only=True).tasks.list_name == "明年的清单"
