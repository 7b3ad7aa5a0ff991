"""A value for each row of a list, made from the row's record alone and kept until an edit touches the row."""

from collections.abc import Callable, Iterable, Sequence

from store.records.task import Task


class RowValues:
    """What one function makes of each row."""

    def __init__(self, make: Callable[[Task], object]) -> None:
        """Know no row yet."""
        self.version = -1
        """The version of the documents for which the values hold."""
        self.in_order: dict[str, object] = {}
        """By row, in the list's order. Edits that move no row change it in place."""
        self._make = make
        self._made: dict[str, object] = {}
        """By row, those of rows that another list shows now included."""

    def make_again(self, touched: Iterable[str], task_of: Callable[[str], Task]) -> None:
        """Make the values of the rows that edits touched, where the list has the same rows as before."""
        for row in touched:
            self._made.pop(row, None)
            if row in self.in_order:
                self.in_order[row] = self._made[row] = self._make(task_of(row))

    def put_in_order(
        self, touched: Iterable[str], rows: Sequence[str], task_of: Callable[[str], Task]
    ) -> None:
        """Make the values of the rows that edits touched, and put all in the order of a list's rows."""
        for row in touched:
            self._made.pop(row, None)
        for row in rows:
            if row not in self._made:
                self._made[row] = self._make(task_of(row))
        self.in_order = {row: self._made[row] for row in rows}
