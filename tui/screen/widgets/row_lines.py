"""The lines that each row of a pane takes. Plain values, no widget."""

from bisect import bisect_right
from collections.abc import Callable
from time import perf_counter
from typing import Protocol


class RowLines(Protocol):
    """Says where each row begins and how many lines it takes."""

    count: int
    """How many rows there are."""

    @property
    def height(self) -> int:
        """The lines that are laid out so far."""

    @property
    def complete(self) -> bool:
        """All rows are laid out."""

    def extend(self, *, to_line: int = 0, to_row: int = 0, seconds: float = 0.0) -> None:
        """Lay out further rows, up to a line and a row, or for a time."""

    def span(self, row: int) -> tuple[int, int]:
        """Return a row's first line and the number of its lines."""

    def row_at(self, line: int) -> tuple[int, int]:
        """Return the row that a line belongs to, and the line's number within it."""


class EvenRows:
    """Rows of one line each: a list of any size is laid out from the start."""

    complete = True

    def __init__(self, count: int) -> None:
        """Lay out so many rows."""
        self.count = count

    @property
    def height(self) -> int:
        """As many lines as rows."""
        return self.count

    def extend(self, *, to_line: int = 0, to_row: int = 0, seconds: float = 0.0) -> None:
        """Leave all as it is: nothing is left to lay out."""

    def span(self, row: int) -> tuple[int, int]:
        """Return a row's line."""
        return row, 1

    def row_at(self, line: int) -> tuple[int, int]:
        """Return the row of a line."""
        return line, 0


class UnevenRows:
    """Rows of several lines, laid out in order and only as far as asked: a list of any size shows at once."""

    def __init__(self, count: int, lines_of: Callable[[int], int]) -> None:
        """Lay out nothing yet; `lines_of` counts a row's lines."""
        self.count = count
        self._lines_of = lines_of
        self._tops = [0]

    @property
    def laid_out(self) -> int:
        """How many rows are laid out."""
        return len(self._tops) - 1

    @property
    def height(self) -> int:
        """The lines that are laid out so far."""
        return self._tops[-1]

    @property
    def complete(self) -> bool:
        """All rows are laid out."""
        return self.laid_out == self.count

    def extend(self, *, to_line: int = 0, to_row: int = 0, seconds: float = 0.0) -> None:
        """Lay out further rows, up to a line and a row, or for a time."""
        if not seconds and self.height > to_line and self.laid_out > to_row:
            return
        end = perf_counter() + seconds
        while not self.complete:
            wanted = self.height <= to_line or self.laid_out <= to_row
            if not wanted and perf_counter() >= end:
                return
            self._add(self._lines_of(self.laid_out))

    def lay_out_anew(self, first: int, count: int) -> None:
        """Lay out some rows anew, as far as they were; the rows below them move as they are."""
        end = min(first + count, self.laid_out)
        if first >= end:
            return
        below = [self._lines_between(row) for row in range(end, self.laid_out)]
        del self._tops[first + 1 :]
        for row in range(first, end):
            self._add(self._lines_of(row))
        for lines in below:
            self._add(lines)

    def _add(self, lines: int) -> None:
        self._tops.append(self.height + lines)

    def top(self, row: int) -> int:
        """Return the first line of a row that is laid out, or the line after the last such row."""
        return self._tops[row]

    def span(self, row: int) -> tuple[int, int]:
        """Return a row's first line and the number of its lines."""
        self.extend(to_row=row)
        return self._tops[row], self._lines_between(row)

    def _lines_between(self, row: int) -> int:
        """Return the lines of a row that is laid out."""
        return self._tops[row + 1] - self._tops[row]

    def row_at(self, line: int) -> tuple[int, int]:
        """Return the row that a line belongs to, and the line's number within it."""
        row = min(bisect_right(self._tops, line), self.laid_out) - 1
        return row, line - self._tops[row]
