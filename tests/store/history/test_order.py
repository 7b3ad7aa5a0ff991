"""The order in which changes are shown is the same at both desks, whatever arrived first."""

from store.history.finding import changes_found
from store.history.order import in_shown_order
from tests.store.history.desks import Desk
from tests.store.history.two_desks import begun, set_field


def shown(desk: Desk) -> list[str]:
    return [desk.docs[place]["id"] for place in in_shown_order(desk.history)]


def test_a_straight_list_is_shown_as_it_came() -> None:
    one, _ = begun()
    set_field(one, "remark", "一", 9)
    set_field(one, "remark", "二", 3)
    assert list(in_shown_order(one.history)) == [0, 1, 2]


def test_two_desks_that_met_show_one_order_by_cause_then_by_time() -> None:
    one, other = begun()
    late = set_field(one, "remark", "一", 50)
    after_late = set_field(one, "remark", "二", 1)
    early = set_field(other, "remark", "三", 20)
    one.take_in(other)
    other.take_in(one)
    assert one.docs != other.docs
    assert shown(one) == shown(other)
    assert shown(one)[1:] == [early, late, after_late]


def test_what_is_found_stands_in_that_order_by_its_place_of_arrival() -> None:
    one, other = begun()
    set_field(one, "remark", "一", 50)
    set_field(other, "remark", "二", 20)
    one.take_in(other)
    assert changes_found(one.history) == [0, 2, 1]
