"""The 方阵: moving over crossings, columns beyond the edge, sums, marks, turning, the mouse."""

import pytest

from store.acts.crossings import Crossings, crossings
from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tests.tui.screen.stage import staged
from tui.screen.panes.crossing import CrossingPane


@pytest.fixture
def grid(tasks: TaskList) -> Crossings:
    return crossings(tasks)


@pytest.fixture
def pane(tasks: TaskList, grid: Crossings) -> CrossingPane:
    return CrossingPane(tasks, grid, id="crossing")


def under_cursor(pane: CrossingPane, tasks: TaskList) -> tuple[str, str]:
    """The row's name, and that of the unit or leader; empty on the row's own text."""
    assert pane.crossing
    column = pane.crossing.column
    return tasks.row_name(pane.crossing.row), column.name if column else ""


async def test_names_stand_over_the_signs_and_the_sums_below(pane: CrossingPane, grid: Crossings) -> None:
    async with staged(pane, (160, 30)) as stage:
        assert f"单位 1-{len(grid.columns)}/{len(grid.columns)}" in stage.text
        row = stage.lines[stage.line_of("深化科技")]
        assert row.lstrip("▌").split()[0] == "1"
        assert row.count("牵") == 1
        lead, participant = stage.lines[-2:]
        assert lead.split()[:3] == ["合计", "牵", str(grid.total("lead"))]
        assert participant.split()[:3] == ["合计", "责", str(grid.total("participant"))]
        assert sum(map(int, lead.split()[3:])) >= grid.total("lead")


async def test_arrows_move_by_crossings_and_stay_at_the_edges(
    pane: CrossingPane, grid: Crossings, tasks: TaskList
) -> None:
    async with staged(pane) as stage:
        assert under_cursor(pane, tasks) == ("1", "组织人事处")
        await stage.press("up", "down", "right")
        assert under_cursor(pane, tasks) == ("2", "办公室")
        await stage.press("left", "left", "left")
        assert under_cursor(pane, tasks) == ("2", "")
        assert stage.lit().startswith("新增省级")
        await stage.press("end", "right")
        assert under_cursor(pane, tasks)[1] == grid.columns[-1].name
        await stage.press("home")
        assert under_cursor(pane, tasks) == ("2", "")
        await stage.press("ctrl+end", "down")
        assert under_cursor(pane, tasks)[0] == "6"
        await stage.press("ctrl+home")
        assert under_cursor(pane, tasks)[0] == "1"


async def test_columns_beyond_the_edge_come_in_as_one_goes_right_and_leave_again(
    pane: CrossingPane, grid: Crossings
) -> None:
    last = grid.columns[-1].name
    async with staged(pane, (60, 24)) as stage:
        shown = int(stage.text.partition("单位 1-")[2].partition("/")[0])
        assert shown < len(grid.columns)
        await stage.press(*["right"] * (len(grid.columns) - 1))
        assert f"-{len(grid.columns)}/{len(grid.columns)}" in stage.text
        assert pane.crossing
        assert pane.crossing.column
        assert pane.crossing.column.name == last
        await stage.press(*["left"] * len(grid.columns))
        assert f"单位 1-{shown}/" in stage.text


async def test_pages_keep_the_names_and_the_sums_in_place() -> None:
    tasks = TaskList()
    tasks.apply(change_of(100).edits)
    pane = CrossingPane(tasks, crossings(tasks))
    async with staged(pane, (90, 20)) as stage:
        head, foot = stage.lines[0], stage.lines[-2:]
        await stage.press("pagedown", "pagedown")
        assert pane.scroll_offset.y > 0
        assert (stage.lines[0], stage.lines[-2:]) == (head, foot)
        row = pane.row
        assert row == 2 * pane.body_height
        await stage.press("pageup")
        assert pane.row == row - pane.body_height
        await stage.press("ctrl+end")
        assert pane.row == 99
        assert stage.lit() in ("牵", "责", ".", "牵责")


