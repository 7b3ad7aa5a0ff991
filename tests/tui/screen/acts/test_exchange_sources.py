"""What is missing from a list is told when it is opened, with what has it."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from store.file.beside import journals
from store.file.task_file import TaskFile
from tests.keys import CTRL, DOWN, ENTER
from tests.tui.screen.pilot import lead, opened


def go_back_to(old: Path, sample: Path) -> None:
    """Put an older list in the place of one, and nothing beside it: a fold may run while the list is left."""
    shutil.copy(old, sample)
    for journal in journals(sample):
        journal.unlink()


async def test_a_list_that_has_less_than_last_time_says_so_and_takes_the_rest_in(
    sample: Path, home: Path
) -> None:
    old = Path(shutil.copy(sample, home / "旧.json"))
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER + CTRL("q"))
    with TaskFile.open(sample) as file:  # The screen may have made the hour's own before the change.
        file.back_up(at=datetime.now() + timedelta(hours=2))
    go_back_to(old, sample)
    async with opened(sample) as desk:
        await desk.wait_for("清单比上次少了变更")
        assert desk.sees("这份清单比上次在本机看到的少 1 次变更")
        await desk.type("以后" + ENTER)
        assert desk.title == ""
        await desk.type(CTRL("q"))
    async with opened(sample) as desk:
        await desk.wait_for("清单比上次少了变更")
        await desk.type("并入" + ENTER)
        await desk.wait_for("并入：")
        await desk.type(ENTER)
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")
        await desk.type(CTRL("q"))
    async with opened(sample) as desk:
        await desk.type(DOWN)
        assert desk.title == ""


async def test_what_is_missing_may_be_given_up_for_good(sample: Path, home: Path) -> None:
    old = Path(shutil.copy(sample, home / "旧.json"))
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER + CTRL("q"))
    go_back_to(old, sample)
    async with opened(sample) as desk:
        await desk.wait_for("清单比上次少了变更")
        await desk.type("为准" + ENTER)
        assert desk.sees("以现在的清单为准，不再提示缺少的变更。")
        await desk.type(CTRL("q"))
    async with opened(sample) as desk:
        await desk.type(DOWN)
        assert desk.title == ""
