"""The second view of the rows (F8): the 方阵 by unit and by leader in the place of the list, with the same changes."""

from typing import TYPE_CHECKING, Literal

from store.acts.assigning import assign, assignment_change
from store.records.cells import leaders_field, units_field
from tui.screen.acts.cells import CellActs, followed
from tui.screen.acts.looking import Looking
from tui.screen.panes.matrix import Matrix, MatrixCell

if TYPE_CHECKING:
    from store.acts.crossings import By
    from tui.screen.panes.crossing import Crossing, CrossingPane

View = Literal["list", "unit", "leader"]

VIEW_NAMES: dict[View, str] = {"list": "重点任务清单", "unit": "方阵(单位)", "leader": "方阵(领导)"}
_NEXT: dict[View, View] = {"list": "unit", "unit": "leader", "leader": "list"}


class CrossingActs(CellActs, Looking):
    """Turns between the list and the matrix proper; the cursor's row stays."""

    view: View = "list"
    _crossing_pane: "CrossingPane | None" = None
    """Made when it is first asked for, as are its imports: most sessions begin and end without it."""
    _list_field = ""
    """The column of the list that the cursor was in when the view was turned."""

    @property
    def crossing_pane(self) -> "CrossingPane | None":
        """The matrix proper while it is shown; none while the list is."""
        return self._crossing_pane if self.view != "list" else None

    @property
    def rows_pane(self) -> "Matrix | CrossingPane":
        """The pane that shows the rows now."""
        return self.crossing_pane or self.matrix

    @property
    def row_at_cursor(self) -> str | None:
        """The row that the cursor is on, in whichever view is shown."""
        if pane := self.crossing_pane:
            return pane.crossing.row if pane.crossing else None
        return super().row_at_cursor

    # ------------------------------------------------------------------ turning the view

    async def action_turn_view(self) -> None:
        """From the list to the matrix by unit, to the matrix by leader, and back to the list."""
        await self._show_view(_NEXT[self.view])

    async def _show_view(self, view: View, field: str = "") -> None:
        row, before = self.row_at_cursor, self.view
        if before == "list" and self.matrix.cell:
            self._list_field = self.matrix.cell.field
        self.view = view
        if view != "list":
            await self._fill(view)
        self.set_class(view != "list", "-crossing")
        self.show_rows_title()
        self.rows_pane.focus()
        if row and view == "list":
            self.matrix.show_row(row, field or self._list_field)
        elif row and before == "list":
            self.rows_pane.show_row(row)

    async def _fill(self, by: "By") -> None:
        """Show the matrix of the rows that the list shows."""
        from store.acts.crossings import crossings
        from tui.screen.panes.crossing import CrossingPane

        grid = crossings(self.tasks, self.rows_shown, by)
        if self._crossing_pane:
            self._crossing_pane.show(self.tasks, grid)
        else:
            self._crossing_pane = CrossingPane(self.tasks, grid, id="crossing", classes="-current")
            await self.query_one("#panes").mount(self._crossing_pane, after=self.matrix)

    def show_new_row(self, row: str) -> None:
        """Bring the cursor to a row that was just made, in whichever view is shown."""
        self.matrix.show_row(row, "text")
        if pane := self.crossing_pane:
            pane.show_row(row)

    def redraw_crossings(self) -> None:
        """Show what a change or a filter made of the rows."""
        if (pane := self.crossing_pane) and self.view != "list":
            from store.acts.crossings import crossings

            pane.show(self.tasks, crossings(self.tasks, self.rows_shown, self.view))

    @property
    def rows_shown(self) -> tuple[str, ...]:
        """The rows that the filter lets through."""
        raise NotImplementedError

    # ------------------------------------------------------------------ what the clerk wants there

    def on_crossing_pane_turned(self, event: "CrossingPane.Turned") -> None:
        """Put the next sign into a crossing of one row: the change that the picker would make."""
        from store.acts.crossings import turned

        row, column = event.crossing.row, event.crossing.column
        if column is None or self.view == "list":
            return
        done = assign(self.tasks, (row,), turned(self.tasks, row, column, self.view))
        change = assignment_change(self.tasks, (row,), done)
        self.commit(
            change, said=change.title + "".join(followed(assignment, ";") for assignment in done.values())
        )

    async def on_crossing_pane_activated(self, event: "CrossingPane.Activated") -> None:
        """Go to the cell in the list that a crossing stands for; on a row's text open its card."""
        cell = self._cell_of(event.crossing)
        if cell is None:
            self.open_card(event.crossing.row)
        else:
            await self._show_view("list", cell.field)

    async def on_crossing_pane_left(self) -> None:
        """Go back to the list."""
        await self._show_view("list")

    def _cell_of(self, crossing: "Crossing") -> MatrixCell | None:
        """The responsibility cell that a crossing stands for: of the side with its sign, the lead's where it is empty."""
        from store.acts.crossings import crossings

        if crossing.column is None or self.view == "list":
            return None
        sides = crossings(self.tasks, (crossing.row,), self.view).sides(crossing.row, crossing.column)
        side = sides[0] if sides else "lead"
        return MatrixCell(
            crossing.row, (units_field if self.view == "unit" else leaders_field)(side), (crossing.row,)
        )

    def edit_crossing(self) -> None:
        """Open the picker on the cell that the crossing under the cursor stands for, or the row's card."""
        crossing = self.crossing_pane.crossing if self.crossing_pane else None
        if crossing and (cell := self._cell_of(crossing)):
            self.pick(cell)
        elif crossing:
            self.open_card(crossing.row)

    def focus_cells(self, *, step: bool = False) -> None:
        """Give the keys back to the view that is shown; a step on where a choice was made."""
        if pane := self.crossing_pane:
            pane.focus()
            if step:
                pane.action_step(1, 0)
        else:
            super().focus_cells(step=step)
