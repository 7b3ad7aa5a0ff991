"""What the matrix draws: the rows of a list laid out in columns that fit. Plain values, no widget."""

from collections.abc import Iterable, Sequence

from store.machine.view_state import RowHeight
from store.records.tasklist import TaskList
from tui.screen.panes.matrix_cells import MatrixCells
from tui.screen.panes.matrix_columns import OWN_HEADS_FROM, DrawnColumn
from tui.screen.panes.matrix_layout import MatrixLayout
from tui.screen.panes.matrix_lines import MatrixLines
from tui.screen.widgets.grid_looks import GridLooks
from tui.screen.widgets.part_looks import GUTTER


class MatrixBody:
    """Rows, the columns as they fit, where each line is, and how it is drawn."""

    def __init__(self, tasks: TaskList, cells: MatrixCells, looks: GridLooks) -> None:
        """Lay out nothing until rows are given."""
        self.tasks = tasks
        self.height: RowHeight = "whole"
        self._cells = cells
        self._looks = looks
        self._rows: Sequence[str] = ()
        self.layout = MatrixLayout(tasks, (), (), cells)
        self.lines = MatrixLines(self.layout, looks)

    @property
    def columns(self) -> tuple[DrawnColumn, ...]:
        """The columns that are shown, from the left."""
        return self.layout.columns

    def take(self, tasks: TaskList, rows: Sequence[str]) -> None:
        """Take rows of a list, to be laid out."""
        self.tasks, self._rows = tasks, rows
        self._cells.take(tasks)

    def measure(self, rows: Iterable[str]) -> None:
        """Take in what some rows need now, for the columns that are fitted next."""
        self._cells.measure(rows)

    def fitted(self, width: int) -> tuple[DrawnColumn, ...]:
        """Return the columns as they fit into so many cells."""
        room = width - GUTTER - self.tasks.row_names.longest - 1
        return self._cells.fitted(room, short_heads=width < OWN_HEADS_FROM, low=self.height != "whole")

    def lay_out(self, columns: Sequence[DrawnColumn]) -> None:
        """Lay the rows out in some columns."""
        self.layout = MatrixLayout(self.tasks, self._rows, columns, self._cells, self.height)
        self.lines = MatrixLines(self.layout, self._looks, self.lines.leftmost)

    def lay_out_anew(self, rows: Iterable[str]) -> None:
        """Lay rows out anew whose cells changed, with all of their items."""
        items: set[str] = set()
        for row in rows:
            if self.layout.index_of(row) is None:
                continue
            item = self.tasks.task(row).item
            if item not in items:
                items.add(item)
                self.layout.lay_out_anew(row)

    def whole_text(self, row: int, column: DrawnColumn) -> str:
        """Return what a cell says where its lines do not show all of it; empty where they do."""
        layout = self.layout
        first, _ = layout.run(row, column.field)
        return layout.content(first, column.field).in_words if layout.is_cut(row, column) else ""
