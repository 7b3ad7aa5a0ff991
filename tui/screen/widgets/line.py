"""A line of a dialog's list: words in a few weights, wrapped beside what leads them. Plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from rich.cells import cell_len

from store.words.cleaning import clean, clean_line
from store.words.cutting import cut
from store.words.line_breaking import break_offsets

Weight = Literal["text", "bold", "dim", "faint", "accent", "well", "due"]

_NARROWEST = 8
"""Cells that a text has at the least, however much leads it."""
_BEFORE_RIGHT = 2
_HANG = 2
"""Blanks before further lines of a text whose lead takes more than half of the width."""


class Part(NamedTuple):
    """Words of one weight."""

    words: str
    weight: Weight = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; where it is wrapped, its text stays beside what leads it."""

    parts: tuple[Part, ...] = ()
    lead: tuple[Part, ...] = ()
    """Such as a mark, a label or a blank."""
    right: str = ""
    """At the right edge, such as a count or a key; dim."""
    below: tuple["Line", ...] = ()
    """Further lines of the same thing: the cursor is on all of them."""
    is_read_only: bool = False
    """The cursor passes over it."""
    is_cut: bool = False
    """It takes one line, however long it is."""


BLANK = Line(is_read_only=True)
"""Stands between two groups."""


def plain(words: str, weight: Weight = "text", *, indent: int = 0, is_read_only: bool = False) -> Line:
    """Return a line of one weight."""
    return Line((Part(words, weight),), (Part(" " * indent),), is_read_only=is_read_only)


def heading(words: str, right: str = "") -> Line:
    """Return the head of a group, how many it has at the right."""
    return Line((Part(words, "bold"),), right=right, is_read_only=True)


def only_read(line: Line) -> Line:
    """Return a line that the cursor passes over."""
    return replace(line, is_read_only=True)


def padded(words: str, width: int) -> str:
    """Return words with blanks up to a width."""
    return words + " " * (width - cell_len(words))


def widest(words: Sequence[str]) -> int:
    """Return the cells of the widest of some words."""
    return max(map(cell_len, words), default=0)


def in_lines(line: Line, width: int, *, wraps: bool) -> Iterator[Sequence[Part]]:
    """Yield a line in as many lines as it takes in a width, or cut to one."""
    before = cells_of(line.lead)
    right = clean_line(line.right)
    beside = cell_len(right) + _BEFORE_RIGHT if right else 0
    room = max(_NARROWEST, width - before - beside)
    hang = before if before <= width // 2 else _HANG
    shown = (
        wrapped(line.parts, room, width - hang - beside)
        if wraps and not line.is_cut
        else [_cut(line.parts, room)]
    )
    for number, parts in enumerate(shown):
        if number:
            yield [Part(" " * hang), *parts]
        elif right:
            between = " " * max(_BEFORE_RIGHT, width - before - cells_of(parts) - cell_len(right))
            yield [*line.lead, *parts, Part(between), Part(right, "dim")]
        else:
            yield [*line.lead, *parts]
    for one in line.below:
        yield from in_lines(one, width, wraps=wraps)


def cells_of(parts: Sequence[Part]) -> int:
    """Return the cells that parts take."""
    return sum(cell_len(part.words) for part in parts)


def _cut(parts: Sequence[Part], room: int) -> list[Part]:
    """Return parts cut to a room."""
    shown: list[Part] = []
    for part in parts:
        words = cut(clean_line(part.words), room, cell_len)
        shown.append(Part(words, part.weight))
        room -= cell_len(words)
        if room <= 0:
            break
    return shown


def wrapped(parts: Sequence[Part], first: int, further: int) -> Iterator[list[Part]]:
    """Yield parts line by line in the room of the first and of further lines, line ends of their own stay."""
    cleaned = [Part(clean(part.words), part.weight) for part in parts]
    text = "".join(part.words for part in cleaned)
    at, room = 0, first
    for paragraph in text.split("\n"):
        for start, end in pairwise(_ends(paragraph, room, further)):
            yield _between(cleaned, at + start, at + end)
        at, room = at + len(paragraph) + 1, further


def _ends(text: str, first: int, further: int) -> Sequence[int]:
    """Return where the lines of a text begin and end, as a text of Chinese is broken."""
    offsets = break_offsets(text, first, cell_len)
    if offsets and further != first:
        begun = offsets[0]
        offsets = [begun, *(begun + one for one in break_offsets(text[begun:], further, cell_len))]
    return [0, *offsets, len(text)]


def _between(parts: Sequence[Part], start: int, end: int) -> list[Part]:
    """Return what stands between two offsets of the text that parts make, without the blanks at its end."""
    found: list[Part] = []
    at = 0
    for part in parts:
        words = part.words[max(0, start - at) : max(0, end - at)]
        at += len(part.words)
        if words:
            found.append(Part(words, part.weight))
    while found and not found[-1].words.rstrip():
        found.pop()
    return found
