"""What the line under the panes says lies over their edge, and loses no sign there."""

from pathlib import Path

import pytest

from tests.keys import ENTER, F10
from tests.tui.screen.pilot import opened
from tui.screen.widgets.status_line import FileState, StatusLine, without_signs_across


@pytest.mark.parametrize(
    ("line", "edge", "shown"),
    [
        ("已保存", 3, "已 保存"),
        ("已保存", 4, "已保存"),
        ("a已保存", 3, "a已保存"),
        ("a已保存", 4, "a已 保存"),
        ("已保存", 0, "已保存"),
        ("已保存", 80, "已保存"),
    ],
)
def test_a_sign_gives_way_to_an_edge(line: str, edge: int, shown: str) -> None:
    assert without_signs_across(line, [edge]) == shown


async def test_a_message_of_two_lines_is_whole(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "依据" + ENTER + "2026-12-01" + ENTER + "局长办公会" + ENTER + "ptc" + ENTER)
        await desk.wait_for_words(
            "依据:局长办公会·2026-12-01起生效第1行牵头单位:成果处→平台处;分管领导:胡军→刘红"
        )


@pytest.mark.parametrize("blanks", range(4))
async def test_no_sign_of_a_message_is_lost_where_panes_frames_and_bars_meet(
    sample: Path, blanks: int
) -> None:
    async with opened(sample) as desk:
        said = "甲乙丙丁戊己庚辛壬癸" * 12
        line = desk.app.screen.query_one(StatusLine)
        line.say(" " * blanks + said)
        line.show_state(FileState(("已保存",)))
        await desk.rest()
        shown = "".join(desk.text.split())
        assert "已保存" + said in shown
