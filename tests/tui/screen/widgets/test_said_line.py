"""The line over the foot: one line that is always there, and nothing of a refusal lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.keys import CTRL, DOWN, ENTER
from tests.tui.screen.pilot import NARROW, opened
from tests.tui.screen.stage import Stage, staged
from tui.screen.main_screen import MainScreen
from tui.screen.widgets.said_line import SaidLine

LONG = "甲乙丙丁戊己庚辛壬癸" * 6


@asynccontextmanager
async def line_on_stage(width: int) -> AsyncIterator[tuple[SaidLine, Stage]]:
    line = SaidLine()
    async with staged(line, (width, 5)) as stage:
        line.styles.height = "auto"
        yield line, stage


async def test_what_was_done_is_one_line_with_the_key_that_takes_it_back() -> None:
    async with line_on_stage(40) as (line, stage):
        line.say("第 2 行：平台处", back=("Ctrl+Z", "撤销"))
        await stage.pilot.pause()
        assert stage.lines[0].split() == ["第", "2", "行：平台处", "Ctrl+Z", "撤销"]
        assert cell_len(stage.lines[0]) == 40 - 1, "at the right end, a cell before the edge"
        line.say(LONG, back=("Ctrl+Z", "撤销"))
        await stage.pilot.pause()
        assert stage.lines[0] == " 甲乙丙丁戊己庚辛壬癸甲乙…  Ctrl+Z 撤销"
        assert not any(stage.lines[1:])


async def test_a_refusal_is_whole_until_the_cursor_moves() -> None:
    async with line_on_stage(60) as (line, stage):
        line.say(LONG, warns=True, whole=True)
        await stage.pilot.pause()
        assert "".join(stage.text.split()) == LONG
        line.look_at("")
        await stage.pilot.pause()
        assert stage.lines[0].endswith("…")
        assert not any(stage.lines[1:])


async def test_what_is_to_be_known_of_an_act_is_whole_beside_its_way_back() -> None:
    async with line_on_stage(60) as (line, stage):
        line.say(LONG, whole=True, back=("Ctrl+Z", "撤销"))
        await stage.pilot.pause()
        assert "".join(stage.text.split()).replace("Ctrl+Z撤销", "") == LONG
        assert sum(" Ctrl+Z 撤销" in one for one in stage.lines) == 1


async def test_a_cell_that_is_looked_at_gives_the_line_back() -> None:
    async with line_on_stage(40) as (line, stage):
        line.say("第 2 行：平台处", back=("Ctrl+Z", "撤销"))
        line.look_at("合作处、成果处、企业中心")
        await stage.pilot.pause()
        assert stage.lines[0] == " 合作处、成果处、企业中心"
        line.look_at("")
        await stage.pilot.pause()
        assert stage.lines[0].endswith("Ctrl+Z 撤销")


async def test_an_act_is_told_with_its_way_back_and_an_undo_with_its_own(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type("ptc" + ENTER)
        assert desk.sees("第 1 行牵头单位：成果处 → 平台处.* Ctrl\\+Z 撤销\n")
        await desk.type(CTRL("z"))
        assert desk.sees("撤销：第 1 行牵头单位.* Ctrl\\+Y 重做")


@pytest.mark.parametrize("blanks", range(4))
async def test_no_sign_of_a_refusal_is_lost_where_panes_and_bars_meet(sample: Path, blanks: int) -> None:
    async with opened(sample) as desk:
        said = LONG * 2
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        before = desk.text.splitlines()
        screen.desk.warn(" " * blanks + said)
        await desk.rest()
        assert said in desk.text.replace("\n ", ""), "no sign is lost, and no gap is within it"
        await desk.type(DOWN)
        after = desk.text.splitlines()
        assert after[-3][:40] == before[-3][:40], "the panes stand where they stood"
