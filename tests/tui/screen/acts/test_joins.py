"""Joined cells at the keyboard: what the notice joined moves as one, what merely says the same does not."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.joining import joined_rows
from tests.keys import CTRL, DOWN, ENTER, F4, F10, LEFT, RIGHT, SHIFT_DOWN, TAB, UP
from tests.store.importing.test_joins import PAGE
from tests.tui.screen.pilot import lead, opened, participant, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
JOIN, PART = F10 + "合并单元格" + ENTER, F10 + "取消合并" + ENTER
TO_3_4 = DOWN * 3


def together(file: TaskFile, name: str, field: str = "lead_units") -> list[str]:
    """The names of the rows that share a row's cell."""
    return [file.tasks.row_name(key) for key in joined_rows(file.tasks, row(file, name).key, field)]


@PACED
async def test_a_new_row_filled_with_what_stands_above_stays_a_cell_of_its_own(
    sample: Path, paced: bool
) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("n") + RIGHT + CTRL("d"), paced=paced)
        assert lead(await desk.saved(3), "1.2")[0] == "成果处"
        await desk.type(UP + "ptc" + ENTER, paced=paced)
        file = await desk.saved(4)
        assert [lead(file, name)[0] for name in ("1.1", "1.2")] == ["平台处", "成果处"]


@PACED
async def test_a_row_set_to_the_unit_above_it_stays_a_cell_of_its_own(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_3_4 + "fzc" + ENTER, paced=paced)
        assert lead(await desk.saved(2), "3.4") == ("法制处", "徐涛")
        await desk.type(UP * 2 + "ptc" + ENTER, paced=paced)
        file = await desk.saved(3)
        leads = [lead(file, name)[0] for name in ("3.1", "3.2", "3.3", "3.4")]
        assert leads == ["平台处", "平台处", "平台处", "法制处"]


async def test_one_row_parts_and_is_joined_again_when_it_is_set_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 2 + "ptc" + TAB + ENTER)
        file = await desk.saved(2)
        assert (together(file, "3.1"), together(file, "3.2")) == (["3.1"], ["3.2", "3.3"])
        await desk.type(UP + "fzc" + ENTER)
        assert together(await desk.saved(3), "3.1") == ["3.1", "3.2", "3.3"]


async def test_in_a_narrowed_list_an_edit_takes_the_hidden_rows_of_the_cell_along(sample: Path) -> None:
    async with opened(sample) as desk:
        # 3.3 gets other participants than 3.1 and 3.2; its lead stays joined with theirs.
        await desk.type(DOWN * 3 + UP + RIGHT * 2 + "gxc" + TAB + ENTER)
        assert participant(await desk.saved(2), "3.3")[0] == "高新处"
        await desk.type(F4 + "企业中心" + ENTER)
        assert desk.sees("只看 企业中心 2 行")
        await desk.type(LEFT * 2 + "ptc")
        assert desk.sees(r"第 3.1–3.3 行牵头单位（3 行，其中 1 行未显示）")
        await desk.type(ENTER)
        file = await desk.saved(3)
        assert [lead(file, name)[0] for name in ("3.1", "3.2", "3.3")] == ["平台处"] * 3


@PACED
async def test_marked_rows_are_joined_and_change_as_one(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_3_4 + " " + UP + " " + JOIN, paced=paced)
        assert desk.sees("用哪一格的内容")
        await desk.type("法制处、转化" + ENTER, paced=paced)
        assert desk.sees("合并单元格：第 3.1–3.4 行牵头单位")
        file = await desk.saved(2)
        assert [lead(file, name)[0] for name in ("3.1", "3.4")] == ["法制处 转化中心"] * 2
        assert together(file, "3.4") == ["3.1", "3.2", "3.3", "3.4"]
        await desk.type("ptc" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert [lead(file, name)[0] for name in ("3.1", "3.2", "3.3", "3.4")] == ["平台处"] * 4
        await desk.type(CTRL("z") * 2)
        assert together(await desk.saved(5), "3.4") == ["3.4"]


async def test_a_joined_cell_is_parted_and_its_rows_change_alone(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 2 + PART)
        assert desk.sees("取消合并：第 3.1–3.3 行牵头单位")
        await desk.type("ptc" + ENTER)
        file = await desk.saved(3)
        assert [lead(file, name)[0] for name in ("3.1", "3.2", "3.3")] == ["平台处", "法制处", "法制处"]
        await desk.type(PART)
        assert desk.sees("这里没有合并的单元格")


async def test_what_cannot_be_joined_is_said(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(JOIN)
        assert desk.sees("请先按空格选中同一事项中相邻的几行")
        await desk.type(SHIFT_DOWN + JOIN)
        assert desk.sees("只有同一事项的行才能合并单元格")
        await desk.type(LEFT + JOIN)
        assert desk.sees("每行的任务各是各的，不能合并")
        assert len(desk.titles()) == 1


@PACED
async def test_a_deadline_that_the_notice_joins_is_written_for_all_its_rows(
    tmp_path: Path, paced: bool
) -> None:
    path = tmp_path / "河湖.json"
    TaskFile.create(path, import_change(read_notice(PAGE.encode(), "通知.html"))).close()
    async with opened(path) as desk:
        await desk.type(RIGHT * 2 + "长期坚持" + ENTER, paced=paced)
        file = await desk.saved(2)
        assert [task.deadline for task in file.tasks.tasks] == ["长期坚持"] * 3 + ["6月底前"]
        assert together(file, "1.1", "deadline") == ["1.1", "1.2", "1.3"]
