"""The state of a list is a pure function of the set of its changes: the rules, one after another."""

from store.records.changes import Change, created, deleted
from store.records.person import Person
from store.records.task import Item, Task
from store.records.unit import Unit
from tests.store.history.desks import joined
from tests.store.history.two_desks import ROW, SECOND, begun, mention, met, set_field, values
from tests.store.small_list import ROWS, UNITS


def test_of_two_values_the_later_is_shown_and_both_stand_in_a_conflict() -> None:
    one, two = begun()
    first = set_field(one, "remark", "一", 9)
    second = set_field(two, "remark", "二", 8)
    rows, (conflict,) = met(one, two)
    assert rows[ROW]["remark"] == "一"
    assert (conflict.table, conflict.key, conflict.fields) == ("tasks", ROW, ("remark",))
    assert values(conflict, "remark") == ["一", "二"]
    assert [side.change for side in conflict.sides] == [first, second]


def test_what_was_seen_is_overwritten() -> None:
    one, two = begun()
    set_field(one, "remark", "一", 9)
    two.take_in(one)
    set_field(two, "remark", "二", 1)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("二", ())


def test_equal_values_are_one() -> None:
    one, two = begun()
    set_field(one, "remark", "一", 9)
    set_field(two, "remark", "一", 8)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("一", ())


def test_three_desks_give_as_many_sides_as_there_are_values() -> None:
    one, two = begun()
    three = one.copy("c")
    set_field(one, "remark", "一", 7)
    set_field(two, "remark", "二", 8)
    set_field(three, "remark", "一", 9)
    _, (conflict,) = met(one, two, three)
    assert values(conflict, "remark") == ["一", "二"]
    assert conflict.sides[0].changes == (one.own[-1], three.own[-1])


def test_who_decides_has_seen_both_sides_and_his_value_stands_alone() -> None:
    one, two = begun()
    set_field(one, "remark", "一", 9)
    set_field(two, "remark", "二", 8)
    two.take_in(one)
    set_field(two, "remark", "二", 1)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("二", ())


def test_two_desks_that_decide_differently_make_a_new_conflict_and_alike_none() -> None:
    one, two = begun()
    set_field(one, "remark", "一", 9)
    set_field(two, "remark", "二", 8)
    two.take_in(one)
    one.take_in(two)
    alike = [one.copy("x"), two.copy("y")]
    set_field(one, "remark", "一", 20)
    set_field(two, "remark", "二", 21)
    _, (conflict,) = met(one, two)
    assert values(conflict, "remark") == ["二", "一"]
    for desk in alike:
        set_field(desk, "remark", "三", 22)
    assert met(*alike)[1] == ()


def test_an_undo_leaves_what_the_other_desk_wrote() -> None:
    one, two = begun()
    done = set_field(one, "remark", "一", 9)
    set_field(two, "remark", "二", 8)
    one.take_in(two)
    one.undo(done, 10)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("二", ())


def test_what_was_undone_before_they_met_is_no_side() -> None:
    one, two = begun()
    one.undo(set_field(one, "remark", "一", 9), 10)
    set_field(two, "remark", "二", 8)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("二", ())


def test_a_redo_brings_the_side_back() -> None:
    one, two = begun()
    one.redo(one.undo(set_field(one, "remark", "一", 9), 10), 11)
    set_field(two, "remark", "二", 8)
    rows, (conflict,) = met(one, two)
    assert (rows[ROW]["remark"], values(conflict, "remark")) == ("一", ["一", "二"])


def test_a_row_that_one_took_out_and_another_edited_stays_and_both_are_told() -> None:
    one, two = begun()
    gone = one.edit(("tasks", ROW, "", None), second=9)
    used = set_field(two, "remark", "一", 8)
    rows, (conflict,) = met(one, two)
    assert rows[ROW]["remark"] == "一"
    assert conflict.is_of_record
    assert [(side.changes, side.values) for side in conflict.sides] == [
        ((used,), {"": "edited"}),
        ((gone,), {"": None}),
    ]


def test_a_later_edit_of_who_saw_both_settles_that_the_row_stays() -> None:
    one, two = begun()
    one.edit(("tasks", ROW, "", None), second=9)
    set_field(two, "remark", "一", 8)
    two.take_in(one)
    set_field(two, "remark", "二", 10)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("二", ())


def test_a_deletion_that_was_undone_keeps_the_other_desks_edit() -> None:
    one, two = begun()
    one.undo(one.edit(("tasks", ROW, "", None), second=9), 10)
    set_field(two, "remark", "一", 8)
    rows, conflicts = met(one, two)
    assert (rows[ROW]["remark"], conflicts) == ("一", ())


def test_a_row_that_both_took_out_is_gone() -> None:
    one, two = begun()
    one.edit(("tasks", ROW, "", None), second=9)
    two.edit(("tasks", ROW, "", None), second=8)
    rows, conflicts = met(one, two)
    assert ROW not in rows
    assert conflicts == ()


