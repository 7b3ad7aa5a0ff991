"""What printing costs: each format for 1,000 and 10,000 rows, each row a text of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tests.bench.table import print_table
from tests.tui.paper.font import SETUP
from tui.paper import FORMATS, Sheet, task_list_sheet, write_sheets

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
