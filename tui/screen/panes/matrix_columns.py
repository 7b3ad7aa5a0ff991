"""The columns of the matrix: their heads, and how wide they are by what stands in them.

Units and leaders are as wide as their names need, the row's text takes what is left. What is measured is
bounded, so that a list of any size shows at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from store.records.cells import cell_kind, cell_of
from store.records.columns import shown_columns
from store.records.tasklist import TaskList
from store.records.values import Column
from store.words.names import is_collective
from tui.screen.panes.cell_content import cell_content
from tui.screen.panes.deadline_marks import WIDEST

OWN_HEADS_FROM = 110
"""Cells of the pane from which on the list's own labels stand over the columns."""

_MEASURED = 120
"""Rows that are measured, the first ones and some of each part of the list."""

_NAMES = {"units": (14, 8), "leaders": (12, 6)}
"""By kind of cell: as wide as a column of names may be, and to what it may be pressed: seven characters and
four, six and three."""
_WORDS = {"item": (16, 10), "number": (8, 4), "deadline": (14, 9)}
_OTHER_WORDS = (20, 8)
"""The same for columns of words."""
_COUNTED_NAME = 9
"""Cells of a name of three characters, and how many there are: 合作处等4."""
_FAIR_ITEM = 12
"""Cells of an item where there is not room for all: six characters."""
_EASY_TEXT, _FAIR_TEXT, _NARROWEST_TEXT = 40, 24, 16
"""Cells of text beside which collectives may stand unbroken, beside which names may, and the least."""


class DrawnColumn(NamedTuple):
    """A column on the screen: its field, its label, and its width in cells."""

    field: str
    label: str
    width: int


class Needs(NamedTuple):
    """The cells that the longest name or word of a column needs, and the longest collective."""

    names: int = 0
    collectives: int = 0
    has_several: bool = False
    """Several names stand in one of its cells."""

    def together(self, other: "Needs") -> "Needs":
        """Return what two parts of a column need."""
        return Needs(
            max(self.names, other.names),
            max(self.collectives, other.collectives),
            self.has_several or other.has_several,
        )


def rows_to_measure(rows: Sequence[str]) -> Sequence[str]:
    """Return the rows that stand for all: the first ones, and as many from all over the list."""
    if len(rows) <= _MEASURED:
        return rows
    half = _MEASURED // 2
    return [*rows[:half], *rows[half :: len(rows) // half]]


def measured(tasks: TaskList, rows: Iterable[str]) -> dict[str, Needs]:
    """Return what the columns of a list need for some rows."""
    rows = tuple(rows)
    needs: dict[str, Needs] = {}
    for column in shown_columns(tasks):
        if column.field != "text":
            needs[column.field] = _needs(tasks, rows, column.field)
    return needs


class ColumnNeeds:
    """What the columns of a list need for the rows measured. It only grows, so that little moves."""

    def __init__(self, tasks: TaskList) -> None:
        """Measure nothing yet."""
        self._tasks = tasks
        self._of: dict[str, Needs] = {}

    def measure(self, rows: Iterable[str]) -> None:
        """Take rows in."""
        nothing = Needs()
        for field, needs in measured(self._tasks, rows).items():
            self._of[field] = needs.together(self._of.get(field, nothing))

    def fitted(self, width: int, *, short_heads: bool, low: bool = False) -> tuple[DrawnColumn, ...]:
        """Return the columns fitted into a width in cells, for rows that may be low; none without room."""
        if width <= 0:
            return ()
        return fit_columns(self._tasks, self._of, width, short_heads=short_heads, low=low)


def _needs(tasks: TaskList, rows: Iterable[str], field: str) -> Needs:
    names = collectives = 0
    has_several = False
    for row in rows:
        content = cell_content(tasks, row, field)
        has_several = has_several or (content.are_names and len(content.parts) > 1)
        for line in content.lines:
            if is_collective(line):
                collectives = max(collectives, cell_len(line))
            else:
                names = max(names, cell_len(line))
    if field == "deadline" and names:
        names = max(names, WIDEST)
    return Needs(names, collectives, has_several)


# ---------------------------------------------------------------------- heads


_SHORTENED = ("单位", "部门", "处室")


def head(column: Column, *, short: bool) -> str:
    """Return what stands over a column: the list's own label, or two characters of it (牵头 领导 时限)."""
    label = column.label
    if not short or cell_len(label) <= 4:
        return label
    kind = cell_kind(column.field)
    if kind == "leaders" or column.field == "deadline":
        return label[-2:] if label.endswith(("领导", "时限", "时间", "期限", "节点")) else label
    if kind == "units" and label.endswith(_SHORTENED):
        return label[:2]
    return label


# ---------------------------------------------------------------------- widths


def fit_columns(
    tasks: TaskList, needs: Mapping[str, Needs], width: int, *, short_heads: bool, low: bool = False
) -> tuple[DrawnColumn, ...]:
    """Return the list's columns fitted into a width in cells; the task's text takes what the others leave.

    In low rows a name has room for how many there are: 合作处等4.
    """
    heads = {column.field: head(column, short=short_heads) for column in shown_columns(tasks)}
    sizes = []
    for field, label in heads.items():
        of_column = needs.get(field, Needs())
        size = _Size.of(field, of_column, label)
        sizes.append(size.widened(_COUNTED_NAME) if low and of_column.has_several else size)
    room = width - (len(sizes) - 1)
    fitted = _fitted([size for size in sizes if size.field != "text"], room)
    text = max(_NARROWEST_TEXT, room - sum(fitted.values()))
    return tuple(DrawnColumn(field, label, fitted.get(field, text)) for field, label in heads.items())


class _Size(NamedTuple):
    """Of a column the width at which nothing breaks, at which no name does, and the least."""

    field: str
    easy: int
    fair: int
    least: int

    @classmethod
    def of(cls, field: str, needs: Needs, label: str) -> "_Size":
        most, least = _NAMES.get(cell_kind(field) or "", _WORDS.get(field, _OTHER_WORDS))
        over = cell_len(label)
        easy = min(most, max(over, needs.names, needs.collectives))
        fair = min(most, max(over, needs.names, min(needs.collectives, least)))
        if field == "item":
            fair = min(fair, max(over, _FAIR_ITEM))
        return cls(field, easy, fair, min(fair, max(least, min(over, most))))

    def widened(self, least: int) -> "_Size":
        """Return the widths, none of them less than one."""
        return _Size(self.field, *(max(width, least) for width in (self.easy, self.fair, self.least)))


def _fitted(sizes: Sequence[_Size], room: int) -> dict[str, int]:
    """Return the widths of all columns but the text's."""
    widths = {size.field: size.easy for size in sizes}
    if room - sum(widths.values()) >= _EASY_TEXT:
        return widths
    widths = {size.field: size.fair for size in sizes}
    lacking = _FAIR_TEXT - (room - sum(widths.values()))
    # Words break before names do, those of many cells before those of few.
    for size in sorted(sizes, key=lambda size: (cell_of(size.field) is not None, -size.fair)):
        given = max(0, min(lacking, size.fair - size.least))
        widths[size.field] -= given
        lacking -= given
    return widths
