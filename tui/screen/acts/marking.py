"""Marking the rows that the next act is for."""

from tui.screen.desk import Desk


class MarkingActs:
    """Marks rows of the list, in whichever view they are shown."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def mark(self) -> None:
        """Mark the rows of the cell under the cursor, or take their marks off."""
        self._desk.marks.turn(self._desk.cell.rows if self._desk.cell else ())

    async def mark_all(self) -> None:
        """Mark all rows that are shown, or none."""
        self._desk.marks.turn(self._desk.panes.rows_shown)
