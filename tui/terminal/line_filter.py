"""ScreenFilter: the last look at every line before the terminal gets it."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from store.words.cleaning import DROPPED
from tui.terminal.widths import is_wide

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


class ScreenFilter(LineFilter):
    """Keeps control characters from the terminal, and draws frames in ASCII where the terminal would draw
    them two cells wide.

    Put it last in App.get_line_filters(). Both replace cells by as many cells, so the layout stands.
    """

    def __init__(self) -> None:
        """Take the terminal as it was settled."""
        super().__init__()
        self._table = _REMOVED | _FRAMES if is_wide() else _REMOVED

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of one line as the terminal may have them."""
        return [
            segment if segment.control or _is_plain(segment.text) else self._drawn(segment)
            for segment in segments
        ]

    def _drawn(self, segment: Segment) -> Segment:
        return Segment(segment.text.translate(self._table), segment.style)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()
