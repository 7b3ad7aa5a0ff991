"""Each dialog at each size: it stands on the screen, its keys at its foot, and where one writes is seen."""

from pathlib import Path

import pytest
from textual.screen import Screen

from tests.keys import CTRL, DOWN, ENTER, F1, F2, F3, F4, F5, F6, F7, F9, F10, LEFT, RIGHT
from tests.tui.screen.pilot import ESC, Clerk, opened
from tui.screen.commands.dialogs import DIALOGS
from tui.screen.commands.places import PLACES, place_id
from tui.screen.commands.program_dialogs import PROGRAM_DIALOGS
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox

HANDOVER = F10 + "分工调整" + ENTER + "hujun" + ENTER + "zhaofeng" + ENTER
OPENED_BY = {
    "menu": F10,
    "help": F1,
    "manual": F1 + RIGHT,
    "choose": F3,
    "filter": F4,
    "mark": HANDOVER,
    "shown": CTRL("w"),
    "text": CTRL("l"),
    "lines": F10 + "催办单" + ENTER,
    "course": F10 + "销号" + ENTER,
    "day_and_basis": HANDOVER + ENTER,
    "preview": HANDOVER + ENTER * 3,
    "findings": F5,
    "questions": F5 + F5,
    "today": F10 + "今日" + ENTER,
    "history": F7,
    "stats": F10 + "统计" + ENTER,
    "row_card": LEFT + ENTER,
    "roster_card": F6 + DOWN * 3 + ENTER,
    "print": F9,
    "compare": F5 + "C20" + F2,
    "restore": F10 + "恢复备份" + ENTER,
    "files": CTRL("o") + ENTER,
    "split": F3
    + "创新平台处"
    + ENTER
    + F10
    + "机构拆分"
    + ENTER
    + "基地处"
    + CTRL("j")
    + "园区处"
    + ENTER * 3,
    "settings": F10 + "设置" + ENTER,
    "press_key": F10 + "设置" + ENTER + "撤销" + ENTER,
    "settings_text": F10 + "设置" + ENTER + "设置文件" + ENTER,
}

NEED_MORE_THAN_THE_SAMPLE = {
    *(
        "why",
        "report",
        "reminders",
        "form_entry",
        "forms",
        "conflicts",
        "comparison",
        "import",
        "merge",
        "progress",
    ),
}
"""Opened by the tests of their acts."""
SIZES = [*(pytest.param(size, marks=pytest.mark.slow) for size in ((120, 40), (80, 24))), (40, 12)]


def test_every_dialog_is_opened_here() -> None:
    assert OPENED_BY.keys() | NEED_MORE_THAN_THE_SAMPLE == DIALOGS.keys() | PROGRAM_DIALOGS.keys()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_stands_on_the_screen_with_its_keys_and_the_cursor(
    sample: Path, size: tuple[int, int]
) -> None:
    async with opened(sample, size=size) as desk:
        main = desk.app.screen
        for place, keys in OPENED_BY.items():
            await desk.type(keys)
            screen = desk.app.screen
            assert place_id(screen) == place, f"{place}: {desk.text}"
            assert not faults(screen, desk), f"{place} at {size}: {faults(screen, desk)}\n{desk.text}"
            while desk.app.screen is not main:
                await desk.type(ESC)
            assert len(desk.titles()) == 1


def faults(screen: Screen[object], desk: Clerk) -> list[str]:
    """Say what of a dialog is not where a person can see it."""
    box = screen.query(DialogBox).first()
    found = []
    if not screen.region.contains_region(box.region):
        found.append(f"it stands at {box.region}")
    foot = desk.text.splitlines()[box.region.bottom - 1]
    keys = [key for key in PLACES[place_id(screen)].keys if key.in_foot]
    leaves = next(key for key in keys if "escape" in key.keys)
    if keys[0].name not in foot or leaves.name not in foot:
        found.append(f"its foot says {foot!r}")
    focused = screen.focused
    if focused and not box.content_region.intersection(focused.region):
        found.append("what has the keys is not seen")
    for lines in screen.query(LineList):
        top, _ = lines.rows.span(lines.row) if lines.rows.count else (0, 0)
        seen = box.content_region.intersection(lines.region)
        if (
            lines.cursor is not None
            and not seen.y <= lines.region.y + top - lines.scroll_offset.y < seen.bottom
        ):
            found.append("the line under the cursor is not seen")
    return found
