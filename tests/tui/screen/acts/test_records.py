"""Texts and records at the keyboard: edited, added, deleted, moved, by where the cursor is."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.notice import WorkPoint
from tests.keys import CTRL, CTRL_DOWN, CTRL_UP, DOWN, ENTER, F2, F3, F6, F10, HOME, LEFT, RIGHT, SHIFT_DOWN
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
        await desk.type(F6 + F6 + HOME + DOWN + F2 + "武科1号" + ENTER)
        assert (await desk.saved(2)).tasks.notice.document_number == "武科1号"
        await desk.type(HOME + DOWN * 8 + ENTER)
        await desk.wait_for("正文：")
        await desk.type(DOWN + ENTER)
        await desk.wait_for("标题")
        await desk.type("改" + ENTER)
        file = await desk.saved(3)
        edited = file.history[-1].edits[0]
        assert (edited.table, edited.field) == (WorkPoint.TABLE, "heading")
        await desk.type(ENTER + ESC)
        await desk.wait_gone("正文：")


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
        await desk.type(CTRL("r") + ENTER)
        assert len((await desk.saved(5)).tasks.items) == 6


@PACED
async def test_deleting_names_the_row_and_numbers_run_on_by_the_key_that_is_offered(
    sample: Path, paced: bool
) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + DOWN * 3 + CTRL("r"), paced=paced)
        await desk.wait_for_words("删除第3.2行“加快电子证照共享调用。”，Ctrl+Z可撤销；编号可重排，按Ctrl+Y")
        await desk.type(CTRL("y"), paced=paced)
        await desk.wait_for("重排编号：第 3.2–3.3 行")
        file = await desk.saved(3)
        assert [file.tasks.task(key).number for key in file.tasks.task_keys][2:5] == ["1.", "2.", "3."]
        await desk.type(CTRL("y"), paced=paced)
        await desk.type(CTRL("z") * 2, paced=paced)
        file = await desk.saved(5)
        assert [file.tasks.task(key).number for key in file.tasks.task_keys][2:6] == ["1.", "2.", "3.", "4."]


async def test_numbers_are_not_offered_behind_another_act(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + DOWN * 3 + CTRL("r") + RIGHT + "ptc" + ENTER + CTRL("y"))
        assert not desk.sees("重排编号")
        await desk.type(F10 + "重排编号" + ENTER)
        await desk.wait_for("重排编号：第 3.2–3.3 行")
        await desk.type(F10 + "重排编号" + ENTER)
        await desk.wait_for("编号连续，不必重排")


@PACED
async def test_an_item_never_goes_unasked(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("r"), paced=paced)
        await desk.wait_for("删除事项“一、实施科技成果转化工程”及其 1 项任务")
        await desk.type(DOWN + ENTER, paced=paced)
        await desk.type(LEFT * 2 + DOWN * 2 + CTRL("r") + ESC, paced=paced)
        assert len(desk.titles()) == 1
        await desk.type(CTRL("r") + ENTER, paced=paced)
        await desk.wait_for_words("删除事项“三、推进高效办成一件事”及其4项任务，Ctrl+Z可撤销")
        file = await desk.saved(2)
        assert (len(file.tasks.items), len(file.tasks.task_keys)) == (5, 5)
        await desk.type(CTRL("z"))
        assert len((await desk.saved(3)).tasks.task_keys) == 9


@PACED
async def test_marked_rows_are_deleted_and_moved_together(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        before = texts(desk.file)
        await desk.type(LEFT + DOWN * 3 + SHIFT_DOWN + CTRL_UP, paced=paced)
        await desk.wait_for("第 3.2–3.3 行上移")
        assert texts(await desk.saved(2))[2:5] == [before[3], before[4], before[2]]
        await desk.type(CTRL_DOWN + CTRL("r"), paced=paced)
        await desk.wait_for_words("删除第3.2–3.3行“加快电子证照共享调用。”等2行")
        assert texts(await desk.saved(4)) == [*before[:3], *before[5:]]


async def test_marked_rows_that_are_all_of_an_item_are_asked_about(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHIFT_DOWN + CTRL("r"))
        await desk.wait_for("“二、建设高质量孵化载体”及其 2")
        await desk.type(ESC)
        assert len(desk.titles()) == 1
        assert desk.sees("已选 2 行")


async def test_the_first_does_not_go_further_up(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT * 2 + CTRL_UP)
        await desk.wait_for("已是第一个事项")
        await desk.type(F3 + "成果转化处" + ENTER + CTRL_UP * 30)
        await desk.wait_for("已是第一个单位")
