"""What the clerk marked for the next act: rows of the list, lines of the roster."""

from collections.abc import Iterable

from store.records.changes import Edit
from tui.screen.list_panes import ListPanes
from tui.screen.panes.roster_place import RosterPlace
from tui.screen.panes.touched import rows_told_of
from tui.screen.widgets.row_pane import RowPane


class Marks:
    """The marks of the panes together: what an act asks them, and how it lets them go."""

    def __init__(self, panes: ListPanes) -> None:
        """The panes in which the clerk marks."""
        self._panes = panes
        for pane in (panes.matrix, panes.roster):
            pane.chosen.tell = self._show
        panes.watchers.append(self._follow)

    @property
    def are_there(self) -> bool:
        """Something is marked."""
        panes = self._panes
        return bool(panes.matrix.chosen.keys or panes.roster.chosen.keys)

    @property
    def rows(self) -> tuple[str, ...]:
        """The marked rows that are shown, in the list's order."""
        marked = self._panes.matrix.chosen.keys
        if not marked:
            return ()
        shown = marked.intersection(self._panes.rows_shown)
        return tuple(sorted(shown, key=self._panes.tasks.places.__getitem__))

    @property
    def places(self) -> tuple[RosterPlace, ...]:
        """The marked lines of the roster; where there are none, the one under the cursor."""
        return tuple(self._panes.roster.places_meant)

    def turn(self, rows: Iterable[str]) -> None:
        """Mark rows of the list; where all of them are marked, none of them any more."""
        self._panes.matrix.chosen.turn(rows)

    def stretch(self, step: int) -> None:
        """Move the cursor of the list or of the roster a row up or down, and mark what it comes over."""
        grid, roster = self._panes.views.grid, self._panes.roster
        if self._panes.pane == "roster":
            begin = range(roster.row, roster.row + 1)
            roster.move_to(roster.row + step)
            roster.chosen.stretch(begin, range(roster.row, roster.row + 1), roster.key_of)
        else:
            begin = grid.rows_at_cursor()
            grid.step(step, 0)
            grid.chosen.stretch(begin, grid.rows_at_cursor(), grid.key_of)

    def use(self, edits: Iterable[Edit]) -> None:
        """Remember that a change took the marked rows: they stay until the cursor goes on to another row."""
        edits = tuple(edits)
        edited = {*(edit.key for edit in edits), *rows_told_of(self._panes.tasks, edits)}
        self._panes.matrix.chosen.use(edited, self._panes.row or "")

    def let_go(self) -> bool:
        """Mark nothing any more; return whether anything was marked."""
        had = self.are_there
        for pane in (self._panes.rows_pane, self._panes.roster):
            pane.chosen.let_go()
        return had

    def _follow(self, pane: RowPane) -> None:
        """Let marks go that an act used, as the cursor goes on to another row."""
        if pane.rows.count and pane.chosen.is_left(pane.key_of(pane.row)):
            pane.chosen.let_go()

    def _show(self) -> None:
        self._panes.rows_pane.refresh()
        self._panes.roster.refresh()
        self._panes.show_title()
