"""Lists of before rows carried joins: what drew as one cell when their rows were made is joined, no more."""

from itertools import groupby
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.cells import RESPONSIBILITY_FIELDS, cell_of
from store.records.changes import Change, Edit, History, canonical, updated
from store.records.joining import joined_rows, joined_runs
from store.records.record import Doc
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from tests.made_before import copied, made_lists

LISTS = made_lists()
FOLDER = next(made.parent for made in LISTS if made.parent.name == "made_by_0_1_0")


def equal_neighbours(tasks: TaskList, field: str) -> list[int]:
    """How many rows each cell of a column covers, as the versions before joins drew them."""

    def said(row: str) -> tuple[str, object]:
        task, cell = tasks.task(row), cell_of(field)
        assert cell is not None
        return task.item, task.mentions(cell) or row

    return [len(list(rows)) for _, rows in groupby(tasks.task_keys, key=said)]


def joined_now(tasks: TaskList, field: str) -> list[int]:
    return [length for _, length in dict.fromkeys(joined_runs(tasks, tasks.task_keys)[field])]


@pytest.mark.parametrize("made", LISTS, ids=[f"{made.parent.name}/{made.stem}" for made in LISTS])
def test_an_old_list_draws_as_it_did_when_its_notice_was_taken_in(made: Path, tmp_path: Path) -> None:
    with TaskFile.open(copied(made, tmp_path), read_only=True) as file:
        first = file.after(1).tasks
        for field in RESPONSIBILITY_FIELDS:
            assert joined_now(first, field) == equal_neighbours(first, field)


def test_rows_of_an_old_list_that_come_to_say_the_same_stay_apart(tmp_path: Path) -> None:
    with TaskFile.open(copied(FOLDER / "sample.json", tmp_path)) as file:
        [first, fourth] = [file.tasks.rows_named(name)[0] for name in ("3.1", "3.4")]
        same = file.tasks.task(first).side("lead")
        edits = updated(file.tasks.task(fourth), lead_units=same.units, lead_leaders=same.leaders)
        file.commit(Change("改牵头单位", tuple(edits)))
        assert joined_rows(file.tasks, fourth, "lead_units") == (fourth,)
        assert joined_now(file.tasks, "lead_units") == [1, 1, 3, 1, 1, 1, 1]


def old_row(number: int) -> Doc:
    """A row as it was stored before rows carried joins."""
    task = Task(f"row{number}", "item", str(number), lead_units=(Mention("legal", "法制处"),))
    doc = task.to_doc()
    del doc["joins"]
    return doc


def change(edit: Edit, *more: Edit) -> Doc:
    return Change("改", (edit, *more)).to_doc()


def test_a_row_that_an_old_program_deleted_and_gave_back_is_joined_as_it_was() -> None:
    made = [Edit("tasks", f"row{number}", "", None, old_row(number)) for number in range(3)]
    deletion = Edit("tasks", "row1", "", old_row(1), None)
    docs = [change(*made), change(deletion)]
    docs.append(change(deletion.inverted()))
    bytes_before = [canonical(doc) for doc in docs]
    history = History(docs)
    [join] = {edit.after["joins"]["lead_units"] for edit in history[0].edits}
    assert history[1].edits[0].before["joins"] == {"lead_units": join}
    assert history[2].edits[0].after["joins"] == {"lead_units": join}
    assert [canonical(doc) for doc in docs] == bytes_before


def test_what_a_row_says_once_it_was_made_joins_nothing() -> None:
    empty = {**old_row(1), "lead_units": []}
    docs = [
        change(Edit("tasks", "row0", "", None, old_row(0)), Edit("tasks", "row1", "", None, empty)),
        change(Edit("tasks", "row0", "", old_row(0), None), Edit("tasks", "row1", "", old_row(1), None)),
        change(Edit("tasks", "row0", "", None, old_row(0)), Edit("tasks", "row1", "", None, old_row(1))),
    ]
    assert [edit.after["joins"] for edit in History(docs)[2].edits] == [{}, {}]
