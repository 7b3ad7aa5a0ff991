"""The one act behind F2: it changes what the cursor is on."""

from tui.screen.acts.cells import CellActs
from tui.screen.acts.crossings import CrossingActs
from tui.screen.acts.roster import RosterActs
from tui.screen.acts.texts import TextActs
from tui.screen.desk import Desk
from tui.screen.panes.matrix import MatrixCell


class EditingActs:
    """Hands what the cursor is on to the acts that change it."""

    def __init__(
        self,
        desk: Desk,
        cells: CellActs,
        crossings: CrossingActs,
        texts: TextActs,
        roster: RosterActs,
    ) -> None:
        """The desk, and the acts on what stands in each pane."""
        self._desk = desk
        self._cells = cells
        self._crossings = crossings
        self._texts = texts
        self._roster = roster

    async def edit(self) -> None:
        """Change what the cursor is on, in the pane that has the keys."""
        panes = self._desk.panes
        if panes.pane == "work_points" and panes.work_points.place:
            await self._texts.edit_place(panes.work_points.place)
        elif panes.pane == "roster" and panes.roster.place:
            await self._roster.open(panes.roster.place)
        elif panes.pane == "matrix" and panes.crossing_pane:
            if crossing := panes.crossing_pane.crossing:
                await self._crossings.edit(crossing)
        elif panes.pane == "matrix" and panes.matrix.cell:
            await self.edit_cell(panes.matrix.cell)

    async def edit_cell(self, cell: MatrixCell) -> None:
        """Change a cell of the list: by the picker, or the text of the row or of its item."""
        if cell.is_responsibility:
            await self._cells.pick(cell)
        else:
            await self._texts.write(cell)
