"""The ledger (台账) of a list: made when it is first shown, as are its imports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.machine.view_state import RowHeight
from store.records.tasklist import TaskList

if TYPE_CHECKING:
    from store.ledger.periods import Period
    from tui.screen.panes.ledger_cells import LedgerCells
    from tui.screen.panes.matrix import Matrix


class LedgerView:
    """Most sessions with a list that uses no ledger go without it."""

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self.pane: Matrix | None = None
        self._cells: LedgerCells | None = None
        self._height: RowHeight = "whole"

    @property
    def period(self) -> "Period":
        """The period that is shown."""
        assert self._cells, "the ledger is shown"
        return self._cells.period

    @property
    def period_label(self) -> str:
        """The period in the clerk's words: 2021年10月; empty before the ledger was shown."""
        return self._cells.period.label if self._cells else ""

    def make(self, tasks: TaskList) -> "Matrix":
        """Return the pane, at the period that is worked on."""
        from store.ledger.row_in_a_period import period_looked_at
        from tui.screen.panes.ledger_cells import LedgerCells
        from tui.screen.panes.matrix import Matrix

        self._cells = LedgerCells(tasks, period_looked_at(tasks, tasks.clock.day()))
        self.pane = Matrix(tasks, self._cells, id="ledger")
        self.pane.take_height(self._height)
        return self.pane

    def show(self, tasks: TaskList, rows: Sequence[str]) -> None:
        """Show rows of a list."""
        if self.pane:
            self.pane.show(tasks, rows)

    def take_height(self, height: RowHeight) -> None:
        """Give the rows the lines that this user wants."""
        self._height = height
        if self.pane:
            self.pane.take_height(height)

    def go_to(self, period: "Period") -> None:
        """Show another period; rows and cursor stay where they are."""
        if self.pane and self._cells:
            self._cells.period = period
            self.pane.look_again()

    def wants_more_than(self, width: int) -> bool:
        """Say whether the columns would not all stand in so many cells."""
        from tui.screen.panes.ledger_columns import WISHED_WIDTH

        return width < WISHED_WIDTH
