"""Numbers of headings under one another: which are missing, used twice, or leave one out."""

from collections.abc import Iterator, Sequence
from typing import Literal

NumberFault = Literal["none", "double", "gap"]
"""A heading without a number; one whose number was used before; one before which a number is left out."""


def number_faults(numbers: Sequence[int | None], before: int = 0) -> Iterator[tuple[int, NumberFault]]:
    """Give the faults in the numbers of headings that stand side by side, each with its index among them.

    Of 1, 2, 2, 5 the third is double and the fourth leaves a gap. Under several headings they may run on:
    `before` is the last number under the heading before.
    """
    seen: set[int] = set()
    expected = first_number(numbers, before)
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


def first_number(numbers: Sequence[int | None], before: int) -> int:
    """Return what numbers begin with: 1, or where they run on, the number after the last before them."""
    runs_on = bool(numbers) and numbers[0] == before + 1
    return before + 1 if runs_on else 1


def last_number(numbers: Sequence[int | None], before: int) -> int:
    """Return the last of some numbers; that before them where there is none."""
    return next(filter(None, reversed(numbers)), before)
