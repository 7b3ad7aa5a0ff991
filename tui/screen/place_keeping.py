"""Where this user is in the list: view, pane and cursor, kept for the next time and never in the list."""

from dataclasses import replace
from time import monotonic

from textual.screen import Screen

from store.machine.view_state import ViewState
from tui.screen.list_panes import ListPanes
from tui.screen.view_keeping import ViewKeeper
from tui.screen.widgets.row_pane import RowPane

PAUSE_SECONDS = 2.0
"""Without a move of the cursor, until the place is kept: no key is followed by a write."""
_SOON = 0.05


class PlaceKeeper:
    """Keeps the place where the cursor pauses and where the list is left; goes back to it."""

    def __init__(self, screen: Screen[None], panes: ListPanes, view: ViewKeeper) -> None:
        """Take the screen whose timers wait for a pause, the panes, and what keeps the state."""
        self._screen = screen
        self._panes = panes
        self._view = view
        self._due = 0.0
        self._waits = False
        self._is_back = not self.is_elsewhere
        """What is shown is where the clerk is: before, what was kept is not to be written over."""
        panes.watchers.append(self._moved)

    # ------------------------------------------------------------------ going back

    def show_row(self) -> None:
        """Bring the cursor of the list to where it was, with the first frame."""
        state = self._view.state
        self._panes.matrix.show_row(state.row, state.field)

    @property
    def is_elsewhere(self) -> bool:
        """Something else than the list had the keys."""
        state = self._view.state
        return (state.view, state.pane) != ("list", "matrix")

    async def go_back(self) -> None:
        """Turn to the view that was shown, and give the keys to the pane that had them, at its line."""
        state, panes = self._view.state, self._panes
        if state.view != "list" and panes.views.offers(panes.tasks, state.view):
            await panes.show_view(state.view)
        if panes.views.crossing_pane:
            panes.views.crossing_pane.show_crossing(state.row, state.crossed)
        match state.pane, state.line:
            case "work_points", (table, key, field):
                panes.go_to_work_point(table, key, field)
            case "roster", (record,):
                panes.go_to_roster(record)
        self._is_back = True
        self._keep_at_pause()

    # ------------------------------------------------------------------ keeping

    def _moved(self, _: RowPane) -> None:
        if self._is_back:
            self._keep_at_pause()

    def _keep_at_pause(self) -> None:
        self._due = monotonic() + PAUSE_SECONDS
        if not self._waits:
            self._waits = True
            self._screen.set_timer(PAUSE_SECONDS, self._look)

    def _look(self) -> None:
        """Keep the place if the cursor paused, else wait on."""
        rest = self._due - monotonic()
        if rest > _SOON:
            self._screen.set_timer(rest, self._look)
        else:
            self._waits = False
            self._view.take(self._now())

    async def leave(self) -> None:
        """Keep the place before the list is let go."""
        if self._is_back:
            self._view.take(self._now())
        await self._view.kept()

    def _now(self) -> ViewState:
        panes = self._panes
        cell, crossing = panes.matrix.cell, panes.views.crossing_pane and panes.views.crossing_pane.crossing
        line: tuple[str, ...] = ()
        if panes.pane == "work_points" and (node := panes.work_points.place):
            line = (node.table, node.key, node.field)
        elif panes.pane == "roster" and (place := panes.roster.place):
            line = (place.record,)
        return replace(
            self._view.state,
            view=panes.view,
            pane=panes.pane,
            row=panes.row or "",
            field=cell.field if cell else "",
            crossed=crossing.column.name if crossing and crossing.column else "",
            line=line,
        )
