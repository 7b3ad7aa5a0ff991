"""The card of a row: opened, edited field by field, and come back to."""

from pathlib import Path

from tests.keys import DOWN, ENTER, F2, F10, LEFT
from tests.tui.screen.pilot import ESC, lead, opened, row


async def test_a_text_is_edited_and_the_card_comes_back_on_its_field(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + ENTER)
        assert desk.title.startswith("第 1 行")
        await desk.type(F2 + "(改)" + ENTER)
        assert desk.title.startswith("第 1 行")
        file = await desk.saved(2)
        assert row(file, "1").text.endswith("(改)")
        await desk.type(DOWN * 5 + "6月底前" + ENTER)
        assert desk.title.startswith("第 1 行")
        assert row(await desk.saved(3), "1").deadline == "6月底前"
        await desk.type(F2 + ESC + ESC)
        assert desk.title == ""
        assert len((await desk.saved(3)).history) == 3


async def test_a_responsibility_is_picked_in_the_list(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + ENTER + DOWN + F2)
        assert desk.sees("第 1 行牵头单位[^:]")
        await desk.type("ptc" + ENTER)
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


async def test_a_card_that_is_only_looked_at_says_why_it_changes_nothing(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(LEFT + ENTER + F2)
        assert desk.sees("是以只读方式打开的，不能修改")


async def test_the_menu_opens_the_card_of_the_row_under_the_cursor(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + F10 + "行卡片" + ENTER)
        await desk.wait_for("建设高质量孵化载体")
        assert desk.title.startswith("第 2 行")
        await desk.type(ESC)
        assert desk.title == ""
