"""Pictures of the printed sheets: pdf through pdftoppm, docx through LibreOffice where it is."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PIL import Image

from store.records.tasklist import TaskList
from tests.sample import sample_list
from tui.paper import PageSetup, Sheet, write_sheets
from tui.paper.dressing import dressed
from tui.paper.sheets import (
    leader_sheets,
    matrix_sheets,
    roster_sheet,
    summary_sheet,
    task_list_sheet,
    unit_sheets,
)

DOCS = Path(__file__).parents[2] / "docs"
SETUP = PageSetup(bureau="武汉市科学技术局", date="2021年3月31日")


def main() -> None:
    """Make them all."""
    if not shutil.which("pdftoppm"):
        print("no pdftoppm here: the printed sheets stay as they are")
        return
    tasks = sample_list()
    for name, sheets in _sheets(tasks).items():
        _picture(sheets, "pdf", f"sheet-{name}")
    if shutil.which("soffice"):
        _picture([task_list_sheet(tasks)], "docx", "sheet-list-docx")
    else:
        print("no LibreOffice here: sheet-list-docx.png stays as it is")


def _sheets(tasks: TaskList) -> dict[str, Sequence[Sheet]]:
    division = next(unit.key for unit in tasks.units if unit.full_name == "成果转化处")
    return {
        "list": [task_list_sheet(tasks)],
        "unit": unit_sheets(tasks, [division]),
        "leader": leader_sheets(tasks, [tasks.people_named("胡军")[0].key]),
        "matrix": matrix_sheets(tasks, by="leader"),
        "roster": [roster_sheet(tasks)],
        "summary": [summary_sheet(tasks)],
    }


def _picture(sheets: Sequence[Sheet], format_name: str, name: str) -> None:
    """The first page of some sheets as a grey picture."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a.{format_name}"
        write_sheets([dressed(sheet, SETUP, date.today()) for sheet in sheets], format_name, file, SETUP)
        if format_name != "pdf":
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(
                ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
                check=True,
                capture_output=True,
            )
        page = Path(folder) / "page"
        subprocess.run(
            ["pdftoppm", "-r", "72", "-gray", "-png", "-singlefile", Path(folder) / "a.pdf", page], check=True
        )
        with Image.open(page.with_suffix(".png")) as picture:
            picture.quantize(8).save(DOCS / f"{name}.png", optimize=True)
    print(DOCS / f"{name}.png")
