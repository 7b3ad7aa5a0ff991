"""Breaking Chinese lines as 避头尾 wants: no closing mark begins a line, no opening mark ends one.

Numbers and Latin words stay whole, and so do —— and ……. Measured by a ruler that the caller gives, so that
the screen (cells) and paper (GB18030 columns) break alike.
"""

import re
from collections.abc import Callable, Iterator

NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·～%％℃‰,.;:?!)]}")
"""Marks that no line begins with."""
NOT_LAST = frozenset("（《〈「『【〔“‘([{￥№")
"""Marks that no line ends with."""
_TOKEN = re.compile(r"——|……|[0-9A-Za-z]+(?:[.,:/_\-+@][0-9A-Za-z]+)*| +|.", re.DOTALL)


def break_offsets(text: str, width: int, measure: Callable[[str], int]) -> list[int]:
    """Offsets in a paragraph at which a new line begins; blanks at a line's end may hang over its width."""
    offsets: list[int] = []
    used = 0
    for start, unit in _units(text):
        room = measure(unit)
        if unit.isspace():
            used += room
            continue
        if used + room <= width:
            used += room
            continue
        if used:
            offsets.append(start)
        used = room
        if room > width:
            folded, used = _fold(unit, width, measure)
            offsets += [start + offset for offset in folded]
    return offsets


def _fold(unit: str, width: int, measure: Callable[[str], int]) -> tuple[list[int], int]:
    """Where a unit longer than a line is cut, and how much of the last line it takes."""
    offsets: list[int] = []
    used = 0
    for offset, character in enumerate(unit):
        room = measure(character)
        if used and used + room > width:
            offsets.append(offset)
            used = 0
        used += room
    return offsets, used


def _units(text: str) -> Iterator[tuple[int, str]]:
    """What must not be parted: tokens with the marks that cling to them, each with its offset."""
    start, unit = 0, ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        clings = unit and not token.isspace() and (token[0] in NOT_FIRST or unit[-1] in NOT_LAST)
        if not clings and unit:
            yield start, unit
        if not clings:
            start, unit = match.start(), ""
        unit += token
    if unit:
        yield start, unit
