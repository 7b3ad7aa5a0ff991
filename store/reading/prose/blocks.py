"""Blocks of labelled lines (问题1:… 责任单位:…): a point begins where the first label comes again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.reading.signs.columns import OTHER, field_of, owner_field
from store.reading.signs.headings import is_heading
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import SourceLine, cut
from store.reading.signs.marks import Mark, mark_of
from store.records.cells import cell_of

BLOCK = 12
"""The depth of a block in an outline: below all numbers."""
_POINT = 3
"""The rank from which a number numbers points."""
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_HEAD = re.compile(
    # 【问题】河道淤积。 | 【任务一】清理河道。
    rf"[【\[](?P<boxed>[\u4e00-\u9fff]{{2,8}}?) ?{_NUMBER}?[】\]] ?:?"
    # 问题1:河道淤积。 | 任务一:清理河道。 | 事项1.新建管网。 | 问题(1):…
    rf"|(?P<counted>[\u4e00-\u9fff]{{2,8}}?) ?(?:\( ?{_NUMBER} ?\)|{_NUMBER}) ?[:、.](?!\d)"
    # 具体问题:河道淤积。
    r"|(?P<plain>[\u4e00-\u9fff]{2,8}) ?:"
)
"""How a block can begin: a word, with or without a number. For folded text."""
_LONGEST_HEAD = 16
_MOST_OF_VALUE = 60
"""Lines over which the value of a label can go."""


@dataclass(slots=True)
class _Line:
    """What a line can be: the number it begins with, the word of a block, whether a label names owners."""

    mark: Mark | None
    head: "re.Match[str] | None" = None
    names_owners: bool = False
    announces: bool = False
    """Whether it is a label alone, over the lines that are its value (整改措施:)."""

    @property
    def word(self) -> str:
        """The word with which a block can begin."""
        return next(filter(None, self.head.groups()), "") if self.head else ""

    @property
    def is_counted(self) -> bool:
        """Whether a number stands behind the word."""
        return self.head is not None and re.search(_NUMBER + r" ?\W*$", self.head.group()) is not None

    @property
    def depth(self) -> float:
        """Where its number stands in an outline; beyond all without one."""
        return self.mark.depth if self.mark else BLOCK


def marks_in(lines: Sequence[SourceLine]) -> list[Mark | None]:
    """Return the mark of each line: its number, or what a block begins with.

    Numbers within the value of a label are none (整改措施:1.… 2.… before 责任单位:…).
    """
    seen = [_line(line) for line in lines]
    marks = [one.mark for one in seen]
    if not any(one.names_owners for one in seen):
        return marks
    heads = _heads(seen, lines)
    for index, level in heads.items():
        marks[index] = _mark(seen[index], lines[index], level)
    for index in _within_values(seen, heads):
        marks[index] = None
    return marks


def _line(line: SourceLine) -> _Line:
    mark = mark_of(line.text)
    text = line.folded[len(line.folded) - len(mark.rest) :] if mark else line.folded
    found = _Line(mark)
    for label in LABEL.finditer(line.folded):
        found.names_owners |= _names_owners(label.group())
    head = _HEAD.match(text[:_LONGEST_HEAD])
    if head and not _is_fact(next(filter(None, head.groups()))):
        found.head = head
    found.announces = head is not None and text.endswith(":") and head.end() == len(text)
    return found


def _names_owners(label: str) -> bool:
    field = owner_field(label)
    return field is not None and field != OTHER


def _is_fact(word: str) -> bool:
    """Tell whether a word is a label of owners or times, with which no block begins."""
    field = owner_field(word) or field_of(word) or ""
    return cell_of(field) is not None or field in {OTHER, "leaders", "deadline", "number"}


def _mark(one: _Line, line: SourceLine, level: int) -> Mark:
    """Return the mark of a block; a word without a number stays in its text."""
    if one.head is None or not one.is_counted:
        return Mark(BLOCK + level, _POINT, "", 0, line.text)
    printed = cut(line.text, one.head).rstrip()
    return Mark(BLOCK + level, _POINT, printed, 0, line.text[one.head.end() :].strip())


def _heads(seen: Sequence[_Line], lines: Sequence[SourceLine]) -> dict[int, int]:
    """Return the lines with which blocks begin, each with its level: 措施1: can stand below 问题1:."""
    places: dict[str, list[int]] = {}
    for index, one in enumerate(seen):
        if one.word:
            places.setdefault(one.word, []).append(index)
    owners = _last_before([one.names_owners for one in seen])
    numbers = _last_before([one.mark is not None for one in seen])
    heads: dict[int, int] = {}
    outer: list[int] = []
    level = 0
    for at in places.values():
        again = [pair for pair in pairwise(at) if _comes_again(pair, seen, owners, numbers)]
        sure = {index for pair in again if not _any_within(pair, outer) for index in pair}
        if not sure:
            continue
        own = [index for index in at if _begins(index, seen, sure, numbers)]
        heads |= dict.fromkeys(_with_titles(own, seen, lines), level)
        outer = sorted(heads)
        level += 1
    return heads


def _last_before(wanted: Sequence[bool]) -> list[int]:
    """Return for each line the index of the last wanted one before it; -1 where there is none."""
    found: list[int] = []
    last = -1
    for index, is_wanted in enumerate(wanted):
        found.append(last)
        if is_wanted:
            last = index
    return found


def _comes_again(
    pair: tuple[int, int], seen: Sequence[_Line], owners: Sequence[int], numbers: Sequence[int]
) -> bool:
    """Tell whether a word that stands twice begins a block the second time: owners stand between.

    Where the second is numbered by the text (2.问题:…), it is a point already; a word without a number of
    its own (问题:) begins nothing below a number behind those owners.
    """
    first, second = pair
    if seen[second].mark or owners[second] < first:
        return False
    return seen[second].is_counted or numbers[second] <= owners[second]


def _any_within(pair: tuple[int, int], outer: Sequence[int]) -> bool:
    """Tell whether a block of another word begins between two lines."""
    return bisect_right(outer, pair[0]) < bisect_left(outer, pair[1])


def _begins(index: int, seen: Sequence[_Line], sure: set[int], numbers: Sequence[int]) -> bool:
    """Tell whether a block begins at a line with its word: once below 1. it may be a label of that point."""
    if seen[index].mark:
        return False
    above = seen[numbers[index]].mark if numbers[index] >= 0 else None
    return index in sure or seen[index].is_counted or above is None or above.rank < _POINT


def _with_titles(own: Sequence[int], seen: Sequence[_Line], lines: Sequence[SourceLine]) -> list[int]:
    """Return where blocks begin: with the line before its first label, where each has a title of its own."""
    titled = [index - 1 for index in own if index and _is_title(seen[index - 1], lines[index - 1])]
    return titled if len(titled) == len(own) else list(own)


def _is_title(one: _Line, line: SourceLine) -> bool:
    return not (one.mark or one.word or one.names_owners) and is_heading(line.text)


def _within_values(seen: Sequence[_Line], heads: Mapping[int, int]) -> Iterator[int]:
    """Give the numbered lines that are part of the value of a label before them."""
    depth: float = -1
    in_block = has_owners = announced = False
    end = 0
    for index, one in enumerate(seen):
        if index in heads:
            in_block, has_owners, announced = True, one.names_owners, False
        elif one.mark is None:
            has_owners |= one.names_owners
            announced = one.announces
        elif index < end:
            yield index
        else:
            may_hold = announced or (in_block and not has_owners)
            end = _value_end(seen, heads, index, depth, in_block) if may_hold else index
            if end > index:
                yield index
            else:
                depth, in_block = one.depth, False
                has_owners = one.names_owners
            announced = False


def _value_end(
    seen: Sequence[_Line], heads: Mapping[int, int], start: int, depth: float, in_block: bool
) -> int:
    """Return where a label's value ends that goes on with a numbered line; where it begins if it is none.

    Owners stand right behind it. Below a point further numbers behind them tell that each has its own.
    """
    is_over = False
    end = start
    for index in range(start, min(start + _MOST_OF_VALUE, len(seen))):
        one = seen[index]
        is_outer = one.depth <= depth or (depth < 0 and one.mark is not None and one.mark.rank < _POINT)
        if index in heads or is_outer:
            return end
        if one.mark and (is_over or one.names_owners):
            return end if in_block else start
        if one.names_owners and not is_over:
            is_over, end = True, index
    return end
