"""Cells that nobody has decided: which they are, and that none of them is joined."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from store.records.conflicts import Conflict, SideOfConflict
from store.records.documents import Documents
from store.records.joining import joined_rows, joined_runs
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.undecided import Undecided
from store.records.undecided_cells import cell_of_conflict, conflicts_at
from store.records.values import Mention

LEGAL = (Mention("legal", "法制处"),)
COLUMNS = ("item", "text", "lead_units", "lead_leaders", "participant_units", "deadline", "extras.资金来源")


def a_list(*conflicts: Conflict) -> TaskList:
    """Three rows of one item, joined in the lead, with some conflicts."""
    rows = [Task(f"r{n}", "a", str(n), lead_units=LEGAL, joins={"lead_units": "j"}) for n in range(3)]
    tables: dict[str, Sequence[Record]] = {"items": [Item(key="a", order="1", title="甲")], "tasks": rows}
    docs = {name: {one.key: one.to_doc() for one in records} for name, records in tables.items()}
    documents = Documents(docs)
    documents.undecided = Undecided(conflicts)
    return TaskList(documents)


def conflict(*sides: Mapping[str, Any], table: str = "tasks", key: str = "r1") -> Conflict:
    made = [SideOfConflict((f"c{number}",), values) for number, values in enumerate(sides)]
    return Conflict(table, key, tuple(sides[0]), tuple(made))


SIDE = {"lead_units": ["法制处"], "lead_leaders": ["徐涛"], "doubts.lead": []}


@pytest.mark.parametrize(
    ("other", "cells"),
    [
        (SIDE | {"lead_units": ["平台处"], "lead_leaders": ["刘红"]}, {"lead_units", "lead_leaders"}),
        (SIDE | {"lead_leaders": ["刘红"]}, {"lead_leaders"}),
        (SIDE | {"doubts.lead": [{"side": "lead"}]}, {"lead_units"}),
    ],
)
def test_of_a_side_those_cells_have_it_that_differ(other: Mapping[str, Any], cells: set[str]) -> None:
    tasks = a_list(conflict(SIDE, other))
    assert {field for field in COLUMNS if conflicts_at(tasks, "r1", field)} == cells
    assert not any(conflicts_at(tasks, "r0", field) for field in COLUMNS)


@pytest.mark.parametrize(
    ("sides", "column"),
    [
        (({"text": "一"}, {"text": "二"}), "text"),
        (({"": None}, {"": "edited"}), "text"),
        (({"deadline": "6月", "due_on": "2026-06-30"}, {"deadline": "6月", "due_on": None}), "deadline"),
        (({"extras.资金来源": []}, {"extras.资金来源": [{"label": "资金来源"}]}), "extras.资金来源"),
    ],
)
def test_what_is_no_column_stands_in_one(sides: Sequence[Mapping[str, Any]], column: str) -> None:
    tasks = a_list(conflict(*sides))
    assert [field for field in COLUMNS if conflicts_at(tasks, "r1", field)] == [column]
    (found,) = conflicts_at(tasks, "r1", column)
    assert cell_of_conflict(tasks, found) == ("r1", column)


def test_an_item_has_it_in_all_of_its_rows_and_other_records_in_none() -> None:
    of_item = conflict({"title": "甲"}, {"title": "乙"}, table="items", key="a")
    of_unit = conflict({"full_name": "甲"}, {"full_name": "乙"}, table="units", key="legal")
    tasks = a_list(of_item, of_unit)
    assert [conflicts_at(tasks, row, "item") for row in tasks.task_keys] == [[of_item]] * 3
    assert (cell_of_conflict(tasks, of_item), cell_of_conflict(tasks, of_unit)) == (("r0", "item"), None)


def test_a_cell_in_conflict_stands_by_itself_until_it_is_decided() -> None:
    parted = a_list(conflict(SIDE, SIDE | {"lead_units": ["平台处"]}))
    assert joined_runs(parted, parted.task_keys)["lead_units"] == [(0, 1), (1, 1), (2, 1)]
    assert joined_rows(parted, "r1", "lead_units") == ("r1",)
    assert joined_rows(a_list(), "r1", "lead_units") == ("r0", "r1", "r2")
