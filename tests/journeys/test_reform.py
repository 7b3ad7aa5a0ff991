"""Units renamed, merged and split at the keyboard: every row is shown before, and one change does it."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from store.acts.units import set_unit
from store.file.task_file import TaskFile
from tests.journeys.conftest import PACED, Saved, Start
from tests.journeys.hands import on_disk, ready, send
from tests.journeys.people import CLEAR, SIZES, participants, unit
from tests.keys import CTRL, DOWN, ENTER, ESC, F3, F10, LEFT, RIGHT

pytestmark = pytest.mark.slow  # The Pilot tests of these acts run in `make test`.


@SIZES
@PACED
def test_a_unit_is_renamed_in_one_burst(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    keys = (
        F3
        + "创新平台处"
        + ENTER
        + ENTER
        + ENTER
        + CLEAR
        + "科技基地处"
        + ENTER
        + "基地处"
        + ENTER
        + ENTER
        + "三定方案"
        + ENTER
    )
    send(terminal, keys, paced)
    terminal.wait_for("共 2 行")
    terminal.wait_for("名册中“刘维华”的职务：创新平台处处长 → 科技基地处处长")
    assert len(Saved(sample).titles) == 1
    terminal.write(ENTER)
    on_disk(terminal, 2)
    saved = Saved(sample)
    assert saved.titles[1] == "创新平台处更名为科技基地处"
    assert saved.file.history[1].basis == "三定方案"
    assert saved.lead("2") == ("基地处", "刘红")
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：创新平台处更名为科技基地处")
    on_disk(terminal, 3)
    assert Saved(sample).lead("2") == ("平台处", "刘红")


def test_a_name_that_another_unit_has_is_said_in_the_field(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "创新平台处" + ENTER + F10 + "单位更名" + ENTER + CLEAR + "高新技术处" + ENTER)
    terminal.wait_for("已有单位“高新技术处”，名称不能重复")
    terminal.write(CLEAR + "科技基地处" + ENTER + "成果处" + ENTER)
    terminal.wait_for("“成果处”已是成果转化处的简称")
    assert len(Saved(sample).titles) == 1


@pytest.mark.slow
@PACED
def test_a_merger_asks_in_the_preview(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(
        terminal,
        F3
        + "创新平台处"
        + ENTER
        + F10
        + "机构合并"
        + ENTER
        + ENTER
        + "cgzhc"
        + ENTER
        + ENTER
        + "方案"
        + ENTER,
        paced,
    )
    terminal.wait_for("共 2 行，1 处要答复，还有 1 处没有答复")
    terminal.wait_for("刘红留还是去")
    send(terminal, RIGHT + ENTER, paced)
    on_disk(terminal, 2)
    assert Saved(sample).lead("2") == ("成果处", "胡军")
    assert participants(sample, "4") == ("成果处 高新处 农社处 项目中心", "胡军 赵峰")
    assert unit(sample, "创新平台处").successors == (unit(sample, "成果转化处").key,)


@pytest.mark.slow
def test_a_merger_into_a_new_unit_with_an_alias(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "创新平台处" + ENTER + F10 + "机构合并" + ENTER + DOWN + " " + ENTER)
    terminal.wait_for("新设一个单位")
    terminal.write("新设" + ENTER + "成果与平台处" + ENTER + "成果处" + ENTER + ENTER + ENTER)
    terminal.wait_for("机构合并：创新平台处、成果转化处并入成果与平台处")
    terminal.write(ENTER)
    on_disk(terminal, 2)
    assert participants(sample, "4")[0] == "成果处 高新处 农社处 项目中心"


@pytest.mark.slow
@PACED
def test_a_split_asks_for_every_row(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    keys = F3 + "创新平台处" + ENTER + F10 + "机构拆分" + ENTER + "基地处" + CTRL("j") + "园区处" + ENTER * 3
    send(terminal, keys, paced)
    terminal.wait_for("共 2 行，还有 2 行没有答复由谁承接")
    send(terminal, " " + ENTER, paced)
    terminal.wait_for("还有 1 行没有答复：按空格选由谁承接")
    assert len(Saved(sample).titles) == 1
    send(terminal, LEFT + ENTER, paced)
    on_disk(terminal, 2)
    assert Saved(sample).lead("2") == ("基地处", "刘红")
    assert participants(sample, "4") == ("成果处 高新处 基地处 园区处 农社处 项目中心", "胡军 刘红 赵峰")
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：机构拆分")
    on_disk(terminal, 3)
    assert Saved(sample).lead("2") == ("平台处", "刘红")


def test_digits_turn_the_parts_of_a_split(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(
        F3 + "创新平台处" + ENTER + F10 + "机构拆分" + ENTER + "基地处" + CTRL("j") + "基地处" + ENTER
    )
    terminal.wait_for("拆分后至少有两个单位")
    terminal.write(CTRL("j") + "园区处" + ENTER * 3)
    terminal.wait_for("还有 2 行没有答复")
    terminal.write("12")
    terminal.wait_for("平台处 → 基地处 园区处")
    terminal.write("1")
    terminal.wait_for("平台处 → 园区处")
    terminal.write("2")
    terminal.wait_for("还有 2 行没有答复")
    terminal.write(ESC)
    terminal.wait_gone("没有答复")
    assert len(Saved(sample).titles) == 1


def test_a_unit_that_is_no_more_has_no_leader_to_settle(start: Start, sample: Path) -> None:
    with TaskFile.open(sample) as file:
        file.commit(set_unit(file.tasks, one_unit_named(file.tasks, "组织人事处"), valid_until="2021-06-01"))
    terminal = ready(start(sample))
    terminal.write(F3 + "组织人事处" + ENTER)
    terminal.wait_for("2021-06-01 撤")
    terminal.write(" ")
    terminal.wait_for("“组织人事处”已撤销，不必再定分管领导")
