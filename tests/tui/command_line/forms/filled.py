"""What a unit does to its form, and what the list holds then."""

from pathlib import Path
from typing import Any

from store.file.task_file import TaskFile
from store.ledger.forms import COLUMNS
from store.records.report import Report

SENT, CAME = "2021-10-20", "2021-10-24"
FILE = "平台处_2021年10月_进展情况报送表.xlsx"
PLACES = {name: place for place, name in enumerate(COLUMNS, 1)}
FIRST = 7
"""The first row of the table."""


def put(sheet: Any, row: int, **answers: object) -> None:
    """Fill in a row of the table."""
    for name, value in answers.items():
        sheet.cell(row, PLACES[name]).value = value


def both_rows(sheet: Any) -> None:
    """Fill in all of 平台处's form: row 2 with two measures, and row 4."""
    sheet["C3"], sheet["G3"], sheet["J3"] = "李明", "87654321", "刘红"
    put(sheet, FIRST, value=18, word="推进中", done="新认定3家。\n还在评审2家。", next_step="年底前完成")
    put(sheet, FIRST + 1, value="3件")
    put(sheet, FIRST + 2, value=0.45, word="需协调", done="已发文", problem="缺经费")
    sheet.cell(FIRST + 2, PLACES["value"]).number_format = "0%"


def reports(path: Path) -> dict[str, Report]:
    """The reports of a list by the row."""
    with TaskFile.open(path) as file:
        tasks = file.tasks
        return {tasks.row_name(one.task): one for one in tasks.all_of(Report)}
