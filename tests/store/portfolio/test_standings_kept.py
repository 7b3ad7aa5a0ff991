"""What is kept of standings between edits: it is what a fresh look finds, and no more is made again than
an edit is about.
"""

from hypothesis import given
from hypothesis import strategies as st

from store.portfolio.standings import standings
from store.records.changes import created, updated
from store.records.documents import Documents
from store.records.person import Person
from store.records.task import Item
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tests.store.portfolio.rows import row_of


def listed(*cells: tuple[str, str]) -> TaskList:
    """A list without a notice: one-row items, each with units and leaders of one letter."""
    tasks = TaskList()
    tasks.apply(created(Unit(name, order=name, full_name=name)) for name in "abcd")
    tasks.apply(created(Person(name, name=name)) for name in "xyz")
    for number, (units, leaders) in enumerate(cells):
        tasks.apply([created(Item(f"item{number}", order=str(number)))])
        tasks.apply([created(row_of(str(number), units, leaders))])
    return tasks


@given(st.data())
def test_what_is_kept_of_a_list_without_a_notice_is_what_a_fresh_look_finds(data: st.DataObject) -> None:
    tasks = listed(("a b", "x y"), ("a c", "x z"), ("b c", "y z"), ("d", "x"))
    sides = st.lists(st.sampled_from("abcd"), unique=True), st.lists(st.sampled_from("xyz"), unique=True)
    for _ in range(data.draw(st.integers(1, 4))):
        task = tasks.task(data.draw(st.sampled_from(tasks.task_keys)))
        units, leaders = (" ".join(data.draw(names)) for names in sides)
        given_row = row_of(task.order, units, leaders)
        moves = data.draw(st.sampled_from(["no", "to another item", "renames"]))
        edits = updated(task, lead_units=given_row.lead_units, lead_leaders=given_row.lead_leaders)
        if moves == "to another item":
            edits += updated(task, item="item0")
        elif moves == "renames":
            edits += updated(tasks.get(Person, "x"), name=f"{tasks.person_name('x')}'")
        for change in (edits, [edit.inverted() for edit in reversed(edits)], edits):
            tasks.apply(change)
            assert standings(tasks) == standings(TaskList(Documents(tasks.documents.tables)))


def test_only_the_standings_that_an_edit_is_about_are_made_again() -> None:
    tasks = listed(("a", "x"), ("b", "y"), ("c", "z"))
    before = standings(tasks)
    new = row_of("0", "a", "z")
    tasks.apply(updated(tasks.task("row0"), lead_leaders=new.lead_leaders))
    after = standings(tasks)
    assert (after["a"].leader, after["a"].rows) == ("z", ("row0",))
    assert (after["b"] is before["b"], after["c"] is before["c"]) == (True, True)
