"""Numbers of headings under one another: which are missing, used twice, or leave one out."""

from collections.abc import Iterator, Sequence
from typing import Literal

NumberFault = Literal["none", "double", "gap"]
"""A heading without a number; one whose number was used before; one before which a number is left out."""


def number_faults(numbers: Sequence[int | None]) -> Iterator[tuple[int, NumberFault]]:
    """Give the faults in the numbers of headings that stand side by side, each with its index among them.

    Of 1, 2, 2, 5 the third is double and the fourth leaves a gap.
    """
    seen: set[int] = set()
    expected = 1
    for index, value in enumerate(numbers):
        if value is None:
            yield index, "none"
            expected += 1
            continue
        if value in seen:
            yield index, "double"
        elif value > expected:
            yield index, "gap"
        seen.add(value)
        expected = value + 1
