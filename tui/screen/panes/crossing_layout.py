"""Where the columns of the 方阵 stand: their widths, their wrapped heads, and which of them fit beside one another. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from store.acts.crossings import CrossingColumn, Crossings, numbered
from store.records.task import Item
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.words.line_breaking import parted

FOOT = len(SIDES) + 1
"""Fixed lines at the foot: a rule, and the sums of each side."""
_WIDTHS = (4, 6, 8)
"""Widths of a column in cells, the narrowest first; eight let six columns stand in 80."""
_HEAD_LINES = 6
"""Lines that the names over the columns may take before the columns are widened, and then the names shortened."""
_FEWEST_ROWS = 4
"""Rows that the names over the columns leave room for."""
_NARROWEST_TEXT, _WIDEST_TEXT = 14, 40
_DOUBT = "?"


@dataclass(frozen=True, slots=True)
class CrossingLayout:
    """Widths in cells: the row's name, its text, each column; the heads of the columns, line by line; how many columns fit."""

    name_width: int
    text_width: int
    column_width: int
    heads: tuple[tuple[str, ...], ...]
    """A column's head: its lines, each as wide as the column, the last line at the bottom."""
    fitting: int

    @property
    def head_lines(self) -> int:
        """Lines of the tallest head."""
        return len(self.heads[0]) if self.heads else 1

    @property
    def left(self) -> int:
        """Cells before the first column."""
        return self.name_width + self.text_width + 2


def lay_out(tasks: TaskList, grid: Crossings, width: int, height: int) -> CrossingLayout:
    """Fit a matrix into a width and height in cells: the columns as narrow as their heads allow, the text what they leave."""
    allowed = max(1, min(_HEAD_LINES, height - 1 - FOOT - _FEWEST_ROWS))
    column_width, heads = _heads(tuple(column.name for column in grid.columns), _widest_sum(grid), allowed)
    name_width = cell_len(max(map(tasks.row_name, grid.rows), key=len, default=" ")) + 1
    room = width - name_width - 2
    wanted = len(heads) * (column_width + 1)
    text_width = max(
        _NARROWEST_TEXT,
        min(_WIDEST_TEXT, room // 4) if wanted > room * 3 // 4 else min(_WIDEST_TEXT, room - wanted),
    )
    fitting = max(1, (room - text_width) // (column_width + 1))
    return CrossingLayout(name_width, text_width, column_width, heads, fitting)


def _widest_sum(grid: Crossings) -> int:
    return max((len(str(count)) for sums in grid.sums.values() for count in sums.values()), default=1)


@lru_cache(maxsize=16)
def _heads(names: tuple[str, ...], least: int, allowed: int) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """The width of the columns, and their names wrapped to it, all as tall as the tallest; shortened where even so they are too tall."""
    widths = [width for width in _WIDTHS if width >= least] or [least]
    width = next(
        (width for width in widths if all(len(_wrapped(name, width)) <= allowed for name in names)),
        widths[-1],
    )
    lines = [_wrapped(name, width) for name in _shortened(names, width, allowed)]
    tallest = max(map(len, lines), default=1)
    return width, tuple((*[" " * width] * (tallest - len(head)), *head) for head in lines)


def _shortened(names: Sequence[str], width: int, allowed: int) -> list[str]:
    """Names cut in their middle until they fit, numbered where two would look the same."""
    cut_to = len(max(names, key=len, default=""))
    short = list(names)
    while cut_to > 2 and any(len(_wrapped(name, width)) > allowed for name in short):
        cut_to -= 1
        short = list(
            numbered(
                name if len(_wrapped(name, width)) <= allowed else _middle_out(name, cut_to) for name in names
            )
        )
    return short


def _middle_out(name: str, kept: int) -> str:
    return name if len(name) <= kept else f"{name[: (kept + 1) // 2]}..{name[len(name) - kept // 2 :]}"


def row_label(tasks: TaskList, row: str, layout: CrossingLayout) -> str:
    """A row's name and the beginning of its text, cut to the cells there are."""
    task = tasks.task(row)
    item = tasks.find(Item, task.item)
    text = " ".join((task.number + task.text).split()) or (item.title if item else "")
    return f"{set_cell_size(tasks.row_name(row), layout.name_width)} {cut(text, layout.text_width)} "


def shown_sign(tasks: TaskList, grid: Crossings, row: str, column: CrossingColumn) -> str:
    """What a crossing shows: its sign, with a question mark where a side that it stands on is in question."""
    sides = grid.sides(row, column)
    doubted = any(tasks.task(row).doubt(side) for side in sides)
    return grid.sign(row, column) + _DOUBT * doubted


@lru_cache(maxsize=65536)
def cut(text: str, width: int) -> str:
    """A text in just so many cells, the last two saying that it goes on where it does."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    kept = text[: width // 2 + 1]
    while cell_len(kept) > width - 2:
        kept = kept[:-1]
    return set_cell_size(f"{kept}..", width)


def centred(sign: str, width: int) -> str:
    """A sign in the middle of a column; one cell too wide, it takes the gap behind it."""
    free = max(0, width - cell_len(sign))
    return set_cell_size(" " * (free // 2) + sign, max(width, cell_len(sign)))


@lru_cache(maxsize=4096)
def _wrapped(name: str, width: int) -> tuple[str, ...]:
    return tuple(set_cell_size(line.strip(), width) for line in parted(name, width, cell_len))
