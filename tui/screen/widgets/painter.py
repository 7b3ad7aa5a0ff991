"""Paints the lines of a pane: a line that was painted before is taken as it is, wherever it stands now."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from tui.screen.widgets.row_pane import RowPane


class Painter:
    """Makes strips of the pieces of a pane, on the pane's own look."""

    def __init__(self, pane: "RowPane") -> None:
        """Take the pane whose lines they are."""
        self._pane = pane
        self._look: Style | None = None

    def forget_look(self) -> None:
        """Work out anew how the pane looks, which is asked for with each line."""
        self._look = None

    def line(self, pieces: Sequence[Segment]) -> Strip:
        """Return a line of some pieces, as wide as the pane."""
        if self._look is None:
            self._look = self._pane.rich_style
        return _painted(tuple(pieces), self._pane.size.width, self._look)

    def lines(self, crop: Region) -> list[Strip]:
        """Return some lines of the pane, a blank for its title."""
        _, ground = self._pane.background_colors
        top = self._pane.styles.gutter.top
        filters = self._pane.app.get_line_filters()
        lines: list[Strip] = []
        for y in crop.line_range:
            line = self._pane.render_line(y - top) if y >= top else self.line(())
            for line_filter in filters:
                line = line.apply_filter(line_filter, ground)
            lines.append(line.crop(crop.x, crop.right))
        return lines


@lru_cache(maxsize=256)
def _painted(pieces: tuple[Segment, ...], width: int, look: Style) -> Strip:
    """Return a line of some pieces; Textual keeps with it its parts, and the bytes for the terminal."""
    return Strip(pieces).extend_cell_length(width, look).crop(0, width).apply_style(look)
