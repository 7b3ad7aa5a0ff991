"""Every kind of sheet as others read it: each row once, in its place, and joined as it was made."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import openpyxl
import pytest

from store.history.earlier import Earlier
from tests.pictures.bureau_list import bureau_change
from tests.pictures.month import after_a_month
from tests.sample import sample_change
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import Found, expected
from tests.tui.paper.reading import docx_tables, html_tables, pdf_tables, pdf_texts, xlsx_tables
from tui.paper import FORMATS, Sheet
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.layout import CONTINUED
from tui.paper.making import sheets_for
from tui.paper.setup import PageSetup

READERS: dict[str, Callable[[bytes], list[Found]]] = {
    "docx": docx_tables,
    "html": html_tables,
    "xlsx": xlsx_tables,
}
TEXTS = ("notice", "bulletin", "points", "roster")
"""Running text; the annex of a notice is a 调整对照表, which is a kind of its own."""
TABLES = [kind for kind in KINDS if kind not in TEXTS]


@cache
def state(rows: int) -> Earlier:
    """The sample of 9 rows, or a list as a bureau keeps it, a month on."""
    return after_a_month(sample_change() if rows == 9 else bureau_change(rows))


def page(kind: str) -> PageSetup:
    """The page of a kind; in letters so small no row is over a third of it, and none is divided."""
    return page_of(kind, replace(SETUP, size=6))


@cache
def sheets(kind: str, rows: int) -> list[Sheet]:
    return sheets_for(Job(kind), state(rows), page(kind))


def written(kind: str, rows: int, name: str) -> bytes:
    return FORMATS[name].write(sheets(kind, rows), page(kind), lambda done, total: None).data


@pytest.mark.parametrize("rows", [9, 60])
@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("name", READERS)
def test_each_row_comes_back_once_and_joined_as_it_was(name: str, kind: str, rows: int) -> None:
    found = READERS[name](written(kind, rows, name))
    tables = [expected(sheet) for sheet in sheets(kind, rows)]
    if kind == "matrix":  # A sign under the same sign at a page's head may be its own or go on.
        found, tables = list(map(spread, found)), list(map(spread, tables))
    assert found == tables


def spread(found: Found) -> Found:
    """A grid in which a joined cell stands in each of its rows."""
    return {
        (row + below, column): (text, 1, across)
        for (row, column), (text, down, across) in found.items()
        for below in range(down)
    }


def sheet_rows(sheet: Sheet) -> list[tuple[str | None, ...]]:
    """The rows of a sheet, headings first; None where a joined cell covers."""
    return [
        tuple("".join("".join(cell.lines).split()) if cell else None for cell in row)
        for row in sheet.table_rows
    ]


def bare(row: tuple[str | None, ...]) -> str:
    return "|".join(text or "" for text in row)


def going_on(row: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """A row of a page without what goes on from the page before."""
    return tuple(None if text and text.endswith(CONTINUED) else text for text in row)


@pytest.mark.parametrize("kind", TABLES)
def test_each_row_stands_once_on_paper_and_joined_as_it_was(kind: str) -> None:
    heads = {bare(row) for sheet in sheets(kind, 9) for row in sheet_rows(sheet)[: len(sheet.heading)]}
    wanted = [row for sheet in sheets(kind, 9) for row in sheet_rows(sheet)[len(sheet.heading) :]]
    found = [tuple(row) for table in pdf_tables(written(kind, 9, "pdf")) for row in table]
    assert [going_on(row) for row in found if bare(row) not in heads] == wanted


def docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "".join("".join(root.itertext()).split())


def html_text(data: bytes) -> str:
    body = data.decode().partition("<body>")[2]
    return "".join(re.sub("<[^>]*>", "", body).split())


def xlsx_text(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    values = [cell.value for paper in book.worksheets for line in paper.iter_rows() for cell in line]
    return "".join("".join(str(value) for value in values if value is not None).split())


def pdf_text(data: bytes) -> str:
    return "".join(re.sub("—[0-9]+—$", "", text) for text in pdf_texts(data))


WHOLE_TEXTS: dict[str, Callable[[bytes], str]] = {
    "docx": docx_text,
    "html": html_text,
    "xlsx": xlsx_text,
    "pdf": pdf_text,
}


@pytest.mark.parametrize(
    ("kind", "rows"), [(kind, rows) for kind in TEXTS for rows in (9, 60) if (kind, rows) != ("points", 60)]
)
@pytest.mark.parametrize("name", ["docx", "html", "xlsx", "pdf"])
def test_running_text_comes_back_whole_and_in_order(name: str, kind: str, rows: int) -> None:
    sheet = sheets(kind, rows)[0]
    paragraphs = [paragraph.text for paragraph in sheet.text]
    cells = [line for row in sheet.rows for cell in row if cell for line in cell.lines]
    text = WHOLE_TEXTS[name](written(kind, rows, name))
    wanted = "".join("".join([*paragraphs, *cells]).split())
    assert wanted and text.count(wanted) == 1
