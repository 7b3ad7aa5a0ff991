"""Units reminded from the rows, and the register in which their answers are noted."""

from datetime import date
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.closing import Closing, closing_key
from store.records.follow_up import FollowUp, FollowUpKind
from tests.keys import CTRL, DOWN, ENTER, F2, F5, F8, F9, F10, LEFT, RIGHT, UP
from tests.tui.screen.pilot import ESC, NARROW, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
REMIND, REGISTER = F10 + "催办单" + ENTER, F10 + "催办登记" + ENTER
YEAR = date.today().year
FIRST = f"催办〔{YEAR}〕1号"


def slips(file: TaskFile) -> list[FollowUp]:
    """The reminders of a file by their numbers."""
    return sorted(file.tasks.all_of(FollowUp), key=lambda slip: slip.number)


def sent(path: Path, *numbers: str) -> None:
    """Have reminders of row 2 in a list on the disk, as a change of an earlier session."""
    with TaskFile.open(path) as file:
        task = row(file, "2")
        unit = task.lead_units[0].key or ""
        made = []
        for place, number in enumerate(numbers):
            said = {"sent_on": "2026-01-05", "answer_by": "2026-01-09", "require": "请报送进展。"}
            kind: FollowUpKind = "phone" if number.startswith("电话") else "reminder"
            made.append(created(FollowUp(f"slip{place}", number, "", kind, "红", unit, (task.key,), **said)))
        file.commit(Change("发出的催办", tuple(made)))


@PACED
async def test_a_row_is_reminded_in_one_form_and_f9_offers_the_slip(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        form = REMIND + f"{YEAR + 1}-1-5" + DOWN + "请报送进展情况。" + ENTER
        await desk.type(DOWN + form, paced=paced)
        file = await desk.saved(2)
        (slip,) = slips(file)
        assert file.history[-1].title == f"{FIRST}：平台处，第 2 行"
        assert (slip.number, slip.answer_by) == (FIRST, f"{YEAR + 1}-01-05")
        assert (slip.require, slip.sent_on) == ("请报送进展情况。", date.today().isoformat())
        assert desk.sees("按 F9 打印")
        await desk.type(F9)
        await desk.wait_for(f"{FIRST} 平台处")
        await desk.wait_for("重点任务催办单")
        await desk.type(ESC + CTRL("z"))
        assert not slips(await desk.saved(3))


@PACED
async def test_units_of_marked_rows_have_a_slip_each_and_one_undo_takes_them_back(
    sample: Path, paced: bool
) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type(" " + DOWN + " " + REMIND, paced=paced)
        assert desk.title == "催办：第 1、2 行"
        await desk.wait_for("各单位各一份，共 2 份")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].title == f"{FIRST}等 2 份"
        named = [(file.tasks.wording_of(slip.unit), len(slip.tasks)) for slip in slips(file)]
        assert named == [("成果处", 1), ("平台处", 1)]
        await desk.type(F9)
        await desk.wait_for("刚发出的 2 份")
        await desk.type(ESC + CTRL("z"))
        assert not slips(await desk.saved(3))