def test_within_one_change_edits_count_in_order() -> None:
    one, _ = begun()
    one.edit(("tasks", ROW, "remark", "一"), ("tasks", ROW, "remark", "二"), second=1)
    assert one.state().tables["tasks"][ROW]["remark"] == "二"
    again = ROWS[0].to_doc()
    one.edit(("tasks", ROW, "", None), ("tasks", ROW, "", again), second=2)
    assert one.state().tables["tasks"][ROW] == again


def test_a_record_that_is_made_anew_has_no_field_that_it_was_made_without() -> None:
    one, _ = begun()
    set_field(one, "measures", "举办对接会", 1)
    one.edit(("tasks", ROW, "", None), ("tasks", ROW, "", ROWS[0].to_doc()), second=2)
    assert "measures" not in one.state().tables["tasks"][ROW]


def test_a_unit_that_one_took_out_and_another_named_stays() -> None:
    one, two = begun()
    two.edit(("tasks", ROWS[1].key, "lead_units", [mention(SECOND, "法规处")]), second=8)
    one.make(Change("删除单位", (deleted(UNITS[1]),)), 9)
    state = joined((one, two)).state()
    assert state.kept == {("units", SECOND)}
    assert state.tables["units"][SECOND]["full_name"] == "政策法规处"
    (conflict,) = state.conflicts
    assert [side.values[""] for side in conflict.sides] == ["named", None]


def test_it_stays_too_where_only_the_side_that_is_not_shown_names_it() -> None:
    one, two = begun()
    two.edit(("tasks", ROW, "lead_units", [mention(SECOND, "法规处")]), second=8)
    one.make(Change("删除单位", (deleted(UNITS[1]),)), 9)
    one.edit(("tasks", ROW, "lead_units", []), second=10)
    state = joined((one, two)).state()
    assert state.tables["tasks"][ROW]["lead_units"] == []
    assert state.kept == {("units", SECOND)}


def test_what_is_kept_keeps_what_it_names() -> None:
    one, two = begun()
    item = Item("item00000009", order="9", title="九、新事项")
    one.make(
        Change(
            "新事项",
            (created(item), created(Task("task00000009", item=item.key, text="新"))),
        ),
        1,
    )
    two.take_in(one)
    set_field(two, "text", "改", 2, key="task00000009")
    one.make(Change("删除", (deleted(Task("task00000009", item=item.key, text="新")), deleted(item))), 3)
    state = joined((one, two)).state()
    assert state.kept == {("items", item.key)}
    assert state.tables["tasks"]["task00000009"]["text"] == "改"


def test_what_stays_because_it_is_named_keeps_what_it_names_itself() -> None:
    """The row keeps the unit that it was given meanwhile, and the unit, though taken out, its head."""
    one, two = begun()
    head = Person("person00000009", name="周正")
    unit = Unit("unit00000009", full_name="信息处", head=head.key)
    one.make(Change("新单位", (created(head), created(unit))), 1)
    two.take_in(one)
    set_field(two, "lead_units", [mention(unit.key, "信息处")], 2)
    one.make(Change("删除", (deleted(unit), deleted(head))), 3)
    met(one, two)
    both = joined((one, two))
    assert both.state().kept == {("units", unit.key), ("people", head.key)}
    assert both.tables["units"][unit.key]["head"] == head.key
    assert both.tables["people"][head.key]["name"] == "周正"


def test_a_unit_whose_naming_was_seen_by_who_took_it_out_is_gone() -> None:
    one, two = begun()
    two.edit(("tasks", ROWS[1].key, "lead_units", [mention(SECOND, "法规处")]), second=8)
    one.take_in(two)
    one.make(Change("删除单位", (deleted(UNITS[1]),)), 9)
    assert SECOND not in joined((one, two)).state().tables["units"]


def test_a_wrong_clock_changes_which_value_is_shown_and_nothing_else() -> None:
    one, two = begun()
    three = one.copy("c")
    set_field(one, "remark", "一", 3000)
    one.edit(("tasks", ROW, "text", "甲"), second=1)
    set_field(two, "remark", "二", 2)
    three.take_in(two)
    set_field(three, "remark", "三", 1)
    rows, (conflict,) = met(one, two, three)
    assert values(conflict, "remark") == ["一", "三"]
    assert rows[ROW]["text"] == "甲"


def test_a_record_of_one_key_made_at_two_desks_meets_field_by_field() -> None:
    one, two = begun()
    for desk, name, alias in ((one, "新设处", ["新"]), (two, "新设处", [])):
        desk.edit(
            ("units", "unit00000009", "", {**Unit("unit00000009", full_name=name).to_doc(), "aliases": alias})
        )
    state = joined((one, two)).state()
    (conflict,) = state.conflicts
    assert (conflict.table, conflict.fields) == ("units", ("aliases",))
