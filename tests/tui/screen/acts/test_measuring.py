"""Measures and milestones of rows at the keyboard: nothing is made that was not chosen."""

from pathlib import Path

import pytest

from store.acts.measuring import measures_of, milestones_of
from store.file.task_file import TaskFile
from tests.keys import CTRL, DOWN, ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, WIDE, opened


def measures(file: TaskFile, name: str) -> list[tuple[str, str, str, str]]:
    """Name, sense, target and unit of the measures of a row."""
    (key,) = file.tasks.rows_named(name)
    return [(one.text, one.sense, one.target, one.unit_of_measure) for one in measures_of(file.tasks, key)]


def steps(file: TaskFile, name: str) -> list[tuple[str, str | None]]:
    """The milestones of a row."""
    (key,) = file.tasks.rows_named(name)
    return [(one.text, one.due_on) for one in milestones_of(file.tasks, key)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("paced", [False, True])
async def test_what_the_text_words_is_proposed_and_taken_where_it_is_marked(
    sample: Path, size: tuple[int, int], paced: bool
) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(DOWN + F10 + "目标" + ENTER, paced=paced)
        await desk.wait_for("第 2 行的目标")
        await desk.type(ENTER, paced=paced)
        assert desk.sees(r"\[ \] 2 +新增省级及以上众创孵化机构至少40家")
        await desk.type(ENTER, paced=paced)
        assert desk.sees("还没有选") and len(desk.titles()) == 1
        await desk.type(" " + ENTER, paced=paced)
        saved = await desk.saved(2)
        assert measures(saved, "2") == [("新增省级及以上众创孵化机构", "at_least", "40", "家")]
        await desk.type(ESC + CTRL("z"))
        assert measures(await desk.saved(3), "2") == []


async def test_of_marked_rows_all_that_they_word_is_proposed_at_once(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("a") + F10 + "目标" + ENTER)
        await desk.wait_for("从任务文字读出的目标")
        await desk.type(" " + ENTER)
        assert measures(await desk.saved(2), "2")


@pytest.mark.parametrize("paced", [False, True])
async def test_a_measure_is_written_changed_and_taken_out(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "目标" + ENTER + "新增" + ENTER, paced=paced)
        await desk.type(
            "转化合同额" + ENTER + "至少" + ENTER + "亿元" + ENTER + "1,200.5" + ENTER, paced=paced
        )
        assert measures(await desk.saved(2), "1") == [("转化合同额", "at_least", "1200.5", "亿元")]
        await desk.type(ENTER + "目标值" + ENTER + CTRL("a") + "很多" + ENTER, paced=paced)
        await desk.wait_for("目标值要写数字")
        await desk.type(CTRL("a") + "1300" + ENTER, paced=paced)
        assert measures(await desk.saved(3), "1")[0][2] == "1300"
        await desk.type(ENTER + "怎样" + ENTER + "至多" + ENTER, paced=paced)
        assert measures(await desk.saved(4), "1")[0][1] == "at_most"
        await desk.type(ENTER + "删除" + ENTER, paced=paced)
        assert measures(await desk.saved(5), "1") == []


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("paced", [False, True])
async def test_a_step_is_written_changed_and_taken_out(
    sample: Path, size: tuple[int, int], paced: bool
) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(F10 + "时间节点" + ENTER * 2 + "完成立项" + ENTER + "某天" + ENTER, paced=paced)
        await desk.wait_for("不是一个日子")
        await desk.type(CTRL("a") + "6月底前" + ENTER, paced=paced)
        assert steps(await desk.saved(2), "1") == [("完成立项", "2021-06-30")]
        assert desk.sees("完成立项（2021-06-30）")
        await desk.type(ENTER + "日期" + ENTER + CTRL("a") + "2021-07-15" + ENTER, paced=paced)
        assert steps(await desk.saved(3), "1") == [("完成立项", "2021-07-15")]
        await desk.type(ENTER + "删除" + ENTER, paced=paced)
        assert steps(await desk.saved(4), "1") == []
        await desk.type(ESC)
        assert not desk.title
