"""Acts on the card of a row: all its fields, where they stand in the notice, and their history."""

from store.records.task import Task
from tui.screen.acts.cells import CellActs
from tui.screen.acts.texts import TextActs
from tui.screen.desk import Desk


class CardActs:
    """Shows a row's card, and edits what is chosen on it."""

    def __init__(self, desk: Desk, cells: CellActs, texts: TextActs) -> None:
        """The desk, and the acts that change a responsibility and a text."""
        self._desk = desk
        self._cells = cells
        self._texts = texts

    async def open_at_cursor(self) -> None:
        """Open the card of the row under the cursor."""
        if row := self._desk.row:
            await self.open(row)

    async def open(self, row: str, field: str = "text") -> None:
        """Open a row's card, on one of its fields; then edit the field that is chosen there."""
        from tui.screen.dialogs.card import CardDialog

        desk = self._desk
        if not desk.tasks.find(Task, row):
            return
        chosen = await desk.ask(CardDialog(desk.tasks, desk.history, row, field))
        if chosen:
            await self.edit(row, chosen.field, chosen.typed)

    async def edit(self, row: str, field: str, typed: str = "") -> None:
        """Edit a field of a row: a responsibility by the picker; a text in a field, then back to the card."""
        if await self.change(row, field, typed):
            await self.open(row, field)

    async def change(self, row: str, field: str, typed: str = "") -> bool:
        """Edit a field of a row by the picker or in a field; return whether it is a text."""
        desk = self._desk
        if not desk.may_change():
            return False
        desk.panes.to_pane("matrix")
        desk.panes.matrix.show_row(row, field)
        cell = desk.cell
        if cell and cell.is_responsibility and (cell.row, cell.field) == (row, field):
            await self._cells.pick(cell, typed)
            return False
        await self._texts.edit_field(desk.tasks.task(row), field, typed)
        return True
