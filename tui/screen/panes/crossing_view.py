"""The 方阵 of a list, by unit or by leader: made when it is first shown, as are its imports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records.tasklist import TaskList

if TYPE_CHECKING:
    from store.acts.crossings import By, Crossings
    from tui.screen.panes.crossing import CrossingPane


class CrossingView:
    """Most sessions begin and end without it."""

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self.pane: CrossingPane | None = None
        self.empty_put_away = False
        """The columns in which nothing stands are not shown."""

    def make(self, tasks: TaskList, rows: Sequence[str], by: "By") -> "CrossingPane":
        """Return the pane."""
        from tui.screen.panes.crossing import CrossingPane

        self.pane = CrossingPane(tasks, self._grid(tasks, rows, by), id="crossing")
        return self.pane

    def show(self, tasks: TaskList, rows: Sequence[str], by: "By") -> None:
        """Show other rows, or other columns."""
        if self.pane:
            self.pane.show(tasks, self._grid(tasks, rows, by))

    def wants_more_than(self, width: int) -> bool:
        """Say whether the columns would not all stand in so many cells."""
        return self.pane is not None and self.pane.wished_width > width

    def _grid(self, tasks: TaskList, rows: Sequence[str], by: "By") -> "Crossings":
        from store.acts.crossings import crossings

        return crossings(tasks, rows, by, with_empty=not self.empty_put_away)
