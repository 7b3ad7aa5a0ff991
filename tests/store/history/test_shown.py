"""What belongs together is shown from one change and decided whole; what does not is not."""

from store.records.changes import Change, created
from store.records.task import Task
from store.records.values import Doubt, Extra
from tests.store.history.desks import Desk
from tests.store.history.two_desks import FIRST, ROW, SECOND, begun, mention, met, set_field, values
from tests.store.small_list import ITEMS


def test_units_and_leaders_of_a_side_are_shown_from_one_change_and_decided_whole() -> None:
    one, two = begun()
    set_field(one, "lead_units", [mention(SECOND, "法规处")], 9)
    set_field(two, "lead_leaders", [mention("person000001", "徐涛")], 8)
    rows, (conflict,) = met(one, two)
    first = [mention(FIRST, "成果处")]
    assert (rows[ROW]["lead_units"], rows[ROW]["lead_leaders"]) == ([mention(SECOND, "法规处")], [])
    assert values(conflict, "lead_units") == [[mention(SECOND, "法规处")], first]
    assert values(conflict, "lead_leaders") == [[], [mention("person000001", "徐涛")]]


def test_two_sides_of_a_row_do_not_meet() -> None:
    one, two = begun()
    set_field(one, "lead_units", [mention(SECOND, "法规处")], 9)
    set_field(two, "participant_units", [mention(SECOND, "法规处")], 8)
    rows, conflicts = met(one, two)
    assert rows[ROW]["lead_units"] == rows[ROW]["participant_units"] == [mention(SECOND, "法规处")]
    assert conflicts == ()


def test_doubts_of_two_sides_and_columns_of_two_labels_do_not_meet() -> None:
    lead, other = Doubt("lead", "待定"), Doubt("participant", "也待定")
    money, note = Extra("资金来源", "区财政"), Extra("联系人", "小王")
    row = Task("task00000009", item=ITEMS[0].key, doubts=(lead, other), extras=(money, note))
    one, two = Desk("a"), Desk("b")
    one.make(Change("新行", (created(row),), id="begin"))
    two.take_in(one)
    doc = row.to_doc()
    set_field(one, "doubts", doc["doubts"][1:], 9, key=row.key)
    set_field(two, "doubts", doc["doubts"][:1], 8, key=row.key)
    set_field(one, "extras", [{"label": "资金来源", "text": "市财政"}, doc["extras"][1]], 10, key=row.key)
    set_field(two, "extras", doc["extras"][:1], 10, key=row.key)
    rows, conflicts = met(one, two)
    assert rows[row.key]["doubts"] == []
    assert rows[row.key]["extras"] == [{"label": "资金来源", "text": "市财政"}]
    assert conflicts == ()


def test_columns_of_one_label_do_meet() -> None:
    one, two = begun()
    set_field(one, "extras", [{"label": "资金来源", "text": "市财政"}], 9)
    set_field(
        two, "extras", [{"label": "资金来源", "text": "区财政"}, {"label": "联系人", "text": "小王"}], 8
    )
    rows, (conflict,) = met(one, two)
    assert rows[ROW]["extras"] == [
        {"label": "资金来源", "text": "市财政"},
        {"label": "联系人", "text": "小王"},
    ]
    assert conflict.fields == ("extras.资金来源",)
