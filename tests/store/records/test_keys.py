"""Keys are given once; an order between neighbours sorts between them, however often something is put
there.
"""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from store.records.keys import new_key, order_between


def test_a_key_is_twelve_signs_and_given_once() -> None:
    keys = {new_key() for _ in range(500)}
    assert len(keys) == 500
    assert all(len(key) == 12 and set(key) <= set("abcdefghijklmnopqrstuvwxyz234567") for key in keys)


@settings(deadline=None)
@given(st.lists(st.integers(0, 1000), max_size=60))
def test_what_is_put_somewhere_sorts_there(places: list[int]) -> None:
    orders: list[str] = []
    for drawn in places:
        index = drawn % (len(orders) + 1)
        before = orders[index - 1] if index else ""
        after = orders[index] if index < len(orders) else ""
        orders.insert(index, order_between(before, after))
    assert all(before < after for before, after in pairwise(orders))


def test_appending_ten_thousand_keeps_orders_short() -> None:
    order, longest = "", 0
    for _ in range(10_000):
        following = order_between(order, "")
        assert order < following
        order, longest = following, max(longest, len(following))
    assert longest == 6
