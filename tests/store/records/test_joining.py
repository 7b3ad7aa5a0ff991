"""Joined cells: which neighbours draw and change as one, and which never do."""

from collections.abc import Sequence

from store.records.changes import updated
from store.records.conflicts import Conflict, SideOfConflict
from store.records.documents import Documents
from store.records.joining import joined_rows, joined_runs
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.undecided import Undecided
from store.records.values import Mention

LEGAL = Mention("legal", "法制处")
PLATFORM = Mention("platform", "平台处")
JOINED = {"lead_units": "join1"}


def a_list(*rows: Task) -> TaskList:
    """The rows r0, r1, … of item a, and a row z of item b that says what the first says, with its joins."""
    items = [Item(key="a", order="1", title="事项甲"), Item(key="b", order="2", title="事项乙")]
    first = rows[0]
    other = Task("z", "b", "0", lead_units=first.lead_units, joins=first.joins)
    tables: dict[str, Sequence[Record]] = {"items": items, "tasks": [*rows, other]}
    docs = {name: {one.key: one.to_doc() for one in records} for name, records in tables.items()}
    return TaskList(Documents(docs))


def row(number: int, *lead: Mention, joined: bool = True, deadline: str | None = None) -> Task:
    joins = {**JOINED, "deadline": "join2"} if joined else {}
    return Task(f"r{number}", "a", str(number), lead_units=lead, deadline=deadline, joins=joins)


def lead_runs(tasks: TaskList, rows: Sequence[str] = ()) -> list[tuple[int, int]]:
    return joined_runs(tasks, rows or tasks.task_keys_of("a"))["lead_units"]


def test_joined_neighbours_that_say_the_same_are_one_cell_and_equal_ones_are_not() -> None:
    joined = a_list(row(0, LEGAL), row(1, LEGAL), row(2, LEGAL, joined=False))
    assert lead_runs(joined) == [(0, 2), (0, 2), (2, 1)]
    assert joined_rows(joined, "r1", "lead_units") == ("r0", "r1")
    assert joined_rows(joined, "r2", "lead_units") == ("r2",)


def test_a_row_that_says_something_else_parts_and_is_joined_again_when_it_is_set_back() -> None:
    tasks = a_list(row(0, LEGAL), row(1, LEGAL), row(2, LEGAL))
    edits = updated(tasks.task("r1"), lead_units=(PLATFORM,))
    tasks.apply(edits)
    assert lead_runs(tasks) == [(0, 1), (1, 1), (2, 1)]
    tasks.apply(edit.inverted() for edit in edits)
    assert lead_runs(tasks) == [(0, 3)] * 3


def test_a_row_moved_or_put_between_parts_what_it_stands_between() -> None:
    tasks = a_list(row(0, LEGAL), row(1, LEGAL), row(2, LEGAL), row(5, PLATFORM, joined=False))
    tasks.apply(updated(tasks.task("r5"), order="01"))
    assert joined_rows(tasks, "r0", "lead_units") == ("r0",)
    assert joined_rows(tasks, "r1", "lead_units") == ("r1", "r2")


def test_one_wording_for_two_bodies_is_two_cells_and_an_emptied_joined_cell_stays_one() -> None:
    assert lead_runs(a_list(row(0, LEGAL), row(1, Mention("other", "法制处")))) == [(0, 1), (1, 1)]
    assert lead_runs(a_list(row(0), row(1))) == [(0, 2), (0, 2)]


def test_any_column_can_be_joined_and_the_item_joins_all_its_rows() -> None:
    tasks = a_list(row(0, LEGAL, deadline="6月底前"), row(1, PLATFORM, deadline="6月底前"))
    runs = joined_runs(tasks, tasks.task_keys)
    assert runs["deadline"] == [(0, 2), (0, 2), (2, 1)]
    assert runs["item"] == [(0, 2), (0, 2), (2, 1)]
    assert joined_rows(tasks, "r1", "item") == ("r0", "r1")


def test_cells_of_two_items_never_join() -> None:
    tasks = a_list(row(0, LEGAL))
    assert joined_runs(tasks, tasks.task_keys)["lead_units"] == [(0, 1), (1, 1)]


def test_in_a_view_those_join_that_stand_in_one_cell_of_the_list() -> None:
    parted = a_list(row(0, LEGAL), row(1, PLATFORM), row(2, LEGAL))
    assert lead_runs(parted, ["r0", "r2"]) == [(0, 1), (1, 1)]
    hidden = a_list(row(0, LEGAL), row(1, LEGAL), row(2, LEGAL))
    assert lead_runs(hidden, ["r0", "r2"]) == [(0, 2), (0, 2)]
    assert joined_rows(hidden, "r0", "lead_units") == ("r0", "r1", "r2")
    apart = joined_runs(hidden, ["r0", "z", "r2"])
    assert apart["lead_units"] == [(0, 1), (1, 1), (2, 1)]
    assert apart["item"] == [(0, 1), (1, 1), (2, 1)]


def undecided(tasks: TaskList, row: str, *fields: str) -> None:
    """Let two desks have given fields of a row different values."""
    sides = SideOfConflict(("one",), {}), SideOfConflict(("other",), {})
    tasks.documents.undecided = Undecided([Conflict("tasks", row, fields, sides)])


def test_a_cell_in_conflict_is_joined_with_none_until_it_is_decided() -> None:
    tasks = a_list(row(0, LEGAL), row(1, LEGAL), row(2, LEGAL))
    undecided(tasks, "r2", "lead_units", "lead_leaders")
    assert lead_runs(tasks) == [(0, 2), (0, 2), (2, 1)]
    assert joined_rows(tasks, "r1", "lead_units") == ("r0", "r1")
    assert joined_rows(tasks, "r2", "lead_units") == ("r2",)
    assert joined_rows(tasks, "r2", "deadline") == ("r0", "r1", "r2"), "of the deadline nothing is open"
    tasks.documents.undecided = Undecided()
    assert lead_runs(tasks) == [(0, 3)] * 3


def test_a_row_whose_join_or_whose_being_there_is_open_stands_by_itself() -> None:
    tasks = a_list(row(0, LEGAL), row(1, LEGAL), row(2, LEGAL))
    for fields in (("joins.lead_units",), ("",)):
        undecided(tasks, "r1", *fields)
        assert lead_runs(tasks) == [(0, 1), (1, 1), (2, 1)]
    undecided(tasks, "r1", "remark")
    assert lead_runs(tasks) == [(0, 3)] * 3
