"""Where the columns of the 方阵 stand: their widths, their wrapped heads, which of them fit. Plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from store.acts.crossings import ColumnId, CrossingColumn, Crossings, numbered, undecided_crossings
from store.records.derived import derived
from store.records.documents import on
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.words.line_breaking import parted
from tui.screen.widgets.cutting import cut_to
from tui.screen.widgets.signs import UNDECIDED

FOOT = len(SIDES)
"""Fixed lines at the foot: the sums of each side."""
ROW_NAME = -1
"""The column of the row's own name and text, left of those that are crossed."""
EMPTY_SIGN = "."
"""Where a row and a column do not cross."""
_WIDTHS = (4, 6, 8)
"""Widths of a column in cells, the narrowest first; eight let six columns stand in 80."""
_WISHED_HEAD_LINES, _HEAD_LINES = 4, 6
"""Lines that a name over a column is given by a wider column, and those that it may take in the widest."""
_FEWEST_ROWS = 4
"""Rows that the names over the columns leave room for."""
_NARROWEST_TEXT, _WISHED_TEXT, _WIDEST_TEXT = 14, 20, 40
_DOUBT = "?"
_OPEN = (_DOUBT, UNDECIDED)
"""What stands behind the sign of a side about which something is open."""


HeadLines = tuple[str, ...]
"""The lines of a name over a column, each as wide as the column."""


@dataclass(frozen=True, slots=True)
class CrossingLayout:
    """Widths in cells: the row's name, its text, and what is left for columns; and the heads of these."""

    name_width: int
    text_width: int
    room: int
    """Cells for the columns that are seen, each with a gap behind it."""
    heads: tuple[HeadLines, ...]

    @property
    def left(self) -> int:
        """Cells before the first column."""
        return self.name_width + self.text_width + 2

    def width(self, column: int) -> int:
        """Return the cells of a column."""
        return cell_len(self.heads[column][0])

    def columns_from(self, first: int) -> range:
        """Return the columns that are seen where a column is the first of them: one at least."""
        end, taken = first, 0
        while end < len(self.heads):
            taken += self.width(end) + 1
            if taken > self.room and end > first:
                break
            end += 1
        return range(first, end)

    def first_to_see(self, column: int, first: int) -> int:
        """Return the first column to show, as near to one as may be, so that another is seen.

        No room is left empty at the right while there are columns at the left.
        """
        column = min(column, len(self.heads) - 1)
        first = max(0, min(first, column))
        while column >= self.columns_from(first).stop:
            first += 1
        while first and self.columns_from(first - 1).stop == len(self.heads):
            first -= 1
        return first

    def is_cut(self, column: int, name: str) -> bool:
        """Say whether a name over a column is not all there."""
        return "".join("".join(self.heads[column]).split()) != "".join(name.split())

    def cells_between(self, first: int, column: int) -> int:
        """Return the cells from one column to another, the gaps counted."""
        return sum(self.width(number) + 1 for number in range(first, column))

    def head_lines(self, seen: range) -> int:
        """Return the lines of the tallest of the heads that are seen."""
        return max((len(self.heads[column]) for column in seen), default=1)

    def head_line(self, column: int, line: int, lines: int) -> str:
        """Return a line of a head, which stands at the foot of so many lines."""
        own = line - lines + len(self.heads[column])
        return self.heads[column][own] if own >= 0 else " " * self.width(column)


def lay_out(tasks: TaskList, grid: Crossings, width: int, height: int) -> CrossingLayout:
    """Fit a matrix into cells: the columns as narrow as their heads allow, the text what they leave."""
    heads = _heads_of(grid, height)
    name_width = _widest_name(tasks)
    room = width - name_width - 2
    text_width = _text_width(room, _cells(heads))
    return CrossingLayout(name_width, text_width, max(1, room - text_width), heads)


def wished_width(tasks: TaskList, grid: Crossings, height: int) -> int:
    """Return the cells in which all columns stand beside a text that can be read."""
    return _widest_name(tasks) + 2 + _WISHED_TEXT + _cells(_heads_of(grid, height))


def _cells(heads: Sequence[HeadLines]) -> int:
    return sum(cell_len(head[0]) + 1 for head in heads)


def _text_width(room: int, wanted_by_columns: int) -> int:
    """Return the cells of a row's text: what the columns leave, a quarter of all where it is little."""
    free = room - wanted_by_columns
    if free < _WISHED_TEXT:
        free = room // 4
    return max(_NARROWEST_TEXT, min(_WIDEST_TEXT, free))


