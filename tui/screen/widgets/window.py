"""What a pane shows of its rows: the lines between its head and its foot. Plain values, no widget."""

from typing import NamedTuple

from tui.screen.widgets.row_lines import RowLines


class Window(NamedTuple):
    """The lines that are seen: from a first one on, so many as there is room for."""

    rows: RowLines
    first: int
    height: int

    @property
    def seen(self) -> range:
        """The rows of which a line is seen."""
        if not self.rows.height:
            return range(0)
        last = self.rows.height - 1
        top = min(self.first, last)
        bottom = min(top + self.height - 1, last)
        first_row, _ = self.rows.row_at(top)
        last_row, _ = self.rows.row_at(bottom)
        return range(first_row, last_row + 1)

    def at(self, y: int) -> tuple[int, int] | None:
        """Return the row in a line of the window, and the line's number within the row; none below all."""
        line = self.first + y
        if not 0 <= y < self.height or line >= self.rows.height:
            return None
        return self.rows.row_at(line)

    def part_seen(self, top: int, count: int) -> range:
        """Return the lines of the window in which some lines of the rows are seen."""
        y = top - self.first
        return range(max(0, y), min(y + count, self.height))

    def first_to_show(self, top: int, count: int) -> int:
        """Return the first line after as little scrolling as shows some lines.

        Of more lines than the window has the first are shown, but where they fill it nothing moves.
        """
        if count > self.height:
            fill = top <= self.first and self.first + self.height <= top + count
            return self.first if fill else top
        if top < self.first:
            return top
        return max(self.first, top + count - self.height)

    def further_within(self, top: int, count: int, step: int, part: int) -> int | None:
        """Return the first line after a scroll by a part within lines that are more than the window has.

        None where all of them were seen in that direction.
        """
        last_first = top + count - self.height
        if last_first <= top:
            return None
        if step > 0:
            return min(max(self.first, top) + part, last_first) if self.first < last_first else None
        return max(self.first - part, top) if self.first > top else None

    def row_pages_away(self, row: int, pages: int, kept: int) -> int:
        """Return the row about so many windows away, of each of which some lines are kept."""
        top, _ = self.rows.span(row)
        page = max(1, self.height - kept)
        line = max(0, top + pages * page)
        self.rows.extend(to_line=line)
        last = self.rows.height - 1
        found, _ = self.rows.row_at(min(line, last))
        return found if found != row else row + pages
