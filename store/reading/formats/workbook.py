"""A workbook (.xlsx) as the lines of a notice: a row a line, cells parted by bars.

A formula stands as its text and is never reckoned.
"""

import io
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from itertools import product
from typing import Any

from store.reading.formats.grids import MAX_CELLS, Grid, RowsSoFar, Words
from store.reading.formats.packages import TOO_LARGE, check_package
from store.refused import Refused

_OTHER = "这不是 Excel 工作簿 (.xlsx),本程序读不出其中的清单。请在 WPS 中打开,另存为 .xlsx,再导入。"
_DAMAGED = "文件已损坏或不是 Excel 工作簿 (.xlsx),无法读取。请在 WPS 中打开,另存为 .xlsx,再导入。"
_MOST_UNPACKED = 12 * 1024 * 1024
"""Joined cells are known only where a workbook is loaded whole, so a large one is refused."""
_LONGEST_CELL = 10_000


def words_of_xlsx(data: bytes) -> Words:
    """Return the text of all visible sheets, one after the other.

    Refused is what is no workbook or beyond the limits.
    """
    check_package(data, "xl/workbook.xml", _OTHER, _DAMAGED, _MOST_UNPACKED)
    try:
        load = import_module("openpyxl").load_workbook
    except ImportError:
        raise Refused(
            "本机没有安装读取 Excel 表格的组件 (openpyxl)。请在 WPS 中另存为文本文件 (*.txt),再导入。"
        ) from None
    try:
        sheets = [sheet for sheet in load(io.BytesIO(data)).worksheets if sheet.sheet_state == "visible"]
        sizes = [sheet.max_row * sheet.max_column for sheet in sheets]
    except Exception as error:  # the reader of workbooks raises whatever their damage brings about
        raise Refused(_DAMAGED) from error
    if sum(sizes) > MAX_CELLS:
        raise Refused(TOO_LARGE)
    lines: list[str] = []
    rows: RowsSoFar = {}
    for sheet in sheets:
        lines += _grid(sheet, rows).lines()
    return Words("\n".join(lines) + "\n", rows)


def _grid(sheet: Any, rows: RowsSoFar) -> Grid:
    """Return a sheet's cells; a joined one stands where it begins and covers its range."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        covered.update(_within(area))
        columns = _length(area.min_col, area.max_col)
        spans[area.min_row, area.min_col] = (columns, _length(area.min_row, area.max_row))
    covered -= spans.keys()
    grid = Grid(rows)
    for row in sheet.iter_rows():
        cells = [cell for cell in row if (cell.row, cell.column) not in covered]
        grid.start_row()
        for cell in cells:
            grid.start_cell(*spans.get((cell.row, cell.column), (1, 1)))
            for line in _words(cell).splitlines():
                grid.add(line.strip())
    return grid


def _length(first: int, last: int) -> int:
    return last - first + 1


def _within(area: Any) -> Iterator[tuple[int, int]]:
    """Give row and column of each cell that an area covers."""
    rows = range(area.min_row, area.max_row + 1)
    columns = range(area.min_col, area.max_col + 1)
    return product(rows, columns)


def _words(cell: Any) -> str:
    """Return what a cell shows: dates as lists word them, shares with %, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float | int) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{round(value * 100, 4):g}%"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_LONGEST_CELL]
