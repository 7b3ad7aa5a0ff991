"""The sheets of workbooks, whatever they are saved as: cells as they are shown, joined ones in place."""

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from store.reading.formats.grids import MAX_CELLS, Grid, RowsSoFar
from store.reading.formats.packages import TOO_LARGE
from store.refused import Refused

_LONGEST_CELL = 10_000


class Area(NamedTuple):
    """A joined cell: its first row and column, from 0 on, and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int


def grid_of_sheet(rows: Sequence[Sequence[str]], areas: Sequence[Area], printed: RowsSoFar) -> Grid:
    """Return a sheet's cells as far as words stand in them; Refused where these are too many for a list.

    A joined cell stands where it begins, and covers no more than the sheet has.
    """
    width = max(map(_filled, rows), default=0)
    filled = [number for number, row in enumerate(rows, 1) if _filled(row)]
    height = max(filled, default=0)
    if width * height > MAX_CELLS:
        raise Refused(TOO_LARGE)
    lower = [area for area in areas if area.row < height]
    within = [area for area in lower if area.column < width]
    spans = {(area.row, area.column): area for area in within}
    covered: set[tuple[int, int]] = set()
    for area in spans.values():
        last_row = min(area.row + area.rows, height)
        last_column = min(area.column + area.columns, width)
        columns = range(area.column, last_column)
        covered.update(product(range(area.row, last_row), columns))
    grid = Grid(printed)
    for row in range(height):
        grid.start_row()
        for column in range(width):
            area = spans.get((row, column), Area(row, column, 1, 1))
            if (row, column) in covered and (row, column) not in spans:
                continue
            across = min(area.columns, width - column)
            grid.start_cell(across, min(area.rows, height - row))
            for line in (rows[row][column] if column < len(rows[row]) else "").splitlines():
                grid.add(line.strip())
    return grid


def _filled(row: Sequence[str]) -> int:
    """Return how many cells of a row there are up to the last with words."""
    filled = [number for number, words in enumerate(row, 1) if words.strip()]
    return max(filled, default=0)


def cell_words(value: object, number_format: str = "") -> str:
    """Return what a cell shows: dates as lists word them, shares with %, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float | int) and not isinstance(value, bool) and "%" in number_format:
        return f"{round(value * 100, 4):g}%"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_LONGEST_CELL]
