"""Texts and records at the keyboard: edited, added, deleted, moved, by where the cursor is."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.notice import WorkPoint
from tests.keys import CTRL, CTRL_DOWN, CTRL_UP, DOWN, ENTER, F2, F3, F6, HOME, LEFT
from tests.tui.screen.pilot import ESC, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
CLEAR = CTRL("u")


def texts(file: TaskFile) -> list[str]:
    return [file.tasks.task(key).text[:6] for key in file.tasks.task_keys]


@PACED
async def test_a_rows_text_is_edited_where_the_cursor_is(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + "改写" + CTRL("s"), paced=paced)
        assert row(await desk.saved(2), "1").text.endswith("改写")
        await desk.type(F2 + ESC)
        await desk.type(LEFT + F2)
        await desk.wait_for("Enter 保存")
        await desk.type("(续)" + ENTER)
        assert (await desk.saved(3)).tasks.items[0].title.endswith("(续)")


async def test_enter_on_an_item_edits_its_title(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT * 2 + ENTER + "之一" + ENTER)
        assert (await desk.saved(2)).tasks.items[0].title.endswith("之一")


async def test_the_notices_head_and_a_work_point_are_edited_in_the_tree(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F6 + F6 + HOME + DOWN * 2 + F2 + "武科1号" + ENTER)
        assert (await desk.saved(2)).tasks.notice.document_number == "武科1号"
        await desk.type(HOME + DOWN * 10 + ENTER)
        await desk.wait_for("正文:")
        await desk.type(DOWN + ENTER)
        await desk.wait_for("标题")
        await desk.type("改" + ENTER)
        file = await desk.saved(3)
        edited = file.history[-1].edits[0]
        assert (edited.table, edited.field) == (WorkPoint.TABLE, "heading")
        await desk.type(ENTER + ESC)
        await desk.wait_gone("正文:")


async def test_the_groups_name_is_edited(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F6 + HOME + ENTER + "(调整)" + ENTER)
        assert (await desk.saved(2)).tasks.notice.group.endswith("(调整)")


async def test_rows_are_added_moved_and_deleted(sample: Path) -> None:
    async with opened(sample) as desk:
        before = texts(desk.file)
        await desk.type(DOWN * 2 + CTRL("n"))
        await desk.wait_for("6 事项 10 任务")
        await desk.type(F2 + "新增的任务" + CTRL("s"))
        assert texts(await desk.saved(3))[3] == "新增的任务"
        await desk.type(CTRL_UP)
        assert texts(await desk.saved(4))[2] == "新增的任务"
        await desk.type(CTRL_DOWN * 2)
        assert texts(await desk.saved(6))[4] == "新增的任务"
        await desk.type(CTRL("r"))
        assert texts(await desk.saved(7)) == before


async def test_an_item_is_added_moved_and_deleted_with_its_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("b") + ENTER)
        await desk.wait_for("事项名称不能为空")
        await desk.type("二、新的事项" + ENTER)
        file = await desk.saved(2)
        assert file.tasks.items[1].title == "二、新的事项"
        await desk.type(LEFT * 2 + CTRL_UP)
        assert (await desk.saved(3)).tasks.items[0].title == "二、新的事项"
        await desk.type(CTRL_DOWN)
        assert (await desk.saved(4)).tasks.items[1].title == "二、新的事项"
        await desk.type(CTRL("r"))
        assert len((await desk.saved(5)).tasks.items) == 6


async def test_the_first_does_not_go_further_up(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT * 2 + CTRL_UP)
        await desk.wait_for("已是第一个事项")
        await desk.type(F3 + "成果转化处" + ENTER + CTRL_UP * 30)
        await desk.wait_for("已是第一个单位")


async def test_leaving_with_a_text_half_typed_asks_about_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + "改写" + CTRL("q"))
        await desk.wait_for("文字已改动")
        await desk.type(DOWN + ENTER)
        assert row(await desk.saved(2), "1").text.endswith("改写")
