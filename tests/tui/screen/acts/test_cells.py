"""Acts on responsibility cells, at the keyboard: in one burst and key by key."""

from pathlib import Path

import pytest

from tests.keys import CTRL, DOWN, ENTER, F2, LEFT, RIGHT, TAB, UP
from tests.tui.screen.pilot import ESC, lead, opened, participant, row


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_letters_and_enter_give_a_joined_cell_a_new_lead(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + DOWN + "ptc" + ENTER + "hzc" + ENTER, paced=paced)
        assert desk.sees("第 3.4 行牵头单位：法制处 转化中心 → 合作处；分管领导：徐涛 胡军 → 王振旭")
        file = await desk.saved(3)
        assert [lead(file, name) for name in ("3.1", "3.2", "3.3")] == [("平台处", "刘红")] * 3
        assert file.history[1].title == "第 3.1–3.3 行牵头单位：法制处 → 平台处"


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_f2_opens_the_picker_and_tab_narrows_it_to_the_row(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + DOWN * 3 + RIGHT + F2 + "ptc" + TAB + ENTER, paced=paced)
        assert desk.sees("第 3.2 行牵头单位：法制处 → 平台处；分管领导：徐涛 → 刘红")
        file = await desk.saved(2)
        assert [lead(file, name)[0] for name in ("3.1", "3.2", "3.3")] == ["法制处", "平台处", "法制处"]


async def test_the_picker_says_what_it_asks_and_what_a_choice_would_do(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + DOWN + "ptc")
        assert desk.sees("第 3.1–3.3 行牵头单位（3 行）")
        assert desk.sees("法制处 → 平台处")
        assert desk.sees("分管领导：徐涛 → 刘红")
        await desk.type("zzz")
        assert desk.sees("没有符合的，请改输别的字")
        await desk.type(ESC)
        assert not desk.sees("Enter 确定")
        await desk.type(DOWN + DOWN)
        assert desk.titles() == ["导入" + desk.titles()[0][2:]]


async def test_a_unit_whose_leader_is_open_leaves_the_leaders_and_a_question(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc")
        assert desk.sees("高新处的分管领导未定")
        await desk.type(ENTER)
        assert desk.sees("成果处 → 高新处；高新处的分管领导未定，分管领导不变")
        file = await desk.saved(2)
        assert lead(file, "1") == ("高新处", "胡军")
        assert row(file, "1").doubt("lead")


async def test_space_marks_several_units_and_enter_on_the_same_changes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(ENTER + "ptc" + " " + ENTER)
        assert desk.sees("第 1 行牵头单位：\\+平台处；分管领导：\\+刘红")
        await desk.type(UP + ENTER + ENTER)
        assert desk.sees("没有变化")
        await desk.type("x")
        assert desk.sees("第 2 行牵头单位[^:]"), "the cursor went on all the same"
        assert len((await desk.saved(2)).history) == 2


async def test_a_leader_cell_offers_the_roster(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(RIGHT + "wzx" + ENTER + RIGHT + ENTER)
        assert desk.sees("第 1 行牵头单位的分管领导：胡军 → 王振旭；仅此行")
        assert lead(await desk.saved(2), "1") == ("成果处", "王振旭")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_the_basis_is_asked_before_the_cursor_goes_on(sample: Path, paced: bool) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type("ptc" + ENTER + "督查" + ENTER + "cgc" + ENTER + ENTER, paced=paced)
        file = await desk.saved(3)
        assert [change.basis for change in file.history] == ["", "督查", ""]
        assert (lead(file, "1")[0], lead(file, "2")[0]) == ("平台处", "成果处")


async def test_esc_at_the_basis_leaves_the_cell_and_the_cursor(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type("ptc" + ENTER)
        assert desk.title == "这次修改的依据（可不填）"
        await desk.type(ESC + "x")
        assert desk.sees("第 1 行牵头单位[^:]")
        assert len(desk.titles()) == 1


async def test_the_participants_are_changed_as_the_lead_is(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(RIGHT + RIGHT + "ghc" + ENTER)
        assert desk.sees("→ 规划处；分管领导：.* → 徐涛")
        assert participant(await desk.saved(2), "1") == ("规划处", "徐涛")


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_letters_find_the_printed_name_before_a_full_name(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("fz" + ENTER, paced=paced)
        assert lead(await desk.saved(2), "1") == ("法制处", "徐涛"), "not 规划处, which is 发展规划处"


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_a_participant_is_added_and_the_message_says_no_more(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + DOWN + RIGHT + RIGHT + "gx" + " " + ENTER, paced=paced)
        await desk.wait_for_words(
            "行责任单位：+高新处；企业中心、项目中心、高新处的分管领导未定，分管领导不变"
        )
        assert participant(await desk.saved(2), "3.2")[0] == "合作处 成果处 企业中心 项目中心 高新处"


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_a_unit_that_the_list_lacks_is_made_and_given_in_one_change(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("财政局" + ENTER, paced=paced)
        assert desk.sees("新增单位：财政局；第 1 行牵头单位：成果处 → 财政局")
        file = await desk.saved(2)
        assert lead(file, "1") == ("财政局", "胡军")
        (made,) = (unit for unit in file.tasks.units if unit.full_name == "财政局")
        assert row(file, "1").lead_units[0].key == made.key
        await desk.type(CTRL("z"))
        after = await desk.saved(3)
        assert lead(after, "1") == ("成果处", "胡军")
        assert made.key not in {unit.key for unit in after.tasks.units}


async def test_the_new_unit_is_the_last_line_and_letters_make_none(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("中心")
        assert "转化中心（" in desk.text.partition("新增单位“中心”")[0]
        await desk.type(ESC + "项目中心")
        assert not desk.sees("新增单位"), "the list has it"
        await desk.type(ESC + "qqq" + ENTER)
        assert desk.sees("没有符合的") and not desk.sees("新增单位")
        await desk.type(ESC + "各科室")
        assert desk.sees("统称“各科室”")
        assert len(desk.titles()) == 1


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_several_new_units_are_marked_and_made_together(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("财政局" + " " + "审计局" + " " + ENTER, paced=paced)
        file = await desk.saved(2)
        assert lead(file, "1")[0] == "成果处 财政局 审计局"
        assert [unit.full_name for unit in file.tasks.units][-2:] == ["财政局", "审计局"]


async def test_a_leader_that_the_roster_lacks_is_put_on_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(RIGHT + "袁洁")
        assert desk.sees("新增人员“袁洁”")
        await desk.type(ENTER + RIGHT + ENTER)
        assert desk.sees("新增人员：袁洁；第 1 行牵头单位的分管领导：胡军 → 袁洁")
        file = await desk.saved(2)
        (person,) = file.tasks.people_named("袁洁")
        assert [entry.role for entry in file.tasks.roster if entry.person == person.key] == ["成员"]
        assert row(file, "1").lead_leaders[0].key == person.key


@pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
async def test_f2_in_the_picker_neither_takes_nor_leaves(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type("p" + F2 + ENTER, paced=paced)
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


async def test_a_window_that_only_looks_refuses_at_the_first_letter(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type("p")
        assert desk.sees("是以只读方式打开的，不能修改")
        assert not desk.sees("Enter 确定"), "no picker opened"
