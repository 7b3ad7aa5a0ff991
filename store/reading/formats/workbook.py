"""A workbook (.xlsx) as the lines of a notice: a row a line, cells parted by bars.

A formula stands as its text and is never reckoned.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from store.reading.formats.grids import MAX_CELLS, Grid, RowsSoFar, Words
from store.reading.formats.packages import TOO_LARGE, check_package, parsed_part
from store.reading.formats.sheets import Area, cell_words, grid_of_sheet
from store.refused import Refused

_OTHER = "这不是 Excel 工作簿（.xlsx），本程序读不出其中的清单。请在 WPS 中打开，另存为 .xlsx，再导入。"
_DAMAGED = "文件已损坏或不是 Excel 工作簿（.xlsx），无法读取。请在 WPS 中打开，另存为 .xlsx，再导入。"
_MOST_UNPACKED = 12 * 1024 * 1024
"""Joined cells are known only where a workbook is loaded whole, so a large one is refused."""
# mergeCell, in one byte a sign or two (UTF-16): a part that may join cells.
_JOINING = re.compile(rb"m\x00?e\x00?r\x00?g\x00?e\x00?C\x00?e\x00?l\x00?l")


def words_of_xlsx(data: bytes) -> Words:
    """Return the text of all visible sheets, one after the other.

    Refused is what is no workbook or beyond the limits.
    """
    sheets = open_workbook(data).worksheets
    shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    refuse_too_large(shown)
    lines: list[str] = []
    printed: RowsSoFar = {}
    for sheet in shown:
        lines += _grid(sheet, printed).lines()
    hidden = tuple(
        sheet.title for sheet in sheets if sheet.sheet_state != "visible" and _says_something(sheet)
    )
    return Words("\n".join(lines) + "\n", printed, hidden, tuple(map(_title, filter(_hides_rows, shown))))


def open_workbook(data: bytes) -> Any:
    """Return a workbook as openpyxl has it; Refused is what is none, damage, and joined cells without end."""
    check_package(data, "xl/workbook.xml", _OTHER, _DAMAGED, _MOST_UNPACKED)
    try:
        load = import_module("openpyxl").load_workbook
    except ImportError:
        raise Refused(
            "本机没有安装读取 Excel 表格的组件（openpyxl）。请在 WPS 中另存为文本文件（*.txt），再导入。"
        ) from None
    _check_joined(data)
    try:
        return load(io.BytesIO(data), keep_links=False)
    except Exception as error:  # the reader of workbooks raises whatever their damage brings about
        raise Refused(_DAMAGED) from error


def refuse_too_large(sheets: Sequence[Any]) -> None:
    """Refuse sheets with more cells than a list has, and such as have no size."""
    try:
        sizes = [sheet.max_row * sheet.max_column for sheet in sheets]
    except Exception as error:  # of a damaged sheet the size may be anything
        raise Refused(_DAMAGED) from error
    if sum(sizes) > MAX_CELLS:
        raise Refused(TOO_LARGE)


def _title(sheet: Any) -> str:
    return str(sheet.title)


def _says_something(sheet: Any) -> bool:
    return sheet.max_row > 1 or sheet.max_column > 1 or sheet["A1"].value is not None


def _hides_rows(sheet: Any) -> bool:
    """Tell whether a sheet has hidden rows, as one has whose list is filtered."""
    return any(row.hidden and number <= sheet.max_row for number, row in sheet.row_dimensions.items())


def _check_joined(data: bytes) -> None:
    """Refuse joined cells that cover more than a list has: each would be made when they are loaded."""
    cells = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml") and _JOINING.search(package.read(name)):
                cells += sum(_joined_sizes(package, name))
    if cells > MAX_CELLS:
        raise Refused(TOO_LARGE)


def _joined_sizes(package: zipfile.ZipFile, name: str) -> Iterator[int]:
    """Give how many cells each joined one of a sheet covers."""
    boundaries = import_module("openpyxl.utils").range_boundaries
    for element in parsed_part(package, name, _DAMAGED).iter():
        if element.tag.endswith("mergeCell"):
            try:
                left, top, right, bottom = boundaries(element.get("ref", "A1"))
                yield (right - left + 1) * (bottom - top + 1)
            except (ValueError, TypeError) as error:
                raise Refused(_DAMAGED) from error


def _grid(sheet: Any, printed: RowsSoFar) -> Grid:
    """Return a sheet's cells; a joined one stands where it begins and covers its range."""
    rows = [list(map(_words, row)) for row in sheet.iter_rows()]
    return grid_of_sheet(rows, list(map(_area, sheet.merged_cells.ranges)), printed)


def _words(cell: Any) -> str:
    return "" if cell.value is None else cell_words(cell.value, str(cell.number_format))


def _area(area: Any) -> Area:
    rows = area.max_row - area.min_row + 1
    columns = area.max_col - area.min_col + 1
    return Area(area.min_row - 1, area.min_col - 1, rows, columns)
