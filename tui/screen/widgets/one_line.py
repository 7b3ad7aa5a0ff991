"""A widget of lines over the whole width of the screen, drawn from pieces: no layout, no wrapping."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


class OneLine(Widget):
    """One line, above or below the panes."""

    def pieces(self, y: int, width: int) -> Sequence[Segment]:
        """Return what a line shows, in so many cells."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw the pieces on the ground of the widget."""
        width, base = self.size.width, self.rich_style
        strip = Strip(self.pieces(y, width)).crop(0, width)
        return strip.extend_cell_length(width).apply_style(base)
