"""What belongs together: a row, its work point, its units and people."""

from store.records.tasklist import TaskList
from tests.sample import sample_list
from tui.screen.panes.linking import linked_to_roster, linked_to_row, linked_to_work_point


def names(tasks: TaskList, rows: tuple[str, ...]) -> list[str]:
    return [tasks.row_name(row) for row in rows]


def test_a_row_names_its_point_its_units_and_its_people() -> None:
    tasks = sample_list()
    (row,) = tasks.rows_named("2")
    points, named = linked_to_row(tasks, row)
    assert len(points) == 1
    task = tasks.task(row)
    mentions = (*task.lead_units, *task.lead_leaders, *task.participant_units, *task.participant_leaders)
    assert [mention.wording for mention in mentions] == ["平台处", "刘红"]
    assert named == {mention.key for mention in mentions}


def test_a_section_stands_for_all_rows_below_it() -> None:
    tasks = sample_list()
    section = next(point for point in tasks.work_points() if tasks.work_points(point.key))
    rows, named = linked_to_work_point(tasks, section.key)
    assert names(tasks, rows) == ["1", "2", "3.1", "3.2", "3.3", "3.4", "4", "5", "6"]
    below = tasks.work_points(section.key)[1]
    rows, named_below = linked_to_work_point(tasks, below.key)
    assert names(tasks, rows) == ["2"]
    assert named_below < named
    assert linked_to_work_point(tasks, "gone") == ((), frozenset())


def test_a_unit_stands_for_its_rows_and_their_points() -> None:
    tasks = sample_list()
    (row,) = tasks.rows_named("2")
    unit = tasks.task(row).lead_units[0].key
    assert unit
    rows, points = linked_to_roster(tasks, unit)
    assert "2" in names(tasks, rows)
    assert linked_to_row(tasks, row)[0] <= points
    assert linked_to_roster(tasks, "") == ((), frozenset())
