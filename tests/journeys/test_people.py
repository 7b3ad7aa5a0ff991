"""Units and people at the keyboard: cards, renaming, merging, splitting, members of collectives, one replacing another."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from store.acts.units import set_unit
from store.file.task_file import TaskFile
from store.records.person import RosterEntry
from store.records.unit import Unit
from tests.journeys.conftest import Saved, Start, words
from tests.keys import CTRL, DOWN, END, ENTER, ESC, F2, F3, F4, F6, F10, LEFT, RIGHT, UP
from tests.pty import Terminal

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
CLEAR = CTRL("u")


def ready(terminal: Terminal) -> Terminal:
    terminal.wait_for("重点任务清单  6 事项 9 任务")
    terminal.wait_for("已保存")
    return terminal


def send(terminal: Terminal, keys: str, paced: bool) -> None:
    (terminal.type if paced else terminal.write)(keys)


def on_disk(terminal: Terminal, changes: int) -> None:
    """Wait until so many changes, the import included, are saved."""
    terminal.wait_for(rf"已保存 [\d:]+ · 变更 {changes}\b")


def unit(path: Path, name: str) -> Unit:
    return one_unit_named(Saved(path).file.tasks, name)


def roster(path: Path) -> list[str]:
    tasks = Saved(path).file.tasks
    return [tasks.person_name(entry.person) for entry in tasks.roster]


def participants(path: Path, row: str) -> tuple[str, str]:
    task = Saved(path).row(row)
    return words(task.participant_units), words(task.participant_leaders)


# ---------------------------------------------------------------------- cards


@SIZES
def test_a_units_card_says_what_concerns_it_and_leads_to_its_rows(
    start: Start, sample: Path, size: tuple[int, int]
) -> None:
    terminal = ready(start(sample, size=size))
    terminal.write(F3 + "成果转化处" + ENTER + ENTER)
    terminal.wait_for("全称:成果转化处")
    terminal.wait_for("负责人:程乐学")
    terminal.write(END)
    terminal.wait_for("统称可能涉及 2 行")
    terminal.wait_for("6 +按照国家、省、市的统一部署")
    terminal.write(UP + ENTER)
    terminal.wait_gone("统称可能涉及")
    terminal.write(F2)
    terminal.wait_for("5 牵头单位")


def test_a_leaders_card_has_his_units_with_their_grade(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "胡军" + ENTER + F10 + "查看" + ENTER)
    terminal.wait_for(r"分管单位:成果处\(确定\) 转化中心\(确定\) 高新处\(待定\) 企业中心\(待定\)")
    terminal.wait_for("牵头 2 行")
    terminal.wait_for("责任 4 行")


@PACED
def test_alias_head_and_date_of_a_unit(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F3 + "科技合作处" + ENTER + F2 + DOWN + ENTER + ENTER + "成果处" + F2, paced)
    terminal.wait_for("“成果处”已是成果转化处的简称")
    terminal.write("\x7f" * 3 + "科技处" + F2)
    on_disk(terminal, 2)
    assert unit(sample, "科技处").aliases == ("合作处", "科技处")
    send(terminal, F2 + DOWN * 3 + ENTER + "ruancong" + ENTER, paced)
    on_disk(terminal, 3)
    head = unit(sample, "科技处").head
    assert Saved(sample).file.tasks.person_name(head) == "阮聪"
    send(terminal, F2 + DOWN * 6 + ENTER + "明天" + ENTER, paced)
    terminal.wait_for("不是日期")
    terminal.write(CLEAR + "2021-06-01" + ENTER)
    on_disk(terminal, 4)
    terminal.write(F6 + F6)
    terminal.write("科技合作处")
    terminal.wait_for("没有符合的")
    assert unit(sample, "科技处").valid_until == "2021-06-01"


def test_rank_and_order_are_moved_and_the_cursor_goes_along(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "胡军" + ENTER + CTRL("u"))
    terminal.wait_for("胡军的排名上移")
    terminal.write(CTRL("u"))
    on_disk(terminal, 3)
    assert roster(sample)[3:6] == ["胡军", "赵峰", "徐涛"]
    terminal.write(CTRL("z") * 2)
    on_disk(terminal, 5)
    assert roster(sample)[3:6] == ["赵峰", "徐涛", "胡军"]
    terminal.write(F3 + "成果转化处" + ENTER + CTRL("l"))
    terminal.wait_for("单位下移:成果转化处")


def test_the_groups_office_is_edited(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "郭峰" + ENTER + DOWN + F2)
    terminal.wait_for("办公室所在单位:政策法制与创新体系建设处")
    terminal.write(DOWN + ENTER + "ruancong" + ENTER)
    terminal.wait_for("办公室主任:王建平 → 阮聪")
    terminal.write(F2 + ENTER + "bgs" + ENTER)
    on_disk(terminal, 3)
    notice = Saved(sample).file.tasks.notice
    assert Saved(sample).file.tasks.person_name(notice.group_office_director) == "阮聪"
    assert notice.group_office_unit == unit(sample, "办公室").key


# ---------------------------------------------------------------------- names that fit several


def test_a_name_that_fits_two_shows_both_and_the_highlighted_one_is_taken(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write("科技处")
    terminal.wait_for(r"合作处\(科技合作处\)")
    terminal.wait_for("科技金融与财务处")
    terminal.write(ESC)
    terminal.wait_gone("科技金融与财务处  *│")
    assert len(Saved(sample).titles) == 1


def test_the_same_initials_and_the_same_names_are_told_apart_by_post(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "郭峰" + ENTER + CTRL("n") + "王建平" + ENTER)
    terminal.wait_for("新增人员:王建平")
    terminal.write(F2 + ENTER + "三级调研员" + ENTER)
    terminal.wait_for("王建平 三级调研员")
    terminal.write(F6 + F6 + RIGHT + "hj")
    terminal.wait_for("胡军  局党组成员、副局长")
    terminal.wait_for("黄静  科技合作处处长")
    terminal.write("\x7f" * 2 + "王建平")
    terminal.wait_for("王建平  政策法制与创新体系建设处处长")
    terminal.wait_for("王建平  三级调研员")
    terminal.write(DOWN + ENTER)
    on_disk(terminal, 4)
    tasks = Saved(sample).file.tasks
    (leader,) = Saved(sample).row("1").lead_leaders
    assert next(entry.post for entry in tasks.roster if entry.person == leader.key) == "三级调研员"
    terminal.write(F4 + "王建平")
    terminal.wait_for(r"王建平\(三级调研员\)  1 行")


# ---------------------------------------------------------------------- collectives


@SIZES
@PACED
def test_members_of_a_collective_are_marked_and_the_row_keeps_its_wording(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    send(terminal, F6 + END + UP + ENTER + " " + DOWN + " " + ENTER, paced)
    on_disk(terminal, 2)
    saved = Saved(sample)
    assert saved.titles[1] == "定下“相关处室单位”所含单位:组织人事处、办公室"
    assert participants(sample, "5")[0] == "规划处 合作处 相关处室单位"
    terminal.write(F3 + "成果转化处" + ENTER + ENTER + END)
    terminal.wait_for("统称可能涉及 1 行")


# ---------------------------------------------------------------------- rename, merge, split


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
    terminal.wait_for("名册中“刘维华”的职务:创新平台处处长 → 科技基地处处长")
    assert len(Saved(sample).titles) == 1
    terminal.write(ENTER)
    on_disk(terminal, 2)
    saved = Saved(sample)
    assert saved.titles[1] == "创新平台处更名为科技基地处"
    assert saved.file.history[1].basis == "三定方案"
    assert saved.lead("2") == ("基地处", "刘红")
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销:创新平台处更名为科技基地处")
    on_disk(terminal, 3)
    assert Saved(sample).lead("2") == ("平台处", "刘红")


def test_a_name_that_another_unit_has_is_said_in_the_field(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "创新平台处" + ENTER + F10 + "单位更名" + ENTER + CLEAR + "高新技术处" + ENTER)
    terminal.wait_for("已有单位“高新技术处”,名称不能重复")
    terminal.write(CLEAR + "科技基地处" + ENTER + "成果处" + ENTER)
    terminal.wait_for("“成果处”已是成果转化处的简称")
    assert len(Saved(sample).titles) == 1


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
    terminal.wait_for("共 2 行,1 处要答复,还有 1 处没有答复")
    terminal.wait_for("刘红留还是去")
    send(terminal, RIGHT + ENTER, paced)
    on_disk(terminal, 2)
    assert Saved(sample).lead("2") == ("成果处", "胡军")
    assert participants(sample, "4") == ("成果处 高新处 农社处 项目中心", "胡军 赵峰")
    assert unit(sample, "创新平台处").successors == (unit(sample, "成果转化处").key,)


def test_a_merger_into_a_new_unit_with_an_alias(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "创新平台处" + ENTER + F10 + "机构合并" + ENTER + DOWN + " " + ENTER)
    terminal.wait_for("新设一个单位")
    terminal.write("新设" + ENTER + "成果与平台处" + ENTER + "成果处" + ENTER + ENTER + ENTER)
    terminal.wait_for("机构合并:创新平台处、成果转化处并入成果与平台处")
    terminal.write(ENTER)
    on_disk(terminal, 2)
    assert participants(sample, "4")[0] == "成果处 高新处 农社处 项目中心"


@PACED
def test_a_split_asks_for_every_row(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    keys = (
        F3
        + "创新平台处"
        + ENTER
        + F10
        + "机构拆分"
        + ENTER
        + "基地处"
        + ENTER
        + "园区处"
        + F2
        + ENTER
        + ENTER
    )
    send(terminal, keys, paced)
    terminal.wait_for("共 2 行,还有 2 行没有答复由谁承接")
    send(terminal, " " + ENTER, paced)
    terminal.wait_for("还有 1 行没有答复:按空格选由谁承接")
    assert len(Saved(sample).titles) == 1
    send(terminal, LEFT + ENTER, paced)
    on_disk(terminal, 2)
    assert Saved(sample).lead("2") == ("基地处", "刘红")
    assert participants(sample, "4") == ("成果处 高新处 基地处 园区处 农社处 项目中心", "胡军 刘红 赵峰")
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销:机构拆分")
    on_disk(terminal, 3)
    assert Saved(sample).lead("2") == ("平台处", "刘红")


def test_digits_turn_the_parts_of_a_split(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "创新平台处" + ENTER + F10 + "机构拆分" + ENTER + "基地处" + ENTER + "基地处" + F2)
    terminal.wait_for("拆分后至少有两个单位")
    terminal.write(ENTER + "园区处" + F2 + ENTER + ENTER)
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
    terminal.wait_for("“组织人事处”已撤销,不必再定分管领导")


# ---------------------------------------------------------------------- one after another


@SIZES
@PACED
def test_wang_is_replaced_by_a_new_person(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    before = roster(sample)
    keys = (
        F3
        + "王建平"
        + ENTER
        + F10
        + "人员接替"
        + ENTER
        + "新增"
        + ENTER
        + "李明"
        + ENTER
        + ENTER
        + ENTER
        + "任免通知"
        + ENTER
    )
    send(terminal, keys, paced)
    terminal.wait_for("没有一行要改动")
    terminal.wait_for("通知的办公室主任:王建平 → 李明")
    terminal.write(ENTER)
    on_disk(terminal, 2)
    assert roster(sample) == [name if name != "王建平" else "李明" for name in before]
    saved = Saved(sample).file
    assert saved.history[1].basis == "任免通知"
    left = [entry for entry in saved.tasks.entries if entry.left_on]
    assert [saved.tasks.person_name(entry.person) for entry in left] == ["王建平"]
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销:人员接替")
    on_disk(terminal, 3)
    assert roster(sample) == before


def test_a_leader_hands_all_his_rows_to_his_successor(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    # The card: six fields, then 人员接替.
    terminal.write(
        F3
        + "胡军"
        + ENTER
        + ENTER
        + DOWN * 6
        + ENTER
        + "新增"
        + ENTER
        + "钱进"
        + ENTER
        + ENTER
        + ENTER
        + ENTER
    )
    terminal.wait_for("共 6 行")
    terminal.write(ENTER)
    on_disk(terminal, 2)
    assert Saved(sample).lead("3.4") == ("法制处 转化中心", "徐涛 钱进")
    assert participants(sample, "4")[1] == "钱进 刘红 赵峰"


def test_one_whom_rows_name_cannot_just_leave(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "胡军" + ENTER + ENTER + DOWN * 5 + ENTER + "2021-06-01" + ENTER)
    terminal.wait_for("仍由胡军分管。请用“人员接替”")
    terminal.write(ESC + ENTER)
    assert len(Saved(sample).titles) == 1
    tasks = Saved(sample).file.tasks
    assert all(tasks.get(RosterEntry, key).left_on is None for key in tasks.documents["roster"])
