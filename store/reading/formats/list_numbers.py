"""The numbers that are printed before the paragraphs of lists, counted as the reader sees them."""

import re
from collections.abc import Hashable, Mapping
from typing import NamedTuple

DEEPEST = 9
"""Levels of a list, as the formats have them."""
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
    }
)
_UNPRINTED = frozenset({"bullet", "none"})
_DIGITS = "零一二三四五六七八九"
# %1.%2 in the text around a level's number: the numbers of the first and second level.
_LEVEL_NUMBER = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """A level of a list: the kind of its numbers, the text around them (第%1章), and the first one."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1


class Counter:
    """Counts the levels of lists, paragraph after paragraph."""

    def __init__(self) -> None:
        """Begin before the first paragraph."""
        self._counts: dict[Hashable, dict[int, int]] = {}

    def next(self, name: Hashable, depth: int, levels: Mapping[int, Level]) -> str:
        """Return the number of a list's next paragraph, at a level from 0 on; bullets print nothing."""
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(name, {})
        _count(counts, depth, level.start)
        if level.kind in _UNPRINTED:
            return ""

        def number(found: "re.Match[str]") -> str:
            outer = int(found.group(1)) - 1
            named = levels.get(outer, Level())
            return _printed(counts.get(outer, named.start), named.kind)

        return _LEVEL_NUMBER.sub(number, level.text)


def _count(counts: dict[int, int], level: int, start: int) -> None:
    """Count one more on a level; those below it begin anew."""
    counts[level] = counts[level] + 1 if level in counts else start
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]


def _printed(number: int, kind: str) -> str:
    """Return a number as its kind prints it; what the reader does not know as digits."""
    if kind == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if kind in _CHINESE and 0 < number < 100:
        return _in_characters(number)
    return str(number)


def _in_characters(number: int) -> str:
    """Return a number below a hundred in characters: 21 is 二十一, 10 is 十."""
    tens, ones = divmod(number, 10)
    words = _DIGITS[tens] if tens > 1 else ""
    if tens:
        words += "十"
    if ones:
        words += _DIGITS[ones]
    return words
