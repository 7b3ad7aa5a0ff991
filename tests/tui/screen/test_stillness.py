"""The view stays where it is, shows what was changed, and goes to what was taken back."""

from pathlib import Path

from tests.keys import CTRL, CTRL_END, DOWN, ENTER, F3, F6, F8
from tests.tui.screen.pilot import NARROW, Clerk, opened
from tui.screen.main_screen import MainScreen
from tui.screen.panes.matrix import Matrix


def matrix_of(desk: Clerk) -> Matrix:
    screen = desk.app.screen
    assert isinstance(screen, MainScreen)
    return screen.desk.panes.matrix


def cursor(desk: Clerk) -> tuple[str, str]:
    cell = matrix_of(desk).cell
    assert cell
    return desk.file.tasks.row_name(cell.row), cell.field


async def test_undo_and_redo_go_to_what_they_change(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type("p" + ENTER + CTRL_END)
        assert not desk.sees("深化科技成果")
        await desk.type(CTRL("z"))
        assert desk.sees("深化科技成果")
        assert cursor(desk) == ("1", "lead_units")
        await desk.type(CTRL_END + CTRL("y"))
        assert cursor(desk) == ("1", "lead_units")
        await desk.type(F8 + DOWN * 5 + CTRL("z") + F8 * 2)
        assert cursor(desk)[0] == "1"


async def test_an_act_in_the_roster_shows_the_row_that_it_changed_and_leaves_the_cursor(sample: Path) -> None:
    async with opened(sample, size=(120, 24)) as desk:
        await desk.type(CTRL_END)
        assert not desk.sees("一网通")
        await desk.type(F3 + "企业科技创新服务中心" + ENTER + CTRL("k") + "wz" + ENTER)
        await desk.wait_for("一网通")
        assert matrix_of(desk).light.keys or desk.titles()[-1]
        await desk.type(F6)
        assert cursor(desk)[0] == "6"


async def test_a_longer_message_moves_no_pane(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.wait_for("核对 18 提醒")
        matrix = matrix_of(desk)
        before, top = matrix.size, desk.text.splitlines()[:18]
        screen = desk.app.screen
        assert isinstance(screen, MainScreen)
        screen.desk.warn(
            "这一处不能改:" + "、".join(f"第 {number} 条理由写得很长" for number in range(1, 40))
        )
        await desk.rest()
        assert desk.sees("第 1 条理由") and desk.sees("…")
        assert desk.sees("F10 菜单")
        assert (matrix.size, desk.text.splitlines()[:18]) == (before, top)
        await desk.type(DOWN)
        screen.desk.say("好")
        await desk.rest()
        assert matrix.size == before and not desk.sees("条理由")
