"""The lines of the settings: headings, and settings with their values in a column."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.screen.widgets.menu_lines import MenuLine, MenuLines

_INDENT, _GAP = 2, 2
_WIDEST = 38
"""Cells of the longest label that moves the column of values."""


class SettingLines(MenuLines):
    """Labels are dim, values are read at a glance; a value that is the default is dim as well."""

    def draw(self, lines: Sequence[MenuLine]) -> None:
        """Draw the same lines with other values; the cursor stays where it is."""
        self._lines = lines
        self.refresh()

    def row_pieces(self, row: int, offset: int) -> Sequence[Segment]:
        """Return a line: its label, and in the column of values its value."""
        line = self._lines[row]
        width = self.content_width
        if line.is_heading:
            return super().row_pieces(row, offset)
        column = self._column
        label = set_cell_size(" " * _INDENT + line.words, column)
        value = set_cell_size(line.key, max(0, width - column))
        base = self._style_of(row)
        if row == self.row:
            return [Segment(label + value, base)]
        dim = self.get_component_rich_style("menu-lines--dim")
        return [Segment(label, dim), Segment(value, dim if line.is_dim else Style.null())]

    @property
    def _column(self) -> int:
        """Where the values begin."""
        labels = [cell_len(line.words) for line in self._lines if not line.is_heading]
        return _INDENT + min(max(labels, default=0), _WIDEST) + _GAP
