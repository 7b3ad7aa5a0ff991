"""Sets of leaders as bits."""

import pytest

from store.portfolio.bits import above_lowest, below_highest, has_several, position_of


@pytest.mark.parametrize(
    ("bits", "several"), [(0, False), (0b1, False), (0b100, False), (0b110, True), (-1, True)]
)
def test_several(bits: int, several: bool) -> None:
    assert has_several(bits) is several


def test_positions_of_single_members() -> None:
    assert [position_of(1 << position) for position in range(40)] == list(range(40))


@pytest.mark.parametrize(
    ("bits", "above", "below"),
    [(0b0001, 0b1110, 0b0000), (0b0100, 0b1000, 0b0011), (0b1100, 0b1000, 0b0111), (0b1010, 0b1100, 0b0111)],
)
def test_what_lies_above_the_lowest_and_below_the_highest(bits: int, above: int, below: int) -> None:
    four = 0b1111
    assert above_lowest(bits) & four == above
    assert below_highest(bits) == below


def test_an_empty_set_has_nothing_below_it() -> None:
    assert below_highest(0) == 0
