"""What restores an earlier state of a list, as edits, and how much of it that touches."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.history.restoration import Restored, restored, restoring_edits
from store.records.changes import Change
from store.records.documents import Documents
from store.records.tasklist import TaskList

VALUES = st.none() | st.text(max_size=3) | st.integers(0, 3) | st.lists(st.text(max_size=2), max_size=2)
DOCS = st.fixed_dictionaries(
    {}, optional={"text": VALUES, "remark": VALUES, "order": st.text(max_size=2), "别的": VALUES}
)
TABLES = st.dictionaries(
    st.sampled_from(["tasks", "items", "units", "别的表"]),
    st.dictionaries(st.sampled_from("abcd"), DOCS, max_size=4),
    max_size=3,
)


def listed(tables: dict[str, Any]) -> TaskList:
    keyed = {table: {key: {"key": key, **doc} for key, doc in docs.items()} for table, docs in tables.items()}
    return TaskList(Documents(keyed))


def said(tasks: TaskList) -> dict[str, Any]:
    """The records, without the tables that have none."""
    return copy.deepcopy({table: dict(docs) for table, docs in tasks.documents.tables.items() if docs})


@given(TABLES, TABLES)
def test_restoring_gives_the_backup_and_undoing_it_gives_the_list_of_before(
    now: dict[str, Any], then: dict[str, Any]
) -> None:
    tasks, backup = listed(now), listed(then)
    before = said(tasks)
    change = Change("恢复", tuple(restoring_edits(tasks, backup)))
    assert tasks.conflict(change.edits) is None
    assert bool(change.edits) is (before != said(backup))
    tasks.apply(change.edits)
    assert said(tasks) == said(backup)
    tasks.apply(edit.inverted() for edit in reversed(change.edits))
    assert said(tasks) == before


def test_what_is_restored_is_counted() -> None:
    row = {"text": "甲", "remark": ""}
    now = listed({"tasks": {"a": row, "b": row, "c": row, "d": row}, "units": {"u": {"full_name": "成果处"}}})
    rows = {"a": row, "b": {"text": "乙", "remark": "丙"}, "d": {"text": "甲"}, "e": row}
    then = listed({"tasks": rows, "people": {"p": {"name": "赵峰"}}})
    change = Change("恢复", tuple(restoring_edits(now, then)))
    assert restored(change) == Restored(changed=2, added=1, gone=1, others=2)
    assert str(restored(change)) == "2 行改回、1 行恢复、1 行去掉、事项、名册等另有 2 处"
    assert str(Restored()) == "与现在相同"
