"""A workbook of Excel 97 to 2003 (.xls, .et of today) as the lines of a notice, by xlrd."""

import io
from importlib import import_module
from typing import Any

from store.reading.formats.compound import DAMAGED, LOCKED
from store.reading.formats.grids import Grid, RowsSoFar, Words
from store.reading.formats.sheets import Area, cell_words, grid_of_sheet
from store.refused import Refused

_MISSING = "本机没有安装读取旧版 Excel、WPS 表格的组件（xlrd）。请在 WPS 中打开，另存为 *.xlsx，再导入。"
_DATE, _ERROR = 3, 5
_YES_OR_NO = 4


def words_of_xls(data: bytes) -> Words:
    """Return the text of all visible sheets, one after the other; Refused is damage or a locked file.

    A formula stands as the value saved with it; nothing is reckoned or run.
    """
    lines: list[str] = []
    printed: RowsSoFar = {}
    book = open_workbook97(data)
    try:
        for sheet in book.sheets():
            if not sheet.visibility:
                lines += _grid(book, sheet, printed).lines()
    except Refused:
        raise
    except Exception as error:  # the reader of workbooks raises whatever their damage brings about
        raise Refused(DAMAGED) from error
    return Words("\n".join(lines) + "\n", printed)


def open_workbook97(data: bytes) -> Any:
    """Return a workbook as xlrd has it; Refused is damage or a locked file."""
    try:
        xlrd = import_module("xlrd")
    except ImportError:
        raise Refused(_MISSING) from None
    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except Exception as error:  # the reader of workbooks raises whatever their damage brings about
        raise Refused(LOCKED if "encrypted" in str(error) else DAMAGED) from error


def _grid(book: Any, sheet: Any, printed: RowsSoFar) -> Grid:
    """Return a sheet's cells; a joined one stands where it begins and covers its range."""
    rows: list[list[str]] = []
    for number in range(sheet.nrows):
        rows.append([shown_in_cell(book, cell) for cell in sheet.row(number)])
    return grid_of_sheet(rows, [_area(*edges) for edges in sheet.merged_cells], printed)


def _area(row: int, end: int, column: int, right: int) -> Area:
    return Area(row, column, end - row, right - column)


def shown_in_cell(book: Any, cell: Any) -> str:
    """Return what a cell shows; an error as nothing."""
    if cell.ctype == _ERROR or cell.value == "":
        return ""
    if cell.ctype == _DATE:
        day = import_module("xlrd.xldate").xldate_as_datetime(cell.value, book.datemode)
        return cell_words(day)
    if cell.ctype == _YES_OR_NO:
        return cell_words(bool(cell.value))
    known = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return cell_words(cell.value, known.format_str if known else "")
