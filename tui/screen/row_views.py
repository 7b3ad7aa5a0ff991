"""The rows of a list in the view that is shown: as the list, as the ledger (台账), or as the 方阵."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from store.machine.view_state import RowsView, ViewState
from store.records.tasklist import TaskList
from tui.screen.panes.crossing_view import CrossingView
from tui.screen.panes.deadline_marks import MarksOfList
from tui.screen.panes.ledger_view import LedgerView
from tui.screen.panes.matrix import Matrix
from tui.screen.panes.matrix_cells import ListCells
from tui.screen.panes.titles import name_of_view
from tui.screen.widgets.row_pane import RowPane

if TYPE_CHECKING:
    from store.acts.crossings import By
    from tui.screen.panes.crossing import CrossingPane

_ORDER: tuple[RowsView, ...] = ("list", "ledger", "unit", "leader")
"""The views in the order in which one key goes through them."""


class RowViews:
    """Holds the pane of each view; those that most sessions go without are made when they are first shown."""

    def __init__(self, tasks: TaskList) -> None:
        """Show the list."""
        self.view: RowsView = "list"
        self._cells = ListCells(tasks)
        self.list = Matrix(tasks, self._cells, id="matrix")
        self.ledger = LedgerView()
        self.crossings = CrossingView()

    # ------------------------------------------------------------------ which is shown

    @property
    def crossed_by(self) -> "By | None":
        """What stands across in the 方阵 that is shown; None in other views."""
        return self.view if self.view in ("unit", "leader") else None

    @property
    def crossing_pane(self) -> "CrossingPane | None":
        """The 方阵 while it is shown."""
        return self.crossings.pane if self.crossed_by else None

    @property
    def ledger_pane(self) -> Matrix | None:
        """The ledger while it is shown."""
        return self.ledger.pane if self.view == "ledger" else None

    @property
    def grid(self) -> Matrix:
        """The list, or the ledger while that is shown: cells of rows, where rows are marked one by one."""
        return self.ledger_pane or self.list

    @property
    def pane(self) -> "Matrix | CrossingPane":
        """The pane that shows the rows now."""
        return self.crossing_pane or self.grid

    @property
    def panes(self) -> "Sequence[Matrix | CrossingPane]":
        """The panes that were made, that of the view which is shown and the others."""
        return [pane for pane in (self.list, self.ledger.pane, self.crossings.pane) if pane]

    @property
    def row(self) -> str | None:
        """The row under the cursor; None in a list without rows."""
        if pane := self.crossing_pane:
            return pane.crossing.row if pane.crossing else None
        return self.grid.key_of(self.grid.row) if self.grid.rows.count else None

    def title(self, tasks: TaskList) -> str:
        """Return the name of the view that is shown, for the title of the rows."""
        return name_of_view(tasks, self.view, self.ledger.period_label)

    def next_view(self, tasks: TaskList) -> RowsView:
        """Return the view that comes next; the ledger is left out where the list does not use it."""
        following = _ORDER[(_ORDER.index(self.view) + 1) % len(_ORDER)]
        return following if self.offers(tasks, following) else "unit"

    def offers(self, tasks: TaskList, view: RowsView) -> bool:
        """Tell whether a list can be shown in a view."""
        from store.ledger.in_use import is_in_use

        return view != "ledger" or is_in_use(tasks)

    # ------------------------------------------------------------------ drawing

    def make(
        self, tasks: TaskList, rows: Sequence[str], moved: Callable[[RowPane], object]
    ) -> RowPane | None:
        """Return the pane of the view to be shown where it has to be made; `moved` is told of its cursor."""
        made: RowPane | None = None
        if self.view == "ledger" and self.ledger.pane is None:
            made = self.ledger.make(tasks)
        elif self.crossed_by and self.crossings.pane is None:
            made = self.crossings.make(tasks, rows, self.crossed_by)
        if made:
            made.add_class("-away")
            made.chosen, made.tell_moved = self.list.chosen, moved
        return made

    def show(self, tasks: TaskList, rows: Sequence[str]) -> None:
        """Draw the rows in the view that is shown, where it is not the list."""
        if self.view == "ledger":
            self.ledger.show(tasks, rows)
        elif self.crossed_by:
            self.crossings.show(tasks, rows, self.crossed_by)

    def put_others_away(self) -> None:
        """Tell the style sheet which views are not shown."""
        for pane in self.panes:
            pane.set_class(pane is not self.pane, "-away")

    def redraw(self, tasks: TaskList, rows: Sequence[str], changed: Sequence[str]) -> None:
        """Draw rows anew that changed, of those that are shown."""
        self.list.redraw(changed)
        if pane := self.ledger_pane:
            pane.redraw(changed)
        else:
            self.show(tasks, rows)

    def take_view(self, view: ViewState) -> None:
        """Show rows as this user wants to see them."""
        self.list.take_height(view.row_height)
        self.ledger.take_height(view.row_height)
        self.crossings.empty_put_away = view.empty_put_away

    def take_marks(self, marks: MarksOfList, *, in_use: bool) -> None:
        """Show in the list how rows stand; `in_use` says that something is known of one."""
        self._cells.take_marks(marks)
        if in_use:
            self.list.lay_out_anew()

    def wants_more_than(self, width: int) -> bool:
        """Say whether the columns of the view would not all stand in so many cells."""
        if self.view == "ledger":
            return self.ledger.wants_more_than(width)
        return self.crossed_by is not None and self.crossings.wants_more_than(width)
