"""Lines of the roster: roles, names and what stands beside them in columns, facts below. Plain values."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from store.words.line_breaking import parted
from tui.screen.widgets.cutting import cut_to
from tui.screen.widgets.line_pane import RecordLine
from tui.screen.widgets.signs import MORE

_INDENT = 7
"""Cells before a name: as many as the longest role takes (副组长, and a blank)."""
_INDENT_OF_FACTS = _INDENT + 2
_LEAST = 6
"""Cells that a text is given at least."""


_WHOLE = "（[^（）]*）|[^/（ ]+[/ ]?|."
"""What of a fact stands on one line where it has room: 分管, 胡军/, 赵峰, （待定）."""


Fact = tuple[str, str]
"""Words that are not broken where there is room, and the part that they are drawn as."""


class RosterText(NamedTuple):
    """What a line of the roster says: its role, a name, what stands beside that, the counts, facts below.

    Where nothing stands beside it, the name is a heading.
    """

    role: str = ""
    name: str = ""
    beside: str = ""
    part: str = ""
    """How what stands beside the name is drawn."""
    counts: str = ""
    facts: tuple[Fact, ...] = ()
    may_be_cut: bool = False
    """What stands beside the name is cut to a line but where it is shown whole."""


@lru_cache(maxsize=4096)
def lines_of(text: RosterText, width: int, *, whole: bool) -> Sequence[RecordLine]:
    """Return a text in lines of a width, what stands beside its name whole or cut to a line."""
    if not text.beside:
        return [RecordLine(((line.rstrip(), "name"),)) for line in parted(text.name, width, cell_len)]
    right = f" {text.counts}" if text.counts else ""
    role = set_cell_size(text.role, max(_INDENT, cell_len(text.role) + 1))
    name = f"{text.name} " if text.name else ""
    room = max(_LEAST, width - cell_len(role + name + right))
    beside = _post_cut(text.beside, room) if text.may_be_cut and not whole else text.beside
    first, *below = _hanging(beside, room, max(_LEAST, width - _INDENT))
    lines = [RecordLine(((role, "dim"), (name, "name"), (first, text.part)), right)]
    for line in below:
        lines.append(RecordLine(((" " * _INDENT, ""), (line, text.part))))
    return (*lines, *_filled(text.facts, max(_LEAST, width - _INDENT_OF_FACTS)))


def _hanging(words: str, first_width: int, width: int) -> Sequence[str]:
    """Return words wrapped to a width, the first line to one of its own."""
    first, *rest = parted(words, first_width, cell_len)
    if not rest:
        return (first,)
    left_over = words[len(first) :].lstrip()
    return (first.rstrip(), *(line.rstrip() for line in parted(left_over, width, cell_len)))


def _post_cut(post: str, width: int) -> str:
    """Return a post, or where that does not fit the last of several that it names: …副局长."""
    if cell_len(post) <= width:
        return post
    before, _, last = post.rpartition("、")
    return cut_to(f"{MORE}{last}" if before else post, width)


def _filled(facts: Sequence[Fact], width: int) -> Sequence[RecordLine]:
    """Return facts one behind the other, broken between them as far as each has room."""
    lines: list[list[Fact]] = []
    used = width
    for words, part in facts:
        for piece in _pieces(words, width):
            if used + 1 + cell_len(piece) > width:
                lines.append([(" " * _INDENT_OF_FACTS, ""), (piece, part)])
                used = cell_len(piece)
            else:
                lines[-1].append((f" {piece}", part))
                used += 1 + cell_len(piece)
    return [RecordLine(tuple(line)) for line in lines]


def _pieces(words: str, width: int) -> Sequence[str]:
    """Return a fact in lines of a width, parted behind a stroke or before a bracket: 胡军/, 赵峰（待定）."""
    if cell_len(words) <= width:
        return (words,)
    lines = [""]
    for part in re.findall(_WHOLE, words):
        room = width - cell_len(lines[-1])
        size = cell_len(part.rstrip())
        is_whole = size <= width
        if size > room and (is_whole or room < _LEAST):
            lines.append("")
            room = width
        first, *more = _hanging(part, room, width) if not is_whole else (part,)
        lines[-1] += first
        lines += more
    return list(filter(None, lines))
