"""Why leaders are others than have the units: asked before the edit, by whatever key it is made."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from tests.keys import CTRL, DELETE, DOWN, ENTER, F8, LEFT, RIGHT, UP
from tests.tui.screen.pilot import ESC, lead, opened, participant, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


def known(file: TaskFile) -> dict[str, tuple[str, str]]:
    """Leader and grade of each unit, by its full name."""
    tasks = file.tasks
    found: dict[str, tuple[str, str]] = {}
    for unit, standing in standings(tasks).items():
        found[tasks.unit_name(unit)] = tasks.person_name(standing.leader), standing.grade
    return found


def opened_file(path: Path) -> TaskFile:
    return TaskFile.open(path, read_only=True)


@PACED
async def test_enter_stays_in_the_picker_until_an_answer_is_chosen(sample: Path, paced: bool) -> None:
    before = known(opened_file(sample))
    async with opened(sample) as desk:
        await desk.type(RIGHT + "zf" + ENTER + ENTER + ENTER, paced=paced)
        assert desk.sees("成果处由胡军分管，改后没有他")
        assert desk.sees("仅此行 +分工调整 +原文读错")
        assert len(desk.titles()) == 1, "Enter pressed twice by habit answers nothing"
        await desk.type(RIGHT + ENTER, paced=paced)
        assert desk.sees("第 1 行牵头单位的分管领导：胡军 → 赵峰；仅此行，分管不变")
        file = await desk.saved(2)
        assert lead(file, "1") == ("成果处", "赵峰")
        assert row(file, "1").only_here == ("lead",)
        assert known(file) == before
        assert desk.text.count("〔待定") == 1, "what the notice itself leaves open in its last row"


async def test_esc_at_the_question_does_nothing_and_typing_goes_back_to_the_choice(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(RIGHT + "zf" + ENTER + RIGHT + ESC)
        assert not desk.sees("仅此行")
        await desk.type("zf" + ENTER + RIGHT)
        await desk.type("x")
        assert not desk.sees("原文读错"), "another choice asks anew"
        assert len(desk.titles()) == 1


@PACED
async def test_a_handover_is_opened_filled_in(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + DOWN + RIGHT + "wzx" + ENTER + RIGHT + RIGHT + ENTER, paced=paced)
        assert desk.title == "分工调整：法制处由徐涛移交王振旭"
        await desk.type(ENTER + "局办公会" + ENTER + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].basis == "局办公会"
        names = ("3.1", "3.3", "3.4", "5")
        assert [lead(file, name)[1] for name in names] == ["王振旭", "王振旭", "王振旭 胡军", "王振旭"]
        assert lead(file, "4") == ("规划处", "徐涛"), "another unit of his stays"
        assert known(file)["政策法制与创新体系建设处"] == ("王振旭", "settled")


async def test_a_handover_that_is_left_leaves_the_row(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + DOWN + RIGHT + "wzx" + ENTER + RIGHT + RIGHT + ENTER + ESC)
        assert lead(opened_file(sample), "3.1") == ("法制处", "徐涛")
        assert len(desk.titles()) == 1


@PACED
async def test_a_misread_notice_replaces_what_was_known(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 3 + RIGHT + "hj" + " " + "zf" + " " + ENTER + LEFT + ENTER, paced=paced)
        assert desk.sees("-胡军；原文读错，分管已更正")
        file = await desk.saved(2)
        assert lead(file, "3.4") == ("法制处 转化中心", "徐涛 赵峰")
        assert known(file)["武汉市科技成果转化促进中心"] == ("赵峰", "certain")


@PACED
async def test_marked_rows_are_asked_about_once(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(" " + DOWN + " " + RIGHT + "zf" + ENTER, paced=paced)
        assert desk.sees("成果处由胡军分管，平台处由刘红分管")
        assert desk.sees("仅这 2 行")
        await desk.type(RIGHT + ENTER)
        file = await desk.saved(2)
        assert [lead(file, name)[1] for name in ("1", "2")] == ["赵峰", "赵峰"]


async def test_paste_and_fill_ask_the_same_in_a_dialog(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(RIGHT + CTRL("c") + DOWN + CTRL("v"))
        assert desk.title == "第 2 行的分管领导"
        assert desk.sees("平台处由刘红分管，改后没有他")
        await desk.type(ENTER)
        assert desk.title, "nothing is chosen yet"
        await desk.type(ESC)
        assert len(desk.titles()) == 1
        await desk.type(CTRL("d") + RIGHT + ENTER)
        file = await desk.saved(2)
        assert lead(file, "2") == ("平台处", "胡军")
        assert row(file, "2").only_here == ("lead",)


async def test_a_leader_beside_the_known_one_and_an_emptied_cell_are_not_asked_about(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(RIGHT + "zf" + " " + ENTER)
        assert lead(await desk.saved(2), "1")[1] == "胡军 赵峰"
        await desk.type(DELETE)
        assert lead(await desk.saved(3), "2") == ("平台处", "")


async def test_units_are_handed_over_to_one_whom_the_roster_lacks(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + DOWN + RIGHT + "袁洁" + ENTER + RIGHT + RIGHT + ENTER)
        assert desk.title == "分工调整：法制处由徐涛移交袁洁"
        await desk.type(ENTER + ENTER + ENTER)
        assert lead(await desk.saved(3), "5")[1] == "袁洁"


# ---------------------------------------------------------------------- what was known stays known


@PACED
async def test_a_unit_that_left_its_row_finds_its_leader_again(sample: Path, paced: bool) -> None:
    before = known(opened_file(sample))
    async with opened(sample) as desk:
        await desk.type(DOWN * 4 + "p" + ENTER + UP + "gh" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert lead(file, "4") == ("规划处", "徐涛")
        assert known(file) == before
        assert not row(file, "4").doubts
        assert desk.text.count("〔待定") == 1, "what the notice itself leaves open in its last row"


@PACED
async def test_leads_swapped_by_hand_take_their_leaders_along(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("p" + ENTER + "cg" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert (lead(file, "1"), lead(file, "2")) == (("平台处", "刘红"), ("成果处", "胡军"))


async def test_a_unit_taken_out_of_a_row_stays_its_leaders(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 3 + "fz" + ENTER)
        file = await desk.saved(2)
        assert lead(file, "3.4") == ("法制处", "徐涛")
        assert known(file)["武汉市科技成果转化促进中心"] == ("胡军", "certain")
        assert desk.sees("牵1 责4"), "the roster counts both units of 胡军"


@PACED
@pytest.mark.parametrize("column", [1, 4], ids=["empty", "taking part"])
async def test_a_crossing_turned_three_times_is_where_it_was(sample: Path, column: int, paced: bool) -> None:
    before = opened_file(sample)
    async with opened(sample) as desk:
        await desk.type(DOWN * 4 + F8 + RIGHT * column + "   ", paced=paced)
        after = await desk.saved(4)
        assert known(after) == known(before)
        for name in ("1", "3.1", "4"):
            assert (lead(after, name), participant(after, name)) == (
                lead(before, name),
                participant(before, name),
            )
        assert row(after, "4") == row(before, "4")


async def test_a_row_is_given_another_unit_in_four_keys_after_any_history(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("p" + ENTER + UP + "gx" + ENTER + UP + "hz" + ENTER + UP + CTRL("z"))
        changes = len(desk.titles())
        await desk.type("cg" + ENTER)
        assert lead(await desk.saved(changes + 1), "1") == ("成果处", "胡军")
