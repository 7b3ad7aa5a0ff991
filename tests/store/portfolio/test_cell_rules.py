"""What a cell leaves its units under each rule: leaders are 甲, 乙, 丙 as bits."""

import pytest

from store.portfolio.cell_rules import CellRule, each_placed, in_blocks, in_order

A, B, C = 0b001, 0b010, 0b100


@pytest.mark.parametrize(
    ("rule", "leaders", "may_have", "left"),
    [
        # One unit, one leader.
        (each_placed, [A], [A], [A]),
        # 甲 has the first unit, so 乙, whom nobody else may have, has the second.
        (each_placed, [A, B], [A, A | B], [A, B]),
        # Two open units, two leaders: who has which is not said.
        (each_placed, [A, B], [A | B, A | B], [A | B, A | B]),
        # 丙 is in the cell and no unit may have him.
        (each_placed, [A, B, C], [A, B, A | B], None),
        # Three leaders and two units.
        (each_placed, [A, B, C], [A | B | C, A | B | C], None),
        # Leaders in the units' order: the first unit has the first leader.
        (in_order, [A, B], [A | B, A | B], [A, B]),
        (in_order, [A, B], [A | B, A | B, A | B], [A, A | B, A | B]),
        # The second unit has 甲 for certain, so the first cannot have 乙 before him.
        (in_order, [A, B], [B, A], None),
        # Units of one leader stand together: 甲乙甲 cannot be.
        (in_blocks, [A, B], [A, B, A], None),
        (in_blocks, [A, B], [A | B, A | B, A | B], [A, A | B, B]),
        (in_blocks, [A, B, C], [A | B | C, B, A | B | C, A | B | C], [A, B, B | C, C]),
    ],
)
def test_what_is_left(
    rule: CellRule, leaders: list[int], may_have: list[int], left: list[int] | None
) -> None:
    assert rule(leaders, may_have) == left
