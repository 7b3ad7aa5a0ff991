"""Units and people at the keyboard: cards, renaming, merging, splitting, members of collectives, one
replacing another.
"""

from pathlib import Path

import pytest

from tests.journeys.conftest import PACED, Saved, Start
from tests.journeys.hands import on_disk, ready, send
from tests.journeys.people import CLEAR, SIZES, participants, roster, unit
from tests.keys import CTRL, CTRL_DOWN, CTRL_UP, DOWN, END, ENTER, ESC, F2, F3, F4, F6, F10, RIGHT, UP

pytestmark = pytest.mark.slow  # The Pilot tests of these acts run in `make test`.


@SIZES
def test_a_units_card_says_what_concerns_it_and_leads_to_its_rows(
    start: Start, sample: Path, size: tuple[int, int]
) -> None:
    terminal = ready(start(sample, size=size))
    terminal.write(F3 + "成果转化处" + ENTER + ENTER)
    terminal.wait_for("全称 +成果转化处")
    terminal.wait_for("负责人 +程乐学")
    terminal.write(END)
    terminal.wait_for("统称可能涉及 +2 行")
    terminal.wait_for("6 +按照国家、省、市的统一部署")
    terminal.write(UP + ENTER)
    terminal.wait_gone("统称可能涉及")
    terminal.write(F2)
    terminal.wait_for("第 5 行牵头单位[^:]")


def test_a_leaders_card_has_his_units_with_their_grade(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "胡军" + ENTER + F10 + "查看" + ENTER)
    terminal.wait_for(r"分管单位 +成果处（确定） 转化中心（确定） 高新处（待定） 企业中心（待定）")
    terminal.write(END)
    terminal.wait_for("牵头 +2 行")
    terminal.wait_for("责任 +4 行")


@PACED
def test_alias_head_and_date_of_a_unit(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F3 + "科技合作处" + ENTER + F2 + DOWN + ENTER + CTRL("j") + "成果处" + ENTER, paced)
    terminal.wait_for("“成果处”已是成果转化处的简称")
    terminal.write("\x7f" * 3 + "科技处" + ENTER)
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


@pytest.mark.slow
def test_rank_and_order_are_moved_and_the_cursor_goes_along(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "胡军" + ENTER + CTRL_UP)
    terminal.wait_for("胡军的排名上移")
    terminal.write(CTRL_UP)
    on_disk(terminal, 3)
    assert roster(sample)[3:6] == ["胡军", "赵峰", "徐涛"]
    terminal.write(CTRL("z") * 2)
    on_disk(terminal, 5)
    assert roster(sample)[3:6] == ["赵峰", "徐涛", "胡军"]
    terminal.write(F3 + "成果转化处" + ENTER + CTRL_DOWN)
    terminal.wait_for("单位下移：成果转化处")


@pytest.mark.slow
def test_the_groups_office_is_edited(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "郭峰" + ENTER + DOWN + F2)
    terminal.wait_for("办公室所在单位 +政策法制与创新体系建设处")
    terminal.write(DOWN + ENTER + "ruancong" + ENTER)
    terminal.wait_for("办公室主任：王建平 → 阮聪")
    terminal.write(F2 + ENTER + "bgs" + ENTER)
    on_disk(terminal, 3)
    notice = Saved(sample).file.tasks.notice
    assert Saved(sample).file.tasks.person_name(notice.group_office_director) == "阮聪"
    assert notice.group_office_unit == unit(sample, "办公室").key


def test_a_name_that_fits_two_shows_both_and_the_highlighted_one_is_taken(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write("科技处")
    terminal.wait_for(r"合作处（科技合作处）")
    terminal.wait_for("科技金融与财务处")
    terminal.write(ESC)
    terminal.wait_gone("科技金融与财务处  *│")
    assert len(Saved(sample).titles) == 1


def test_the_same_initials_and_the_same_names_are_told_apart_by_post(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "郭峰" + ENTER + CTRL("n") + "王建平" + ENTER)
    terminal.wait_for("新增人员：王建平")
    terminal.write(F2 + ENTER + "三级调研员" + ENTER)
    terminal.wait_for("王建平 三级调研员")
    terminal.write(F6 + F6 + RIGHT + "hj")
    terminal.wait_for("胡军  局党组成员、副局长")
    terminal.wait_for("黄静  科技合作处处长")
    terminal.write("\x7f" * 2 + "王建平")
    terminal.wait_for("王建平  政策法制与创新体系建设处处长")
    terminal.wait_for("王建平  三级调研员")
    terminal.write(DOWN + ENTER)
    terminal.wait_for("成果处由胡军分管，改后没有他。")
    terminal.write(RIGHT + ENTER)
    on_disk(terminal, 4)
    tasks = Saved(sample).file.tasks
    (leader,) = Saved(sample).row("1").lead_leaders
    assert next(entry.post for entry in tasks.roster if entry.person == leader.key) == "三级调研员"
    terminal.write(F4 + "王建平")
    terminal.wait_for(r"王建平（三级调研员） +1 行")


@SIZES
@PACED
def test_members_of_a_collective_are_marked_and_the_row_keeps_its_wording(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    send(terminal, F6 + END + UP + ENTER + " " + DOWN + " " + ENTER, paced)
    on_disk(terminal, 2)
    saved = Saved(sample)
    assert saved.titles[1] == "定下“相关处室单位”所含单位：组织人事处、办公室"
    assert participants(sample, "5")[0] == "规划处 合作处 相关处室单位"
    terminal.write(F3 + "成果转化处" + ENTER + ENTER + END)
    terminal.wait_for("统称可能涉及 +1 行")