async def test_space_turns_enter_opens_and_escape_leaves(pane: CrossingPane, tasks: TaskList) -> None:
    async with staged(pane) as stage:
        await stage.press("space", "enter", "home", "space", "enter", "escape")
        names = [type(message).__name__ for message in stage.said]
        assert names == ["Turned", "Activated", "Activated", "Left"]
        opened = stage.said[2]
        assert isinstance(opened, CrossingPane.Activated)
        assert opened.crossing.column is None


async def test_a_click_comes_to_the_crossing_that_is_seen_there_and_two_turn_it(
    pane: CrossingPane, tasks: TaskList
) -> None:
    pane.styles.border = ("round", "red")
    async with staged(pane) as stage:
        x, y = stage.where("牵")
        await stage.click(x, y)
        assert (under_cursor(pane, tasks), stage.lit()) == (("1", "成果处"), "牵")
        assert not stage.said
        await stage.click(x, y + 1, times=2)
        assert under_cursor(pane, tasks)[0] == "2"
        assert [type(message).__name__ for message in stage.said] == ["Turned"]
        await stage.click(4, y)
        assert under_cursor(pane, tasks) == ("1", "")
        await stage.click(x, 1)
        await stage.click(x, 28)
        assert under_cursor(pane, tasks) == ("1", "")


async def test_marked_rows_carry_a_sign(pane: CrossingPane, tasks: TaskList) -> None:
    async with staged(pane) as stage:
        pane.mark(frozenset(tasks.task_keys[1:3]))
        await stage.pilot.pause()
        marked = [line[1:].split()[0] for line in stage.lines if line.startswith("›")]
        assert marked == ["2", "3.1"]
        pane.mark(frozenset())
        await stage.pilot.pause()
        assert "›" not in stage.text


async def test_the_cursor_stays_on_its_row_and_column_when_others_go(
    pane: CrossingPane, tasks: TaskList
) -> None:
    async with staged(pane) as stage:
        await stage.press("down", *["right"] * 3)
        assert under_cursor(pane, tasks) == ("2", "法制处")
        pane.show(tasks, crossings(tasks, tasks.task_keys[1:]))
        await stage.pilot.pause()
        assert under_cursor(pane, tasks) == ("2", "法制处")
        pane.show(tasks, crossings(tasks, (), "leader"))
        await stage.press("down", "right", "space", "enter")
        assert pane.crossing is None
        assert not stage.said


async def test_a_row_is_shown_with_a_column_and_scrolled_to(
    pane: CrossingPane, grid: Crossings, tasks: TaskList
) -> None:
    async with staged(pane, (80, 16)) as stage:
        last, unit = tasks.task_keys[-1], grid.columns[-1]
        pane.scroll_to_row(last)
        await stage.pilot.pause()
        assert under_cursor(pane, tasks)[0] == "1"
        assert "按照国家" in stage.text
        pane.show_row(last, unit.id)
        await stage.pilot.pause()
        assert under_cursor(pane, tasks) == ("6", unit.name)
        pane.show_row("gone")
        pane.scroll_to_row("gone")
        assert under_cursor(pane, tasks) == ("6", unit.name)


async def test_the_input_method_opens_its_window_at_the_crossing(pane: CrossingPane) -> None:
    async with staged(pane) as stage:
        await stage.press("home")
        x, y = pane.cursor_screen_offset
        assert (x, y) == stage.where("深化科技")
        await stage.press("right")
        assert pane.cursor_screen_offset.y == y
        assert pane.cursor_screen_offset.x > x


async def test_leaders_stand_across_in_their_own_matrix(tasks: TaskList) -> None:
    pane = CrossingPane(tasks, crossings(tasks, by="leader"))
    async with staged(pane) as stage:
        assert "领导 1-" in stage.text
        await stage.pilot.resize_terminal(50, 20)
        await stage.pilot.pause()
        assert stage.lines[-2].startswith(" 合计")
