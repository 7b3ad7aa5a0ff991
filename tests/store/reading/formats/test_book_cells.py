"""The cells of workbooks: what they show, where they stand, and what is refused."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from store.reading.formats.book_cells import address, cells_of_book, cells_of_file, workbooks_in
from store.refused import Refused


def data(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("row", "column", "named"),
    [(0, 0, "A1"), (6, 7, "H7"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")],
)
def test_a_cell_is_named_as_the_clerk_finds_it(row: int, column: int, named: str) -> None:
    assert address(row, column) == named


def test_cells_stand_in_their_places_as_they_are_shown() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["B2"], sheet["C2"], sheet["D2"] = "一行\r\n两行", 18.0, datetime(2021, 10, 24)
    sheet["E2"], sheet["E2"].number_format = 0.45, "0%"
    sheet["F2"], sheet["G2"] = "=1+2", "长" * 12_000
    (cells,) = cells_of_book(data(book)).sheets
    assert cells.rows[0] == [""] * 7
    assert list(cells.rows[1][:5]) == ["", "一行\n两行", "18", "2021年10月24日", "45%"]
    assert cells.rows[1][5] == "=1+2"
    assert set(cells.formulas) == {(1, 5)}
    assert len(cells.rows[1][6]) == 12_000


def test_properties_are_kept() -> None:
    from openpyxl.packaging.custom import StringProperty

    book = openpyxl.Workbook()
    book.custom_doc_props.append(StringProperty(name="甲", value="乙"))
    assert cells_of_book(data(book)).properties == {"甲": "乙"}


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"%PDF-1.4", "文字".encode(), b"\xd0\xcf\x11\xe0" + b"\0" * 600]
)
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"。$"):
        cells_of_file(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"无法读取“没有\.xlsx”"):
        cells_of_file(tmp_path / "没有.xlsx")
    with pytest.raises(Refused, match="无法读取"):
        cells_of_file(tmp_path)


def test_the_workbooks_of_a_folder_are_found_without_what_lies_beside_them(tmp_path: Path) -> None:
    for name in ("乙.xlsx", "甲.XLS", "丙.et", "~$乙.xlsx", ".隐.xlsx", "文.docx"):
        (tmp_path / name).touch()
    assert {path.name for path in workbooks_in(tmp_path)} == {"乙.xlsx", "甲.XLS", "丙.et"}
    with pytest.raises(Refused, match="打不开文件夹"):
        workbooks_in(tmp_path / "没有")
