"""What the keys do at the roster: each line opens what it is, and a command that needs another line says
so.
"""

from pathlib import Path

from store.file.task_file import TaskFile
from tests.keys import CTRL, CTRL_DOWN, CTRL_UP, DELETE, DOWN, END, ENTER, F2, F3, F6, F10, HOME
from tests.tui.screen.pilot import ESC, NARROW, opened


async def test_each_line_opens_what_it_is(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "成果转化处" + ENTER + ENTER)
        await desk.wait_for("全称 +成果转化处")
        await desk.wait_for("负责人 +程乐学")
        await desk.type(ESC + F3 + "胡军" + ENTER + F10 + "查看" + ENTER)
        await desk.wait_for(r"分管单位 +成果处（确定） 转化中心（确定） 高新处（待定）")
        await desk.type(ESC + HOME + ENTER)
        await desk.wait_for("Enter 保存 +Esc 不改")
        await desk.type(ESC + END + F2)
        await desk.wait_for("“.*”所含单位")


async def test_the_office_and_a_collective_open_by_enter(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type(F3 + "郭峰" + ENTER + DOWN + F2)
        await desk.wait_for("办公室所在单位 +政策法制与创新体系建设处")


async def test_a_command_that_needs_a_unit_or_a_person_says_so(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "胡军" + ENTER)
        for command in ("单位更名", "机构合并", "机构拆分"):
            await desk.type(F10 + command + ENTER)
            await desk.wait_for("请把光标移到名册中的单位上再试")
        await desk.type(F3 + "成果转化处" + ENTER + F10 + "人员接替" + ENTER)
        await desk.wait_for("请把光标移到名册中的人员上再试")
        assert len(desk.titles()) == 1


async def test_rank_and_order_are_moved_and_the_cursor_goes_along(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "胡军" + ENTER + CTRL_UP)
        file = await desk.saved(2)
        tasks = file.tasks
        assert [tasks.person_name(entry.person) for entry in tasks.roster][3:6] == ["赵峰", "胡军", "徐涛"]
        await desk.type(F2)
        await desk.wait_for("姓名 +胡军")
        await desk.type(ESC + F3 + "成果转化处" + ENTER + CTRL_DOWN)
        await desk.wait_for("单位下移：成果转化处")


async def test_new_and_delete_at_the_roster(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "郭峰" + ENTER + CTRL("n") + "钱进" + ENTER)
        await desk.saved(2)
        await desk.type(F2)
        await desk.wait_for("姓名 +钱进")
        await desk.type(ESC + CTRL("r"))
        await desk.wait_for("删除人员：钱进")
        await desk.type(F3 + "成果转化处" + ENTER + CTRL("n") + ENTER)
        await desk.wait_for("单位名称不能为空")
        await desk.type("数据处" + ENTER)
        await desk.wait_for("新增单位：数据处")
        await desk.type(CTRL("r"))
        await desk.wait_for("删除单位：数据处")
        await desk.type(F3 + "成果转化处" + ENTER + CTRL("r"))
        await desk.wait_for("“成果转化处”不能删除：第 ")
        await desk.type(F6 + F6 + DELETE)
        assert len((await desk.saved(6)).history) == 6


async def test_in_a_list_that_is_looked_at_cards_open_and_what_they_change_is_refused(sample: Path) -> None:
    with TaskFile.open(sample):
        async with opened(sample, read_only=True) as desk:
            for name in ("成果转化处", "胡军"):
                await desk.type(F3 + name + ENTER + ENTER)
                await desk.wait_for("名册上的内容")
                await desk.type(F2)
                await desk.wait_for("只能查看")
                assert desk.title == ""
                await desk.type(ENTER + DOWN * 7 + ENTER)
                await desk.wait_for("只能查看")
                assert desk.title == ""
            await desk.type(HOME + ENTER)
            await desk.wait_for("只能查看")
            await desk.type(END + ENTER)
            assert desk.title == ""
            await desk.type(F3 + "胡军" + ENTER + ENTER + DOWN * 8 + ENTER)
            await desk.wait_gone("统称可能涉及")