@PACED
async def test_one_of_the_units_a_level_and_a_telephone_are_chosen(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        to_kind, to_level = UP * 2 + LEFT, DOWN * 5 + LEFT + DOWN * 2
        await desk.type(" " + DOWN + " " + REMIND + to_kind, paced=paced)
        await desk.wait_for("◂ 电话 ▸")
        await desk.type(DOWN + RIGHT * 2 + UP + to_level + "王敏" + ENTER, paced=paced)
        file = await desk.saved(2)
        (slip,) = slips(file)
        assert (slip.kind, slip.level, slip.phone_with) == ("phone", "红", "王敏")
        assert file.tasks.wording_of(slip.unit) == "平台处"
        assert slip.tasks == (row(file, "2").key,)
        assert not desk.sees("按 F9 打印")


async def test_what_cannot_go_out_is_said_in_the_form_and_nothing_is_lost(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(REMIND + "2020-1-5" + ENTER)
        await desk.wait_for("早于发出日期")
        await desk.type(CTRL("a") + "下周" + ENTER)
        await desk.wait_for("“下周”不是日期")
        await desk.type(CTRL("a") + "2099-1-5" + DOWN * 5 + "王敏" + ENTER)
        await desk.wait_for("接话人只用于电话催办")
        await desk.type(ESC)
        await desk.wait_for("文字还没有保存")
        await desk.type(ENTER + ESC + DOWN + ENTER)
        assert not desk.title and len(desk.titles()) == 1


async def test_a_row_that_has_ended_is_left_out(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        key = row(file, "1").key
        closing = Closing(closing_key(key, 1), key, result="完成", approved_on="2021-05-01")
        file.commit(Change("销号", (created(closing),)))
    async with opened(sample) as desk:
        await desk.type(REMIND)
        await desk.wait_for("所选的行都已销号、中止或取消，不用催办。")
        await desk.type(" " + DOWN + " " + REMIND)
        await desk.wait_for("第 1 行已销号、中止或取消，没有列入。")
        assert desk.title == "催办：第 2 行"
        await desk.type(ESC)
        assert len(desk.titles()) == 2


async def test_a_row_of_the_crossing_is_reminded(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + DOWN + REMIND)
        assert desk.title == "催办：第 2 行"


# ---------------------------------------------------------------------- the register


@PACED
async def test_an_answer_is_noted_in_the_register(sample: Path, paced: bool) -> None:
    sent(sample, "催办〔2026〕1号", "催办〔2026〕2号")
    async with opened(sample, size=NARROW) as desk:
        await desk.type(REGISTER, paced=paced)
        assert desk.title == "催办登记 2 次，未回复 2 次"
        assert desk.sees("催办〔2026〕2号  平台处  第 2 行  红  到期未回")
        await desk.type(DOWN + ENTER, paced=paced)
        assert desk.title == "催办〔2026〕1号：平台处的回复"
        answer = "已认定 3 家。" + DOWN + CTRL("a") + "2026-1-8" + DOWN + "刘红" + ENTER
        await desk.type(answer, paced=paced)
        assert desk.title == "催办登记 2 次，未回复 1 次"
        assert desk.sees("2026-01-08 回复  刘红  已认定 3 家。")
        await desk.type(ESC)
        first, second = slips(await desk.saved(3))
        assert (first.answered_on, first.answer, first.answered_by) == ("2026-01-08", "已认定 3 家。", "刘红")
        assert second.answered_on is None


async def test_the_register_prints_and_leads_to_the_row(sample: Path) -> None:
    sent(sample, "催办〔2026〕1号", "电话〔2026〕1号")
    async with opened(sample) as desk:
        await desk.type(REGISTER + F9)
        await desk.wait_for("催办登记表")
        await desk.type(ESC)
        assert desk.title.startswith("催办登记"), "back where he was"
        await desk.type(DOWN + F9)
        await desk.wait_for("催办〔2026〕1号 平台处")
        await desk.type(ESC + CTRL("l"))
        await desk.wait_gone("新发的在前")
        await desk.type(REMIND)
        assert desk.title == "催办：第 2 行"


async def test_an_empty_register_says_how_to_begin_and_a_closed_list_notes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(REGISTER)
        await desk.wait_for("还没有催办过；在行上用菜单“催办单”发出。")
    sent(sample, "催办〔2026〕1号")
    with TaskFile.open(sample):
        async with opened(sample, read_only=True) as desk:
            await desk.type(REGISTER + ENTER)
            await desk.wait_for("是以只读方式打开的，不能修改")
            assert desk.title.startswith("催办登记")


@PACED
async def test_a_number_that_two_have_is_mended_from_its_finding(sample: Path, paced: bool) -> None:
    sent(sample, "催办〔2026〕1号", "催办〔2026〕1号")
    async with opened(sample) as desk:
        await desk.type(F5 + "C36" + F2, paced=paced)
        file = await desk.saved(3)
        assert [slip.number for slip in slips(file)] == ["催办〔2026〕1号", "催办〔2026〕2号"]
        assert slips(file)[1].number_before == "催办〔2026〕1号"


async def test_the_list_says_by_what_levels_go(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "催办级别" + ENTER + "逐级" + ENTER)
        file = await desk.saved(2)
        assert file.tasks.notice.reminder_levels == "escalation"
        await desk.type(REMIND)
        await desk.wait_for("逐级定")
        await desk.type(ENTER)
        (slip,) = slips(await desk.saved(3))
        assert slip.level == "蓝"
