"""A line of a pane in the making: as few pieces as its looks allow, for each has its colours sent."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style


class StyledLine:
    """Texts one after the other; a blank takes on the look before it where the ground is the same."""

    def __init__(self) -> None:
        """Begin at the left."""
        self._pieces: list[Segment] = []
        self._text = ""
        self._style: Style | None = None

    def add(self, text: str, style: Style) -> None:
        """Put a text behind what there is."""
        before = self._style
        if before is None:
            self._style = style
        elif style is not before and not (text.isspace() and style.bgcolor == before.bgcolor):
            self._pieces.append(Segment(self._text, before))
            self._text, self._style = "", style
        self._text += text

    def pieces(self) -> Sequence[Segment]:
        """Return the pieces of the line."""
        return [*self._pieces, Segment(self._text, self._style)] if self._text else self._pieces
