"""统计 (F10): the statistics on the screen; a figure leads to its rows, F9 to paper."""

from tui.screen.acts.printing import PrintingActs
from tui.screen.desk import Desk
from tui.screen.dialogs.stats import StatsDialog, StatsView


class StatsActs:
    """Shows statistics, and goes where a figure leads."""

    def __init__(self, desk: Desk, printing: PrintingActs) -> None:
        """The desk to work on, and what brings a table to paper."""
        self._desk = desk
        self._printing = printing
        self._view = StatsView()
        """What was looked at last: it is shown again."""

    async def show(self) -> None:
        """Show the statistics as they were left, from there to a row or to paper."""
        left = await self._desk.ask(StatsDialog(self._desk.tasks, self._view))
        if left is None:
            return
        self._view = left.view
        if left.row:
            self._desk.go_to_row(left.row)
        else:
            await self._printing.print_statistics(left.view.printed)
