"""Units handed over, at once or on a day ahead."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from store.acts.handover import Handover
from store.acts.handover_plans import keep_plan
from store.file.task_file import TaskFile
from store.records.kept import Plan
from tests.keys import CTRL, DOWN, ENTER, F3, F6, F10, LEFT, RIGHT
from tests.tui.screen.pilot import ESC, lead, opened, participant

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
TO_HANDOVER = F10 + "分工调整" + ENTER + "hujun" + ENTER + "zhaofeng" + ENTER + ENTER


@PACED
async def test_a_handover_in_one_go(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HANDOVER + ENTER + "会议纪要" + ENTER + RIGHT * 3 + LEFT + ENTER, paced=paced)
        file = await desk.saved(2)
        change = file.history[1]
        assert change.title == "分工调整：成果处、转化中心由胡军移交赵峰"
        assert (change.basis, change.effective_on) == ("会议纪要", date.today().isoformat())
        assert lead(file, "1") == ("成果处", "赵峰")
        assert lead(file, "3.4") == ("法制处 转化中心", "徐涛 赵峰")
        assert [participant(file, name)[1] for name in ("3.1", "3.2", "3.3")] == ["王振旭 赵峰"] * 3
        assert participant(file, "4")[1] == "赵峰 胡军 刘红"
        await desk.type(CTRL("z"))
        assert lead(await desk.saved(3), "1") == ("成果处", "胡军")


async def test_nothing_is_done_while_a_question_is_open(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HANDOVER + ENTER + ENTER)
        await desk.wait_for("共 6 行，2 处要答复，还有 2 处没有答复")
        await desk.type(RIGHT + ENTER)
        await desk.wait_for("还有 1 处没有答复：按 ← 留，按 → 去")
        await desk.type("   ")
        await desk.wait_for("〔去〕")
        await desk.type(ESC)
        await desk.wait_gone("还有 1 处没有答复")
        assert len(desk.titles()) == 1


async def test_some_of_his_units_and_from_the_roster(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F6 + DOWN * 6 + " ")
        await desk.wait_for("胡军移交给谁")
        await desk.type("zhaofeng" + ENTER + " " + ENTER + ENTER + ENTER)
        await desk.wait_for("分工调整：转化中心由胡军移交赵峰")
        await desk.wait_for("共 1 行")
        await desk.type(ENTER)
        file = await desk.saved(2)
        assert lead(file, "1") == ("成果处", "胡军")
        assert lead(file, "3.4") == ("法制处 转化中心", "徐涛 赵峰")


async def test_at_the_roster_the_leader_under_the_cursor_hands_over(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "胡军" + ENTER + F10 + "分工调整" + ENTER)
        await desk.wait_for("胡军移交给谁")
        await desk.type(ESC + F3 + "刘维华" + ENTER + F10 + "分工调整" + ENTER)
        await desk.wait_for("看不出刘维华分管哪些单位")
        assert not desk.title, "nobody is asked for who would take nothing"
        assert len(desk.titles()) == 1


async def test_no_units_and_no_day_are_told_in_place(sample: Path) -> None:
    async with opened(sample) as desk:
        asked = F10 + "分工调整" + ENTER + "hujun" + ENTER + "zhaofeng" + ENTER
        await desk.type(asked + " " + DOWN + " " + ENTER)
        await desk.wait_for("还没有选单位")
        await desk.type(" " + ENTER + "x" + ENTER)
        await desk.wait_for("不是日期，请写作")
        assert len(desk.titles()) == 1


# ---------------------------------------------------------------------- plans


async def test_a_day_ahead_makes_a_plan_that_is_shown_and_can_be_given_up(sample: Path) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    async with opened(sample) as desk:
        await desk.type(F10 + "预定调整" + ENTER)
        await desk.wait_for("没有预定的分工调整")
        await desk.type(ESC + TO_HANDOVER + CTRL("u") + tomorrow + ENTER + ENTER)
        await desk.wait_for("Enter 存为预定")
        await desk.type(ENTER)
        await desk.wait_for("预定调整 1 项")
        assert lead(await desk.saved(2), "1") == ("成果处", "胡军")
        await desk.type(F10 + "预定" + ENTER)
        await desk.wait_for(f"{tomorrow} 成果处、转化中心由胡军移交赵峰")
        await desk.type(ENTER)
        await desk.wait_for("取消这项预定")
        assert not desk.sees("现在执行")
        await desk.type(DOWN + ENTER)
        await desk.wait_for("取消预定的分工调整")
        assert not (await desk.saved(3)).tasks.keys_of(Plan)


@pytest.fixture
def due(sample: Path) -> Path:
    """The sample with a handover planned for a day that has come; the question of row 4 is answered."""
    with TaskFile.open(sample) as file:
        tasks = file.tasks
        hu, zhao = (tasks.people_named(name)[0].key for name in ("胡军", "赵峰"))
        units = tuple(one.key for one in tasks.units if tasks.wording_of(one.key) in ("成果处", "转化中心"))
        (row,) = tasks.rows_named("4")
        handover = Handover(hu, zhao, units, "2021-06-01", "会议纪要")
        file.commit(keep_plan(tasks, handover, {(row, "participant"): "drop"}))
    return sample


async def test_on_its_day_the_plan_is_asked_about_and_carried_out_as_of_it(due: Path) -> None:
    async with opened(due) as desk:
        await desk.wait_for("预定的分工调整已到日子")
        await desk.type(ENTER)
        await desk.wait_for("2 处要答复，还有 1 处没有答复")
        await desk.type(RIGHT * 3 + ENTER)
        file = await desk.saved(3)
        assert file.history[-1].effective_on == "2021-06-01"
        assert participant(file, "4")[1] == "赵峰 刘红"
        assert not file.tasks.keys_of(Plan)
        await desk.type(CTRL("z"))
        await desk.wait_for("预定调整 1 项")


@pytest.mark.parametrize(
    ("keys", "left"),
    [(DOWN + ENTER, 1), (ESC, 1), (ENTER + ESC, 1), (DOWN * 2 + ENTER, 0)],
    ids=["later", "esc", "esc in the preview", "cancel"],
)
async def test_a_plan_is_never_carried_out_without_a_yes(due: Path, keys: str, left: int) -> None:
    async with opened(due) as desk:
        await desk.wait_for("预定的分工调整已到日子")
        await desk.type(keys)
        await desk.wait_gone("已到日子|Esc 取消")
        file = await desk.saved(2 + (left == 0))
        assert lead(file, "1") == ("成果处", "胡军")
        assert len(file.tasks.keys_of(Plan)) == left


# ---------------------------------------------------------------------- with a basis asked for


async def test_a_basis_that_is_left_empty_is_not_asked_for_again(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type(TO_HANDOVER + ENTER + ENTER + RIGHT * 4 + ENTER)
        file = await desk.saved(2)
        assert desk.title == ""
        assert (file.history[1].basis, lead(file, "1")) == ("", ("成果处", "赵峰"))


async def test_esc_in_the_preview_leaves_everything_as_it_was(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type(TO_HANDOVER + ENTER + ENTER + RIGHT * 4)
        await desk.wait_for("都已答复")
        await desk.type(ESC)
        await desk.wait_gone("都已答复")
        assert len(desk.titles()) == 1
        assert lead(await desk.saved(1), "1") == ("成果处", "胡军")


async def test_a_plan_without_a_basis_is_kept_without_asking_again(sample: Path) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    async with opened(sample, asks_basis=True) as desk:
        await desk.type(TO_HANDOVER + CTRL("u") + tomorrow + ENTER + ENTER + ENTER)
        await desk.wait_for("预定调整 1 项")
        assert desk.title == ""


async def test_plans_of_a_list_that_is_looked_at_are_shown_and_not_carried_out(due: Path) -> None:
    with TaskFile.open(due):
        async with opened(due, read_only=True) as desk:
            await desk.type(F10 + "预定调整" + ENTER)
            await desk.wait_for("2021-06-01 成果处、转化中心由胡军移交赵峰")
            await desk.type(ENTER)
            await desk.wait_for("只能查看")
            assert not desk.sees("取消这项预定")