def _widest_name(tasks: TaskList) -> int:
    return max(1, tasks.row_names.longest)


def _widest_sum(grid: Crossings) -> int:
    widest = 1
    for sums in grid.sums.values():
        for count in sums.values():
            widest = max(widest, len(str(count)))
    return widest


def _heads_of(grid: Crossings, height: int) -> tuple[HeadLines, ...]:
    room_for_heads = height - FOOT - _FEWEST_ROWS
    names = tuple(column.name for column in grid.columns)
    return _heads(names, _widest_sum(grid), max(1, min(_HEAD_LINES, room_for_heads)))


@lru_cache(maxsize=16)
def _heads(names: tuple[str, ...], least: int, allowed: int) -> tuple[HeadLines, ...]:
    """Return the names, each wrapped to the narrowest column in which it is low; cut where none does."""
    widths = [width for width in _WIDTHS if width >= least] or [least]
    wished = min(_WISHED_HEAD_LINES, allowed)
    return tuple(_head(name, widths, wished) for name in _shortened(names, widths[-1], allowed))


def _head(name: str, widths: Sequence[int], wished: int) -> HeadLines:
    for width in widths:
        if _fit([name], width, wished):
            return _wrapped(name, width)
    return _wrapped(name, widths[-1])


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


def name_of_row(tasks: TaskList, row: str, layout: CrossingLayout) -> str:
    """Return a row's name, padded."""
    return set_cell_size(tasks.row_name(row), layout.name_width)


def text_of_row(tasks: TaskList, row: str, layout: CrossingLayout) -> str:
    """Return the beginning of a row's text, in the cells there are."""
    return set_cell_size(cut_to(whole_text_of_row(tasks, row), layout.text_width), layout.text_width)


def whole_text_of_row(tasks: TaskList, row: str) -> str:
    """Return a row's text in a line; where it has none, its item's title."""
    task = tasks.task(row)
    item = tasks.find(Item, task.item)
    text = " ".join(task.numbered_text.split())
    return item.title if not text and item else text


def others(tasks: TaskList, rows: Sequence[str]) -> Sequence[bool]:
    """Return for each row whether it has the other of the two grounds by which items are told apart."""
    return tasks.remembered(_others, tuple(rows), _item_of_row(tasks))


@derived(on(Task, "item"))
def _item_of_row(tasks: TaskList) -> Mapping[str, str]:
    return {row: doc["item"] for row, doc in tasks.documents.tables[Task.TABLE].items()}


def _others(rows: Sequence[str], items: Mapping[str, str]) -> Sequence[bool]:
    found: list[bool] = []
    before, is_other = "", True
    for row in rows:
        item = items[row]
        is_other ^= item != before
        before = item
        found.append(is_other)
    return found


def look_of(sign: str) -> str:
    """Return the look of a crossing: faint where it is empty, as what is open where that is in doubt."""
    if not sign:
        return "faint"
    return "open" if sign.endswith(_OPEN) else ""


def shown_sign(tasks: TaskList, grid: Crossings, row: str, column: CrossingColumn) -> str:
    """Return what a crossing shows: its sign, and behind it ⇄ if nobody has decided it, else a question mark
    if a side that it stands on is in doubt.
    """
    task = tasks.task(row)
    if column.id in undecided_crossings(tasks, row, grid.by):
        return (grid.sign(row, column) or EMPTY_SIGN) + UNDECIDED
    doubted = any(task.doubt(side) for side in grid.sides(row, column))
    return grid.sign(row, column) + _DOUBT * doubted


def column_of(grid: Crossings, id: ColumnId | None) -> int | None:
    """Return the number of the column of a unit or leader."""
    for number, column in enumerate(grid.columns):
        if column.id == id:
            return number
    return None


def columns_said(grid: Crossings, seen: range) -> str:
    """Return which columns are seen of how many: 单位 1-10/17."""
    what = "单位" if grid.by == "unit" else "领导"
    return f"{what} {seen.start + 1}-{seen.stop}/{len(grid.columns)}"


def centred(sign: str, width: int) -> str:
    """Return a sign in the middle of a column, with what is open behind it: signs stand under signs.

    What is too wide takes the gap behind the column.
    """
    left = max(0, width - cell_len(sign.removesuffix(_DOUBT).removesuffix(UNDECIDED))) // 2
    written = " " * left + sign
    return set_cell_size(written, max(width, cell_len(written)))


@lru_cache(maxsize=4096)
def _wrapped(name: str, width: int) -> HeadLines:
    lines = parted(name, width, cell_len)
    return tuple(set_cell_size(line.strip(), width) for line in lines)
