"""Settling whose a unit is, and handing units over, at the keyboard."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from store.acts.handover import Handover
from store.acts.handover_plans import keep_plan
from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from store.records.kept import Plan
from tests.journeys.conftest import PACED, Saved, Start, words
from tests.journeys.hands import ready
from tests.keys import CTRL, DOWN, END, ENTER, ESC, F6, F10, LEFT, RIGHT, UP

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
TO_HANDOVER = F10 + "分工调整" + ENTER + "hujun" + ENTER + "zhaofeng" + ENTER + ENTER


def participants(saved: Saved, row: str) -> str:
    return words(saved.row(row).participant_leaders)


def grade(path: Path, name: str) -> str:
    tasks = Saved(path).file.tasks
    return next(one.grade for key, one in standings(tasks).items() if tasks.wording_of(key) == name)


# ---------------------------------------------------------------------- settling


def test_the_roster_says_how_sure_each_pair_is(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F6 + END + UP * 2)
    terminal.wait_for("分管 胡军/赵峰")
    terminal.write(UP * 3)
    terminal.wait_for(r"分管 赵峰\?（通知第")
    terminal.wait_for("分管 未知")


@pytest.mark.slow
@SIZES
@PACED
def test_one_key_on_a_unit_asks_and_enter_settles(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    (terminal.type if paced else terminal.write)(F6 + END + UP * 2 + " " + DOWN + ENTER)
    terminal.wait_for("定下企业中心由赵峰分管")
    assert grade(sample, "企业中心") == "settled"
    assert Saved(sample).titles[1:] == ["定下企业中心由赵峰分管"]
    terminal.write(" ")
    terminal.wait_for("企业中心由谁分管")
    terminal.wait_for("取消已定的分管")
    terminal.write("取消已定" + ENTER)
    terminal.wait_for("取消已定的分管：企业中心")
    assert grade(sample, "企业中心") == "open"
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：取消已定的分管")
    assert grade(sample, "企业中心") == "settled"


@pytest.mark.slow
def test_rows_that_kept_the_question_are_offered_their_leaders(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write("gxc" + ENTER)
    terminal.wait_for("高新处的分管领导未定，分管领导不变")
    terminal.write(F6)
    # From the end: two collectives, 企业中心, 转化中心, 项目中心, 发展促进中心, 党委, 财务处, 合作处, 成果处,
    # 平台处, 农社处, 高新处.
    terminal.write(END + UP * 12 + " ")
    terminal.wait_for("高新处由谁分管")
    terminal.write("liuhong" + ENTER)
    terminal.wait_for("胡军 → 刘红")
    assert words(Saved(sample).row("1").lead_leaders) == "胡军"
    terminal.write(ENTER)
    terminal.wait_for("高新处的分管领导已定，各行分管领导随之改动")
    terminal.wait_for("变更 4")
    assert words(Saved(sample).row("1").lead_leaders) == "刘红"
    assert not Saved(sample).row("1").doubts


# ---------------------------------------------------------------------- handing over


@SIZES
@PACED
def test_a_handover_in_one_burst(start: Start, sample: Path, size: tuple[int, int], paced: bool) -> None:
    terminal = ready(start(sample, size=size))
    keys = TO_HANDOVER + ENTER + "会议纪要" + ENTER + RIGHT * 3 + LEFT + ENTER
    (terminal.type if paced else terminal.write)(keys)
    terminal.wait_for("变更 2")
    saved = Saved(sample)
    assert saved.titles[1] == "分工调整：成果处、转化中心由胡军移交赵峰"
    assert (saved.file.history[1].basis, saved.file.history[1].effective_on) == (
        "会议纪要",
        date.today().isoformat(),
    )
    assert saved.lead("1") == ("成果处", "赵峰")
    assert saved.lead("3.4") == ("法制处 转化中心", "徐涛 赵峰")
    assert [participants(saved, row) for row in ("3.1", "3.2", "3.3")] == ["王振旭 赵峰"] * 3
    assert participants(saved, "4") == "赵峰 胡军 刘红"
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：分工调整")
    assert Saved(sample).lead("1") == ("成果处", "胡军")
    assert grade(sample, "成果处") == "certain"


@pytest.mark.slow
def test_nothing_is_done_while_a_question_is_open(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(TO_HANDOVER + ENTER + ENTER)
    terminal.wait_for("共 6 行，2 处要答复，还有 2 处没有答复")
    terminal.wait_for("企业中心可能由胡军或赵峰分管，胡军留还是去")
    terminal.write(RIGHT + ENTER)
    terminal.wait_for("还有 1 处没有答复：按 ← 留，按 → 去")
    assert len(Saved(sample).titles) == 1
    terminal.write("   ")
    terminal.wait_for("〔去〕")
    terminal.write(ESC)
    terminal.wait_gone("还有 1 处没有答复")
    assert len(Saved(sample).titles) == 1


@pytest.mark.slow
def test_some_of_his_units_and_from_the_roster(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    # The sixth of the group: 胡军, under the group's name.
    terminal.write(F6 + DOWN * 6 + " ")
    terminal.wait_for("胡军移交给谁")
    terminal.write("zhaofeng" + ENTER + " " + ENTER + ENTER + ENTER)
    terminal.wait_for("分工调整：转化中心由胡军移交赵峰")
    terminal.wait_for("共 1 行")
    terminal.write(ENTER)
    terminal.wait_for("变更 2")
    assert Saved(sample).lead("1") == ("成果处", "胡军")
    assert Saved(sample).lead("3.4") == ("法制处 转化中心", "徐涛 赵峰")


@pytest.mark.slow
def test_no_units_and_no_day_are_told_in_place(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F10 + "分工调整" + ENTER + "hujun" + ENTER + "zhaofeng" + ENTER + " " + DOWN + " " + ENTER)
    terminal.wait_for("还没有选单位")
    terminal.write(" " + ENTER + "x" + ENTER)
    terminal.wait_for("不是日期，请写作")
    assert len(Saved(sample).titles) == 1


# ---------------------------------------------------------------------- plans


@pytest.mark.slow
def test_a_day_ahead_makes_a_plan_that_is_shown_and_can_be_given_up(start: Start, sample: Path) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    terminal = ready(start(sample))
    terminal.write(TO_HANDOVER + CTRL("u") + tomorrow + ENTER + ENTER)
    terminal.wait_for("Enter 存为预定")
    terminal.write(ENTER)
    terminal.wait_for("预定调整 1 项")
    assert Saved(sample).lead("1") == ("成果处", "胡军")
    terminal.write(F10 + "预定" + ENTER)
    terminal.wait_for(f"{tomorrow} 成果处、转化中心由胡军移交赵峰")
    terminal.write(ENTER)
    terminal.wait_for("取消这项预定")
    terminal.wait_gone("现在执行")
    terminal.write(DOWN + ENTER)
    terminal.wait_for("取消预定的分工调整")
    terminal.wait_gone("预定调整 1 项")
    assert not Saved(sample).file.tasks.keys_of(Plan)


@pytest.fixture
def due(sample: Path) -> Path:
    """The sample with a handover planned for a day that has come; the question of row 4 is answered."""
    with TaskFile.open(sample) as file:
        tasks = file.tasks
        hu, zhao = (tasks.people_named(name)[0].key for name in ("胡军", "赵峰"))
        units = tuple(one.key for one in tasks.units if tasks.wording_of(one.key) in ("成果处", "转化中心"))
        (row,) = tasks.rows_named("4")
        file.commit(
            keep_plan(
                tasks, Handover(hu, zhao, units, "2021-06-01", "会议纪要"), {(row, "participant"): "drop"}
            )
        )
    return sample


@pytest.mark.slow
def test_on_its_day_the_plan_is_asked_about_and_carried_out_as_of_it(start: Start, due: Path) -> None:
    terminal = start(due)
    terminal.wait_for("预定的分工调整已到日子")
    assert Saved(due).lead("1") == ("成果处", "胡军")
    terminal.write(ENTER)
    terminal.wait_for("2 处要答复，还有 1 处没有答复")
    terminal.write(RIGHT * 3 + ENTER)
    terminal.wait_for("变更 3")
    saved = Saved(due)
    assert saved.file.history[-1].effective_on == "2021-06-01"
    assert participants(saved, "4") == "赵峰 刘红"
    assert not saved.file.tasks.keys_of(Plan)
    terminal.write(CTRL("z"))
    terminal.wait_for("预定调整 1 项")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "left"), [(DOWN + ENTER, 1), (ESC, 1), (DOWN * 2 + ENTER, 0)], ids=["later", "esc", "cancel"]
)
def test_a_plan_is_never_carried_out_without_a_yes(start: Start, due: Path, keys: str, left: int) -> None:
    terminal = start(due)
    terminal.wait_for("预定的分工调整已到日子")
    terminal.write(keys)
    terminal.wait_gone("已到日子")
    saved = Saved(due)
    assert saved.lead("1") == ("成果处", "胡军")
    assert len(saved.file.tasks.keys_of(Plan)) == left


# ---------------------------------------------------------------------- lead and partner


@pytest.mark.slow
def test_lead_and_partner_change_places(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(DOWN * 3)
    terminal.write(F10 + "牵责对调" + ENTER)
    terminal.wait_for("法制处 转化中心 → 合作处")
    terminal.write(ENTER)
    terminal.wait_for("变更 2")
    saved = Saved(sample)
    assert saved.lead("3.4") == ("合作处", "王振旭")
    assert (words(saved.row("3.4").participant_units), participants(saved, "3.4")) == (
        "法制处 转化中心",
        "徐涛 胡军",
    )


@pytest.mark.slow
def test_one_of_several_partners_changes_places_in_the_joined_rows(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(DOWN * 2 + F10 + "牵责对调" + ENTER + ENTER)
    terminal.wait_for("共 3 行")
    terminal.write(ENTER)
    terminal.wait_for("变更 2")
    saved = Saved(sample)
    assert [saved.lead(row) for row in ("3.1", "3.2", "3.3")] == [("合作处", "王振旭")] * 3
    assert participants(saved, "3.2") == "徐涛 胡军 赵峰"


def test_what_cannot_be_done_here_is_said(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F10 + "牵责对调" + ENTER)
    terminal.wait_for("第 1 行没有责任单位，不能对调")
    terminal.write(F6 + F10 + "分管" + ENTER)
    terminal.wait_for("请把光标移到名册中的单位")
