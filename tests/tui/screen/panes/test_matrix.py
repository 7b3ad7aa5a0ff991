"""The list as the annex draws it: moving by cells, joined cells, marks, typing on a cell, the mouse."""

from collections import Counter
from collections.abc import Sequence

import pytest
from rich.segment import Segment

from store.records.changes import Edit
from store.records.task import Task
from store.records.tasklist import TaskList
from tests.tui.screen.stage import Stage, staged
from tui.screen.panes.matrix import Matrix


@pytest.fixture
def matrix(tasks: TaskList) -> Matrix:
    return Matrix(tasks, id="matrix")


async def shown(stage: Stage, matrix: Matrix, tasks: TaskList) -> None:
    matrix.show(tasks, tasks.task_keys)
    await stage.pilot.pause()


def cell_of(matrix: Matrix, tasks: TaskList) -> tuple[str, str]:
    assert matrix.cell
    return tasks.row_name(matrix.cell.row), matrix.cell.field


async def test_it_begins_at_the_first_lead_cell_under_the_labels(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        assert stage.lines[0].split() == ["事项", "重点任务", "牵头", "领导", "责任", "领导"]
        assert stage.lines[1].startswith("▌1   一、")
        assert cell_of(matrix, tasks) == ("1", "lead_units")
        assert stage.lit() == "成果处"


async def test_arrows_move_by_cells_and_stay_at_the_edges(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("down", "right")
        assert (cell_of(matrix, tasks), stage.lit()) == (("2", "lead_leaders"), "刘红")
        await stage.press("up", "up", "left", "left", "left", "left")
        assert cell_of(matrix, tasks) == ("1", "item")
        await stage.press("end")
        assert cell_of(matrix, tasks) == ("1", "participant_leaders")
        await stage.press("home", "ctrl+end", "down")
        assert cell_of(matrix, tasks) == ("6", "item")
        await stage.press("ctrl+home")
        assert cell_of(matrix, tasks) == ("1", "item")


async def test_a_step_draws_the_lines_of_two_rows_once_each(tasks: TaskList) -> None:
    drawn: list[tuple[str, int]] = []

    class Watched(Matrix):
        def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
            drawn.append((tasks.row_name(self.key_of(row)), offset))
            return super().row_pieces(row, offset, width)

    watched = Watched(tasks)
    async with staged(watched) as stage:
        await shown(stage, watched, tasks)
        lines = Counter(name for name, _ in set(drawn))
        drawn.clear()
        await stage.press("down")
        assert Counter(name for name, _ in drawn) == {name: lines[name] for name in ("1", "2")}
        drawn.clear()
        await stage.press("right")
        assert Counter(name for name, _ in drawn) == {"2": lines["2"]}
        drawn.clear()
        await stage.press("down", "up", "up", "up")
        assert drawn
        drawn.clear()
        await stage.press("up")
        assert {name for name, _ in drawn} <= {"1"}, "at the edge nothing else is drawn"


async def test_a_joined_cell_is_one_and_is_left_in_one_step(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("down", "down")
        assert matrix.cell
        assert [tasks.row_name(row) for row in matrix.cell.rows] == ["3.1", "3.2", "3.3"]
        await stage.press("down")
        assert cell_of(matrix, tasks) == ("3.4", "lead_units")
        await stage.press("up")
        assert cell_of(matrix, tasks) == ("3.3", "lead_units")
        await stage.press("up")
        assert cell_of(matrix, tasks) == ("2", "lead_units")


async def test_pages_come_to_the_last_row_and_back_to_the_first(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix, (100, 12)) as stage:
        await shown(stage, matrix, tasks)
        assert "按照国家" not in stage.text
        await stage.press(*["pagedown"] * 12)
        assert cell_of(matrix, tasks)[0] == "6"
        assert stage.lines[-1].split()[-1].endswith("础。")
        assert "重点任务" in stage.lines[0]
        await stage.press(*["pageup"] * 12)
        assert cell_of(matrix, tasks)[0] == "1"
        assert "深化科技成果" in stage.text


async def test_enter_and_typing_ask_for_the_cell(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("c", "enter", "left", "x", "space", "enter")
        asked = [message for message in stage.said if isinstance(message, Matrix.Activated)]
        assert [(message.cell.field, message.typed) for message in asked] == [
            ("lead_units", "c"),
            ("lead_units", ""),
            ("text", "x"),
            ("text", ""),
        ]


async def test_a_click_comes_to_the_cell_that_is_seen_there_and_two_open_it(
    matrix: Matrix, tasks: TaskList
) -> None:
    matrix.styles.border = ("round", "red")
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        _, line = stage.where("平台处")
        await stage.click(*stage.where("平台处"))
        assert (cell_of(matrix, tasks), stage.lit()) == (("2", "lead_units"), "平台处")
        assert not stage.said
        await stage.click(4, line, times=2)
        assert cell_of(matrix, tasks) == ("2", "item")
        assert len(stage.said) == 1
        await stage.click(4, 1)
        await stage.click(4, 29)
        assert cell_of(matrix, tasks) == ("2", "item")


async def test_marked_rows_carry_a_sign_and_only_they(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        stage.set_focus(None)
        first, second = tasks.task_keys[:2]
        matrix.mark(frozenset([second]))
        await stage.pilot.pause()
        assert [line[:1] for line in stage.lines].count("›") == 1
        assert stage.lines[stage.line_of("平台处")].startswith("›")
        matrix.mark(frozenset([first]))
        await stage.pilot.pause()
        assert stage.lines[stage.line_of("成果处")].startswith("›")
        assert [line[:1] for line in stage.lines].count("›") == 1


async def test_a_row_is_shown_and_scrolled_to_on_demand(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix, (100, 12)) as stage:
        await shown(stage, matrix, tasks)
        last = tasks.task_keys[-1]
        matrix.scroll_to_row(last)
        await stage.pilot.pause()
        assert "按照国家" in stage.text
        assert cell_of(matrix, tasks)[0] == "1"
        matrix.show_row(last, "text")
        await stage.pilot.pause()
        assert cell_of(matrix, tasks) == ("6", "text")
        matrix.show_row("gone")
        matrix.follow(tasks.task_keys[0])
        assert cell_of(matrix, tasks) == ("1", "text")


async def test_the_cursor_stays_on_its_row_when_others_go(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("down")
        matrix.show(tasks, tasks.task_keys[1:3])
        await stage.pilot.pause()
        assert cell_of(matrix, tasks) == ("2", "lead_units")
        assert "深化科技成果" not in stage.text
        matrix.show(tasks, ())
        await stage.press("down", "pagedown", "home", "enter")
        assert matrix.cell is None
        assert stage.lines[0].split()[0] == "事项"


async def test_a_changed_row_is_drawn_anew_and_what_is_below_moves(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        key = tasks.task_keys[0]
        below = stage.line_of("平台处")
        task = tasks.get(Task, key)
        tasks.apply([Edit("tasks", key, "text", task.text, "一句话。")])
        matrix.redraw([key, key])
        await stage.pilot.pause()
        assert "一句话。" in stage.text
        assert stage.line_of("平台处") < below


async def test_columns_fit_themselves_to_a_new_size(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        wide = stage.line_of("平台处")
        await stage.pilot.resize_terminal(78, 30)
        await stage.pilot.pause()
        assert stage.line_of("平台处") > wide
        assert cell_of(matrix, tasks) == ("1", "lead_units")


async def test_the_input_method_opens_its_window_at_the_cell(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        assert matrix.cursor_screen_offset == (0, 0)
        await shown(stage, matrix, tasks)
        x, y = matrix.cursor_screen_offset
        assert y == stage.line_of("成果处")
        assert (x, y) != (0, 0)
        await stage.press("right")
        assert matrix.cursor_screen_offset.x > x
