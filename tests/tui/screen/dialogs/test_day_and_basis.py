"""From which day, and on what basis."""

from datetime import date

from tests.keys import CTRL, DOWN, ENTER, UP
from tests.tui.screen.pilot import ESC, asked
from tui.screen.dialogs.day_and_basis import DayAndBasisDialog
from tui.screen.dialogs.witness import WitnessDialog

TODAY = date(2021, 5, 4)


async def test_enter_goes_from_the_day_to_the_basis_and_on() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY, hint="到那天再问")) as dialog:
        await dialog.wait_for("到那天再问")
        await dialog.type(ENTER + "三定方案 " + ENTER)
        assert dialog.answer == ("2021-06-01", "三定方案")


async def test_both_may_be_left_empty() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY, basis="纪要")) as dialog:
        await dialog.type(CTRL("u") + ENTER + CTRL("u") + ENTER)
        assert dialog.answer == (None, "")


async def test_what_is_no_day_is_said_there() -> None:
    async with asked(DayAndBasisDialog("机构合并", "明天", today=TODAY)) as dialog:
        await dialog.type(DOWN + "纪要" + ENTER)
        await dialog.wait_for("不是日期，请写作")
        await dialog.type(CTRL("u") + "2021.6.1" + ENTER)
        await dialog.wait_gone("不是日期")
        await dialog.type(UP + DOWN + ENTER)
        assert dialog.answer == ("2021-06-01", "纪要")


async def test_esc_leaves_what_is_as_it_was() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY, basis="纪要")) as dialog:
        await dialog.type(ENTER + ESC)
        assert dialog.answer is None


async def test_esc_asks_about_what_was_typed() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY)) as dialog:
        await dialog.type(ENTER + "局办公会纪要" + ESC)
        await dialog.wait_for("文字还没有保存")
        await dialog.type(ESC + "〔2021〕3号" + ENTER)
        assert dialog.answer == ("2021-06-01", "局办公会纪要〔2021〕3号")
    async with asked(WitnessDialog("分工调整", "2021-06-01", today=TODAY)) as dialog:
        await dialog.type(DOWN + DOWN + "盛继亮" + ESC + DOWN + ENTER)
        assert dialog.answer is None


async def test_all_of_a_basis_of_two_lines_is_taken() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY)) as dialog:
        await dialog.type(ENTER + "\x1b[200~三定方案\r\n第二条\n\x1b[201~" + ENTER)
        assert dialog.answer == ("2021-06-01", "三定方案 第二条")


async def test_the_first_key_writes_the_day_anew_and_goes_on_with_a_basis() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY, basis="纪要")) as dialog:
        await dialog.type("7-1" + ENTER + "〔2021〕3号" + ENTER)
        assert dialog.answer == ("2021-07-01", "纪要〔2021〕3号")


async def test_all_that_stands_in_a_field_is_written_anew() -> None:
    async with asked(DayAndBasisDialog("机构合并", "2021-06-01", today=TODAY, basis="纪要")) as dialog:
        await dialog.type(CTRL("a") + "2021.7.1" + ENTER + CTRL("a") + "三定方案" + ENTER)
        assert dialog.answer == ("2021-07-01", "三定方案")


async def test_a_handover_asks_for_its_witness_too() -> None:
    dialog = WitnessDialog("分工调整", "2021-06-01", today=TODAY)
    async with asked(dialog) as shown:
        await shown.type(ENTER + "纪要" + DOWN + DOWN + "盛继亮" + ENTER)
        assert shown.answer == ("2021-06-01", "纪要")
        assert dialog.witness == "盛继亮"


async def test_enter_under_the_basis_goes_on_without_a_witness() -> None:
    dialog = WitnessDialog("分工调整", "2021-06-01", today=TODAY)
    async with asked(dialog) as shown:
        await shown.type(ENTER + ENTER)
        assert (shown.answer, dialog.witness) == (("2021-06-01", ""), "")
