"""Help by itself: every place has its own, its keys first."""

import pytest

from tests.keys import END
from tests.tui.screen.pilot import ESC, NARROW, WIDE, asked
from tui.screen.commands.places import PLACES
from tui.screen.dialogs.help import HelpDialog


@pytest.mark.parametrize("place", PLACES)
async def test_each_place_begins_with_the_keys_used_most(place: str) -> None:
    async with asked(HelpDialog(place), size=(60, 20)) as dialog:
        assert dialog.title == f"帮助：{PLACES[place].name}"
        first = next(key for key in PLACES[place].keys if key.in_foot)
        below = dialog.text.partition("最常用")[2].splitlines()[1]
        assert below.strip("│ ").startswith(first.names)
        await dialog.type(ESC)
        assert not dialog.is_open


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)], ids=str)
async def test_the_list_has_ten_keys_on_top_and_the_others_by_group(size: tuple[int, int]) -> None:
    async with asked(HelpDialog("matrix"), size=size) as dialog:
        assert dialog.sees("直接输入 +在责任栏上")
        await dialog.type(END)
        await dialog.wait_for("Ctrl\\+Q +.*退出")
