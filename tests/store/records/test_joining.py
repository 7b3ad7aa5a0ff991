"""Joined cells: which neighbours draw as one, and which never do."""

from store.records.changes import Edit
from store.records.documents import Documents
from store.records.joining import joined_runs, runs
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Mention

LEGAL = Mention("legal", "法制处")
PLATFORM = Mention("platform", "平台处")


def two_items(*leads: tuple[Mention, ...]) -> tuple[TaskList, list[str]]:
    """One item with a row for each lead, and a second item whose only row has the first item's lead."""
    items = {
        key: Item(key=key, order=order, title=f"事项{key}").to_doc()
        for key, order in (("a", "1"), ("b", "2"))
    }
    rows = [Task(key=f"r{n}", item="a", order=str(n), lead_units=lead) for n, lead in enumerate(leads)]
    rows.append(Task(key="z", item="b", order="0", lead_units=leads[0]))
    tasks = TaskList(Documents({"items": items, "tasks": {row.key: row.to_doc() for row in rows}}))
    return tasks, list(tasks.task_keys)


def test_equal_neighbours_of_an_item_are_one_cell() -> None:
    tasks, rows = two_items((LEGAL,), (LEGAL,), (LEGAL,), (LEGAL, PLATFORM))
    assert runs(tasks, rows[:4], "lead_units") == [(0, 3), (3, 1)]


def test_a_row_of_its_own_splits_the_cell_in_two() -> None:
    tasks, rows = two_items((LEGAL,), (PLATFORM,), (LEGAL,))
    assert runs(tasks, rows[:3], "lead_units") == [(0, 1), (1, 1), (2, 1)]


def test_empty_cells_stay_apart_and_the_item_joins_all_its_rows() -> None:
    tasks, rows = two_items((), (), ())
    assert runs(tasks, rows[:3], "lead_units") == [(0, 1), (1, 1), (2, 1)]
    assert runs(tasks, rows[:3], "item") == [(0, 3)]
    assert runs(tasks, rows[:3], "text") == [(0, 1), (1, 1), (2, 1)]


def test_one_wording_for_two_bodies_is_two_cells() -> None:
    tasks, rows = two_items((LEGAL,), (Mention("other", "法制处"),))
    assert runs(tasks, rows[:2], "lead_units") == [(0, 1), (1, 1)]


def test_cells_of_two_items_never_join() -> None:
    tasks, rows = two_items((LEGAL,), (LEGAL,))
    assert joined_runs(tasks, rows)["lead_units"] == [(0, 2), (0, 2), (2, 1)]
    assert joined_runs(tasks, rows)["item"] == [(0, 2), (0, 2), (2, 1)]


def test_neighbours_are_those_that_are_shown() -> None:
    tasks, _ = two_items((LEGAL,), (PLATFORM,), (LEGAL,))
    assert joined_runs(tasks, ["r0", "r2"])["lead_units"] == [(0, 2), (0, 2)]


def test_an_edit_splits_and_its_undo_joins_again() -> None:
    tasks, rows = two_items((LEGAL,), (LEGAL,), (LEGAL,))
    edit = Edit(
        "tasks",
        "r1",
        "lead_units",
        [{"key": "legal", "wording": "法制处"}],
        [{"key": "platform", "wording": "平台处"}],
    )
    tasks.apply([edit])
    assert runs(tasks, rows[:3], "lead_units") == [(0, 1), (1, 1), (2, 1)]
    tasks.apply([edit.inverted()])
    assert runs(tasks, rows[:3], "lead_units") == [(0, 3)]
