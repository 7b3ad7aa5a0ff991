"""How the parts of a grid look: its head, its rows by what they are, the cell under the cursor."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.style import Style

from tui.screen.widgets.chosen import CHOSEN_SIGN
from tui.screen.widgets.row_pane import MARK_SIGN
from tui.screen.widgets.signs import BAR
from tui.screen.widgets.styled_line import StyledLine

if TYPE_CHECKING:
    from tui.screen.widgets.grid_pane import GridPane

GUTTER = 1
"""Cells at the left for the bar of the row under the cursor, or the sign of one that is linked."""

NOWHERE = -2
"""The column of the cursor in a line that its cell is not in; -1 is the row's own name in the 方阵."""
GROUNDS = ("other", "row", "chosen", "lit")
"""The grounds that rows have but the pane's own: of each second item, of the row under the cursor, of rows
that the clerk marked, and of those just changed.
"""
PARTS = ("head", "cursor", "linked", "sign", "name", "item", "faint", "open")
"""The parts that have a look of their own on whatever ground."""


def component(part: str) -> str:
    """Return the name of a part or ground in the style sheet."""
    return f"grid--{part}"


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row looks apart from its cells."""

    ground: str
    cursor: int
    """The number of the column whose cell in this line is the cursor's."""
    has_bar: bool
    """It is under the cursor of the pane that has the keys."""
    is_linked: bool
    """It belongs to what is selected in another pane."""
    is_chosen: bool
    """The clerk marked it."""


class GridLooks:
    """Gives the styles of a grid; each is made once, as it is asked for with each line that is drawn."""

    def __init__(self, pane: "GridPane") -> None:
        """Take the pane whose theme and rows they are."""
        self._pane = pane
        self._made: dict[tuple[str, str], Style] = {}

    def forget(self) -> None:
        """Make the styles anew: the theme is another, or the pane has the keys or has them no more."""
        self._made.clear()

    def of(self, part: str = "", ground: str = "") -> Style:
        """Return the look of a part, "" plain text, on a ground, "" the pane's own."""
        style = self._made.get((part, ground))
        if style is None:
            style = self._component(ground) + self._component(part)
            self._made[part, ground] = style
        return style

    def _component(self, part: str) -> Style:
        return self._pane.get_component_rich_style(component(part), partial=True) if part else Style.null()

    def row(self, row: int, *, is_other: bool, under_cursor: bool) -> RowLook:
        """Return how a row looks in a line; `is_other` is one of the two grounds of items."""
        pane, key = self._pane, self._pane.key_of(row)
        is_chosen, is_cursors = key in pane.chosen.keys, row == pane.row
        ground = "other" if is_other else ""
        if key in pane.light.keys:
            ground = "lit"
        elif is_cursors:
            ground = "row"
        elif is_chosen:
            ground = "chosen"
        return RowLook(
            ground,
            pane.column if under_cursor else NOWHERE,
            has_bar=is_cursors and pane.has_focus,
            is_linked=pane.is_marked(row),
            is_chosen=is_chosen,
        )

    def row_begun(self, look: RowLook, name: str, *, is_first: bool = True) -> StyledLine:
        """Return the beginning of a line of a row: its bar or sign, in its first line its name."""
        line, sign = StyledLine(), self.of("sign", look.ground)
        mark = MARK_SIGN if look.is_linked and is_first else " "
        line.add(BAR if look.has_bar else mark, sign)
        if not is_first:
            line.add(" " * (len(name) + 1), sign)
            return line
        stands_out = look.is_linked or look.is_chosen
        line.add(name, self.of("linked" if stands_out else "name", look.ground))
        line.add(CHOSEN_SIGN if look.is_chosen else " ", sign)
        return line
