"""The lines of a menu: headings, and commands with their keys at the right edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import clamp

from tui.screen.widgets.line_list import LineList

_MARGIN = 2
"""Cells before a command; a heading has none."""


@dataclass(frozen=True, slots=True)
class MenuLine:
    """A line of a menu."""

    words: str
    key: str = ""
    is_heading: bool = False
    is_dim: bool = False
    """It cannot be used here."""


class MenuLines(LineList):
    """The cursor passes over the headings; what cannot be used is dim, and can be looked at."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"menu-lines--heading", "menu-lines--dim"}

    def __init__(self) -> None:
        """Empty until shown."""
        super().__init__()
        self._lines: Sequence[MenuLine] = ()

    def show_lines(self, lines: Sequence[MenuLine]) -> None:
        """Show lines, the cursor on the first command."""
        self._lines = lines
        self.show(len(lines), lambda number: lines[number].words)
        self.move_to(0)

    def row_pieces(self, row: int, offset: int) -> Sequence[Segment]:
        """Return a line, its key at the right edge."""
        line = self._lines[row]
        width = self.content_width
        left = line.words if line.is_heading else " " * _MARGIN + line.words
        key = f"{line.key} " if line.key else ""
        words = set_cell_size(left, max(0, width - cell_len(key)))
        return [Segment(words + key, self._style_of(row))]

    def _style_of(self, row: int) -> Style:
        line, style = self._lines[row], Style.null()
        if line.is_heading:
            style = self.get_component_rich_style("menu-lines--heading", partial=True)
        elif line.is_dim:
            style = self.get_component_rich_style("menu-lines--dim")
        if row == self.row:
            style = self.get_component_rich_style("line-list--cursor", partial=True)
        return style

    # ------------------------------------------------------------------ moving

    def move_to(self, row: int) -> None:
        """Bring the cursor to a command: from a heading on to the nearest in the way that it went."""
        step = -1 if row < self.row else 1
        super().move_to(self._command_from(row, step))

    def _command_from(self, row: int, step: int) -> int:
        last = len(self._lines) - 1
        row = clamp(row, 0, last)
        if not self._lines or not self._lines[row].is_heading:
            return row
        beyond = row + step
        return self._command_from(beyond, step) if 0 <= beyond <= last else self.row or 1

    def move_group(self, step: int) -> None:
        """Bring the cursor to the first command of the next group, or of the one before."""
        headings = [number for number, line in enumerate(self._lines) if line.is_heading]
        own = sum(number < self.row for number in headings) - 1
        if headings:
            heading = headings[clamp(own + step, 0, len(headings) - 1)]
            self.move_to(heading + 1)
            self.scroll_to(y=heading, animate=False, force=True)
