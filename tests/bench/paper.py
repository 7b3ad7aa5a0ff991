"""What printing costs: each format for 1,000 and 10,000 rows, each row a text of its own."""

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tests.bench.table import print_table, ratio
from tests.tui.paper.font import SETUP
from tui.paper import FORMATS, Sheet, write_each, write_sheets
from tui.paper.sheets.task_list import task_list_sheet

_WANTED = {
    1000: {"text": 0.2, "html": 0.2, "xlsx": 0.3, "docx": 1.0, "pdf": 1.0},
    10000: {"docx": 8.0, "pdf": 6.0, "xlsx": 3.0},
}
"""Seconds that issue 5 gives each format."""


def paper() -> None:
    """The table of formats; the libraries are loaded before, the file is written to the disk."""
    sheets = {rows: _sheet(rows) for rows in _WANTED}
    lines = []
    with TemporaryDirectory() as folder:
        out = Path(folder) / "a"
        for name in FORMATS:
            write_sheets([_sheet(10)], name, out, SETUP)
            seconds = {
                rows: _seconds(partial(write_sheets, [sheet], name, out, SETUP))
                for rows, sheet in sheets.items()
            }
            small, large = seconds.values()
            lines.append(
                [
                    name,
                    *(_said(figure, _WANTED[rows].get(name)) for rows, figure in seconds.items()),
                    f"{large / small:.1f}",
                ]
            )
    print_table(
        "Printing the list (seconds of the processor)",
        ["format", "1,000 rows", "10,000 rows", "ratio (linear: 10)"],
        lines,
    )
    _docx_to_its_zip()
    _each_to_one_file()
    _pdf_to_one_page()


_DOCX_ROWS, _DOCX_RATIO, _DOCX_MEGABYTES = 5000, 10, 150
"""What issue 14 gives a Word file: so many times a bare zip of its text, and so much memory."""


def _docx_to_its_zip() -> None:
    """The table of Word against the floor: the same XML packed, and nothing else."""
    sheet = _sheet(_DOCX_ROWS)
    with TemporaryDirectory() as folder:
        out = Path(folder) / "a.docx"
        megabytes = _megabytes(partial(write_sheets, [sheet], "docx", out, SETUP))
        seconds = min(_seconds(partial(write_sheets, [sheet], "docx", out, SETUP)) for _ in range(3))
        with ZipFile(out) as package:
            text = package.read("word/document.xml")
    floor = min(_seconds(partial(_zipped, text)) for _ in range(3))
    print_table(
        "A Word file against a bare zip of its text",
        ["rows", "seconds", "zip", "ratio", f"MB (wanted {_DOCX_MEGABYTES})"],
        [
            [
                str(_DOCX_ROWS),
                f"{seconds:.2f}",
                f"{floor:.3f}",
                ratio(seconds, floor, _DOCX_RATIO),
                f"{megabytes:.0f}",
            ]
        ],
    )


_UNITS, _EACH_RATIO = 12, 1.5
"""Sheets that are handed out, and what issue 14 gives a file each of them against one file of all."""


def _each_to_one_file() -> None:
    """The table of a file each against one file of all: letters are read once, whatever the files."""
    sheets = [replace(_sheet(30), name=f"单位{number}") for number in range(_UNITS)]
    with TemporaryDirectory() as folder:
        one, each = Path(folder) / "a.pdf", Path(folder) / "each"
        joint = min(_seconds(partial(write_sheets, sheets, "pdf", one, SETUP)) for _ in range(3))
        parted = min(_seconds(partial(write_each, sheets, "pdf", each, SETUP)) for _ in range(3))
    print_table(
        "A pdf file a sheet against one of all",
        ["sheets", "one file", "a file each", "ratio"],
        [[str(_UNITS), f"{joint:.2f} s", f"{parted:.2f} s", ratio(parted, joint, _EACH_RATIO)]],
    )


_PDF_RATIO = 1.3
"""What issue 14 gives the memory of a long pdf against that of a page: letters take most of it."""


def _pdf_to_one_page() -> None:
    """The table of the memory of a pdf, as Python counts it."""
    page, long = _pdf_megabytes(5), _pdf_megabytes(_DOCX_ROWS)
    print_table(
        "The memory of a pdf against that of one page",
        ["rows", "MB", "a page's MB", "ratio"],
        [[str(_DOCX_ROWS), f"{long:.0f}", f"{page:.0f}", ratio(long, page, _PDF_RATIO)]],
    )


def _pdf_megabytes(rows: int) -> float:
    sheet = _sheet(rows)
    with TemporaryDirectory() as folder:
        return _megabytes(partial(write_sheets, [sheet], "pdf", Path(folder) / "a.pdf", SETUP))


def _megabytes(act: Callable[[], object]) -> float:
    """The most memory that an act takes."""
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024**2


def _zipped(text: bytes) -> None:
    with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as package:
        package.writestr("document.xml", text)


def _seconds(act: Callable[[], object]) -> float:
    """Seconds of the processor: a print waits for nothing but its one file."""
    began = process_time()
    act()
    return process_time() - began


def _sheet(rows: int) -> Sheet:
    tasks = TaskList()
    tasks.apply(change_of(rows).edits)
    return task_list_sheet(tasks)


def _said(seconds: float, wanted: float | None) -> str:
    limit = "" if wanted is None else f" (wanted {wanted:g}{'' if seconds <= wanted else ', MISSED'})"
    return f"{seconds:.2f} s{limit}"
