"""Where the columns of the 方阵 stand: their widths, their wrapped heads, which of them fit. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from store.acts.crossings import ColumnId, CrossingColumn, Crossings, numbered
from store.records.task import Item
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.words.line_breaking import parted

FOOT = len(SIDES) + 1
"""Fixed lines at the foot: a rule, and the sums of each side."""
_WIDTHS = (4, 6, 8)
"""Widths of a column in cells, the narrowest first; eight let six columns stand in 80."""
_HEAD_LINES = 6
"""Lines that the names over the columns may take before the columns are widened, then the names cut."""
_FEWEST_ROWS = 4
"""Rows that the names over the columns leave room for."""
_NARROWEST_TEXT, _WIDEST_TEXT = 14, 40
_DOUBT = "?"


HeadLines = tuple[str, ...]
"""The lines of a name over a column, each as wide as the column."""


@dataclass(frozen=True, slots=True)
class CrossingLayout:
    """Widths in cells: the row's name, its text, each column; the heads of the columns; how many fit."""

    name_width: int
    text_width: int
    column_width: int
    heads: tuple[HeadLines, ...]
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
    """Fit a matrix into cells: the columns as narrow as their heads allow, the text what they leave."""
    room_for_heads = height - 1 - FOOT - _FEWEST_ROWS
    allowed = max(1, min(_HEAD_LINES, room_for_heads))
    names = tuple(column.name for column in grid.columns)
    heads = _heads(names, _widest_sum(grid), allowed)
    column_width = cell_len(heads[0][0]) if heads else _WIDTHS[0]
    name_width = _widest_name(tasks, grid) + 1
    room = width - name_width - 2
    text_width = _text_width(room, len(heads) * (column_width + 1))
    fitting = max(1, (room - text_width) // (column_width + 1))
    return CrossingLayout(name_width, text_width, column_width, heads, fitting)


def _text_width(room: int, wanted_by_columns: int) -> int:
    """Return the cells of a row's text: a quarter of the room where the columns want the rest of it."""
    crowded = wanted_by_columns > room * 3 // 4
    free = room // 4 if crowded else room - wanted_by_columns
    return max(_NARROWEST_TEXT, min(_WIDEST_TEXT, free))


def _widest_name(tasks: TaskList, grid: Crossings) -> int:
    longest = max(map(tasks.row_name, grid.rows), key=len, default=" ")
    return cell_len(longest)


def _widest_sum(grid: Crossings) -> int:
    widest = 1
    for sums in grid.sums.values():
        for count in sums.values():
            widest = max(widest, len(str(count)))
    return widest


@lru_cache(maxsize=16)
def _heads(names: tuple[str, ...], least: int, allowed: int) -> tuple[HeadLines, ...]:
    """Return the names wrapped to the narrowest columns in which they fit, cut where they fit in none."""
    widths = [width for width in _WIDTHS if width >= least] or [least]
    for width in widths:
        if _fit(names, width, allowed):
            return _level([_wrapped(name, width) for name in names], width)
    widest = widths[-1]
    return _level([_wrapped(name, widest) for name in _shortened(names, widest, allowed)], widest)


def _level(heads: Sequence[HeadLines], width: int) -> tuple[HeadLines, ...]:
    """Return heads as tall as the tallest, what they say at the bottom."""
    tallest = max(map(len, heads), default=1)
    level: list[HeadLines] = []
    for head in heads:
        blank_lines = [" " * width] * (tallest - len(head))
        level.append((*blank_lines, *head))
    return tuple(level)


def _fit(names: Sequence[str], width: int, allowed: int) -> bool:
    """Return whether names take no more than the allowed lines in columns of a width."""
    return all(len(_wrapped(name, width)) <= allowed for name in names)


def _shortened(names: Sequence[str], width: int, allowed: int) -> list[str]:
    """Return names cut in their middle until they fit, numbered where two would look the same."""
    kept = len(max(names, key=len, default=""))
    short = list(names)
    too_tall = {name for name in names if not _fit([name], width, allowed)}
    while kept > 2 and not _fit(short, width, allowed):
        kept -= 1
        short = [_middle_out(name, kept) if name in too_tall else name for name in names]
        short = list(numbered(short))
    return short


def _middle_out(name: str, kept: int) -> str:
    """Return a name without its middle: the beginning and end of names tell most (国家某某..研究中心)."""
    if len(name) <= kept:
        return name
    at_end = kept // 2
    begin = name[: kept - at_end]
    end = name[len(name) - at_end :]
    return f"{begin}..{end}"


def row_label(tasks: TaskList, row: str, layout: CrossingLayout) -> str:
    """Return a row's name and the beginning of its text, cut to the cells there are."""
    task = tasks.task(row)
    item = tasks.find(Item, task.item)
    text = " ".join((task.number + task.text).split())
    if not text and item:
        text = item.title
    name = set_cell_size(tasks.row_name(row), layout.name_width)
    return f"{name} {cut(text, layout.text_width)} "


def shown_sign(tasks: TaskList, grid: Crossings, row: str, column: CrossingColumn) -> str:
    """Return what a crossing shows: its sign, and a question mark if a side that it stands on is in doubt."""
    task = tasks.task(row)
    doubted = any(task.doubt(side) for side in grid.sides(row, column))
    return grid.sign(row, column) + _DOUBT * doubted


def column_of(grid: Crossings, id: ColumnId | None) -> int | None:
    """Return the number of the column of a unit or leader."""
    for number, column in enumerate(grid.columns):
        if column.id == id:
            return number
    return None


def columns_said(grid: Crossings, seen: range) -> str:
    """Return which columns are seen of how many: 单位 1-10 / 17."""
    what = "单位" if grid.by == "unit" else "领导"
    first, last = seen.start + 1, seen.stop
    return f"{what} {first}-{last} / {len(grid.columns)}"


@lru_cache(maxsize=65536)
def cut(text: str, width: int) -> str:
    """Return a text in just so many cells, the last two saying that it goes on where it does."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    kept = text[: width // 2 + 1]
    while cell_len(kept) > width - 2:
        kept = kept[:-1]
    return set_cell_size(f"{kept}..", width)


def centred(sign: str, width: int) -> str:
    """Return a sign in the middle of a column; one cell too wide, it takes the gap behind it."""
    taken = cell_len(sign)
    left = max(0, width - taken) // 2
    return set_cell_size(" " * left + sign, max(width, taken))


@lru_cache(maxsize=4096)
def _wrapped(name: str, width: int) -> HeadLines:
    lines = parted(name, width, cell_len)
    return tuple(set_cell_size(line.strip(), width) for line in lines)
