"""The line over the panes: the file's state is always there, the rest as far as there is room."""

import pytest
from rich.cells import cell_len

from tests.tui.screen.stage import staged
from tui.screen.widgets.top_line import FileState, TopLine

LIST = "市科技局2021年深化“放管服”改革优化营商环境重点任务清单"
SAVED = FileState(LIST, "示例.json", 3, (), "已保存 14:32", "well")
BASIS = SAVED._replace(notes=("依据：局长办公会纪要〔2026〕3号", "2026-12-01 起生效"))


async def shown(state: FileState, width: int) -> str:
    line = TopLine()
    async with staged(line, (width, 3)) as stage:
        line.show(state)
        await stage.pilot.pause()
        return stage.lines[0]


@pytest.mark.parametrize(
    ("state", "width", "said"),
    [
        (SAVED, 120, rf" 要点  {LIST}                    变更 3  示例.json  ✓ 已保存 14:32"),
        (SAVED, 80, " 要点  市科技局2021年深化“放管服”改革优化营…  变更 3  示例.json  ✓ 已保存 14:32"),
        (SAVED, 40, " 要点           示例.json  ✓ 已保存 14:32"),
        (SAVED, 24, " 要点   ✓ 已保存 14:32"),
        (SAVED._replace(saving="正在保存…", mood="busy"), 40, " 要点   变更 3  示例.json  正在保存…"),
    ],
)
async def test_the_state_stays_where_there_is_little_room(state: FileState, width: int, said: str) -> None:
    line = await shown(state, width)
    assert line.split() == said.split()
    assert cell_len(line) <= width


async def test_what_wants_to_be_known_carries_a_sign_and_a_word() -> None:
    line = await shown(SAVED._replace(saving="未保存 2 项（Ctrl+S 重试）", mood="due"), 80)
    assert line.endswith("● 未保存 2 项（Ctrl+S 重试）")


async def test_a_basis_stands_before_the_file() -> None:
    line = await shown(BASIS, 120)
    assert "依据：局长办公会纪要〔2026〕3号 · 2026-12-01 起生效  变更 3  示例.json  ✓ 已保存 14:32" in line


async def test_a_basis_that_is_long_is_cut_before_the_state_is() -> None:
    line = await shown(BASIS, 60)
    assert "依据：局长办公会纪要" in line and "… " in line
    assert line.endswith("✓ 已保存 14:32")


async def test_a_name_of_a_file_is_no_markup_and_has_no_controls() -> None:
    line = await shown(SAVED._replace(file_name="[/甲]\x1b[31m.json"), 120)
    assert "[/甲][31m.json" in line
