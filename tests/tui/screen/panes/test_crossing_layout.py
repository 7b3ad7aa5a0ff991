"""Where the columns of the matrix proper stand, in cells: heads that tell all apart, sums that fit, labels
cut to the cells there are.
"""

import pytest
from rich.cells import cell_len

from store.acts.crossings import crossings
from store.records.changes import created, updated
from store.records.keys import order_between
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Doubt, Mention
from tui.screen.panes.crossing_layout import (
    FOOT,
    centred,
    lay_out,
    name_of_row,
    others,
    shown_sign,
    text_of_row,
    wished_width,
)


def of_units(*names: str, rows: int = 1) -> TaskList:
    """A list of units of these names, the first of them in the lead of all rows."""
    records: list[Record] = []
    order = ""
    for number, name in enumerate(names):
        order = order_between(order, "")
        records.append(Unit(f"u{number}", order=order, full_name=name))
    records.append(Item("i", title="一"))
    for number in range(rows):
        order = order_between(order, "")
        records.append(Task(f"t{number}", item="i", order=order, lead_units=(Mention("u0", names[0]),)))
    tasks = TaskList()
    tasks.apply(created(record) for record in records)
    return tasks


def test_in_80_columns_ten_units_stand_side_by_side_under_their_whole_names(tasks: TaskList) -> None:
    grid = crossings(tasks)
    layout = lay_out(tasks, grid, 75, 20)
    seen = layout.columns_from(0)
    assert len(seen) >= 10
    assert layout.left + layout.cells_between(0, seen.stop) <= 75
    assert ["".join(head).replace(" ", "") for head in layout.heads] == [
        column.name for column in grid.columns
    ]
    assert layout.head_lines(seen) == 4
    for number, head in enumerate(layout.heads):
        assert {cell_len(line) for line in head} == {layout.width(number)}
        assert layout.head_line(number, 3, 4) == head[-1], "heads stand at the foot"


def test_in_120_columns_all_units_of_the_sample_stand_beside_a_text_that_can_be_read(tasks: TaskList) -> None:
    grid = crossings(tasks)
    layout = lay_out(tasks, grid, 115, 35)
    assert layout.columns_from(0) == range(17)
    assert layout.text_width >= 20
    assert wished_width(tasks, grid, 35) <= 115


@pytest.mark.parametrize("width", [20, 60, 75, 113])
def test_every_column_can_be_gone_to_and_none_is_left_out_at_the_right(tasks: TaskList, width: int) -> None:
    layout = lay_out(tasks, crossings(tasks), width, 30)
    first = 0
    for column in (*range(17), *reversed(range(17))):
        first = layout.first_to_see(column, first)
        seen = layout.columns_from(first)
        assert column in seen
        assert seen.stop == 17 or layout.cells_between(first, seen.stop + 1) > layout.room
    assert first == 0


@pytest.mark.parametrize("width", [20, 40, 76, 120, 200])
def test_a_rows_label_takes_just_the_cells_before_the_columns(tasks: TaskList, width: int) -> None:
    grid = crossings(tasks)
    layout = lay_out(tasks, grid, width, 30)
    for row in grid.rows:
        assert cell_len(name_of_row(tasks, row, layout)) == len("3.1")
        assert cell_len(text_of_row(tasks, row, layout)) + len("3.1") + 2 == layout.left
    assert text_of_row(tasks, grid.rows[2], layout).startswith("1.深入推进")


def test_a_sum_of_five_digits_is_not_cut() -> None:
    tasks = of_units("一处", "二处", rows=10_000)
    grid = crossings(tasks)
    assert grid.sums[grid.columns[0].id]["lead"] == 10_000
    assert lay_out(tasks, grid, 76, 20).width(0) >= len("10000")


def test_names_that_are_too_long_are_cut_and_still_differ() -> None:
    names = [f"国家{'某某' * 30}第{number}{'研究' * 20}中心" for number in range(30)]
    tasks = of_units(*names)
    layout = lay_out(tasks, crossings(tasks), 75, 20)
    assert len(layout.columns_from(0)) >= 6
    assert layout.head_lines(range(30)) <= 6
    assert len(set(layout.heads)) == len(names)


def test_names_leave_room_for_rows_on_a_low_screen(tasks: TaskList) -> None:
    layout = lay_out(tasks, crossings(tasks), 75, 11)
    assert 11 - layout.head_lines(range(17)) - 1 - FOOT >= 3
    assert len(set(layout.heads)) == 17


def test_nothing_to_show_is_laid_out_too() -> None:
    tasks = TaskList()
    layout = lay_out(tasks, crossings(tasks), 1, 0)
    assert (layout.heads, layout.columns_from(0), layout.first_to_see(0, 0)) == ((), range(0), 0)


def test_a_side_in_question_says_so_in_its_crossings(tasks: TaskList) -> None:
    grid = crossings(tasks)
    (row,) = tasks.rows_named("6")
    assert [shown_sign(tasks, grid, row, column) for column in grid.columns if grid.sign(row, column)] == [
        "牵?"
    ]
    both = of_units("一处")
    mention = Mention("u0", "一处")
    both.apply(
        [
            created(
                Task(
                    "t",
                    item="i",
                    lead_units=(mention,),
                    participant_units=(mention,),
                    doubts=(Doubt("lead", "谁牵头?"),),
                )
            )
        ]
    )
    grid = crossings(both)
    assert shown_sign(both, grid, "t", grid.columns[0]) == "牵责?"


def test_signs_stand_in_the_middle_of_a_column() -> None:
    assert [centred(sign, 4) for sign in ("牵", "牵责", ".", "")] == [" 牵 ", "牵责", " .  ", "    "]


def test_a_sign_in_doubt_stands_under_those_without() -> None:
    assert [centred(sign, 4) for sign in ("责", "责?", "牵责?")] == [" 责 ", " 责?", "牵责?"]
    assert [centred(sign, 4) for sign in ("责⇄", "牵责⇄", ".⇄")] == [" 责⇄", "牵责⇄", " .⇄ "]


def test_items_are_told_apart_as_soon_as_a_row_is_moved_to_another() -> None:
    tasks = of_units("甲处", rows=3)
    rows = ("t0", "t1", "t2")
    assert list(others(tasks, rows)) == [False, False, False]
    tasks.apply([created(Item("j", order="z", title="二")), *updated(tasks.task("t2"), item="j")])
    assert list(others(tasks, rows)) == [False, False, True]
    assert list(others(tasks, rows[1:])) == [False, True]
