"""The lines of the statistics on the screen: the table with the figure at hand, and what it says."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from store.ledger.bulletin import Section
from store.ledger.stat_columns import OWED, ROWS
from store.ledger.stat_words import (
    NO_FIGURE,
    apart_said,
    base_said,
    figures_of,
    heads_of,
    repeated_said,
)
from store.ledger.stats import REPEATED, TOTAL, StatLine, StatTable
from store.records.tasklist import TaskList
from store.words.cutting import cut
from tui.screen.widgets.line import BLANK, Line, Part, Weight, padded, plain, widest

_MARKS = 2
"""Cells beside a figure: brackets where it is at hand, else blanks."""
_LEAST_LABEL = 12
_MORE = "…"
"""Stands over the first or last column where there are more on that side."""


class Figures(NamedTuple):
    """A column as it is shown: its head, the code of what it counts, and which figure of a line it is."""

    head: str
    code: str
    place: int


def columns_shown(table: StatTable) -> list[Figures]:
    """Return the columns that say something: all but those in which nothing is counted."""
    codes = [column.code for column in table.columns]
    if table.by == "state":
        codes.insert(1, ROWS)
    if table.has_reports:
        codes.append(OWED)
    _, *heads = heads_of(table)
    found = []
    for place, (head, code) in enumerate(zip(heads, codes, strict=True)):
        if code == ROWS or table.total.count(code):
            found.append(Figures(head, code, place))
    return found


class TableLines:
    """The lines of a table in a width: it shows as many columns as have room, the one at hand among them."""

    def __init__(self, table: StatTable, width: int, at: int, first: int = 0) -> None:
        """Take the table, the cells of a line, the column at hand, and the first that was shown before."""
        self.columns = columns_shown(table)
        self.at = min(at, len(self.columns) - 1)
        self._figures = figures_of(table)
        self._widths = [self._widest(column) + _MARKS for column in self.columns]
        labels = [line.label for line, _ in self._figures]
        self._label = min(widest(labels), max(_LEAST_LABEL, width // 3))
        room = width - self._label - _MARKS
        self.first = min(first, self.at)
        while self._fitting(room) <= self.at - self.first:
            self.first += 1
        last = self.first + self._fitting(room)
        self._shown = range(self.first, last)

    def _fitting(self, room: int) -> int:
        """Return how many columns have room from the first on: one at least."""
        count = 0
        for width in self._widths[self.first :]:
            room -= width
            if room < 0:
                break
            count += 1
        return max(1, count)

    def _widest(self, column: Figures) -> int:
        figures = [figures[column.place] for _, figures in self._figures]
        return widest([column.head, *figures])

    @property
    def count(self) -> int:
        """How many lines have figures, the sums among them."""
        return len(self._figures)

    def line_at(self, number: int) -> StatLine:
        """Return a line of the table."""
        line, _ = self._figures[number]
        return line

    def figure(self, number: int) -> str:
        """Return the figure of a line in the column at hand."""
        _, figures = self._figures[number]
        return figures[self.columns[self.at].place]

    def head(self) -> Line:
        """Return the heads of the columns that are shown."""
        parts = [Part(" " * self._label)]
        for place in self._shown:
            words = _right(f"{self.columns[place].head} ", self._widths[place])
            parts.append(Part(words, "accent" if place == self.at else "dim"))
        if self._shown.stop < len(self.columns):
            parts.append(Part(_MORE, "dim"))
        if self.first:
            parts[0] = Part(_right(_MORE, self._label), "dim")
        return Line(lead=tuple(parts), is_read_only=True)

    def lines(self, cursor: int | None) -> Iterator[Line]:
        """Yield the lines, the figure at hand in brackets."""
        for number, (line, figures) in enumerate(self._figures):
            label = cut(line.label, self._label, cell_len)
            weight: Weight = "bold" if line.label in (REPEATED, TOTAL) else "text"
            parts = [Part(padded(label, self._label), weight)]
            for place in self._shown:
                is_at_hand = number == cursor and place == self.at
                figure = figures[self.columns[place].place]
                parts.append(_figure(figure, self._widths[place], is_at_hand))
            yield Line(lead=tuple(parts))


def _figure(figure: str, width: int, is_at_hand: bool) -> Part:
    """Return a figure at the right of its column, a cell before its end: there a bracket may stand."""
    if is_at_hand:
        return Part(_right(f"[{figure}]", width), "accent")
    weight: Weight = "faint" if figure in ("0", NO_FIGURE) else "text"
    return Part(_right(f"{figure} ", width), weight)


def _right(words: str, width: int) -> str:
    return " " * (width - cell_len(words)) + words


def said_of(tasks: TaskList, table: StatTable) -> list[Line]:
    """Return what the table says of itself, to be read under it."""
    said = [*apart_said(table), *repeated_said(tasks, table)]
    hidden = len(table.columns) - len({figures.code for figures in columns_shown(table)})
    if hidden:
        said.append(f"全为 0 的 {hidden} 栏没有列出，打印时都有。")
    return [BLANK, *(plain(words, "dim", is_read_only=True) for words in said)]


def base_line(table: StatTable) -> Line:
    """Return the sentence on what was counted."""
    return plain(base_said(table), "dim", is_read_only=True)


def section_lines(sections: Sequence[Section], period: str) -> list[Line]:
    """Return what the bulletin of a period tells of, a line a section with how much it is."""
    head = plain(f"{period}通报所列", "dim", is_read_only=True)
    width = widest([section.heading for section in sections])
    lines = []
    for section in sections:
        heading = Part(padded(section.heading, width + _MARKS))
        lines.append(Line(lead=(heading, Part(section.counted, "text" if section.units else "faint"))))
    return [BLANK, head, *lines]
