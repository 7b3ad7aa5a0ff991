"""The rules of the ledger at the keyboard: year, days of warning, lights."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.ledger.days import deadlines_of_row
from store.ledger.lights import scheme_of
from store.records.changes import Change, updated
from store.records.ledger_rules import LightRule
from tests.keys import BACKSPACE, CTRL, DOWN, ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, WIDE, opened, row, write


def rules(file: TaskFile) -> list[tuple[str, str, str, str]]:
    """Word, sign, colour and test of each light."""
    scheme = scheme_of(file.tasks.all_of(LightRule))
    return [(rule.word, rule.sign, rule.colour, rule.test) for rule in scheme]


@pytest.mark.parametrize("paced", [False, True])
async def test_days_of_warning_are_set_and_taken_back(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "预警" + ENTER + CTRL("a") + "10" + ENTER, paced=paced)
        saved = await desk.saved(2)
        assert saved.tasks.notice.warn_days == 10
        assert desk.titles()[-1] == "到期前 10 天起为临期"
        await desk.type(CTRL("z"))
        assert (await desk.saved(3)).tasks.notice.warn_days == 0


@pytest.mark.parametrize("words", ["0", "-1", "367", "七", "1.5", ""])
async def test_a_number_of_days_that_is_none_is_refused_in_the_field(sample: Path, words: str) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "预警" + ENTER + CTRL("a") + BACKSPACE + words + ENTER)
        await desk.wait_for("预警天数应为|请写天数")
        assert len(desk.titles()) == 1


async def test_days_for_what_is_to_be_done_at_once_give_it_a_day(sample: Path) -> None:
    write(sample, "1", deadline="立即办理")
    async with opened(sample) as desk:
        await desk.type(F10 + "立即办理的" + ENTER + CTRL("a") + "3" + ENTER)
        saved = await desk.saved(3)
        assert deadlines_of_row(saved.tasks, row(saved, "1")).days == ("2021-04-03",)  # Issued on 31 March.


async def test_a_list_whose_title_has_a_year_is_not_asked_for_one(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "清单年份" + ENTER)
        await desk.wait_for("清单是 2021 年的")
        assert not desk.title


@pytest.mark.parametrize("paced", [False, True])
async def test_the_year_of_a_list_without_one_gives_its_deadlines_days(sample: Path, paced: bool) -> None:
    with TaskFile.open(sample) as file:
        edits = updated(file.tasks.notice, title="重点任务清单", list_title="", issued_on=None)
        file.commit(Change("去掉年份", tuple(edits)))
    write(sample, "1", deadline="6月底前")
    async with opened(sample) as desk:
        await desk.type(F10 + "清单年份" + ENTER + CTRL("a") + "26" + ENTER, paced=paced)
        await desk.wait_for("请写四位的年份")
        await desk.type(CTRL("a") + "2026" + ENTER, paced=paced)
        saved = await desk.saved(4)
        assert deadlines_of_row(saved.tasks, row(saved, "1")).days == ("2026-06-30",)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("paced", [False, True])
async def test_a_light_is_changed_and_the_scheme_becomes_the_lists_own(
    sample: Path, size: tuple[int, int], paced: bool
) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(F10 + "亮灯" + ENTER, paced=paced)
        await desk.wait_for("●黄 +落后>=10，黄色")
        await desk.type(DOWN + ENTER + "条件" + ENTER, paced=paced)
        await desk.type(CTRL("a") + "落后>=15" + ENTER, paced=paced)
        assert rules(await desk.saved(2)) == [
            ("红", "●", "red", "behind>30"),
            ("黄", "●", "yellow", "behind>=15"),
            ("绿", "●", "green", "behind<10"),
        ]
        assert desk.title == "亮灯规则" and desk.sees("●黄 +落后>=15，黄色")
        await desk.type(DOWN + ENTER + "颜色" + ENTER + "橙" + ENTER, paced=paced)
        assert rules(await desk.saved(3))[1] == ("黄", "●", "orange", "behind>=15")
        await desk.type(ESC + CTRL("z") + CTRL("z"))
        assert rules(await desk.saved(5))[1] == ("黄", "●", "yellow", "behind>=10")


async def test_a_known_scheme_is_taken_over(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "亮灯" + ENTER + "宿迁" + ENTER)
        assert [word for word, *_ in rules(await desk.saved(2))] == ["红", "黄", "蓝", "绿"]
        await desk.type("宿迁" + ENTER)
        assert len(desk.titles()) == 2


@pytest.mark.parametrize("words", ["看着办", "落后", "落后>1e9", ""])
async def test_a_test_that_says_nothing_is_refused_in_the_field(sample: Path, words: str) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "亮灯" + ENTER * 2 + "条件" + ENTER + CTRL("a") + BACKSPACE + words + ENTER)
        await desk.wait_for("看不懂亮灯条件")
        assert len(desk.titles()) == 1
