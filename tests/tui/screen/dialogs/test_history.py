"""The history (F7), at the keyboard: who did what, found by day and words, gone to, taken back, looked at."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from tests.keys import BACKSPACE, CTRL, DOWN, ENTER, F2, F4, F7, F8, F10, PAGE_DOWN, PAGE_UP, TAB, UP
from tests.sample import sample_change
from tests.tui.screen.pilot import ESC, opened, row


def remarked(file: TaskFile, name: str, remark: str, at: str, basis: str = "") -> None:
    task = row(file, name)
    file.commit(replace(set_fields(file.tasks, task, remark=remark), at=at, basis=basis))


@pytest.fixture
def past(home: Path) -> Path:
    """The sample list, imported in October 2024 and changed three times in November."""
    path = home / "往年.json"
    with TaskFile.create(path, replace(sample_change(), at="2024-10-08T09:00:00+00:00")) as file:
        remarked(file, "1", "甲", "2024-11-01T09:00:00+00:00", "局长办公会纪要")
        remarked(file, "2", "乙", "2024-11-02T09:00:00+00:00")
        remarked(file, "1", "丙", "2024-11-03T09:00:00+00:00")
    return path


async def test_it_tells_what_was_done_to_a_row_and_to_all(past: Path) -> None:
    async with opened(past) as desk:
        await desk.type(F7)
        assert desk.title.startswith("历史：第 1 行 3 次变更")
        assert desk.sees("甲 → 丙")
        await desk.type(DOWN)
        assert desk.sees("依据：局长办公会纪要")
        await desk.type(TAB + PAGE_DOWN + PAGE_UP + UP)
        assert desk.title.startswith("历史：全部 4 次变更")
        await desk.type(ESC)
        assert desk.title == ""


async def test_changes_are_found_by_day_and_by_words_and_gone_to(past: Path) -> None:
    async with opened(past) as desk:
        await desk.type(F7 + TAB + F4 + "2024-2-30" + ENTER)
        assert desk.sees("“2024-2-30”没有这一天")
        await desk.type(BACKSPACE * 4 + "11-2" + ENTER)
        assert desk.title.startswith("历史：全部 2024-11-02 起 2 次变更")
        await desk.type("乙")
        assert "起 1 次变更" in desk.title
        await desk.type(ENTER)
        assert desk.title == ""
        await desk.type(F7)
        assert desk.title.startswith("历史：第 2 行 2 次变更"), "the cursor went to the row"
        await desk.type(F4 + ESC + "没有这样的字")
        assert "0 次变更" in desk.title


async def test_an_older_change_is_taken_back_or_says_why_not(past: Path) -> None:
    async with opened(past) as desk:
        await desk.type(F7 + DOWN + CTRL("z"))
        assert desk.sees("已被后来的“第 1 行的备注：甲 → 丙”")
        await desk.type(TAB + "乙" + CTRL("z"))
        assert desk.sees("撤销：第 2 行的备注")
        assert row(await desk.saved(5), "2").remark == ""


async def test_the_list_after_a_change_is_looked_at(past: Path) -> None:
    async with opened(past) as desk:
        await desk.type(F7 + TAB + DOWN * 2 + F8)
        await desk.wait_for(r"查看 2024-11-01 \d\d:00 的清单（只读）")
        await desk.type(F7 + F2)
        await desk.wait_for(r"查看 2024-11-01 \d\d:00 的清单（只读）")
        await desk.type(ESC + ESC)
        assert not desk.sees("只读")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_the_list_of_a_day_is_looked_at_by_the_menu(past: Path, paced: bool) -> None:
    async with opened(past) as desk:
        await desk.type(F10 + "以前的清单" + ENTER + "2024-11-1" + ENTER, paced=paced)
        await desk.wait_for(r"查看 2024-11-01 的清单（只读）")
        await desk.type(ESC)
        await desk.type(F10 + "以前的清单" + ENTER + "2001-1-1" + ENTER, paced=paced)
        assert desk.sees("开始有记录，没有更早的样子")
        await desk.type(BACKSPACE * 8 + "2024-11-2 23:00" + ENTER, paced=paced)
        await desk.wait_for(r"查看 2024-11-02 23:00 的清单（只读）")
        await desk.type(ESC + F10 + "以前的清单" + ENTER + ESC)
        assert desk.title == ""
