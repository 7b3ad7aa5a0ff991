"""What has a state shows it without a colour too, and nothing is drawn in the colour of its ground."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment

from tests.keys import CTRL, DOWN, ENTER, F5, F6, F8, F10
from tests.tui.screen.pilot import ESC, NARROW, Clerk, opened
from tui.screen.looks.themes import Depth

SCREENS = (DOWN, "p", ESC + "xx" + ESC, F8, ESC + F6, F5, ESC + F10, ESC + CTRL("w"), ESC + CTRL("l"))
"""Keys from one screen to the next: list, picker, 方阵, roster, checks, menu, what is shown, a text."""


def drawn(desk: Clerk) -> Iterator[Segment]:
    """All that stands on the screen, as the terminal gets it."""
    for strip in desk.app.screen._compositor.render_strips():
        yield from strip


@pytest.mark.parametrize(
    ("theme", "depth"), [("ink", "16"), ("ink", "256"), ("paper", "truecolor"), ("contrast", "truecolor")]
)
async def test_nothing_has_the_colour_of_its_ground(sample: Path, theme: str, depth: Depth) -> None:
    async with opened(sample, size=NARROW, theme=theme, depth=depth) as desk:
        for keys in SCREENS:
            await desk.type(keys)
            hidden = []
            for segment in drawn(desk):
                style = segment.style
                if style and segment.text.strip() and style.color == style.bgcolor:
                    hidden.append(segment.text)
            assert hidden == [], desk.text


async def test_without_any_colour_the_cursor_is_reversed(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(sample, size=NARROW, depth="16") as desk:
        reversed_now = [one.text.strip() for one in drawn(desk) if one.style and one.style.reverse]
        assert "成果处" in reversed_now
        await desk.type("ptc" + ENTER)
        assert desk.sees("✓ 已保存")
        await desk.type(F6)
        reversed_now = [one.text for one in drawn(desk) if one.style and one.style.reverse]
        assert any("领导小组" in text for text in reversed_now)
