"""What is derived from a list is made again when, and only when, an edit touches what it is made from."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.portfolio.standings import standings
from store.records.changes import Edit, created, deleted, updated
from store.records.derived import derived
from store.records.documents import Documents, on, on_which
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention

UNITS = [Mention("u0", "成果处"), Mention("u1", "法制处"), Mention(None, "相关处室")]


def a_list() -> TaskList:
    """Two lists in one file: three items, five rows, two units, two people on the roster, and work points."""
    records: list[Record] = [
        Notice("n0", list_title="一份"),
        Notice("n1", list_title="又一份"),
        Unit("u0", order="1", full_name="成果转化处", head="p0"),
        Unit("u1", order="2", full_name="政策法规处"),
        Person("p0", name="胡军"),
        Person("p1", name="徐涛"),
        RosterEntry("r0", "p0", "1", "副组长", notice="n0"),
        RosterEntry("r1", "p1", "2", "成员", notice="n1"),
        WorkPoint("w0", order="1", heading="一、", notice="n0"),
        WorkPoint("w1", order="2", parent="w0", notice="n1"),
        *(Item(f"i{number}", order=str(number), notice=f"n{number // 2}") for number in range(3)),
        *(
            Task(f"t{number}", item=f"i{number // 2}", order=str(number), lead_units=(UNITS[number % 3],))
            for number in range(5)
        ),
    ]
    tasks = TaskList()
    tasks.apply(created(record) for record in records)
    return tasks


# ---------------------------------------------------------------------- no more than it must


def words(task: Task) -> str:
    CALLS.append(task.key)
    return task.text


def leads(task: Task) -> tuple[Mention, ...]:
    CALLS.append(task.key)
    return task.lead_units


def remarks(task: Task) -> str:
    CALLS.append(task.key)
    return task.remark


CALLS: list[str] = []
ROW_VALUES = (words, leads, remarks)


@pytest.mark.parametrize(
    "edit",
    [
        Edit("units", "u0", "head", "p0", "p1"),
        Edit("people", "p0", "name", "胡军", "胡钧"),
        Edit("notices", "n0", "basis", "", "会议纪要"),
    ],
    ids=["a unit's head", "a name", "a notice's basis"],
)
def test_an_edit_beside_the_rows_makes_no_value_of_a_row_again(edit: Edit) -> None:
    tasks = a_list()
    before = [tasks.of_rows(make) for make in ROW_VALUES]
    CALLS.clear()
    tasks.apply([edit])
    assert [tasks.of_rows(make) for make in ROW_VALUES] == before
    assert CALLS == []


def test_an_edit_of_a_row_makes_that_rows_values_again() -> None:
    tasks = a_list()
    for make in ROW_VALUES:
        tasks.of_rows(make)
    CALLS.clear()
    tasks.apply(updated(tasks.task("t1"), remark="已发函"))
    assert tasks.of_rows(remarks)["t1"] == "已发函"
    assert (tasks.of_rows(words)["t1"], CALLS) == ("", ["t1", "t1"])


def test_a_value_is_made_again_for_what_it_reads_alone() -> None:
    made = []

    @derived(on(Unit, "full_name"), on_which(Person))
    def counted(tasks: TaskList) -> int:
        made.append(1)
        return len(made)

    tasks = a_list()
    assert (counted(tasks), counted(tasks)) == (1, 1)
    tasks.apply(updated(tasks.get(Unit, "u0"), head="p1"))
    tasks.apply(updated(tasks.get(Person, "p0"), name="胡钧"))
    assert counted(tasks) == 1
    tasks.apply(updated(tasks.get(Unit, "u0"), full_name="成果处"))
    assert counted(tasks) == 2
    tasks.apply([created(Person("p9", name="赵峰"))])
    assert counted(tasks) == 3


def test_a_value_cannot_read_a_field_that_a_record_does_not_have() -> None:
    with pytest.raises(ValueError, match="Unit has no"):
        on(Unit, "fullname")


# ---------------------------------------------------------------------- no less than it must


def said(tasks: TaskList) -> Any:
    """All that a list derives."""
    return (
        [item.title for item in tasks.items],
        tasks.task_keys,
        tasks.places,
        tasks.units,
        tasks.entries,
        [tasks.work_points(parent) for parent in (None, "w0", "w1")],
        [tasks.row_name(key) for key in tasks.keys_of(Task)],
        [(tasks.rows_naming(key), tasks.rows_naming_anywhere(key)) for key in ("u0", "u1")],
        [(tasks.wording_of("u0"), [person.key for person in tasks.people_named("胡军")])],
        tasks.of_rows(words),
        dict(standings(tasks)),
    )


FIELDS: dict[type[Record], dict[str, st.SearchStrategy[Any]]] = {
    Task: {
        "item": st.sampled_from(["i0", "i1", "i2", "gone"]),
        "order": st.sampled_from("0123"),
        "text": st.sampled_from(["甲", "乙"]),
        "lead_units": st.lists(st.sampled_from(UNITS), unique=True).map(tuple),
        "lead_leaders": st.sampled_from([(), (Mention("p0", "胡军"),)]),
    },
    Item: {"order": st.sampled_from("0123"), "notice": st.sampled_from(["n0", "n1", ""])},
    Unit: {"order": st.sampled_from("12"), "full_name": st.sampled_from(["甲处", "乙处"])},
    Person: {"name": st.sampled_from(["胡军", "徐涛"])},
    RosterEntry: {"order": st.sampled_from("12"), "notice": st.sampled_from(["n0", "n1"])},
    WorkPoint: {"parent": st.sampled_from([None, "w0"]), "order": st.sampled_from("12")},
    Notice: {"list_title": st.sampled_from(["一份", "另一份"])},
}


@settings(deadline=None)
@given(st.data())
def test_what_is_kept_says_what_a_list_read_anew_says(data: st.DataObject) -> None:
    tasks = a_list()
    other = tasks.of("n1")
    for _ in range(data.draw(st.integers(1, 5))):
        kind = data.draw(st.sampled_from(list(FIELDS)))
        keys = list(tasks.keys_of(kind))
        if not keys:
            continue
        record = tasks.get(kind, data.draw(st.sampled_from(keys)))
        field = data.draw(st.sampled_from(["", *FIELDS[kind]]))
        said(tasks)
        if field:
            tasks.apply(updated(record, **{field: data.draw(FIELDS[kind][field])}))
        else:
            tasks.apply([deleted(record)])
            if data.draw(st.booleans()):
                tasks.apply([created(record)])
        anew = TaskList(Documents(tasks.documents.tables))
        assert said(tasks) == said(anew)
        assert said(other) == said(anew.of("n1"))
