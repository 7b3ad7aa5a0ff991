"""Acts on joined cells: 合并单元格 over the marked rows of an item, and 取消合并."""

from store.acts.cells_joined import differing, join_change, part_change, rows_to_join, text_edits
from store.records.cells import cell_of
from store.records.describing import label
from store.records.ranges import numbered_rows
from tui.screen.acts.cells import RowsCell
from tui.screen.acts.giving import Giving
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

_NOTHING = "（空）"


class JoinActs:
    """Joins and parts cells of the column that the cursor is in."""

    def __init__(self, desk: Desk, giving: Giving) -> None:
        """The desk, and what gives rows their units and leaders."""
        self._desk = desk
        self._giving = giving

    async def join(self) -> None:
        """Join the cells of the marked rows; where they differ it is asked whose content holds."""
        desk = self._desk
        at = desk.cell
        if at is None:
            return
        tasks = desk.tasks
        rows = rows_to_join(tasks, desk.rows_meant(at), at.field)
        holder = await self._holder(rows, at.field)
        if holder is None:
            return
        cell = cell_of(at.field)
        if cell is None:
            edits = text_edits(tasks, rows, at.field, holder)
            await desk.commit(join_change(tasks, rows, at.field, edits))
            return
        answers = RowsCell(cell, rows).answers(RowsCell(cell, (holder,)).mentions(tasks))
        await self._giving.give(rows, answers, as_one=lambda edits: join_change(tasks, rows, at.field, edits))

    async def _holder(self, rows: tuple[str, ...], field: str) -> str | None:
        """Return the row whose content the joined cell is to have; None where the clerk leaves it."""
        tasks = self._desk.tasks
        said = differing(tasks, rows, field)
        if len(said) == 1:
            return rows[0]
        title = f"合并{numbered_rows(tasks, rows)}{label(tasks, field)}：用哪一格的内容"
        choices = [Choice(row, words or _NOTHING) for row, words in said.items()]
        return await self._desk.choose(title, choices)

    async def part(self) -> None:
        """Part the joined cell under the cursor, or those of the marked rows."""
        desk = self._desk
        at = desk.cell
        if at is not None:
            await desk.commit(part_change(desk.tasks, desk.rows_meant(at), at.field))
