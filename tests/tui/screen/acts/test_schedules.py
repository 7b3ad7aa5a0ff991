"""Reporting schedules at the keyboard: added, changed, taken out."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.ledger.days import schedules_of
from store.records.schedule import Schedule
from tests.keys import CTRL, DOWN, ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, WIDE, opened


def only(file: TaskFile) -> Schedule:
    """The one schedule of the list."""
    (schedule,) = schedules_of(file.tasks)
    return schedule


MONTHLY = F10 + "报送安排" + ENTER * 2 + "每月" + ENTER + "当月" + ENTER + CTRL("a") + "25" + ENTER
"""Up to the question of who reports."""


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("paced", [False, True])
async def test_a_schedule_is_added_changed_and_taken_out(
    sample: Path, size: tuple[int, int], paced: bool
) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(MONTHLY + "牵头单位" + ENTER + "2021-04" + ENTER, paced=paced)
        made = only(await desk.saved(2))
        assert (made.name, made.every, made.due_day, made.due_shift) == ("月报", "month", 25, 0)
        assert (made.who, made.from_period) == ("lead", "2021-04")
        assert desk.title == "报送安排"
        assert desk.sees("月报（每月，25 日前；2021年4月起，2021年12月止；牵头单位）")
        await desk.type(ENTER + "报送单位" + ENTER + "牵头和责任" + ENTER, paced=paced)
        assert only(await desk.saved(3)).who == "all"
        await desk.type(ENTER + "报送日" + ENTER + CTRL("a") + "31" + ENTER, paced=paced)
        assert only(await desk.saved(4)).due_day == 31
        await desk.type(ENTER + "删除" + ENTER, paced=paced)
        assert schedules_of((await desk.saved(5)).tasks) == ()
        await desk.type(ESC + CTRL("z"))
        assert only(await desk.saved(6)).due_day == 31


async def test_a_quarterly_one_is_due_in_the_month_after(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "报送安排" + ENTER * 2 + "每季度" + ENTER + "期满后" + ENTER)
        await desk.type(CTRL("a") + "15" + ENTER * 3)
        made = only(await desk.saved(2))
        assert (made.name, made.due_day, made.due_shift, made.from_period) == ("季报", 15, 1, "")


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (MONTHLY + ENTER + "2021Q2" + ENTER, "起报期要写一个月"),
        (MONTHLY + ENTER + "上个月" + ENTER, "不是报送期"),
        (MONTHLY.removesuffix("25" + ENTER) + "40" + ENTER * 3, "报送日要写几日"),
        (MONTHLY.removesuffix("25" + ENTER) + "月底" + ENTER, "请写数字"),
    ],
)
async def test_what_makes_no_sense_is_refused_in_the_field(sample: Path, keys: str, sentence: str) -> None:
    async with opened(sample) as desk:
        await desk.type(keys)
        await desk.wait_for(sentence)
        assert len(desk.titles()) == 1


async def test_leaving_any_question_makes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        for keys in (MONTHLY, MONTHLY + ENTER, F10 + "报送安排" + ENTER * 2):
            await desk.type(keys + ESC + ESC)
            assert not desk.title, desk.text
        await desk.type(F10 + "报送安排" + DOWN + ENTER + ESC)
        assert len(desk.titles()) == 1


@pytest.mark.parametrize("paced", [False, True])
async def test_days_off_move_the_day_due_and_are_taken_back(sample: Path, paced: bool) -> None:
    async with opened(sample, today="2021-09-01") as desk:
        await desk.type(MONTHLY + ENTER * 2 + ESC, paced=paced)
        await desk.saved(2)
        await desk.type(F10 + "放假调休" + ENTER + "10月1日至七日" + ENTER, paced=paced)
        await desk.wait_for("不是日期")
        await desk.type(CTRL("a") + "10月1日至7日" + ENTER + "10月9日" + ENTER, paced=paced)
        made = only(await desk.saved(3))
        assert made.holidays[0] == "2021-10-01" and made.holidays[-1] == "2021-10-07"
        assert len(made.holidays) == 7 and made.workdays == ("2021-10-09",)
        await desk.type(F10 + "放假调休" + ENTER)
        await desk.wait_for("2021-10-01至2021-10-07")
        await desk.type(ESC + CTRL("z"))
        assert only(await desk.saved(4)).holidays == ()


async def test_days_off_are_refused_in_a_list_without_schedules_and_where_a_day_is_both(sample: Path) -> None:
    async with opened(sample, today="2021-09-01") as desk:
        await desk.type(F10 + "放假调休" + ENTER + "10月1日" + ENTER * 2)
        await desk.wait_for("请先设报送安排")
        await desk.type(ESC)
        await desk.type(MONTHLY + ENTER * 2 + ESC)
        await desk.saved(2)
        await desk.type(F10 + "放假调休" + ENTER + "10月1日" + ENTER + "10月1日" + ENTER)
        await desk.wait_for("又放假又上班")
        assert len(desk.titles()) == 2
