"""What two desks make of one thing meets in one record, since its key is made of what it is the record of."""

from store.acts.cells_joined import join_change, part_change
from store.acts.settling import next_pair_key, settle
from store.acts.templates import keep_template
from store.records.changes import created
from store.records.joining import joined_rows
from store.records.kept import Acceptance, Pair, Template, acceptance_key
from tests.sample import sample_change
from tests.store.history.desks import Desk, joined


def begun() -> tuple[Desk, Desk]:
    one = Desk("a")
    one.make(sample_change())
    return one, one.copy("b")


def test_two_desks_that_settle_one_unit_otherwise_have_one_pair_in_conflict() -> None:
    one, two = begun()
    unit = one.tasks().units[0].key
    first, second = (entry.person for entry in one.tasks().roster[:2])
    one.make(settle(one.tasks(), unit, first, basis="局务会"), 5)
    two.make(settle(two.tasks(), unit, second), 6)
    desk = joined((one, two))
    (pair,) = desk.tasks().all_of(Pair)
    assert (pair.unit, pair.leader, pair.basis) == (unit, second, "")
    (conflict,) = desk.conflicts
    assert [side.values["leader"] for side in conflict.sides] == [second, first]
    assert [side.values["basis"] for side in conflict.sides] == ["", "局务会"]


def test_two_desks_that_settle_one_unit_alike_have_no_conflict() -> None:
    one, two = begun()
    unit = one.tasks().units[0].key
    person = one.tasks().roster[0].person
    for desk in (one, two):
        desk.make(settle(desk.tasks(), unit, person), 5)
    assert joined((one, two)).conflicts == ()


def test_a_pair_that_follows_another_has_a_key_of_its_own() -> None:
    one, _ = begun()
    unit = one.tasks().units[0].key
    key = next_pair_key(one.tasks(), unit)
    one.make(settle(one.tasks(), unit, one.tasks().roster[0].person))
    (pair,) = one.tasks().all_of(Pair)
    assert (pair.key, next_pair_key(one.tasks(), unit) != key) == (key, True)


def test_two_acceptances_of_one_finding_are_one_record_decided_whole() -> None:
    one, two = begun()
    key = acceptance_key("C05", "成果处")
    for desk, reason in ((one, "旧称"), (two, "已报告")):
        desk.edit(*edits_of(Acceptance(key, "C05", "成果处", "两处", reason, desk.name, "2027-03-01")))
    (conflict,) = joined((one, two)).conflicts
    assert conflict.fields == ("facts", "reason", "by", "at")
    assert sorted(side.values["reason"] for side in conflict.sides) == ["已报告", "旧称"]


def test_two_who_accept_a_finding_with_one_reason_are_of_one_mind() -> None:
    one, two = begun()
    key = acceptance_key("C05", "成果处")
    for desk, day in ((one, "2027-03-01"), (two, "2027-03-02")):
        desk.edit(*edits_of(Acceptance(key, "C05", "成果处", "两处", "旧称", desk.name, day)))
    there, back = joined((one, two)), joined((two, one))
    assert there.conflicts == back.conflicts == ()
    (accepted,) = there.tasks().all_of(Acceptance)
    assert (accepted.by, accepted.at) in {("a", "2027-03-01"), ("b", "2027-03-02")}
    assert back.tasks().all_of(Acceptance) == (accepted,)


def test_templates_of_one_name_are_one_record_and_other_texts_a_conflict() -> None:
    one, two = begun()
    one.make(keep_template(one.tasks(), "局发", "# 甲"), 5)
    two.make(keep_template(two.tasks(), " 局发", "# 乙"), 6)
    desk = joined((one, two))
    (template,) = desk.tasks().all_of(Template)
    (conflict,) = desk.conflicts
    assert (template.text, conflict.fields) == ("# 乙", ("text",))
    two.edit(("templates", template.key, "text", "# 甲"), second=7)
    assert joined((one, two)).conflicts == ()


def edits_of(record: Acceptance) -> list[tuple[str, str, str, object]]:
    edit = created(record)
    return [(edit.table, edit.key, edit.field, edit.after)]


def test_two_desks_that_join_the_same_cells_have_one_join_whatever_order_they_have_them_in() -> None:
    one, two = begun()
    rows = one.tasks().rows_named("3.1-3.3")
    one.make(join_change(one.tasks(), rows, "remark"), 5)
    two.make(join_change(two.tasks(), rows[::-1], "remark"), 6)
    desk = joined((one, two))
    assert (desk.conflicts, joined_rows(desk.tasks(), rows[0], "remark")) == ((), rows)
    desk.make(part_change(desk.tasks(), rows, "remark"), 7)
    assert joined_rows(desk.tasks(), rows[0], "remark") == rows[:1]


def test_cells_that_two_desks_join_otherwise_are_a_conflict_of_those_that_both_joined() -> None:
    one, two = begun()
    rows = one.tasks().rows_named("3.1-3.3")
    one.make(join_change(one.tasks(), rows, "remark"), 5)
    two.make(join_change(two.tasks(), rows[:2], "remark"), 6)
    conflicts = joined((one, two)).conflicts
    assert {(conflict.key, conflict.fields) for conflict in conflicts} == {
        (row, ("joins.remark",)) for row in rows[:2]
    }
