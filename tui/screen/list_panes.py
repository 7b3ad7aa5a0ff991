"""The panes of a list, joined: what one selects is marked in the others, and one of them has the keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from store.machine.view_state import PaneName, RowsView, ViewState
from store.records.changes import Edit, History
from store.records.tasklist import TaskList
from store.views.selection import Selection
from tui.screen.commands.command import Pane
from tui.screen.panes.linking import Keys, linked_to_roster, linked_to_row, linked_to_work_point
from tui.screen.panes.matrix import Matrix
from tui.screen.panes.roster import RosterPane
from tui.screen.panes.rows_shown import RowsShown
from tui.screen.panes.titles import over_roster, over_rows
from tui.screen.panes.touched import FIELDS_OF_ORDER, WITHOUT_LINE, changed_rows, rows_told_of
from tui.screen.panes.work_points import WorkPointsPane
from tui.screen.row_views import RowViews
from tui.screen.widgets.row_pane import RowPane

if TYPE_CHECKING:
    from tui.screen.panes.crossing import CrossingPane

PANES: tuple[PaneName, ...] = ("work_points", "matrix", "roster")
_WIDTH_BESIDE = 41
"""Cells that the panes beside the rows take at most, the gap too."""


class ListPanes(Horizontal):
    """Work points above the roster at the left, the rows at the right, in one of their views."""

    def __init__(self, tasks: TaskList, history: Callable[[], History], *, id: str | None = None) -> None:
        """Take the list with its changes; `show` draws it."""
        super().__init__(id=id)
        self.tasks = tasks
        self.pane: PaneName = "matrix"
        """The pane that has the keys."""
        self.shown = RowsShown(tasks, history)
        self.found: Callable[[], str] = str
        """Returns what the checks found, in words for the title of the rows."""
        self.work_points = WorkPointsPane(tasks, id="work_points")
        self.roster = RosterPane(tasks, id="roster")
        self.views = RowViews(tasks)
        self.matrix = self.views.list
        self.matrix.add_class("-current", update=False)  # It is first; its styles are made once.
        self.watchers: list[Callable[[RowPane], object]] = []
        """Called when the cursor of a pane came to another place, and what belongs to it is marked."""
        for shown_pane in (self.work_points, self.matrix, self.roster):
            shown_pane.tell_moved = self._link_moved
        self._left_put_away = False
        self._list_field = ""
        """The column of the list that the cursor was in when the view was turned."""

    def compose(self) -> ComposeResult:
        """The rows; the panes beside them come after the first frame."""
        yield Vertical(id="left")
        yield self.matrix

    # ------------------------------------------------------------------ the rows

    @property
    def view(self) -> RowsView:
        """The view in which the rows are shown."""
        return self.views.view

    @property
    def rows_pane(self) -> "Matrix | CrossingPane":
        """The pane that shows the rows now."""
        return self.views.pane

    @property
    def row(self) -> str | None:
        """The row under the cursor, in whichever view is shown; None in a list without rows."""
        return self.views.row

    @property
    def rows_shown(self) -> tuple[str, ...]:
        """The rows that are shown, in the order in which they are."""
        return self.shown.rows

    # ------------------------------------------------------------------ drawing

    def show(self, tasks: TaskList) -> None:
        """Draw a list, the cursors staying on their lines."""
        self.tasks = tasks
        self.show_rows()
        self.show_beside()

    def show_rows(self) -> None:
        """Draw the rows that are to be shown, and say over them which they are."""
        self.shown.look_again(self.tasks)
        self.matrix.chosen.keep(self.rows_shown)
        self.matrix.show(self.tasks, self.rows_shown)
        self.views.show(self.tasks, self.rows_shown)
        self.on_resize()
        self.show_title()

    async def mount_beside(self) -> None:
        """Put the work points and the roster beside the rows, and draw them."""
        self.work_points.plane.show_title("工作要点")
        await self.query_one("#left").mount(self.work_points, self.roster)
        self.show_beside()

    def show_beside(self) -> None:
        """Draw the work points and the roster."""
        self.roster.show(self.tasks)
        self.work_points.show(self.tasks)

    def take_view(self, view: ViewState) -> None:
        """Show rows and panes as this user wants to see them."""
        self.set_class(view.zoomed, "-zoomed")
        self._left_put_away = view.left_put_away
        self.views.take_view(view)
        self.on_resize()

    def show_title(self) -> None:
        """Say over the rows which of them are shown, and what the checks found; over the roster how many."""
        rows = over_rows(self.tasks, self.shown.words) + self.matrix.chosen.in_words("行")
        self.rows_pane.plane.show_title(self.views.title(self.tasks), rows + self.found())
        lines = self.roster.chosen.in_words("个").strip() or over_roster(self.tasks)
        self.roster.plane.show_title("名册", lines)

    def draw(self, edits: Sequence[Edit], *, go: bool = False) -> None:
        """Draw what edits touched: rows in place; all of it where lines came, went or moved.

        The rows are lit, and the first of them is brought into view, or the cursor to it (`go`).
        """
        seen = [edit for edit in edits if edit.table not in WITHOUT_LINE]
        if any(edit.field in FIELDS_OF_ORDER for edit in seen):
            self.show(self.tasks)
        else:
            self._draw_in_place(edits)
        self._show_changed(changed_rows(self.tasks, edits), go=go)

    def _draw_in_place(self, edits: Sequence[Edit]) -> None:
        if any(edit.table in ("notices", "work_points") for edit in edits):
            self.work_points.show(self.tasks)
        self.views.redraw(self.tasks, self.rows_shown, rows_told_of(self.tasks, edits))
        self.on_resize()
        self.roster.show(self.tasks)

    def _show_changed(self, fields: Mapping[str, str], *, go: bool) -> None:
        """Light the rows that were edited in some fields, and show the first."""
        rows = list(filter(fields.__contains__, self.rows_shown))
        if not rows:
            return
        self.rows_pane.light.shine_on(frozenset(rows))
        if go and self.pane == "matrix":
            self.matrix.show_row(rows[0], fields[rows[0]])
            if self.rows_pane is not self.matrix:
                self.rows_pane.show_row(rows[0])
        elif self.pane != "matrix" or self.row not in fields:
            self.rows_pane.scroll_to_row(rows[0])

    def on_resize(self) -> None:
        """Put the panes beside the rows away for this user, or where not all columns would stand beside."""
        beside_them = self.size.width - _WIDTH_BESIDE
        self.set_class(self._left_put_away or self.views.wants_more_than(beside_them), "-left-away")

    def select(self, selection: Selection) -> None:
        """Show only some rows, or sort them; all in the list's order without either."""
        self.shown.select(selection)
        self.show_rows()

    # ------------------------------------------------------------------ turning the view

    async def turn_view(self) -> None:
        """Go from the list to the ledger, where it is used, to the 方阵, and back; the cursor's row stays."""
        await self.show_view(self.views.next_view(self.tasks))

    async def show_view(self, view: RowsView, field: str = "") -> None:
        """Show the rows in a view; in the list, the cursor comes to a column, else to where it was."""
        row, before = self.row, self.view
        if before == "list" and self.matrix.cell:
            self._list_field = self.matrix.cell.field
        self.views.view = view
        if made := self.views.make(self.tasks, self.rows_shown, self._link_moved):
            await self.mount(made, after=self.matrix)
        self.views.show(self.tasks, self.rows_shown)
        self.on_resize()
        self.views.put_others_away()
        self._mark_current()
        self.show_title()
        self.rows_pane.focus()
        if row and view == "list":
            self.matrix.show_row(row, field or self._list_field)
        elif row:
            self.rows_pane.show_row(row)
        self.screen.refresh_bindings()

    # ------------------------------------------------------------------ which pane has the keys

    def to_pane(self, pane: PaneName) -> None:
        """Give the keys to a pane; where there is little room it alone is shown."""
        self.pane = pane
        self._mark_current()
        self.pane_with_keys.focus()
        self.link(pane)
        self.screen.refresh_bindings()

    def _mark_current(self) -> None:
        """Tell the style sheet which pane has the keys."""
        for pane in (self.work_points, self.roster, *self.views.panes):
            pane.set_class(pane is self.pane_with_keys, "-current")
        self.query_one("#left").set_class(self.pane != "matrix", "-current")

    @property
    def place(self) -> Pane:
        """The pane that has the keys, the rows by the view in which they are shown."""
        if self.pane != "matrix" or self.view == "list":
            return self.pane
        return "ledger" if self.view == "ledger" else "crossing"

    @property
    def pane_with_keys(self) -> RowPane:
        """The widget of the pane that has the keys."""
        match self.pane:
            case "work_points":
                return self.work_points
            case "roster":
                return self.roster
            case _:
                return self.rows_pane

    def to_next_pane(self, step: int) -> None:
        """Give the keys to the pane that comes after this one, or so many further."""
        self.to_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def on_descendant_focus(self) -> None:
        """Follow a click into another pane."""
        focused = self.screen.focused
        name = "matrix" if focused is self.rows_pane else focused.id if focused else ""
        for pane in PANES:
            if pane == name and pane != self.pane:
                self.to_pane(pane)

    def focus_rows(self, *, step: bool = False, columns: int = 0) -> None:
        """Give the keys back to the rows; a step down, or by columns, where a choice was made."""
        self.rows_pane.focus()
        if step or columns:
            self.rows_pane.step(int(step), columns)

    # ------------------------------------------------------------------ linked selection

    def _link_moved(self, moved: RowPane) -> None:
        """Mark what belongs to a row; the list's cursor follows one of the 方阵, for acts on rows."""
        if moved is self.rows_pane and moved is not self.matrix and self.row:
            self.matrix.follow(self.row)
        if moved is self.pane_with_keys:
            self.link(self.pane)
        for watcher in self.watchers:
            watcher(moved)

    def link(self, pane: PaneName) -> None:
        """Mark in the other panes what belongs to what is selected in a pane, if that has the keys."""
        if pane != self.pane:
            return
        points = named = Keys()
        rows: tuple[str, ...] = ()
        if pane == "matrix" and (row := self.row):
            points, named = linked_to_row(self.tasks, row)
        elif pane == "work_points" and (node := self.work_points.place):
            rows, named = linked_to_work_point(self.tasks, node.key)
        elif pane == "roster" and (line := self.roster.place):
            rows, points = linked_to_roster(self.tasks, line.named)
        self.work_points.mark(points)
        self.roster.mark(named)
        self.rows_pane.mark(frozenset(rows))
        if rows:
            self.rows_pane.scroll_to_row(rows[0])

    # ------------------------------------------------------------------ going somewhere

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it, letting a selection go that hides it."""
        if row not in self.rows_shown:
            self.select(Selection())
        self.to_pane("matrix")
        self.rows_pane.show_row(row)
        if field:
            self.matrix.show_row(row, field)

    def show_new_row(self, row: str) -> None:
        """Bring the cursor to a row that was just made, in whichever view is shown."""
        self.matrix.show_row(row, "text")
        if self.rows_pane is not self.matrix:
            self.rows_pane.show_row(row)

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""
        self.to_pane("work_points")
        self.work_points.show_place(table, key, field)

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""
        self.to_pane("roster")
        self.roster.show_place(record)
