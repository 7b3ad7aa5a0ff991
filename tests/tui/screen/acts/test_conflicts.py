"""Conflicts on the screen (不一致): seen at the cells, decided in F5 or on the cell, all of somebody's at
once.
"""

from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from tests.keys import CTRL, DOWN, ENTER, F2, F4, F5, F8, F10, LEFT, RIGHT, paste
from tests.tui.screen.parted import leads, part, says
from tests.tui.screen.pilot import ESC, NARROW, WIDE, lead, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@pytest.fixture
def parted(sample: Path) -> Path:
    """The sample: of 1 the lead, of 3.2 the lead and the remark are undecided; what 王芳 said is shown."""
    here = [leads("1", "平台处"), leads("3.2", "平台处"), says("3.2", remark="已发函")]
    there = [leads("1", "合作处"), leads("3.2", "成果处"), says("3.2", remark="已回复")]
    part(sample, here, there)
    return sample


def remark(file: TaskFile, name: str) -> str:
    return row(file, name).remark


@SIZES
async def test_cells_wear_a_sign_and_the_top_line_counts(parted: Path, size: tuple[int, int]) -> None:
    async with opened(parted, size=size) as desk:
        assert desk.sees("不一致 3 处")
        assert desk.text.count("⇄未定") >= 2
        await desk.type("hz")
        assert desk.sees("不一致 +1 处未定夺"), "typing on such a cell opens the decision"


@PACED
@SIZES
async def test_each_is_decided_and_the_next_one_comes(
    parted: Path, size: tuple[int, int], paced: bool
) -> None:
    async with opened(parted, size=size) as desk:
        await desk.type(F5, paced=paced)
        await desk.wait_for("3 不一致")
        await desk.type((RIGHT * 2 + ENTER) * 2 + LEFT + ENTER, paced=paced)
        file = await desk.saved(10)
        assert lead(file, "1") == ("平台处", "刘红")
        assert lead(file, "3.2") == ("平台处", "刘红")
        assert (remark(file, "3.2"), len(file.undecided)) == ("已发函", 0)
        assert not desk.sees("[0-9] 不一致")
        await desk.type(ESC + CTRL("z"))
        await desk.wait_for("不一致 1 处")


async def test_every_side_is_named_and_none_is_taken_for_the_clerk(parted: Path) -> None:
    async with opened(parted) as desk:
        await desk.type(F5)
        await desk.wait_for("牵头单位：原 成果处；分管领导 胡军")
        assert desk.sees("甲 合作处；分管领导 王振旭  王芳 .*（现在显示）")
        assert desk.sees("乙 平台处；分管领导 刘红  李明 ")
        await desk.type(ENTER)
        assert desk.sees("请先按 ←、→ 选定一方")
        await desk.type(CTRL("k"))
        assert desk.sees("请先按 ←、→ 选定一方") and len(desk.titles()) == 7
        await desk.type(CTRL("l"))
        await desk.wait_gone("还没有选")
        await desk.type(ENTER)
        await desk.wait_for("不一致 +1 处未定夺")
        assert desk.sees("乙 平台处")


async def test_another_value_is_given_by_the_picker_or_as_a_text(parted: Path) -> None:
    async with opened(parted) as desk:
        await desk.type(F5 + F2)
        await desk.wait_for("第 1 行牵头单位")
        await desk.type("fzc" + ENTER)
        await desk.wait_for("2 不一致")
        await desk.type(DOWN + F2 + "另有安排" + CTRL("s"))
        await desk.wait_for("1 不一致")
        file = await desk.saved(9)
        assert lead(file, "1") == ("法制处", "徐涛")
        assert remark(file, "3.2") == "另有安排"
        assert [one.title for one in file.history[-2:]] == ["定夺：1 牵头单位", "定夺：3.2 备注"]


async def test_all_of_one_desk_is_previewed_and_taken_as_one_change(parted: Path) -> None:
    async with opened(parted) as desk:
        await desk.type(F5 + RIGHT * 2 + CTRL("k"))
        await desk.wait_for("全部取“李明 .*”的，共 3 处")
        assert desk.sees("3.2 备注：已发函")
        await desk.type(ESC)
        await desk.wait_for("3 不一致")
        await desk.type(RIGHT + CTRL("k") + ENTER)
        file = await desk.saved(8)
        assert (lead(file, "1")[0], lead(file, "3.2")[0], remark(file, "3.2")) == (
            "合作处",
            "成果处",
            "已回复",
        )
        assert file.history[-1].title == "定夺：1 牵头单位等 3 处"


