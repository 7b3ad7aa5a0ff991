"""The last net before the terminal: control characters that slipped into a strip are taken out."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class ControlCharacters(LineFilter):
    """Removes characters that move, hide or turn what follows; all of them take no cell, so nothing shifts."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without such characters."""
        return [
            Segment(_CONTROL.sub("", segment.text), segment.style, segment.control)
            if not segment.control and _CONTROL.search(segment.text)
            else segment
            for segment in segments
        ]
