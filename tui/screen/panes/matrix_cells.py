"""What a matrix shows of a list: its columns as they fit, and what its cells say. Plain values, no widget."""

from collections.abc import Iterable
from typing import Protocol

from store.machine.view_state import RowHeight
from store.records.tasklist import TaskList
from tui.screen.panes.cell_content import CellContent, cell_content
from tui.screen.panes.deadline_marks import MarksOfList, no_marks
from tui.screen.panes.matrix_columns import ColumnNeeds, DrawnColumn, rows_to_measure
from tui.screen.panes.touched import marked_field

_MOST_LINES: dict[RowHeight, int] = {"two": 2, "one": 1}
"""Lines of a row, where its text is not shown whole."""


class MatrixCells(Protocol):
    """Gives a matrix its columns and cells."""

    begins_in: str
    """The field of the column in which the cursor begins."""
    passes_on: str
    """Characters that are no text here but keys of commands."""

    def take(self, tasks: TaskList) -> None:
        """Take a list, and measure what its columns need."""

    def measure(self, rows: Iterable[str]) -> None:
        """Take in what some rows need now, for the columns that are fitted next."""

    def fitted(self, width: int, *, short_heads: bool, low: bool) -> tuple[DrawnColumn, ...]:
        """Return the columns fitted into a width in cells, for rows that may be low; none without room."""

    def content(self, row: str, field: str) -> CellContent:
        """Return what a cell says."""

    def most_lines(self, height: RowHeight) -> int | None:
        """Return how many lines a row may have; None where it has as many as its cells need."""

    def lines_of_row(self, row: str, most: int | None) -> int | None:
        """Return the lines of a row whatever stands in it; None where its cells say how many."""


class ListCells:
    """The list as the annex has it, with marks under the deadlines that want attention."""

    begins_in = "lead_units"
    passes_on = ""

    def __init__(self, tasks: TaskList) -> None:
        """Measure nothing yet, and mark no row."""
        self._tasks = tasks
        self._needs = ColumnNeeds(tasks)
        self.take_marks(no_marks)

    def take_marks(self, marks: MarksOfList) -> None:
        """Mark the rows of this list, and of each that is taken later: the desk may hold a later one."""
        self._marks_of = marks
        self._marks = marks(self._tasks)

    def take(self, tasks: TaskList) -> None:
        """Take a list, and measure what its columns need."""
        self._tasks = tasks
        self._marks = self._marks_of(tasks)
        self._needs = ColumnNeeds(tasks)
        self._needs.measure(rows_to_measure(tasks.task_keys))

    def measure(self, rows: Iterable[str]) -> None:
        """Take in what some rows need now, for the columns that are fitted next."""
        self._needs.measure(rows)

    def fitted(self, width: int, *, short_heads: bool, low: bool) -> tuple[DrawnColumn, ...]:
        """Return the list's columns fitted into a width in cells; the text takes what the others leave."""
        return self._needs.fitted(width, short_heads=short_heads, low=low)

    def content(self, row: str, field: str) -> CellContent:
        """Return what a cell says, with the marks of the row: under its deadline, in a list without that
        column under its text.
        """
        content = cell_content(self._tasks, row, field)
        if field != marked_field(self._tasks):
            return content
        marks = self._marks(row)
        return content._replace(marks=marks.lines, part_of_marks=marks.part)

    def most_lines(self, height: RowHeight) -> int | None:
        """Return how many lines a row may have."""
        return _MOST_LINES.get(height)

    def lines_of_row(self, row: str, most: int | None) -> int | None:
        """Leave it to the cells."""
        return None
