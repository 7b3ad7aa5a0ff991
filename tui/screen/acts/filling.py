"""Fill down and clear, as in a table: on a cell, or on all marked rows as one change."""

from collections.abc import Sequence

from store.acts.field_values import field_text
from tui.screen.acts.one_value import OneValueActs
from tui.screen.desk import Desk
from tui.screen.panes.matrix import MatrixCell


class FillingActs:
    """Gives cells what stands above them, or nothing."""

    def __init__(self, desk: Desk, one_value: OneValueActs) -> None:
        """The desk, and what gives a cell its value."""
        self._desk = desk
        self._one_value = one_value

    async def fill_down(self) -> None:
        """Give the cell what the row above has in the same column; marked rows what the first of them has."""
        at = self._cell()
        if at is None:
            return
        desk, tasks = self._desk, self._desk.tasks
        rows = desk.rows_meant(at)
        source = rows[0] if len(desk.marks.rows) > 1 else self._above(rows)
        if source is None:
            desk.warn("已是第一行，上面没有可填充的内容。")
            return
        task = tasks.task(source)
        if at.responsibility:
            await self._one_value.mentions(at.responsibility, rows, task.mentions(at.responsibility))
        else:
            await self._one_value.text(at, rows, field_text(tasks, task, at.field))

    def _above(self, rows: Sequence[str]) -> str | None:
        """Return the row that is shown above some rows; none above the first."""
        shown = self._desk.panes.shown
        first = shown.first_of(set(rows))
        return shown.rows[first - 1] if first else None

    async def clear(self) -> None:
        """Empty the cell; a side without units has no leaders either."""
        at = self._cell()
        if at is None:
            return
        rows = self._desk.rows_meant(at)
        if at.responsibility:
            await self._one_value.mentions(at.responsibility, rows, ())
        else:
            await self._one_value.text(at, rows, "")

    def _cell(self) -> MatrixCell | None:
        """Return the cell under the cursor of the list; say so where it is none that is filled or cleared."""
        desk, matrix = self._desk, self._desk.panes.matrix
        if not matrix.has_focus:
            desk.warn("请先按 F8 回到清单，把光标移到要改的格中再试。")
        elif matrix.cell is None:
            desk.warn("清单还没有行，请先按 Ctrl+B 新增事项。")
        elif matrix.cell.field == "item":
            desk.warn("事项一栏不填充、不清空；删除事项请按 Ctrl+R。")
        else:
            return matrix.cell
        return None