@PACED
async def test_typing_on_the_cell_opens_the_decision_and_nothing_else_writes_it(
    parted: Path, paced: bool
) -> None:
    async with opened(parted) as desk:
        await desk.type("ptc", paced=paced)
        await desk.wait_for("不一致 +1 处未定夺")
        await desk.type(RIGHT * 2 + ENTER, paced=paced)
        file = await desk.saved(8)
        assert (lead(file, "1"), len(file.undecided)) == (("平台处", "刘红"), 2)
        assert not desk.sees("处未定夺"), "with nothing left to decide there one is back in the list"


async def test_a_list_that_is_looked_at_shows_them_and_decides_nothing(parted: Path) -> None:
    async with opened(parted, read_only=True) as desk:
        await desk.type(F5 + RIGHT + ENTER)
        await desk.wait_for("只能查看")
        assert len(desk.titles()) == 7


async def test_rows_that_another_changed_too_are_listed_until_they_are_looked_at(sample: Path) -> None:
    here = [says("2", remark="已发函"), says("3.1", remark="在办")]
    there = [says("2", measures="一是开会"), says("3.1", measures="二是发文"), says("1", remark="不相干")]
    part(sample, here, there)
    async with opened(sample) as desk:
        await desk.type(F5)
        await desk.wait_for("我改过、他人又改的行 +2")
        assert desk.sees("2 +改第 2 行  王芳 ") and not desk.sees("改第 1 行")
        await desk.type(ENTER)
        await desk.wait_gone("他人又改")
        await desk.type(F5)
        await desk.wait_for("我改过、他人又改的行 +1")
        await desk.type(CTRL("k"))
        await desk.wait_gone("他人又改")
        assert len(desk.titles()) == 6, "Looking writes no list."
    async with opened(sample) as desk:
        await desk.type(F5)
        await desk.wait_for("提醒")
        assert not desk.sees("他人又改")


async def test_undecided_rows_are_found_by_the_filter(parted: Path) -> None:
    async with opened(parted) as desk:
        await desk.type(F4 + "有不一致" + ENTER)
        await desk.wait_for("只看 有不一致 2 行")


@PACED
async def test_the_preview_of_a_paste_names_what_it_leaves_as_it_is(parted: Path, paced: bool) -> None:
    async with opened(parted) as desk:
        await desk.type(paste("法制处\t徐涛\r\n成果处\t胡军\r\n"), paced=paced)
        await desk.wait_for("第 1 行牵头单位：合作处 → 法制处  1 牵头单位有不一致未定夺，本次未改")
        assert desk.sees("第 2 行牵头单位：平台处 → 成果处 *\n")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(8)
        assert (lead(file, "1"), lead(file, "2")) == (("合作处", "王振旭"), ("成果处", "胡军"))


async def test_a_notice_beside_the_list_names_what_following_it_leaves_as_it_is(
    parted: Path, home: Path
) -> None:
    same = home / "通知.txt"
    same.write_bytes(sample_notice())
    async with opened(parted) as desk:
        await desk.type(F10 + "导入通知" + ENTER + str(same) + ENTER)
        await desk.wait_for("与通知比较")
        await desk.wait_for("合作处 → 成果处")
        assert desk.sees("1 牵头单位有不一致未定夺，本次未改")
        await desk.type(ESC)
        assert len(desk.titles()) == 7


@PACED
@pytest.mark.parametrize("key", [" ", "hz", F2], ids=["turned", "typed", "picked"])
async def test_the_crossings_of_an_undecided_cell_wear_a_sign_and_lead_to_the_decision(
    parted: Path, key: str, paced: bool
) -> None:
    async with opened(parted) as desk:
        await desk.type(F8, paced=paced)
        assert desk.sees(r"\n.? *1 .* 牵⇄") and desk.text.count("⇄") == 4, (
            "王芳's lead and 李明's, in two rows"
        )
        await desk.type(RIGHT * 5 + key, paced=paced)
        await desk.wait_for("不一致 +1 处未定夺")
        await desk.type(RIGHT * 2 + ENTER, paced=paced)
        file = await desk.saved(8)
        assert (lead(file, "1"), len(file.undecided)) == (("平台处", "刘红"), 2)
        assert desk.sees("方阵（单位）") and desk.text.count("⇄") == 2
