"""What the keys do at the roster."""

from pathlib import Path

from tests.pty import DOWN, ENTER, F2, F3, F10
from tests.tui.screen.pilot import opened


async def test_enter_on_a_unit_opens_its_card(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "成果转化处" + ENTER + ENTER)
        assert desk.sees("全称:成果转化处") and desk.sees("负责人:程乐学")


async def test_two(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "成果转化处" + ENTER + ENTER)
        assert desk.sees("全称:成果转化处") and desk.sees("负责人:程乐学")
