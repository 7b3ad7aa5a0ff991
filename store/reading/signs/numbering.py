"""Numbers of headings: which are missing, used twice, or leave one out, and those without a sign behind."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from store.reading.signs.lines import SourceLine, cut
from store.reading.signs.marks import NUMBER_BLANK

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


# 1 总则, 2 组织机构和职责: a number and a few words, no sentence and no row of cells.
_BARE = re.compile(r"(?P<number>[1-9]|[12]\d)[ \t]+(?P<words>[\u4e00-\u9fff“《][^。;:|\t]{1,29})")
# 2.1 国家指挥部, 2.1国家指挥部: what stands under 2.
_FIRST_BELOW = re.compile(r"(?P<number>[1-9]|[12]\d)\.1(?:[ \t]|[\u4e00-\u9fff])")


def numbers_parted(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, with the number of 1 总则 marked as one where 1.1 stands in the text.

    The last of them (7 附则) can have none below it.
    """
    found_below = [_FIRST_BELOW.match(line.folded) for line in lines]
    numbers = {int(found["number"]) for found in found_below if found}
    if not numbers:
        return list(lines)
    parted: list[SourceLine] = []
    last = 0
    for line in lines:
        found = _BARE.fullmatch(line.folded)
        number = int(found["number"]) if found else 0
        if found and (number in numbers or number == last + 1):
            last = number
            words = cut(line.text, found, "number") + NUMBER_BLANK + cut(line.text, found, "words")
            line = line.saying(words)
        parted.append(line)
    return parted
