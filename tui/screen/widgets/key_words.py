"""Keys with what they do, in one line: as many as there is room for."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.screen.widgets.signs import MORE

_ROOMY = 80
"""Cells of a line from which on keys stand two blanks apart."""

KeyWords = tuple[str, str]
"""A key as people write it, and what it does."""


def cut(text: str, width: int) -> str:
    """Return a text as far as it has room, with a sign where there is more of it."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(MORE)
    return set_cell_size(text, room).rstrip() + MORE if room > 0 else ""


def gap_in(width: int) -> int:
    """Return the blanks between two keys in a line of so many cells."""
    return 2 if width >= _ROOMY else 1


def cells_of(key: KeyWords, gap: int = 2) -> int:
    """Return the cells that a key takes in the line, with a blank before it and what is left of the gap."""
    name, label = key
    return cell_len(name) + cell_len(label) + gap + bool(label)


def fitted(keys: Sequence[KeyWords], width: int) -> list[KeyWords]:
    """Return the first keys that fit into so many cells, and the last in any case: that leaves."""
    *others, last = keys or [("", "")]
    gap = gap_in(width)
    room = width - cells_of(last, gap)
    shown: list[KeyWords] = []
    for key in others:
        room -= cells_of(key, gap)
        if room < 0:
            break
        shown.append(key)
    return [*shown, last]


def pieces(keys: Sequence[KeyWords], of_key: Style, of_words: Style, gap: int = 2) -> list[Segment]:
    """Return keys as they are drawn: each with a blank before it, its name in a style of its own."""
    drawn: list[Segment] = []
    for name, label in keys:
        words = f" {label}" if label else ""
        words += " " * (gap - 1)
        drawn += [Segment(" ", of_words), Segment(name, of_key), Segment(words, of_words)]
    return drawn
