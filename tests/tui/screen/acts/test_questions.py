"""Questions (待定) on the screen: answered in place, in the clerk's own words, by marks, or left as
printed.
"""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.kept import Acceptance
from tests.keys import CTRL, DOWN, ENTER, F2, F5
from tests.tui.screen.pilot import ESC, opened, row, words

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
TO_QUESTIONS = F5 + F5


@PACED
async def test_an_answer_brings_the_next_question(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS, paced=paced)
        await desk.wait_for("待定 +3[23] 个问题")
        await desk.type("企业中心" + ENTER + "赵峰" + ENTER, paced=paced)
        assert (await desk.saved(2)).history[-1].title == "定下企业中心由赵峰分管"
        await desk.wait_for(r"待定 +3[0-2] 个问题")


async def test_an_answer_that_is_left_changes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "企业中心" + ENTER + ESC)
        await desk.wait_for(r"待定 +3[23] 个问题")
        await desk.type(ESC)
        await desk.wait_gone("个问题")
        assert len(desk.titles()) == 1


async def test_the_leaders_that_follow_an_answer_are_proposed(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER)
        await desk.saved(2)
        await desk.type(TO_QUESTIONS + "高新处由哪位" + ENTER + "刘红" + ENTER)
        await desk.wait_for("Enter 执行")
        await desk.type(ENTER)
        await desk.wait_for(r"待定 +\d+ 个问题")
        first = row(await desk.saved(4), "1")
        assert words(first.lead_leaders) and not first.doubts


async def test_another_leader_is_chosen_of_the_whole_roster(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "企业中心" + ENTER + "其他领导" + ENTER)
        await desk.wait_for("企业中心由谁分管")
        await desk.type("liuhong" + ENTER)
        assert (await desk.saved(2)).history[-1].title == "定下企业中心由刘红分管"


@PACED
async def test_a_document_number_in_ones_own_words(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "文号" + ENTER + "武科〔2021〕12号" + ENTER, paced=paced)
        assert (await desk.saved(2)).tasks.notice.document_number == "武科〔2021〕12号"
        await desk.wait_for(r"待定 +\d+ 个问题")


async def test_own_words_may_begin_with_any_sign(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "文号" + ENTER + "=武科12号" + ENTER)
        assert (await desk.saved(2)).tasks.notice.document_number == "=武科12号"


async def test_left_as_printed_is_kept(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "文号" + ENTER + "没有文号" + ENTER)
        tasks = (await desk.saved(2)).tasks
        (held,) = (tasks.get(Acceptance, key) for key in tasks.keys_of(Acceptance))
        assert (held.code, held.reason) == ("Q06", "没有文号")


async def test_the_members_of_a_collective_are_marked(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "相关处室单位" + ENTER + ENTER)
        await desk.wait_for("空格 选或不选")
        await desk.type(" " + DOWN + " " + ENTER)
        await desk.wait_for(r"待定 +\d+ 个问题")
        made = next(unit for unit in (await desk.saved(2)).tasks.units if unit.kind == "collective")
        assert made.full_name == "相关处室单位" and len(made.members) == 2


async def test_a_question_leads_to_its_place(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + "二、工作措施" + CTRL("l"))
        await desk.wait_gone("个问题")
        await desk.type(F2)
        await desk.wait_for("工作要点 二、工作措施|编号：二、")


async def test_a_doubt_on_a_cell_is_settled_by_the_picker_there(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER)
        await desk.saved(2)
        await desk.type(TO_QUESTIONS + "高新处的分管领导未定" + ENTER + "到该格" + ENTER)
        await desk.wait_for("第 1 行牵头单位|第 1 行分管领导")


async def test_a_list_that_is_looked_at_only_answers_nothing(sample: Path) -> None:
    with TaskFile.open(sample):
        async with opened(sample, read_only=True) as desk:
            await desk.type(TO_QUESTIONS + "企业中心" + ENTER)
            await desk.wait_for("只能查看")
            assert not desk.sees("其他领导")


# ---------------------------------------------------------------------- with a basis asked for


async def test_the_list_of_questions_waits_for_the_basis(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type("gxc" + ENTER + "督查" + ENTER)
        await desk.saved(2)
        await desk.type(TO_QUESTIONS + "高新处由哪位" + ENTER + "刘红" + ENTER)
        await desk.wait_for("胡军 → 刘红")
        await desk.type(ENTER)
        assert desk.title == "这次修改的依据（可不填）"
        await desk.type("会议纪要" + ENTER)
        await desk.wait_for(r"待定 +\d+ 个问题")
        file = await desk.saved(4)
        assert file.history[-1].basis == "会议纪要"


async def test_esc_at_the_basis_leaves_the_rows_and_comes_back_to_the_list(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type("gxc" + ENTER + "督查" + ENTER)
        await desk.saved(2)
        await desk.type(TO_QUESTIONS + "高新处由哪位" + ENTER + "刘红" + ENTER + ENTER)
        assert desk.title == "这次修改的依据（可不填）"
        await desk.type(ESC)
        await desk.wait_for(r"待定 +\d+ 个问题")
        assert words(row(await desk.saved(3), "1").lead_leaders) == "胡军"


async def test_an_answer_that_edits_a_cell_gets_its_basis_before_the_list_comes_back(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type(TO_QUESTIONS + "以哪一个为主" + ENTER + DOWN + ENTER)
        assert desk.title == "这次修改的依据（可不填）"
        await desk.type(ESC)
        await desk.wait_for("以哪一个为主")
        assert len(desk.titles()) == 1
        await desk.type(ENTER + DOWN + ENTER + "局长办公会" + ENTER)
        await desk.wait_for(r"待定 +\d+ 个问题")
        file = await desk.saved(2)
        assert file.history[-1].basis == "局长办公会"
        assert words(row(file, "3.4").lead_units) == "转化中心 法制处"


async def test_the_questions_turn_to_the_findings_and_on(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + F5)
        await desk.wait_for("核对 .*0 错误")
        await desk.type(F5)
        await desk.wait_for(r"待定 +\d+ 个问题")
        await desk.type("企业中心" + CTRL("l"))
        await desk.wait_gone("个问题")
        await desk.type(F2)
        assert desk.title == "武汉市企业科技创新服务中心"


async def test_after_one_that_is_left_unanswered_the_next_has_the_cursor(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_QUESTIONS + ENTER)
        first = desk.title
        await desk.type(ESC + ENTER)
        assert desk.title != first and "由哪位领导分管" in first and "由哪位领导分管" in desk.title
