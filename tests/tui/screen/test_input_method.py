"""The program under an input method: what it commits, full-width mode, Enter and Esc pressed twice by habit,
and the place where its window opens.
"""

import re
from pathlib import Path

from tests.keys import CTRL, DOWN, ENTER, F2, F3, F6, F8, F10, LEFT, RIGHT, TAB
from tests.tui.screen.pilot import ESC, Clerk, lead, opened, row

WIDE_BLANK = "\u3000"


async def test_full_width_mode_does_what_plain_keys_do_and_writes_what_was_typed(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("ｐｔｃ" + WIDE_BLANK + ENTER)
        assert lead(await desk.saved(2), "1") == ("成果处 平台处", "胡军 刘红"), "Space adds"
        await desk.type(WIDE_BLANK + DOWN + WIDE_BLANK)
        assert desk.sees("已选 4 行"), "row 2, and 3.1 to 3.3 that are joined"
        await desk.type(ESC + CTRL("l") + "３。２" + ENTER)
        await desk.type(LEFT + F2 + CTRL("a") + "完成１／２" + WIDE_BLANK + "项" + ENTER)
        assert row(await desk.saved(3), "3.2").text == "完成１／２\u3000项"
        await desk.type(CTRL("u") + "６月底前" + ENTER)
        assert row(await desk.saved(4), "3.3").deadline == "6月底前"
        await desk.type(F8 + F8 + RIGHT + WIDE_BLANK + TAB)
        await desk.saved(5)


async def test_enter_and_esc_pressed_twice_lose_and_make_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("平台" + ENTER + ENTER + ESC + ESC)
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")
        await desk.type(LEFT + F2 + "写了半句话" + ESC + ESC)
        assert desk.sees("写了半句话") and desk.title == ""
        await desk.type(ENTER + ENTER + ESC + ESC)
        file = await desk.saved(3)
        assert row(file, "2").text.endswith("写了半句话")
        assert len(file.history) == 3


def line_at_caret(desk: Clerk) -> str:
    """The line of the screen on which the terminal's own cursor stands."""
    return desk.text.split("\n")[desk.app.cursor_position.y]


async def test_the_caret_stands_in_the_field_or_on_the_line_that_has_the_keys(sample: Path) -> None:
    async with opened(sample) as desk:
        for keys, line in (
            (DOWN, r"▌2 .*新增省级"),
            (DOWN + CTRL("u") + "六月", "六月"),
            (ESC + ESC + F6 + F6 + DOWN * 2, r"^▌ *发文机关"),
            (F8 + DOWN * 2, r"▌3\.3 "),
            (F8 + F3 + "孵化", "孵化"),
            (ESC + F10, "输入汉字、全拼或首字母"),
            (ESC + LEFT + ENTER + DOWN * 2, "牵头单位的分管领导  "),
            (ESC + CTRL("o") + DOWN, "新建清单"),
        ):
            await desk.type(keys)
            assert re.search(line, line_at_caret(desk)), desk.text
