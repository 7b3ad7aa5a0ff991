"""Words as a page prints them, each at its place: put together into lines, and these into paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

SMALLEST_GAP = 0.8
"""Blank between two words of a line, in their size, from which on it is a blank and no unevenness."""
_SAME_LINE = 0.5
"""How far apart words of a line may stand in height, in their size."""
UNEVEN = 0.6
"""What a full line may leave free beside what would not have fitted, in its size."""
_NEAR = 3.0
"""How far apart lines begin that begin at the same edge, in points."""
_NARROWER = 0.7
"""What the right margin of a page is at the least, in its left one."""
_WIDER = 2.0
"""What it is at the most: lines that end before are all short ones."""
_INDENT = 0.6
"""How far in a line may begin, in its size, that goes on with the one above."""
_FARTHEST = 3.2
"""How far below the line above a line may stand, in its size, that goes on with it."""
_FARTHEST_IN = 3.0
"""How far in a full line may begin, in its size: one farther in is set at the middle or the right."""
_SAME_SIZE = 0.12
# What the end of a line does not part: a word, number or sign, what opens before and stops behind it: (2026,
_UNPARTED = re.compile(r"[(（“‘《〔\[【『「]*(?:[A-Za-z0-9.%]+|.)[,，。、;；:：!！?？)）”’》〕\]】』」%]*")
_BEGINS = re.compile(
    # What begins a paragraph of its own, wherever it stands: 一、, (一), 第一条, 附件:1, 一是.
    r"[(（]?[一二三四五六七八九十百]+[、)）是]|第[一二三四五六七八九十百]+[章节条]|附件"
    # 1., (1), ①, 3.2 and 4.3.1 with a blank behind.
    r"|[(（]?\d{1,2}[.．、)）](?!\d)|[①-⑳]|\d{1,2}(?:\.\d{1,2}){1,3}[ \u3000]"
)
# A person and a post: 王 强 副局长, 副组长:李立国 局党组成员.
_MEMBER = re.compile(r"(?:^|[:：] ?)[\u4e00-\u9fff](?: ?[\u4e00-\u9fff·]){1,3} +[\u4e00-\u9fff]{2}")
# A full stop that ends a paragraph: 。 and what may close behind it.
_ENDS = re.compile(r"[。；：!！?？][”’」』)）】]*$")


class Piece(NamedTuple):
    """Words drawn in one go: where they begin and end, the height of their line from the top, their size."""

    left: float
    right: float
    line: float
    size: float
    words: str


class Ruling(NamedTuple):
    """A line drawn on a page, along or down; from top left to bottom right."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, lines: Sequence["Ruling"]) -> "Ruling":
        """Return the box that some lines reach to."""
        left = min(line.left for line in lines)
        top = min(line.top for line in lines)
        right = max(line.right for line in lines)
        bottom = max(line.bottom for line in lines)
        return cls(left, top, right, bottom)


@dataclass(slots=True)
class Page:
    """What a page prints, lengths in any unit of its own, heights from the top."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    has_drawing: bool = False
    """Whether anything is drawn on it, words or not."""


class PrintedLine(NamedTuple):
    """A line of a page: where it begins and ends, its height from the top, its size and words."""

    left: float
    right: float
    line: float
    size: float
    words: str


class Column(NamedTuple):
    """From where to where lines are set."""

    left: float
    right: float


def width_of(words: str, size: float) -> float:
    """Return how wide words are as most fonts print them: Chinese signs a square, others half of one."""
    wide = sum(east_asian_width(sign) in "WFA" for sign in words)
    return size * (wide + (len(words) - wide) / 2)


def printed_lines(pieces: Iterable[Piece]) -> list[PrintedLine]:
    """Return the lines that pieces stand in, from the top down."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.line):
        if lines and piece.line - lines[-1][0].line < _SAME_LINE * max(piece.size, lines[-1][0].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [line for line in map(_printed, lines) if line.words.strip()]


def _printed(pieces: Sequence[Piece]) -> PrintedLine:
    """Return the pieces of a line as one, with a blank where one is left between them."""
    in_order = sorted(pieces)
    words = [in_order[0].words]
    for before, piece in pairwise(in_order):
        gap = piece.left - before.right
        if gap > SMALLEST_GAP * piece.size:
            words.append(" ")
        words.append(piece.words)
    right = max(piece.right for piece in in_order)
    with_words = [piece for piece in in_order if piece.words.strip()]
    first = (with_words or in_order)[0]
    text = "".join(words)
    blanks = len(text) - len(text.lstrip())
    left = in_order[0].left + width_of(text[:blanks], first.size)
    return PrintedLine(left, right, first.line, first.size, text.strip())


def set_in(lines: Sequence[PrintedLine], page_width: float) -> Column:
    """Return the column that lines are set in, on a page whose margins are much alike.

    Its left edge is where several of them begin; what stands out to the right is a note beside it.
    """
    if not lines:
        return Column(0, page_width)
    left = _met_twice(sorted(line.left for line in lines))
    rights = [line.right for line in lines]
    within = [right for right in rights if right <= page_width - _NARROWER * left]
    right = max(within, default=max(rights))
    is_short = right < page_width - _WIDER * left
    return Column(left, page_width - left if is_short else right)


def _met_twice(places: Sequence[float]) -> float:
    """Return the first of sorted places that another one is near to, else the first."""
    for place, other in pairwise(places):
        if other - place < _NEAR:
            return place
    return places[0]


def goes_on(above: PrintedLine, line: PrintedLine, column: Column) -> bool:
    """Tell whether a line goes on with the one above it: that is full, and this begins at the edge."""
    size = above.size
    is_left = above.left - column.left < _FARTHEST_IN * size
    is_set_full = is_left and is_full(above, line, column.right)
    at_edge = line.left - column.left < _INDENT * size
    near = line.line - above.line < _FARTHEST * size
    same_size = abs(line.size - size) <= _SAME_SIZE * size
    if not (is_set_full and at_edge and near and same_size):
        return False
    if _MEMBER.match(line.words) and _MEMBER.search(above.words):
        return False
    return not (_ENDS.search(above.words) and _BEGINS.match(line.words))


def is_full(above: PrintedLine, line: PrintedLine, right: float, uneven: float = UNEVEN) -> bool:
    """Tell whether what begins a line would not have fitted behind the one above, up to the right edge."""
    word = _UNPARTED.match(line.words)
    needed = width_of(word.group(), above.size) if word else above.size
    return right - above.right < needed + uneven * above.size


def joined(above: str, line: str) -> str:
    """Return a line put behind the one above: with a blank only between two words in letters."""
    both = above[-1:] + line[:1]
    are_letters = both.isascii() and both.isalpha()
    return f"{above} {line}" if are_letters else above + line


def clusters(places: Iterable[float], apart: float) -> list[float]:
    """Return places without those that lie as good as on another."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > apart:
            kept.append(place)
    return kept
