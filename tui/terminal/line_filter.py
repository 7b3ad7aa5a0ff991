"""ScreenFilter: the last look at every line before the terminal gets it."""

import sys
from functools import lru_cache

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from store.words.cleaning import DROPPED
from tui.terminal.widths import draws_in_ascii

_REMOVED: dict[int, str] = {ord(character): "" for character in DROPPED} | dict.fromkeys(
    range(55296, 57344), "?"
)
_SHAPES = {
    "-": "─━┄┅┈┉╌╍═╴╶╸╺╼╾▔▀",
    "|": "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▉▊▋▌▍▎▏▐▕",
    "_": "▁▂▃▄",
    "#": "▅▆▇█░▒▓▖▗▘▙▚▛▜▝▞▟",
    "/": "╱",
    "\\": "╲",
}
_FRAMES = dict.fromkeys(range(0x2500, 0x2580), "+") | {
    ord(shape): sign for sign, shapes in _SHAPES.items() for shape in shapes
}


_PLAIN = {"▾": "v", "▸": ">", "✓": "*"}
"""What stands for our own signs where the terminal's encoding lacks them."""


class ScreenFilter(LineFilter):
    """Keeps control characters from the terminal, draws frames in ASCII where the terminal would draw them
    two cells wide, and gives what its encoding lacks as many cells as it has in the layout.

    Put it last in App.get_line_filters(). All replace cells by as many cells, so the layout stands.
    """

    def __init__(self, encoding: str = "") -> None:
        """Take the terminal as it was settled, unless an encoding is given."""
        super().__init__()
        encoding = encoding or getattr(sys.__stderr__, "encoding", "utf-8")
        self._lacking = "" if encoding == "utf-8" else encoding
        """The encoding of the terminal where it lacks some characters."""
        self._table = _REMOVED | _FRAMES if draws_in_ascii() else _REMOVED

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of one line as the terminal may have them."""
        return [
            segment if segment.control or _is_plain(segment.text) else self._drawn(segment)
            for segment in segments
        ]

    def _drawn(self, segment: Segment) -> Segment:
        text = segment.text.translate(self._table)
        if self._lacking:
            text = "".join([_within(self._lacking, character) for character in text])
        return Segment(text, segment.style)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


@lru_cache(4096)
def _within(encoding: str, character: str) -> str:
    """Return a character, or what stands for it in an encoding that lacks it."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(character) or "?" * get_character_cell_size(character)
    return character
