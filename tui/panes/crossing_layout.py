"""Where the columns of the 方阵 stand: their widths, their wrapped heads, and which of them fit beside one another. Plain values."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from store.crossings import Crossings
from store.model import Item
from store.tasklist import TaskList
from tui.terminal.breaking import break_offsets

_WIDTHS = (4, 6, 8, 10)
"""Widths of a column in cells, the narrowest first; sums of four digits fit the first."""
_HEAD_LINES = 6
"""Lines that the names over the columns may take before the columns are widened."""
_NARROWEST_TEXT, _WIDEST_TEXT = 14, 40


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


def lay_out(tasks: TaskList, grid: Crossings, width: int) -> CrossingLayout:
    """Fit a matrix into a width in cells: the columns as narrow as their heads allow, the text at the left what they leave."""
    names = [column.mention.wording for column in grid.columns]
    column_width = next((width for width in _WIDTHS if all(len(_wrapped(name, width)) <= _HEAD_LINES for name in names)), _WIDTHS[-1])
    lines = [_wrapped(name, column_width) for name in names]
    tallest = max(map(len, lines), default=1)
    blank = " " * column_width
    name_width = max((cell_len(tasks.row_name(row)) for row in grid.rows), default=1) + 1
    room = width - name_width - 2
    wanted = len(names) * (column_width + 1)
    text_width = max(_NARROWEST_TEXT, min(_WIDEST_TEXT, room // 4) if wanted > room * 3 // 4 else min(_WIDEST_TEXT, room - wanted))
    heads = tuple((*[blank] * (tallest - len(head)), *head) for head in lines)
    fitting = max(1, (room - text_width) // (column_width + 1))
    return CrossingLayout(name_width, text_width, column_width, heads, fitting)


def row_label(tasks: TaskList, row: str, layout: CrossingLayout) -> str:
    """A row's name and the beginning of its text, cut to the cells there are."""
    task = tasks.task(row)
    item = tasks.find(Item, task.item)
    text = " ".join((task.number + task.text).split()) or (item.title if item else "")
    return f"{set_cell_size(tasks.row_name(row), layout.name_width)} {cut(text, layout.text_width)} "


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
    """A sign in the middle of a column."""
    free = max(0, width - cell_len(sign))
    return set_cell_size(" " * (free // 2) + sign, width)


@lru_cache(maxsize=4096)
def _wrapped(name: str, width: int) -> tuple[str, ...]:
    bounds = [0, *break_offsets(name, width, cell_len), len(name)]
    return tuple(set_cell_size(name[start:end].strip(), width) for start, end in pairwise(bounds))
