"""Who has which unit: settling a pair, the leaders that follow, lead and partner swapped."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from tests.keys import CTRL, DOWN, END, ENTER, F3, F6, F10, RIGHT, UP
from tests.tui.screen.pilot import ESC, lead, opened, participant, row, words

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
TO_CENTRE = F6 + END + UP * 2
"""The roster ends with 企业中心 and two collectives."""


def grade(file: TaskFile, name: str) -> str:
    tasks = file.tasks
    return next(one.grade for key, one in standings(tasks).items() if tasks.wording_of(key) == name)


@PACED
async def test_one_key_on_a_unit_asks_and_enter_settles(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_CENTRE + " " + DOWN + ENTER, paced=paced)
        await desk.wait_for("定下企业中心由赵峰分管")
        assert grade(await desk.saved(2), "企业中心") == "settled"
        await desk.type(" ")
        await desk.wait_for("企业中心由谁分管")
        await desk.type("取消已定" + ENTER, paced=paced)
        await desk.wait_for("取消已定的分管：企业中心")
        assert grade(await desk.saved(3), "企业中心") == "open"
        await desk.type(" " + ESC)
        await desk.wait_gone("企业中心由谁分管")
        assert len(desk.titles()) == 3


async def test_rows_that_kept_the_question_are_offered_their_leaders(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER)
        await desk.wait_for("高新处的分管领导未定，分管领导不变")
        await desk.type(F3 + "高新技术处" + ENTER + " " + "liuhong" + ENTER)
        await desk.wait_for("胡军 → 刘红")
        assert words(row(await desk.saved(3), "1").lead_leaders) == "胡军"
        await desk.type(ENTER)
        await desk.wait_for("高新处的分管领导已定，各行分管领导随之改动")
        first = row(await desk.saved(4), "1")
        assert words(first.lead_leaders) == "刘红"
        assert not first.doubts


async def test_settling_without_followers_proposed_leaves_the_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER)
        await desk.type(F3 + "高新技术处" + ENTER + " " + "liuhong" + ENTER)
        await desk.wait_for("胡军 → 刘红")
        await desk.type(ESC)
        await desk.wait_gone("Esc 取消")
        assert words(row(await desk.saved(3), "1").lead_leaders) == "胡军"


async def test_what_cannot_be_settled_or_swapped_is_said(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "牵责对调" + ENTER)
        await desk.wait_for("第 1 行没有责任单位，不能对调")
        await desk.type(F6 + F10 + "分管" + ENTER)
        await desk.wait_for("请把光标移到名册中的单位")
        await desk.type(F3 + "组织人事处" + ENTER + ENTER + DOWN * 6 + ENTER + "2021-06-01" + ENTER)
        await desk.wait_for("2021-06-01 撤销")
        await desk.type(" ")
        await desk.wait_for("“组织人事处”已撤销，不必再定分管领导")


async def test_lead_and_partner_change_places(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 3 + F10 + "牵责对调" + ENTER)
        await desk.wait_for("法制处 转化中心 → 合作处")
        await desk.type(ENTER)
        file = await desk.saved(2)
        assert lead(file, "3.4") == ("合作处", "王振旭")
        assert participant(file, "3.4") == ("法制处 转化中心", "徐涛 胡军")


async def test_one_of_several_partners_changes_places_in_the_joined_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 2 + F10 + "牵责对调" + ENTER + ESC)
        await desk.wait_gone("与哪个责任单位对调")
        await desk.type(F10 + "牵责对调" + ENTER + ENTER)
        await desk.wait_for("共 3 行")
        await desk.type(ENTER)
        file = await desk.saved(2)
        assert [lead(file, name) for name in ("3.1", "3.2", "3.3")] == [("合作处", "王振旭")] * 3
        assert participant(file, "3.2")[1] == "徐涛 胡军 赵峰"


@PACED
async def test_what_is_open_stands_with_the_leader_and_enter_answers_it(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER + UP)
        assert desk.sees(r"高新处 +胡军"), "the unit's cell says the unit alone"
        assert desk.sees("〔待定："), "and the leader's that his is open"
        await desk.type(RIGHT + ENTER + "liuhong" + ENTER + ENTER, paced=paced)
        first = row(await desk.saved(4), "1")
        assert (words(first.lead_leaders), first.doubts) == ("刘红", ())
        assert desk.text.count("〔待定") == 1, "what the notice itself leaves open in its last row"


async def test_typing_on_an_open_leader_picks_as_ever_and_answers_it_too(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER + UP + RIGHT + "liuhong" + ENTER)
        first = row(await desk.saved(3), "1")
        assert (words(first.lead_leaders), first.doubts) == ("刘红", ())
        assert desk.text.count("〔待定") == 1, "what the notice itself leaves open in its last row"


@PACED
async def test_ctrl_k_asks_whose_the_open_units_of_the_row_are(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("k"))
        assert desk.sees("本行各单位的分管领导都已确定")
        await desk.type(DOWN * 4 + CTRL("k"))
        assert desk.title == "高新处由谁分管（1/3）"
        await desk.type("hujun" + ENTER, paced=paced)
        assert desk.title.endswith("由谁分管（2/3）")
        await desk.type("liuhong" + ENTER, paced=paced)
        assert not desk.title, "with two of them known, only 赵峰 is left for 项目中心"
        file = await desk.saved(3)
        assert [grade(file, name) for name in ("高新处", "农社处", "项目中心")] == ["settled"] * 2 + [
            "certain"
        ]
