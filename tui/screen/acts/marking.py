"""Marking the rows that the next act is for."""

from tui.screen.desk import Desk


class MarkingActs:
    """Marks rows of the list, in whichever view they are shown."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def mark(self) -> None:
        """Mark the rows of the cell under the cursor, or take their marks off."""
        self._desk.panes.matrix.choose_at_cursor()

    async def mark_all(self) -> None:
        """Mark all rows that are shown, or none."""
        self._desk.panes.matrix.choose_all()
