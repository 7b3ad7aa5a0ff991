"""Where the cursor was when the list was left, there it is again: view, pane, row and column, rows shown."""

import asyncio
from pathlib import Path

import pytest

from store.machine.view_state import ViewState, keep_view, load_view
from tests.keys import CTRL, DOWN, ENTER, F4, F6, F8, RIGHT
from tests.tui.screen.pilot import Clerk, opened
from tui.screen import place_keeping
from tui.screen.main_screen import MainScreen
from tui.screen.place_keeping import PlaceKeeper


def place(desk: Clerk) -> tuple[str, str, str]:
    """The pane that has the keys, the row, and the column of the list or the name across."""
    screen = desk.app.screen
    assert isinstance(screen, MainScreen)
    panes = screen.desk.panes
    assert panes.row and panes.matrix.cell
    crossing = panes.views.crossing_pane.crossing if panes.views.crossing_pane else None
    across = crossing.column.name if crossing and crossing.column else panes.matrix.cell.field
    return panes.pane, desk.file.tasks.row_name(panes.row), across


async def left_and_opened_again(sample: Path, keys: str) -> tuple[tuple[str, str, str], str, Clerk]:
    """Where the cursor was when the list was left, and where it is in the program that opens it again."""
    async with opened(sample) as desk:
        await desk.type(keys)
        before = place(desk)
        await desk.type(CTRL("q"))
        await desk.until(lambda: desk.app._exit)
    async with opened(sample) as desk:
        assert place(desk) == before
        return before, desk.text, desk


async def test_the_cell_and_the_rows_shown_are_there_again(sample: Path) -> None:
    before = sample.read_bytes()
    was, text, _ = await left_and_opened_again(sample, F4 + "cgc" + ENTER + DOWN + RIGHT * 3)
    assert was[2] == "participant_leaders" and was[1] != "1"
    assert "只看 成果处" in text
    assert sample.read_bytes() == before, "looking writes no list"


async def test_the_crossing_and_the_pane_are_there_again(sample: Path) -> None:
    was, text, _ = await left_and_opened_again(sample, F8 + DOWN * 2 + RIGHT * 3)
    assert was == ("matrix", "3.1", "法制处") and "方阵（单位）" in text
    was, text, desk = await left_and_opened_again(sample, F8 * 2 + F6 + DOWN * 3)
    assert was[0] == "roster"
    assert load_view(desk.file.file_id, sample).line, "the line of the roster is kept too"


async def test_on_a_slow_machine_what_was_kept_is_shown_before_anything_is_kept_anew(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place_keeping, "PAUSE_SECONDS", 0.0001)
    was, text, desk = await left_and_opened_again(sample, F8 + DOWN * 2 + RIGHT * 3 + F6)
    assert was == ("roster", "3.1", "法制处") and "方阵（单位）" in text
    assert load_view(desk.file.file_id, sample).view == "unit"


async def test_a_list_that_is_left_before_its_place_is_shown_keeps_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sample) as desk:
        await desk.type(F8 + F6)
        await desk.type(CTRL("q"))
        await desk.until(lambda: desk.app._exit)
        kept = load_view(desk.file.file_id, sample)

    async def waits(_: PlaceKeeper) -> None:
        await asyncio.sleep(0)

    with monkeypatch.context() as patch:
        patch.setattr(PlaceKeeper, "go_back", waits)
        async with opened(sample) as desk:
            await desk.type(DOWN + CTRL("q"))
            await desk.until(lambda: desk.app._exit)
    assert load_view(desk.file.file_id, sample) == kept
    assert (kept.view, kept.pane) == ("unit", "roster")


async def test_a_place_that_is_no_more_is_no_error(sample: Path) -> None:
    async with opened(sample) as desk:
        file_id = desk.file.file_id
    gone = ViewState(row="gone", field="gone", pane="roster", line=("gone",), view="leader", crossed="无")
    keep_view(file_id, sample, gone)
    async with opened(sample) as desk:
        assert place(desk)[:2] == ("roster", "1")
        assert desk.sees("方阵（领导）")


async def test_no_key_is_followed_by_a_write(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN * 5)
        assert load_view(desk.file.file_id, sample) == ViewState()
        await desk.until(lambda: bool(load_view(desk.file.file_id, sample).row))
        assert load_view(desk.file.file_id, sample).field == "lead_units"
