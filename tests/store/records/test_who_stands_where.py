"""Who stands in which rows after edits: what is kept and brought in line says the same as a list that is read
anew.
"""

from hypothesis import given
from hypothesis import strategies as st

from store.records.changes import Edit, created, updated
from store.records.documents import Documents
from store.records.keys import order_between
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention

UNITS = [Mention(f"u{number}", f"第{number}处") for number in range(4)]
ROWS = 30


def a_list() -> TaskList:
    """Four units and thirty rows, the first unit in the lead of all."""
    records: list[Record] = [Unit(unit.key or "", full_name=unit.wording) for unit in UNITS]
    records.append(Item("i", title="一"))
    order = ""
    for number in range(ROWS):
        order = order_between(order, "")
        records.append(Task(f"t{number}", item="i", order=order, lead_units=(UNITS[0],)))
    tasks = TaskList()
    tasks.apply(created(record) for record in records)
    return tasks


def said(tasks: TaskList) -> list[tuple[tuple[str, ...], str]]:
    return [
        *((tasks.rows_naming(f"u{number}"), tasks.wording_of(f"u{number}")) for number in range(len(UNITS))),
        *((tasks.rows_naming(f"u{number}", side="participant"), "") for number in range(len(UNITS))),
        *((tasks.rows_naming(f"u{number}", side="lead"), "") for number in range(len(UNITS))),
    ]


mentions = st.lists(st.sampled_from([*UNITS, Mention(None, "相关处室")]), unique=True, max_size=3).map(tuple)
sides = st.tuples(
    st.sets(st.integers(0, ROWS - 1), min_size=1, max_size=ROWS),
    st.sampled_from(["lead_units", "participant_units"]),
    mentions,
)


@given(st.lists(sides, max_size=6))
def test_after_edits_of_few_or_many_rows(acts: list[tuple[set[int], str, tuple[Mention, ...]]]) -> None:
    tasks = a_list()
    for rows, field, units in acts:
        said(tasks)
        edits: list[Edit] = []
        for row in rows:
            edits += updated(tasks.task(f"t{row}"), **{field: units})
        tasks.apply(edits)
        assert said(tasks) == said(TaskList(Documents(tasks.documents.tables)))


def test_after_a_row_goes_and_comes() -> None:
    tasks = a_list()
    said(tasks)
    gone = created(tasks.task("t3"))
    tasks.apply([Edit(gone.table, gone.key, "", gone.after, None)])
    assert "t3" not in tasks.rows_naming("u0")
    tasks.apply([gone])
    assert tasks.rows_naming("u0") == tuple(f"t{number}" for number in range(ROWS))
