"""The tree of the notice: moving, folding, marks, what is asked for."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from store.records.changes import Edit
from store.records.tasklist import TaskList
from tests.tui.screen.stage import Stage, staged
from tui.screen.panes.point_nodes import TreePlace
from tui.screen.panes.work_points import WorkPointsPane


@pytest.fixture
def tree(tasks: TaskList) -> WorkPointsPane:
    return WorkPointsPane(tasks, id="work_points")


async def shown(stage: Stage, tree: WorkPointsPane, tasks: TaskList) -> None:
    tree.show(tasks)
    await stage.pilot.pause()


def key_of(tasks: TaskList, heading: str) -> str:
    for section in tasks.work_points():
        for point in tasks.work_points(section.key):
            if heading in point.heading:
                return point.key
    raise AssertionError(heading)


async def test_the_notice_comes_first_then_the_sections_as_printed(
    tree: WorkPointsPane, tasks: TaskList
) -> None:
    async with staged(tree) as stage:
        assert tree.place is None
        await shown(stage, tree, tasks)
        assert stage.lines[0].startswith("▌▾ 市科技局关于印发")
        assert stage.lines[1] == "    文号 （无）"
        assert stage.lines[6].startswith("    附件 2 个 1.市科技局")
        assert stage.lines[7] == "   总体要求"
        assert stage.lines[8] == " ▾ 二、重点任务"
        assert stage.lines[9].split() == ["(一)实施科技成果转化工程", "1"]
        assert stage.lines[11].split() == ["(三)推进高效办成一件事", "3.1–"]
        assert stage.lines[14].split() == ["(六)其他共性任务", "6"]
        assert {cell_len(line) for line in stage.lines[9:15]} == {cell_len(stage.lines[9])}
        assert tree.place == TreePlace("notices", tasks.notice.key, "title")


async def test_keys_move_the_cursor_as_far_as_there_are_lines(tree: WorkPointsPane, tasks: TaskList) -> None:
    async with staged(tree, (60, 8)) as stage:
        await shown(stage, tree, tasks)
        await stage.press("up", "down", "down")
        assert stage.lit() == "发文机关 武汉市科学技术局"
        await stage.press("pagedown")
        assert stage.lit() == "(一)实施科技成果转化工程1"
        await stage.press("end", "down")
        last = stage.lit()
        assert last == stage.lines[-1].strip("▌ ")
        await stage.press("pageup", "home")
        assert tree.place == TreePlace("notices", tasks.notice.key, "title")
        assert stage.lines[0].startswith("▌▾")


async def test_left_folds_or_goes_up_and_right_unfolds(tree: WorkPointsPane, tasks: TaskList) -> None:
    async with staged(tree) as stage:
        await shown(stage, tree, tasks)
        await stage.press(*["down"] * 10)
        assert stage.lit() == "(二)建设高质量孵化载体2"
        await stage.press("left")
        assert stage.lit() == "▾二、重点任务"
        await stage.press("left")
        assert "建设高质量" not in stage.text
        assert "▌▸ 二、重点任务" in stage.lines
        await stage.press("right", "right")
        assert "建设高质量" in stage.text
        await stage.press("space")
        assert "建设高质量" not in stage.text
        await stage.press("space")
        assert "建设高质量" in stage.text
        await stage.press("up", "space", "right", "left")
        assert stage.lit() == "总体要求"


async def test_a_click_moves_and_one_on_the_sign_folds(tree: WorkPointsPane, tasks: TaskList) -> None:
    async with staged(tree) as stage:
        await shown(stage, tree, tasks)
        await stage.click(6, 10)
        assert stage.lit() == "(二)建设高质量孵化载体2"
        await stage.click(1, 8)
        assert "建设高质量" not in stage.text
        assert stage.lit() == "▸二、重点任务"
        await stage.click(1, 8)
        assert "建设高质量" in stage.text
        await stage.click(3, 29)
        assert stage.lit() == "▾二、重点任务"


async def test_marks_stand_at_their_points_and_the_first_comes_into_view(
    tree: WorkPointsPane, tasks: TaskList
) -> None:
    async with staged(tree, (60, 8)) as stage:
        await shown(stage, tree, tasks)
        stage.set_focus(None)
        await stage.pilot.pause()
        tree.mark(frozenset([key_of(tasks, "高效办成"), key_of(tasks, "诚信体系")]))
        await stage.pilot.pause()
        assert "›   (三)推进高效办成一件事" in stage.text
        tree.mark(frozenset([key_of(tasks, "诚信体系")]))
        await stage.pilot.pause()
        assert "›   (五)加快科技诚信体系建设" in stage.text
        assert "    (三)推进高效办成一件事" in stage.text
        tree.focus()
        await stage.pilot.pause()
        top = tree.scroll_offset
        tree.mark(frozenset([tasks.work_points()[0].key]))
        await stage.pilot.pause()
        assert tree.scroll_offset == top


async def test_a_mark_draws_only_the_lines_that_change(tasks: TaskList) -> None:
    drawn: list[int] = []

    class Watched(WorkPointsPane):
        def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
            drawn.append(row)
            return super().row_pieces(row, offset, width)

    watched = Watched(tasks)
    async with staged(watched) as stage:
        await shown(stage, watched, tasks)
        drawn.clear()
        watched.mark(frozenset([key_of(tasks, "高效办成")]))
        await stage.pilot.pause()
        assert set(drawn) == {11}


async def test_a_node_is_shown_and_unfolded_for_it(tree: WorkPointsPane, tasks: TaskList) -> None:
    async with staged(tree) as stage:
        await shown(stage, tree, tasks)
        await stage.press(*["down"] * 8, "left")
        assert "高效办成" not in stage.text
        tree.show_place("work_points", key_of(tasks, "高效办成"), "")
        await stage.pilot.pause()
        assert stage.lit() == "(三)推进高效办成一件事3.1–"
        tree.show_place("notices", tasks.notice.key, "basis")
        await stage.pilot.pause()
        assert stage.lit().startswith("依据 ")
        tree.show_place("notices", "gone", "basis")
        assert stage.lit().startswith("依据 ")


async def test_the_cursor_stays_on_its_node_when_the_notice_changes(
    tree: WorkPointsPane, tasks: TaskList
) -> None:
    async with staged(tree) as stage:
        await shown(stage, tree, tasks)
        await stage.press(*["down"] * 12)
        assert stage.lit() == "(四)赋予科研机构和人员更大自主权4"
        notice = tasks.notice
        one_more = (*notice.annexes, "附则\n第二行[bold]\x1b[31m")
        tasks.apply([Edit("notices", notice.key, "annexes", list(notice.annexes), list(one_more))])
        moves = stage.moves
        await shown(stage, tree, tasks)
        assert stage.lit() == "(四)赋予科研机构和人员更大自主权4"
        assert stage.moves == moves
        assert "附件 3 个" in stage.text


async def test_enter_asks_for_the_node(tree: WorkPointsPane, tasks: TaskList) -> None:
    async with staged(tree) as stage:
        await stage.press("enter", "left", "space", "end")
        assert not stage.said
        await shown(stage, tree, tasks)
        await stage.press("down", "enter")
        (asked,) = stage.said
        assert isinstance(asked, WorkPointsPane.Activated)
        assert asked.place == TreePlace("notices", tasks.notice.key, "document_number")


async def test_a_label_is_read_whole_where_the_cursor_is(tree: WorkPointsPane, tasks: TaskList) -> None:
    async with staged(tree, (30, 24)) as stage:
        await shown(stage, tree, tasks)
        below = stage.line_of("文号")
        title = "".join(tasks.notice.title.split())
        assert "".join("".join(stage.lines[:below]).replace("▌", "").split()) == f"▾{title}"
        await stage.press("down", "down")
        assert stage.line_of("文号") == 1 < below, "each other label has one line"
        assert stage.lines[0].endswith("…")
        await stage.press("up", "up")
        assert stage.line_of("文号") == below
