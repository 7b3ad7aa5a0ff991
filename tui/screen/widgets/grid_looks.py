"""How the parts of a grid look: its head, its rows by what they are, the cell under the cursor."""

from typing import NamedTuple

from tui.screen.widgets.chosen import CHOSEN_SIGN
from tui.screen.widgets.part_looks import PartLooks
from tui.screen.widgets.row_pane import MARK_SIGN, RowPane
from tui.screen.widgets.signs import BAR
from tui.screen.widgets.styled_line import StyledLine

KIND = "grid"
"""What the style sheet calls the parts of all grids: grid--head."""

NOWHERE = -2
"""The column of the cursor in a line that its cell is not in; -1 is the row's own name in the 方阵."""
GROUNDS = ("other", "row", "chosen", "lit")
"""The grounds that rows have but the pane's own: of each second item, of the row under the cursor, of rows
that the clerk marked, and of those just changed.
"""
PARTS = ("head", "cursor", "linked", "sign", "name", "item", "dim", "faint", "open", "red", "blue", "well")
"""The parts that have a look of their own on whatever ground."""


class RowLook(NamedTuple):
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


class GridLooks(PartLooks):
    """Gives the styles of a grid, and how its rows look."""

    def __init__(self, pane: RowPane) -> None:
        """Take the pane whose theme and rows they are."""
        super().__init__(pane, KIND)
        self._pane = pane

    def row(self, row: int, *, is_other: bool, cursor: int) -> RowLook:
        """Return how a row looks in a line; `is_other` is one of the two grounds of items.

        `cursor` is the column whose cell in this line is the cursor's, or NOWHERE.
        """
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
            cursor,
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
