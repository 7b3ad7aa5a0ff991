"""Several of a few things, by marks."""

from tests.keys import DOWN, ENTER, UP
from tests.tui.screen.pilot import ESC, Asked, asked
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.mark import MarkDialog

CHOICES = [Choice("a", "成果处"), Choice("b", "平台处"), Choice("c", "高新处")]


def dialog_on(*marked: str) -> MarkDialog[str]:
    return MarkDialog("哪些单位", CHOICES, marked, nothing="还没有选单位。")


async def test_the_cursor_begins_at_the_first_that_is_marked() -> None:
    async with asked(dialog_on("b")) as dialog:
        await dialog.wait_for(r"\[\*\] 平台处")
        await dialog.type(" " + DOWN + " " + ENTER)
        assert dialog.answer == ["c"]


async def test_values_come_in_their_order_however_they_are_marked() -> None:
    async with asked(dialog_on("c")) as dialog:
        await dialog.type(UP * 2 + " " + ENTER)
        assert dialog.answer == ["a", "c"]


async def test_with_nothing_marked_it_stays_and_says_so() -> None:
    async with asked(dialog_on()) as dialog:
        await dialog.type(ENTER)
        await dialog.wait_for("还没有选单位")
        await dialog.type(" ")
        await dialog.wait_gone("还没有选单位")
        await dialog.type(ESC)
        assert dialog.answer is None


async def test_nothing_to_mark() -> None:
    async with asked(MarkDialog[str]("哪些单位", [], [], nothing="没有单位。")) as dialog:
        await dialog.type(" ")
        assert still(dialog)


def still(dialog: Asked[list[str] | None]) -> bool:
    return dialog.is_open
