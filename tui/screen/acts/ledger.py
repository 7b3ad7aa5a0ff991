"""Acts in the ledger (台账): which period is shown, and what is reported for it."""

from typing import TYPE_CHECKING

from tui.screen.desk import Desk
from tui.screen.panes.matrix import MatrixCell

if TYPE_CHECKING:
    from store.ledger.periods import Period


class LedgerActs:
    """What can be done in the ledger beside what can be done in the list."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ the period

    async def period_back(self) -> None:
        """Show the period before."""
        self._show(self._desk.panes.views.ledger.period.before)

    async def period_on(self) -> None:
        """Show the next period."""
        self._show(self._desk.panes.views.ledger.period.next)

    async def go_to_period(self) -> None:
        """Ask for a period and show it."""
        from store.ledger.periods import period_named

        desk, now = self._desk, self._desk.panes.views.ledger.period
        title = "看哪一期，如 2026-10、2026Q4、2026H2、2026、2026-W43"
        words = await desk.ask_text(title, now.name, check=period_named)
        if words is not None:
            self._show(period_named(words))

    def _show(self, period: "Period") -> None:
        self._desk.panes.views.ledger.go_to(period)
        self._desk.panes.show_title()

    # ------------------------------------------------------------------ reports

    async def report_in(self, at: MatrixCell, typed: str = "") -> None:
        """Enter the report that a cell shows, begun with what was typed on it."""
