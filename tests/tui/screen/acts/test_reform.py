"""Units merged into one, and a unit split into several."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from tests.keys import CTRL, DOWN, ENTER, F3, F10, LEFT, RIGHT
from tests.tui.screen.pilot import ESC, lead, opened, participant

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
TO_MERGE = F3 + "创新平台处" + ENTER + F10 + "机构合并" + ENTER
TO_SPLIT = F3 + "创新平台处" + ENTER + F10 + "机构拆分" + ENTER


@PACED
async def test_a_merger_asks_in_the_preview(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_MERGE + ENTER + "cgzhc" + ENTER + ENTER + "方案" + ENTER, paced=paced)
        await desk.wait_for("共 2 行，1 处要答复，还有 1 处没有答复")
        await desk.wait_for("刘红留还是去")
        await desk.type(RIGHT + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[1].basis == "方案"
        assert lead(file, "2") == ("成果处", "胡军")
        assert participant(file, "4") == ("成果处 高新处 农社处 项目中心", "胡军 赵峰")
        merged = one_unit_named(file.tasks, "创新平台处")
        assert merged.successors == (one_unit_named(file.tasks, "成果转化处").key,)


async def test_a_merger_into_a_new_unit_with_an_alias(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_MERGE + DOWN + " " + ENTER)
        await desk.wait_for("新设一个单位")
        await desk.type("新设" + ENTER + "高新技术处" + ENTER)
        await desk.wait_for("已有单位“高新技术处”")
        await desk.type(CTRL("u") + "成果与平台处" + ENTER + "高新处" + ENTER)
        await desk.wait_for("“高新处”已是高新技术处的简称")
        await desk.type(CTRL("u") + "成果处" + ENTER + ENTER + ENTER)
        await desk.wait_for("机构合并：创新平台处、成果转化处并入成果与平台处")
        await desk.type(ENTER)
        assert participant(await desk.saved(2), "4")[0] == "成果处 高新处 农社处 项目中心"


@pytest.mark.parametrize(
    "keys",
    [ESC, ENTER + ESC, ENTER + "新设" + ENTER + ESC, ENTER + "新设" + ENTER + "基地处" + ENTER + ESC],
    ids=["units", "into", "name", "alias"],
)
async def test_a_merger_is_left_at_each_step_without_a_change(sample: Path, keys: str) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_MERGE + keys)
        await desk.wait_gone("Esc 取消|Esc 返回")
        assert len(desk.titles()) == 1


async def test_a_unit_is_not_merged_into_itself(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_MERGE + ENTER + "创新平台处" + ENTER + ENTER + ENTER)
        await desk.wait_for("没有要并入的单位")
        assert len(desk.titles()) == 1


@PACED
async def test_a_split_asks_for_every_row(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_SPLIT + "基地处" + CTRL("j") + "园区处" + ENTER * 3, paced=paced)
        await desk.wait_for("共 2 行，还有 2 行没有答复由谁承接")
        await desk.type(" " + ENTER, paced=paced)
        await desk.wait_for("还有 1 行没有答复：按空格选由谁承接")
        assert len(desk.titles()) == 1
        await desk.type(LEFT + ENTER, paced=paced)
        file = await desk.saved(2)
        assert lead(file, "2") == ("基地处", "刘红")
        assert participant(file, "4") == ("成果处 高新处 基地处 园区处 农社处 项目中心", "胡军 刘红 赵峰")


async def test_digits_turn_the_parts_of_a_split_and_it_can_be_left(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_SPLIT + "基地处" + CTRL("j") + "基地处" + ENTER)
        await desk.wait_for("拆分后至少有两个单位")
        await desk.type(CTRL("j") + "园区处" + ENTER * 3)
        await desk.wait_for("还有 2 行没有答复")
        await desk.type("12")
        await desk.wait_for("平台处 → 基地处 园区处")
        await desk.type("1")
        await desk.wait_for("平台处 → 园区处")
        await desk.type("2")
        await desk.wait_for("还有 2 行没有答复")
        await desk.type(ESC)
        await desk.wait_gone("没有答复")
        assert len(desk.titles()) == 1
