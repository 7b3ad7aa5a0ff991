"""Acts in the second view of the rows (F8), the 方阵: the same changes as in the list."""

from typing import TYPE_CHECKING

from store.records.cells import Cell
from tui.screen.acts.card import CardActs
from tui.screen.acts.cells import CellActs
from tui.screen.acts.giving import Giving
from tui.screen.desk import Desk
from tui.screen.panes.matrix import MatrixCell

if TYPE_CHECKING:
    from tui.screen.panes.crossing import Crossing


class CrossingActs:
    """What can be done where a row and a unit or leader cross."""

    def __init__(self, desk: Desk, giving: Giving, cells: CellActs, card: CardActs) -> None:
        """The desk, and the acts on the cell and on the row that a crossing stands for."""
        self._desk = desk
        self._giving = giving
        self._cells = cells
        self._card = card

    async def turn_view(self) -> None:
        """Go from the list to the ledger, to the 方阵 by unit, to the one by leader, and back to the list."""
        await self._desk.panes.turn_view()

    async def turn_empty(self) -> None:
        """Put the columns away in which nothing stands, or show them again."""
        desk = self._desk
        put_away = not desk.view.state.empty_put_away
        desk.view.set(empty_put_away=put_away)
        desk.panes.take_view(desk.view.state)
        desk.panes.show_rows()
        said = "空列已隐去" if put_away else "空列已显示"
        desk.say(f"{said}，再按 Ctrl+W 换回。")

    async def turn(self, crossing: "Crossing") -> None:
        """Put the next sign into a crossing of one row: the change that the picker would make.

        Where that would write a cell that nobody has decided, the decision comes first.
        """
        from store.acts.crossings import turned, undecided_crossings

        desk, by = self._desk, self._desk.panes.views.crossed_by
        if crossing.column is None or by is None or not desk.may_change():
            return
        answers = turned(desk.tasks, crossing.row, crossing.column, by)
        undecided = undecided_crossings(desk.tasks, crossing.row, by)
        written = (cell for cell in undecided.values() if cell.side in answers)
        cell = undecided.get(crossing.column.id) or next(written, None)
        if cell:
            await self._cells.pick(_alone(crossing.row, cell))
        else:
            await self._giving.give((crossing.row,), answers)

    async def open(self, crossing: "Crossing", typed: str = "") -> None:
        """Go to the cell in the list that a crossing stands for, or change it, begun with what was typed.

        On a row's text its card opens.
        """
        cell = self._cell_of(crossing)
        if cell and typed:
            await self._cells.open(cell, typed)
        elif cell is None:
            await self._card.open(crossing.row)
        else:
            await self._desk.panes.show_view("list", cell.field)

    async def edit(self, crossing: "Crossing") -> None:
        """Open the picker on the cell that a crossing stands for, or the row's card."""
        cell = self._cell_of(crossing)
        if cell is None:
            await self._card.open(crossing.row)
        else:
            await self._cells.pick(cell)

    def _cell_of(self, crossing: "Crossing") -> MatrixCell | None:
        """Return the cell that a crossing stands for: the undecided one, of the side with its sign, else the
        lead's.
        """
        from store.acts.crossings import crossings, undecided_crossings

        by = self._desk.panes.views.crossed_by
        if crossing.column is None or by is None:
            return None
        tasks, row = self._desk.tasks, crossing.row
        if cell := undecided_crossings(tasks, row, by).get(crossing.column.id):
            return _alone(row, cell)
        sides = crossings(tasks, (row,), by).sides(row, crossing.column)
        side = sides[0] if sides else "lead"
        return _alone(row, Cell(side, "units" if by == "unit" else "leaders"))


def _alone(row: str, cell: Cell) -> MatrixCell:
    """Return a cell of one row, whatever it is joined with."""
    return MatrixCell(row, cell.field, (row,))
