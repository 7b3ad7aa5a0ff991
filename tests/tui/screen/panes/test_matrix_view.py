"""What is seen of the list: names of rows, columns that come, tall rows, cells that began above."""

import pytest
from textual.color import Color

from store.records.changes import Edit
from store.records.tasklist import TaskList
from tests.tui.screen.panes.test_matrix import cell_of, shown
from tests.tui.screen.stage import Stage, staged
from tui.screen.panes.deadline_marks import DeadlineMarks
from tui.screen.panes.matrix import Matrix
from tui.screen.panes.matrix_cells import ListCells


@pytest.fixture
def matrix(tasks: TaskList) -> Matrix:
    return Matrix(tasks, id="matrix")


async def test_rows_go_by_their_names_at_the_left(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix, (100, 60)) as stage:
        await shown(stage, matrix, tasks)
        named = {
            "深化科技成果": "1",
            "新增省级": "2",
            "1.深入": "3.1",
            "2.加快": "3.2",
            "4.提升": "3.4",
            "按照国家": "6",
        }
        for words, name in named.items():
            assert stage.lines[stage.line_of(words)].lstrip("▌").split()[0] == name
        assert [line[1:4].split() for line in stage.lines[1:]].count(["3.1"]) == 1


async def test_a_column_becomes_wider_for_the_name_that_comes_into_it(
    matrix: Matrix, tasks: TaskList
) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        key = tasks.task_keys[1]
        units = [{"key": None, "wording": "云岭高新园区"}]
        tasks.apply([Edit("tasks", key, "lead_units", [], units)])
        matrix.redraw([key])
        await stage.pilot.pause()
        assert "云岭高新园区" in stage.text
        assert cell_of(matrix, tasks) == ("1", "lead_units")


async def test_a_column_that_comes_leaves_the_cursor_where_it_is(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("end")
        key = tasks.task_keys[0]
        tasks.apply(
            [Edit("tasks", key, "remark", "", "按月报送"), Edit("tasks", key, "deadline", None, "年底")]
        )
        matrix.redraw([key])
        await stage.pilot.pause()
        assert stage.lines[0].split()[-2:] == ["时限", "备注"]
        assert "按月报送" in stage.text and "年底" in stage.text
        assert cell_of(matrix, tasks) == ("1", "participant_leaders")
        await stage.press("right", "enter")
        assert [message.cell.field for message in stage.said if isinstance(message, Matrix.Activated)] == [
            "deadline"
        ]


LOW = (78, 14)


def text_seen(stage: Stage) -> str:
    """What is seen of the rows' texts, in one."""
    (left, _), (right, _) = stage.where("重点任务"), stage.where("牵头")
    _, *texts = stage.between(left, right)
    return "".join(texts)


@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_a_row_taller_than_the_pane_is_read_to_its_end(
    matrix: Matrix, tasks: TaskList, key: str
) -> None:
    async with staged(matrix, LOW) as stage:
        await shown(stage, matrix, tasks)
        matrix.show_row(tasks.rows_named("5")[0])
        read = []
        while not text_seen(stage).endswith("奠定基础。"):
            await stage.press(key)
            read.append(text_seen(stage))
            assert len(read) < 50, "the end of the last row is never seen"
        text = "".join(read)
        for words in ("按照国家", "优化营商环境", "三项制度", "奠定基础"):
            assert words in text
        assert cell_of(matrix, tasks)[0] == "6"
        assert stage.lines[1].strip("▌").split()[0] == "6", "its name and its units stand at the top again"
        assert "相关" in stage.lines[1]


async def test_the_end_of_the_list_is_the_end_of_its_last_row(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix, LOW) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("ctrl+end")
        assert text_seen(stage).endswith("奠定基础。")
        await stage.press("up")
        assert cell_of(matrix, tasks)[0] == "6" and not text_seen(stage).endswith("奠定基础。")
        seen = text_seen(stage)
        while cell_of(matrix, tasks)[0] == "6":
            await stage.press("up")
            seen = text_seen(stage) + seen
        assert cell_of(matrix, tasks)[0] == "5" and "按照国家" in seen


async def test_a_joined_cell_that_began_above_says_its_text_at_the_top(
    matrix: Matrix, tasks: TaskList
) -> None:
    async with staged(matrix, LOW) as stage:
        await shown(stage, matrix, tasks)
        matrix.scroll_to(y=matrix._layout_of_rows.span(3, "text")[0], animate=False, force=True)
        await stage.pilot.pause()
        first = stage.lines[1].split()
        assert first[0] == "3.2" and "2.加快电子证照" in first[2]
        assert first[1].startswith("三、推进高效") and first[3:5] == ["法制处", "徐涛"]


async def test_columns_that_do_not_fit_are_gone_to(matrix: Matrix, tasks: TaskList) -> None:
    key = tasks.task_keys[0]
    tasks.apply(
        [
            Edit("tasks", key, "remark", "", "按月向领导小组办公室报送"),
            Edit("tasks", key, "deadline", None, "2026年12月底前"),
            Edit("tasks", key, "measures", "", "每周调度一次并通报"),
        ]
    )
    async with staged(matrix, (60, 20)) as stage:
        await shown(stage, matrix, tasks)
        assert "备注" not in stage.lines[0] and stage.lines[0].rstrip().endswith(">")
        await stage.press("end")
        assert "备注" in stage.lines[0] and stage.lines[0].startswith("<")
        assert "按月" in stage.lit()
        await stage.press("home")
        assert "事项" in stage.lines[0]


async def test_a_row_that_grows_above_the_view_moves_nothing_in_it(matrix: Matrix, tasks: TaskList) -> None:
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        await stage.press("ctrl+end")
        seen = stage.lines
        key = tasks.task_keys[0]
        text = tasks.task(key).text
        tasks.apply([Edit("tasks", key, "text", text, text * 3)])
        matrix.redraw([key])
        await stage.pilot.pause()
        assert [line.rstrip("▁▂▃▄▅▆▇█ ") for line in stage.lines] == [
            line.rstrip("▁▂▃▄▅▆▇█ ") for line in seen
        ]


async def test_a_deadline_that_wants_attention_stands_out(tasks: TaskList) -> None:
    cells = ListCells(tasks)
    matrix = Matrix(tasks, cells, id="matrix")
    first, second, *_ = tasks.task_keys
    edits = [
        Edit("tasks", first, "deadline", None, "6月底前"),
        Edit("tasks", second, "deadline", None, "常年坚持"),
    ]
    tasks.apply(edits)
    async with staged(matrix) as stage:
        await shown(stage, matrix, tasks)
        assert stage.styles_of("6月底前") == stage.styles_of("常年坚持"), "before the deadlines are read"
        marks = {first: DeadlineMarks(("●逾期3天",), "open"), second: DeadlineMarks(("✓已销号",), "dim")}
        cells.take_marks(lambda _: lambda row: marks.get(row, DeadlineMarks()))
        matrix.lay_out_anew()
        await stage.pilot.pause()
        assert stage.styles_of("●逾期3天")[0] == Color.parse(stage.theme_variables["due"]).rich_color
        assert stage.styles_of("●逾期3天")[1], "bold: a state is never said by its colour alone"
        assert stage.styles_of("✓已销号") == stage.styles_of("常年坚持"), "what has ended is dim"
        assert stage.styles_of("常年坚持")[0] == Color.parse(stage.theme_variables["dim"]).rich_color
