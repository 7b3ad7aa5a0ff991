"""How the parts of a grid look: its head and rules, its rows by what they are, the cell under the cursor."""

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color
from rich.style import Style

from tui.screen.widgets.row_pane import MARK_SIGN

if TYPE_CHECKING:
    from tui.screen.widgets.grid_pane import GridPane

GUTTER = 2
"""Cells at the left where marked rows carry their sign."""

PARTS = ("head", "cursor", "row", "marked", "chosen", "lit", "name", "rule")
"""The parts that have a look of their own, by which themes name them."""

_DIM = ("name", "rule")


def component(part: str) -> str:
    """Return the name of a part in the style sheet."""
    return f"grid--{part}"


@lru_cache(maxsize=8)
def _coloured(color: Color | None) -> Style:
    """Return a style of a color alone, made once: it is asked for with each line that is drawn."""
    return Style(color=color)


class GridLooks:
    """Gives the styles of a grid, and the signs before its rows."""

    def __init__(self, pane: "GridPane") -> None:
        """Take the pane whose theme and rows they are."""
        self._pane = pane

    def part(self, part: str) -> Style:
        """Return the look of a part."""
        name = component(part)
        if part in _DIM:  # What is half seen through is mixed with the ground in the whole style alone.
            return _coloured(self._pane.get_component_rich_style(name).color)
        return self._pane.get_component_rich_style(name, partial=True)

    def sign(self, row: int) -> str:
        """Return what stands in the gutter before a row."""
        pane = self._pane
        linked = MARK_SIGN if pane.is_marked(row) else ""
        return (pane.chosen.sign_of(pane.key_of(row)) + linked).ljust(GUTTER)

    def ground(self, row: int) -> Style:
        """Return the ground of a row: under the cursor, marked by the clerk, or just changed."""
        pane, key = self._pane, self._pane.key_of(row)
        own = self.part("row") if row == pane.row else Style.null()
        if key in pane.chosen.keys:
            own += self.part("chosen")
        return own + self.part("lit") if key in pane.light.keys else own
