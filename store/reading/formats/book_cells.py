"""The cells of a workbook each in its place, for a form that comes back; formulas stand as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.reading.formats.compound import DAMAGED
from store.reading.formats.kinds import kind_of
from store.reading.formats.packages import MOST_BYTES, TOO_LARGE
from store.reading.formats.sheets import cell_words
from store.reading.formats.workbook import open_workbook, refuse_too_large
from store.reading.formats.workbook97 import open_workbook97, shown_in_cell
from store.refused import Refused, fault_sentence
from store.words.cleaning import clean

SUFFIXES = (".xlsx", ".xls", ".et")
"""What a workbook's file is called."""
_NO_WORKBOOK = "不是 Excel、WPS 表格，读不出其中的格。请在 WPS 中打开，另存为 *.xlsx，再登记。"
_A = ord("A")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet: its rows from the first on, each cell from the first column on as it is shown."""

    name: str
    rows: Sequence[Sequence[str]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    """Row and column, from 0, of the cells that are formulas: they stand as their text."""


@dataclass(frozen=True, slots=True)
class BookCells:
    """A workbook."""

    sheets: Sequence[SheetCells]
    properties: dict[str, str] = field(default_factory=dict)
    """The texts that programs keep beside the sheets, by name."""


def cells_of_file(path: Path) -> BookCells:
    """Return the cells of a workbook's file (.xlsx, .xls, .et); Refused for all else, with what to do."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(fault_sentence(f"无法读取“{path.name}”", error)) from error
    return cells_of_book(data)


def workbooks_in(folder: Path) -> list[Path]:
    """Return the workbooks of a folder by their names, without what a program keeps beside them.

    Refused where the folder cannot be read.
    """
    try:
        there = [one for one in folder.iterdir() if not one.name.startswith((".", "~$"))]
    except OSError as error:
        raise Refused(fault_sentence(f"打不开文件夹“{folder}”", error)) from error
    return sorted(one for one in there if one.suffix.lower() in SUFFIXES)


def cells_of_book(data: bytes) -> BookCells:
    """Return the cells of a workbook; Refused for what is none, and for damage."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    match kind_of(data):
        case "xlsx":
            return _of_xlsx(data)
        case "xls":
            return _of_xls(data)
    raise Refused(f"这个文件{_NO_WORKBOOK}")


def address(row: int, column: int) -> str:
    """Return a cell as the clerk finds it, of row and column from 0: H7."""
    letters = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(_A + letter) + letters
    return f"{letters}{row + 1}"


def _of_xlsx(data: bytes) -> BookCells:
    book = open_workbook(data)
    refuse_too_large(book.worksheets)
    try:
        sheets = [_sheet(sheet) for sheet in book.worksheets]
        kept = dict(map(_property, book.custom_doc_props.props))
    except Exception as error:  # the reader of workbooks raises whatever their damage brings about
        raise Refused(DAMAGED) from error
    return BookCells(sheets, kept)


def _property(one: Any) -> tuple[str, str]:
    return str(one.name), str(one.value)


def _sheet(sheet: Any) -> SheetCells:
    rows: list[list[str]] = []
    formulas: set[tuple[int, int]] = set()
    for number, row in enumerate(sheet.iter_rows()):
        words = []
        for column, cell in enumerate(row):
            value = cell.value
            if value is None:
                words.append("")
                continue
            if cell.data_type == "f":
                formulas.add((number, column))
            words.append(_shown(value, cell))
        rows.append(words)
    return SheetCells(str(sheet.title), rows, frozenset(formulas))


def _shown(value: object, cell: Any) -> str:
    """Return what a cell shows; of a formula over several cells its text."""
    if isinstance(value, str):
        return clean(value)
    formula = getattr(value, "text", None)
    return clean(str(formula) if formula else cell_words(value, str(cell.number_format)))


def _of_xls(data: bytes) -> BookCells:
    book = open_workbook97(data)
    sheets = []
    try:
        for sheet in book.sheets():
            rows = []
            for number in range(sheet.nrows):
                shown = [shown_in_cell(book, cell) for cell in sheet.row(number)]
                rows.append(list(map(clean, shown)))
            sheets.append(SheetCells(str(sheet.name), rows))
    except Exception as error:  # the reader of workbooks raises whatever their damage brings about
        raise Refused(DAMAGED) from error
    return BookCells(sheets)
