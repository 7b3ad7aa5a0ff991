"""Numbers of headings under one another."""

from store.reading.signs.numbering import number_faults


def test_a_number_is_missing_left_out_or_used_twice() -> None:
    assert list(number_faults([1, 2, 2, 3])) == [(2, "double")]
    assert list(number_faults([1, 3, 4])) == [(1, "gap")]
    assert list(number_faults([1, None, 3])) == [(1, "none")]
    assert list(number_faults([1, 2, 3])) == []
