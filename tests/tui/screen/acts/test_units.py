"""Units at the roster: the card and each of its fields, a collective's members, a new name."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from tests.keys import CTRL, DOWN, END, ENTER, F2, F3, F6, F10, UP
from tests.tui.screen.pilot import ESC, Clerk, lead, opened, participant

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
CLEAR = CTRL("u")
TO_PLATFORM = F3 + "创新平台处" + ENTER


async def test_the_fields_of_a_card_are_edited_one_by_one(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "科技合作处" + ENTER + F2 + DOWN + ENTER + CTRL("j") + "成果处" + ENTER)
        await desk.wait_for("“成果处”已是成果转化处的简称")
        await desk.type("\x7f" * 3 + "科技处" + ENTER)
        file = await desk.saved(2)
        assert one_unit_named(file.tasks, "科技处").aliases == ("合作处", "科技处")
        await desk.type(F2 + DOWN * 2 + ENTER)
        await desk.wait_for("科技合作处的类别")
        await desk.type("直属" + ENTER)
        file = await desk.saved(3)
        assert one_unit_named(file.tasks, "科技处").kind == "affiliated_agency"
        await desk.type(F2 + DOWN * 5 + ENTER + "2020-01-01" + ENTER)
        file = await desk.saved(4)
        assert one_unit_named(file.tasks, "科技处").valid_from == "2020-01-01"
        await desk.type(F2 + DOWN * 6 + ENTER + "2019-01-01" + ENTER)
        await desk.wait_for("撤销日期.2019-01-01.要晚于设立日期")
        await desk.type(CLEAR + "2021-06-01" + ENTER)
        file = await desk.saved(5)
        assert one_unit_named(file.tasks, "科技处").valid_until == "2021-06-01"


async def test_a_head_brings_whether_he_acts_and_may_be_taken_away(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "刘维华" + ENTER + F2 + ENTER + CLEAR + "副处长(主持工作)" + ENTER)
        await desk.saved(2)
        await desk.type(F3 + "科技合作处" + ENTER + F2 + DOWN * 3 + ENTER + "刘维华" + ENTER)
        unit = one_unit_named((await desk.saved(3)).tasks, "科技合作处")
        assert unit.head and unit.acting
        await desk.type(F2 + DOWN * 4 + ENTER)
        assert not one_unit_named((await desk.saved(4)).tasks, "科技合作处").acting
        await desk.type(F2 + DOWN * 4 + ENTER)
        assert one_unit_named((await desk.saved(5)).tasks, "科技合作处").acting
        await desk.type(F2 + DOWN * 3 + ENTER + "没有负责人" + ENTER)
        unit = one_unit_named((await desk.saved(6)).tasks, "科技合作处")
        assert unit.head is None and not unit.acting


async def test_the_card_leads_to_rows_and_to_its_acts(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "成果转化处" + ENTER + ENTER + END)
        await desk.wait_for("统称可能涉及 +2 行")
        await desk.type(UP + ENTER)
        await desk.wait_gone("统称可能涉及")
        await desk.type(F2)
        await desk.wait_for("第 5 行牵头单位[^:]")
        await desk.type(ESC + TO_PLATFORM)
        for title in (
            "创新平台处由谁分管|平台处由谁分管",
            "机构合并：哪些单位并入",
            "创新平台处分为哪些单位",
        ):
            await desk.type(ENTER + DOWN * (7 + ACTS.index(title)) + ENTER)
            await desk.wait_for(title)
            await desk.type(ESC)
        assert len(desk.titles()) == 1


ACTS = ("创新平台处由谁分管|平台处由谁分管", "机构合并：哪些单位并入", "创新平台处分为哪些单位")
"""What the acts of a unit's card begin with, in the card's order, behind its seven fields."""


@PACED
async def test_members_of_a_collective_are_marked(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F6 + END + UP + ENTER + " " + DOWN + " " + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[1].title == "定下“相关处室单位”所含单位：组织人事处、办公室"
        assert participant(file, "5")[0] == "规划处 合作处 相关处室单位"
        await desk.type(F2)
        await desk.wait_for(r"\[\*\] 办公室")
        await desk.type(ESC)
        await desk.wait_gone("所含单位$")


@PACED
async def test_a_unit_is_renamed(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        named = TO_PLATFORM + ENTER + ENTER + CLEAR + "科技基地处" + ENTER + "基地处" + ENTER
        await desk.type(named + ENTER + "三定方案" + ENTER, paced=paced)
        await desk.wait_for("共 2 行")
        await desk.wait_for("名册中“刘维华”的职务：创新平台处处长 → 科技基地处处长")
        assert len(desk.titles()) == 1
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[1].title == "创新平台处更名为科技基地处"
        assert file.history[1].basis == "三定方案"
        assert lead(file, "2") == ("基地处", "刘红")
        await desk.type(CTRL("z"), paced=paced)
        assert lead(await desk.saved(3), "2") == ("平台处", "刘红")


async def renaming_to(desk: Clerk, keys: str) -> None:
    await desk.type(TO_PLATFORM + F10 + "单位更名" + ENTER + keys)


async def test_what_a_new_name_may_not_be_is_said_in_the_field(sample: Path) -> None:
    async with opened(sample) as desk:
        await renaming_to(desk, CLEAR + "高新技术处" + ENTER)
        await desk.wait_for("已有单位“高新技术处”，名称不能重复")
        await desk.type(CLEAR + "科技基地处" + ENTER + "成果处" + ENTER)
        await desk.wait_for("“成果处”已是成果转化处的简称")
        assert len(desk.titles()) == 1


@pytest.mark.parametrize(
    "keys",
    [
        ENTER,
        ESC,
        CLEAR + "基地处" + ENTER + ESC,
        CLEAR + "基地处" + ENTER * 2 + ESC,
        CLEAR + "基地处" + ENTER * 4 + ESC,
    ],
    ids=["same name", "name", "alias", "day", "preview"],
)
async def test_a_renaming_is_left_at_each_step_without_a_change(sample: Path, keys: str) -> None:
    async with opened(sample) as desk:
        await renaming_to(desk, keys)
        await desk.wait_gone("Esc 取消")
        await desk.type(F2)
        await desk.wait_for("全称 +创新平台处")
        assert len(desk.titles()) == 1
