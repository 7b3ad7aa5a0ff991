"""The documents of a file: what edits do to them, and when an edit does not find what it held before."""

import pytest

from store.records.changes import Edit, created, deleted, updated
from store.records.documents import EVERYTHING, Documents, on, on_which
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention

TASK = Task("t", item="i", text="甲", lead_units=(Mention("u", "成果处"),))


def holding(*tasks: Task) -> Documents:
    documents = Documents()
    documents.apply(created(task) for task in tasks)
    return documents


def test_records_are_made_once_and_again_after_an_edit() -> None:
    documents = holding(TASK)
    first = documents.find(Task, "t")
    assert first == TASK and documents.find(Task, "t") is first
    documents.apply(updated(TASK, text="乙"))
    second = documents.find(Task, "t")
    assert (second and second.text, first and first.text) == ("乙", "甲")
    documents.apply([deleted(TASK)])
    assert documents.find(Task, "t") is None and documents.find(Task, None) is None


def test_a_copy_is_edited_by_itself() -> None:
    documents = holding(TASK)
    copy = documents.copy()
    copy.apply(updated(TASK, text="乙"))
    copy.apply([created(Task("t2"))])
    assert (list(documents.keys(Task)), documents.value("tasks", "t", "text")) == (["t"], "甲")
    assert (list(copy.keys(Task)), copy.value("tasks", "t", "text")) == (["t", "t2"], "乙")


def test_an_edit_shows_in_every_list_on_the_documents() -> None:
    tasks = TaskList(holding(TASK))
    other = tasks.of("another")
    tasks.apply(updated(TASK, text="乙"))
    assert (tasks.task("t").text, other.task("t").text) == ("乙", "乙")


@pytest.mark.parametrize(
    "edit",
    [
        Edit("tasks", "t", "text", "乙", "丙"),
        Edit("tasks", "gone", "text", "甲", "丙"),
        created(TASK),
        deleted(Task("gone")),
        deleted(Task("t", text="别的")),
        Edit("tasks", "t", "", None, None),
    ],
    ids=["another value", "no record", "made twice", "none to delete", "another record", "nothing"],
)
def test_an_edit_that_does_not_find_what_it_held_is_named(edit: Edit) -> None:
    documents = holding(TASK)
    fitting = Edit("tasks", "t", "remark", "", "备注")
    assert documents.conflict([fitting, edit]) == edit
    assert documents.value("tasks", "t", "remark") == "", "it was only tried"


def test_edits_are_tried_one_after_another() -> None:
    edits = [*updated(TASK, text="乙"), Edit("tasks", "t", "text", "乙", "丙"), created(Task("t2"))]
    assert holding(TASK).conflict(edits) is None


def test_a_deletion_takes_what_a_later_program_wrote() -> None:
    documents = Documents({"tasks": {"t": {**TASK.to_doc(), "colour": "red"}}})
    assert documents.whole(deleted(TASK)).before["colour"] == "red"
    assert documents.whole(deleted(Task("t", text="别的"))).before == Task("t", text="别的").to_doc()
    field = Edit("tasks", "t", "text", "甲", "乙")
    assert documents.whole(field) is field


def test_tables_of_others_are_edited_too() -> None:
    documents = Documents()
    documents.apply([Edit("别的表", "k", "", None, {"key": "k", "a": 1}), Edit("别的表", "k", "a", 1, 2)])
    assert documents.tables["别的表"] == {"k": {"key": "k", "a": 2}}


def test_it_knows_what_was_touched_since() -> None:
    documents = holding(TASK, Task("t2"))
    version = documents.version
    assert not documents.changed_since(version, [EVERYTHING])
    documents.apply(updated(TASK, text="乙"))
    assert documents.changed_since(version, [on(Task, "text")])
    assert documents.changed_since(version, [on(Task)]) and documents.changed_since(version, [EVERYTHING])
    for unread in (on(Task, "remark"), on_which(Task), on(Unit)):
        assert not documents.changed_since(version, [unread])
    assert list(documents.touched_since(version, Task)) == ["t"]
    documents.apply([deleted(Task("t2"))])
    assert documents.changed_since(version, [on(Task, "remark")]) and documents.changed_since(
        version, [on_which(Task)]
    )
    assert set(documents.touched_since(version, Task)) == {"t", "t2"}
