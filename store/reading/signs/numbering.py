"""Numbers of headings under one another: which are missing, used twice, or leave one out."""

from collections.abc import Iterator, Sequence
from typing import Literal

Fault = Literal["none", "double", "gap"]
"""A heading without a number; one whose number was used before; one before which a number is left out."""


def number_faults(numbers: Sequence[int | None]) -> Iterator[tuple[int, Fault]]:
    """The faults in the numbers of headings that stand side by side, each with its place among them."""
    seen: set[int] = set()
    expected = 1
    for place, value in enumerate(numbers):
        if value is None:
            yield place, "none"
            expected += 1
            continue
        if value in seen:
            yield place, "double"
        elif value > expected:
            yield place, "gap"
        seen.add(value)
        expected = value + 1
