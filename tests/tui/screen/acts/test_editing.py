"""F2 changes what the cursor is on, in each pane."""

from pathlib import Path

from tests.keys import DOWN, ENTER, F2, F3, F6, HOME, LEFT, UP
from tests.tui.screen.pilot import ESC, opened, row


async def test_f2_in_the_list_changes_the_text_the_item_and_the_unit(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + "补" + ENTER)
        assert row(await desk.saved(2), "1").text.endswith("补")
        await desk.type(UP + HOME + F2 + "补" + ENTER)
        file = await desk.saved(3)
        assert file.tasks.items[0].title.endswith("补")


async def test_enter_on_an_item_edits_its_title(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(HOME + ENTER + "又" + ENTER)
        assert (await desk.saved(2)).tasks.items[0].title.endswith("又")


async def test_f2_in_the_tree_and_at_the_roster(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "胡军" + ENTER + F2)
        assert desk.title.startswith("胡军")
        await desk.type(ESC + F6 + HOME + DOWN + F2)
        assert desk.title != ""
        await desk.type(ESC)
        await desk.type(F3 + "高质量孵化载体" + ENTER)
