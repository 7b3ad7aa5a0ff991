"""A list of lines to move through, each made when it is drawn: ten thousand open as quickly as ten."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from store.words.cleaning import clean_line
from tui.screen.widgets.row_lines import EvenRows
from tui.screen.widgets.row_pane import RowPane


class LineList(RowPane, can_focus=False):
    """One line is the cursor; the dialog around it keeps the keys and calls `move`."""

    LINES_KEPT = 1

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}

    class Selected(Message):
        """The line under the cursor was clicked on."""

    def __init__(self) -> None:
        """Empty until shown."""
        super().__init__()
        self._line: Callable[[int], str] = str

    def show(self, count: int, line: Callable[[int], str]) -> None:
        """Show so many lines, the cursor on the first."""
        self.rows, self._line = EvenRows(count), line
        self.row = 0
        self.show_cursor()
        self.refresh()

    @property
    def cursor(self) -> int | None:
        """The line under the cursor; none in an empty list."""
        return self.row if self.rows.count else None

    def row_pieces(self, row: int, offset: int) -> Sequence[Segment]:
        """Return a line, cut to the width."""
        style = Style.null()
        if row == self.row:
            style = self.get_component_rich_style("line-list--cursor", partial=True)
        line = clean_line(self._line(row))
        return [Segment(set_cell_size(line, self.size.width), style)]

    def take_click(self, row: int, x: int, chain: int) -> None:
        """Bring the cursor to the line that was clicked on; a click on the cursor selects."""
        if row == self.row:
            self.post_message(self.Selected())
        else:
            self.move_to(row)
