"""What the clerk marked for the next act: rows of the list, lines of the roster."""

from collections.abc import Iterable

from store.records.changes import Edit
from tui.screen.list_panes import ListPanes
from tui.screen.panes.roster import RosterPlace


class Marks:
    """The marks of the panes together: what an act asks them, and how it lets them go."""

    def __init__(self, panes: ListPanes) -> None:
        """The panes in which the clerk marks."""
        self._panes = panes

    @property
    def are_there(self) -> bool:
        """Something is marked."""
        panes = self._panes
        return bool(panes.matrix.chosen.keys or panes.roster.chosen.keys)

    @property
    def rows(self) -> tuple[str, ...]:
        """The marked rows that are shown, in the list's order."""
        return self._panes.matrix.rows_chosen

    @property
    def places(self) -> tuple[RosterPlace, ...]:
        """The marked lines of the roster; where there are none, the one under the cursor."""
        return tuple(self._panes.roster.places_meant)

    def use(self, edits: Iterable[Edit]) -> None:
        """Remember that a change took the marked rows: they stay until the cursor goes on to another row."""
        edited = [edit.key for edit in edits]
        self._panes.matrix.chosen.use(edited, self._panes.row or "")

    def let_go(self) -> bool:
        """Mark nothing any more; return whether anything was marked."""
        had = self.are_there
        for pane in (self._panes.rows_pane, self._panes.roster):
            pane.chosen.let_go()
            pane.show_chosen()
        return had
