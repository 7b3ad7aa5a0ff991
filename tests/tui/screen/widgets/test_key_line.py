"""The line of keys: what can be used where the cursor is, and a click in place of the key."""

from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from tests.keys import F6
from tests.tui.screen.pilot import NARROW, opened


async def test_it_shows_the_keys_of_the_place_that_has_them(sample: Path) -> None:
    async with opened(sample, size=NARROW) as clerk:
        line = clerk.text.splitlines()[-1]
        assert line.split()[:4] == ["F2", "修改", "F3", "查找"]
        assert line.endswith("F10 菜单")
        await clerk.type(F6)
        assert clerk.text.splitlines()[-1].split()[:2] == ["F2", "修改"]


async def test_a_click_on_a_key_does_what_it_does(sample: Path) -> None:
    async with opened(sample, size=NARROW) as clerk:
        line = clerk.text.splitlines()[-1]
        before, _, _ = line.partition("菜单")
        await Pilot(clerk.app).click(offset=(cell_len(before), NARROW[1] - 1))
        await clerk.rest()
        assert clerk.title.startswith("菜单")
