"""What forms of 40 units cost, out and in, beside the bare libraries that write and read the same cells."""

import io
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from xlsxwriter import Workbook

from store.acts.forms_taken import FormTaken, form_taken
from store.ledger.form_reading import form_in
from store.ledger.forms import forms_of
from store.ledger.periods import period_named
from store.reading.formats.book_cells import cells_of_file
from store.records.changes import created
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tests.bench.table import ms, print_table, ratio
from tui.paper.forms_writing import write_forms

UNITS, ROWS_EACH = 40, 222
WANTED = 3.0
PERIOD, DAY = period_named("2021-10"), date(2021, 10, 24)
TEXT = "本月新认定3家，累计18家；组织专题培训2场，覆盖企业60余家，其余按计划推进。"
_FIRST = 7


def forms() -> None:
    """Forms go out to all units, are filled in, and come back."""
    tasks = _list()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.process_time()
        made = forms_of(tasks, "file", PERIOD, DAY)
        sent = write_forms(tasks, made, folder, DAY)
        out = time.process_time() - began
        tasks.apply(sent.change.edits)
        cells = [_cells(folder / one.file) for one in sent.written]
        bare_out = _cpu(_write_bare, cells)
        paths = [_fill(folder / one.file) for one in sent.written]
        bare_in = _cpu(_read_bare, paths)
        began = time.process_time()
        taken = [_take(tasks, path) for path in paths]
        came = time.process_time() - began
    assert [len(one.rows) for one in taken] == [ROWS_EACH] * UNITS
    rows = [_row("out", out, bare_out), _row("in", came, bare_in)]
    heads = [f"{UNITS} x {ROWS_EACH} rows", "forms", "bare libraries", "ratio"]
    print_table("Forms of units, all of them, processor time", heads, rows)


def _row(name: str, figure: float, floor: float) -> list[str]:
    return [name, ms(figure * 1e3), ms(floor * 1e3), ratio(figure, floor, WANTED)]


def _list() -> TaskList:
    """A list of which each unit leads so many rows."""
    tasks = TaskList()
    divisions = [f"第{number}处" for number in range(1, UNITS + 1)]
    tasks.apply(change_of(UNITS * ROWS_EACH, divisions).edits)
    schedule = Schedule("s", every="month", due_day=25, from_period=PERIOD.name)
    tasks.apply([created(schedule)])
    return tasks


def _cpu(act: Any, given: Any) -> float:
    began = time.process_time()
    for one in given:
        act(one)
    return time.process_time() - began


def _cells(path: Path) -> list[list[str]]:
    """The cells of a form, as the bare writer is given them."""
    sheet = load_workbook(path).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def _write_bare(cells: list[list[str]]) -> None:
    """Write the same cells, locked, with a format and the two validations."""
    book = Workbook(io.BytesIO(), {"in_memory": True})
    sheet = book.add_worksheet()
    look = book.add_format({"text_wrap": True, "border": 1})
    for number, row in enumerate(cells):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, text, look)
            else:
                sheet.write_blank(number, column, None, look)
    sheet.data_validation(_FIRST, 6, len(cells), 6, {"validate": "list", "source": ["推进中", "已完成"]})
    sheet.data_validation(_FIRST, 7, len(cells), 9, {"validate": "length", "criteria": "<=", "value": 500})
    sheet.protect()
    book.close()


def _fill(path: Path) -> Path:
    """Have the unit fill a form in."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(_FIRST, sheet.max_row + 1):
        sheet.cell(row, 7).value = "推进中"
        sheet.cell(row, 8).value = TEXT
    book.save(path)
    return path


def _read_bare(path: Path) -> None:
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                str(cell.value)


def _take(tasks: TaskList, path: Path) -> FormTaken:
    taken = form_taken(tasks, "file", form_in(cells_of_file(path)), DAY)
    assert taken.change
    tasks.apply(taken.change.edits)
    return taken
