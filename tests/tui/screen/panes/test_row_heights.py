"""Rows of one line and of two: how many stand on a screen, and what is read of what they cut."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tests.keys import CTRL, ENTER, UP
from tests.tui.screen.panes.test_matrix import shown
from tests.tui.screen.pilot import opened
from tests.tui.screen.stage import staged
from tui.screen.panes.matrix import Matrix


async def test_thirty_rows_of_one_line_stand_on_a_usual_screen(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    TaskFile.create(path, change_of(60)).close()
    async with opened(path) as desk:
        await desk.type(CTRL("w") + UP * 3 + "  " + ENTER)
        rows = [f"{item}.{row}" for item in range(1, 21) for row in range(1, 4)]
        seen = desk.text.split()
        assert len([name for name in rows if name in seen or f"▌{name}" in seen]) >= 30


@pytest.fixture
def matrix(tasks: TaskList) -> Matrix:
    return Matrix(tasks, id="matrix")


async def test_a_joined_cell_uses_the_lines_of_its_rows_and_is_said_whole(
    matrix: Matrix, tasks: TaskList
) -> None:
    matrix.take_height("one")
    async with staged(matrix, (87, 30)) as stage:
        await shown(stage, matrix, tasks)
        first = stage.line_of("1.深入")
        (left, _), (right, _) = stage.where("责任"), (stage.where("责任")[0] + 9, 0)
        assert stage.between(left, right)[first : first + 4] == ["合作处", "成果处", "企业…等4", "合作处"]
        assert stage.between(left, right)[stage.line_of("规划处")] == "成果处等5"
        assert matrix.whole_text == ""
        matrix.show_row(tasks.rows_named("3.1")[0], "participant_units")
        assert matrix.whole_text == "合作处、成果处、企业中心、项目中心"
        matrix.show_row(tasks.rows_named("4")[0], "text")
        assert matrix.whole_text == tasks.task(tasks.rows_named("4")[0]).text
        matrix.take_height("two")
        await stage.pilot.pause()
        first = stage.line_of("1.深入")
        assert stage.between(left, right)[first : first + 4] == ["合作处", "成果处", "企业中心", "项目中心"]
        assert stage.between(left, right)[stage.line_of("规划处") + 1] == "高新处等5"
