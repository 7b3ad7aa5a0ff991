"""Where a line of Chinese text may break (避头尾), measured as the caller does.

The screen measures in cells, paper in GB18030 widths.
"""

import re
from collections.abc import Callable
from itertools import pairwise

NOT_FIRST = "，。、；：？！）》〉」』】〕〗］｝”’…—·～%％℃‰,.;:?!)]}"
"""Marks that no line begins with."""
NOT_LAST = "（《〈「『【〔〖［｛“‘([{￥№"
"""Marks that no line ends with."""

_BEFORE = rf"(?:[{re.escape(NOT_LAST)}]\s*)*"
_AFTER = rf"(?:\s*[{re.escape(NOT_FIRST)}])*"
_MARK = "[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f]"
"""A mark that stands on the character before it, or says how that is drawn."""
_TAIL = rf"{_MARK}*(?:\u200d(?:\S{_MARK}*)?)*"
_LETTERS = "[0-9A-Za-zÀ-ɏ０-９]"
_WORD = rf"{_LETTERS}+(?:(?:{_MARK}|[-./:_@&+#'=?~])+{_LETTERS}+)*"
"""A word, a number or an address, which is never parted: 3.5, WPS, a@b.cn."""
_CHARACTER = rf"\S{_TAIL}"
_HAN = "[一-龥]"
# A run of characters that may be parted anywhere, or what is never parted: opening marks, a word or a
# character, closing marks, and the blanks that may hang over the end of the line.
_UNIT = re.compile(rf"{_HAN}+(?=\w)|{_BEFORE}(?:{_WORD}|\S){_TAIL}{_AFTER}\s*|\s+")
# Seldom is a unit wider than a line: these are compiled when the first one is.
_PIECE = rf"{_BEFORE}{_CHARACTER}{_AFTER}|\s"
_LEAST = rf"{_CHARACTER}|\s"

Measure = Callable[[str], int]


def break_offsets(
    text: str, width: int, measure: Measure, *, fold: bool = True, hang: bool = True
) -> list[int]:
    """Return the offsets at which a text without newlines is parted into lines of a width.

    What is never parted and yet wider than a line is folded at the width, or left whole. Blanks at the end
    of a line may hang over its width; without `hang` they count like letters, as a caret must be able to
    stand behind.
    """
    if width < 1 or measure(text) <= width:
        return []
    offsets: list[int] = []
    used = end = 0
    for unit in _UNIT.findall(text):
        start, end = end, end + len(unit)
        size = measure(unit)
        used += size
        if used <= width:
            continue
        if _is_run(unit):
            count = len(unit)
            used -= size
            used = _fill(count, start, size // count, used, width, offsets)
            continue
        body = _body(unit, hang)
        hanging = size - measure(body)
        if used - hanging <= width:
            continue
        if start:
            offsets.append(start)
        used = size
        is_too_wide = size - hanging > width
        if fold and is_too_wide:
            used = hanging + _fold(_PIECE, body, start, width, measure, offsets)
    return offsets


def parted(text: str, width: int, measure: Measure) -> list[str]:
    """Return the lines that a text without newlines is parted into; blanks at their ends are kept."""
    ends = [0, *break_offsets(text, width, measure), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


def _body(unit: str, hang: bool) -> str:
    """Return what of a unit must stand within the width."""
    return unit.rstrip() if hang else unit


def _is_run(unit: str) -> bool:
    """Say whether a unit is a run of characters, all of one size, that may be parted anywhere."""
    return len(unit) > 1 and "一" <= unit[0] <= "龥" and "一" <= unit[1] <= "龥"


def _fill(count: int, start: int, size: int, used: int, width: int, offsets: list[int]) -> int:
    """Part a run of characters of one size wherever a line is full; return the width of its last line."""
    taken = max((width - used) // size, 0 if used else 1)
    while taken < count:
        start += taken
        offsets.append(start)
        count -= taken
        used = 0
        taken = max(width // size, 1)
    return used + count * size


def _fold(pieces: str, unit: str, start: int, width: int, measure: Measure, offsets: list[int]) -> int:
    """Part a unit that is wider than a line between characters with their marks, else between any.

    Return the width of its last line.
    """
    used = 0
    for match in re.finditer(pieces, unit):
        piece, here = match[0], start + match.start()
        size = measure(piece)
        if used and used + size > width:
            offsets.append(here)
            used = 0
        if size > width and pieces is not _LEAST:
            size = _fold(_LEAST, piece, here, width, measure, offsets)
        used += size
    return used
