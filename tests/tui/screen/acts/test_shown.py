"""What is shown and how: columns put away and moved, heights of rows, panes; going to a row by its name."""

from pathlib import Path

import pytest

from store.machine.view_state import load_view
from store.records.columns import shown_columns
from tests.keys import CTRL, DOWN, ENTER, F6, F10, UP
from tests.tui.screen.pilot import ESC, NARROW, Clerk, opened
from tui.screen.main_screen import MainScreen

SHOWN, GO = CTRL("w"), CTRL("l")
ZOOM = CTRL("j")
CTRL_UP = "\x1b[1;5A"


def cursor(desk: Clerk) -> str:
    screen = desk.app.screen
    assert isinstance(screen, MainScreen)
    assert screen.desk.row
    return desk.file.tasks.row_name(screen.desk.row)


def head(desk: Clerk) -> list[str]:
    """The labels over the columns."""
    line = next(line for line in desk.text.splitlines() if "重点任务 " in line)
    return line.replace("│", " ").split()


@pytest.mark.parametrize("paced", [False, True])
async def test_a_column_is_shown_moved_and_put_away_and_that_is_taken_back(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(SHOWN)
        assert desk.title == "显示"
        for label in ("序号", "完成时限", "目标", "措施", "备注"):
            assert desk.sees(rf"\[ \] {label}\s")
        await desk.type(DOWN * 7 + " " + CTRL_UP * 6 + ENTER, paced=paced)
        assert desk.titles()[-1] == "清单栏目：显示“完成时限”"
        file = await desk.saved(2)
        assert [column.label for column in shown_columns(file.tasks)][:2] == ["事项", "完成时限"]
        assert head(desk)[-6:-4] == ["时限", "重点任务"]
        await desk.type(SHOWN + DOWN + " " + ENTER, paced=paced)
        assert desk.titles()[-1] == "清单栏目：收起“完成时限”"
        assert "时限" not in head(desk)
        await desk.type(CTRL("z"))
        assert "时限" in head(desk)


async def test_what_makes_the_list_stays_and_esc_changes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHOWN + DOWN + " " + DOWN + " " + ENTER)
        assert desk.titles() == [desk.titles()[0]]
        await desk.type(SHOWN + DOWN * 7 + " " + ESC)
        assert desk.titles() == [desk.titles()[0]]


async def test_rows_of_one_line_and_the_panes_are_kept_for_this_user_and_not_in_the_list(
    sample: Path,
) -> None:
    before = sample.read_bytes()
    async with opened(sample, size=(120, 30)) as desk:
        assert not desk.sees("按照国家")
        await desk.type(SHOWN + UP * 3 + "  " + DOWN * 2 + " " + ENTER)
        assert desk.sees("按照国家") and desk.sees("深化科技成果.*…")
        assert not desk.sees("名册")
        await desk.type(F6)
        assert desk.sees("名册")
        await desk.until(lambda: load_view(desk.file.file_id, sample).left_put_away)
        file_id = desk.file.file_id
    assert sample.read_bytes() == before
    assert load_view(file_id, sample).row_height == "one"
    async with opened(sample, size=(120, 30)) as desk:
        assert desk.sees("按照国家") and not desk.sees("名册")


async def test_a_pane_fills_the_screen_and_comes_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(SHOWN + UP * 2 + " " + ENTER)
        assert desk.sees("深化科技成果") and not desk.sees("名册") and not desk.sees("总体要求")
        await desk.type(F6)
        assert desk.sees("名册") and not desk.sees("深化科技成果")
        await desk.type(F10 + "显示" + ENTER + UP * 2 + " " + ENTER)
        assert desk.sees("名册") and desk.sees("深化科技成果")


async def test_a_pane_fills_the_screen_and_comes_back_by_one_key(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(ZOOM)
        assert desk.sees("深化科技成果") and not desk.sees("总体要求")
        await desk.type(ZOOM + F6 + ZOOM)
        assert desk.sees("盛继亮") and not desk.sees("深化科技成果")
        await desk.type(CTRL("q"))
        await desk.until(lambda: desk.app._exit)
    async with opened(sample) as desk:
        assert desk.sees("盛继亮") and not desk.sees("深化科技成果"), "the pane is still alone"
        await desk.type(ZOOM)
        assert desk.sees("盛继亮") and desk.sees("深化科技成果")


@pytest.mark.parametrize("paced", [False, True])
async def test_a_row_is_gone_to_by_its_name(sample: Path, paced: bool) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type(GO + "3.2" + ENTER, paced=paced)
        assert cursor(desk) == "3.2" and desk.sees("加快电子证照")
        await desk.type(F6 + GO + "3" + ENTER, paced=paced)
        assert cursor(desk) == "3.1" and desk.sees("1.深入推进")
        await desk.type(GO + "9" + ENTER, paced=paced)
        await desk.wait_for_words("本清单的行为1至6")
        await desk.type(ESC * 2)
        assert cursor(desk) == "3.1"
