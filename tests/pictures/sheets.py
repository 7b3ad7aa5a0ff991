"""Pictures of the printed sheets: the pdf as it is, docx through LibreOffice where it is."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2

from store.records.tasklist import TaskList
from tests.sample import sample_list
from tui.paper import PageSetup, Sheet, write_sheets
from tui.paper.dressing import dressed, page_of
from tui.paper.sheets.matrix import matrix_sheets
from tui.paper.sheets.roster import roster_sheet
from tui.paper.sheets.subject import leader_sheets, unit_sheets
from tui.paper.sheets.summary import summary_sheet
from tui.paper.sheets.task_list import task_list_sheet

DOCS = Path(__file__).parents[2] / "docs"
SETUP = PageSetup(bureau="武汉市科学技术局", date="2021年3月31日")


def main() -> None:
    """Make them all."""
    tasks = sample_list()
    for kind, sheets in _sheets(tasks).items():
        _picture(kind, sheets, "pdf", f"sheet-{kind}")
    if shutil.which("soffice"):
        _picture("list", [task_list_sheet(tasks)], "docx", "sheet-list-docx")
    else:
        print("no LibreOffice here: sheet-list-docx.png stays as it is")


def _sheets(tasks: TaskList) -> dict[str, Sequence[Sheet]]:
    """Sheets of the sample by their kind."""
    division = next(unit.key for unit in tasks.units if unit.full_name == "成果转化处")
    return {
        "list": [task_list_sheet(tasks)],
        "unit": unit_sheets(tasks, [division]),
        "leader": leader_sheets(tasks, [tasks.people_named("胡军")[0].key]),
        "matrix": matrix_sheets(tasks, by="leader"),
        "roster": [roster_sheet(tasks)],
        "summary": [summary_sheet(tasks)],
    }


def _picture(kind: str, sheets: Sequence[Sheet], format_name: str, name: str) -> None:
    """The first page of sheets of a kind as a grey picture, a point a dot."""
    setup = page_of(kind, SETUP)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a.{format_name}"
        write_sheets([dressed(sheet, setup, date.today()) for sheet in sheets], format_name, file, setup)
        if format_name != "pdf":
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(
                ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
                check=True,
                capture_output=True,
            )
        with pypdfium2.PdfDocument(Path(folder) / "a.pdf") as printed:
            picture = printed[0].render(grayscale=True).to_pil()
        picture.quantize(8).save(DOCS / f"{name}.png", optimize=True)
    print(DOCS / f"{name}.png")
