"""What the cursor is on is changed or opened: by F2, by Enter, by typing on it."""

from typing import NamedTuple

from store.records.undecided_cells import conflicts_at
from tui.screen.acts.card import CardActs
from tui.screen.acts.cells import CellActs
from tui.screen.acts.crossings import CrossingActs
from tui.screen.acts.ledger import LedgerActs
from tui.screen.acts.roster import RosterActs
from tui.screen.acts.texts import TextActs
from tui.screen.desk import Desk
from tui.screen.panes.ledger_columns import IS_LOOKED_AT, OF_REPORTS
from tui.screen.panes.matrix import MatrixCell


class OfRows(NamedTuple):
    """The acts on cells of rows, by what stands in them."""

    cells: CellActs
    ledger: LedgerActs
    texts: TextActs
    card: CardActs


class EditingActs:
    """Hands what the cursor is on to the acts that change it."""

    def __init__(self, desk: Desk, of_rows: OfRows, crossings: CrossingActs, roster: RosterActs) -> None:
        """The desk, and the acts on what stands in each pane."""
        self._desk = desk
        self._cells, self._ledger, self._texts, self._card = of_rows
        self._crossings = crossings
        self._roster = roster

    async def edit(self) -> None:
        """Change what the cursor is on, in the pane that has the keys."""
        panes = self._desk.panes
        if panes.pane == "work_points" and panes.work_points.place:
            await self._texts.edit_place(panes.work_points.place)
        elif panes.pane == "roster" and panes.roster.place:
            await self._roster.open(panes.roster.place)
        elif panes.pane == "matrix" and panes.views.crossing_pane:
            if crossing := panes.views.crossing_pane.crossing:
                await self._crossings.edit(crossing)
        elif panes.pane == "matrix" and panes.views.grid.cell:
            await self.edit_cell(panes.views.grid.cell)

    async def open(self, cell: MatrixCell, typed: str = "") -> None:
        """Change or open a cell of the list or of the ledger, begun with what was typed on it.

        The picker opens on a responsibility, a report on what is reported; on a text Enter opens the card.
        """
        is_undecided = conflicts_at(self._desk.tasks, cell.row, cell.field)
        if cell.is_responsibility:
            await self._cells.open(cell, typed)
        elif cell.field in OF_REPORTS:
            await self._ledger.report_in(cell, typed)
        elif cell.field not in IS_LOOKED_AT and (typed or is_undecided or cell.field == "item"):
            await self._texts.write(cell, typed)
        else:
            await self._card.open(cell.row, cell.field)

    async def edit_cell(self, cell: MatrixCell) -> None:
        """Change a cell of the list: by the picker, or the text of the row or of its item."""
        if cell.is_responsibility:
            await self._cells.pick(cell)
        elif cell.field in OF_REPORTS or cell.field in IS_LOOKED_AT:
            await self.open(cell)
        else:
            await self._texts.write(cell)
